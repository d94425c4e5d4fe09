"""The few errors of the library; what a message says is also an attribute."""

from __future__ import annotations

__all__ = ["BadInput", "ChinamktError", "InvalidValue", "PluginError", "ReferenceFault"]


class ChinamktError(ValueError):
    """Base of every error the library raises on purpose.

    ``source`` names the place (file, line, key, field or plug-in), ``hint`` says
    what would be right; either may be ``None``.

    >>> raise ChinamktError("no table", source="indices.tsv:3", hint="run update/")
    Traceback (most recent call last):
    ...
    chinamkt.errors.ChinamktError: indices.tsv:3: no table (run update/)
    """

    def __init__(self, message: str, *, source: str | None = None, hint: str | None = None) -> None:
        self.message = message
        self.source = source
        self.hint = hint
        super().__init__(message, source, hint)

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.source, self.hint))


def _rebuild(kind: type[ChinamktError], message: str, source: str | None, hint: str | None) -> ChinamktError:
    """Errors cross process boundaries, so they pickle with their keywords."""
    return kind(message, source=source, hint=hint)


class InvalidValue(ChinamktError):
    """A value of the domain model that can't be: ``source`` names type and field."""


class BadInput(ChinamktError):
    """Input that can't be read: ``source`` names file, line and column or key."""


class ReferenceFault(ChinamktError):
    """A reference table that is wrong: ``source`` names file and line."""


class PluginError(ChinamktError):
    """A plug-in that clashes or can't be loaded: ``source`` names its distribution."""
