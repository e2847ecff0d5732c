"""The inside of paragraphs: runs of text, breaks, signs, fields, and what only wraps them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs

from govreply.blocks import Break, Line
from govreply.places import Place, Story
from govreply.readers.docx.control import Control, control_of
from govreply.readers.docx.fields import FieldStack, shows_nothing
from govreply.readers.docx.names import Element, alternative, attribute, child, children, kind, value
from govreply.readers.docx.numbering import Marker
from govreply.readers.docx.shared import Shared
from govreply.readers.docx.signs import BOXES, sign_of, sign_of_symbol
from govreply.readers.docx.styles import NO_FONTS, Fonts, Style
from govreply.readers.lines import LineBuilder
from govreply.span import Span

_TRANSPARENT = frozenset(
    ("w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent", "w:bdo", "w:dir", "w:rubyBase", "mc:Choice")
)
_MATH = frozenset(("m:oMath", "m:oMathPara"))
_GRAPHICS = frozenset(("w:drawing", "w:pict", "w:object"))
_PICTURES = frozenset(("a:blip", "v:imagedata"))
_BLANKS = str.maketrans(
    dict.fromkeys("\n\r\t\f\v\x1c\x1d\x1e\x85\u2028\u2029", " ")
)  # ends of lines are no text in w:t
_SOFT_HYPHEN = "\u00ad"
_DRAWN = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}
_NOTES = {"w:footnoteReference": Story.FOOTNOTE, "w:endnoteReference": Story.ENDNOTE}
_CLOSING = "、．，。：；）〉》】〕"  # behind a marker that ends so no gap is needed
_NOWHERE = Span(0, 0)


class Inline:
    """Collects the lines of paragraphs; the owner takes them at their ends."""

    def __init__(
        self,
        shared: Shared,
        line_end: Callable[[Break], None],
        box: Callable[[Element], None],
        control: Control | None = None,
    ) -> None:
        self._shared = shared
        self._line_end = line_end
        self._box = box
        self._builder = LineBuilder()
        self._fields = FieldStack()
        self._place = Place(span=_NOWHERE)
        self._paragraph_style: tuple[Style, ...] = ()
        self._marker: Marker | None = None
        self._run = 0
        self._muted = 0
        self._links = 0
        self._tick = ""  # of a check box whose sign has not been met yet
        if control is not None:
            self._tick = control.box
            self._muted = int(control.is_placeholder)

    @property
    def is_blank(self) -> bool:
        """Whether the line has no text so far."""
        return self._builder.length == 0

    def begin(self, styles: tuple[Style, ...], marker: Marker | None) -> None:
        """A paragraph with these styles begins; its number is drawn when text follows."""
        self._paragraph_style = styles
        self._marker = marker if marker is not None and marker.text else None

    def enter(self, place: Place) -> None:
        """What follows stands in this paragraph of the file."""
        self._place = place
        self._run = 0

    def read(self, paragraph: Element) -> None:
        """Add the content of a paragraph."""
        self._content(paragraph)

    def end(self) -> None:
        """The paragraph has ended."""
        self._fields.clear()
        self._marker = None

    def take(self) -> Line | None:
        """The line so far; ``None`` where it is blank."""
        return self._builder.take()

    @contextmanager
    def inside(self, control: Control) -> Iterator[None]:
        """What is read meanwhile stands in a content control."""
        before, self._tick = self._tick, control.box or self._tick
        self._muted += control.is_placeholder
        yield
        self._muted -= control.is_placeholder
        self._tick = before if not control.box else ""

    def _content(self, container: Element) -> None:
        for element in container:
            name = kind(element)
            if name == "w:r":
                self._one_run(element)
            elif name in _TRANSPARENT:
                self._content(element)
            elif name == "w:hyperlink":
                self._links += 1
                self._content(element)
                self._links -= 1
            elif name == "w:fldSimple":
                self._simple_field(element)
            elif name == "w:sdt":
                self._control(element)
            elif name == "mc:AlternateContent":
                chosen = alternative(element)
                if chosen is not None:
                    self._content(chosen)
            elif name in _MATH:
                self._math(element)

    def _simple_field(self, element: Element) -> None:
        hidden = shows_nothing(attribute(element, "instr") or "")
        self._muted += hidden
        self._content(element)
        self._muted -= hidden

    def _control(self, element: Element) -> None:
        control = control_of(child(element, "w:sdtPr"))
        with self.inside(control):
            for content in children(element, "w:sdtContent"):
                self._content(content)
            if control.box and self._tick:  # its sign is missing
                self._put("", 0, None, False)

    def _math(self, element: Element) -> None:
        self._run += 1
        text = "".join(below.text or "" for below in element.iter() if kind(below) == "m:t")
        if text:
            self._put(text.translate(_BLANKS), 0, self._run, False)

    def _one_run(self, run: Element) -> None:
        self._run += 1
        self._shared.budget.add_mark()
        properties = child(run, "w:rPr")
        style = self._shared.styles.of_run(properties)
        hidden = self._shared.styles.toggled("w:vanish", properties, style, self._paragraph_style)
        strong = self._shared.styles.toggled("w:b", properties, style, self._paragraph_style)
        fonts = self._shared.styles.fonts(properties, style, self._paragraph_style)
        self._muted += hidden
        self._run_content(run, 0, strong, fonts)
        self._muted -= hidden

    def _run_content(self, run: Element, offset: int, strong: bool, fonts: Fonts) -> int:
        """Add what a run holds; returns how many characters of it have been passed."""
        number = self._run
        for element in run:
            name = kind(element)
            if name == "w:t":
                raw = element.text or ""
                self._text(raw, offset, number, strong, fonts)
                offset += len(raw)
            elif name in _DRAWN:
                self._put(_DRAWN[name], offset, number, strong)
                offset += 1
            elif name in ("w:br", "w:cr"):
                self._break(element)
                offset += 1
            elif name == "w:sym":
                self._symbol(element, offset, number, strong)
                offset += 1
            elif name == "w:fldChar":
                self._field(element, offset, number, strong)
            elif name == "w:instrText":
                self._fields.instruct(element.text or "")
            elif name in _GRAPHICS:
                self._graphic(element)
            elif name == "w:ruby":
                for base in children(element, "w:rubyBase"):
                    self._content(base)
            elif name == "mc:AlternateContent":
                chosen = alternative(element)
                if chosen is not None:
                    offset = self._run_content(chosen, offset, strong, fonts)
            elif name in _NOTES:
                self._note(_NOTES[name], element)
        return offset

    def _text(self, raw: str, offset: int, number: int, strong: bool, fonts: Fonts) -> None:
        if self._fields.in_instruction:  # WPS writes instructions as text, too
            return
        drawn = raw if fonts == NO_FONTS else "".join(sign_of(character, fonts) for character in raw)
        at = 0
        for part in drawn.split(_SOFT_HYPHEN):
            if part:
                self._put(part.translate(_BLANKS), offset + at, number, strong)
            at += len(part) + 1

    def _symbol(self, element: Element, offset: int, number: int, strong: bool) -> None:
        sign = sign_of_symbol(attribute(element, "font"), attribute(element, "char"))
        if self._fields.in_instruction:
            self._fields.instruct(sign)
        elif sign:
            self._put(sign, offset, number, strong)

    def _break(self, element: Element) -> None:
        if self._muted or self._fields.silent:
            return
        self._line_end(Break.PAGE if attribute(element, "type") == "page" else Break.HARD)

    def _field(self, element: Element, offset: int, number: int, strong: bool) -> None:
        state = attribute(element, "fldCharType")
        if state == "begin":
            self._fields.begin(element)
        elif state == "separate":
            self._fields.separate()
        elif state == "end":
            drawn = self._fields.end()
            if drawn:
                self._put(drawn, offset, number, strong)

    def _graphic(self, element: Element) -> None:
        """Text boxes are texts; pictures only tell that there are some."""
        waiting = [element]
        while waiting:
            below = waiting.pop()
            name = kind(below)
            if name == "w:txbxContent":
                if not self._muted:
                    self._box(below)
            elif name == "mc:AlternateContent":
                chosen = alternative(below)
                waiting.extend(() if chosen is None else (chosen,))
            else:
                self._shared.has_pictures = self._shared.has_pictures or name in _PICTURES
                waiting.extend(reversed(below))

    def _note(self, story: Story, element: Element) -> None:
        identifier = value(element, "id")
        if identifier is not None and not self._muted:
            self._shared.notes.append((story, identifier))

    def _put(self, text: str, offset: int, number: int | None, strong: bool) -> None:
        """Add `text`, unless it is not shown here."""
        if self._muted or self._fields.silent or not (text or self._tick):
            return
        if self._marker is not None:
            text = text.lstrip(" \t\u3000\u00a0")
            if not (text or self._tick):
                return
            self._draw_marker(self._marker, text or self._tick, strong)
        self._fields.show()
        self._builder.strong(strong)
        self._builder.link(self._links > 0 or self._fields.linked)
        place = attrs.evolve(self._place, run=number, offset=offset)
        if self._tick:
            text = self._draw_tick(text, place)
        self._add(text, place)

    def _draw_marker(self, marker: Marker, text: str, strong: bool) -> None:
        """The automatic number of the paragraph; a gap where it and the text would run into each other."""
        self._marker = None
        self._builder.strong(strong)
        gap = "" if marker.text[-1] in _CLOSING else marker.gap
        self._add(marker.text + gap, attrs.evolve(self._place, run=None, offset=0))

    def _draw_tick(self, text: str, place: Place) -> str:
        """The state of a check box instead of the sign that its control shows."""
        tick, self._tick = self._tick, ""
        self._add(tick, place)
        blank = len(text) - len(text.lstrip())
        return text[:blank] + text[blank + 1 :] if text[blank : blank + 1] in BOXES else text

    def _add(self, text: str, place: Place) -> None:
        span = self._shared.layout.add(text, place)
        self._builder.add(text, span.start, span.end)
