"""What is done to the finished lines: punctuation, spaces, page breaks, levels of headings, one line for all."""

from __future__ import annotations

import re
from itertools import cycle

from attrs import evolve

from govreply.testing.layout import Grid, LaidOut, Line, Role
from govreply.testing.surface import Cut, Surface

LONG = 60  # characters from which on a paragraph may be cut by a page break
_LONGEST_HEADING = 60  # with its marker
_FIGURE = re.compile(r"(?<=[一-鿿])(\d[\d.]*)(?=[一-鿿])")


def finish(look: Surface, items: list[LaidOut]) -> tuple[LaidOut, ...]:
    """The lines as `look` has them."""
    if look.spaced_figures:
        items = [_spaced(i) if isinstance(i, Line) and i.role is Role.PARAGRAPH else i for i in items]
    if look.half_width:
        items = [_rewritten(look, item) for item in items]
    if look.depths:
        depths = cycle(look.depths)
        items = [evolve(i, level=next(depths)) if isinstance(i, Line) and i.role is Role.HEADING else i for i in items]
    if look.cuts:
        items = _cut(look.cuts, items)
    if look.flat is not None:
        letter = [i.text for i in items if isinstance(i, Line)]
        items = [Line(Role.PARAGRAPH, look.flat.join(letter)), *(i for i in items if isinstance(i, Grid))]
    return tuple(items)


def _spaced(line: Line) -> Line:
    return evolve(line, text=_FIGURE.sub(r" \1 ", line.text))


def _rewritten(look: Surface, item: LaidOut) -> LaidOut:
    if isinstance(item, Line):
        return evolve(item, text=look.written(item.text))
    return evolve(item, rows=tuple(tuple(look.written(c) for c in row) for row in item.rows))


def _cut(cuts: tuple[Cut, ...], items: list[LaidOut]) -> list[LaidOut]:
    long = [
        at
        for at, item in enumerate(items)
        if isinstance(item, Line) and item.role is Role.PARAGRAPH and len(item.text) >= LONG
    ]
    wanted: dict[int, Cut] = {long[c.paragraph % len(long)]: c for c in cuts} if long else {}
    result: list[LaidOut] = []
    for at, item in enumerate(items):
        place = _word_inside(item, wanted[at].at) if at in wanted and isinstance(item, Line) else None
        if place is None or not isinstance(item, Line):
            result.append(item)
            continue
        result.append(evolve(item, text=item.text[:place]))
        if wanted[at].page_line:
            result.append(Line(Role.PAGE, wanted[at].page_line))
        result.append(evolve(item, text=item.text[place:], role=Role.CONTINUED))
    return result


def _word_inside(line: Line, thousandths: int) -> int | None:
    """The first place from there on between two Chinese characters, well inside the text.

    What precedes the cut is longer than a heading could be where the line begins with a numeral: nobody can tell a heading
    and its text from a sentence cut in two but by understanding it.
    """
    text = line.text
    first = max(_LONGEST_HEADING if line.marked else 30, len(text) * thousandths // 1000)
    return next((p for p in range(first, len(text) - 8) if all("一" <= c <= "鿿" for c in text[p - 2 : p + 2])), None)
