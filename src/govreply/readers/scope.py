"""What is open inside one table cell of a page, or outside all tables: elements, lists, and what lines are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain, islice

import attrs

from govreply.blocks import HIDDEN, Block, Break, Cell, LineKind
from govreply.readers.grid import GridBuilder
from govreply.readers.styles import is_unseen

HEADING = "heading"  # the key of all six, as the end tag of one closes any
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("dir", "menu", "ol", "ul"))
_UNLABELLED = frozenset(("body", "html"))
# Enclosing elements that are told of a line, from the outside; pages of real portals nest about thirty deep.
_MOST_LABELS = 64


@attrs.define(eq=False)
class Element:
    """An open element. ``key`` is what its end tag looks for: a ``li`` belongs to its own list only."""

    name: str
    key: str
    label: str
    preformatted: bool = False
    items: int = 0  # list items so far, or the number of the last one
    counter: str = ""  # counter style of a list


class Scope:
    """What is open inside one table cell, or outside all tables. End tags reach no further."""

    def __init__(self, cell: Cell | None, outside: tuple[str, ...]) -> None:
        self.cell = cell
        self.outside = outside
        self.elements: list[Element] = []
        self.open: Counter[str] = Counter()
        self.blocks: list[Block] = []
        self.before = Break.BLOCK
        self.table: GridBuilder | None = None  # open, and not inside one of its cells
        self.table_base = 0  # how many elements were open when it began
        self.bold = 0
        self.link = False
        self.lists: list[Element] = []
        self.items = 0  # how many li are open
        self.preformatted = 0  # how many elements are open in which white space counts
        self._inside: tuple[str, ...] | None = None
        self._kind: tuple[LineKind, int] | None = None

    @property
    def inside(self) -> tuple[str, ...]:
        """The labels of the enclosing elements, outermost first."""
        if self._inside is None:
            labels = (e.label for e in self.elements if e.name not in _UNLABELLED)
            self._inside = tuple(islice(chain(self.outside, labels), _MOST_LABELS))
        return self._inside

    @property
    def kind(self) -> tuple[LineKind, int]:
        """What a line is here, and its depth."""
        if self._kind is None:
            if self.open[HEADING]:
                heading = next(e for e in reversed(self.elements) if e.key == HEADING)
                self._kind = LineKind.HEADING, int(heading.name[1])
            elif self.items:
                self._kind = LineKind.ITEM, max(len(self.lists), 1)
            else:
                self._kind = (LineKind.PARAGRAPH if self.cell is None else LineKind.CELL), 0
        return self._kind

    def push(self, element: Element) -> None:
        """Open an element."""
        self.elements.append(element)
        self.open[element.key] += 1
        if element.name in LISTS:
            self.lists.append(element)
        self.items += element.name == "li"
        self.preformatted += element.preformatted
        self._inside = self._kind = None

    def pop(self) -> Element:
        """Close the innermost element."""
        element = self.elements.pop()
        self.open[element.key] -= 1
        if element.name in LISTS:
            self.lists.pop()
        self.items -= element.name == "li"
        self.preformatted -= element.preformatted
        self._inside = self._kind = None
        return element


def label_of(name: str, attributes: Mapping[str, str]) -> str:
    """The element as a CSS selector: name, id, classes, and ``[hidden]`` where browsers do not draw it."""
    identity = attributes.get("id", "").split()[:1]
    classes = attributes.get("class", "").split()
    hidden = HIDDEN if is_unseen(attributes) else ""
    return name + "".join(f"#{i}" for i in identity) + "".join(f".{c}" for c in classes) + hidden
