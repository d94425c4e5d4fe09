"""Reading for languages that name a topic and then comment on it."""

from __future__ import annotations

from chinamkt.claims.topics.reader import TopicReader

__all__ = ["TopicReader"]
