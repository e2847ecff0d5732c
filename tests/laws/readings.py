"""What the laws look at: the values of a reply, and a plain cleaning of the source that shares no code with the library."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from govreply.blocks import Document, Line, Table
from govreply.convert import to_plain
from govreply.errors import UnreadableError
from govreply.grammar.assemble import read_reply
from govreply.model import Reply
from govreply.readers import read

Value = dict[str, Any]
# values that are normalised on purpose: canonical brackets, digits and hyphens, details of diagnostics
NORMALISED = ("phones", "diagnostics")


def read_both(text: str, name: str) -> tuple[Document, Reply] | None:
    """The document and its reply; ``None`` where the text is no readable input (empty, binary)."""
    try:
        document = read(text, name)
    except UnreadableError:
        return None
    return document, read_reply(document)


def values(plain: Any, path: str = "") -> Iterator[tuple[str, Value]]:
    """Every object of the JSON form with a text and a span, with its path."""
    if isinstance(plain, dict):
        if "text" in plain and "span" in plain:
            yield path, plain
        for key, inner in plain.items():
            yield from values(inner, f"{path}.{key}")
    elif isinstance(plain, list):
        for at, inner in enumerate(plain):
            yield from values(inner, f"{path}[{at}]")


def texts_of(reply: Reply) -> Iterator[tuple[str, Value]]:
    """The values whose text is the document's own wording."""
    for path, value in values(to_plain(reply)):
        canonical_number = "organ_code" in value
        if not canonical_number and not any(re.search(rf"\.{name}(\[\d+\])?$", path) for name in NORMALISED):
            yield path, value


def naked(fragment: str, media_type: str) -> str:
    """A stretch of the source without mark-up and white space."""
    if media_type != "text/plain":
        fragment = re.sub(r"<!--.*?-->", "", fragment, flags=re.S)
    # tick boxes and character references are read in plain text too, other tags are text there
    fragment = re.sub(r"<input[^>]*\bchecked\b[^>]*>", "☑", fragment)
    fragment = re.sub(r"<input[^>]*>", "☐", fragment)
    if media_type != "text/plain":
        fragment = re.sub(r"</?[A-Za-z][^<>]*>", "", fragment)
    fragment = html.unescape(fragment)
    if media_type == "text/markdown":
        fragment = re.sub(r"\*\*|(?m:^#{1,6} )|\\(?=[^\w\s])", "", fragment)
    return bare(fragment)


def bare(text: str) -> str:
    """`text` without white space and invisible signs."""
    return re.sub(
        r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
        r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
        "",
        text,
    )


def visible(document: Document) -> Iterator[tuple[int, int, str]]:
    """Source range and character of everything in the blocks that can be seen."""
    stack: list[Line | Table] = list(document.blocks)
    while stack:
        block = stack.pop()
        if isinstance(block, Table):
            stack.extend(inner for cell in block.cells for inner in cell.blocks)
            continue
        for at, character in enumerate(block.text.text):
            if bare(character):
                span = block.text.span(at, at + 1)
                yield span.start, span.end, character
