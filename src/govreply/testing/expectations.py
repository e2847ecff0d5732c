"""What a reader must get back from a letter, read off its description, and the same view of a reply that was read.

The one side uses the letter and its own wording only, the other the published fields of a reply only; nothing here calls
the grammar. Both are plain dictionaries, so that a test may compare them key by key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from govreply.model import Body, DisclosureValue, Level, MatterKind, Measure, Reply, Section
from govreply.testing import wording
from govreply.testing.compose import body_of, marker_of, measure_markers, opening_of
from govreply.testing.compose_form import labels_of, values_of
from govreply.testing.letter import Letter, Part
from govreply.testing.surface import DateForm, TitlePlace

View = dict[str, Any]
Path = tuple[str, ...]  # the markers of the sections around something
Item = tuple[Path, str, str]  # a measure: where it hangs, marker, text

_LEVELS = {
    "国": Level.NATIONAL,
    "省": Level.PROVINCIAL,
    "市": Level.MUNICIPAL,
    "州": Level.MUNICIPAL,
    "盟": Level.MUNICIPAL,
    "区": Level.COUNTY,
    "县": Level.COUNTY,
    "旗": Level.COUNTY,
    "乡": Level.TOWNSHIP,
    "镇": Level.TOWNSHIP,
}
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_CODES = dict(zip("甲乙丙丁", "ABCD", strict=True))
_SECTION_FAMILIES = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十]{1,3}[）)]|.{0,8}(?:建议|提案|问题)[一二三四五六七八九十]"
)


def expected(letter: Letter) -> View:
    """What a careful reader takes out of the rendered letter."""
    view = {
        "issuer": _issuer(letter),
        "document_number": _document_number(letter),
        "disposition": _CODES.get(letter.disposition or "", letter.disposition),
        "disclosure": _disclosure(letter.disclosure or dict(letter.metadata).get("公开方式")),
        "signer": letter.signer,
        "title": _title(letter),
        "addressees": [(name, letter.addressee_kind) for name in letter.addressees],
        "joint_agencies": list(letter.joint_agencies),
        "signature_agencies": _signing(letter),
        "signature_date": _date(letter),
        "contacts": [(p.role, name) for p in letter.people for name in p.names],
        "phones": Counter(p for person in letter.people for p in person.phones),
        "extensions": [p.extension for p in letter.people if p.extension],
        "postcodes": [letter.postcode] if letter.postcode else [],
        "copies": list(letter.copies),
        "attachments": list(letter.attachments),
        "citations": Counter(_citations(letter)),
    }
    return view | _matter(letter) | _outline(letter) | _form(letter)


def observed(reply: Reply) -> View:
    """The same view of a reply."""
    view: View = {
        "issuer": reply.issuer and reply.issuer.text,
        "document_number": reply.document_number and reply.document_number.text,
        "disposition": reply.disposition and reply.disposition.code,
        "disclosure": reply.disclosure and reply.disclosure.value,
        "signer": reply.signer and reply.signer.text,
        "title": reply.title and reply.title.text,
        "addressees": [(a.name, a.kind) for a in reply.addressees],
        "joint_agencies": [a.text for a in reply.joint_agencies],
        "signature_agencies": [a.text for a in reply.signature.agencies] if reply.signature else [],
        "signature_date": reply.signature.date if reply.signature else None,
        "contacts": [(c.role.text if c.role else None, c.name.text) for c in reply.contacts if c.name],
        "phones": Counter(p.text for c in reply.contacts for p in c.phones),
        "extensions": [p.extension for c in reply.contacts for p in c.phones if p.extension],
        "postcodes": [c.postcode.text for c in reply.contacts if c.postcode],
        "copies": [c.text for c in reply.copies],
        "attachments": [a.text for a in reply.attachments],
        "citations": Counter(c.title.text.strip("《》") for c in reply.citations),
        "matters": [
            {
                "kind": m.kind,
                "body": m.assembly and m.assembly.body,
                "level": m.assembly and m.assembly.level,
                "term": m.term,
                "session": m.session,
                "number": m.number and m.number.text,
                "category": m.category and m.category.text,
                "title": m.title and m.title.text,
            }
            for m in reply.matters
        ],
        "sections": list(_read_sections(reply.sections, 0)),
        "measures": sorted([*_read_measures((), reply.measures), *_measures_of((), reply.sections)], key=_by_path),
    }
    return view | _read_form(reply)


# --- what the letter says --------------------------------------------------------------------------------------------


def _issuer(letter: Letter) -> str | None:
    look = letter.surface
    printed = look.title_place is not TitlePlace.NONE and ("{organ}" in look.title or "{organ}" in look.title_back)
    if letter.issuer and (look.letterhead or printed):
        return letter.issuer
    signing = _signing(letter)
    named = dict(letter.metadata).get("发布机构")
    return signing[0] if signing else named


def _document_number(letter: Letter) -> str | None:
    """Canonical, unless 第 in it makes it a number of its own kind, which keeps its wording."""
    if letter.document_number and "第" in (letter.surface.number_form or ""):
        return letter.document_number.replace("〕", "〕第")
    return letter.document_number or dict(letter.metadata).get("文号")


def _signing(letter: Letter) -> list[str]:
    if letter.signature is not None:
        return list(letter.signature)
    return [letter.issuer] if letter.issuer else []


def _date(letter: Letter) -> str | None:
    """A day that lost its unit characters (2023927) cannot be told for certain."""
    if letter.surface.date is DateForm.RUN or not isinstance(letter.date, date):
        return None
    return letter.date.isoformat()


def _title(letter: Letter) -> str | None:
    if letter.surface.title_place is TitlePlace.NONE:
        return None
    return re.sub(r"\s", "", letter.surface.written(wording.title_of(letter))) or None


def _disclosure(words: str | None) -> DisclosureValue | None:
    if not words:
        return None
    if words in ("否", "不公开") or "不予" in words or "免予" in words:
        return DisclosureValue.WITHHELD
    return DisclosureValue.ON_REQUEST if "依申请" in words else DisclosureValue.PUBLIC


def _matter(letter: Letter) -> View:
    look = letter.surface
    title = "" if look.title_place is TitlePlace.NONE else look.title
    receipt = look.receipt
    either = title + receipt
    topic = "{topic}" in title or "{wrapped}" in receipt
    named = "{session}" in either
    word = look.item or letter.kind_word if "{item}" in title else None
    if word is None and "{item}" in receipt + (look.wrapper or ""):
        word = look.receipt_item or letter.kind_word
    if word == "建议案":  # a paper of the CPPCC that it hands in as a body
        word = "提案"
    kind = _kind(word) or (_kind_of_assembly(letter) if named else None) or _kind(letter.topic[-2:] if topic else None)
    numbers: Sequence[str | None] = look.digits(letter.number).split("、") if "{no}" in either else [None]
    category = look.written(letter.category) if letter.category and "{no}" in title else None
    form = _form(letter)["form"] or {}  # says what the letter itself leaves out
    return {
        "matters": [
            {
                "kind": kind,
                "body": (Body.CPPCC if letter.body == "政协" else Body.NPC) if named else None,
                "level": _level(letter) if named else None,
                "term": letter.term if named else None,
                "session": letter.session if named else None,
                "number": number or form.get("number") or None,
                "category": category if number == numbers[-1] else None,
                "title": look.written(letter.topic) if topic else form.get("topic") or None,
            }
            for number in numbers
        ]
    }


def _kind(word: str | None) -> MatterKind | None:
    for sign, kind in (("提案", MatterKind.PROPOSAL), ("议案", MatterKind.BILL), ("建议", MatterKind.SUGGESTION)):
        if word and sign in word:
            return kind
    return None


def _kind_of_assembly(letter: Letter) -> MatterKind:
    return MatterKind.PROPOSAL if letter.body == "政协" else MatterKind.SUGGESTION


def _level(letter: Letter) -> Level | None:
    if letter.area.endswith("自治区"):
        return Level.PROVINCIAL
    level = _LEVELS.get(letter.area[-1:])
    near = letter.area if len(letter.area) > 1 else _issuer(letter) or ""
    return Level.PROVINCIAL if level is Level.MUNICIPAL and near.startswith(_MUNICIPALITIES) else level


def _citations(letter: Letter) -> Iterator[str]:
    """Documents named in the body; the topic is none, wherever it stands."""
    texts = [*opening_of(letter), *(line.text for line in body_of(letter))]
    for found in re.findall(r"《([^《》]+)》", letter.surface.written("\n".join(texts))):
        if found != letter.surface.written(letter.topic):
            yield found


def _outline(letter: Letter) -> View:
    sections: list[tuple[int, str, str | None]] = []
    measures: list[Item] = []
    write = letter.surface.written

    def walk(parts: Sequence[Part], level: int, path: Path) -> None:
        for at, part in enumerate(parts, start=1):
            marker = write(marker_of(part, level, at)).rstrip(" ")
            if not marker and not part.heading:
                keep(part, path)
            elif _SECTION_FAMILIES.match(marker) or part.heading or part.parts or part.measures:
                sections.append((level, _bare(marker), write(part.heading) or None))
                keep(part, (*path, _bare(marker)))
                walk(part.parts, level + 1, (*path, _bare(marker)))
            else:
                measures.append((path, _bare(marker), _inner(write(part.paragraphs[0]))))

    def keep(part: Part, path: Path) -> None:
        for marker, text in zip(measure_markers(part), part.measures, strict=True):
            measures.append((path, _bare(write(marker)), _inner(write(text))))

    walk(letter.sections, 0, ())
    return {"sections": sections, "measures": sorted(measures, key=_by_path)}


def _bare(marker: str) -> str:
    """第一， 首先， 对建议一的答复： are without their last sign; 一、 1. （1） keep theirs."""
    return marker.rstrip("，,：: ") if marker[-1:] in "，,：: " else marker


def _inner(text: str) -> str:
    """A measure without its spaces and the signs that part it from its marker and its neighbours."""
    return re.sub(r"\s", "", text).strip("，,：:；;。")


def _form(letter: Letter) -> View:
    form, write = letter.form, letter.surface.written
    if form is None:
        return {"form": None}
    proposer, number, topic, organ = (
        value if label else None for label, value in zip(labels_of(letter, form), values_of(letter, form), strict=True)
    )
    plain = letter.number if form.number is None else form.number
    return {
        "form": {
            "proposer": _written(write, proposer),
            "number": _written(write, number and plain),
            "topic": _written(write, topic),
            "organ": _written(write, organ),
            "place": _written(write, form.meeting_place),
            "phone": form.phone,
            "choices": [(q.name, tuple(o for o in q.options if o in q.ticked)) for q in form.questions],
            "opinion": _written(write, form.opinion),
            "opinion_numbers": re.findall(r"第([A-Z]{0,3}[-\d]+)号", form.opinion or ""),
        }
    }


def _written(write: Any, text: str | None) -> str | None:
    return None if text is None else write(text)


# --- what the reply says ---------------------------------------------------------------------------------------------


def _read_sections(sections: Sequence[Section], level: int) -> Iterator[tuple[int, str, str | None]]:
    for section in sections:
        yield level, section.marker.text, section.heading.text if section.heading else None
        yield from _read_sections(section.sections, level + 1)


def _measures_of(path: Path, sections: Sequence[Section]) -> Iterator[Item]:
    for section in sections:
        inner = (*path, section.marker.text)
        yield from _read_measures(inner, section.measures)
        yield from _measures_of(inner, section.sections)


def _read_measures(path: Path, measures: Sequence[Measure]) -> Iterator[Item]:
    for measure in measures:
        yield path, measure.marker.text, _inner(measure.text[len(measure.marker.text) :])


def _by_path(item: Item) -> Path:
    """Items of one section keep their order."""
    return item[0]


def _read_form(reply: Reply) -> View:
    form = reply.feedback
    if form is None:
        return {"form": None}
    return {
        "form": {
            "proposer": form.proposer and form.proposer.text,
            "number": form.number and form.number.text,
            "topic": form.matter_title and form.matter_title.text,
            "organ": form.organ and form.organ.text,
            "place": form.place and form.place.text,
            "phone": form.phone and form.phone.text,
            "choices": [(c.name, c.selected) for c in form.choices],
            "opinion": form.opinion and form.opinion.text,
            "opinion_numbers": [m.number.text for m in form.opinion.matters if m.number] if form.opinion else [],
        }
    }
