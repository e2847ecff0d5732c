"""The lines and the table of a feedback form."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.testing.layout import TICKED, UNTICKED, Grid, LaidOut, Line, Role
from govreply.testing.letter import Form, Letter, Question, TableStyle, TickStyle

# how an option is drawn, ticked and not
_DRAWN = {
    TickStyle.BOX: (TICKED + "{o}", UNTICKED + "{o}"),
    TickStyle.BOX_BEHIND: ("{o}" + TICKED, "{o}□"),
    TickStyle.CROSS: ("☒{o}", "□{o}"),
    TickStyle.BLACK: ("■{o}", "□{o}"),
    TickStyle.DISC: ("●{o}", "○{o}"),
    TickStyle.CHECK: ("√{o}", "□{o}"),
    TickStyle.HEAVY_CHECK: ("✓{o}", "☐{o}"),
    TickStyle.BRACKET: ("{o}（√）", "{o}（ ）"),
    TickStyle.BRACKET_BEFORE: ("（√）{o}", "（ ）{o}"),
    TickStyle.LETTER_X: ("[x] {o}", "[ ] {o}"),
    TickStyle.INPUT: ("{o}（ " + TICKED + " ）", "{o}（ " + UNTICKED + " ）"),
}


def form_lines(letter: Letter, form: Form) -> Iterator[LaidOut]:
    """The form below the letter."""
    kind = "提案" if "提案" in letter.kind_word else "建议"
    body = "政协" if kind == "提案" else "人大代表"
    yield Line(Role.FORM_TITLE, f"{body}{kind}办理情况征询意见表" if form.title is None else form.title)
    rows = list(_rows(letter, form))
    if form.table is TableStyle.LINES:
        yield from (Line(Role.NOTE, text) for row in rows for text in _as_lines(row))
    else:
        yield Grid(tuple(rows), style=form.table.value, input_ticks=form.ticks is TickStyle.INPUT)
    if form.opinion is not None and not form.opinion_cell:
        yield Line(Role.NOTE, f"{form.opinion_label}：")
        if form.opinion:
            yield Line(Role.PARAGRAPH, form.opinion)
    if form.date is not None:
        yield Line(Role.NOTE, f"{form.date_label}：{form.date}")


def labels_of(letter: Letter, form: Form) -> tuple[str, str, str, str]:
    """The labels of proposer, number, topic and organ."""
    if form.labels is not None:
        return form.labels
    kind = "提案" if "提案" in letter.kind_word else "建议"
    return ("提案者" if kind == "提案" else "代表姓名", f"{kind}编号", f"{kind}标题", "承办单位")


def values_of(letter: Letter, form: Form) -> tuple[str, str, str, str]:
    """Proposer, number as printed, topic and organ."""
    number = letter.number if form.number is None else form.number
    return (
        "、".join(letter.addressees) if form.proposer is None else form.proposer,
        form.number_form.format(n=number) if number else "",
        letter.topic if form.topic is None else form.topic,
        (letter.issuer or "") if form.organ is None else form.organ,
    )


def _rows(letter: Letter, form: Form) -> Iterator[tuple[str, ...]]:
    cells = [(a, b) for a, b in zip(labels_of(letter, form), values_of(letter, form), strict=True) if a]
    if form.labels is None or (form.labels[0] and form.labels[1]):
        yield (*cells.pop(0), *cells.pop(0))
    yield from cells
    if form.meeting_place is not None:
        yield form.place_label, form.meeting_place
    if form.phone is not None:
        yield "联系电话", form.phone
    yield from form.extra
    in_cells = form.ticks in (TickStyle.CELL_BELOW, TickStyle.CELL_BESIDE)
    ticks = TickStyle.BOX if in_cells and form.table is TableStyle.LINES else form.ticks
    for question in form.questions:
        yield from _question(question, ticks)
    if form.opinion is not None and form.opinion_cell:
        yield form.opinion_label, form.opinion


def _as_lines(row: tuple[str, ...]) -> Iterator[str]:
    for label, value in zip(row[::2], row[1::2], strict=True):
        yield f"{label}：{value}"


def _question(question: Question, ticks: TickStyle) -> Iterator[tuple[str, ...]]:
    label = f"{question.label}（可多选）" if question.multiple else question.label
    signs = ["√" if option in question.ticked else "" for option in question.options]
    if ticks is TickStyle.CELL_BELOW:
        yield (label, *question.options)
        yield ("", *signs)
    elif ticks is TickStyle.CELL_BESIDE:
        yield (label, *(cell for pair in zip(question.options, signs, strict=True) for cell in pair))
    else:
        ticked, unticked = _DRAWN[ticks]
        drawn = [(ticked if o in question.ticked else unticked).format(o=o) for o in question.options]
        yield label, " ".join(drawn)
