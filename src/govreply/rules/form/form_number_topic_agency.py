"""The head of the form (number, topic, proposer, organ) belongs to another reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AgencyMention, Feedback, Reply, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import known_numbers
from govreply.rules.compare.numbers import same_number
from govreply.rules.compare.organs import is_government, same_organ
from govreply.rules.compare.spread import topics

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem each for number, topic and organ of the form."""
    form = reply.feedback
    if form is None or form.blank:
        return
    yield from _number(reply, form)
    yield from _topic(reply, form)
    yield from _organ(reply, form)


def _number(reply: Reply, form: Feedback) -> Iterator[Problem]:
    cell, own = form.number, known_numbers(reply)
    if cell is None or not cell.text or not own or any(same_number(cell.text, n) for n in own):
        return
    printed = reply.matter.number if reply.matter else None
    yield Problem(
        span=cell.span,
        message=Bilingual(
            f"表中编号“{cell.text}”不是本件的“{'、'.join(own)}”",
            f"the form has number “{cell.text}”, the letter {', '.join(own)}",
        ),
        related=(Place(span=printed.span, label=Bilingual("本件编号", "number of the letter")),) if printed else (),
        suggestion=_CHECK_FORM,
    )


def _topic(reply: Reply, form: Feedback) -> Iterator[Problem]:
    cell = form.matter_title
    others = [t for t in topics(reply) if t.where is not Where.FORM]
    own = [t for t in topics(reply) if cell is not None and t.text.span == cell.span]
    if cell is None or not own or not others:
        return
    if any(t.core.startswith(own[0].core) or own[0].core.startswith(t.core) for t in others):
        return
    yield Problem(
        span=cell.span,
        message=Bilingual(
            f"表中题目“{cell.text}”不是本件的“{others[0].text.text}”",
            f"the form has topic “{cell.text}”, the letter “{others[0].text.text}”",
        ),
        related=(Place(span=others[0].text.span, label=Bilingual("本件题目", "topic of the letter")),),
        suggestion=_CHECK_FORM,
    )


def _organ(reply: Reply, form: Feedback) -> Iterator[Problem]:
    cell = form.organ
    if cell is None or not cell.text:
        return
    organ = AgencyMention(text=cell.text, span=cell.span)
    own = [*filter(None, (reply.issuer,)), *(reply.signature.agencies if reply.signature else ())]
    if not own or any(same_organ(organ, a) or is_government(a) for a in own) or is_government(organ):
        return
    if any(same_organ(organ, joint) for joint in reply.joint_agencies):
        return  # the form of a co-handler, filed with the lead's reply
    yield Problem(
        span=cell.span,
        message=Bilingual(
            f"表中承办单位“{cell.text}”不是本件的“{own[0].text}”",
            f"the form names “{cell.text}”, the letter comes from “{own[0].text}”",
        ),
        related=(Place(span=own[0].span, label=Bilingual("本件发文机关", "issuer of the letter")),),
        suggestion=_CHECK_FORM,
    )


_CHECK_FORM = Bilingual("检查是否附错了表，或改正表头", "check that the right form is attached, or correct its head")


def violates() -> Iterable[Violates]:
    """Forms of another organ; number and topic alone are told by their own rules."""
    from govreply.testing import Form, Letter, TableStyle, Violates

    yield Violates(
        Letter(form=Form(organ="武汉市教育局")),
        at="武汉市教育局",
        related=("武汉市水务局",),
        note="表中承办单位为另一局",
    )
    yield Violates(
        Letter(form=Form(organ="武汉市园林和林业局", table=TableStyle.PIPE)),
        at="武汉市园林和林业局",
        related=("武汉市水务局",),
        note="管道表格中的承办单位",
    )


def passes() -> Iterable[Passes]:
    """Heads of forms that agree, or whose fault another rule tells."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form()), note="表头与正文一致")
    yield Passes(Letter(form=Form(organ="市水务局")), note="简称与全称")
    yield Passes(
        Letter(
            number="0117、0120", form=Form(number="0120"), receipt="您提出的第0117号、第0120号提案收悉，现答复如下："
        ),
        note="并案答复，表填其中一号",
    )
    yield Passes(
        Letter(form=Form(number="20230171")),
        note="编号不同由 proposal-number-mismatch 报告",
        alongside=("proposal-number-mismatch",),
    )
    yield Passes(Letter(form=Form.specimen()), note="空白样表")


RULE = Rule(
    name="form-number-topic-agency",
    code="FRM007",
    family="form",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("表中编号题目承办与正文不符", "Head of the form against the letter"),
    explanation=Explanation(
        contradiction=Bilingual(
            "征询意见表表头的编号、题目或承办单位与答复本身不同。",
            "Number, topic or organ in the head of the form differ from the letter.",
        ),
        importance=Bilingual(
            "表是评价这件答复的凭据；表头不符，评价就不算数。",
            "The form rates this reply; with another head the rating belongs to something else.",
        ),
        silent=(
            Bilingual("简称与全称", "short and full names"),
            Bilingual("并案答复，表填其中一号", "replies to several items, whose form has one of the numbers"),
            Bilingual(
                "编号、题目、提出者已由各自的规则报告时，本规则不重复",
                "numbers, topics and proposers that their own rules already tell",
            ),
            Bilingual("政府或其办公机构作承办单位", "a government or its office as the organ"),
        ),
        grounds=Bilingual("一件一表", "One form for one item"),
    ),
    needs=("feedback",),
    yields_to=("proposal-number-mismatch", "topic-text-mismatch", "addressee-proposer-mismatch"),
    check=check,
    violates=violates,
    passes=passes,
)
