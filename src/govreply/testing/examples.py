"""The examples that prove a rule: letters on which it speaks, and look-alikes on which it keeps silent."""

from __future__ import annotations

from attrs import Factory, field, frozen

from govreply.findings import Severity
from govreply.testing.layout import Format
from govreply.testing.letter import Letter


@frozen
class Violates:
    """A letter in which the rule finds exactly one contradiction.

    Attributes:
        at: the document's text at the primary span, spaces left out.
        related: the texts at the related spans, in order.
        note: what goes wrong here, in Chinese; shown on the rule's page.
        severity: where it is not the rule's own.
        format: how the letter is written.
        file_name: the name of its file where that does not say the format.
        alongside: names of other rules that rightly speak at error level on this letter.
    """

    letter: Letter
    at: str
    related: tuple[str, ...] = ()
    note: str = ""
    severity: Severity | None = None
    format: Format = Format.MARKDOWN
    alongside: tuple[str, ...] = ()
    file_name: str = field(default=Factory(lambda self: self.format.file_name, takes_self=True))


@frozen
class Passes:
    """A letter on which the rule keeps silent; ``note`` says, in Chinese, which look-alike it is.

    Attributes:
        alongside: names of other rules that rightly speak at error level on this letter.
    """

    letter: Letter
    note: str = ""
    format: Format = Format.MARKDOWN
    alongside: tuple[str, ...] = ()
    file_name: str = field(default=Factory(lambda self: self.format.file_name, takes_self=True))
