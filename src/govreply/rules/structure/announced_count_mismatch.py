"""The letter announces three measures and lists two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each announced count that the enumeration after it does not bear out."""
    for announced in reply.announcements:
        if announced.of_matter or announced.open_ended or announced.listed in (None, announced.count):
            continue
        yield Problem(
            span=announced.span,
            message=Bilingual(
                f"前面说“{announced.text}”（{announced.count}），后面列了{announced.listed}项",
                f"“{announced.text}” announces {announced.count}, but {announced.listed} items follow",
            ),
            related=tuple(
                Place(span=item.span, label=Bilingual(f"所列：“{item.text}”", f"listed: “{item.text}”"))
                for item in announced.items
            ),
            suggestion=Bilingual("核对是数目写错还是漏列", "find out whether the count is wrong or an item is lost"),
        )


def violates() -> Iterable[Violates]:
    """Counts against enumerations."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_inline("我局主要从三个方面着手：一是完善台账；二是分类改造。")),
        at="三个方面",
        related=("一是", "二是"),
        note="三个方面只列两项",
    )
    yield Violates(
        Letter(sections=_inline("我局采取四项措施：一是完善台账；二是分类改造；三是加强巡查。")),
        at="四项措施",
        related=("一是", "二是", "三是"),
        note="四项措施只列三项",
    )


def passes() -> Iterable[Passes]:
    """Counts that promise nothing about what follows."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_inline("我局采取三项措施：一是完善台账；二是分类改造；三是加强巡查。")), note="数目与列举相符"
    )
    yield Passes(
        Letter(opening=("您在提案中从“完善规划、加大投入、强化监管”三个方面提出了中肯的建议，我局认真研究办理。",)),
        note="三个方面说的是提案，答复另设各节",
    )
    yield Passes(Letter(sections=_inline("认真落实“四个意识”，一是完善台账；二是分类改造。")), note="固定政治术语")
    yield Passes(
        Letter(sections=_inline("我局从规划、资金、管护等三个方面统筹推进：一是完善台账；二是分类改造。")),
        note="“等三个方面”",
    )
    yield Passes(Letter(sections=_inline("该项目涉及三个方面，协调难度较大，目前正在推进。")), note="后面没有列举")


def _inline(text: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加快推进改造", paragraphs=(text,)),)


RULE = Rule(
    name="announced-count-mismatch",
    code="STR009",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("数目与列举不符", "Announced count against the list"),
    explanation=Explanation(
        contradiction=Bilingual(
            "“三个方面”“四项措施”之后列出的项数与所说的数目不同。",
            "After 三个方面 or 四项措施 another number of items follows.",
        ),
        importance=Bilingual(
            "不是数目写错就是漏列，答复内容不完整。", "Either the count is wrong or the answer is incomplete."
        ),
        silent=(
            Bilingual(
                "说的是提案的几个方面，答复自有其分节",
                "counts of the proposal's points, where the reply has its own sections",
            ),
            Bilingual("固定政治术语（四个意识等）", "set political terms"),
            Bilingual("“等三个方面”", "counts after 等, which stay open"),
            Bilingual("后面没有列举", "counts that no list follows"),
        ),
        grounds=Bilingual("行文常识", "Plain writing"),
    ),
    needs=("announcements",),
    check=check,
    violates=violates,
    passes=passes,
)
