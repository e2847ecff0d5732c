"""The reply says how many points the proposal raised and answers fewer of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Section
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._texts import walk

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates

_ANSWER = "对建议一"
# a heading that names several points answers them together
_NUMERALS = tuple("一二三四五六七八九十")
_BEHIND_NUMBER = tuple("的、条点项和与至")
_TOGETHER = ("、", "和", "与", "及", "至", "到", "合并", "一并", "其他", "其余", "剩余", "各")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the count of points."""
    requested = reply.structure.requested
    if requested is None:
        return
    answers = [s for _, s in walk(reply.sections) if s.style == _ANSWER]
    # a single answer may stand for one point of a letter that answers the others in running text
    if len(answers) < 2 or any(_answers_several(s) for s in answers):
        return
    answered = {s.ordinal for s in answers}
    missing = [n for n in range(1, requested.count + 1) if n not in answered]
    if not missing:
        return
    numbers = "、".join(map(str, missing))
    yield Problem(
        span=requested.span,
        message=Bilingual(
            f"提案“{requested.text}”，其中第{numbers}点没有对应的答复",
            f"the proposal raised {requested.count} points (“{requested.text}”); no answer to point {', '.join(map(str, missing))}",
        ),
        related=tuple(
            Place(span=s.marker.span, label=Bilingual(f"已答：“{s.marker.text}”", f"answered: “{s.marker.text}”"))
            for s in answers
        ),
        suggestion=Bilingual(
            "补答缺项；合并答复的，写明合并", "answer what is missing, or say that points are answered together"
        ),
    )


def _answers_several(section: Section) -> bool:
    """Whether marker or heading name more than one point: 对建议二、三 leaves its second number behind the marker."""
    heading = section.heading or next(iter(section.paragraphs), None)
    start = heading.text[:2] if heading is not None else ""
    second_number = start[:1] in _NUMERALS and start[1:] in _BEHIND_NUMBER
    together = any(word in section.marker.text for word in _TOGETHER)
    return together or second_number or (section.heading is not None and start.startswith(_TOGETHER))


_LEAD = ("您在提案中提出了三点建议，我局逐条进行了研究。",)


def violates() -> Iterable[Violates]:
    """Points without an answer."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(opening=_LEAD, sections=(_part("对建议一的答复"), _part("对建议二的答复"))),
        at="三点建议",
        related=("对建议一的答复", "对建议二的答复"),
        note="提案三点，答复两点",
    )
    yield Violates(
        Letter(opening=_LEAD, sections=(_part("对建议一的答复"), _part("对建议三的答复"))),
        at="三点建议",
        related=("对建议一的答复", "对建议三的答复"),
        note="第二点没有答复",
    )


def passes() -> Iterable[Passes]:
    """Every point is answered, or nobody can tell."""
    from govreply.testing import Letter, Passes

    every = tuple(_part(f"对建议{n}的答复") for n in "一二三")
    yield Passes(Letter(opening=_LEAD, sections=every), note="三点俱答")
    yield Passes(Letter(opening=_LEAD, sections=(every[1], every[0], every[2])), note="答复次序与提案不同")
    yield Passes(
        Letter(opening=_LEAD, sections=(_part("对建议一的答复"), _part("对建议二、三的答复"))), note="合并答复并写明"
    )
    yield Passes(Letter(opening=_LEAD), note="答复另设各节，不逐条对应")


def _part(marker: str) -> Part:
    from govreply.testing import Part

    return Part(marker=f"{marker}：", paragraphs=("市水务局已将相关内容纳入年度改造计划，明确了完成时限。",))


RULE = Rule(
    name="request-coverage",
    code="STR010",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("逐条答复缺项", "Point without an answer"),
    explanation=Explanation(
        contradiction=Bilingual(
            "答复写明提案有几点建议，并逐条答复，却缺了其中某一条。",
            "The reply says how many points were raised and answers them one by one, but leaves one out.",
        ),
        importance=Bilingual("提出者的一项建议没有下落。", "One suggestion of the proposer gets no answer."),
        silent=(
            Bilingual("写明合并答复的", "points that are answered together"),
            Bilingual("答复次序与提案不同", "answers in another order"),
            Bilingual("答复另设各节，不与各条一一对应", "replies with sections of their own"),
        ),
        grounds=Bilingual("各地办理办法：逐条答复", "Local rules: answer point by point"),
    ),
    needs=("structure.requested",),
    check=check,
    violates=violates,
    passes=passes,
)
