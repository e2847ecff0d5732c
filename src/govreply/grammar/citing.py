"""What citations tell together: title marks out of order, laws no longer in force, and who is said to have issued what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from govreply.grammar.draft import Draft
from govreply.grammar.mentions import title_marks
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import Row, as_text
from govreply.grammar.tail import as_date
from govreply.lexicon.dates import find_dates
from govreply.lexicon.laws import repealed_law
from govreply.model import Citation, Citing, DateText, IssuedCitation, LawCitation, MarkFault, TitleMark, Where
from govreply.patterns import compile_pattern
from govreply.span import Span

_LONGEST_TITLE = 150
_WINDOW = 100  # characters of its sentence on either side that show how a law is cited
_BESIDE = 12  # characters shown beside a mark
_MARK = compile_pattern("[《》]")
_SENTENCE = compile_pattern("[。；！？]")
_BASIS = compile_pattern(r"(?:依据|根据|按照?|依照|遵照|执行|落实|贯彻|遵守|符合|违反|结合)[^。；，]{0,60}$")
_RULE = compile_pattern(r"^[\p{Han}]{0,6}(?:规定|第[一二三四五六七八九十百0-9]{1,5}条|要求|精神)")
_PAST = compile_pattern(
    r"原|旧|废止|失效|取代|替代|修订前|修改前|当时|施行前|案件|案例|诉讼|法院|判决|裁定|仲裁|合同纠纷|适用|曾|历史|年代|早在|[0-9]{4}年以?前"
)
_YEAR = compile_pattern(r"(?P<year>(?:19|20)[0-9]{2})年")
_ISSUED = compile_pattern(
    r"(?<![\p{Han}])(?:近年来|近期|[0-9]{4}年)?，?"
    r"(?!报|经|由|会同|联合|提请|配合|协助|根据|按照)(?P<issuer>(?:[\p{Han}]{1,6}?[省市县区州盟旗]|[省市县区州盟旗我]{1,2})人?民?政府(?:办公[厅室])?|国务院(?:办公厅)?)"
    r"(?:近日|先后|已经?|还|又|专门|正式|及时|随后|于[0-9年月日]{2,11}){0,2}(?:制定|研究)?(?:印发|出台|下发|发布|颁布|制定)(?:实施)?了?(?=《)"
)
_TODAY = compile_pattern("今天是|现在是|当前时间")


@frozen
class _Sign:
    """A title mark in a paragraph."""

    paragraph: Paragraph
    at: int
    opens: bool


def read(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Fill what the citations tell together, from the body's paragraphs (the receipt sentence among them)."""
    title = [Paragraph(draft.title_text, ())] if draft.title_text is not None else []
    cited = {citation.span.start: citation for citation in draft.citations}
    draft.citing = Citing(
        marks=tuple(_marks([*title, *paragraphs])),
        laws=tuple(law for p in paragraphs for law in _laws(p)),
        issued=tuple(issued for p in paragraphs for issued in _issued(cited, p)),
        damaged=_damaged(paragraphs),
        page_date=_page_date(draft),
    )


def _marks(paragraphs: Sequence[Paragraph]) -> Iterator[TitleMark]:
    """Marks out of order; one opened at the end of a paragraph and closed in the next is none."""
    lost: list[_Sign] = []
    for paragraph in paragraphs:
        opened: list[int] = []
        pairs: list[tuple[int, int]] = []
        first = len(lost)
        for sign in _MARK.finditer(paragraph.folded):
            if sign.group() == "《":
                opened.append(sign.start())
            elif opened and sign.start() - opened[-1] <= _LONGEST_TITLE:
                pairs.append((opened.pop(), sign.start()))
            elif first and len(lost) == first and lost[-1].opens and not pairs and not opened:
                lost.pop()
                first -= 1
            else:
                lost.append(_Sign(paragraph, sign.start(), opens=False))
        lost.extend(_Sign(paragraph, at, opens=True) for at in opened)
        yield from _nested(paragraph, pairs)
    yield from (_lost(sign) for sign in lost)


def _nested(paragraph: Paragraph, pairs: list[tuple[int, int]]) -> Iterator[TitleMark]:
    """Marks of a title inside the marks of another one, once for each outer title."""
    told: set[int] = set()
    last = (-1, -1)
    for start, end in sorted(pairs):
        if last[0] < start and end < last[1]:
            if last[0] not in told:
                told.add(last[0])
                yield _title_mark(paragraph, start, end + 1, start, MarkFault.NESTED, last[0])
        else:
            last = (start, end)


def _lost(sign: _Sign) -> TitleMark:
    text = sign.paragraph.folded
    if sign.opens:
        end = min(len(text), sign.at + _BESIDE)
        return _title_mark(sign.paragraph, sign.at, end, sign.at, MarkFault.UNCLOSED)
    return _title_mark(sign.paragraph, max(0, sign.at + 1 - _BESIDE), sign.at + 1, sign.at, MarkFault.UNOPENED)


def _title_mark(
    paragraph: Paragraph, start: int, end: int, mark: int, fault: MarkFault, outer: int | None = None
) -> TitleMark:
    text = as_text(paragraph.tidy, start, end)
    return TitleMark(
        text=text.text,
        span=text.span,
        pieces=text.pieces,
        fault=fault,
        mark=_place(paragraph, mark),
        outer=None if outer is None else _place(paragraph, outer),
    )


def _place(paragraph: Paragraph, at: int) -> Span:
    return paragraph.tidy.span(at, at + 1)


def _laws(paragraph: Paragraph) -> Iterator[LawCitation]:
    folded = paragraph.folded
    ends = [0, *(m.end() for m in _SENTENCE.finditer(folded)), len(folded)]
    for start, end in title_marks(folded):
        law = repealed_law(folded[start + 1 : end - 1])
        if law is None:
            continue
        first = max(ends[bisect_right(ends, start) - 1], start - _WINDOW)
        last = min(ends[bisect_left(ends, end)], end + _WINDOW)
        before, behind = folded[first:start], folded[end:last]
        years = [int(m["year"]) for m in _YEAR.finditer(before)]
        past = _PAST.search(before + behind) is not None or any(year < int(law.repealed[:4]) for year in years)
        text = as_text(paragraph.tidy, start, end)
        yield LawCitation(
            text=text.text,
            span=text.span,
            pieces=text.pieces,
            law=law.name,
            repealed=law.repealed,
            successor=law.successor,
            in_force=not past and (_BASIS.search(before) is not None or _RULE.match(behind) is not None),
        )


def _issued(cited: Mapping[int, Citation], paragraph: Paragraph) -> Iterator[IssuedCitation]:
    for match in _ISSUED.finditer(paragraph.folded):
        citation = cited.get(_place(paragraph, match.end()).start)
        if citation is None:
            continue
        text = paragraph.cut(match.start("issuer"), match.end())
        yield IssuedCitation(
            text=text.text,
            span=text.span,
            pieces=text.pieces,
            issuer=paragraph.cut(match.start("issuer"), match.end("issuer")),
            citation=citation,
        )


def _damaged(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the text came through a machine that lost signs: half-width throughout, or quotes that do not pair."""
    text = "".join(p.text for p in paragraphs)
    quotes = abs(text.count("“") - text.count("”"))
    return text.count(",") > text.count("，") or quotes > 1


def _page_date(draft: Draft) -> DateText | None:
    """The first date in the page's own lines that stand before the letter's body."""
    body = min((p.span.start for p, what in draft.claimed if what == "body"), default=0)
    for piece, what in sorted(draft.claimed, key=lambda claimed: claimed[0].span):
        if what not in ("metadata", "furniture") or not isinstance(piece, Row) or piece.span.start >= body:
            continue
        if _TODAY.search(piece.folded):
            continue
        for date in find_dates(piece.folded):
            if date.iso is not None and date.precision == "day":
                return as_date(piece.tidy, date, Where.METADATA)
    return None
