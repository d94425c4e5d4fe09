"""The way a sentence is read: by its verbs, or by its topics, as its language wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import Claim
from chinamkt.claims.discourse import Discourse
from chinamkt.claims.reading import SentenceReader
from chinamkt.claims.topics import TopicReader

if TYPE_CHECKING:
    from chinamkt.rules.language import Language
    from chinamkt.rules.token import Token

__all__ = ["read_sentence"]


def read_sentence(tokens: list[Token], view: str, language: Language, discourse: Discourse) -> list[Claim]:
    """The claims of a sentence, in order."""
    if "topic-comment" in language.steps:
        return TopicReader(tokens, view, language, discourse).read()
    return SentenceReader(tokens, view, language, discourse).read()
