"""Headings of one level stand at different heading levels of the mark-up: ### 一、 and ## 二、."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Section
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each level of the outline whose headings differ, at the first odd one."""
    levels: dict[tuple[int, str], list[Section]] = {}
    for depth, section in _headings(reply.sections, 1):
        levels.setdefault((depth, section.style), []).append(section)
    for sections in levels.values():
        counts = Counter(s.depth_hint for s in sections)
        usual = counts.most_common(1)[0][0]
        odd = next((s for s in sections if s.depth_hint != usual), None)
        if odd is None:
            continue
        like = next(s for s in sections if s.depth_hint == usual)
        yield Problem(
            span=odd.marker.span,
            message=Bilingual(
                f"同一层级的“{like.marker.text}”是{usual}级标题，“{odd.marker.text}”却是{odd.depth_hint}级",
                f"“{like.marker.text}” is a heading of level {usual}, “{odd.marker.text}” of the same rank one of level {odd.depth_hint}",
            ),
            related=(Place(span=like.marker.span, label=Bilingual(f"{usual}级标题", f"heading of level {usual}")),),
            suggestion=Bilingual("统一标题级别；多为转换所致", "use one heading level; mostly a trace of conversion"),
        )


def _headings(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
    """The sections that the mark-up calls headings, with their depth in the outline."""
    for section in sections:
        if section.depth_hint:
            yield depth, section
        yield from _headings(section.sections, depth + 1)


def violates() -> Iterable[Violates]:
    """Headings that drift."""
    from govreply.testing import Letter, Part, Violates
    from govreply.testing.surface import Surface

    yield Violates(Letter(surface=Surface(depths=(3, 2))), at="二、", related=("一、",), note="### 一、 之后是 ## 二、")
    three = tuple(
        Part(heading=h, paragraphs=(f"围绕{h}，市水务局明确了完成时限。",))
        for h in ("摸清底数", "分类改造", "强化管护")
    )
    yield Violates(
        Letter(sections=three, surface=Surface(depths=(3, 4, 3))),
        at="二、",
        related=("一、",),
        note="### 一、 #### 二、 ### 三、",
    )


def passes() -> Iterable[Passes]:
    """Headings of one level, or text without them."""
    from govreply.testing import Format, Letter, Part, Passes
    from govreply.testing.surface import Surface

    yield Passes(Letter(), note="同级标题级别一致")
    yield Passes(Letter(), note="纯文本没有标题级别", format=Format.TEXT)
    run_in = Part(heading="健全长效管护机制", run_in=True, paragraphs=("市水务局建立日常巡查制度，落实管护责任单位。",))
    yield Passes(
        Letter(sections=(Part(heading="加快改造", paragraphs=("已完成36个小区改造。",)), run_in)),
        note="标题独行与标题接排并存",
    )
    yield Passes(Letter(surface=Surface(after=("附件1", "老旧小区改造清单"))), note="附件的大标题不与正文标题比")


RULE = Rule(
    name="heading-depth-drift",
    code="STR005",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("标题级别漂移", "Drifting heading levels"),
    explanation=Explanation(
        contradiction=Bilingual(
            "序号同级的标题，在Markdown或网页里标成了不同级别。",
            "Headings of one rank are marked up at different levels in Markdown or HTML.",
        ),
        importance=Bilingual(
            "按标题级别生成的目录和切分会出错。", "Tables of contents and splits made from the mark-up go wrong."
        ),
        silent=(
            Bilingual("附件自己的大标题", "the headings of attachments"),
            Bilingual("标题与正文接排，没有标题级别的", "headings that run into their text and have no level"),
        ),
        grounds=Bilingual("格式转换的痕迹", "Traces of conversion"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
