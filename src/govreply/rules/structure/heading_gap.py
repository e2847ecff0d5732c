"""A number is left out between two headings of one level: 一、 二、 四、."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._runs import RUNNING, Unit, runs

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place where the numbering jumps forward."""
    for run in runs(reply):
        if run[0].style in RUNNING:
            continue
        for before, after in pairwise(run):
            # after a doubled number the next may go on from either count
            if after.ordinal <= before.ordinal + 1 or _doubled_before(run, after.ordinal):
                continue
            missing = after.ordinal - before.ordinal - 1
            lost = "1 number between them is" if missing == 1 else f"{missing} numbers between them are"
            yield Problem(
                span=after.marker.span,
                message=Bilingual(
                    f"“{before.marker.text}”之后直接是“{after.marker.text}”，中间缺{missing}个序号",
                    f"“{after.marker.text}” follows “{before.marker.text}”; {lost} missing",
                ),
                related=(
                    Place(
                        span=before.marker.span,
                        label=Bilingual(f"上一序号“{before.marker.text}”", f"number before: “{before.marker.text}”"),
                    ),
                ),
                suggestion=Bilingual(
                    "核对是编错序号还是漏了一节", "find out whether the number is wrong or a section is lost"
                ),
            )


def _doubled_before(run: list[Unit], ordinal: int) -> bool:
    earlier = [unit.ordinal for unit in run if unit.ordinal < ordinal]
    return len(earlier) > len(set(earlier))


def violates() -> Iterable[Violates]:
    """Jumps in the numbering."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(
        Letter(sections=(_part("摸清底数"), _part("分类改造"), _part("强化管护", marker="四、"))),
        at="四、",
        related=("二、",),
        note="一、二、四、",
    )
    yield Violates(
        Letter(
            sections=(
                Part(
                    heading="加快改造",
                    parts=(_part("摸清底数"), _part("分类改造", marker="（三）")),
                ),
                _part("强化管护"),
            )
        ),
        at="（三）",
        related=("（一）",),
        note="（一）（三）",
    )


def passes() -> Iterable[Passes]:
    """Numberings that are whole, or that cannot be judged."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(), note="序号连续")
    yield Passes(
        Letter(
            sections=(_part("摸清底数", marker=""), _part("分类改造", marker="二、"), _part("强化管护", marker="三、"))
        ),
        note="首个“一、”丢失（多为项目符号所致的文本损坏）",
    )
    yield Passes(
        Letter(
            sections=(
                Part(heading="加快改造", parts=(_part("摸清底数"), _part("分类改造"))),
                Part(heading="强化管护", parts=(_part("日常巡查"), _part("定期检测"))),
            )
        ),
        note="各节之内重新起号",
    )
    yield Passes(
        Letter(sections=(Part(heading="依法管护", paragraphs=("根据条例第三条、第七条，产权单位承担养护责任。",)),)),
        note="引文中的“第三条”",
    )


def _part(heading: str, marker: str | None = None) -> Part:
    from govreply.testing import Part

    return Part(heading=heading, marker=marker, paragraphs=(f"围绕{heading}，市水务局明确了责任单位和完成时限。",))


RULE = Rule(
    name="heading-gap",
    code="STR001",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("序号跳号", "Gap in the numbering"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一层级的标题序号中间缺号，如一、二、四、。", "Headings of one level leave a number out: 一、二、四、."
        ),
        importance=Bilingual(
            "要么序号编错，要么删掉或丢失了一节，读者无从判断。",
            "Either the number is wrong or a section was cut or lost; the reader cannot tell.",
        ),
        silent=(
            Bilingual("首个序号丢失（变成项目符号等文本损坏）", "a lost first number, which is damage to the text"),
            Bilingual("各节之内重新起号", "numbers that start again in each section"),
            Bilingual("引文里的条款号", "numbers of articles that are quoted"),
            Bilingual(
                "序号重复造成的错位，由 heading-duplicate 报告",
                "shifts after a doubled number, which heading-duplicate tells",
            ),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.3条", "GB/T 9704-2012, clause 7.3.3"),
    ),
    yields_to=("heading-duplicate",),
    check=check,
    violates=violates,
    passes=passes,
)
