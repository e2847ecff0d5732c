"""What pages refer to by number: fonts and drawings used several times (GB/T 33190-2016, 7.9, 11.1 and 13)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, define, frozen

from govreply.readers.ofd.names import Element, child, children, is_on, kind
from govreply.readers.symbols import symbol_font

_BOLD = ("bold", "heavy", "black")


@frozen(eq=False)
class Font:
    """A font by its names; ``signs`` where it draws signs for letters, as Wingdings does."""

    name: str = ""
    bold: bool = False
    signs: Mapping[int, str] | None = None


NO_FONT = Font()


@define(eq=False)
class Resources:
    """The fonts and composite drawings of a document by their identifiers."""

    fonts: dict[str, Font] = Factory(dict)
    composites: dict[str, Element] = Factory(dict)

    def add(self, root: Element) -> None:
        """Take in what a resource file lists."""
        for group in root:
            for item in group:
                identifier = item.get("ID", "")
                if kind(item) == "Font":
                    self.fonts[identifier] = _font(item)
                elif kind(item) == "CompositeGraphicUnit":
                    content = child(item, "Content")
                    if content is not None:
                        self.composites[identifier] = content


def _font(item: Element) -> Font:
    names = [item.get("FontName", "").strip(), item.get("FamilyName", "").strip()]
    bold = is_on(item, "Bold") or any(word in name.lower() for name in names for word in _BOLD)
    return Font(next(filter(None, names), ""), bold, symbol_font([name.lower() for name in names]))


def sheets(document: Element | None) -> list[str]:
    """The places of the resource files that the ``CommonData`` of a document names."""
    return [(item.text or "").strip() for item in children(document, "PublicRes", "DocumentRes")]
