"""满意 is ticked above an opinion that turns the answer down, or 不满意 above one that praises it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import ChoiceName, Option, Reply, Text
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_SATISFIED = ("满意", "非常满意", "很满意", "十分满意")
_DISSATISFIED = ("不满意", "很不满意", "非常不满意")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the words that contradict the tick."""
    voice = reply.structure.voice
    ticked = _ticked(reply)
    if voice is None or not ticked:
        return
    grades = {option.label.text for option in ticked}
    if grades <= set(_SATISFIED) and voice.negative and not voice.positive:
        yield _problem(voice.negative[0], ticked[0], "否定", "turns the answer down")
    elif grades <= set(_DISSATISFIED) and _satisfied(voice.positive) and not voice.negative and not voice.wishes:
        yield _problem(_satisfied(voice.positive)[0], ticked[0], "肯定", "praises it")


def _ticked(reply: Reply) -> list[Option]:
    """The ticked grades; none where a question has two ticks or none, which other rules tell."""
    form = reply.feedback
    questions = [c for c in form.choices if c.name is ChoiceName.RATING] if form else []
    ticked = [[o for o in c.options if o.checked] for c in questions]
    return [options[0] for options in ticked] if all(len(options) == 1 for options in ticked) else []


def _satisfied(words: tuple[Text, ...]) -> list[Text]:
    return [word for word in words if word.text.endswith("满意")]


def _problem(words: Text, option: Option, zh: str, en: str) -> Problem:
    return Problem(
        span=words.span,
        message=Bilingual(
            f"勾选“{option.label.text}”，意见却作{zh}：“{words.text}”",
            f"“{option.label.text}” is ticked, but the opinion {en}: “{words.text}”",
        ),
        related=(
            Place(
                span=option.label.span, label=Bilingual(f"勾选：{option.label.text}", f"ticked: {option.label.text}")
            ),
        ),
        suggestion=Bilingual("与提出者核实评价", "ask the proposer which is meant"),
    )


def violates() -> Iterable[Violates]:
    """Ticks against words."""
    from govreply.testing import Form, Letter, TableStyle, Violates

    yield Violates(
        Letter(form=Form(opinion="答复答非所问，请贵局重新办理。")),
        at="答非所问",
        related=("满意",),
        note="勾满意，写“答非所问，请重新办理”",
    )
    yield Violates(
        Letter(form=Form(opinion="答复避重就轻，对这样的结果不能认可。", table=TableStyle.PIPE)),
        at="避重就轻",
        related=("满意",),
        note="勾满意，写“不能认可”",
    )
    yield Violates(
        Letter(form=Form(opinion="办理认真负责，对办理结果非常满意。").ticking("结果评价", "不满意")),
        at="满意",
        related=("不满意",),
        note="勾不满意，写“非常满意”",
    )
    yield Violates(
        Letter(form=Form(opinion="答复实事求是，措施具体，对此表示满意。").ticking("结果评价", "不满意")),
        at="满意",
        related=("不满意",),
        note="“对此表示”不是填表说明里的“此表”",
    )


def passes() -> Iterable[Passes]:
    """Ticks and words that go together."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form()), note="勾满意，写满意")
    yield Passes(Letter(form=Form(opinion="对答复表示满意，希望尽快落实到位，不要敷衍了事。")), note="勾满意并提希望")
    yield Passes(Letter(form=Form(opinion="分年实施的安排我们理解，没有不满意的地方。")), note="“没有不满意”")
    yield Passes(
        Letter(form=Form(opinion="小区积水问题长期没有得到解决，此次答复给出了改造时间表。")), note="评语针对提案背景"
    )
    yield Passes(Letter(form=Form(opinion="第三点避重就轻，其余各点表示满意。")), note="有肯定有批评，从其所勾")
    yield Passes(
        Letter(form=Form(opinion="答复答非所问，请重新办理。").ticking("结果评价", "不满意")), note="勾不满意，写不满意"
    )


RULE = Rule(
    name="form-rating-text-conflict",
    code="FRM003",
    family="form",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("评价与意见相反", "Rating against opinion"),
    explanation=Explanation(
        contradiction=Bilingual(
            "结果评价勾了满意，意见栏却明确否定答复；或者相反。",
            "The rating is 满意 and the opinion plainly turns the answer down, or the other way round.",
        ),
        importance=Bilingual(
            "满意率统计失真，应当再办的件被当成办结。",
            "Statistics go wrong, and an item that should be taken up again counts as settled.",
        ),
        silent=(
            Bilingual("勾满意而提希望", "满意 with wishes for more"),
            Bilingual("“没有不满意”一类的双重否定", "double negations such as 没有不满意"),
            Bilingual("说的是提案的背景，不是答复", "words on the background of the proposal, not on the answer"),
            Bilingual("有肯定也有批评的意见", "opinions with praise and blame"),
            Bilingual("基本满意、理解", "grades between the two"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("structure.voice", "feedback.choices"),
    check=check,
    violates=violates,
    passes=passes,
)
