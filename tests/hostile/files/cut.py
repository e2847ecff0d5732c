"""Files that end too early, at each tenth."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.errors import Cause
from govreply.testing import Form, Letter
from tests.hostile.files.expected import Hostile, Read, Refused, given

LETTER = Letter(form=Form())
# What is left of a text is read; until the tenth in which its signature stands, that is told to be missing.
_SIGNED = {"md": 6, "txt": 7, "html": 6}


def files() -> Iterator[Hostile]:
    whole = {
        "md": LETTER.to_markdown().encode(),
        "txt": LETTER.to_text().encode(),
        "html": LETTER.to_html().encode(),
        "docx": LETTER.to_docx(),
        "pdf": LETTER.to_pdf(),
        "ofd": LETTER.to_ofd(),
    }
    for ending, data in whole.items():
        for tenth in range(1, 10):
            yield Hostile(f"cut-at-{tenth}-tenths.{ending}", given(_cut(data, tenth, ending)), _outcome(ending, tenth))
    for ending in ("md", "txt", "html"):
        data = whole[ending]
        inside = data.index("收悉".encode()) + 1
        yield Hostile(f"cut-inside-a-character.{ending}", given(data[:inside]), Refused(Cause.CORRUPT))


def _outcome(ending: str, tenth: int) -> Read | Refused:
    if ending not in _SIGNED:
        return Refused(Cause.CORRUPT)
    if ending == "html" and tenth == 1:  # nothing but the page's head
        return Read(reply=False)
    if tenth == 1 and ending == "md":  # letterhead and the beginning of the title
        return Read(reply=True, told=("signature-missing", "body-missing"))
    return Read(reply=True, told=() if tenth >= _SIGNED[ending] else ("signature-missing",))


def _cut(data: bytes, tenth: int, ending: str) -> bytes:
    cut = data[: len(data) * tenth // 10]
    # a text is cut between characters; inside one it is a matter of its encoding
    return cut.decode("utf-8", "ignore").encode() if ending in _SIGNED else cut
