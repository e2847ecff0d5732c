"""What a reply says, as lines beside its text: fields, ticks and the outline, from the JSON of the reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from govreply.language import Bilingual, Language
from govreply.reports.words import field_label

Plain = dict[str, Any]
# label, value, start and end in the text; the latter two None where the value has no place of its own
Line = tuple[str, str, int | None, int | None]

_HEAD: Final = ("issuer", "document_number", "disposition", "disclosure", "signer", "title")
_FORM: Final = ("proposer", "number", "matter_title", "organ", "place", "date", "phone", "opinion")
_DEEPEST: Final = 6


def lines_of(reply: Plain, language: Language) -> Iterator[Line]:
    """The fields of a reply; those that matter most also where the document does not say them (value ``""``)."""
    for name in _HEAD:
        yield _line(field_label(name, language), reply.get(name))
    yield from _matters(reply, language)
    yield from _each("addressees", reply, language, _named)
    yield from _each("joint_agencies", reply, language)
    signature = reply.get("signature")
    for agency in signature["agencies"] if signature else ():
        yield _line(field_label("signature", language), agency)
    date = signature.get("date_text") if signature else None
    yield _line(Bilingual("成文日期", "date").within(language), date)
    yield from _each("contacts", reply, language, _contact)
    yield from _each("copies", reply, language)
    yield from _each("attachments", reply, language)


def _matters(reply: Plain, language: Language) -> Iterator[Line]:
    label = field_label("matter", language)
    for matter in reply.get("matters") or [reply.get("matter")]:
        if matter is None:
            yield _line(label, None)
            continue
        number, session, kind = (_text(matter.get(name)) for name in ("number", "session_text", "kind_word"))
        named = Bilingual(f"第{number}号", f"No. {number}").within(language) if number else ""
        said = "".join((_text(matter.get("assembly")), session, named, kind))
        yield (label, said, *matter["span"])
        if title := matter.get("title"):
            yield _line(field_label("matter_title", language), title)


def _each(name: str, reply: Plain, language: Language, told: Callable[[Plain], str] | None = None) -> Iterator[Line]:
    for item in reply.get(name) or ():
        yield _line(field_label(name, language), item, told)


def _line(label: str, value: Plain | None, told: Callable[[Plain], str] | None = None) -> Line:
    if value is None:
        return label, "", None, None
    return label, told(value) if told else _text(value), *(value.get("span") or (None, None))


def _text(value: Plain | None) -> str:
    return str(value.get("text") or "") if value else ""


def _named(addressee: Plain) -> str:
    return f"{addressee.get('name') or _text(addressee)}{_text(addressee.get('honorific'))}"


def _contact(contact: Plain) -> str:
    phones = (f"{p['text']}-{p['extension']}" if p.get("extension") else p["text"] for p in contact.get("phones") or ())
    parts = (_text(contact.get("role")), _text(contact.get("name")), *phones)
    rest = (_text(contact.get("postcode")), _text(contact.get("address")))
    return " ".join(part for part in (*parts, *rest) if part)


def ticks_of(reply: Plain) -> Iterator[Plain]:
    """The questions of the form with their options in the order printed."""
    form = reply.get("feedback")
    for choice in form["choices"] if form else ():
        yield {
            "label": _text(choice["label"]),
            "place": choice.get("span"),
            "options": [
                [_text(option["label"]), bool(option["checked"]), (option.get("label") or {}).get("span")]
                for option in choice["options"]
            ],
        }


def form_lines(reply: Plain, language: Language) -> Iterator[Line]:
    """The cells of the form, empty ones with the value ``""``; nothing where there is no form."""
    form = reply.get("feedback")
    if not form:
        return
    for name in _FORM:
        if form.get(name) is not None:
            yield _line(field_label(name, language), form[name])


def outline_of(reply: Plain) -> Iterator[tuple[int, str, int, int]]:
    """The headings of the body: depth, text, start and end."""
    return _outline(reply.get("sections") or (), 0)


def _outline(sections: Iterable[Plain], depth: int) -> Iterator[tuple[int, str, int, int]]:
    for section in sections:
        start, end = (section.get("heading") or section.get("marker") or section)["span"]
        yield depth, f"{_text(section.get('marker'))}{_text(section.get('heading'))}", start, end
        if depth < _DEEPEST:
            yield from _outline(section.get("sections") or (), depth + 1)
