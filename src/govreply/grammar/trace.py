"""Evidence: what each step of the chain found for a field, and what it turned down and why (``govreply why``)."""

from __future__ import annotations

from attrs import field, frozen, mutable

from govreply.span import Span


@frozen
class Evidence:
    """One candidate for a field.

    Attributes:
        field: dotted key of the reply (``matter.number``).
        step: name of the chain's step that proposed it.
        text: the wording. span: its place in the source.
        accepted: whether it became the field's value, or part of it.
        reason: the mark that it was recognised by, or why it was turned down.
    """

    field: str
    step: str
    text: str
    span: Span
    accepted: bool
    reason: str


@frozen
class Trace:
    """All evidence of one reading, in the order of the chain."""

    entries: tuple[Evidence, ...]

    def of(self, name: str) -> tuple[Evidence, ...]:
        """The evidence for a field and for what lies below it (``matter`` gives ``matter.number`` too)."""
        return tuple(e for e in self.entries if e.field == name or e.field.startswith(name + "."))


@mutable
class Recorder:
    """Collects evidence while the chain runs."""

    entries: list[Evidence] = field(factory=list)
    step: str = ""

    def accept(self, name: str, text: str, span: Span, reason: str) -> None:
        """Record a candidate that became the value of field `name`."""
        self.entries.append(Evidence(name, self.step, text, span, True, reason))

    def reject(self, name: str, text: str, span: Span, reason: str) -> None:
        """Record a candidate for field `name` that was turned down."""
        self.entries.append(Evidence(name, self.step, text, span, False, reason))

    def trace(self) -> Trace:
        """What was recorded."""
        return Trace(tuple(self.entries))
