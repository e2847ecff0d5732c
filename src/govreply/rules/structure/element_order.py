"""Elements behind the text stand in the wrong order: copies before the date, the note of attachments behind the copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_SIGNATURE = Bilingual("落款", "signature")
_COPIES = Bilingual("抄送", "copies")
_NOTE = Bilingual("附件说明", "note of attachments")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem for the copies and one for the note of attachments."""
    if reply.published:
        return
    signature = reply.signature.span if reply.signature else None
    copies = reply.copies[0].span if reply.copies else None
    note = reply.attachments[0].span if reply.attachments else None
    if copies is not None and signature is not None and copies.end <= signature.start:
        yield _problem(copies, _COPIES, signature, _SIGNATURE)
    if note is not None and copies is not None and note.start >= copies.end:
        yield _problem(note, _NOTE, copies, _COPIES)


def _problem(early: Span, what: Bilingual, late: Span, other: Bilingual) -> Problem:
    before = early.start < late.start
    return Problem(
        span=early,
        message=Bilingual(
            f"{what.zh}应在{other.zh}之{'后' if before else '前'}",
            f"the {what.en} should stand {'behind' if before else 'before'} the {other.en}",
        ),
        related=(Place(span=late, label=other),),
        suggestion=Bilingual(
            "按正文、附件说明、落款、抄送的次序排列", "the order is text, note of attachments, signature, copies"
        ),
    )


def violates() -> Iterable[Violates]:
    """Elements out of order."""
    from govreply.testing import Letter, Violates
    from govreply.testing.surface import Surface

    yield Violates(
        Letter(
            copies=(),
            thanks=("感谢您对我市水务工作的关心和支持。", "抄送：市政协提案委。"),
        ),
        at="市政协提案委",
        related=("武汉市水务局2023年6月12日",),
        note="抄送在署名之前",
    )
    yield Violates(
        Letter(surface=Surface(after=("附件：1.老旧小区改造清单",)), copies=("市政协提案委",)),
        at="老旧小区改造清单",
        related=("市政协提案委",),
        note="附件说明在抄送之后",
    )


def passes() -> Iterable[Passes]:
    """Elements in order, and orders that are free."""
    from govreply.testing import Letter, Passes
    from govreply.testing.surface import Surface

    yield Passes(Letter(attachments=("老旧小区改造清单",)), note="附件说明、落款、抄送依次")
    yield Passes(Letter(surface=Surface(contacts_first=True)), note="联系方式在署名之前")
    yield Passes(
        Letter(
            copies=(),
            thanks=("感谢您对我市水务工作的关心和支持。", "抄送：市政协提案委。"),
            metadata=(("索引号", "K0001-2023-00117"), ("发布机构", "武汉市水务局")),
        ),
        note="网页重排",
    )


RULE = Rule(
    name="element-order",
    code="STR020",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("要素次序颠倒", "Elements out of order"),
    explanation=Explanation(
        contradiction=Bilingual(
            "抄送排在署名、成文日期之前，或附件说明排在抄送之后。",
            "Copies stand before signature and date, or the note of attachments behind the copies.",
        ),
        importance=Bilingual(
            "不合公文格式，归档著录时容易认错要素。",
            "It breaks the standard form, and elements are mistaken in filing.",
        ),
        silent=(
            Bilingual("网页重新排列的要素", "web pages, which rearrange elements"),
            Bilingual("联系方式在署名之前", "contacts before the signature"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.1条", "GB/T 9704-2012, clause 7.1"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
