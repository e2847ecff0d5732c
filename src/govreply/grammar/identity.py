"""The document's own number in each place where it is printed, places in letterhead and form, assemblies among the copies."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar.draft import Draft
from govreply.grammar.numbers import build, match_number
from govreply.grammar.rows import Grid, Row, as_text
from govreply.lexicon.fold import fold
from govreply.lexicon.places import COMMUNES, Place, find_place, place_before
from govreply.model import Assembly, Body, Feedback, Identity, Level, NamedPlace, PrintedNumber, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span

_LABEL = compile_pattern(r"[（〔]?(?:(?:发文|公文)?(?:字号|文号|编号) ?： ?)?")
_CLOSED = ("", "）", "〕", "。")
# words right behind a place's name on a printed form
_OF_PLACE = compile_pattern(
    r"人民政府|政府办|人大常委会|人大代表|人大(?![附学])|人民代表大会|政协|督查室|提案委|代表工委|选联工委"
)
_NOTE = compile_pattern(r"[（]?(?:说明|备注|附注|注|填表说明|填写说明|此表|本表|请将此表|请将本表)")
_SENDING = compile_pattern(r"[\p{Han}]{0,7}[请寄送交报至到回]")
_AUTONOMOUS = ("自治县", "自治旗")
_BODY_WORD = compile_pattern(r"(?P<cppcc>政协|政治协商会议)|(?P<npc>人大|人民代表大会)")


def read(draft: Draft) -> None:
    """Fill ``draft.identity`` from what the other steps found."""
    draft.identity = Identity(
        numbers=tuple(sorted(_numbers(draft), key=_start_of_number)),
        places=(*_of_letterhead(draft), *_of_form(draft)),
        copied_assemblies=tuple(a for copy in draft.copies for a in _assemblies(draft, copy.text, copy.span)),
    )


def _start_of_number(printed: PrintedNumber) -> int:
    return printed.number.span.start


def _numbers(draft: Draft) -> Iterator[PrintedNumber]:
    own = draft.document_number
    known: set[Span] = set()
    for name, value in draft.metadata_values:
        found = match_number(value, fold(value.text), 0) if name == "number" else None
        if found is not None and found.serial and found.end == len(value.text):
            number = build(value, found)
            known.add(number.span)
            yield PrintedNumber(number=number, where=Where.METADATA)
    if own is not None and own.serial is not None and not any(own.span.overlaps(span) for span in known):
        known.add(own.span)
        yield PrintedNumber(number=own, where=Where.HEAD)
    ends = draft.signature.span.end if draft.signature is not None else None
    if ends is None:
        return
    for row in _rows(draft):
        if row.span.start < ends or any(row.span.overlaps(span) for span in known) or _in_form(draft, row.span):
            continue
        label = _LABEL.match(row.folded)
        found = match_number(row.tidy, row.folded, label.end() if label else 0)
        if found is not None and found.serial and found.hao and row.folded[found.end :] in _CLOSED:
            yield PrintedNumber(number=build(row.tidy, found), where=Where.TAIL)


def _rows(draft: Draft) -> list[Row]:
    pieces = [*draft.pieces, *(piece for piece, what in draft.claimed if what not in ("metadata", "furniture"))]
    return sorted((p for p in pieces if isinstance(p, Row)), key=_start_of_row)


def _start_of_row(row: Row) -> int:
    return row.span.start


def _in_form(draft: Draft, span: Span) -> bool:
    return draft.feedback is not None and draft.feedback.span.overlaps(span)


def _of_letterhead(draft: Draft) -> Iterator[NamedPlace]:
    organ = draft.letterhead
    place = find_place(fold(organ.canonical or organ.text)) if organ is not None else None
    if organ is not None and place is not None:
        yield NamedPlace(
            text=organ.text,
            span=organ.span,
            pieces=organ.pieces,
            name=place.name,
            level=place.level,
            province=place.province,
            where=Where.HEAD,
        )


def _of_form(draft: Draft) -> Iterator[NamedPlace]:
    form = draft.feedback
    if form is None:
        return
    filled = _filled(form)
    for row in _form_rows(draft, form):
        for found in _OF_PLACE.finditer(row.folded):
            place = place_before(row.folded, found.start())
            if place is None:
                continue
            named = _named(row.tidy, place)
            if not any(named.span.overlaps(span) for span in filled):
                yield named


def _named(text: MappedText, place: Place) -> NamedPlace:
    start, name = place.start, place.name
    verb = _SENDING.match(name)
    if verb is not None and name.endswith(
        _AUTONOMOUS
    ):  # no table holds counties, so words before a name are read with it
        start, name = start + verb.end(), name[verb.end() :]
    base = as_text(text, start, place.end)
    known = find_place(name)
    return NamedPlace(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        name=name,
        level=place.level,
        province=place.province or (known.province if known is not None else None),
        where=Where.FORM,
    )


def _filled(form: Feedback) -> list[Span]:
    """What somebody wrote into the form: topics, names, places of meeting and opinions may name any place."""
    cells = (form.proposer, form.number, form.matter_title, form.organ, form.place, form.phone, form.opinion)
    return [cell.span for cell in cells if cell is not None and cell.text]


def _form_rows(draft: Draft, form: Feedback) -> Iterator[Row]:
    for piece, what in draft.claimed:
        if what == "form" and isinstance(piece, Row):
            yield piece
        elif what == "form" and isinstance(piece, Grid):
            yield from (row for cell in piece.cells for row in cell.rows)
    for piece in draft.pieces:
        if isinstance(piece, Row) and piece.span.start > form.span.start and _NOTE.match(piece.folded):
            yield piece


def _assemblies(draft: Draft, text: str, span: Span) -> Iterator[Assembly]:
    folded = fold(text)
    found = _BODY_WORD.search(folded)
    if found is None:
        return
    place = place_before(folded, found.start(), short_names=True) or find_place(folded, found.end())
    if place is None:
        return
    yield Assembly(
        text=text,
        span=span,
        body=Body.CPPCC if found["cppcc"] else Body.NPC,
        level=_level(draft, place),
        place=place.name if place.province or len(place.name) > 2 else None,
    )


def _level(draft: Draft, place: Place) -> Level:
    """市 in 重庆 is the level of a province."""
    of_commune = draft.place is not None and draft.place.province in COMMUNES
    return Level.PROVINCIAL if place.name == "市" and of_commune else place.level
