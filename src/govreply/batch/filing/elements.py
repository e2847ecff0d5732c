"""The elements of DA/T 46-2009 that can be filled from the documents, one unit (件) of the archive after the other.

A unit is a letter with everything that is the same letter in another format. What only the archive knows (fonds, codes,
periods) is taken from the catalogue that came with the batch, where there is one, and else left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from attrs import frozen

from govreply.batch.catalogue.fields import Field
from govreply.batch.cross.forms import Item, Items, items_by_serial, replies_of, returned_forms
from govreply.batch.cross.view import Filed, View
from govreply.model import AddresseeKind, ChoiceName, DisclosureValue, Matter, MatterKind, PaperMarkKind, Reply

ELEMENTS: Final[dict[str, str]] = {
    "聚合层次": "M1",
    "档号": "M8",
    "全宗号": "M9",
    "年度": "M11",
    "保管期限": "M12",
    "机构或问题": "M13",
    "室编件号": "M17",
    "题名": "M22",
    "说明题名文字": "M25",
    "人名": "M28",
    "文件编号": "M31",
    "责任者": "M32",
    "日期": "M33",
    "文种": "M34",
    "主送": "M36",
    "抄送": "M37",
    "密级": "M38",
    "文件组合类型": "M41",
    "件数": "M42",
    "页数": "M43",
    "语种": "M44",
    "稿本": "M45",
    "格式信息": "M47",
    "计算机文件名": "M48",
    "计算机文件大小": "M49",
    "附注": "M75",
    "实体关系": "M85-M88",
}
"""Element → its code, in the order of the standard."""

LIST_SIGN: Final = "；"
_FROM_CATALOGUE: Final = {
    "档号": Field.CODE,
    "全宗号": Field.FONDS,
    "保管期限": Field.RETENTION,
    "机构或问题": Field.UNIT,
    "室编件号": Field.ITEM,
}
_KINDS: Final = {MatterKind.PROPOSAL: "提案", MatterKind.SUGGESTION: "建议", MatterKind.BILL: "议案"}
_DISCLOSURES: Final = {
    DisclosureValue.PUBLIC: "主动公开",
    DisclosureValue.ON_REQUEST: "依申请公开",
    DisclosureValue.WITHHELD: "不予公开",
}


@frozen
class Unit:
    """One unit of the archive: element → its values, of which every one is a text; elements without a value are left out."""

    values: dict[str, tuple[str, ...]]

    def text(self, element: str) -> str:
        """The values of `element` in one line; ``""`` for none."""
        return LIST_SIGN.join(self.values.get(element, ()))


@frozen
class _File:
    """A document of the batch."""

    id: int
    path: str
    name: str
    size: int | None
    media_type: str
    pages: int | None


def units(view: View) -> Iterator[Unit]:
    """The units of a batch in the order of their paths: one for each reply or opinion, whatever formats it is there in."""
    filed = {key: entry for entry in view.filed for key in entry.inputs}
    items = items_by_serial(view)
    answers = _answers(items)
    forms: dict[int, list[int]] = defaultdict(list)
    for form in returned_forms(view):
        if form.alone:
            for item in replies_of(form, items):
                forms[item.input].append(form.input)
    for files in _letters(view):
        key = min((file.id for file in files), key=view.rank)
        values = dict(_described(view.reply(key)))
        values.update(_of_files(files))
        values.update(_of_catalogue(next((filed[file.id] for file in files if file.id in filed), None)))
        values["实体关系"] = _relations(view, key, {file.id for file in files}, answers, forms)
        yield Unit({name: values[name] for name in ELEMENTS if values.get(name)})


@frozen
class _Answers:
    """Which documents answer an item: session and serial → documents, document → sessions and serials."""

    by_item: dict[tuple[object, str], list[Item]]
    of_input: dict[int, list[tuple[object, str]]]

    def near(self, key: int) -> Iterator[Item]:
        """The documents on the items that the document `key` answers."""
        for item in self.of_input.get(key, ()):
            yield from self.by_item[item]


def _answers(items: Items) -> _Answers:
    """Those whose session is known in full; numbers begin anew with each."""
    by_item: dict[tuple[object, str], list[Item]] = defaultdict(list)
    of_input: dict[int, list[tuple[object, str]]] = defaultdict(list)
    for serial, item in items:
        if None not in item.session:
            by_item[item.session, serial].append(item)
            of_input[item.input].append((item.session, serial))
    return _Answers(by_item, of_input)


def _letters(view: View) -> list[list[_File]]:
    """The files of each letter: those of one folder and name, whatever their endings."""
    groups: dict[str, list[_File]] = defaultdict(list)
    query = (
        "SELECT i.id, i.path, i.member, i.size, d.media_type, d.pages FROM inputs i JOIN documents d ON d.input = i.id"
        " WHERE d.is_reply ORDER BY i.path, i.member"
    )
    for row in view.rows(query):
        path = PurePosixPath(f"{row['path']}/{row['member']}" if row["member"] else row["path"])
        file = _File(row["id"], str(path), path.name, row["size"], row["media_type"], row["pages"])
        groups[str(path.with_suffix(""))].append(file)
    return list(groups.values())


def _described(reply: Reply) -> Iterator[tuple[str, tuple[str, ...]]]:
    matters = reply.matters or tuple(filter(None, (reply.matter,)))
    yield "聚合层次", ("件",)
    if reply.title:
        yield "题名", (reply.title.text,)
    yield "说明题名文字", tuple(matter.title.text for matter in matters if matter.title)
    yield "人名", tuple(a.name for a in reply.addressees if a.kind is AddresseeKind.PERSON)
    if reply.document_number:
        yield "文件编号", (reply.document_number.text,)
    yield "责任者", _issuers(reply)
    date = reply.signature.date if reply.signature else None
    if date:
        yield "日期", (date.replace("-", ""),)
        yield "年度", (date[:4],)
    yield "文种", ("函",)
    yield "主送", tuple(addressee.name for addressee in reply.addressees)
    yield "抄送", tuple(copy.text for copy in reply.copies)
    yield "密级", _secrecy(reply)
    yield "件数", ("1",)
    yield "语种", ("中文",)
    if not any(mark.kind is PaperMarkKind.INTERNAL for mark in reply.paper_marks):
        yield "稿本", ("正本",)
    yield "附注", tuple(_notes(reply))


def _issuers(reply: Reply) -> tuple[str, ...]:
    """The signing organs by their full names, else the issuer."""
    organs = reply.signature.agencies if reply.signature else ()
    named = organs or ((reply.issuer,) if reply.issuer else ())
    return tuple(dict.fromkeys(organ.canonical or organ.text for organ in named))


def _secrecy(reply: Reply) -> tuple[str, ...]:
    """What the paper says; a letter that is not to be published and bears no mark is left to the archivist."""
    marks = tuple(mark.text for mark in reply.paper_marks if mark.kind is PaperMarkKind.SECRECY)
    if marks:
        return marks
    if any(mark.kind is PaperMarkKind.INTERNAL for mark in reply.paper_marks):
        return ()
    return () if reply.disclosure and reply.disclosure.value is not DisclosureValue.PUBLIC else ("公开",)


def _notes(reply: Reply) -> Iterator[str]:
    """What no element exists for: class, disclosure, what the proposer thinks of it."""
    if reply.disposition:
        yield f"办理类别：{reply.disposition.code}"
    if reply.disclosure:
        yield f"公开属性：{_DISCLOSURES[reply.disclosure.value]}"
    for choice in reply.feedback.choices if reply.feedback else ():
        if choice.name in (ChoiceName.EFFECT, ChoiceName.RATING) and choice.selected:
            yield f"{choice.label.text}：{'、'.join(choice.selected)}"


def _of_files(files: Sequence[_File]) -> Iterator[tuple[str, tuple[str, ...]]]:
    pages = next((file.pages for file in files if file.pages), None)
    if pages:
        yield "页数", (str(pages),)
    yield "文件组合类型", ("组合文件" if len(files) > 1 else "单件文件",)
    yield "格式信息", tuple(dict.fromkeys(_format(file) for file in files))
    yield "计算机文件名", tuple(file.path for file in files)
    if all(file.size is not None for file in files):
        yield "计算机文件大小", tuple(str(file.size) for file in files)


def _format(file: _File) -> str:
    return PurePosixPath(file.name).suffix.removeprefix(".").upper() or file.media_type


def _of_catalogue(filed: Filed | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if filed is not None:
        for element, field in _FROM_CATALOGUE.items():
            if filed.get(field):
                yield element, (filed.get(field),)
        year = filed.get(Field.YEAR)
        if year:
            yield "年度", (year,)


def _relations(view: View, key: int, own: set[int], answers: _Answers, forms: dict[int, list[int]]) -> tuple[str, ...]:
    """What the letter belongs to: the item it answers, its form, opinions and other letters on the item."""
    reply = view.reply(key)
    told = [f"答复{_item(matter)}" for matter in reply.matters or filter(None, (reply.matter,)) if matter.number]
    told += [f"征询意见表：{view.path(form)}" for form in dict.fromkeys(f for file in own for f in forms.get(file, ()))]
    for item in answers.near(key):
        if item.input not in own:
            told.append(f"{_word(view, item)}：{view.path(item.input)}")
    return tuple(dict.fromkeys(told))


def _word(view: View, item: Item) -> str:
    title = view.reply(item.input).title
    return "会办意见" if title and "会办" in title.text else "同件的其他答复"


def _item(matter: Matter) -> str:
    assembly = matter.assembly.text if matter.assembly else ""
    session = matter.session_text.text if matter.session_text else ""
    number = matter.number.text if matter.number else ""
    return f"{assembly}{session}第{number}号{_KINDS[matter.kind] if matter.kind else ''}"
