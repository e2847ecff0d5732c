"""Numbered units of one level, put into the runs that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govreply.model import Measure, Reply, Section, Text
from govreply.span import Span

# running-text families are measures by nature; 1. and （1） may be either, so both lists are read together
RUNNING = ("一是", "第一", "其一", "首先", "①")


@frozen
class Unit:
    """A numbered unit: a section or a measure; ``quoted`` where it lies inside a quotation that began before it."""

    marker: Text
    ordinal: int
    style: str
    span: Span
    heading: str | None = None
    quoted: bool = False


def runs(reply: Reply) -> Iterator[list[Unit]]:
    """Every run of at least two units of one style below one parent; a unit 1 opens a new run.

    Behind a lone 1 with a heading another 1 with a heading opens none: nobody numbers a single section, so that one of the
    two numbers is wrong.
    """
    for units in _families(reply.sections, reply.measures):
        run: list[Unit] = []
        for unit in units:
            alone = len(run) == 1 and run[0].ordinal == 1 and run[0].heading is not None and unit.heading is not None
            if unit.ordinal == 1 and run and not alone:
                yield from [run] if len(run) > 1 else []
                run = []
            run.append(unit)
        if len(run) > 1:
            yield run


def _families(sections: tuple[Section, ...], measures: tuple[Measure, ...]) -> Iterator[list[Unit]]:
    """The units directly below one parent, one list a style; then those of each section."""
    units = [Unit(s.marker, s.ordinal, s.style, s.span, s.heading.text if s.heading else None) for s in sections]
    units += [Unit(m.marker, m.ordinal, m.style, m.span, quoted=_in_quotation(m.text)) for m in measures]
    units.sort(key=lambda u: u.span)
    styles: dict[str, list[Unit]] = {}
    for unit in units:
        styles.setdefault(unit.style, []).append(unit)
    yield from styles.values()
    for section in sections:
        yield from _families(section.sections, section.measures)


def _in_quotation(text: str) -> bool:
    return text.count("”") > text.count("“")
