"""The note lists two attachments and only one follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Attachment, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._texts import lowered

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_SENT_APART = ("另发", "另附", "另行", "略", "不公开", "涉密", "另送", "随后", "另寄")
_FORM = ("征询意见表", "反馈表", "意见表", "测评表", "评价表", "征求意见表")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each noted attachment that is not among those bound behind the letter."""
    bodies = reply.structure.attachment_bodies
    listed = reply.attachments
    # nothing bound: they were sent as files of their own; one alone needs no number
    if not bodies or not listed or len(bodies) >= len(listed):
        return
    present = {body.ordinal for body in bodies} - {None}
    for at, attachment in enumerate(listed, start=1):
        number = attachment.ordinal or at
        if number in present or (None in {b.ordinal for b in bodies} and number == 1) or _elsewhere(attachment):
            continue
        yield Problem(
            span=attachment.span,
            message=Bilingual(
                f"附件说明列有“{number}.{attachment.text}”，文后只有{'、'.join(b.text for b in bodies)}",
                f"attachment {number} “{attachment.text}” is noted, but only {', '.join(b.text for b in bodies)} follows",
            ),
            related=tuple(Place(span=b.span, label=Bilingual(f"文后：{b.text}", f"bound: {b.text}")) for b in bodies),
            severity=lowered(reply),
            suggestion=Bilingual("补附件，或改附件说明", "add the attachment or mend the note"),
        )


def _elsewhere(attachment: Attachment) -> bool:
    return any(word in attachment.text for word in (*_SENT_APART, *_FORM))


_NAMES = ("老旧小区改造清单", "雨污分流实施方案")


def violates() -> Iterable[Violates]:
    """Attachments that are noted and absent."""
    from govreply.testing import Letter, Violates
    from govreply.testing.surface import Surface

    yield Violates(
        Letter(attachments=_NAMES, surface=Surface(after=("附件1", _NAMES[0], "共列入小区36个。"))),
        at=_NAMES[1],
        related=("附件1",),
        note="列两件，文后只有一件",
    )
    yield Violates(
        Letter(attachments=_NAMES, surface=Surface(after=("附件2", _NAMES[1], "分三年实施。"))),
        at=_NAMES[0],
        related=("附件2",),
        note="文后缺附件1",
    )


def passes() -> Iterable[Passes]:
    """Notes that are borne out, or that nobody can check."""
    from govreply.testing import Form, Letter, Passes
    from govreply.testing.surface import Surface

    both = ("附件1", _NAMES[0], "共列入小区36个。", "附件2", _NAMES[1], "分三年实施。")
    yield Passes(Letter(attachments=_NAMES, surface=Surface(after=both)), note="列两件，文后两件")
    yield Passes(Letter(attachments=_NAMES), note="附件为单独的文件")
    yield Passes(Letter(form=Form()), note="征询意见表随函附寄，不作附件")
    yield Passes(
        Letter(
            attachments=(_NAMES[0], "雨污分流实施方案（另发）"),
            surface=Surface(after=("附件1", _NAMES[0], "共列入小区36个。")),
        ),
        note="附件另发",
    )


RULE = Rule(
    name="attachment-note-mismatch",
    code="STR014",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("附件说明与附件不符", "Attachment note against attachments"),
    explanation=Explanation(
        contradiction=Bilingual(
            "附件说明所列的附件，文后只附了一部分。",
            "Of the attachments in the note only some are bound behind the letter.",
        ),
        importance=Bilingual(
            "附件漏附，归档和收文都不完整。", "An attachment was forgotten; file and letter are incomplete."
        ),
        silent=(
            Bilingual(
                "一件也没有附在文后，附件为单独的文件", "no attachment bound at all: they are files of their own"
            ),
            Bilingual("征询意见表随函附寄，不作附件", "the feedback form, which is sent along and no attachment"),
            Bilingual("写明“另发”“略”的", "attachments that are sent apart or left out by the note's own words"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.4、7.3.7条", "GB/T 9704-2012, clauses 7.3.4 and 7.3.7"),
    ),
    needs=("attachments",),
    check=check,
    violates=violates,
    passes=passes,
)
