"""Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["han_number"]

_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "半": 0}
_STEPS = {"十": 10, "百": 100, "千": 1000}


def han_number(words: str) -> Decimal | None:
    """A Chinese numeral: ``三十五`` → 35, ``一点二`` → 1.2.

    >>> str(han_number("两千三百")), str(han_number("百")), str(han_number("十二点五"))
    ('2300', '100', '12.5')
    """
    whole, point, part = words.partition("点")
    if point and not part:
        return None
    total, digit, high = 0, None, 0
    for letter in whole:
        if letter in _STEPS:
            total += (1 if digit is None else digit) * _STEPS[letter]
            digit = None
        elif letter == "万":
            high, total, digit = (total + (digit or 0)) * 10**4, 0, None
        elif letter in _DIGITS:
            digit = _DIGITS[letter] if digit is None else digit * 10 + _DIGITS[letter]
        else:
            return None
    number = str(high + total + (digit or 0))
    if point:
        if any(letter not in _DIGITS for letter in part):
            return None
        number += "." + "".join(str(_DIGITS[letter]) for letter in part)
    return Decimal(number)
