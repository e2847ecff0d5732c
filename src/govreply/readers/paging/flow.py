"""Lines to paragraphs: where a line ends at the margin and the next one begins at it, the paragraph goes on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs
from attrs import frozen

from govreply.blocks import Break
from govreply.patterns import compile_pattern
from govreply.readers.paging.lines import TextLine, is_wide

# All in parts of the font size.
_ALIGNED = 0.6
_INDENT_LEAST, _INDENT_MOST = 1.0, 4.5  # of the first line of a paragraph
_HANGING = 6.0  # the farthest that text stands behind its marker
_OTHER_SIZE = 0.12  # a line of another size is no continuation
_MORE_LEADING = 1.2  # times the usual distance of lines is the distance of paragraphs
_TOLERANCE = 0.01
_LEFT_FREE = 1.0
_BLANK = 0.5
_LARGE = 1.15  # letters of a title are that much larger than those of the text
_SHARE_OF_MARGIN = 0.1  # of the lines end at the right margin
_NARROW_SHARE, _NARROW_LEAST = 0.25, 5  # where that leaves more free on the right than on the left
_FEW_BEYOND = 0.04  # of the lines, tables without rulings say, reach farther
_LARGER = 1.15  # than most of the text: a heading
_LONGEST_HEADING = 80  # characters
_TERMINAL = "。！？：；!?:;"
_CLOSING = "，。、；：！？”’）》】〕〉」』,.;:!?)]%‰℃°"
_OPENING = "（《“‘【〔〈「『(["
_WORD = compile_pattern(r"[0-9A-Za-z.,:/%\-_@&#'+]{1,80}")


@frozen
class Measure:
    """Where the lines of a page or a cell begin and end, in points.

    Attributes:
        left, right: the margins.
        leading: usual distance of two baselines of a paragraph, in parts of the font size; 0 where no paragraph shows it.
        indents: whether paragraphs begin with an indent.
        size: font size of most of the text.
    """

    left: float
    right: float
    leading: float = 0.0
    indents: bool = False
    size: float = 0.0


@attrs.define
class Paragraph:
    """Lines that are read as one, and what separates them from what stands before."""

    lines: list[TextLine]
    before: Break = Break.BLOCK


def measure_page(lines: Sequence[TextLine], width: float) -> Measure:
    """The margins that `lines` of pages of `width` show; where they show none, the right one is as wide as the left."""
    if not lines:
        return Measure(0.0, width)
    size = _usual_size(lines)
    left = _left_margin(lines, size)
    right = _right_margin(lines, size, width - left)
    return Measure(left, right, _leading(lines, left, right), _has_indents(lines, left, size), size)


def heading_size(measures: Iterable[Measure]) -> float:
    """The font size from which on a line is a heading."""
    return _LARGER * max((measure.size for measure in measures), default=0.0)


def is_heading(paragraph: Paragraph, least: float) -> bool:
    """Whether a paragraph is set larger than the text, in `least` or more, and short."""
    size = max(line.size for line in paragraph.lines)
    return least > 0 and size >= least and sum(len(line.text) for line in paragraph.lines) <= _LONGEST_HEADING


def measure_cell(lines: Sequence[TextLine], left: float, right: float) -> Measure:
    """The margins of a cell between two rulings: what stands left of the text is also kept free on the right."""
    first = min((line.left for line in lines), default=left)
    free = min(max(first - left, 1.0), 8.0)
    return Measure(first, right - free)


def paragraphs_of(lines: Sequence[TextLine], measures: Mapping[int, Measure]) -> list[Paragraph]:
    """The paragraphs that `lines`, in reading order, form; `measures` by page."""
    found: list[Paragraph] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, line, measures[last.lines[-1].page], measures[line.page]):
            last.lines.append(line)
            continue
        turned = last is not None and last.lines[-1].page != line.page
        indented = line.left - measures[line.page].left > _INDENT_LEAST * line.size
        found.append(Paragraph([line], Break.PAGE if turned and not indented else Break.BLOCK))
    return found


def _goes_on(paragraph: Paragraph, line: TextLine, above: Measure, here: Measure) -> bool:
    last = paragraph.lines[-1]
    if abs(last.size - line.size) > _OTHER_SIZE * max(last.size, line.size):
        return False
    if last.page == line.page and _is_set_apart(paragraph, line, here):
        return False
    # where paragraphs are indented, a line at the margin goes on, though programs break figures from their unit as they like
    free = _LEFT_FREE * line.size if _is_amid_sentence(last, line, above, here) else 0.0
    if could_have_held(last, line, above.right - free):
        return False
    if not above.indents and last.text[-1] in _TERMINAL and (last.page != line.page or not here.leading):
        return False  # nothing but the sentence's end tells
    return _begins_in_line(paragraph, line, above, here)


def _is_amid_sentence(last: TextLine, line: TextLine, above: Measure, here: Measure) -> bool:
    at_margin = abs(line.left - here.left) <= _ALIGNED * line.size
    return above.indents and here.indents and at_margin and last.text[-1] not in _TERMINAL + _CLOSING


def _is_set_apart(paragraph: Paragraph, line: TextLine, here: Measure) -> bool:
    """Whether more space stands before `line` than between the lines of a paragraph, or it stands beside or above the last."""
    last = paragraph.lines[-1]
    step = line.baseline - last.baseline
    if step <= 0:
        return True
    if len(paragraph.lines) > 1 and paragraph.lines[-2].page == last.page:
        usual = last.baseline - paragraph.lines[-2].baseline
    elif here.leading:
        usual = here.leading * line.size
    else:
        return step > 3 * line.size
    return step > _MORE_LEADING * usual


def could_have_held(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether what `line` begins with would have had room behind `last`, so that the line was ended on purpose."""
    return _first_unit(line) <= right - last.right + _TOLERANCE * line.size


def _first_unit(line: TextLine) -> float:
    """Width of what may not be parted at the beginning of a line: a word or figure, or a sign with its punctuation."""
    text = line.text
    word = _WORD.match(text)
    end = word.end() if word else 1
    while word is None and end < len(text) and text[end - 1] in _OPENING:
        end += 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    # a figure right behind a bracket or a half-width colon is not parted from it
    glued = _WORD.match(text, end) if word is None and end > 1 and not is_wide(text[end - 1]) else None
    if glued is not None:
        end = glued.end()
        while end < len(text) and text[end] in _CLOSING:
            end += 1
    edges = line.edges
    # a blank that is not told may have stood before a word
    return edges[end] - edges[0] + (_BLANK * line.size if word else 0.0)


def _begins_in_line(paragraph: Paragraph, line: TextLine, above: Measure, here: Measure) -> bool:
    """Whether `line` begins where the next line of the paragraph has to begin."""
    reach = _ALIGNED * line.size
    if line.size > _LARGER * here.size > 0 and abs(_middle(line) - _middle(paragraph.lines[-1])) <= line.size:
        return True  # a title is centred line by line
    if _fills_from_the_right(paragraph, here) and abs(line.right - paragraph.lines[-1].right) <= reach / 2:
        return True
    shift = here.left - above.left if paragraph.lines[-1].page != line.page else 0.0  # mirrored margins
    first, last = paragraph.lines[0], paragraph.lines[-1]
    left = line.left - shift
    if _is_rest_of_title(last, line, here):
        return True
    if len(paragraph.lines) > 1:
        return abs(left - last.left) <= reach
    indent = first.left - left
    if abs(indent) <= reach:
        # two lines that both begin far inside are two centred or right-aligned ones, or two indented paragraphs
        at_margin = abs(left - above.left) <= reach
        return at_margin or not (above.indents or last.text[-1] in _TERMINAL)
    if _INDENT_LEAST * line.size <= indent <= _INDENT_MOST * line.size:
        return abs(left - above.left) <= reach
    return indent < 0 and _hangs(first, left, reach)


def _is_rest_of_title(last: TextLine, line: TextLine, here: Measure) -> bool:
    """Whether `line` is centred below a full line of the same large letters."""
    if not here.size or last.page != line.page or min(last.size, line.size) < _LARGE * here.size:
        return False
    middle = (here.left + here.right) / 2
    return all(abs((one.left + one.right) / 2 - middle) <= line.size for one in (last, line))


def _fills_from_the_right(paragraph: Paragraph, here: Measure) -> bool:
    """Whether the paragraph is a line set to the right that needs nearly the whole width, as a date behind a long organ does."""
    last = paragraph.lines[-1]
    inside = last.left - here.left
    return _ALIGNED * last.size < inside < _INDENT_LEAST * last.size and last.text[-1] not in _TERMINAL


def _middle(line: TextLine) -> float:
    return (line.left + line.right) / 2


def _hangs(first: TextLine, left: float, reach: float) -> bool:
    """Whether `left` is where the text stands behind the marker of the first line."""
    starts = [
        edge
        for edge, character, before in zip(first.edges[1:], first.text[1:], first.text, strict=False)
        if before.isspace() and not character.isspace()
    ]
    return any(abs(start - left) <= reach / 2 for start in starts if start - first.left <= _HANGING * first.size)


def _usual_size(lines: Sequence[TextLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _left_margin(lines: Sequence[TextLine], size: float) -> float:
    """The leftmost edge that several lines share, else the leftmost of all."""
    edges = sorted(line.left for line in lines)
    for at, edge in enumerate(edges):
        end = bisect_right(edges, edge + _ALIGNED * size)
        if end - at > max(1, _SHARE_OF_MARGIN / 2 * len(edges)):
            return edges[(at + end) // 2]  # stray lines begin a little before the many
    return edges[0]


def _right_margin(lines: Sequence[TextLine], size: float, mirrored: float) -> float:
    """The rightmost edge that many lines share; `mirrored`, the left margin's mirror image, where they are few or short.

    Punctuation may hang over the margin, so lines that end in it are asked last.
    """
    edges = sorted(line.right for line in lines)
    whole = sorted(line.right for line in lines if line.text[-1] not in _CLOSING)
    for among in (whole, edges):
        for edge in sorted(set(among), reverse=True):
            here, beyond = bisect_left(among, edge - size), bisect_right(among, edge)
            narrow = edge < mirrored - 2 * size
            if narrow and len(among) - beyond > _FEW_BEYOND * len(among):
                break
            share, least = (_NARROW_SHARE, _NARROW_LEAST) if narrow else (_SHARE_OF_MARGIN, 3)
            if beyond - here >= max(least, share * len(edges)):
                return max((other for other in whole if edge - size <= other <= edge), default=edge)
    return max(mirrored, edges[-1])


def _leading(lines: Sequence[TextLine], left: float, right: float) -> float:
    """The usual distance of two lines of one paragraph: the first one full, the second one at the margin."""
    steps = sorted(
        (line.baseline - last.baseline) / line.size
        for last, line in pairwise(lines)
        if last.page == line.page
        and abs(line.left - left) <= _ALIGNED * line.size
        and not could_have_held(last, line, right)
        and line.baseline > last.baseline
    )
    return steps[len(steps) // 4] if steps else 0.0


def _has_indents(lines: Sequence[TextLine], left: float, size: float) -> bool:
    """Whether lines that begin inside the margin are followed by ones that begin at it."""
    return any(
        _INDENT_LEAST * size <= one.left - left <= _INDENT_MOST * size and abs(two.left - left) <= _ALIGNED * size
        for one, two in pairwise(lines)
    )


def joint(before: TextLine, after: TextLine) -> str:
    """What stands between two lines of a paragraph: a blank between words and figures, which no program breaks, else nothing."""
    if before.blank_behind or after.blank_before:
        return " "
    one, two = before.text[-1], after.text[0]
    return " " if one.isalnum() and two.isalnum() and not is_wide(one) and not is_wide(two) else ""
