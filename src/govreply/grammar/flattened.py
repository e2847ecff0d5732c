"""Flattened pages: a whole letter on one line. They are cut apart again here, and hard-wrapped lines are joined.

Nothing is guessed from wording alone: a cut is made at a space, where a numbered marker follows a sentence end, and at the
joints of a letter (title and addressee, addressee and text, text and thanks, thanks and signature, label and label).
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govreply.blocks import Break
from govreply.grammar.draft import Draft
from govreply.grammar.rows import Piece, Row
from govreply.grammar.wrapped import rejoin
from govreply.patterns import compile_pattern

_SHARE = 0.6
_LEAST = 100
_WIDE_BLANK = 3
_BRACKET_REACH = 40
_LETTER = compile_pattern(r"收悉|答复如下|函告如下|回复如下|答复您如下|复函如下")
_CUT = compile_pattern(r" {1,}+")
_HAN = r"\p{Han}"
_TITLE_END = r"(?:答复|答复函|复函|的函|回复|回函|答复意见)"
_PERSON = r"(?:委员|代表|同志)(?:们)?"
_GROUP = r"(?:代表团|小组|联络组|市委会|省委会|区委会|县委会|委员会|支部|总支|工商联)"
_ORGAN_END = r"(?:局|委|委员会|政府|办公室|厅|院|中心|会|部|署|处|街道办事处|公司)"
_JOINTS = (
    # a marker behind a sentence end, and （一） behind a heading
    r"(?<=[。；！？：])(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^一二三四五六七八九十、])",
    r"(?<=[。；！？：])(?=(?:[0-9]{1,2}[.、](?![0-9])|（[0-9]{1,2}）)[\p{Han}])",
    r"(?<=(?:^|[。；！？：])[一二三四五六七八九十]{1,3}、[\p{Han}，、“”]{2,30})(?=（一）)",
    # title | addressee： | text
    rf"(?<={_TITLE_END})(?=(?:尊敬的)?[{_HAN}·、]{{2,60}}(?:{_PERSON}|{_GROUP})：)",
    rf"(?<={_PERSON}：|{_GROUP}：|(?:市委|省委|区委|县委|委员会|支部|总支|工商联)：)(?=您|你|贵|首先|感谢|现|关于|近年)",
    # text | thanks, each behind a sentence end
    r"(?<=[。；！])(?=(?:最后，|再次|衷心|诚挚)?感谢(?:您|你|贵|各位)|(?:专此|特此|谨此)(?:答复|函复|回复|函告)|此复。)",
    # text | organ and date
    rf"(?<=[。！])(?=[{_HAN}（）]{{4,40}}{_ORGAN_END}(?:（(?:盖|公)?章）)?"
    r"(?:20[0-9]{2} ?[年./-]|二[〇0Oo零]{1,2}[一二三四五六七八九〇0Oo零]{1,2}年))",
    # date | contacts and copies
    r"(?<=[日）。0-9])(?=（?(?:签发人|联系人|经办人|承办人|联系单位|联系电话|抄送|抄报|附件|附：|此件|（此件)[^，。]{0,12}(?:：|公开))",
)
_JOINT = compile_pattern("|".join(_JOINTS))
_LABEL_END = r"(?:人|联络员|人员|电话|手机|传真|方式|编码|邮编|领导|地址|抄送|抄报|附件|日期|时间|机关|单位|科室|号|字号|属性|类别|结果)"
_KEEP_LEFT = compile_pattern(
    rf"(?:[A-Za-z0-9]|{_LABEL_END}：)$|(?:^|[、，：（ ])[\p{{Han}}]$|第$|〔$|《$|“$|（$|^[\p{{Han}}]$|[0-9]$"
)
# a phone or a date run stands between blocks; a figure belongs to the words around it
_LONG_NUMBER_BEFORE = compile_pattern(r"[0-9]{6}[\p{Han}]{4}$")
_LONG_NUMBER_AFTER = compile_pattern(r"^[0-9]{6,8}(?: |$)")
_OPENS = compile_pattern(
    r"^(?:[一二三四五六七八九十]{1,3}、[^一二三四五六七八九十、 ]|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、][\p{Han}]|（[0-9]{1,2}）)"
)
_LABEL_RIGHT = compile_pattern(
    r"^（?(?:抄 ?送|抄 ?报|附 ?件|主题词|此件|公开属性|是否公开|联系人|联系单位|经办人|承办人|签发人|领导签发|邮政编码|邮编)"
    r"[^，。]{0,8}(?:：|公开)|^(?:主动|依申请|不予)?公开(?: |$)"
)
_DATE_RIGHT = compile_pattern(r"(?:19|20)[0-9]{2}(?: ?年|[-./][0-9])(?![^。]{0,12}印发)")
_BEFORE_DATE = compile_pattern(
    r"(?:[。！；）]|公开|发布|[0-9]{6})$"
)  # a date behind it is a line, not a word of a sentence
_LABELLED = compile_pattern(r"[\p{Han}]{2,8}：")
_ANSWERED = compile_pattern(r"公开：(?:是|否|同意)$")
_LIST_GOES_ON = compile_pattern(r"[：、，（]$")
_NUMERIC_DATE_LEFT = compile_pattern(r"(?:19|20)[0-9]{2}([-./])[0-9]{1,2}\1[0-9]{1,2}$")
# names or an organ before a colon, behind a class mark, a date or a bracket: 类别：B 高朗代表：, 2024-08-14 州水务局：
_ADDRESSED = compile_pattern(
    rf"(?:尊敬的)?(?:[{_HAN}·、]{{2,60}}{_PERSON}|[{_HAN}]{{3,30}}(?:局|委|委员会|政府|办公室|厅|支部|总支|工商联|市委会)) ?："
)
_ADDRESS_ENDS = compile_pattern(rf"(?:{_PERSON}|局|委|委员会|政府|办公室|厅|支部|总支|工商联)：$")
_NUMBERED_ITEM = compile_pattern(r"第?[0-9]{1,12}号(?:代表)?(?:提案|建议|议案)")
_NO_NAME_BEFORE = compile_pattern(r"[0-9A-D）〕类]$")
_GOES_ON = compile_pattern(r"[、，（〔《“第和及与]$")
_KEEP_RIGHT = compile_pattern(r"^(?:[\p{Han}](?:[ ，。、：]|$)|号|年|月|日|》|”|）|[0-9])")


def cut_apart(draft: Draft) -> None:
    """Join the lines of a hard-wrapped text; replace a line that holds most of the letter by the rows that it was made of."""
    joined = rejoin(draft.pieces)
    if len(joined) < len(draft.pieces):
        draft.diagnose("lines-rejoined", joined[0].span, None, f"{len(draft.pieces)} → {len(joined)}")
        draft.pieces = joined
    rows = draft.rows
    total = sum(len(r.text) for r in rows)
    pieces: list[Piece] = []
    for piece in draft.pieces:
        if isinstance(piece, Row) and _is_flattened(piece, total):
            parts = list(_parts(piece))
            if len(parts) > 2:
                draft.diagnose("flattened-line", piece.span, None, f"{len(parts)}")
                pieces.extend(parts)
                continue
        pieces.append(piece)
    draft.pieces = pieces


def _is_flattened(row: Row, total: int) -> bool:
    length = len(row.text)
    return length >= _LEAST and length >= total * _SHARE and _LETTER.search(row.folded) is not None


def _parts(row: Row) -> Iterator[Row]:
    folded = row.raw_folded
    cuts = [m.span() for m in _CUT.finditer(folded) if _is_cut(folded, *m.span())]
    cuts += [(m.start(), m.start()) for m in _JOINT.finditer(folded)]
    at = 0
    for start, end in [*sorted(cuts), (len(folded), len(folded))]:
        if start < at:
            continue
        if folded[at:start].strip():
            part = row.part(at, start)
            yield Row(part.raw, evolve(row.line, before=Break.BLOCK if at else row.before, strong=(), links=()))
        at = end


def _inside_brackets(folded: str, start: int, end: int) -> bool:
    """Whether a short bracket that opens before the space closes behind it: （联系人：多杰 电话：8221234）."""
    opening = folded.rfind("（", max(0, start - _BRACKET_REACH), start)
    closing = folded.find("）", end, end + _BRACKET_REACH)
    if opening < 0 or closing < 0:
        return False
    inside = folded[opening + 1 : closing]
    return not any(sign in inside for sign in "（）。")


def _is_cut(folded: str, start: int, end: int) -> bool:
    """A space between whole blocks; not one inside a name (王 五), a number or a bracket."""
    left, right = folded[max(0, start - 12) : start], folded[end : end + 12]
    if end - start < _WIDE_BLANK and _inside_brackets(folded, start, end):
        return False
    if end - start >= 3 or _LONG_NUMBER_BEFORE.search(left + right[:4]) or _LONG_NUMBER_AFTER.match(right):
        return True
    if _NO_NAME_BEFORE.search(left) and _ADDRESSED.match(folded, end):
        return True
    if _ADDRESS_ENDS.search(left) and _NUMBERED_ITEM.match(folded, end):
        return True
    if _DATE_RIGHT.match(folded, end) and (end - start > 1 or _BEFORE_DATE.search(left)):
        return True
    if _ANSWERED.search(left):
        return True
    if _LABELLED.match(folded, end) and end - start > 1 and _LIST_GOES_ON.search(left) is None:
        return True
    if _NUMERIC_DATE_LEFT.search(left) and (end - start > 1 or _LABELLED.match(folded, end)):
        return True
    if _LABEL_RIGHT.match(right) or (_OPENS.match(right) and _GOES_ON.search(left) is None):
        return True
    return _KEEP_LEFT.search(left) is None and _KEEP_RIGHT.match(right) is None
