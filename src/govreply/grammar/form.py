"""征询意见表: the feedback form, found by its title or by its labels and read into cells, questions and the free opinion."""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.form_cells import Column, Entry, GridCell, columns_below, entries_of_grid, entry_of_row, field_of
from govreply.grammar.matter import read_matters
from govreply.grammar.rows import Grid, Piece, Row, as_text, tidy
from govreply.grammar.tail import as_date, kind_of
from govreply.grammar.ticks import lone_tick, name_of, read_options
from govreply.lexicon.dates import find_dates
from govreply.lexicon.fold import fold
from govreply.model import Choice, ChoiceName, Feedback, FormField, Matter, Opinion, Option, Text, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, hull

_TITLE = compile_pattern(
    r"(?:征询意见表|征求意见表|意见征询表|意见反馈表|反馈意见表|反馈表|评价表|评估表|测评表|征询表|意见表|意见反馈卡|征询意见卡|满意度调查表|回执单?|反馈单|意见征求表)(?:（[^）]{0,20}）)?$"
)
_NOT_A_TITLE = compile_pattern(r"[。，；：“]|^(?:附件|附)：?$|请|填写|随函")
_NUMBER = compile_pattern(r"^(?:第)?(?P<number>[^号]{0,40}?)(?:号)?$")
_BLANKS = " 　_＿\u00a0"
_LEAST_LABELS = 3
_SINGLE = {"proposer", "number", "matter_title", "organ", "place", "phone"}


def read_form(draft: Draft) -> None:
    """Take the form, if there is one, out of the letter."""
    found = _find(draft.pieces)
    if found is None:
        return
    title, region = found
    entries, columns = _entries(region)
    feedback = _build(draft, title, region, entries, columns)
    draft.feedback = feedback
    draft.claim_all(([title] if title is not None else []) + region, "form")
    shown = feedback.title or (feedback.fields[0].label if feedback.fields else None)
    draft.why.accept(
        "feedback",
        shown.text if shown else "",
        feedback.span,
        "title of a form" if feedback.title else "labels of a form",
    )


def _find(pieces: list[Piece]) -> tuple[Row | None, list[Piece]] | None:
    for at, piece in enumerate(pieces):
        if isinstance(piece, Row):
            if _is_title(piece):
                region = _region(pieces[at + 1 :])
                if region:
                    return piece, region
        elif _is_form_grid(piece):
            return None, _region(pieces[at:])
    return None


def _is_title(row: Row) -> bool:
    folded = row.folded
    return len(folded) <= 60 and _TITLE.search(folded) is not None and _NOT_A_TITLE.search(folded) is None


def _is_form_grid(grid: Grid) -> bool:
    names = {field_of(cell.folded) for cell in grid.cells} - {None, "other"}
    return len(names) >= _LEAST_LABELS and ("question" in names or "opinion" in names or "organ" in names)


def _region(pieces: list[Piece]) -> list[Piece]:
    """The pieces of the form: its tables, and its lines as long as they are labels or what belongs to them."""
    region: list[Piece] = []
    labels = 0
    for piece in pieces:
        if isinstance(piece, Grid):
            names = [field_of(cell.folded) for cell in piece.cells]
            labels += sum(n is not None for n in names) or 1
            region.append(piece)
            continue
        if kind_of(piece) in ("copies", "print") or _is_title(piece):
            break
        entry = entry_of_row(piece)
        if entry is None and not region and not read_options(piece.raw):
            if len(piece.text) <= 30 and len(pieces) > 1:
                region.append(piece)
                continue
            break
        labels += entry is not None
        region.append(piece)
    return region if labels >= 2 else []


def _entries(region: list[Piece]) -> tuple[list[Entry], list[tuple[GridCell, list[Column]]]]:
    entries: list[Entry] = []
    columns: list[tuple[GridCell, list[Column]]] = []
    for piece in region:
        if isinstance(piece, Grid):
            heads = list(columns_below(piece))
            columns.extend(heads)
            used = {id(q.cell) for q, _ in heads}
            entries.extend(e for e in entries_of_grid(piece) if not any(e.label is q.raw for q, _ in heads) or not used)
            continue
        entry = entry_of_row(piece)
        if entry is not None:
            entries.append(entry)
        elif entries:
            entries[-1].values.append(piece.raw)
    return entries, columns


def _build(
    draft: Draft,
    title: Row | None,
    region: list[Piece],
    entries: list[Entry],
    columns: list[tuple[GridCell, list[Column]]],
) -> Feedback:
    singles: dict[str, Text] = {}
    fields: list[FormField] = []
    choices: list[Choice] = [_column_choice(q, c) for q, c in columns]
    opinion: Opinion | None = None
    date = None
    for entry in entries:
        options = [] if entry.field in _SINGLE or entry.field == "signature" else _options(entry)
        if options and entry.field in ("opinion", "proposer", "unknown", "other", "question", "date"):
            choices.append(_choice(entry, options))
            continue
        value = tidy(entry.value).strip(_BLANKS)
        if entry.field in ("date", "signature") and date is None and value.text:
            dates = find_dates(fold(value.text))
            date = as_date(value, dates[-1], Where.FORM) if dates else None
        if entry.field in _SINGLE and entry.field not in singles:
            singles[entry.field] = _number(value) if entry.field == "number" else as_text(value)
        elif entry.field == "opinion" and (opinion is None or not opinion.text):
            opinion = _opinion(draft, value)
        fields.append(FormField(label=as_text(tidy(entry.label).strip("：: ")), value=as_text(value)))
    choices.sort(key=lambda c: c.span.start)
    spans = [p.span for p in region] + ([title.span] if title is not None else [])
    feedback = Feedback(
        span=hull(spans),
        title=as_text(title.tidy) if title is not None else None,
        date=date,
        choices=tuple(choices),
        fields=tuple(fields),
        opinion=opinion,
        blank=not any(f.value.text for f in fields) and not any(c.selected for c in choices),
        **singles,
    )
    _mention(draft, feedback)
    return feedback


def _options(entry: Entry) -> list[Option]:
    """Options in one value, or one option a cell with its mark in the same or in the next cell."""
    together = read_options(entry.value)
    if len(together) >= 2:
        return together
    if len(entry.values) >= 2:
        pairs = list(zip(entry.values[::2], entry.values[1::2], strict=False))
        states = [lone_tick(fold(mark.text)) for _, mark in pairs]
        if len(pairs) >= 2 and all(s is not None for s in states) and any(states):
            return [
                Option(label=as_text(tidy(label)), checked=bool(state), mark=as_text(mark))
                for (label, mark), state in zip(pairs, states, strict=True)
            ]
    return together if entry.field == "question" else []


def _choice(entry: Entry, options: list[Option]) -> Choice:
    label = as_text(tidy(entry.label).strip("：: "))
    name = name_of(entry.name, options)
    return Choice(
        span=hull(
            [label.span, *(o.label.span for o in options), *(o.mark.span for o in options if o.mark is not None)]
        ),
        label=label,
        name=name,
        options=tuple(options),
        selected=tuple(o.label.text for o in options if o.checked),
        multiple="多选" in entry.name or name is ChoiceName.CONTACT_BEFORE,
    )


def _column_choice(question: GridCell, columns: list[Column]) -> Choice:
    options = [
        Option(
            label=as_text(c.head.tidy),
            checked=bool(lone_tick(fold(c.below.raw.text))) if c.below is not None else False,
            mark=as_text(c.below.raw) if c.below is not None else None,
        )
        for c in columns
    ]
    return _choice(Entry(question.raw, "question", []), options)


def _number(value: MappedText) -> Text:
    """What stands between 第 and 号."""
    match = _NUMBER.match(fold(value.text))
    return as_text(value, *match.span("number")) if match is not None else as_text(value)


def _opinion(draft: Draft, value: MappedText) -> Opinion:
    base = as_text(value)
    matters: list[Matter] = []
    for reading in read_matters(value, fold(value.text), Where.OPINION):
        if reading.matter.number is not None or reading.matter.session is not None:
            matters.append(reading.matter)
            for name, found, why in reading.evidence:
                draft.why.accept(f"feedback.opinion.{name}", found.text, found.span, why)
    return Opinion(text=base.text, span=base.span, pieces=base.pieces, matters=tuple(matters))


def _mention(draft: Draft, feedback: Feedback) -> None:
    """The form names the matter by number and title; the opinion may name it again."""
    if feedback.number is not None or feedback.matter_title is not None:
        number = feedback.number if feedback.number is not None and feedback.number.text else None
        topic = feedback.matter_title if feedback.matter_title is not None and feedback.matter_title.text else None
        if number is not None or topic is not None:
            places = [t.span for t in (number, topic) if t is not None]
            draft.form_mentions.append(Matter(span=hull(places), where=Where.FORM, number=number, title=topic))
    if feedback.opinion is not None:
        draft.form_mentions.extend(feedback.opinion.matters)
