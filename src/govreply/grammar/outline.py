"""The numbering of the body, solved over all of its paragraphs: sections and measures as one tree.

Where each marker goes is decided by :mod:`govreply.grammar.numbering` for the whole body at once. Levels of headings in the
mark-up are hints and never decide. A marker that is out of sequence is kept where it fits best, and a diagnostic names it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, mutable

from govreply.grammar.block_markers import EITHER_STYLES, SECTION_STYLES, block_marker, is_bare_heading, tell_unread
from govreply.grammar.draft import Draft
from govreply.grammar.numbering import Placement, doubtful, place
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import tidy
from govreply.lexicon.ordinals import Marker, find_running
from govreply.model import Measure, Section, Text
from govreply.patterns import compile_pattern
from govreply.span import Span, hull

_HEADING_LIMIT = 40
_OWN_LINE_LIMIT = 80
_LEAST_HEADING = 2
_STOP = compile_pattern(r"[。：；！？]")
# words of another, items and all, up to the quotation's own end
_QUOTATION = compile_pattern(r"“[^“”]{1,300}”")
_WIDE_GAP = compile_pattern(r"[ \u00a0]{2,}+|\u3000++|\t")
_COMMA = compile_pattern("，")


@mutable(eq=False)
class Unit:
    """A numbered unit while the tree is built."""

    marker: Marker
    paragraph: Paragraph
    head: Text | None
    rest_start: int
    sentence: bool = False
    paragraphs: list[Text] = field(factory=list)
    measures: list[Measure] = field(factory=list)
    units: list[Unit] = field(factory=list)

    @property
    def is_section(self) -> bool:
        """一、 and （一） always are; 1. and （1） by a heading of their own or children, else they are measures."""
        if self.marker.style in SECTION_STYLES:
            return True
        return self.head is not None or bool(self.units) or bool(self.measures)

    @property
    def is_sentence(self) -> bool:
        """An item of one short sentence: a heading only where the rest of its series has headings too."""
        return self.sentence and not (self.units or self.measures or self.paragraphs)


@mutable(eq=False)
class Outline:
    """The tree: top units, and what stands before or outside them."""

    draft: Draft
    units: list[Unit] = field(factory=list)
    measures: list[Measure] = field(factory=list)
    loose: list[Text] = field(factory=list)


def build(draft: Draft, paragraphs: Sequence[Paragraph]) -> Outline:
    """The outline of consecutive body paragraphs."""
    outline = Outline(draft)
    _grow(outline, [], paragraphs)
    return outline


def hang_outlook(outline: Outline, paragraphs: Sequence[Paragraph]) -> None:
    """Items of the next steps hang under the last top section, which they continue; without sections on the reply."""
    base = Outline(outline.draft)
    _grow(base, [], paragraphs)
    last = next((u for u in reversed(outline.units) if u.is_section), None)
    (last.units if last else outline.units).extend(base.units)
    (last.measures if last else outline.measures).extend(base.measures)


def _grow(outline: Outline, path: list[Unit], paragraphs: Sequence[Paragraph]) -> None:
    """Hang every paragraph where the numbering says; `path` is the way down to the unit that is open."""
    markers = [block_marker(p) for p in paragraphs]
    tell_unread(outline.draft, [p for p, m in zip(paragraphs, markers, strict=True) if m is None])
    numbered = [(p, m) for p, m in zip(paragraphs, markers, strict=True) if m is not None]
    doubts = [doubtful(p.folded, m) for p, m in numbered]
    placements = iter(place([m for _, m in numbered], doubts, [p.list_depth for p, _ in numbered]))
    for paragraph, marker in zip(paragraphs, markers, strict=True):
        placement = next(placements) if marker is not None else None
        if marker is None or placement is None or placement.depth is None:
            if marker is not None and placement is not None:
                _tell(outline.draft, paragraph, marker, placement)
            elif is_bare_heading(paragraph):
                _close_items(path)
            _add_text(outline, path, paragraph, 0)
            continue
        _tell(outline.draft, paragraph, marker, placement)
        del path[placement.depth :]
        siblings = path[-1].units if path else outline.units
        unit = _unit(paragraph, marker, siblings[-1] if siblings else None)
        siblings.append(unit)
        path.append(unit)
        if unit.rest_start < len(paragraph.text):
            _add_text(outline, path, paragraph, unit.rest_start)


def _close_items(path: list[Unit]) -> None:
    """What follows a heading without a number belongs to no item of the list above it."""
    while path and path[-1].marker.style in EITHER_STYLES:
        path.pop()


def _tell(draft: Draft, paragraph: Paragraph, marker: Marker, placement: Placement) -> None:
    """Record what is odd about a marker's place."""
    span = paragraph.tidy.span(marker.start, marker.end)
    if placement.depth is None:
        draft.why.reject("sections", paragraph.text[:20], span, "words that begin as a marker does")
        if not placement.fault:
            return
        draft.diagnose("marker-not-placed", span, "sections", marker.text)
    elif placement.fault:
        draft.diagnose("numbering-out-of-sequence", span, "sections", f"{marker.text} ≠ {placement.expected}")
    draft.why.accept("sections", marker.text, span, f"numbering: {placement.fault}" if placement.fault else "numbering")


def _unit(paragraph: Paragraph, marker: Marker, before: Unit | None) -> Unit:
    """The unit that a paragraph opens, with its heading if it has one; `before` is the unit before it in its series."""
    start = marker.end
    worded = marker.text.startswith("第")
    signed = (worded or marker.style == "对建议一") and paragraph.folded[start : start + 1] in ("：", "。", "，", "、")
    if signed:
        start += 1
    end, rest = _heading_end(paragraph, start, before)
    if signed and marker.style == "对建议一" and rest < len(paragraph.text):
        end, rest = start, start  # 建议一：… goes on with the answer; only a line of its own is a heading
    sentence = rest == len(paragraph.text) and paragraph.folded.endswith("。") and marker.style in EITHER_STYLES
    return Unit(marker, paragraph, paragraph.cut(start, end) if end > start else None, rest, sentence)


def _heading_end(paragraph: Paragraph, start: int, before: Unit | None) -> tuple[int, int]:
    """Where the heading ends and where the text behind it begins; both are `start` where there is no heading."""
    folded = paragraph.folded
    none = (start, start)
    if paragraph.inner or len(folded) == start:
        return none
    set_off = _bold_end(paragraph) or _gap_behind_heading(paragraph, start)
    if start < set_off < len(folded) and set_off - start <= _HEADING_LIMIT:
        return len(folded[:set_off].rstrip("。：")), set_off
    stop = _STOP.search(folded, start)
    if stop is not None and _is_quoted(folded, start, stop.start()):
        closing = folded.find("”", stop.end(), start + _HEADING_LIMIT)
        stop = _STOP.search(folded, closing) if closing > 0 else stop
    if stop is None:
        return (len(folded), len(folded)) if len(folded) - start <= _OWN_LINE_LIMIT else none
    at, sign = stop.start(), stop.group()
    ends_line = stop.end() == len(folded)
    if at == start or at - start > _HEADING_LIMIT or sign == "；":
        return none
    if sign in "！？":
        return (stop.end(), stop.end()) if ends_line else none
    if ends_line and sign == "。" and before is not None and _is_list_item(before):
        return none
    return at, stop.end()


def _is_quoted(folded: str, start: int, end: int) -> bool:
    """Whether a quotation is open at `end`."""
    return folded.count("“", start, end) > folded.count("”", start, end)


def _is_list_item(unit: Unit) -> bool:
    """An item closed by ； belongs to a list, whose last item ends in 。 and is no heading either."""
    return unit.head is None and unit.paragraph.folded[-1:] in ("；", "，") and unit.marker.style in EITHER_STYLES


def _bold_end(paragraph: Paragraph) -> int:
    """How far a paragraph that begins in bold, marker included, is set in bold."""
    row = paragraph.rows[0] if len(paragraph.rows) == 1 else None
    if row is None or not row.line.strong or row.raw is not row.line.text or paragraph.text != row.text:
        return 0
    start, end = row.line.strong[0]
    return len(tidy(row.raw.cut(0, end)).text) if not row.raw.text[:start].strip() else 0


def _gap_behind_heading(paragraph: Paragraph, start: int) -> int:
    """Where wide blanks part a heading without any mark from its text in one block; 0 if nothing does."""
    row = paragraph.rows[0] if len(paragraph.rows) == 1 else None
    if row is None or paragraph.text != row.text:
        return 0
    for gap in _WIDE_GAP.finditer(row.raw.text):
        at = len(tidy(row.raw.cut(0, gap.start())).text)
        if at < start + _LEAST_HEADING:
            continue
        heading, rest = paragraph.folded[start:at], paragraph.folded[at:]
        is_heading = not any(sign in heading for sign in "，。；：、")
        return at if is_heading and "。" in rest and len(rest) > _HEADING_LIMIT // 2 else 0
    return 0


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


def running_measures(paragraph: Paragraph, start: int, before: Sequence[Measure]) -> tuple[list[Measure], int]:
    """The measures of the running-text families from `start` on, and where the first of them begins.

    `before` are those of the same unit in the paragraphs above, which a run may continue.
    """
    firsts = before[-1].ordinal if before and before[-1].style == "首先" else 0
    quoted = [m.span() for m in _QUOTATION.finditer(paragraph.folded)]
    own = [
        m
        for m in find_running(paragraph.folded, start)
        if m.start >= start and not any(a < m.start < b for a, b in quoted)
    ]
    markers = _runs(own, firsts)
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
    listed = {u.marker.style for u in units if not u.is_section}
    lists = _lists_of_clauses(units)
    for unit in units:
        is_item = unit.marker.style in lists or (unit.is_sentence and unit.marker.style in listed)
        if unit.is_section and not is_item:
            sections.append(_section(unit))
        else:
            measures.append(_unit_measure(unit))
    return sections, measures


def _lists_of_clauses(units: Sequence[Unit]) -> set[str]:
    """The styles of series that are lists without final stops: nothing stands below any item, and most have a comma."""
    series: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.marker.style not in SECTION_STYLES:
            series.setdefault(unit.marker.style, []).append(unit)
    return {
        style
        for style, items in series.items()
        if len(items) > 1
        and not any(u.units or u.measures or u.paragraphs for u in items)
        and 2 * sum(_COMMA.search(u.paragraph.folded) is not None for u in items) > len(items)
    }


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
