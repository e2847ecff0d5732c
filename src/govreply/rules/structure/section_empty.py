"""A heading is followed by the next heading of its level, with no text between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Measure, Reply, Section
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._texts import body_texts, lowered

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_STYLES = ("一、", "（一）", "对建议一")
_POINTS = ("1.", "（1）")  # points of a list, unless the next one is a heading
_LONGEST = 40  # what is longer is a sentence, not a heading
_STOPS = ("。", "；", "！", "：")
_SIGNS = (*_STOPS, "，", "、", ";", ",", ":", ".", "”", "）")
# what may stand between two headings without being text of the section
_NOTHING = ("body", "furniture")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each empty section whose neighbours have text."""
    for siblings in _families(reply.sections):
        full = [s for s in siblings if _has_text(s)]
        # a list of short points has no text anywhere
        if len(full) * 2 < len(siblings):
            continue
        for section, following in pairwise(siblings):
            if following.style != section.style or _has_text(section) or not _is_heading(section):
                continue
            if section.style in _POINTS and not _has_text(following):
                continue
            if _something_between(reply, section, following):
                continue
            name = section.heading.text if section.heading else ""
            yield _problem(reply, section, section.marker.text + name, following)
    for point, following in _bare_points(reply.sections, reply.measures):
        if not _something_between(reply, point, following):
            yield _problem(reply, point, point.text, following)


def _problem(reply: Reply, empty: Section | Measure, shown: str, following: Section) -> Problem:
    return Problem(
        span=empty.span,
        message=Bilingual(
            f"“{shown}”之下没有正文，直接是“{following.marker.text}”",
            f"“{shown}” has no text before “{following.marker.text}”",
        ),
        related=(
            Place(
                span=following.marker.span,
                label=Bilingual(f"下一标题“{following.marker.text}”", f"next heading: “{following.marker.text}”"),
            ),
        ),
        severity=lowered(reply),
        suggestion=Bilingual(
            "补写本节内容，或删去标题并顺延序号", "write the section, or drop the heading and renumber"
        ),
    )


def _bare_points(sections: tuple[Section, ...], measures: tuple[Measure, ...]) -> Iterator[tuple[Measure, Section]]:
    """Points 1. or （1） that are but a few words, where the next one of the list is a heading with its text below."""
    for style in _POINTS:
        both: list[Section | Measure] = [*sections, *measures]
        units = sorted((u for u in both if u.style == style), key=lambda u: u.span)
        full = [u for u in units if isinstance(u, Section) and _has_text(u)]
        if len(full) * 2 < len(units):
            continue
        for point, following in pairwise(units):
            if not (isinstance(point, Measure) and isinstance(following, Section) and _has_text(following)):
                continue
            words = point.text.removeprefix(point.marker.text)
            if following.ordinal == point.ordinal + 1 and len(words) <= _LONGEST and not words.endswith(_SIGNS):
                yield point, following
    for section in sections:
        yield from _bare_points(section.sections, section.measures)


def _families(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    if len(sections) > 1:
        yield sections
    for section in sections:
        yield from _families(section.sections)


def _has_text(section: Section) -> bool:
    return bool(section.paragraphs or section.measures or section.sections)


def _is_heading(section: Section) -> bool:
    heading = section.heading
    if section.style not in (*_STYLES, *_POINTS) or heading is None:
        return False
    # the span of the section ends with the sign that the heading dropped
    closed = len(section.span) > heading.span.end - section.span.start
    return len(heading.text) <= _LONGEST and not closed and not heading.text.endswith(_STOPS)


def _something_between(reply: Reply, section: Section | Measure, following: Section) -> bool:
    """A table, a figure or words that went elsewhere."""
    low, high = section.span.end, following.span.start
    texts = any(low <= t.span.start < high for t in body_texts(reply))
    parts = any(low <= p.span.start < high and p.element not in _NOTHING for p in reply.parts)
    return texts or parts or any(low <= d.span.start < high for d in reply.diagnostics)


def violates() -> Iterable[Violates]:
    """Headings without text."""
    from govreply.testing import Letter, Part, Violates

    text = ("市水务局明确了责任单位和完成时限。",)
    yield Violates(
        Letter(
            sections=(
                Part(heading="基本情况", paragraphs=text),
                Part(heading="推进机制"),
                Part(heading="下步打算", paragraphs=text),
            )
        ),
        at="二、推进机制",
        related=("三、",),
        note="二、之后直接是三、",
    )
    yield Violates(
        Letter(
            sections=(
                Part(
                    heading="加快改造",
                    parts=(Part(heading="摸清底数"), Part(heading="分类改造", paragraphs=text)),
                ),
                Part(heading="强化管护", paragraphs=text),
            )
        ),
        at="（一）摸清底数",
        related=("（二）",),
        note="（一）之后直接是（二）",
    )
    yield Violates(
        Letter(
            sections=(
                Part(
                    heading="加快改造",
                    parts=(
                        Part(marker="1.", heading="摸清底数"),
                        Part(marker="2.", heading="分类改造", paragraphs=text),
                        Part(marker="3.", heading="竣工验收", paragraphs=text),
                    ),
                ),
                Part(heading="强化管护", paragraphs=text),
            )
        ),
        at="1.摸清底数",
        related=("2.",),
        note="1.之后直接是2.，其余各点均有正文",
    )


def passes() -> Iterable[Passes]:
    """Headings that are followed by something, or that are no headings."""
    from govreply.testing import Letter, Part, Passes

    text = ("市水务局明确了责任单位和完成时限。",)
    yield Passes(Letter(), note="各节都有正文")
    yield Passes(
        Letter(
            sections=(
                Part(heading="加快改造", parts=(Part(heading="摸清底数", paragraphs=text),)),
                Part(heading="强化管护", paragraphs=text),
            )
        ),
        note="标题之下接子标题",
    )
    yield Passes(
        Letter(sections=tuple(Part(heading=h) for h in ("完善管网台账", "实施分类改造", "加强日常巡查"))),
        note="各条均为短句的列举，不是空节",
    )
    yield Passes(
        Letter(
            sections=(
                Part(heading="基本情况", paragraphs=text),
                Part(heading="已将该项目列入今年改造计划", heading_stop="。"),
                Part(heading="下步打算", paragraphs=text),
            )
        ),
        note="以句号结尾的一句话即是正文",
    )
    yield Passes(
        Letter(sections=(Part(heading="基本情况", paragraphs=text), Part(heading="下步打算", measures=text))),
        note="标题之下是分项措施",
    )


RULE = Rule(
    name="section-empty",
    code="STR006",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("空节", "Empty section"),
    explanation=Explanation(
        contradiction=Bilingual(
            "标题之下没有正文，紧接着就是同级的下一个标题。",
            "A heading is followed at once by the next heading of its level.",
        ),
        importance=Bilingual(
            "不是漏写就是转换时丢了一段，答复不完整。",
            "Text was not written or was lost in conversion; the reply is incomplete.",
        ),
        silent=(
            Bilingual("标题之下接子标题、分项措施", "headings over sub-headings or measures"),
            Bilingual("标题之下是表格或图", "headings over a table or figure"),
            Bilingual(
                "各条都是短句的列举，或以句号结尾的一句话", "lists of short points, and points that end in a full stop"
            ),
            Bilingual("全文为半角标点或字形丢失的网页摘录，只作提示", "extracts that lost their signs: only a hint"),
        ),
        grounds=Bilingual("完整性要求", "Completeness"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
