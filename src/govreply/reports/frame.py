"""The source lines of one finding, beside a rule with line numbers, each span underlined."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from govreply.language import Language
from govreply.reports.excerpt import Excerpt, excerpts
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.where import address
from govreply.source import Source
from govreply.span import Span

_RELATED_STYLE = "bold blue"
_FRAME_STYLE = "blue"
_RULE = " │ "


class Frame:
    """Prints the places of one finding; `spans` are all of them, so that their line numbers share a column."""

    def __init__(self, screen: Screen, source: Source, spans: Sequence[Span], language: Language) -> None:
        self._screen = screen
        self._source = source
        self._language = language
        # lines of a text that a reader laid out are found nowhere in the file
        self._numbered = not source.places
        self._gutter = max(len(str(source.locate(span).end_line)) for span in spans) + 1 if self._numbered else 1

    def primary(self, span: Span, style: str) -> None:
        """The place that the finding is about."""
        self._place(span, "", " ┌─ ", "^", style)

    def related(self, span: Span, label: str) -> None:
        """Another place, with what it is."""
        self._place(span, label, " ├─ ", "-", _RELATED_STYLE)

    def note(self, text: str) -> None:
        """A remark below the places."""
        self._row("", " = ", text)

    def _place(self, span: Span, label: str, corner: str, mark: str, style: str) -> None:
        self._row("", corner, Text(self._address(span), "dim"))
        room = self._screen.excerpt_width - self._gutter - len(_RULE)
        shown = excerpts(self._source, span, room)
        for index, excerpt in enumerate(shown):
            if index and excerpt.line > shown[0].line + 1:
                self._row("⋮", _RULE, "")
            self._source_line(excerpt, style)
            underline = " " * excerpt.indent + mark * excerpt.width
            closing = f" {visible(label)}" if label and index == len(shown) - 1 else ""
            fits = cell_len(underline + closing) <= room
            self._row("", _RULE, Text(underline + closing if fits else underline, style))
            if not fits:
                self._row("", _RULE, Text(closing.strip(), style))

    def _address(self, span: Span) -> str:
        return address(self._source, span, self._language, visible(self._source.name))

    def _source_line(self, excerpt: Excerpt, style: str) -> None:
        text = Text(excerpt.text)
        text.stylize(style, excerpt.start, excerpt.end)
        self._row(str(excerpt.line) if self._numbered else "", _RULE, text)

    def _row(self, number: str, rule: str, text: str | Text) -> None:
        self._screen.write_line(Text(number.rjust(self._gutter), _FRAME_STYLE), Text(rule, _FRAME_STYLE), text)
