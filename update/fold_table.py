"""Make ``src/chinamkt/article/fold.bin``: the character pairs of the fold table.

Source: ``TSCharacters.txt`` of OpenCC (Apache-2.0), as the package ``opencc-python-reimplemented`` carries it;
full width and compatibility forms from the Unicode data of the running Python. Run with that package installed:

    python update/fold_table.py            # writes the table
    python update/fold_table.py --check    # exit status 1 where the shipped table differs

A pair is one character to one character, both in the first 65,536; where OpenCC lists several, its first.
"""

from __future__ import annotations

import sys
import unicodedata
import zlib
from pathlib import Path

import opencc

TARGET = Path(__file__).parents[1] / "src/chinamkt/article/fold.bin"

#: Traditional by OpenCC, yet everyday characters of Simplified names as well (a share's 乾, the film's 吒).
KEEP = set("乾吒")

#: Hong Kong's everyday form of a character that OpenCC's tables leave out.
ADDED = {"綫": "线"}

#: Full-width and ideographic punctuation that ends a clause: half width, a comma would join two numbers.
PUNCTUATION = set("，。、")


def traditional() -> dict[str, str]:
    """OpenCC's character pairs, Traditional to Simplified."""
    pairs = {}
    source = Path(opencc.__file__).parent / "dictionary/TSCharacters.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        old, candidates = line.split("\t")
        new = candidates.split(" ")[0]
        if len(old) == len(new) == 1 and max(old, new) <= "\uffff" and old not in KEEP:
            pairs[old] = new
    # Variants that Hong Kong prints; those that Simplified Chinese knows as well say nothing about the script.
    variants = Path(opencc.__file__).parent / "dictionary/HKVariantsRev.txt"
    for line in variants.read_text(encoding="utf-8").splitlines():
        old, standard = line.split("\t")
        if old not in pairs and standard in pairs and not old.encode("gb2312", "ignore"):
            pairs[old] = pairs[standard]
    return pairs | ADDED


def forms() -> dict[str, str]:
    """Full-width, small and compatibility forms that stand for one plain character."""
    pairs = {}
    blocks = [(0xF900, 0xFB00), (0xFE50, 0xFE70), (0xFF01, 0xFF5F), (0xFFE0, 0xFFE7), (0x2F00, 0x2FE0)]
    for first, behind in blocks:
        for code in range(first, behind):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code) and plain <= "\uffff" and chr(code) not in PUNCTUATION:
                pairs[chr(code)] = plain
    pairs["\uffe5"] = "\u00a5"
    return pairs


def main() -> int:
    """Write the table, or compare it."""
    pairs = forms()
    pairs.update(traditional())
    # Folding twice must change nothing, so a chain (compatibility form, traditional, simplified) is followed to its end.
    for old in pairs:
        while pairs.get(pairs[old], pairs[old]) != pairs[old]:
            pairs[old] = pairs[pairs[old]]
    pairs = {old: new for old, new in sorted(pairs.items()) if old != new}
    packed = zlib.compress(("".join(pairs) + "".join(pairs.values())).encode("utf-16-le"), 9)
    if "--check" in sys.argv:
        return 0 if zlib.decompress(TARGET.read_bytes()) == zlib.decompress(packed) else 1
    TARGET.write_bytes(packed)
    print(f"{len(pairs)} pairs, {len(packed)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
