"""Tags, comments or entities are left in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import IrregularityKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.typography._places import of_kind, saying

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place."""
    for one in of_kind(reply, IrregularityKind.MARKUP):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"“{one.text}”是转换时残留的标记", f"“{one.text}” is mark-up that a conversion left behind"
            ),
            suggestion=Bilingual("删去标记，核对原文", "remove the mark-up and compare with the original"),
        )


def violates() -> Iterable[Violates]:
    """Remains of mark-up."""
    from govreply.testing import Format, Letter, Violates

    yield Violates(
        Letter(sections=saying("改造后每年减少污水直排<br>约120万吨，河道水质改善。")),
        at="<br>",
        note="残留的换行标记",
        format=Format.TEXT,
    )
    yield Violates(
        Letter(sections=saying("改造后CO<sub>2</sub>排放减少，河道水质改善。")),
        at="<sub>2</sub>",
        note="残留的下标标记，相邻两处并报",
        format=Format.TEXT,
    )
    yield Violates(
        Letter(sections=saying("改造后每年减少污水直排&amp;nbsp;约120万吨。")),
        at="&amp;nbsp;",
        note="转义了两次的空格",
        format=Format.MARKDOWN,
    )


def passes() -> Iterable[Passes]:
    """Signs that are meant, and mark-up that was read."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("排水能力<5立方米/秒且管径>300毫米的泵站逐一检修。")), note="数学小于号")
    yield Passes(Letter(sections=saying("整治A&B两个片区，R&D投入逐年增加。")), note="连接符")
    yield Passes(Letter(sections=saying("改造后CO₂排放减少，河道水质改善。")), note="下标字符")
    yield Passes(Letter(sections=saying("张**委员提出的138****5678一类号码已隐去。")), note="遮蔽用的星号")


RULE = Rule(
    name="markup-residue",
    code="TYP007",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("标记残留", "Mark-up left in the text"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文里留着HTML标签、注释或字符实体。",
            "Tags, comments or entities of HTML are left in the text.",
        ),
        importance=Bilingual(
            "读不通，也说明转换时别处可能有损失。",
            "It cannot be read, and the conversion may have lost more elsewhere.",
        ),
        silent=(
            Bilingual(
                "解析器能读懂的标记（HTML、Markdown件里的标签）",
                "mark-up that the format knows (tags in HTML and Markdown)",
            ),
            Bilingual("数学小于号、大于号", "signs of less and greater"),
            Bilingual("连接符&和遮蔽用的星号", "& as a connector, and asterisks that hide names"),
        ),
        grounds=Bilingual("转换痕迹", "Traces of conversion"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
