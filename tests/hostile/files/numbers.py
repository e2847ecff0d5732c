"""Signs that nobody sees or that turn the direction, inside the numbers of a letter, in every format.

The number is read as it is stored, and the sign is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from govreply.testing import Letter
from tests.hostile.files.expected import Hostile, Read, given
from tests.hostile.files.parts import docx, paragraph

SIGNS = {
    "zero-width-space": "\u200b",
    "non-joiner": "\u200c",
    "joiner": "\u200d",
    "word-joiner": "\u2060",
    "byte-order-mark": "\ufeff",
    "soft-hyphen": "\u00ad",
    "left-to-right": "\u200e",
    "right-to-left": "\u200f",
    "arabic-mark": "\u061c",
    "mongolian": "\u180e",
    "variation": "\ufe0e",
    "tag": "\U000e0037",
}
TURNS = {
    "override": ("\u202e", "\u202c"),
    "embedding": ("\u202b", "\u202c"),
    "isolate": ("\u2067", "\u2069"),
    "forced": ("\u202d", "\u202c"),
}
NUMBER = "20230117"
LETTER = Letter()


def files() -> Iterator[Hostile]:
    found = Read(reply=True, number=NUMBER, told=("invisible-in-number",))
    for name, sign in SIGNS.items():
        for ending, data in _written(f"2023{sign}0117"):
            # Word prints no soft hyphen, and no reader of its files sees one
            printed = Read(reply=True, number=NUMBER) if (name, ending) == ("soft-hyphen", "docx") else found
            yield Hostile(f"number-with-{name}.{ending}", given(data), printed)
    turned = Read(reply=True, number=NUMBER, told=("direction-turned",))
    for name, (begin, end) in TURNS.items():
        for ending, data in _written(f"{begin}{NUMBER}{end}"):
            yield Hostile(f"number-turned-by-{name}.{ending}", given(data), turned)
    references = LETTER.to_html().replace(NUMBER, "2023&#8203;0&zwnj;1&shy;17")
    yield Hostile("number-with-references.html", given(references.encode()), found)
    breaks = LETTER.to_html().replace(NUMBER, "2023<wbr>0117")
    yield Hostile("number-with-a-place-to-break.html", given(breaks.encode()), Read(reply=True, number=NUMBER))
    tags = LETTER.to_html().replace(NUMBER, "2023<span></span><!-- x -->01<b>17</b>")
    yield Hostile("number-in-pieces.html", given(tags.encode()), Read(reply=True, number=NUMBER))
    wide = LETTER.to_text().replace(NUMBER, "２０２３０１１７")
    yield Hostile("number-full-width.txt", given(wide.encode()), Read(reply=True, number="２０２３０１１７"))


def _written(number: str) -> Iterator[tuple[str, bytes]]:
    yield "md", LETTER.to_markdown().replace(NUMBER, number).encode()
    yield "txt", LETTER.to_text().replace(NUMBER, number).encode()
    yield "html", LETTER.to_html().replace(NUMBER, number).encode()
    yield (
        "docx",
        docx("".join(paragraph(line.strip()) for line in LETTER.to_text().replace(NUMBER, number).splitlines())),
    )
