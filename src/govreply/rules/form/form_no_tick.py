"""A question of a form that came back has no tick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.form import returned, single

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each single-choice question without a tick."""
    form = reply.feedback
    if form is None or not returned(form):
        return
    unclear = {d.span for d in reply.diagnostics if d.code == "ticks-all-alike"}
    for choice in form.choices:
        if choice.span in unclear:
            continue
        if single(choice) and not any(option.checked for option in choice.options):
            labels = "、".join(option.label.text for option in choice.options)
            yield Problem(
                span=choice.label.span,
                message=Bilingual(
                    f"“{choice.label.text}”一栏（{labels}）没有勾选",
                    f"nothing is ticked for “{choice.label.text}” ({labels})",
                ),
                suggestion=Bilingual("与提出者核实后补勾", "ask the proposer and complete the form"),
            )


def violates() -> Iterable[Violates]:
    """Forms with an unanswered question."""
    from govreply.testing import Form, Letter, TableStyle, Violates

    yield Violates(Letter(form=Form().ticking("结果评价")), at="结果评价", note="结果评价三框全空")
    yield Violates(
        Letter(form=Form(table=TableStyle.PIPE).ticking("答复公开")), at="答复公开", note="其余已勾，答复公开未勾"
    )


def passes() -> Iterable[Passes]:
    """Forms on which nothing is owed."""
    from govreply.testing import Form, Letter, Passes, Question, TickStyle

    yield Passes(Letter(form=Form()), note="各栏均已勾选")
    yield Passes(Letter(form=Form(ticks=TickStyle.BRACKET)), note="以（√）表示的勾选")
    yield Passes(Letter(form=Form(ticks=TickStyle.INPUT)), note="以复选框控件表示的勾选")
    yield Passes(Letter(form=Form.specimen()), note="空白样表，其余字段皆空")
    yield Passes(
        Letter(form=Form(opinion="").ticking("办理效果").ticking("结果评价").ticking("答复公开")),
        note="随函附寄、尚未收回的表",
    )
    yield Passes(
        Letter(
            form=Form(
                questions=(
                    Question(label="结果评价", options=("满意", "基本满意", "不满意"), ticked=("满意",)),
                    Question(label="沟通方式", options=("见面", "电话", "书面")),
                )
            )
        ),
        note="沟通方式可以不选",
    )


RULE = Rule(
    name="form-no-tick",
    code="FRM001",
    family="form",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("单选组未勾", "Question without a tick"),
    explanation=Explanation(
        contradiction=Bilingual(
            "征询意见表已经填回，某个单选栏却一个也没有勾。",
            "A form that was filled in and returned leaves a single-choice question open.",
        ),
        importance=Bilingual("办结统计和归档要求评价齐全。", "Statistics and files need every rating."),
        silent=(
            Bilingual("空白样表", "blank specimens"),
            Bilingual(
                "尚未收回的表：没有任何勾选、意见和日期", "forms not yet returned: no tick, opinion or date at all"
            ),
            Bilingual("沟通方式一类可多选的栏", "questions that allow several answers, such as ways of contact"),
        ),
        grounds=Bilingual("归档齐全的要求", "Completeness of files"),
    ),
    needs=("feedback.choices",),
    check=check,
    violates=violates,
    passes=passes,
)
