"""The sentences of a letter, written from its content and its surface: title, receipt sentence, dates, contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from govreply.lexicon.numerals import write_chinese as han
from govreply.testing.letter import Letter, Person
from govreply.testing.surface import ContactLayout, DateForm

_YEAR_DIGITS = "〇一二三四五六七八九"
_ZEROS = {DateForm.HAN_CIRCLE: "○", DateForm.HAN_LETTER: "O", DateForm.HAN_DIGIT: "0"}


def title_of(letter: Letter) -> str:
    """The title on one line, an organ in brackets behind it included; ``""`` for none."""
    if letter.title is not None:
        return letter.title
    look = letter.surface
    filled = look.title.format(
        session=session_of(letter, look.session),
        no=number_of(letter, look.number) + (f"（{letter.category}）" if letter.category else ""),
        item=look.item or letter.kind_word,
        organ=letter.issuer or "",
        topic=letter.topic,
        code=letter.disposition or "",
    )
    return filled + look.title_back.format(organ=letter.issuer or "")


def session_of(letter: Letter, template: str) -> str:
    """Assembly, term and session."""
    return template.format(area=letter.area, body=letter.body, t=han(letter.term), s=han(letter.session))


def number_of(letter: Letter, template: str) -> str:
    """The item's number as printed."""
    return template.format(n=letter.surface.digits(letter.number))


def receipt_of(letter: Letter) -> str:
    """The sentence that acknowledges the item; ``""`` for none."""
    if letter.receipt is not None:
        return letter.receipt
    look = letter.surface
    quotes = letter.topic_quotes
    wrapper = look.wrapper if look.wrapper is not None else f"{quotes[:1]}{{topic}}{quotes[1:]}"
    item = look.receipt_item or letter.kind_word
    return look.receipt.format(
        session=session_of(letter, look.receipt_session),
        no=number_of(letter, look.receipt_number),
        item=item,
        wrapped=wrapper.format(topic=letter.topic, item=item),
        you=look.you,
        joint=look.joint_separator.join(letter.joint_agencies),
    )


def salutation_of(letter: Letter) -> str:
    """The addressee line; ``""`` for none."""
    if letter.salutation is not None:
        return f"{letter.salutation}：" if letter.salutation else ""
    look = letter.surface
    names = [_padded(n) if look.padded_names else n for n in letter.addressees]
    if not (names or letter.honorific):
        return ""
    separator = look.separator.format(honorific=letter.honorific)
    return look.addressee.format(names=separator.join(names), honorific=letter.honorific, count=len(names))


def document_number_of(letter: Letter) -> str:
    """The document number as printed."""
    number = letter.document_number or ""
    form = letter.surface.number_form
    parts = re.fullmatch(r"(.+)〔(\d{4})〕(\d+)号", number)
    if form is None or parts is None:
        return number
    return form.format(code=parts[1], year=parts[2], serial=parts[3])


def date_of(letter: Letter) -> str:
    """The date as printed."""
    if not isinstance(letter.date, date):
        return letter.date or ""
    day, form = letter.date, letter.surface.date
    if form in (DateForm.HAN, *_ZEROS):
        year = "".join(_YEAR_DIGITS[int(d)] for d in str(day.year)).replace("〇", _ZEROS.get(form, "〇"))
        return f"{year}年{han(day.month)}月{han(day.day)}日"
    return {
        DateForm.PADDED: f"{day.year}年{day.month:02}月{day.day:02}日",
        DateForm.SPACED: f"{day.year} 年 {day.month} 月 {day.day} 日",
        DateForm.DOTS: f"{day.year}.{day.month}.{day.day}",
        DateForm.HYPHENS: day.isoformat(),
        DateForm.RUN: f"{day.year}{day.month}{day.day}",
    }.get(form, f"{day.year}年{day.month}月{day.day}日")


def contact_lines(letter: Letter) -> Iterator[str]:
    """The lines of the contact block."""
    for label, value in letter.contacts:
        yield f"{label}：{value}"
    for person in letter.people:
        yield from _person(letter, person)
    if letter.postcode:
        yield f"{_wide(letter, '邮政编码')}：{letter.postcode}"


def _person(letter: Letter, person: Person) -> Iterator[str]:
    look = letter.surface
    role, tail = _wide(letter, person.role), _wide(letter, look.phone_label)
    name = "、".join(person.names)
    phone = " ".join(p.replace("-", look.phone_dash) for p in person.phones)
    if person.extension:
        phone += f"转{person.extension}"
    layout = look.contact_layout
    if not phone:
        yield f"{role}：{name}"
    elif layout is ContactLayout.ONE_LINE:
        yield f"{role}：{name}　　{tail}：{phone}"
    elif layout is ContactLayout.PHONE_FIRST:
        yield f"{tail}：{phone}　　{role}：{name}"
    elif layout is ContactLayout.COMBINED:
        yield f"{role}及{look.phone_label}：{name} {phone}"
    elif layout is ContactLayout.BRACKETS:
        yield f"（{role}：{name}；{tail}：{phone}）"
    elif layout is ContactLayout.OPEN_BRACKET:
        yield f"（{person.role}及电话：{name} {phone}"
    else:
        yield f"{role}：{name}"
        yield f"{tail}：{phone}"


def _wide(letter: Letter, label: str) -> str:
    return letter.surface.contact_label_gap.join(label)


def _padded(name: str) -> str:
    return "　".join(name) if len(name) == 2 else name
