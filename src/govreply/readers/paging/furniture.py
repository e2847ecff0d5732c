"""Running heads, running feet and page numbers: told by their repetition at the same place of several pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from govreply.patterns import compile_pattern
from govreply.readers.paging.lines import TextLine
from govreply.readers.paging.pieces import Piece

_EDGE = 0.12  # of the page's height above and below
_MOST_LINES = 4  # at each end of a page
_MARGIN, _SMALLER = 0.045, 0.8  # of the height, and of the size of the text: what a browser prints around a page
_SAME_HEIGHT = 4.0  # points
_LONGEST_NUMBER_LINE = 24
_NUMBERS = compile_pattern(r"[0-9０-９]{1,6}")
# a line of nothing but a page number: signs around it, the words for page and for how many there are
_NUMBER_LINE = compile_pattern(
    r"[\s\-–—―－·•.~〜/|]{0,8}+(?:第|[Pp]age|[Pp]\.?)?\s{0,4}(?P<number>[0-9０-９]{1,5})\s{0,4}页?"
    r"(?:\s{0,4}[/，,／(（]?\s{0,4}(?:共|of)?\s{0,4}[0-9０-９]{1,5}\s{0,4}页?[)）]?)?[\s\-–—―－·•.~〜|]{0,8}+"
)


@frozen
class Furniture:
    """What is no part of the text, by page."""

    heads: tuple[TextLine, ...]
    feet: tuple[TextLine, ...]


def take_out(pages: Sequence[tuple[float, list[Piece]]]) -> Furniture:
    """Remove the furniture from the pieces of `pages`, each given with its height, and hand it out."""
    heads: list[TextLine] = []
    feet: list[TextLine] = []
    tops = [_edge_lines(pieces, height, top=True) for height, pieces in pages]
    bottoms = [_edge_lines(pieces, height, top=False) for height, pieces in pages]
    for edges, found in ((tops, heads), (bottoms, feet)):
        repeated = _repeated(edges)
        for (height, pieces), lines in zip(pages, edges, strict=True):
            for place, line in enumerate(lines):
                alone = place == 0 and _is_page_number(line, pieces, height)
                if (
                    alone
                    or _is_margin(line, pieces, height)
                    or any(_is_repetition(line, other) for other in repeated.get(_key(line), ()))
                ):
                    found.append(line)
                    pieces.remove(line)
    return Furniture(tuple(heads), tuple(feet))


def _is_margin(line: TextLine, pieces: Sequence[Piece], height: float) -> bool:
    """Whether a small line stands at the very edge of the sheet, where no text does."""
    if _MARGIN * height < line.box[3] and line.box[1] < (1 - _MARGIN) * height:
        return False
    sizes = sorted(piece.size for piece in pieces if isinstance(piece, TextLine))
    return line.size <= _SMALLER * sizes[len(sizes) // 2]


def _edge_lines(pieces: Sequence[Piece], height: float, *, top: bool) -> list[TextLine]:
    """The outermost lines of a page that stand in its margin, from the edge inwards."""
    found: list[TextLine] = []
    for piece in pieces if top else reversed(pieces):
        if not isinstance(piece, TextLine) or len(found) == _MOST_LINES:
            break
        if piece.box[3] > height * _EDGE if top else piece.box[1] < height * (1 - _EDGE):
            break
        found.append(piece)
    return found


def _key(line: TextLine) -> str:
    """What the same line of another page has in common: its text with the figures left open."""
    return _NUMBERS.sub("#", "".join(line.text.split()))


def _repeated(edges: Sequence[Sequence[TextLine]]) -> dict[str, list[TextLine]]:
    """The lines by their keys, where more than one page has the key."""
    keys = Counter(key for lines in edges for key in {_key(line) for line in lines})
    found: dict[str, list[TextLine]] = {}
    for lines in edges:
        for line in lines:
            if keys[_key(line)] > 1:
                found.setdefault(_key(line), []).append(line)
    # a thousand pages with the same foot need no thousand comparisons each
    return {key: lines[:2] + lines[-2:] for key, lines in found.items()}


def _is_repetition(line: TextLine, other: TextLine) -> bool:
    """Whether two lines of different pages differ in nothing but figures that count the pages."""
    if line.page == other.page or abs(line.baseline - other.baseline) > _SAME_HEIGHT:
        return False
    pairs = zip(_figures(line), _figures(other), strict=True)
    return all(one == two or one - two == line.page - other.page for one, two in pairs)


def _figures(line: TextLine) -> list[int]:
    return [int(match.group()) for match in _NUMBERS.finditer(line.text)]


def _is_page_number(line: TextLine, pieces: Sequence[Piece], height: float) -> bool:
    """Whether the outermost line of a page is its number, also where no other page bears one."""
    match = _NUMBER_LINE.fullmatch(line.text) if len(line.text) <= _LONGEST_NUMBER_LINE else None
    if match is None or int(match["number"]) == 0:
        return False
    at = pieces.index(line)
    neighbour = pieces[1] if at == 0 and len(pieces) > 1 else pieces[at - 1] if at > 0 else None
    if neighbour is None:
        return int(match["number"]) == line.page
    if isinstance(neighbour, TextLine):
        gap = abs(neighbour.baseline - line.baseline)
        return gap > 1.5 * max(neighbour.size, line.size)
    return True
