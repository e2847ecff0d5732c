"""署名 and 成文日期: organs and dates that stand alone on the rows behind the body."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.grammar.draft import Draft
from govreply.grammar.organs import as_mention, is_organ, split_organs
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.dates import DateMatch, read_date_line
from govreply.lexicon.fold import fold
from govreply.model import DateText, Signature, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, hull, join

_DATE_AT_END = compile_pattern(
    r"(?P<date>[12〇一二三四五六七八九0OＯ○]{2,4}[0-9〇一二三四五六七八九O○ ]{0,4}[年./-].{2,14}"
    r"|(?:19|20)[0-9]{4,6})[）。]?$"
)
# an organ with a label that says it signs; 联系单位 and 承办单位 alone do not
_ORGAN_LABEL = compile_pattern(
    r" {0,9}(?:(?:答复|复文|复函|落款|签署) {0,3}(?:单位|机关|部门)(?:（(?:盖章|公章|签章|章)）)?"
    r"|(?:承办|办理|主办)?(?:单位|机关|部门)（(?:盖章|公章|签章|章)）) {0,3}： {0,9}"
)
# a date with its label; 发布日期 and 成文日期 belong to the page
_DATE_LABEL = compile_pattern(r"(?:答复|回复|复文|办复|办结|落款|函复|签发)?(?:日期|时间)：")
# the day, or all of it, left to be filled in
_UNFILLED = compile_pattern(
    r"(?P<filled>(?:[0-9〇一二三四五六七八九零]{4}年)?(?:[0-9一二三四五六七八九十]{1,2}月)?)(?:20|二〇)?年?月?日"
)
# what may stand around a date on its row
_BEFORE_DATE = compile_pattern(r"公元")
_BEHIND_DATE = compile_pattern(
    r"(?:（(?:盖章|印章|公章|印|章)）|（?星期[一二三四五六日天]）?|（?周[一二三四五六日]）?)$"
)
_MONTH_ONLY = compile_pattern(r"(?:19|20)[0-9]{2}[-./](?:0?[1-9]|1[0-2])")
_PLACE_ALONE = compile_pattern(r"[\p{Han}]{2,20}(?:省|市|州|盟|区|县|旗|兵团|师)")


def date_of(row: Row) -> MappedText | None:
    """The date that a row consists of, its label and blanks to be filled in left out; ``None`` if it is anything else."""
    folded = row.folded
    label = _DATE_LABEL.match(folded)
    start = label.end() if label is not None and label.group()[:2] != "时间" else 0
    before = _BEFORE_DATE.match(folded, start)
    start = before.end() if before is not None else start
    behind = _BEHIND_DATE.search(folded, start)
    end = behind.start() if behind is not None else len(folded)
    if read_date_line(folded[start:end]) is not None or _MONTH_ONLY.fullmatch(folded, start, end):
        return row.tidy.cut(start, end)
    unfilled = _UNFILLED.fullmatch(folded, start)
    if unfilled is not None and (unfilled["filled"] or folded[start:] in ("年月日", "20年月日", "二〇年月日")):
        return row.tidy.cut(start, start + len(unfilled["filled"]))
    return None


def organs_of(row: Row) -> list[MappedText] | None:
    """The organs that a row consists of, a label that says they sign left out; ``None`` if anything else stands in it."""
    label = _ORGAN_LABEL.match(row.raw_folded)
    return split_organs(row.raw.cut(label.end() if label is not None else 0, len(row.raw.text)))


def signed(row: Row) -> tuple[list[MappedText], MappedText] | None:
    """Organs and date on one row."""
    folded = row.raw_folded.rstrip()
    match = _DATE_AT_END.search(folded)
    while match is not None:
        date = row.raw.cut(match.start("date"), len(folded))
        organs = split_organs(row.raw.cut(0, match.start("date")))
        if organs is not None and _is_date_beside_organ(fold(tidy(date).text)):
            return organs, date
        match = _DATE_AT_END.search(folded, match.start() + 1)
    return None


def _is_date_beside_organ(folded: str) -> bool:
    """Eight digits that are no day of the calendar are rather a phone."""
    date = read_date_line(folded)
    return date is not None and not (date.problem is not None and len(folded) == 8 and folded.isdigit())


def is_first_half(above: Row, row: Row) -> bool:
    """Whether a row holds the place of an organ whose name goes on in the next row."""
    if _PLACE_ALONE.fullmatch(above.folded) is None or split_organs(row.raw) is None:
        return False
    return is_organ(above.folded + row.folded)


def whole(above: Row, row: Row) -> Row:
    """The two halves of an organ's name as one row."""
    return Row(join([above.raw.strip(), row.raw.strip()]), row.line)


def read_signature(draft: Draft, rows: Sequence[tuple[Row, str]]) -> None:
    """Read organs and dates; a second date that differs is turned down.

    Args:
        draft: gets the signature.
        rows: rows of the kinds ``organ``, ``date`` and ``signed``.
    """
    organs: list[MappedText] = []
    dates: list[MappedText] = []
    for row, kind in rows:
        both = signed(row) if kind == "signed" else None
        date = date_of(row) if kind == "date" else None
        if both is not None:
            organs.extend(both[0])
            dates.append(tidy(both[1]))
        elif kind == "organ":
            organs.extend(organs_of(row) or [])
        elif date is not None and date.text:
            dates.append(date)
    if not organs and not dates:
        return
    unique: list[MappedText] = []
    for organ in organs:
        if organ.text not in [u.text for u in unique]:
            unique.append(organ)
    date_text = _date(draft, dates[0]) if dates else None
    iso = date_text.iso if date_text is not None and date_text.iso and len(date_text.iso) == 10 else None
    span = hull([o.whole for o in unique] + ([date_text.span] if date_text else []))
    draft.signature = Signature(span=span, agencies=(), date=iso, date_text=date_text)  # the date tells organs' names
    draft.signature = Signature(
        span=span, agencies=tuple(as_mention(draft, o) for o in unique), date=iso, date_text=date_text
    )
    for organ in unique:
        draft.why.accept("signature.agencies", organ.text, organ.whole, "an organ alone on its row behind the body")
    if date_text is not None:
        draft.why.accept("signature.date", date_text.text, date_text.span, "a date alone on its row behind the body")
    for extra in dates[1:]:
        if extra.text != dates[0].text:
            draft.why.reject("signature.date", extra.text, extra.whole, "a date of the signature stands before it")


def _date(draft: Draft, text: MappedText) -> DateText:
    match = read_date_line(fold(text.text))
    base = as_text(text)
    if match is None:
        return DateText(text=base.text, span=base.span, pieces=base.pieces, iso=None, where=Where.SIGNATURE)
    if match.problem is not None:
        draft.diagnose(f"date-{match.problem}", base.span, "signature.date", base.text)
    return as_date(text, match, Where.SIGNATURE)


def as_date(text: MappedText, match: DateMatch, where: Where) -> DateText:
    """A date found in `text` as a value of the model."""
    base = as_text(text, match.start, match.end)
    return DateText(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        iso=match.iso,
        year=match.year,
        month=match.month,
        day=match.day,
        where=where,
    )
