"""One organ answers one item twice, with different class marks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import Answer, answers_to_one, one_issuer, split_among
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_FOLLOW_UP_DAYS: Final = 30  # an item marked C is not solved within days


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each item, with every answer of the organ that bears a mark."""
    for answers in answers_to_one(view):
        for group in _by_issuer([answer for answer in answers if answer.class_mark and not answer.opinion]):
            marks = sorted({answer.class_mark or "" for answer in group})
            replies = [view.reply(answer.input) for answer in group]
            followed = any(reply.timing.follow_up is not None for reply in replies)
            if len(marks) > 1 and not followed and not split_among(replies) and not _grew(group):
                yield _problem(view, group, marks)


def _problem(view: View, group: list[Answer], marks: list[str]) -> CrossProblem:
    number = group[0].number
    return CrossProblem(
        message=Bilingual(
            f"第{number}号答复了{len(group)}次，办理类别分别为{'、'.join(marks)}",
            f"item {number} was answered {len(group)} times, with the class marks {', '.join(marks)}",
        ),
        places=tuple(_place(view, answer) for answer in group),
        suggestion=Bilingual("核对办理结果，统一类别", "settle what became of the item, and use one mark"),
    )


def _place(view: View, answer: Answer) -> CrossPlace:
    mark = view.reply(answer.input).disposition
    label = Bilingual(f"类别：{answer.class_mark}", f"class: {answer.class_mark}")
    return CrossPlace(label=label, input=answer.input, span=mark.span if mark else answer.span)


def _by_issuer(answers: list[Answer]) -> list[list[Answer]]:
    groups: list[list[Answer]] = []
    for answer in answers:
        home = next((group for group in groups if one_issuer(group[0].issuer, answer.issuer)), None)
        if home is None:
            groups.append([answer])
        else:
            home.append(answer)
    return groups


def _grew(group: list[Answer]) -> bool:
    """Whether each later answer is better than the one before it (first C, then A): the item was followed up."""
    dated = sorted((answer.date, answer.class_mark or "") for answer in group if answer.date)
    if len(dated) < len(group):
        return False
    return all(
        mark > better and (date.fromisoformat(later) - date.fromisoformat(day)).days >= _FOLLOW_UP_DAYS
        for (day, mark), (later, better) in itertools.pairwise(dated)
    )


def violates() -> Iterable[Violates]:
    """Two marks for one item."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    yield Violates(
        Bundle(
            files={
                "a.md": first(disposition="B"),
                "b.md": first(disposition="C", document_number="武水函〔2023〕35号", date="2023年6月26日"),
            }
        ),
        at=(("a.md", "B"), ("b.md", "C")),
        note="半月之内两次答复，一件 B、一件 C",
    )
    yield Violates(
        Bundle(files={"a.md": first(disposition="A"), "a.txt": first(disposition="B")}),
        at=(("a.md", "A"), ("a.txt", "B")),
        note="同一答复的两种格式类别不同",
    )


def passes() -> Iterable[Passes]:
    """Several answers that do not contradict each other."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    yield Passes(Bundle(files={"a.md": first(), "a.txt": first()}), note="两种格式类别相同")
    yield Passes(
        Bundle(
            files={
                "a.md": first(disposition="A"),
                "b.md": first(disposition="B", issuer="武汉市园林和林业局", document_number="武园林函〔2023〕8号"),
            }
        ),
        note="两家分办各复，各评各的类别",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(disposition="C"),
                "b.md": first(disposition="A", document_number="武水函〔2023〕98号", date="2023年11月20日"),
            }
        ),
        note="先 C 后 A，跟踪办理后再答复",
    )
    yield Passes(
        Bundle(files={"a.md": first(disposition="A"), "b.md": another(disposition="B", number="20230117", session=1)}),
        note="两次会议的同号提案",
    )
    yield Passes(Bundle(files={"a.md": first(disposition="A"), "b.md": another(disposition="B")}), note="两件提案")


RULE = CrossRule(
    name="duplicate-proposal-class",
    code="BAT002",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("同案异类", "One item, two class marks"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一机关对同一件提案、建议的几份答复，办理结果类别不同。",
            "Several replies of one organ to one item bear different class marks.",
        ),
        importance=Bilingual(
            "统计按类别计数；一件两类，总数和各类数就对不上。",
            "Tallies count by class; an item with two classes makes them disagree.",
        ),
        silent=(
            Bilingual(
                "分办单位各自答复、各评类别", "organs among which an item was split, each with a mark of its own"
            ),
            Bilingual(
                "先 C 后 A 的跟踪答复，再次答复", "a later, better mark after the item was followed up; renewed answers"
            ),
        ),
        grounds=Bilingual("各地办理办法：一件提案一个办理结果", "Local rules: one item has one result"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
