"""Paragraphs of the body: rows joined where a page break or a soft line end cut a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from govreply.blocks import Break, LineKind
from govreply.grammar.numbering import doubtful
from govreply.grammar.rows import Row, as_text
from govreply.lexicon.fold import fold
from govreply.lexicon.ordinals import Marker, match_marker
from govreply.model import Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span, join

_TERMINAL = "。！？：；”’）》…!?;)—"
_HEADING_LENGTH = 50
_LONGEST_HEADING = 80  # without a comma
_LONGEST_MARKER = 6
_PROSE_LENGTH = 24
_PROSE_BEFORE_PAGE_BREAK = 12
_LABEL = compile_pattern(r"^[\p{Han}（）]{2,12}：|^(?:下一步|下步|下阶段|今后|感谢|最后|再次感谢|专此|此复|特此)")
_STOP = compile_pattern(r"[。；：]")
_ENDS_IN_POINT = compile_pattern(
    r"[\p{Han}）”\"]\.$|^(?:[一二三四五六七八九十]{1,3}[.、]|（[一二三四五六七八九十]{1,3}）)[\p{Han}]{2,20}\.[\p{Han}（]"
)
_POINT = compile_pattern(r"(?<!^[一二三四五六七八九十]{1,3})(?<=[\p{Han}）”》\"])\.(?=[\p{Han}“\"《（]|$)")
_INNER_STYLES = ("1.", "（1）")
_PARTED_STYLES = ("一、", "（一）", "1.", "（1）")
_INNER_STOP = compile_pattern(r"[。；]")


@frozen(eq=False)
class Paragraph:
    """One paragraph of the body with the rows that it was made of.

    Attributes:
        inner: an item that was taken out of running text; it has no heading.
    """

    tidy: MappedText
    rows: tuple[Row, ...]
    inner: bool = False

    @property
    def text(self) -> str:
        """The tidied text as a string."""
        return self.tidy.text

    @cached_property
    def folded(self) -> str:
        """The text folded; offsets agree with ``tidy``. A point for every full stop is read as the full stop it stands for."""
        folded = fold(self.tidy.text)
        return _POINT.sub("。", folded) if "。" not in folded and _ENDS_IN_POINT.search(folded) else folded

    @property
    def depth_hint(self) -> int:
        """Heading level that the mark-up gave its first row, 0 for none."""
        line = self.rows[0].line
        return line.depth if line.kind is LineKind.HEADING else 0

    @property
    def list_depth(self) -> int:
        """How deep the HTML list is whose numbering drew the number that it begins with; 0 for written numbers."""
        line = self.rows[0].line
        drawn = line.kind is LineKind.ITEM and line.inside and line.bullet not in ("", "-")
        return line.depth if drawn and self.rows[0].raw.text.startswith(line.bullet) else 0

    def cut(self, start: int, end: int | None = None) -> Text:
        """A stretch as a value of the model, spaces at its ends left out."""
        return as_text(self.tidy.cut(start, len(self.text) if end is None else end))


def join_rows(rows: list[Row], diagnose: Callable[[str, Span, str | None, str], None]) -> list[Paragraph]:
    """The paragraphs of consecutive rows; each mended cut is told to `diagnose`, as :meth:`Draft.diagnose` takes it."""
    paragraphs: list[Paragraph] = []
    held: list[Row] = []
    for row in rows:
        if held and _continues(held, row):
            if row.before in (Break.BLOCK, Break.PAGE):
                diagnose(
                    "paragraph-joined",
                    as_text(row.tidy, 0, min(8, len(row.text))).span,
                    None,
                    f"{held[-1].text[-8:]}|{row.text[:8]}",
                )
            held.append(row)
            continue
        if held:
            paragraphs.append(_paragraph(held))
        held = [row]
    if held:
        paragraphs.append(_paragraph(held))
    return paragraphs


def cut_at_first_items(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Take items out of running text.

    They are the items behind the one that a paragraph opens with, a first item that stands in the paragraph before its
    second one, and whole series of 1. or （1） that run on inside one paragraph.
    """
    paragraphs = [piece for p in paragraphs for piece in _parted(p)]
    result: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        cuts = _inner_items(paragraph.folded, following)
        inner = len(cuts) > 1
        for start, end in pairwise([0, *cuts, len(paragraph.text)]):
            if start == end:
                continue
            whole = start == 0 and end == len(paragraph.text)
            piece = Paragraph(paragraph.tidy.cut(start, end), paragraph.rows, inner=inner and start in cuts)
            result.append(paragraph if whole else piece)
    return result


def _parted(paragraph: Paragraph) -> list[Paragraph]:
    """（一）…。（二）…。（三）…。 as a paragraph each: the line ends between them were lost."""
    folded = paragraph.folded
    opening = match_marker(folded, 0)
    if opening is None or opening.style not in _PARTED_STYLES or doubtful(folded, opening):
        return [paragraph]
    cuts, expected = [0], opening.ordinal + 1
    for stop in _INNER_STOP.finditer(folded):
        inner = match_marker(folded, stop.end())
        if inner is None or (inner.style, inner.ordinal) != (opening.style, expected) or inner.end >= len(folded):
            continue
        if inner.text.startswith("（") != opening.text.startswith("（"):
            continue  # 3） behind 1） and 2） within （2） is no （3）
        before = folded[: stop.end()]
        if before.count("“") == before.count("”") and before.count("《") == before.count("》"):
            cuts.append(stop.end())
            expected += 1
    if len(cuts) == 1:
        return [paragraph]
    return [Paragraph(paragraph.tidy.cut(a, b), paragraph.rows) for a, b in pairwise([*cuts, len(folded)])]


def _inner_items(folded: str, following: Paragraph | None) -> list[int]:
    """Offsets of the items of a series behind a stop inside a paragraph.

    Two and more of 1. or （1） in sequence make a series; a single first item of any style only where the next paragraph
    opens with the second one.
    """
    opening = match_marker(folded, 0)
    found: list[tuple[int, Marker]] = []
    for stop in _STOP.finditer(folded):
        inner = match_marker(folded, stop.end())
        if inner is None or inner.end >= len(folded) or (opening is not None and opening.style == inner.style):
            continue
        expected = found[-1][1].ordinal + 1 if found and found[-1][1].style == inner.style else 1
        if inner.ordinal == expected and expected > 1:
            found.append((stop.end(), inner))
        elif inner.ordinal == 1 and len(found) < 2:
            found = [(stop.end(), inner)]
    if not found:
        return []
    last = found[-1][1]
    if len(found) > 1 and last.style in _INNER_STYLES:
        return [at for at, _ in found]
    second = match_marker(following.folded, 0) if following is not None else None
    continued = second is not None and second.style == last.style and second.ordinal == last.ordinal + 1
    return [at for at, _ in found] if continued else []


def _paragraph(rows: list[Row]) -> Paragraph:
    return Paragraph(join([r.tidy for r in rows]), tuple(rows))


def _continues(held: list[Row], row: Row) -> bool:
    """Whether `row` goes on in the middle of a sentence that the held rows began."""
    if _is_marker_alone(held, row):
        return True
    last = held[-1].folded
    if not last or last[-1] in _TERMINAL or row.is_heading or held[0].is_heading:
        return False
    marker = match_marker(row.folded, 0)
    if (marker is not None and not doubtful(row.folded, marker)) or _LABEL.match(row.folded):
        return False
    if row.line.kind is LineKind.ITEM and row.before is not Break.SOFT:
        return False
    if held[-1].line.all_strong or row.line.all_strong:
        return False
    return _is_prose(held, _PROSE_BEFORE_PAGE_BREAK if row.before is Break.PAGE else _PROSE_LENGTH)


def _is_marker_alone(held: list[Row], row: Row) -> bool:
    """Whether the held row is nothing but 一、 or （一）, whose heading or text stands in the next row."""
    folded = held[0].folded
    marker = match_marker(folded, 0) if len(held) == 1 and len(folded) <= _LONGEST_MARKER else None
    if marker is None or marker.end < len(folded) or marker.style not in ("一、", "（一）", "1.", "（1）"):
        return False
    return match_marker(row.folded, 0) is None


def _is_prose(rows: list[Row], least: int) -> bool:
    """Prose has length and inner punctuation; a heading has neither."""
    text = "".join(r.folded for r in rows)
    longest = _HEADING_LENGTH if "，" in text else _LONGEST_HEADING
    if len(text) <= longest and match_marker(text, 0) is not None and _INNER_STOP.search(text) is None:
        return False
    return len(text) >= least and (any(sign in text for sign in "，。、；") or len(text) > _HEADING_LENGTH)
