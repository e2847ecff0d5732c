"""征询意见表: the feedback form, found by its title or by its labels and read into cells, questions and the free opinion."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.grammar import metadata, ticks
from govreply.grammar.draft import Draft
from govreply.grammar.form_labels import field_of, labelled
from govreply.grammar.form_lines import Region, is_asked, read_region
from govreply.grammar.form_title import is_form_title, title_start
from govreply.grammar.matter import read_matters
from govreply.grammar.organs import is_organ
from govreply.grammar.questions import ask
from govreply.grammar.rows import Grid, Piece, Row, as_text, tidy
from govreply.grammar.tail import as_date, kind_of
from govreply.lexicon.dates import find_dates
from govreply.lexicon.fold import fold
from govreply.model import Choice, Feedback, FormField, Matter, Opinion, Text, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, hull

_NUMBER = compile_pattern(r"^(?:第)?(?P<number>[^号]{0,40}?)(?:号)?(?:提案|建议|议案)?$")
_TEMPLATE = compile_pattern(r"年|月|日|第|号|签名|签字|签章|盖章|公章|章|[（）()：:_＿ 　\-/、.]")
_SESSION_LINE = compile_pattern(
    r"^[\p{Han}（）]{4,40}(?:会议|[0-9一二三四五六七八九十]次|委员会|大会|代表|委员|政协|人大)$"
)
_BLANKS = " 　_＿\u00a0"
_LABEL_EDGE = "：:？? *＊　·•-"
_SINGLE = {"proposer", "number", "matter_title", "organ", "place", "phone"}
_CORE = {"proposer", "number", "matter_title", "organ", "question", "opinion", "place"}
_LOOK_AHEAD = 14
_FARTHEST = 600  # pieces; no form is longer


def read_form(draft: Draft) -> None:
    """Take the form, if there is one, out of the letter; of several the first that is filled in and asks for an opinion."""
    forms: list[tuple[Feedback, list[Piece]]] = []
    draft.pieces = pieces = [part for piece in draft.pieces for part in _parted(piece)]
    at = 0
    while at < len(pieces):
        found = _form_at(pieces, at)
        if found is None:
            at += 1
            continue
        titles, region, consumed = found
        forms.append((_build(draft, titles, region), [*titles, *region.taken]))
        at += max(consumed, 1)
    if not forms:
        return
    best = max((f for f, _ in forms), key=lambda f: (not f.blank, bool(f.choices or f.opinion)))
    for feedback, taken in forms:
        draft.claim_all(taken, "form")
        shown = feedback.title or (feedback.fields[0].label if feedback.fields else None)
        text = shown.text if shown else ""
        if feedback is best:
            draft.why.accept(
                "feedback", text, feedback.span, "title of a form" if feedback.title else "labels of a form"
            )
        else:
            draft.why.reject("feedback", text, feedback.span, "another form is filled in or stands before it")
            draft.diagnose("second-form", feedback.span, "feedback", text)
    draft.feedback = best
    _tell(draft, best)


def _parted(piece: Piece) -> list[Piece]:
    """A whole form on one line, its title parted from its labels."""
    if not isinstance(piece, Row) or "：" not in piece.folded:
        return [piece]
    first = piece.raw_folded.split("：")[0]
    if is_form_title(first.replace(" ", "")) or not any(is_form_title(w) for w in first.split()[:2]):
        return [piece]
    found = labelled(piece.raw)
    if len({f.field for f in found} & _CORE) < 3 or not is_form_title(
        fold(tidy(piece.raw.cut(0, found[0].start)).text)
    ):
        return [piece]
    return [piece.part(0, found[0].start), piece.part(found[0].start, len(piece.raw.text))]


def _form_at(pieces: Sequence[Piece], at: int) -> tuple[list[Row], Region, int] | None:
    """The form that begins at a piece: the rows of its title, what it holds, and how many pieces it spans."""
    piece = pieces[at]
    if isinstance(piece, Row):
        if is_form_title(piece.folded):
            contacts = any(kind_of(p) == "contact" for p in pieces[max(0, at - _LOOK_AHEAD) : at] if isinstance(p, Row))
            region = read_region(pieces[at + 1 : at + _FARTHEST], contacts)
            if _is_form(region, titled=True):
                titles = [piece]
                if at and _is_title_front(pieces[at - 1], piece) and not _signs(pieces[max(0, at - 2) : at - 1]):
                    titles.insert(0, pieces[at - 1])  # type: ignore[arg-type]
                return titles, region, 1 + _extent(pieces, at + 1, region)
        elif _starts_untitled(pieces, at):
            region = read_region(pieces[at : at + _FARTHEST])
            if _is_form(region, titled=False):
                return [], region, _extent(pieces, at, region)
        return None
    title = _inner_title(piece)
    if title is None and metadata.describes_page(piece):
        return None
    region = read_region(pieces[at : at + _FARTHEST])
    if _is_form(region, titled=title is not None):
        return [], region, _extent(pieces, at, region)
    return None


def _extent(pieces: Sequence[Piece], at: int, region: Region) -> int:
    last = region.taken[-1]
    return next(i for i in range(at, len(pieces)) if pieces[i] is last) - at + 1


def _is_title_front(before: Piece, title: Row) -> bool:
    """Whether the row before holds the first half of a title that was broken over two lines."""
    if not isinstance(before, Row) or _SESSION_LINE.match(before.folded) is None:
        return False
    if "  " in before.raw_folded.strip():
        return False  # organs that sign side by side
    return before.is_heading == title.is_heading and before.line.all_strong == title.line.all_strong


def _signs(above: Sequence[Piece]) -> bool:
    """Whether an organ stands alone on the row above: then the next organ signs the letter with it."""
    return any(isinstance(piece, Row) and is_organ(piece.folded) for piece in above)


def _starts_untitled(pieces: Sequence[Piece], at: int) -> bool:
    """A line that opens with the label of the matter, with a question and its options not far behind."""
    piece = pieces[at]
    if not isinstance(piece, Row):
        return False
    head = piece.folded.split("：")[0]
    if field_of(head) not in ("proposer", "number", "matter_title"):
        return False
    ahead = [p for p in pieces[at : at + _LOOK_AHEAD] if isinstance(p, Row)]
    return any(ticks.has_marks(p.folded) and len(ticks.read_options(p.raw)) >= 2 for p in ahead)


def _is_form(region: Region, titled: bool) -> bool:
    """Enough of a form's own labels; the fewer if a title says what it is."""
    if not region.entries or not region.taken:
        return False
    names = {e.field for e in region.entries} & _CORE
    asked = sum(bool(e.heads) or is_asked(e) for e in region.entries)
    if titled:
        return bool(asked) or len(names) >= 2
    return len(names) >= 3 and (bool(asked) or "opinion" in names or "question" in names)


def _inner_title(grid: Grid) -> Row | None:
    """The title of a form that stands inside its table, in the first row."""
    first = grid.cells[0] if grid.cells else None
    if first is None or not is_form_title(first.folded):
        return None
    return next(iter(first.rows), None)


def _build(draft: Draft, titles: list[Row], region: Region) -> Feedback:
    singles: dict[str, Text] = {}
    fields: list[FormField] = []
    choices: list[Choice] = []
    opinion: Opinion | None = None
    date = None
    title = _title(titles, region)
    boxed = any(ticks.has_open_box(fold(entry.value.text)) for entry in region.entries)
    for entry in region.entries:
        if title is not None and title.span.overlaps(entry.label.whole) and entry.field == "unknown":
            continue
        choice = ask(draft, entry, boxed=boxed)
        if choice is not None:
            choices.append(choice)
            continue
        label, value = tidy(entry.label).strip(_LABEL_EDGE), tidy(entry.value).strip(_BLANKS)
        if entry.field == "unknown" and not value.text:
            continue
        if entry.field in ("date", "signature") and date is None and value.text:
            dates = find_dates(fold(value.text))
            date = as_date(value, dates[-1], Where.FORM) if dates else None
        if entry.field in _SINGLE and entry.field not in singles:
            singles[entry.field] = _number(value) if entry.field == "number" else as_text(value)
        elif entry.field == "opinion" and (opinion is None or not opinion.text):
            opinion = _opinion(draft, value)
        fields.append(FormField(label=as_text(label), value=as_text(value)))
    choices.sort(key=lambda c: c.span.start)
    spans = [p.span for p in region.taken] + [t.span for t in titles]
    filled = any(_TEMPLATE.sub("", f.value.text) for f in fields)
    return Feedback(
        span=hull(spans),
        title=title,
        date=date,
        choices=tuple(choices),
        fields=tuple(fields),
        opinion=opinion,
        blank=not filled and not any(c.selected for c in choices),
        **singles,
    )


def _title(titles: list[Row], region: Region) -> Text | None:
    """The form's title, its halves joined, without 附件： in front; it may stand in the first cell of the table."""
    if not titles:
        first = region.taken[0]
        inner = _inner_title(first) if isinstance(first, Grid) else None
        titles = [inner] if inner is not None else []
    if not titles:
        return None
    parts = [as_text(t.tidy, title_start(t.folded)) for t in titles]
    if len(parts) == 1:
        return parts[0]
    pieces = tuple(span for p in parts for span in (p.pieces or (p.span,)))
    return Text(text="".join(p.text for p in parts), span=hull(p.span for p in parts), pieces=pieces)


def _tell(draft: Draft, feedback: Feedback) -> None:
    """The evidence of each tick; the form names the matter by number and title, and the opinion may name it again."""
    for choice in feedback.choices:
        for option in choice.options:
            if option.checked:
                sign = option.mark.text.strip() if option.mark is not None else ""
                reason = f"ticked by {sign}" if sign else "written as the answer"
                draft.why.accept(f"feedback.choices.{choice.name.value}", option.label.text, option.label.span, reason)
    number, topic = (t if t is not None and t.text else None for t in (feedback.number, feedback.matter_title))
    if number is not None or topic is not None:
        places = [t.span for t in (number, topic) if t is not None]
        draft.form_mentions.append(Matter(span=hull(places), where=Where.FORM, number=number, title=topic))
    if feedback.opinion is not None:
        draft.form_mentions.extend(feedback.opinion.matters)


def _number(value: MappedText) -> Text:
    """What stands between 第 and 号."""
    match = _NUMBER.match(fold(value.text))
    return as_text(value.cut(*match.span("number")).strip(_BLANKS)) if match is not None else as_text(value)


def _opinion(draft: Draft, value: MappedText) -> Opinion:
    base = as_text(value)
    draft.opinion_texts[base.span] = value
    matters: list[Matter] = []
    for reading in read_matters(value, fold(value.text), Where.OPINION):
        if reading.matter.number is not None or reading.matter.session is not None:
            matters.append(reading.matter)
            for name, found, why in reading.evidence:
                draft.why.accept(f"feedback.opinion.{name}", found.text, found.span, why)
    return Opinion(text=base.text, span=base.span, pieces=base.pieces, matters=tuple(matters))
