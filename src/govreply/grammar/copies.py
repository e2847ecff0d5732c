"""抄送, 附件说明 and the 印发 line."""

from __future__ import annotations

from attrs import evolve

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Row, as_text, tidy
from govreply.grammar.signature import as_date
from govreply.lexicon.dates import find_dates
from govreply.lexicon.fold import fold
from govreply.lexicon.numerals import read_integer
from govreply.model import Attachment, Where
from govreply.patterns import compile_pattern
from govreply.span import join

_COPIES = compile_pattern(
    r"^[（ ]{0,40}(?:抄 {0,4}送|抄 {0,4}报|抄 {0,4}致|抄|主 {0,4}报|报 {0,4}送|分 {0,4}送|报|送)"
    r" {0,3}(?:单 {0,4}位|机 {0,4}关|对 {0,4}象)? {0,3}："
)
_ATTACHMENT = compile_pattern(r"^[（ ]{0,3}附 {0,4}(?:件|表)? {0,4}(?P<n>[0-9一二三四五六七八九十]{0,2}) {0,4}：")
_ATTACHMENT_HEAD = compile_pattern(r"^附(?:件|表)[0-9一二三四五六七八九十]{0,2}$")
_ITEM = compile_pattern(
    r"^(?:附件)?(?:(?P<arabic>[0-9]{1,2})[.、](?![0-9])|（?(?P<chinese>[一二三四五六七八九十]{1,2})[、）])"
)
_COUNT = compile_pattern(
    r"（?(?:各|共)?[0-9一二三四五六七八九十]{1,2}份?）$|（[0-9]{1,2}份\p{Han}{0,4}）$|(?<=[\p{Han}）])[0-9一二三四]{1,2}份$"
)
# a bracket is passed over whole, the separators in it part nothing
_SPLIT = compile_pattern(r"(?P<bracket>（[^（）]{0,40}）)|[，、；]|(?<=[\p{Han}）0-9]) {1,40}(?=[\p{Han}])")
_PRINT = compile_pattern(
    r"^.{0,30}[0-9〇零一二三四五六七八九十]{1,4}日? {0,3}(?:印发|印制|印)$|^(?:印发|印制)(?:日期|时间|机关|单位)?："
    r"|^（?共印 {0,3}[0-9]{1,4} {0,3}份）?。?$|^主 {0,4}题 {0,4}词 {0,3}：|^(?:打字|校对|拟稿|核稿)："
)
_NO_RECIPIENT = compile_pattern(r"[。：！？《]|[0-9]{4}|打印|关闭|分享|上一篇|下一篇|附件|扫一扫|主办|版权")
_LONGEST_RECIPIENT = 40
_LONGEST = 120
_FULL_LINE = 24  # no line that was cut at a width is shorter


def is_copies(row: Row) -> bool:
    """Whether a row begins with 抄送 or what stands for it. A bare 报： or 送： counts only before names of organs."""
    match = _COPIES.match(row.raw_folded)
    if match is None:
        return False
    short = match.group().strip(" （：") in ("报", "送")
    return not short or ("。" not in row.folded.rstrip("。") and len(row.folded) <= _LONGEST)


def is_bare_label(row: Row) -> bool:
    """Whether a row is 抄送： and nothing else; the recipients stand below it."""
    match = _COPIES.match(row.raw_folded)
    return match is not None and not row.raw_folded[match.end() :].strip()


def is_recipient(row: Row, kind: str) -> bool:
    """Whether a row below a bare 抄送： names a recipient: an organ, or a short row that is nothing else (各会办单位)."""
    folded = row.folded.rstrip("。；，、）")
    return kind in ("organ", "") and 2 <= len(folded) <= _LONGEST_RECIPIENT and _NO_RECIPIENT.search(folded) is None


def is_attachment(row: Row) -> bool:
    """Whether a row opens the note of attachments."""
    return _ATTACHMENT.match(row.raw_folded) is not None and len(row.folded) <= _LONGEST


def is_attachment_head(row: Row) -> bool:
    """Whether an attachment itself begins: its name alone on a row."""
    return _ATTACHMENT_HEAD.match(row.folded) is not None


def is_further_attachment(row: Row) -> bool:
    """Whether a row goes on with the numbered list of attachments."""
    return _ITEM.match(row.folded) is not None and len(row.folded) <= _LONGEST


def is_cut(above: Row, row: Row) -> bool:
    """Whether a row goes on with a list of recipients that was cut at a width, in the middle of a name."""
    return (
        len(above.raw_folded.strip()) >= _FULL_LINE
        and above.folded[-1:] not in "。，、；："
        and len(row.folded) <= _LONGEST
        and (row.folded.endswith("。") or "，" in row.folded or "、" in row.folded)
        and "：" not in row.folded
    )


def joined(above: Row, row: Row) -> Row:
    """Both rows as one."""
    return Row(join([above.raw.strip(), row.raw.strip()]), evolve(above.line, strong=(), links=()))


def is_print(row: Row) -> bool:
    """Whether a row is the 印发 line, the number of prints or the old list of subject words."""
    folded = row.folded
    return len(folded) <= 60 and "。" not in folded.rstrip("。") and _PRINT.search(folded) is not None


def read_copies(draft: Draft, row: Row, goes_on: bool = False) -> None:
    """抄送：a，b，c。 The trailing count of copies (2份) is no part of a name; names in brackets are not cut.

    Args:
        draft: gets the recipients.
        row: the row.
        goes_on: whether it has no label, as it continues the row above.
    """
    folded = row.raw_folded
    label = _COPIES.match(folded)
    if label is None and not goes_on:
        return
    at = label.end() if label is not None else 0
    bracketed = label is not None and label.group().lstrip().startswith("（")
    end = len(folded.rstrip(" 。.）" if bracketed else " 。."))
    for match in [*_SPLIT.finditer(folded, at, end), None]:
        if match is not None and match["bracket"] is not None:
            continue
        stop = match.start() if match else end
        name = tidy(row.raw.cut(at, stop))
        count = _COUNT.search(fold(name.text))
        if count is not None and count.start():
            name = name.cut(0, count.start())
        name = name.strip("。，、；：")
        if name.text:
            draft.copies.append(as_text(name))
            draft.why.accept("copies", name.text, name.whole, "behind 抄送")
        at = match.end() if match else end


def rest_behind_copies(row: Row) -> tuple[Row, Row] | None:
    """The list and what stands behind its full stop in the same row; ``None`` where nothing does."""
    folded = row.raw_folded
    stop = folded.find("。")
    if stop < 0 or not folded[stop + 1 :].strip(" 。）"):
        return None
    return row.part(0, stop + 1), row.part(stop + 1, len(folded))


def read_print(draft: Draft, row: Row) -> None:
    """The date of the 印发 line; it is no date of the signature."""
    for match in find_dates(row.folded):
        draft.dates.append(as_date(row.tidy, match, Where.TAIL))


def read_attachments(draft: Draft, row: Row) -> None:
    """附件：1.a 2.b, one entry each; a row without a label goes on with the list."""
    folded = row.folded
    label = _ATTACHMENT.match(folded)
    at = label.end() if label is not None else 0
    starts = [at, *(m.start() for m in _INNER_ITEM.finditer(folded, at))] if label is not None else [at]
    number = read_integer(label["n"]) if label is not None and label["n"] else None
    for start, end in zip(starts, [*starts[1:], len(folded)], strict=True):
        marker = _ITEM.match(folded[start:end])
        name = row.tidy.cut(start + (marker.end() if marker else 0), end).strip(
            "；。 ，）" if "（" not in folded[start:end] else "；。 ，"
        )
        if not name.text:
            continue
        base = as_text(name)
        ordinal = read_integer(marker["arabic"] or marker["chinese"]) if marker is not None else number
        draft.attachments.append(Attachment(text=base.text, span=base.span, pieces=base.pieces, ordinal=ordinal))
        draft.why.accept("attachments", base.text, base.span, "behind 附件")


_INNER_ITEM = compile_pattern(r"(?<=[\p{Han}）》；。])(?:附件)?[2-9][.、](?=[\p{Han}《“])")
