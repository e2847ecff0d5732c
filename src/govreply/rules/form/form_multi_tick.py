"""A question that allows one answer has two ticks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Option, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.form import single

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each single-choice question with more than one tick, on the second of them."""
    for choice in reply.feedback.choices if reply.feedback else ():
        ticked: dict[str, Option] = {}
        for option in choice.options:
            if option.checked:
                ticked.setdefault("".join(option.label.text.split()), option)  # one box may be drawn twice
        if not single(choice) or len(ticked) < 2:
            continue
        first, second, *more = ticked.values()
        labels = "、".join(ticked)
        yield Problem(
            span=second.label.span,
            message=Bilingual(
                f"“{choice.label.text}”只能选一项，却同时勾了{labels}",
                f"“{choice.label.text}” allows one answer, but {labels} are ticked",
            ),
            related=tuple(
                Place(span=o.label.span, label=Bilingual(f"也勾了“{o.label.text}”", f"“{o.label.text}” is ticked too"))
                for o in (first, *more)
            ),
            suggestion=Bilingual("与提出者核实本意", "ask the proposer what was meant"),
        )


def violates() -> Iterable[Violates]:
    """Forms with two answers to one question."""
    from govreply.testing import Form, Letter, TickStyle, Violates

    yield Violates(
        Letter(form=Form().ticking("结果评价", "满意", "基本满意")),
        at="基本满意",
        related=("满意",),
        note="满意与基本满意同勾",
    )
    yield Violates(
        Letter(form=Form(ticks=TickStyle.INPUT).ticking("答复公开", "同意公开", "不同意公开")),
        at="不同意公开",
        related=("同意公开",),
        note="同意与不同意公开同勾",
    )
    yield Violates(
        Letter(form=Form(ticks=TickStyle.DISC).ticking("答复公开", "同意公开", "不同意公开")),
        at="不同意公开",
        related=("同意公开",),
        note="两项都是●，而别的栏里有○",
    )


def passes() -> Iterable[Passes]:
    """Several ticks that are allowed."""
    from govreply.testing import Form, Letter, Passes, Question

    yield Passes(Letter(form=Form()), note="每栏一勾")
    ways = ("见面", "电话", "书面")
    yield Passes(
        Letter(
            form=Form(questions=(Question(label="沟通方式", options=ways, ticked=("见面", "电话"), multiple=True),))
        ),
        note="多选组：沟通方式",
    )
    yield Passes(
        Letter(form=Form(questions=(Question(label="听取意见方式", options=ways, ticked=("见面", "电话")),))),
        note="听取意见方式，本可多选",
    )
    yield Passes(Letter(form=Form.specimen()), note="空白样表")


RULE = Rule(
    name="form-multi-tick",
    code="FRM002",
    family="form",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("单选多勾", "Several ticks for one answer"),
    explanation=Explanation(
        contradiction=Bilingual(
            "单选栏里同时勾了两项以上，如满意与基本满意。",
            "A single-choice question has two ticks or more, such as 满意 and 基本满意.",
        ),
        importance=Bilingual("两项评价互相否定，无法统计。", "The answers cancel each other and cannot be counted."),
        silent=(
            Bilingual("多选栏：沟通方式、听取意见方式", "questions that allow several answers"),
            Bilingual("同一选项的框与√重复呈现", "one option whose box and tick are both drawn"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("feedback.choices",),
    check=check,
    violates=violates,
    passes=passes,
)
