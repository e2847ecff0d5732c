"""What is open while the tags of a page pass: lines, blocks, lists, tables and their cells. No recursion anywhere."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from govreply.blocks import Block, Break, Line, LineKind
from govreply.readers import counters
from govreply.readers.budget import Budget
from govreply.readers.grid import GridBuilder
from govreply.readers.lines import LineBuilder, prefixed, stronger
from govreply.readers.scope import HEADING, HEADINGS, LISTS, Element, Scope, label_of
from govreply.readers.styles import keeps_spaces
from govreply.readers.tags import VOID
from govreply.span import MappedText, Span

_ROW_GROUPS = frozenset(("tbody", "tfoot", "thead"))
_CELLS = frozenset(("td", "th"))
_TABLE_PARTS = _ROW_GROUPS | _CELLS | {"tr", "table"}
_PREFORMATTED = frozenset(("listing", "pre", "textarea", "xmp"))


class Page:
    """Takes tags and text in order and makes blocks of them. All offsets are source offsets."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._scopes = [Scope(None, ())]
        self._depth = 0
        self._builder = LineBuilder()
        self._space: tuple[int, int] | None = None  # collapsed, drawn only if something follows in the line
        self._bullet = ""
        self._bullet_at = Span(0, 0)  # the start tag of the item

    @property
    def _scope(self) -> Scope:
        return self._scopes[-1]

    @property
    def preformatted(self) -> bool:
        """Whether white space counts."""
        return self._scope.preformatted > 0

    @property
    def in_line(self) -> bool:
        """Whether the line has text already."""
        return self._builder.length > 0

    @property
    def in_table(self) -> bool:
        """Whether a table is open."""
        return len(self._scopes) > 1 or self._scope.table is not None

    def is_open(self, name: str) -> bool:
        """Whether an end tag `name` would close something."""
        if name in _TABLE_PARTS:
            return self.in_table
        return self._scope.open[self._key(name)] > 0

    def text(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for the source range, to the line."""
        if not text:
            return
        if self._space is not None:
            if self._builder.length:
                self._builder.add(" ", *self._space)
            self._space = None
        self._builder.strong(self._scope.bold > 0)
        self._builder.link(self._scope.link)
        self._builder.add(text, start, end)

    def mapped(self, text: MappedText) -> None:
        """Add a text that knows its source."""
        for segment in text.map.segments:
            self.text(text.text[segment.text_start : segment.text_end], segment.source_start, segment.source_end)

    def space(self, start: int, end: int) -> None:
        """White space that collapses with its neighbours."""
        if self._space is None:
            self._space = (start, end)

    def style(self, name: str, on: bool) -> None:
        """``<b>``, ``<strong>`` or ``<a>`` begins or ends."""
        scope = self._scope
        if name == "a":
            scope.link = on
        else:
            scope.bold = scope.bold + 1 if on else max(scope.bold - 1, 0)

    def line_end(self) -> None:
        """A line ends that the next one follows closely."""
        self._flush(Break.HARD)

    def soft_line_end(self) -> None:
        """A line of the source ends."""
        self._flush(Break.SOFT)

    def open(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """The start tag of a block-level element, or ``<br>``, that stands at ``[start, end)``."""
        if name == "br":
            self._flush(Break.HARD)
            return
        self._flush(Break.BLOCK)
        if name == "hr":
            self._rule(start)
        elif name == "table":
            self._open_table(attributes, start)
        elif name in _TABLE_PARTS:
            self._open_table_part(name, attributes, start, end)
        else:
            self._open_element(name, attributes, Span(start, end))

    def close(self, name: str, start: int) -> None:
        """The end tag of a block-level element, which begins at `start`."""
        if name == "br":  # </br> is read as <br>
            self._flush(Break.HARD)
            return
        self._flush(Break.BLOCK)
        if name in _TABLE_PARTS:
            self._close_table_part(name, start)
        elif self._scope.open[self._key(name)]:
            self._pop_to(self._key(name))

    def finish(self, end: int) -> list[Block]:
        """The blocks, after everything that is still open has ended at `end`."""
        self._flush(Break.BLOCK)
        while self.in_table:
            self._close_table_part("table", end)
        return self._scope.blocks

    def _open_element(self, name: str, attributes: Mapping[str, str], at: Span) -> None:
        scope = self._scope
        if scope.open["p"]:
            self._pop_to("p")
        if name == "li":
            if scope.open[self._key("li")]:
                self._pop_to(self._key("li"))
            self._count_item(attributes, at)
        elif name in ("dt", "dd"):
            for other in ("dt", "dd"):
                if scope.open[other]:
                    self._pop_to(other)
        elif name in HEADINGS and scope.elements and scope.elements[-1].key == HEADING:
            self._pop_to(HEADING)
        preformatted = name in _PREFORMATTED or keeps_spaces(attributes)
        self._push(Element(name, self._key(name), label_of(name, attributes), preformatted))
        if name in LISTS:
            start = counters.given_number(attributes.get("start", ""))
            scope.elements[-1].items = 0 if start is None else start - 1
            scope.elements[-1].counter = counters.counter_style(attributes) if name == "ol" else "disc"

    def _count_item(self, attributes: Mapping[str, str], at: Span) -> None:
        lists = self._scope.lists
        self._bullet, self._bullet_at = "-", at
        if lists:
            given = counters.given_number(attributes.get("value", ""))
            lists[-1].items = lists[-1].items + 1 if given is None else given
            self._bullet = counters.marker(lists[-1].items, lists[-1].counter)

    def _key(self, name: str) -> str:
        if name == "li":
            return f"li{len(self._scope.lists)}"
        return HEADING if name in HEADINGS else name

    def _push(self, element: Element) -> None:
        if element.name in VOID:
            return
        self._depth += 1
        self._budget.check_nesting(self._depth)
        self._scope.push(element)

    def _pop_to(self, key: str) -> None:
        """Close elements up to and including the innermost with `key`, which is open."""
        popped = ""
        while popped != key:
            popped = self._scope.pop().key
            self._depth -= 1

    def _open_table(self, attributes: Mapping[str, str], start: int) -> None:
        if self._scope.table is not None:  # a table right inside a table ends it
            self._close_table_part("table", start)
        scope = self._scope
        if scope.open["p"]:
            self._pop_to("p")
        self._depth += 1
        self._budget.check_nesting(self._depth)
        scope.table = GridBuilder(scope.before, scope.inside, label_of("table", attributes), self._budget)
        scope.table_base = len(scope.elements)
        scope.before = Break.BLOCK

    def _open_table_part(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if not self.in_table:
            return
        if self._scope.table is None:
            self._end_cell(start)
        scope = self._scope
        table = scope.table
        if table is None:
            return
        while len(scope.elements) > scope.table_base:
            scope.pop()
            self._depth -= 1
        if name in _ROW_GROUPS:
            table.close_row()
        elif name == "tr":
            table.open_row()
        else:
            cell = table.place(attributes, name == "th", end)
            self._depth += 1
            self._budget.check_nesting(self._depth)
            self._scopes.append(Scope(cell, (*table.inside, table.label)))

    def _close_table_part(self, name: str, start: int) -> None:
        if not self.in_table:
            return
        if self._scope.table is None:
            self._end_cell(start)
        scope = self._scope
        table = scope.table
        if table is None or name in _CELLS:
            return
        table.close_row()
        if name != "table":
            return
        while len(scope.elements) > scope.table_base:
            scope.pop()
            self._depth -= 1
        scope.table = None
        self._depth -= 1
        made = table.table()
        if made is not None:
            scope.blocks.append(made)
        scope.before = Break.BLOCK

    def _end_cell(self, end: int) -> None:
        """Close the innermost cell, whose content ends at `end`."""
        scope = self._scopes.pop()
        self._depth -= len(scope.elements) + 1
        table = self._scope.table
        if table is not None and scope.cell is not None:
            span = Span(scope.cell.span.start, max(end, scope.cell.span.start))
            table.add(attrs.evolve(scope.cell, blocks=tuple(scope.blocks), span=span))

    def _rule(self, start: int) -> None:
        scope = self._scope
        self._budget.add_blocks()
        scope.blocks.append(Line(MappedText.empty(start), kind=LineKind.RULE, before=scope.before, inside=scope.inside))
        scope.before = Break.BLOCK

    def _flush(self, now: Break) -> None:
        scope = self._scope
        self._space = None
        line = self._builder.take() if self._builder.length else None
        if line is None:
            scope.before = stronger(scope.before, now)
            return
        self._budget.add_blocks()
        kind, depth = scope.kind
        bullet, self._bullet = self._bullet if scope.items else "", ""
        if bullet not in ("", "-") and not counters.is_numbered(line.text.text):
            line = prefixed(line, MappedText.replaced(bullet, self._bullet_at.start, self._bullet_at.end))
        scope.blocks.append(
            attrs.evolve(line, kind=kind, depth=depth, before=scope.before, bullet=bullet, inside=scope.inside)
        )
        scope.before = now
