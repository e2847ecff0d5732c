"""What running text holds: citations, dates, organs; figures are read in :mod:`govreply.grammar.arithmetic`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from govreply.grammar.draft import Draft
from govreply.grammar.numbers import NumberMatch, find_numbers
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import as_text
from govreply.grammar.tail import as_date
from govreply.lexicon.agencies import AgencyMatch, find_agencies
from govreply.lexicon.dates import find_dates
from govreply.lexicon.fold import fold
from govreply.model import AgencyMention, Citation, DocumentNumber, Measure, Section, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span

_LONGEST_TITLE = 150
_DECREE = compile_pattern(
    r"（(?P<number>[\p{Han}]{2,20}?(?:令(?:[12][0-9]{3}年)?第?(?P<serial>[0-9]{1,4})号|第(?P<serial>[0-9]{1,4})号令))(?:公布|发布|修订|修正)?）?"
)


def read_mentions(draft: Draft, paragraphs: Iterable[Paragraph]) -> None:
    """Citations and dates of the body's paragraphs, each with its place."""
    topics = [m.title.span for m in draft.mentions if m.title is not None]
    plain = {fold(m.title.text).strip("《》“”") for m in draft.mentions if m.title is not None}
    for paragraph in paragraphs:
        draft.citations.extend(citations(paragraph.tidy, paragraph.folded, topics, plain))
        draft.dates.extend(as_date(paragraph.tidy, d, Where.BODY) for d in find_dates(paragraph.folded))


def citations(
    text: MappedText, folded: str, topics: list[Span], plain: set[str], where: Where = Where.BODY
) -> list[Citation]:
    """Every 《…》 that names a document, once per occurrence; the matter's topic is none."""
    numbers = list(find_numbers(text, folded))
    found: list[Citation] = []
    for start, end in title_marks(folded):
        title = as_text(text, start + 1, end - 1)
        if any(t.overlaps(title.span) for t in topics) or folded[start + 1 : end - 1] in plain or end - start <= 3:
            continue
        number, last = _number_of(folded, start, end, numbers)
        if number is None:
            number, last = _decree_of(text, folded, start, end)
        first = min(start, number[0]) if number else start
        base = as_text(text, first, max(end, last))
        found.append(
            Citation(
                text=base.text,
                span=base.span,
                pieces=base.pieces,
                title=title,
                document_number=number[1] if number else None,
                where=where,
            )
        )
    return found


def title_marks(folded: str) -> list[tuple[int, int]]:
    """Outermost 《…》 ranges, marks included; a mark without its partner gives none and hides none."""
    pairs: list[tuple[int, int]] = []
    open_marks: list[int] = []
    for at, sign in enumerate(folded):
        if sign == "《":
            open_marks.append(at)
        elif sign == "》" and open_marks:
            start = open_marks.pop()
            if at - start <= _LONGEST_TITLE:
                pairs.append((start, at + 1))
    found: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _number_of(
    folded: str, start: int, end: int, numbers: Sequence[tuple[NumberMatch, DocumentNumber]]
) -> tuple[tuple[int, DocumentNumber] | None, int]:
    """The document number in brackets right behind a title, or standing right before it."""
    for match, number in numbers:
        first, last = match.span()
        gap = folded[end:first] if first >= end else None
        if gap is not None and gap in ("（", "", "（文号：", "（文号") and (gap or folded[end : end + 1] != "《"):
            return (start, number), last + (1 if folded[last : last + 1] == "）" else 0)
        if last <= start and folded[last:start] in ("", "）", "文件", "文", "文件）"):
            return (first, number), end
    return None, end


def _decree_of(text: MappedText, folded: str, start: int, end: int) -> tuple[tuple[int, DocumentNumber] | None, int]:
    """The number of a decree in brackets right behind a title: （国务院令第724号）. It has neither code nor year of a letter."""
    match = _DECREE.match(folded, end)
    if match is None:
        return None, end
    base = as_text(text, *match.span("number"))
    number = DocumentNumber(
        text=base.text, span=base.span, pieces=base.pieces, serial=int(match["serial"]), raw=base.text
    )
    return (start, number), match.end()


def organs(draft: Draft, text: MappedText, folded: str) -> list[AgencyMention]:
    """Organs named in running text."""
    found = []
    for match in organs_in(draft, folded):
        base = as_text(text, match.start, match.end)
        found.append(AgencyMention(text=base.text, span=base.span, pieces=base.pieces, canonical=match.canonical))
    return found


def organs_in(draft: Draft, folded: str) -> list[AgencyMatch]:
    """The organs that a folded text of this letter names; looked up once for each text."""
    if folded not in draft.organs_in:
        draft.organs_in[folded] = find_agencies(folded, place=draft.place, date=_date(draft))
    return draft.organs_in[folded]


def _date(draft: Draft) -> str | None:
    if draft.signature is not None and draft.signature.date is not None:
        return draft.signature.date
    year = draft.document_number.year if draft.document_number is not None else None
    return str(year) if year else None


def fill_measures(draft: Draft, named: list[AgencyMention]) -> None:
    """Give every measure the organs, figures and citations that lie inside it."""
    draft.measures = [_filled(draft, m, named) for m in draft.measures]
    draft.sections = [_filled_section(draft, s, named) for s in draft.sections]


def _filled_section(draft: Draft, section: Section, named: list[AgencyMention]) -> Section:
    return evolve(
        section,
        measures=tuple(_filled(draft, m, named) for m in section.measures),
        sections=tuple(_filled_section(draft, s, named) for s in section.sections),
    )


def _filled(draft: Draft, measure: Measure, named: list[AgencyMention]) -> Measure:
    inside = measure.span
    return evolve(
        measure,
        agencies=tuple(a for a in named if inside.contains(a.span)),
        figures=tuple(f for f in draft.figures if inside.contains(f.span)),
        citations=tuple(c for c in draft.citations if inside.contains(c.span)),
    )
