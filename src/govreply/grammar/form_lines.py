"""Forms without a table: labels and values on lines, one or several a line, one cell per line, or drawn with bars."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, mutable

from govreply.blocks import LineKind
from govreply.grammar import furniture, ticks
from govreply.grammar.form_cells import Entry, across, cells_of, entries_in_line, entries_of
from govreply.grammar.form_drawn import bar_cells, columns, drawn_rows, question_in_columns
from govreply.grammar.form_flat import flat_entries
from govreply.grammar.form_labels import built_field_of, field_of, labelled
from govreply.grammar.form_title import is_form_title
from govreply.grammar.rows import Grid, Piece, Row
from govreply.grammar.tail import kind_of
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_NOTE = compile_pattern(
    r"^(?:[（〔]?(?:填表|填写)?(?:说明|须知|要求|注意事项)[）〕]?|[（〔]?(?:备注|注)|※|★|\*)(?:[：:、.]|$|[0-9①])"
)
_INSTRUCTION = compile_pattern(
    r"请.{0,40}(?:打|划|画|填|勾|寄|反馈|交|送|返)"
    r"|一式[一二两三四五六]份|[此本该]表(?![示明达现扬彰决态述面])|(?:打|划|画)[“\"‘]?[√✓]"
)
_LETTER = compile_pattern(r"收悉|答复如下|专此(?:答复|函)|特此(?:答复|函)|^此复|^附件")
_STEM = compile_pattern(r"^(?P<stem>[^：？]{2,40})[：？]")
_STOP = "。；"
_FAR = 6
_MOST_INTRO = 8
_MOST_LINES = 40
_MOST_CELLS = 1500
_LONGEST_ROW = 4000
_LONGEST_OPTIONS = 400
_LONGEST_GLUED = 60
_LONGEST_GLUED_LABEL = 10
_OWN = compile_pattern(r"^(?:您|你|代表|委员|提案|建议人|反馈|填表)")
_WORDS_OF_AN_OPINION = {"建议", "意见", "其他建议", "具体建议"}
_PEOPLE = {label for label, kind in labels("contact").items() if kind == "person"}


@mutable
class Region:
    """The pieces that belong to a form and what they hold."""

    entries: list[Entry] = field(factory=list)
    taken: list[Piece] = field(factory=list)
    grids: int = 0
    contacts_before: bool = False

    @property
    def last(self) -> Entry | None:
        """The entry that was read last."""
        return self.entries[-1] if self.entries else None

    @property
    def asked(self) -> bool:
        """Whether a question or the opinion has been met: what names the matter is then over."""
        return any(e.field in ("question", "opinion", "signature") or e.heads or is_asked(e) for e in self.entries)


def is_asked(entry: Entry) -> bool:
    """Whether an entry holds a group of options."""
    return len(ticks.read_options(entry.value)) >= 2


def read_region(pieces: Sequence[Piece], contacts_before: bool = False) -> Region:
    """The form that begins at the first of `pieces`: its tables, and its lines as long as they belong to it.

    Args:
        contacts_before: whether the letter's own contacts stand before the form; a phone in its midst is then the proposer's.
    """
    region = Region(contacts_before=contacts_before)
    notes = False
    at = 0
    while at < len(pieces) and len(region.taken) < _MOST_LINES * 10:
        piece = pieces[at]
        if isinstance(piece, Grid):
            if not _take_grid(region, piece):
                break
            at += 1
            continue
        drawn = drawn_rows(pieces[at:])
        if drawn:
            region.taken.extend(pieces[at : at + drawn])
            region.entries.extend(entries_of(bar_cells(pieces[at : at + drawn])))
            region.grids += 1
            at += drawn
            continue
        if furniture.reason(piece) and (region.asked or not _opens_entry(piece)):
            at += 1
            continue
        if _ends(region, piece):
            break
        if (
            _NOTE.match(piece.folded)
            and not labelled(piece.raw)[:1]
            and not is_asked(Entry(piece.raw, "", [piece.raw]))
        ):
            notes = True
        elif _INSTRUCTION.search(piece.folded) and not _opens_entry(piece):
            pass
        elif not _take_row(region, pieces, at, notes):
            break
        else:
            notes = notes and not _opens_entry(piece)
        region.taken.append(piece)
        at += 1
    return region


def _take_grid(region: Region, grid: Grid) -> bool:
    if len(grid.table.cells) > _MOST_CELLS:
        return False
    entries = list(entries_of(cells_of(grid)))
    known = {e.field for e in entries} - {"unknown", "other", "phone"}
    if not known and not any(is_asked(e) or e.heads for e in entries):
        return False
    region.entries.extend(entries)
    region.taken.append(grid)
    region.grids += 1
    return True


def _opens_entry(row: Row) -> bool:
    found = labelled(row.raw)
    return bool(found) and not row.raw_folded[: found[0].start].strip()


def _ends(region: Region, row: Row) -> bool:
    """Whether a row is no longer of the form: the letter goes on, another form begins, or its tail does."""
    kind = kind_of(row)
    last = region.last
    in_opinion = last is not None and last.field == "opinion"  # which may say that the reply was received
    letter = not in_opinion and not _opens_entry(row) and _LETTER.search(row.folded) is not None
    if kind in ("copies", "print", "attachment") or is_form_title(row.folded) or letter:
        return True
    if last is None:
        return False
    settled = bool(last.value.text.strip()) or last.field == "signature" or region.grids > 0
    if kind in ("organ", "signed") and settled and region.asked:
        return True
    if kind == "contact" and region.asked:
        return not _is_proposers_phone(region, row) and _is_letter_contact(row)
    return row.is_heading and not _opens_entry(row) and field_of(row.folded) is None


def _is_proposers_phone(region: Region, row: Row) -> bool:
    """联系电话： right behind the proposer's signature, where the letter has given its own contacts before."""
    entries = entries_in_line(row.raw)
    last = region.last
    signed = last is not None and last.field in ("signature", "date")
    return region.contacts_before and signed and [e.field for e in entries] == ["phone"]


def _is_letter_contact(row: Row) -> bool:
    """The letter's own contacts, unless the row asks the proposer for theirs or leaves them blank."""
    entries = entries_in_line(row.raw)
    if entries and (_OWN.match(entries[0].name) or not any(e.value.text.strip(" _＿　") for e in entries)):
        return False
    first = fold(row.text).split("：")[0].strip("（ ")
    return first in _PEOPLE or not entries or entries[0].field in ("phone", "other")


def _take_row(region: Region, pieces: Sequence[Piece], at: int, notes: bool) -> bool:
    """Read one row into the region; ``False`` if it does not belong there."""
    row = pieces[at]
    if not isinstance(row, Row):
        return False
    made = _entries(row, _next_asks(pieces, at))
    if made and not _goes_on_in_opinion(region.last, made[0]):
        lead = _lead(row, made)
        if lead is not None and region.last is not None:
            region.last.values.append(lead)
        region.entries.extend(made)
        return True
    if notes:
        return True
    last = region.last
    if last is None:
        return len(region.taken) < _MOST_INTRO and _goes_on(pieces, at)
    if _continues(region, row, last):
        last.values.append(row.raw)
        return True
    return _goes_on(pieces, at) and len(row.text) <= 60


def _goes_on_in_opinion(last: Entry | None, made: Entry) -> bool:
    """建议： at the start of a line inside the opinion is a word of it, no label of the form."""
    if last is None or last.field != "opinion" or made.field != "opinion" or last.value.text.strip() == "":
        return False
    return made.name in _WORDS_OF_AN_OPINION


def _entries(row: Row, next_asks: bool) -> list[Entry]:
    """The entries that a row opens; none if it opens none."""
    flat = flat_entries(row)
    if flat:
        return flat
    found = entries_in_line(row.raw)
    if found and found[0].field == "signature" and row.raw.cut(0, _offset(row.raw, found[0])).text.strip():
        return found if not is_asked(Entry(row.raw, "", [row.raw])) else []
    if found and not row.raw.cut(0, _offset(row.raw, found[0])).text.strip(" -·•*"):
        return found
    parts = columns(row)
    question = question_in_columns(row, parts)
    if question is not None:
        return [question]
    options = ticks.read(row.raw)
    if len(options.options) >= 2:
        stem = _STEM.match(row.raw_folded)
        if stem is not None and not ticks.has_marks(stem["stem"]):
            return [Entry(row.raw.cut(0, stem.end("stem")), "unknown", [row.raw.cut(stem.end(), len(row.raw.text))])]
        if options.stem is not None:
            end = next(
                at for at in range(len(row.raw.text)) if row.raw.span(at, at + 1).start >= options.stem.whole.end
            )
            return [
                Entry(
                    options.stem,
                    built_field_of(fold(options.stem.text)) or "unknown",
                    [row.raw.cut(end, len(row.raw.text))],
                )
            ]
        return []
    if len(parts) >= 2 and (
        field_of(fold(parts[0].text)) is not None or built_field_of(fold(parts[0].text)) == "matter_title"
    ):
        return across(parts)
    short = len(row.folded) <= 20 and not any(s in row.folded for s in _STOP)
    name = field_of(row.folded) or (built_field_of(row.folded) if short else None)
    if name is not None and len(row.folded) >= 2:
        return [Entry(row.raw, name)]
    glued = _glued(row)
    if glued is not None:
        return [glued]
    if next_asks and len(row.folded) <= 40 and not any(s in row.folded for s in _STOP):
        return [Entry(row.raw, "unknown")]
    return []


def _glued(row: Row) -> Entry | None:
    """提案编号062: a label that lost the cell border between it and its value."""
    folded = row.folded
    if len(folded) > _LONGEST_GLUED or any(s in folded for s in _STOP):
        return None
    for end in range(min(_LONGEST_GLUED_LABEL, len(folded) - 1), 2, -1):
        name = labels("form").get(folded[:end])
        if name is None:
            continue
        number = name == "number" and folded[end] in "第0123456789"
        if number or name in ("proposer", "matter_title", "organ", "place"):
            return Entry(row.tidy.cut(0, end), name, [row.tidy.cut(end, len(folded))])
        return None
    return None


def _lead(row: Row, made: list[Entry]) -> MappedText | None:
    """What stands in a row in front of its first label."""
    lead = row.raw.cut(0, _offset(row.raw, made[0])).strip()
    return lead if lead.text.strip(" -·•*") else None


def _offset(raw: MappedText, entry: Entry) -> int:
    start = entry.label.whole.start
    return next((at for at in range(len(raw.text)) if raw.span(at, at + 1).start >= start), 0)


def _next_asks(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next row has options and no words of its own in front of them."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if not isinstance(following, Row) or len(following.raw.text) > _LONGEST_OPTIONS:
        return False
    if ticks.has_marks(fold(getattr(pieces[at], "text", ""))):
        return False
    options = ticks.read(following.raw)
    return len(options.options) >= 2 and options.stem is None and _STEM.match(following.raw_folded) is None


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the form goes on soon behind a row that says nothing to it."""
    for piece in pieces[at + 1 : at + 1 + _FAR]:
        if isinstance(piece, Grid):
            return True
        if kind_of(piece) in ("copies", "organ", "signed") or _LETTER.search(piece.folded):
            return False
        if _entries(piece, False) and kind_of(piece) != "contact":
            return True
    return False


def _continues(region: Region, row: Row, last: Entry) -> bool:
    """Whether a row without a label is the value of the entry before it, or more of it."""
    filled = bool(last.value.text.strip())
    after_grid = region.taken and isinstance(region.taken[-1], Grid)
    if after_grid and not (last.field == "opinion" and not filled):
        return False
    if not filled:
        return True
    if last.field in ("question", "unknown", "other"):
        return ticks.has_marks(row.folded) or row.folded in ticks.answers()
    if last.field == "opinion":
        return len(last.values) < _MOST_LINES and row.line.kind is not LineKind.HEADING
    if last.field == "signature":
        return kind_of(row) in ("date", "mark") or len(row.folded) <= 12
    if last.field == "matter_title":
        return len(last.values) == 1 and not fold(last.value.text).rstrip().endswith(
            ("建议", "提案", "议案", "》", "”")
        )
    return False
