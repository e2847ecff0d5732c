"""Fields (ISO/IEC 29500-1, 17.16): their results are text, their instructions are not, and some draw a sign."""

from __future__ import annotations

from attrs import define, field

from govreply.blocks import TICKED, UNTICKED
from govreply.readers.docx.names import Element, child, children, descend, is_on, number, value
from govreply.readers.docx.signs import field_name, sign_of_equation, sign_of_field

# page numbers belong to the page; what the others show is drawn from their instruction or their data
_SILENT = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "FORMCHECKBOX", "EQ", "SYMBOL"))
_MOST_OPEN = 64
_LONGEST_INSTRUCTION = 4000


def shows_nothing(instruction: str) -> bool:
    """Whether the result of a simple field with this instruction is no text of the document: a page number."""
    return field_name(instruction) in _SILENT


@define
class _Field:
    instruction: str = ""
    name: str = ""
    in_result: bool = False
    has_result: bool = False
    data: Element | None = None

    @property
    def silent(self) -> bool:
        return not self.in_result or self.name in _SILENT


@define
class FieldStack:
    """The fields that are open at one place of a paragraph, innermost last."""

    _open: list[_Field] = field(factory=list)

    @property
    def silent(self) -> bool:
        """Whether text here is not shown."""
        return any(one.silent for one in self._open)

    @property
    def linked(self) -> bool:
        """Whether text here is a link."""
        return any(one.in_result and one.name == "HYPERLINK" for one in self._open)

    @property
    def in_instruction(self) -> bool:
        """Whether text here belongs to the instruction of the innermost field."""
        return bool(self._open) and not self._open[-1].in_result

    def begin(self, element: Element) -> None:
        """A field begins; `element` may hold the data of a form field."""
        if len(self._open) < _MOST_OPEN:
            self._open.append(_Field(data=child(element, "w:ffData")))

    def instruct(self, text: str) -> None:
        """More of the instruction of the innermost field."""
        if self.in_instruction:
            innermost = self._open[-1]
            innermost.instruction = (innermost.instruction + text)[:_LONGEST_INSTRUCTION]

    def separate(self) -> None:
        """The instruction of the innermost field is complete; its result follows."""
        if self._open:
            innermost = self._open[-1]
            innermost.name = field_name(innermost.instruction)
            innermost.in_result = True

    def show(self) -> None:
        """Text of a result is shown."""
        for one in self._open:
            one.has_result = True

    def end(self) -> str:
        """The innermost field ends; returns what it draws itself, ``""`` where its result was all."""
        if not self._open:
            return ""
        ended = self._open.pop()
        ended.name = ended.name or field_name(ended.instruction)
        drawn = _drawn(ended)
        if self.in_instruction:
            self.instruct(drawn)
            return ""
        return drawn

    def clear(self) -> None:
        """No field is open any more: a paragraph has ended, and one that never ends hides nothing beyond it."""
        self._open.clear()


def _drawn(ended: _Field) -> str:
    if ended.name == "FORMCHECKBOX":
        return _check_box(child(ended.data, "w:checkBox"))
    if ended.name == "FORMDROPDOWN" and not ended.has_result:
        return _choice(child(ended.data, "w:ddList"))
    if ended.name == "EQ":
        return sign_of_equation(ended.instruction)
    if ended.name == "SYMBOL":
        return sign_of_field(ended.instruction)
    return ""


def _check_box(data: Element | None) -> str:
    checked = child(data, "w:checked")
    on = is_on(checked) if checked is not None else is_on(child(data, "w:default"))
    return TICKED if on else UNTICKED


def _choice(data: Element | None) -> str:
    entries = [value(entry) or "" for entry in children(data, "w:listEntry")]
    chosen = number(value(descend(data, "w:result")))
    if chosen is None:
        chosen = number(value(descend(data, "w:default")))
    at = chosen or 0
    return entries[at] if 0 <= at < len(entries) else ""
