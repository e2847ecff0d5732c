"""The numbering of the body, solved over all of its paragraphs: sections and measures as one tree.

Markers of one style in sequence stand on one level; another style opens a level below or closes back to its own. Levels of
headings in the mark-up are hints and never decide. Where a marker fits nowhere it is kept flat and a diagnostic names it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, mutable

from govreply.grammar.draft import Draft
from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.ordinals import Marker, find_running, match_marker
from govreply.model import Measure, Section, Text
from govreply.patterns import compile_pattern
from govreply.span import Span, hull

SECTION_STYLES = ("一、", "（一）", "对建议一")
EITHER_STYLES = ("1.", "（1）")
_RANK = {"对建议一": 0, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4}
_HEADING_LIMIT = 40
_STOP = compile_pattern(r"[。：；！？]")


@mutable(eq=False)
class Unit:
    """A numbered unit while the tree is built."""

    marker: Marker
    paragraph: Paragraph
    head: Text | None
    rest_start: int
    paragraphs: list[Text] = field(factory=list)
    measures: list[Measure] = field(factory=list)
    units: list[Unit] = field(factory=list)

    @property
    def is_section(self) -> bool:
        """一、 and （一） always are; 1. and （1） by a heading of their own or children, else they are measures."""
        if self.marker.style in SECTION_STYLES:
            return True
        return self.head is not None or bool(self.units) or bool(self.measures)


@mutable(eq=False)
class Outline:
    """The tree: top units, and what stands before or outside them."""

    units: list[Unit] = field(factory=list)
    measures: list[Measure] = field(factory=list)
    loose: list[Text] = field(factory=list)


def build(draft: Draft, paragraphs: Sequence[Paragraph]) -> Outline:
    """The outline of consecutive body paragraphs."""
    outline = Outline()
    path: list[Unit] = []
    for at, paragraph in enumerate(paragraphs):
        marker = _block_marker(paragraph)
        if marker is None:
            _add_text(outline, path, paragraph, 0)
            continue
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        unit = _unit(paragraph, marker, following)
        _place(draft, outline, path, unit)
        if unit.rest_start < len(paragraph.text):
            _add_text(outline, path, paragraph, unit.rest_start)
    return outline


def opens_unit(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a marker of the section families."""
    return _block_marker(paragraph) is not None


def _block_marker(paragraph: Paragraph) -> Marker | None:
    marker = match_marker(paragraph.folded, 0)
    if marker is None or marker.style not in (*SECTION_STYLES, *EITHER_STYLES):
        return None
    return marker


def _unit(paragraph: Paragraph, marker: Marker, following: Paragraph | None) -> Unit:
    """The unit that a paragraph opens: its heading is the whole line, or runs up to the first stop within 40 characters."""
    folded = paragraph.folded
    start = marker.end
    if marker.style == "对建议一":
        end = len(folded.rstrip("。：")) if len(folded) - start <= _HEADING_LIMIT else start
        head = paragraph.cut(start, end) if end > start and folded[start] not in "：。" else None
        return Unit(marker, paragraph, head, len(folded) if head is not None or len(folded) - start <= 1 else start)
    stop = _STOP.search(folded, start)
    if stop is None:
        if len(folded) - start <= _HEADING_LIMIT + 20 and not (len(folded) - start > _HEADING_LIMIT and "，" in folded):
            return (
                Unit(marker, paragraph, paragraph.cut(start), len(folded))
                if len(folded) > start
                else Unit(marker, paragraph, None, start)
            )
        return Unit(marker, paragraph, None, start)
    at = stop.start()
    if stop.group() not in "。：" or at - start > _HEADING_LIMIT or at == start:
        return Unit(marker, paragraph, None, start)
    return Unit(marker, paragraph, paragraph.cut(start, at), at + 1)


def _place(draft: Draft, outline: Outline, path: list[Unit], unit: Unit) -> None:
    """Hang a unit where its style and ordinal fit; `path` becomes the way down to it."""
    style, ordinal = unit.marker.style, unit.marker.ordinal
    depth = next((i for i in range(len(path) - 1, -1, -1) if path[i].marker.style == style), None)
    if depth is not None and not (
        ordinal == 1 and path[depth].marker.ordinal >= 1 and _opens_below(path, depth, style)
    ):
        if ordinal != path[depth].marker.ordinal + 1:
            _tell(draft, unit, path[depth].marker.ordinal + 1)
    elif depth is None:
        depth = _new_depth(path, style)
        siblings = path[depth - 1].units if depth else outline.units
        last = next((u for u in reversed(siblings) if u.marker.style == style), None)
        if last is None and ordinal != 1:
            _tell(draft, unit, 1)
    del path[depth:]
    (path[-1].units if path else outline.units).append(unit)
    path.append(unit)


def _opens_below(path: list[Unit], depth: int, style: str) -> bool:
    """A series that begins anew below a unit of a lower rank (1. under （一） after 1. above it) is a level of its own."""
    return any(_RANK[u.marker.style] > _RANK[style] for u in path[depth + 1 :]) is False and depth < len(path) - 1


def _new_depth(path: list[Unit], style: str) -> int:
    """A style that is new on the path goes below every unit of higher rank."""
    depth = 0
    for at, unit in enumerate(path):
        if _RANK[unit.marker.style] < _RANK[style]:
            depth = at + 1
    return depth


def _tell(draft: Draft, unit: Unit, expected: int) -> None:
    span = unit.paragraph.tidy.span(unit.marker.start, unit.marker.end)
    draft.diagnose("numbering-out-of-sequence", span, "sections", f"{unit.marker.text} ≠ {expected}")


def _add_text(outline: Outline, path: list[Unit], paragraph: Paragraph, start: int) -> None:
    """The text of a paragraph from `start` on: what stands before its first running marker, then its measures."""
    target = path[-1] if path else None
    siblings = target.measures if target else outline.measures
    measures, first = running_measures(paragraph, start, siblings)
    if first > start:
        text = paragraph.cut(start, first)
        if text.text:
            (target.paragraphs if target else outline.loose).append(text)
    siblings.extend(measures)


def hang_outlook(outline: Outline, paragraphs: Sequence[Paragraph]) -> None:
    """Measures inside the next steps hang under the last top section, which they continue; without sections on the reply."""
    for paragraph in paragraphs:
        siblings = outline.units[-1].measures if outline.units else outline.measures
        siblings.extend(running_measures(paragraph, 0, siblings)[0])


def running_measures(paragraph: Paragraph, start: int, before: Sequence[Measure]) -> tuple[list[Measure], int]:
    """The measures of the running-text families from `start` on, and where the first of them begins.

    `before` are those of the same unit in the paragraphs above, which a run may continue.
    """
    firsts = before[-1].ordinal if before and before[-1].style == "首先" else 0
    markers = _runs([m for m in find_running(paragraph.folded, start) if m.start >= start], firsts)
    measures = []
    for at, (marker, ordinal) in enumerate(markers):
        end = markers[at + 1][0].start if at + 1 < len(markers) else len(paragraph.text)
        measures.append(measure(paragraph, marker, ordinal, end))
    return measures, markers[0][0].start if markers else len(paragraph.text)


def measure(paragraph: Paragraph, marker: Marker, ordinal: int, end: int) -> Measure:
    """The measure from its marker to `end`."""
    base = paragraph.cut(marker.start, end)
    return Measure(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        marker=paragraph.cut(marker.start, marker.end),
        ordinal=ordinal,
        style=marker.style,
    )


def _runs(markers: list[Marker], firsts: int) -> list[tuple[Marker, int]]:
    """Markers with their ordinals; 最后 counts only behind 首先 or 其次, and takes the next ordinal.

    `firsts` is the ordinal of a 首先 or 其次 right before them, else 0.
    """
    kept: list[tuple[Marker, int]] = []
    for marker in markers:
        if marker.style != "首先":
            kept.append((marker, marker.ordinal))
            continue
        if marker.ordinal == 0:
            if not firsts:
                continue
            firsts += 1
            kept.append((marker, firsts))
        else:
            firsts = marker.ordinal
            kept.append((marker, marker.ordinal))
    return kept


def sections_of(units: Sequence[Unit]) -> tuple[list[Section], list[Measure]]:
    """The units as sections, and those that are measures by the shape of their series."""
    sections: list[Section] = []
    measures: list[Measure] = []
    for unit in units:
        if unit.is_section:
            sections.append(_section(unit))
        else:
            measures.append(_unit_measure(unit))
    return sections, measures


def _section(unit: Unit) -> Section:
    children, items = sections_of(unit.units)
    measures = sorted([*unit.measures, *items], key=lambda m: m.span.start)
    marker = unit.paragraph.cut(unit.marker.start, unit.marker.end)
    spans: list[Span] = [marker.span, unit.paragraph.cut(unit.marker.start, unit.rest_start).span]
    spans += [p.span for p in unit.paragraphs] + [m.span for m in measures] + [c.span for c in children]
    return Section(
        span=hull(spans),
        marker=marker,
        ordinal=unit.marker.ordinal,
        style=unit.marker.style,
        heading=unit.head,
        paragraphs=tuple(unit.paragraphs),
        measures=tuple(measures),
        sections=tuple(children),
        depth_hint=unit.paragraph.depth_hint,
    )


def _unit_measure(unit: Unit) -> Measure:
    """A 1. or （1） unit without heading or children; paragraphs that follow it without a marker belong to it."""
    base = unit.paragraph.cut(unit.marker.start)
    if len(unit.paragraphs) > 1:
        last = unit.paragraphs[-1].span
        base = Text(
            text=base.text + "".join(p.text for p in unit.paragraphs[1:]),
            span=hull([base.span, last]),
            pieces=(*(base.pieces or (base.span,)), *(s for p in unit.paragraphs[1:] for s in (p.pieces or (p.span,)))),
        )
    return Measure(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        marker=unit.paragraph.cut(unit.marker.start, unit.marker.end),
        ordinal=unit.marker.ordinal,
        style=unit.marker.style,
    )
