"""Regular expressions that are compiled when a text first needs them.

A text needs few of the hundreds there are, and compiling them all would take most of the time to the first fact: a class
with the Chinese characters alone costs a millisecond. What every text needs is compiled with ``re.compile`` as usual.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["expression"]


class _Uncompiled:
    """Stands for a compiled expression; its methods are kept here once they are known, so that a call costs no more."""

    def __init__(self, source: str, flags: int) -> None:
        self._made_of = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(*self._made_of), name)
        self.__dict__[name] = value
        return value

    def __reduce__(self) -> tuple[Any, tuple[str, int]]:
        return expression, self._made_of

    def __repr__(self) -> str:
        return f"expression{self._made_of!r}"


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give what ``re.compile`` gives, compiled at the first use of one of its methods.

    :raises re.error: at the first use, for what is no expression.

    >>> expression("[0-9]+ ?%").search("fell 3%").group()
    '3%'
    """
    return cast("re.Pattern[str]", _Uncompiled(source, int(flags)))
