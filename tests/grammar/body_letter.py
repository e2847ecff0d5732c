"""A short letter around the body or the tail under test, read through the public pipeline. All names in it are invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreply.grammar.assemble import read
from govreply.grammar.trace import Trace
from govreply.model import Measure, Reply, Section
from govreply.readers import read as read_source

TITLE = "关于对州政协九届三次会议第108号提案的答复"
ADDRESSEE = "格桑委员："
OPENING = "您提出的《关于改善牧区道路条件的提案》收悉，现答复如下："
THANKS = "感谢您对交通运输工作的关心和支持！"
ORGAN = "海西州交通运输局"
DATE = "2023年7月5日"


def letter(
    *body: str,
    opening: str = OPENING,
    thanks: str = THANKS,
    tail: Sequence[str] = (ORGAN, DATE),
    gap: str = "\n\n",
) -> str:
    """The letter as text, `gap` between its paragraphs."""
    return gap.join(part for part in (TITLE, ADDRESSEE, opening, *body, thanks, *tail) if part)


def reply_of(text: str, name: str = "letter.txt") -> Reply:
    return read(read_source(text, name)).reply


def trace_of(text: str, name: str = "letter.txt") -> Trace:
    return read(read_source(text, name)).trace


def codes(reply: Reply) -> list[str]:
    return [d.code for d in reply.diagnostics]


def sections(reply: Reply) -> list[str]:
    """One line a section in order: depth, marker, heading."""
    return [f"{depth} {s.marker.text}{s.heading.text if s.heading else ''}" for depth, s in _walk(reply.sections, 1)]


def measures(reply: Reply) -> list[str]:
    """One line a measure: the marker of its section (``-`` for the reply itself) and its own."""
    found = [f"- {m.marker.text}" for m in reply.measures]
    for _, section in _walk(reply.sections, 1):
        found += [f"{section.marker.text} {m.marker.text}" for m in section.measures]
    return found


def all_measures(reply: Reply) -> list[Measure]:
    return [*reply.measures, *(m for _, s in _walk(reply.sections, 1) for m in s.measures)]


def _walk(units: Sequence[Section], depth: int) -> Iterator[tuple[int, Section]]:
    for unit in units:
        yield depth, unit
        yield from _walk(unit.sections, depth + 1)
