"""主送: who is addressed. Persons with 代表 or 委员, party branches, organs, delegations; one or many in a row."""

from __future__ import annotations

import regex

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.fold import fold
from govreply.lexicon.parties import find_party
from govreply.model import Addressee, AddresseeKind, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_GREETING = compile_pattern(r"^(?:您|你|您们|你们|大家)好[！，。：]?$")
_FRONT = compile_pattern(r"^(?:尊敬的|敬爱的)?(?:主送(?:单位|机关)?：)?(?:尊敬的)?")
_BACK = compile_pattern(r"[：，！。]{0,2} {0,4}(?:(?:您|你|您们|你们)好)?[：，！。]{0,2}$")
_COUNT = r"[0-9一二三四五六七八九十×xX]{1,3}[名位个]?"
_LEVEL = r"(?:全国|自治区|自治州|自治县|兵团|[省市区县旗州盟镇乡])"
_HONORIFIC = compile_pattern(
    rf"(?P<etc>(?:[（]?等(?:{_COUNT})?[）]?|及各位|、各位|和各位|及全体|等各位"
    r"|(?<=[\p{Han}]{2})[0-9二两三四五六七八九十]{1,2} {0,2}[名位]"  # NAME、NAME两位代表
    r"|(?:代表|委员)?(?:并转?|及|和)[\p{Han}]{0,12}(?:各位|全体|联名|附议))?)"  # NAME委员并转各位联名委员  # NAME等3名代表
    rf"(?P<honorific>{_LEVEL}?(?:人大|政协)?(?:代表|委员)(?:们)?)(?P<polite>先生|女士|同志)?"
    r"(?:（[^（）]{1,20}）)?$"  # NAME委员（九三学社）
)
# only before a colon: words that other lines end with too
_POLITE = compile_pattern(r"(?P<etc>等[0-9一二三四五六七八九十]{1,3}人)$|(?P<honorific>先生|女士|同志)$")
_TITLE_FIRST = compile_pattern(
    rf"^(?:[\p{{Han}}]{{0,8}}{_LEVEL})?(?:人大代表|政协委员)(?=[\p{{Han}}·•]{{2,16}}(?:[、，]|$))"
)
_GROUP = compile_pattern(
    r"(?:代表团|代表小组|小组|联络组|代表组|界别|活动组|委员组|联络委|联络站|委员活动室|代表联络站|工作室|政协[\p{Han}]{2,12}界)"
    r"(?:（(?:领衔|牵头|第一)?(?:代表|委员|领衔人|召集人|组长|团长)[^（）]{1,16}）)?$"
)
_SPOKESMAN = compile_pattern(r"(?<=[\p{Han}])（[^（）]{2,20}）$")
_ORGAN = compile_pattern(
    r"(?:委员会|委会|市委|省委|区委|县委|支部|总支|支社|工委|党委|局|厅|办公室|政府|工商联|联合会|商会|协会|促进会|学会"
    r"|总工会|团委|妇联|科协|侨联|台联|文联|青联|委|部|院|会|中心|社|学社|民盟|民革|民建|民进|致公党|农工党|台盟|办|处|公司|集团)"
    r"(?:（[^）]{2,20}）)?$"
)
_SURE_ORGAN = compile_pattern(
    r"(?:[\p{Han}]{2}[局厅]|办公室|(?:人大|人民代表大会)常(?:务)?委(?:员)?会|[省市区县旗州政协大][\p{Han}]{2,10}委(?:员会)?|[市省县区]委)(?:（[^）]{2,20}）)?$"
)
_PREFIX = compile_pattern(rf"^{_LEVEL}?(?:人大|政协)(?:代表|委员)?(?=[\p{{Han}}·•]{{2,12}}$)")
_ETC = compile_pattern(rf"(?:等(?:{_COUNT})?|及各位|和各位)$")
_SPLIT = compile_pattern(r"[、，](?!各位)|(?<=[\p{Han}]{2})(?:和|及|与)(?=[\p{Han}·]{2,4}(?:代表|委员|[、，：]|$))")
_UNNAMED = compile_pattern(
    r"^各位(?:人大|政协)?(?:代表|委员)(?:[、，和及]?各位(?:人大|政协)?(?:代表|委员))?$"
    r"|^[×＊*_＿ ]{1,6}(?:（等.{0,4}）|等.{0,4})?(?:代表|委员)?$"  # a template that nobody filled in
)
# what a list tells of one person: 石明月（苗族）, 蓝月（九三学社）
_NOTE = compile_pattern(r"(?<=^[\p{Han}]{2,4}|^[\p{Han}]{1,10}[·•][\p{Han}]{1,10})（[^（）]{1,12}）$")
_OPEN_LIST = compile_pattern(r"^(?:尊敬的)?(?:[\p{Han}][\p{Han}·• ]{1,11}、){2,30}$")
_NO_ADDRESSEE = compile_pattern(
    r"[。；？《》“”]|收悉|答复|关于.{4}|号$|：."
    r"|^(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]|[0-9])"
    r"|^(?:联系|承办|经办|抄送|附件|来源|各位代表|各位委员|类别|办理|签发)"
)


def is_greeting(row: Row) -> bool:
    """您好！ on a row of its own."""
    return _GREETING.match(row.folded) is not None


def is_addressee(row: Row) -> bool:
    """Whether a row has the shape of an addressee: names and 代表 or 委员, or a party, organ or group with a colon.

    A row that breaks off behind 、 in the middle of names is one too; the row below it goes on.
    """
    folded = row.folded
    if not 2 <= len(folded) <= 160:
        return False
    if _OPEN_LIST.match(folded) is not None:
        return True
    core = _core(folded)
    if not core:
        return False
    with_colon = folded.rstrip("。").endswith("：")
    if _UNNAMED.match(core):
        return with_colon
    if _NO_ADDRESSEE.search(core):
        return False
    if _HONORIFIC.search(core):
        return len(core) >= 3
    if not with_colon:
        return False
    if _TITLE_FIRST.match(core) or (_POLITE.search(core) and len(core) <= 40):
        return True
    return bool(_ORGAN.search(core) or _GROUP.search(core) or find_party(core))


def _core(folded: str) -> str:
    front = _FRONT.match(folded)
    back = _BACK.search(folded)
    return folded[front.end() if front else 0 : back.start() if back else len(folded)]


def read_addressees(draft: Draft, rows: list[Row]) -> None:
    """Read the addressee rows in order; each name is one addressee. 各位代表 and a blank template name nobody."""
    for row in rows:
        found = _read_row(row)
        for addressee in found:
            draft.addressees.append(addressee)
            draft.why.accept("addressees", addressee.name, addressee.span, "row before the opening sentence")
        if not found:
            draft.why.reject("addressees", row.text, row.span, "nobody is named")
            draft.diagnose("addressee-unnamed", row.span, "addressees", row.text)
        draft.claim(row, "addressee")


def _read_row(row: Row) -> list[Addressee]:
    raw = row.raw
    folded = fold(raw.text)
    if _UNNAMED.match(_core(row.folded)):
        return []
    stripped = folded.strip()
    lead = len(folded) - len(folded.lstrip())
    back = _BACK.search(stripped)
    end = lead + (back.start() if back else len(stripped))
    front = _FRONT.match(folded[lead:])
    start = lead + (front.end() if front else 0)
    inner = raw.cut(start, end)
    honorific: Text | None = None
    whole = tidy(inner)
    names = fold(whole.text)
    match = _HONORIFIC.search(names) or _POLITE.search(names)
    if match is not None and not _GROUP.search(names):
        if match["honorific"] is not None:
            honorific = as_text(whole, *match.span("honorific"))
        inner = _without_tail(inner, len(whole.text) - match.start())
    return [_addressee(name, honorific) for name in _names(inner) if name.text]


def _without_tail(inner: MappedText, characters: int) -> MappedText:
    """Drop the last `characters` that are no spaces."""
    end = len(inner.text)
    while characters and end:
        end -= 1
        if not inner.text[end].isspace():
            characters -= 1
    return inner.cut(0, end)


def _names(inner: MappedText) -> list[MappedText]:
    folded = fold(inner.text)
    spokesman = _SPOKESMAN.search(folded) if _GROUP.search(fold(tidy(inner).text)) else None
    if spokesman is not None:
        inner = inner.cut(0, spokesman.start())
        folded = fold(inner.text)
    parts: list[MappedText] = []
    at = 0
    for match in [*_SPLIT.finditer(folded), None]:
        stop = match.start() if match else len(folded)
        if match is not None and _inside_organ(folded, at, match):
            continue
        parts.append(inner.cut(at, stop))
        at = match.end() if match else stop
    if len(parts) == 1:
        parts = _by_spaces(inner)
    return [_trim(tidy(p)) for p in parts]


def _inside_organ(folded: str, start: int, conjunction: regex.Match[str]) -> bool:
    """Whether 和 stands inside one organ's name (发展和改革局): an organ ends behind it and none before it."""
    if conjunction.group() not in ("和", "及", "与"):
        return False
    following = _SPLIT.search(folded, conjunction.end())
    behind = folded[conjunction.end() : following.start() if following else len(folded)].strip()
    before = folded[start : conjunction.start()].strip()
    ends_before = _ORGAN.search(before) is not None and not before.endswith("社会")  # 社会和法制委员会
    return _ORGAN.search(behind) is not None and not ends_before and find_party(before) is None


def _by_spaces(inner: MappedText) -> list[MappedText]:
    """Names parted by spaces only: each has two characters or more; 赵 明 stays one."""
    stripped = inner.strip()
    words = fold(stripped.text).split()
    if len(words) < 2 or any(len(w) < 2 for w in words):
        return [inner]
    parts: list[MappedText] = []
    at = 0
    plain = fold(stripped.text)
    for word in words:
        start = plain.index(word, at)
        parts.append(stripped.cut(start, start + len(word)))
        at = start + len(word)
    return parts


def _trim(name: MappedText) -> MappedText:
    folded = fold(name.text)
    etc = _ETC.search(folded)
    if etc is not None and etc.start() >= 2:
        name = name.cut(0, etc.start())
        folded = fold(name.text)
    title = _HONORIFIC.search(folded)
    if title is not None and title.start() >= 2 and not _GROUP.search(folded):
        name = name.cut(0, title.start())
        folded = fold(name.text)
    if _GROUP.search(folded) or _SURE_ORGAN.search(folded):
        return name
    note = _NOTE.search(folded)
    if note is not None:
        name, folded = name.cut(0, note.start()), folded[: note.start()]
    prefix = _PREFIX.match(folded)
    return name.cut(prefix.end(), len(folded)) if prefix is not None else name


def _addressee(name: MappedText, honorific: Text | None) -> Addressee:
    base = as_text(name)
    kind = _kind(fold(name.text))
    return Addressee(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        name=base.text,
        kind=kind,
        honorific=honorific if kind is AddresseeKind.PERSON else None,
    )


def _kind(name: str) -> AddresseeKind:
    if _GROUP.search(name):
        return AddresseeKind.GROUP
    party = find_party(name)
    if party is not None:
        return AddresseeKind.PARTY if party.kind == "party" else AddresseeKind.ORGANISATION
    if _SURE_ORGAN.search(name) or (_ORGAN.search(name) and len(name) > 3):
        return AddresseeKind.ORGANISATION
    return AddresseeKind.PERSON
