"""The way a sentence is read: by its verbs, or by its topics, as its language wants."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from chinamkt.claims.claim import Claim
from chinamkt.claims.discourse import Discourse

if TYPE_CHECKING:
    from chinamkt.claims.reading import SentenceReader
    from chinamkt.claims.topics import TopicReader
    from chinamkt.rules.language import Language
    from chinamkt.rules.token import Token

__all__ = ["read_sentence"]


def read_sentence(tokens: list[Token], view: str, language: Language, discourse: Discourse) -> list[Claim]:
    """The claims of a sentence, in order."""
    return _reader("topic-comment" in language.steps)(tokens, view, language, discourse).read()


@cache
def _reader(by_topics: bool) -> type[SentenceReader | TopicReader]:
    """The reader for a way of reading; its modules load with the first text that needs it."""
    if by_topics:
        from chinamkt.claims.topics import TopicReader

        return TopicReader
    from chinamkt.claims.reading import SentenceReader

    return SentenceReader
