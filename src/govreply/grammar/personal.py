"""Private numbers and addresses, wherever they stand: mobile and identity numbers, accounts, homes, the proposer's contacts.

The page around the letter is left out. What is masked already (138****5678) is not private any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar.draft import Draft
from govreply.grammar.form_labels import built_field_of, core_of
from govreply.grammar.rows import Grid, Piece, as_text
from govreply.lexicon.fold import fold
from govreply.lexicon.identity_numbers import is_identity_number
from govreply.lexicon.phones import find_phones
from govreply.model import Feedback, FormField, Personal, PersonalKind, Text, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span

_WHERE = {
    "form": Where.FORM,
    "metadata": Where.METADATA,
    "letterhead": Where.HEAD,
    "title": Where.TITLE,
    "addressee": Where.RECEIPT,
    "body": Where.BODY,
    "signature": Where.SIGNATURE,
}
_BEFORE = 10  # characters in front of a number that may say what it is
_CODE_WORD = compile_pattern(
    r"(?:代码|编码|编号|文号|账号|帐号|户名|卡号|案号|证号|单号|批号|QQ|发票|索引号)[^，。；]{0,4}$"
)
_ID = compile_pattern(r"(?<![0-9A-Za-z])[1-8][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_CREDIT_CODE = compile_pattern(r"(?:信用|机构|统一|社会)[\p{Han}]{0,4}代码[^，。；]{0,3}$")
_ACCOUNT = compile_pattern(
    r"(?<!微信)(?<!登录)(?<!用户)(?<!平台)(?<!QQ)(?:银行)?(?:[账帐] {0,3}[号户]|卡 {0,3}号)(?:为|是)?[： ]{0,4}"
    r"(?P<number>[0-9](?:[ -]?[0-9]){11,24})(?![0-9A-Za-z])"
)
_HOME_LABEL = compile_pattern(
    r"(?:家庭住址|家庭地址|现住址|现住地址|居住地址|居住地|户籍地址|住 {0,3}址)： {0,3}(?P<value>[^，。；：\s（）]{5,50})"
)
# a flat: residential quarter, building, and the room in it
_FLAT = compile_pattern(
    r"(?P<value>(?:(?![住在于到至的是和与及为系])[\p{Han}]){2,10}?(?:小区|花园|花苑|家园|公寓|新村|家属院|家属楼|宿舍区?|嘉苑|佳苑|雅苑|名苑|嘉园|华庭)"
    r"[\p{Han}]{0,3} ?[0-9一二三四五六七八九十A-Za-z]{1,4} ?(?:栋|幢|号楼|座) ?"
    r"(?:[0-9一二三四五六七八九十]{1,2} ?(?:单元|门) ?)?[0-9]{1,2}[0-9]{2} ?(?:室|号|房)?)(?! ?[0-9户人余多])"
)
# an office or a work site may be in such a building, too
_NO_HOME = compile_pattern(r"办公|单位|服务|中心|位于|设在|设于|物业|居委|社区|驻地|施工|项目|地点|网点")
_SENTENCE_END = compile_pattern("[。；！？]")
_HOUSE = compile_pattern(r"[0-9]|[路街巷号栋幢楼村镇组室]")
_OF_PROPOSER = compile_pattern(
    r"(?<![\p{Han}])(?:第一|领衔)?(?:提案人|提案者|建议人|领衔人|代表|委员)(?:本人)?(?:的)?(?:联系)?"
    r"(?P<what>电话|手机|方式|地址|住址)(?:号码)?： {0,3}(?P<value>[^。；：]{5,60})"
)
_MASKED = compile_pattern(r"[*＊×xX某]{2}")
_OFFICIAL = compile_pattern(r"承办|主办|经办|会办|协办|办理|见面人|联系人|领导|负责人|单位")
_REACHED_AT = ("地址", "住址")


def read(draft: Draft) -> None:
    """Fill ``draft.personal``, in order; two readings of one place are one."""
    found = list(_of_form(draft.feedback)) if draft.feedback is not None else []
    seen: set[Span] = set()
    left: list[tuple[Piece, str]] = [(piece, "left-over") for piece in draft.pieces]
    for piece, what in [*draft.claimed, *left]:
        if what == "furniture" or piece.span in seen:
            continue
        seen.add(piece.span)
        behind = draft.signature is not None and piece.span.start > draft.signature.span.start
        where = Where.BODY if what == "left-over" and not behind else _WHERE.get(what, Where.TAIL)
        for text in _texts(piece):
            found.extend(_in_text(text, where))
    draft.personal = _without_overlaps(found)


def _texts(piece: Piece) -> Iterator[MappedText]:
    if isinstance(piece, Grid):
        yield from (row.raw for cell in piece.cells for row in cell.rows)
    else:
        yield piece.raw


def _in_text(text: MappedText, where: Where) -> Iterator[Personal]:
    folded = fold(text.text)
    for owned in _OF_PROPOSER.finditer(folded):
        if _MASKED.search(owned["value"]) is None:
            yield from _owned(text, folded, owned.start("value"), owned.end("value"), where)
    for phone in find_phones(folded, labelled=False):
        ahead = folded[max(0, phone.start - _BEFORE) : phone.start]
        if phone.kind == "mobile" and _CODE_WORD.search(ahead) is None:
            own = where is Where.RECEIPT  # beside the name of whom the letter addresses
            yield _personal(as_text(text, phone.start, phone.end), PersonalKind.MOBILE, where, own)
    for number in _ID.finditer(folded):
        ahead = folded[max(0, number.start() - _BEFORE) : number.start()]
        if is_identity_number(number.group()) and _CREDIT_CODE.search(ahead) is None:
            yield _personal(as_text(text, *number.span()), PersonalKind.ID_NUMBER, where)
    for account in _ACCOUNT.finditer(folded):
        yield _personal(as_text(text, *account.span("number")), PersonalKind.BANK_ACCOUNT, where)
    yield from _homes(text, folded, where)


def _homes(text: MappedText, folded: str, where: Where) -> Iterator[Personal]:
    for home in _HOME_LABEL.finditer(folded):
        if _HOUSE.search(home["value"]) is not None and _MASKED.search(home["value"]) is None:
            yield _personal(as_text(text, *home.span("value")), PersonalKind.ADDRESS, where)
    for home in _FLAT.finditer(folded):
        if _NO_HOME.search(_clause(folded, home.start(), home.end())) is None:
            yield _personal(as_text(text, *home.span("value")), PersonalKind.ADDRESS, where)


def _clause(folded: str, start: int, end: int) -> str:
    """`[start, end)` with the few characters of its own sentence on both sides."""
    floor, ceiling = max(0, start - _BEFORE), min(len(folded), end + _BEFORE)
    left = max((m.end() for m in _SENTENCE_END.finditer(folded, floor, start)), default=floor)
    right = next((m.start() for m in _SENTENCE_END.finditer(folded, end, ceiling)), ceiling)
    return folded[left:right]


def _owned(text: MappedText, folded: str, start: int, end: int, where: Where) -> Iterator[Personal]:
    """What stands behind a label that names the proposer as the owner."""
    value = folded[start:end]
    phones = find_phones(value, labelled=True)
    for phone in phones:
        kind = PersonalKind.MOBILE if phone.kind == "mobile" else PersonalKind.PHONE
        yield _personal(as_text(text, start + phone.start, start + phone.end), kind, where, True)
    if not phones and _HOUSE.search(value) is not None:
        yield _personal(as_text(text.cut(start, end).strip()), PersonalKind.ADDRESS, where, True)


def _of_form(form: Feedback) -> Iterator[Personal]:
    """The proposer's phone and address: behind the proposer's name or signature, not behind those of the organ's people."""
    proposers = False
    for cell in form.fields:
        label = fold(cell.label.text)
        owner = _owner(label)
        proposers = proposers if owner is None else owner
        if not proposers or _OFFICIAL.search(label) or _MASKED.search(cell.value.text):
            continue
        kind = _kind(cell)
        if kind is not None:
            yield _personal(cell.value, kind, Where.FORM, True)


def _owner(label: str) -> bool | None:
    """Whether a cell names the proposer; ``None`` for a cell that names nobody."""
    name = built_field_of(label)
    if name in ("proposer", "signature"):
        return True
    return False if name == "organ" or (name in ("other", None) and _OFFICIAL.search(label)) else None


def _kind(cell: FormField) -> PersonalKind | None:
    label, value = core_of(fold(cell.label.text)), fold(cell.value.text)
    phones = find_phones(value, labelled=True)
    if built_field_of(label) == "phone" and phones:
        return PersonalKind.MOBILE if phones[0].kind == "mobile" else PersonalKind.PHONE
    return PersonalKind.ADDRESS if label.endswith(_REACHED_AT) and _HOUSE.search(value) else None


def _personal(text: Text, kind: PersonalKind, where: Where, of_proposer: bool = False) -> Personal:
    return Personal(text=text.text, span=text.span, pieces=text.pieces, kind=kind, where=where, of_proposer=of_proposer)


def _without_overlaps(found: list[Personal]) -> list[Personal]:
    """In order of place; of two readings of one place the one found first, which knows the owner."""
    kept: list[Personal] = []
    for one in sorted(found, key=lambda p: p.span.start):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept
