"""What an OFD file says of itself beside its pages: title, author, dates, attachments (GB/T 33190-2016, 7.4 and 20)."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.blocks import ATTACHMENT, WATERMARK, Meta
from govreply.readers.ofd.document import Pages
from govreply.readers.ofd.names import Element, child, children, kind, text
from govreply.readers.ofd.package import Package, Part
from govreply.span import MappedText

_FIELDS = ("Title", "Author", "Subject", "Abstract", "CreationDate", "ModDate", "Creator", "CreatorVersion")
_MOST = 200  # values of each kind
_LONGEST = 1000


def information(package: Package, body: Element, document: Part, pages: Pages) -> list[Meta]:
    """Named values of a document. They stand on no page, so their texts lead to no place."""
    found: list[Meta] = []
    found.extend(_properties(child(body, "DocInfo")))
    index = package.part(text(child(document.root, "Attachments")), document)
    for item in list(children(index.root if index else None, "Attachment"))[:_MOST]:
        found.extend(_meta(ATTACHMENT, item.get("Name", "").strip() or text(child(item, "FileLoc"))))
    for name, texts in ((WATERMARK, pages.watermarks), ("turned-text", pages.turned)):
        for words in list(texts)[:_MOST]:
            found.extend(_meta(name, words))
    return found


def _properties(properties: Element | None) -> Iterator[Meta]:
    for item in properties if properties is not None else ():
        name = kind(item)
        if name in _FIELDS:
            yield from _meta(name.lower(), text(item))
        elif name == "Keywords":
            for word in list(children(item, "Keyword"))[:_MOST]:
                yield from _meta("keyword", text(word))
        elif name == "CustomDatas":
            for own in list(children(item, "CustomData"))[:_MOST]:
                yield from _meta(own.get("Name", "").strip()[:_LONGEST], text(own))


def _meta(name: str, value: str) -> Iterator[Meta]:
    if name and value:
        yield Meta(name, MappedText.replaced(value[:_LONGEST], 0, 0))
