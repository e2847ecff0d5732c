"""A note of attachments that names none: 附件： with nothing behind it, or with its number alone."""

from collections.abc import Iterator

from govreply import Problem, Reply, Rule, Severity
from govreply.language import Bilingual
from govreply.rules.base import Context, Explanation
from govreply.testing import Letter, Passes, Violates

_NUMBERS = "0123456789.、 "


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each attachment without a name."""
    for attachment in reply.attachments:
        if not attachment.text.strip(_NUMBERS).strip("附件一二三四五六七八九十"):
            yield Problem(
                span=attachment.span,
                message=Bilingual(
                    f"附件“{attachment.text}”没有写名称", f"the attachment “{attachment.text}” has no name"
                ),
            )


def violates() -> Iterator[Violates]:
    """Letters on which it speaks."""
    yield Violates(Letter(attachments=("附件1",)), at="附件1", note="只写“附件1”")
    yield Violates(Letter(attachments=("附件二",)), at="附件二", note="汉字编号")


def passes() -> Iterator[Passes]:
    """Look-alikes on which it keeps silent."""
    yield Passes(Letter(), note="没有附件")
    yield Passes(Letter(attachments=("整改台账",)), note="写明名称")
    yield Passes(Letter(attachments=("附件清单",)), note="名称里有“附件”二字")


RULE = Rule(
    name="attachment-unnamed",
    code="EXA001",
    family="example",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("附件没有名称", "Attachment without a name"),
    explanation=Explanation(
        contradiction=Bilingual("附件说明只有序号，没有名称。", "The note of attachments has a number and no name."),
        importance=Bilingual("归档时无从核对。", "Nobody can tell whether it is there."),
        silent=(Bilingual("名称里有“附件”二字的。", "Names that hold the word 附件."),),
        grounds=Bilingual("GB/T 9704-2012 7.3.4", "GB/T 9704-2012, 7.3.4"),
    ),
    needs=("attachments",),
    check=check,
    violates=violates,
    passes=passes,
)
