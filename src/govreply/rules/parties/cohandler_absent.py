"""An organ is said to have taken part in handling, and nothing in the letter speaks of it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Agency, AgencyMention, Reply, Section
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.items import opening
from govreply.rules.compare.organs import same_organ
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates

_OTHERS = ("部门", "单位", "处室")
_ENDINGS = ("委员会", "局", "委", "厅", "办", "部")
_LEVELS = ("市", "省", "区", "县", "州", "旗")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each co-handler that the body does not name."""
    head = [*filter(None, (reply.receipt,)), *opening(reply)]
    if not reply.sections or any(_and_others(text.text) for text in head):
        return  # a short letter or a summary does not go through the organs one by one
    # being copied in says nothing of what an organ did
    elsewhere = [text.span for text in (*head, *reply.copies)]
    body = "".join(_texts(reply.sections)) + "".join(m.text for m in reply.measures)
    for joint in reply.joint_agencies:
        if _stem(joint.text) in body:
            continue
        if not any(_is(joint, agency) and _spoken_of(agency, elsewhere) for agency in reply.agencies):
            yield Problem(
                span=joint.span,
                message=Bilingual(
                    f"开头写会同“{joint.text}”办理，正文却再未提到它做了什么",
                    f"“{joint.text}” is said to have handled it too, but the body never speaks of it again",
                ),
                suggestion=Bilingual(
                    "补上该单位的会办意见，或从会办名单中删去", "add what it contributed, or take it off the list"
                ),
            )


def _and_others(text: str) -> bool:
    """Whether a list of organs ends in 等部门, 等有关单位 and the like."""
    return any(word in rest[:6] for rest in text.split("等")[1:] for word in _OTHERS)


def _stem(name: str) -> str:
    """What stays of an organ's name in 市财政, 市场监管部门: no ending, and no level word where the rest is long enough."""
    stem = next((name.removesuffix(e) for e in _ENDINGS if name.endswith(e) and len(name) > len(e) + 2), name)
    return stem[1:] if stem.startswith(_LEVELS) and len(stem) > 4 else stem


def _texts(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield from (text.text for text in (*section.paragraphs, *section.measures))
        yield from _texts(section.sections)


def _is(joint: AgencyMention, agency: Agency) -> bool:
    if any(span == joint.span for span in agency.spans):
        return True
    return same_organ(joint, AgencyMention(text=agency.text, span=joint.span, canonical=agency.canonical))


def _spoken_of(agency: Agency, elsewhere: list[Span]) -> bool:
    return any(not any(place.overlaps(span) for place in elsewhere) for span in agency.spans)


def violates() -> Iterable[Violates]:
    """Co-handlers that leave no trace."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(joint_agencies=("市财政局", "市地方金融局"), sections=_with_finance()),
        at="市地方金融局",
        note="会同两家，正文只有一家",
    )
    yield Violates(
        Letter(joint_agencies=("市城建局",), copies=("市政协提案委", "市城建局")),
        at="市城建局",
        note="只见于抄送，不见于正文",
    )


def passes() -> Iterable[Passes]:
    """Co-handlers that are accounted for."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="没有会办单位")
    yield Passes(Letter(joint_agencies=("市财政局",), sections=_with_finance()), note="正文写到会办单位")
    yield Passes(Letter(opening=("我局会同市财政局、市城建局等部门认真进行了研究办理。",)), note="“等部门”概述")
    yield Passes(
        Letter(
            opening=("我局会同市城建局认真进行了研究办理。该路段管网已列入本年度改造项目，年底前完工。",),
            sections=(),
            outlook=(),
        ),
        note="不分节的短答复",
    )


def _with_finance() -> tuple[Part, ...]:
    from govreply.testing import Part

    return (
        Part(heading="加大资金投入", paragraphs=("市财政局统筹安排改造资金，优先保障老旧小区管网项目。",)),
        Part(heading="加快工程建设", paragraphs=("市水务局建立项目清单，倒排工期，定期通报进度。",)),
    )


RULE = Rule(
    name="cohandler-absent",
    code="PTY009",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("会办单位无着落", "Co-handler leaves no trace"),
    explanation=Explanation(
        contradiction=Bilingual(
            "开头写明会同某单位办理，正文再未提到该单位。",
            "The opening says that an organ took part in handling; the body never speaks of it again.",
        ),
        importance=Bilingual(
            "主办应当汇总会办意见；只列名而无内容，提出者不知道该单位管了什么。",
            "The lead organ sums up what the others say; a bare name leaves the proposer without their answer.",
        ),
        silent=(
            Bilingual("“等部门”一类概述", "lists that end in 等部门 and the like"),
            Bilingual("不分节的短答复", "short letters without sections"),
            Bilingual("以全称或另一简称再次出现的", "organs that come back under their full or another short name"),
        ),
        grounds=Bilingual("主办单位汇总会办意见统一答复的规定", "Rules that the lead organ answers for all"),
    ),
    needs=("joint_agencies",),
    check=check,
    violates=violates,
    passes=passes,
)
