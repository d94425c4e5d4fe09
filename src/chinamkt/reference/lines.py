"""What the name tables and a user's names have in common: how sorted names chain, and what the automaton looks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["chained", "starts_of"]


def chained(keys: Sequence[str]) -> list[int]:
    """For each of the sorted keys, how many places further up the longest other key stands that begins it; 0: none.

    >>> chained(["csi", "csi 300", "csi 500", "csop"])
    [0, 1, 2, 0]
    """
    stack: list[int] = []
    out = []
    for number, key in enumerate(keys):
        while stack and not key.startswith(keys[stack[-1]]):
            stack.pop()
        out.append(number - stack[-1] if stack else 0)
        stack.append(number)
    return out


def starts_of(keys: Iterable[tuple[str, int]]) -> list[str]:
    r"""The beginnings of keys, each as long as told; a key that is shorter has a NUL behind it.

    >>> starts_of([("tencent holdings", 8), ("byd", 8)])
    ['byd\x00', 'tencent ']
    """
    return sorted({key[:size] if len(key) >= size else f"{key}\0" for key, size in keys})
