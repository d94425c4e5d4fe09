"""Which instruments a text names: by any name, code or nickname of the tables."""

from __future__ import annotations

import re

from chinamkt.model.facts import PriceMove
from chinamkt.model.instruments import Index, IndexFuture, Instrument, Security
from chinamkt.reference import load
from chinamkt.reference.entries import Hit
from chinamkt.reference.spelling import folded
from chinamkt.validate.words import BENCHMARKS

__all__ = ["is_known", "is_named", "meanings", "names_in", "view_of"]

_BLANKS = re.compile(r"\s+")


def view_of(words: str) -> str:
    """Folded, every stretch of blanks one blank: a name may run over the end of a line."""
    return _BLANKS.sub(" ", folded(words))


def is_known(instrument: Instrument) -> bool:
    """Whether the tables have names for it; a name without a code is its own."""
    instrument = _index_or_self(instrument)
    return load().knows(instrument.subject) or (isinstance(instrument, Security) and instrument.mic is None)


def names_in(view: str) -> list[Hit]:
    """The names that stand in a folded text."""
    return load().names.scan(view.lower(), view)


def meanings(name: str) -> set[str]:
    """What the tables surely mean by a name: a word that is a name now and then is none."""
    return {target for entry in load().names.called(name) if not entry.weak for target in entry.targets}


def is_named(move: PriceMove, view: str) -> bool:
    """Whether a folded text names the instrument: quickly by its own names, else by all that the tables know."""
    instrument = _index_or_self(move.instrument)
    lower = view.lower()
    if any(name and folded(name).lower() in lower for name in _own_names(instrument)):
        return True
    wanted = {instrument.subject, move.instrument.subject}
    if isinstance(instrument, Security) and instrument.mic is not None:
        issuer = instrument.issuer or load().instrument(instrument.subject).issuer  # type: ignore[union-attr]
        wanted |= {f"security:{listing}" for listing in (*instrument.listings, *(load().listings(issuer) if issuer else ()))}
    wanted |= {market for market, indices in BENCHMARKS.items() if instrument.subject in indices}  # "Hong Kong stocks"
    name = move.evidence.name if move.evidence else ""
    if name and folded(name).lower() in lower and not wanted.isdisjoint(meanings(name)):
        return True
    return any(not wanted.isdisjoint(entry.targets) for _, _, entry in names_in(view))


def _own_names(instrument: Instrument) -> tuple[str | None, ...]:
    if isinstance(instrument, Security):
        names = instrument.names
        code = instrument.code or ""
        short = code.lstrip("0") if len(code.lstrip("0")) > 2 else None
        return (names.en, names.zh_hans, names.zh_hant, instrument.name, code or None, short)
    if isinstance(instrument, Index):
        codes = (code for _, code in instrument.codes if len(code) > 4)  # 930713 is a code, "N225" may be anything
        return (instrument.names.en, instrument.names.zh_hans, instrument.names.zh_hant, instrument.slug, *codes)
    return ()


def _index_or_self(instrument: Instrument) -> Instrument:
    return instrument.index if isinstance(instrument, IndexFuture) else instrument
