"""联系方式: every label and layout, names and phones bound to each other, and what is no contact."""

from __future__ import annotations

import pytest

from govreply.model import Reply
from tests.grammar.body_letter import DATE, ORGAN, letter, reply_of

Want = list[tuple[str | None, str | None, list[str]]]


def _contacts(reply: Reply) -> Want:
    return [
        (c.role.text if c.role else None, c.name.text if c.name else None, [p.text for p in c.phones])
        for c in reply.contacts
    ]


def _read(*lines: str, before: bool = False) -> Reply:
    tail = [*lines, ORGAN, DATE] if before else [ORGAN, DATE, *lines]
    return reply_of(letter("我局已安排专人办理，相关工作正在有序推进。", tail=tail, gap="\n"))


ONE: Want = [("联系人", "多杰", ["0977-8221234"])]

# lines behind the date → role, name, phones
BLOCKS: dict[str, tuple[list[str], Want]] = {
    "three-lines": (["联系人：多杰", "联系电话：0977-8221234"], ONE),
    "one-line": (["联系人：多杰　　联系电话：0977-8221234"], ONE),
    "one-line-comma": (["联系人：多杰，联系电话：0977-8221234"], ONE),
    "one-line-semicolon": (["联系人：多杰；电话：0977-8221234"], ONE),
    "one-line-glued": (["联系人：多杰联系电话：0977-8221234"], ONE),
    "one-line-brackets": (["（联系人：多杰，联系电话：0977-8221234）"], ONE),
    "brackets-half-width": (["(联系人:多杰,联系电话:0977-8221234)"], ONE),
    "brackets-never-closed": (["（联系人：多杰　0977-8221234"], ONE),
    "with-section-of-office": (["（联系人：建设科　多杰　0977-8221234"], ONE),
    "section-in-brackets": (["联系人：多杰（建设科）　电话：0977-8221234"], ONE),
    "combined-and": (["联系人及电话：多杰　0977-8221234"], ONE),
    "department-of-a-ministry": (["联系人及电话：规划财务司　010-62345678"], [("联系人", None, ["010-62345678"])]),
    "combined-and-contact": (["联系人及联系电话：多杰 0977-8221234"], ONE),
    "combined-and-its": (["联系人及其电话：多杰 0977-8221234"], ONE),
    "combined-comma": (["联系人、联系电话：多杰，0977-8221234"], ONE),
    "combined-no-space": (["联系人及电话：多杰0977-8221234"], ONE),
    "combined-way": (["联系人及联系方式：多杰 0977-8221234"], ONE),
    "combined-slash": (["联系人/电话：多杰/0977-8221234"], ONE),
    "combined-brackets": (["联系人（电话）：多杰（0977-8221234）"], ONE),
    "phone-behind-name": (["联系人：多杰 0977-8221234"], ONE),
    "phone-in-brackets": (["联系人：多杰（0977-8221234）"], ONE),
    "phone-before-name": (["联系电话：0977-8221234　联系人：多杰"], ONE),
    "name-of-label": (["联系人姓名：多杰　联系电话：0977-8221234"], [("联系人姓名", "多杰", ["0977-8221234"])]),
    "handler": (["承办人：多杰", "联系电话：0977-8221234"], [("承办人", "多杰", ["0977-8221234"])]),
    "handler-spaced": (["承 办 人：多 杰", "联系电话：0977-8221234"], [("承办人", "多杰", ["0977-8221234"])]),
    "handler-name-spaced": (
        ["承 办 人 姓 名：多杰　　电 话：0977-8221234"],
        [("承办人姓名", "多杰", ["0977-8221234"])],
    ),
    "handler-no-colon": (["承 办 人　多杰", "联系电话　0977-8221234"], [("承办人", "多杰", ["0977-8221234"])]),
    "label-alone-value-below": (["联系人", "多杰", "联系电话", "0977-8221234"], ONE),
    "colon-alone-value-below": (["联系人：", "多杰", "联系电话：", "0977-8221234"], ONE),
    "clerk": (["经办人：多杰　电话：0977-8221234"], [("经办人", "多杰", ["0977-8221234"])]),
    "leader-and-clerk": (
        ["主管领导：桑吉", "经办人及联系电话：多杰 0977-8221234"],
        [("主管领导", "桑吉", []), ("经办人", "多杰", ["0977-8221234"])],
    ),
    "leader-and-clerk-one-line": (
        ["分管领导：桑吉　　经办人：多杰　　联系电话：0977-8221234"],
        [("分管领导", "桑吉", []), ("经办人", "多杰", []), ("联系电话", None, ["0977-8221234"])],
    ),
    "leader-and-clerk-both-with-phones": (
        ["分管领导：桑吉　联系电话：0977-8220001", "经办人：多杰　联系电话：0977-8220002"],
        [("分管领导", "桑吉", ["0977-8220001"]), ("经办人", "多杰", ["0977-8220002"])],
    ),
    "two-names-two-phones-unbound": (
        ["分管领导：桑吉", "联系电话：8220001", "经办人：多杰", "联系电话：8220002"],
        [
            ("分管领导", "桑吉", []),
            ("联系电话", None, ["8220001"]),
            ("经办人", "多杰", []),
            ("联系电话", None, ["8220002"]),
        ],
    ),
    "heads": (
        ["承办单位负责人：桑吉", "具体承办人：多杰", "联系电话：0977-8221234"],
        [("承办单位负责人", "桑吉", []), ("具体承办人", "多杰", []), ("联系电话", None, ["0977-8221234"])],
    ),
    "leader-signs": (
        ["领导签批：桑吉", "承 办 人：多杰", "联系方式：0977-8221234"],
        [("领导签批", "桑吉", []), ("承办人", "多杰", []), ("联系方式", None, ["0977-8221234"])],
    ),
    "leader-name-empty-phone": (
        ["领导署名：桑吉", "联系人：多杰", "联系电话："],
        [("领导署名", "桑吉", []), ("联系人", "多杰", [])],
    ),
    "responsible": (
        ["承办责任人：桑吉", "承办人及联系电话：多杰 0977-8221234"],
        [("承办责任人", "桑吉", []), ("承办人", "多杰", ["0977-8221234"])],
    ),
    "traditional-run-together": (
        ["責任領導：桑吉承辦人：多杰聯繫電話：0977-8221234"],
        [("責任領導", "桑吉", []), ("承辦人", "多杰", []), ("聯繫電話", None, ["0977-8221234"])],
    ),
    "signing-leader": (["审签领导：桑吉", "联系人：多杰"], [("审签领导", "桑吉", []), ("联系人", "多杰", [])]),
    "two-names-one-label": (
        ["联系人：多杰、才让　电话：0977-8221234"],
        [("联系人", "多杰", []), ("联系人", "才让", []), ("电话", None, ["0977-8221234"])],
    ),
    "second-row-without-a-label": (
        ["联系人：规划科  多杰  0977-8220001", "        养护科  才让  0977-8220002"],
        [("联系人", "多杰", ["0977-8220001"]), ("联系人", "才让", ["0977-8220002"])],
    ),
    "colons-lost": (["联系人多杰 电话 0977-8221234"], [("联系人", "多杰", ["0977-8221234"])]),
    "second-row-with-the-office-in-brackets": (
        ["联系人：多杰（规划科） 0977-8220001", "        才让（养护科） 0977-8220002"],
        [("联系人", "多杰", ["0977-8220001"]), ("联系人", "才让", ["0977-8220002"])],
    ),
    "labels-without-colons-on-one-row": (
        ["承办人　多杰　　电话　0977-8221234"],
        [("承办人", "多杰", ["0977-8221234"])],
    ),
    "every-character-set-apart": (
        ["联系人 ： 木 春 荣 ， 电话 ： 0 9 7 7 - 8 2 2 1 2 3 4"],
        [("联系人", "木春荣", ["0977-8221234"])],
    ),
    "two-names-own-phones": (
        ["联系人：多杰 0977-8220001，才让 0977-8220002"],
        [("联系人", "多杰", ["0977-8220001"]), ("联系人", "才让", ["0977-8220002"])],
    ),
    "two-phones-by-space": (
        ["联系人：多杰", "联系电话：0977-8221234 13900001234"],
        [("联系人", "多杰", ["0977-8221234", "13900001234"])],
    ),
    "two-phones-by-comma": (
        ["联系人：多杰", "电话：0977-8221234、8225678"],
        [("联系人", "多杰", ["0977-8221234", "8225678"])],
    ),
    "two-phones-by-slash": (
        ["联系人：多杰", "电话：0977-8221234/8225678"],
        [("联系人", "多杰", ["0977-8221234", "8225678"])],
    ),
    "mobile": (["联系人：多杰", "手机：13900001234"], [("联系人", "多杰", ["13900001234"])]),
    "no-area-code": (["联系人：多杰", "电话：8221234"], [("联系人", "多杰", ["8221234"])]),
    "long-dash": (["联系人：多杰", "电话：0977—8221234"], ONE),
    "double-dash": (["联系人：多杰", "电话：0977——8221234"], ONE),
    "full-width-digits": (["联系人：多杰", "电话：０９７７－８２２１２３４"], [("联系人", "多杰", ["0977-8221234"])]),
    "area-in-brackets": (["联系人：多杰", "电话：（0977）8221234"], ONE),
    "area-space": (["联系人：多杰", "电话：0977 8221234"], ONE),
    "cut-label": (["人：多杰", "话：0977-8221234"], [("人", "多杰", ["0977-8221234"])]),
    "office-phone-only": (["联系电话：0977-8221234"], [("联系电话", None, ["0977-8221234"])]),
    "organ-and-phone": (
        ["联系单位：州交通运输局办公室", "联系电话：0977-8221234"],
        [("联系电话", None, ["0977-8221234"])],
    ),
    "organ-and-phone-one-label": (
        ["联系单位及电话：州交通运输局　0977-8221234"],
        [("联系单位", None, ["0977-8221234"])],
    ),
    "organ-person-phone": (
        ["联系单位：州交通运输局", "联系人：多杰", "联系电话：0977-8221234"],
        ONE,
    ),
    "handling-section": (
        ["承办科室：建设科", "承办人：多杰", "电话：0977-8221234"],
        [("承办人", "多杰", ["0977-8221234"])],
    ),
    "rank-behind-name": (["联系人：多杰科长　电话：0977-8221234"], ONE),
    "rank-before-name": (["联系人：科长多杰　电话：0977-8221234"], ONE),
    "comrade": (["联系人：多杰同志，电话：0977-8221234"], ONE),
    "tibetan-long-name": (["联系人：索南扎西才旦　电话：0977-8221234"], [("联系人", "索南扎西才旦", ["0977-8221234"])]),
    "uyghur-name-with-dot": (
        ["联系人：阿依古丽·买买提　电话：0997-2123456"],
        [("联系人", "阿依古丽·买买提", ["0997-2123456"])],
    ),
    "two-character-name-set-wide": (["联系人：多　杰　　电话：0977-8221234"], ONE),
    "colon-doubled": (["联系人：：多杰　电话：：0977-8221234"], ONE),
    "space-before-colon": (["联系人 ：多杰　联系电话 ：0977-8221234"], ONE),
    "dots-behind-colon": (["联系人：多杰。联系电话：0977-8221234。"], ONE),
    "bold-in-brackets-note": (["（承办人：多杰，联系电话：0977-8221234）"], [("承办人", "多杰", ["0977-8221234"])]),
    "business-contact": (["业务联系人：多杰，0977-8221234"], [("业务联系人", "多杰", ["0977-8221234"])]),
    "liaison": (["联络员：多杰　联系电话：0977-8221234"], [("联络员", "多杰", ["0977-8221234"])]),
    "handling-person": (["办理人：多杰　办公电话：0977-8221234"], [("办理人", "多杰", ["0977-8221234"])]),
    "head-of-unit": (
        ["单位负责人：桑吉", "经办人：多杰　电话：0977-8221234"],
        [("单位负责人", "桑吉", []), ("经办人", "多杰", ["0977-8221234"])],
    ),
    "deputy-director": (["分管副局长：桑吉", "联系人：多杰"], [("分管副局长", "桑吉", []), ("联系人", "多杰", [])]),
    "consult": (["咨询电话：0977-8221234"], [("咨询电话", None, ["0977-8221234"])]),
    "phone-short-label": (["联系人：多杰　Tel：0977-8221234"], ONE),
    "system-letter": (
        ["联系电话：0977-8221234", "负 责 人：桑吉", "经 办 人：多杰"],
        [("联系电话", None, ["0977-8221234"]), ("负责人", "桑吉", []), ("经办人", "多杰", [])],
    ),
    "township-two-names-by-blanks": (["承办人：多杰   才让"], [("承办人", "多杰", []), ("承办人", "才让", [])]),
    "township-two-names-by-comma": (["承办人：多杰、才让"], [("承办人", "多杰", []), ("承办人", "才让", [])]),
    "eight-digit-number": (["联系人：多杰", "电话：027-85806926"], [("联系人", "多杰", ["027-85806926"])]),
    "local-eight-digits": (["联系人：多杰", "电话：85806926"], [("联系人", "多杰", ["85806926"])]),
    "police-officer": (["经办民警：多杰　联系电话：0977-8221234"], [("经办民警", "多杰", ["0977-8221234"])]),
    "prosecutor": (["经办检察官：多杰　电话：0977-8221234"], [("经办检察官", "多杰", ["0977-8221234"])]),
    "post-before-the-name": (["联系人：科室负责人 多杰　电话：0977-8221234"], ONE),
    "post-glued-to-the-name": (["联系人：养护科负责人多杰　电话：0977-8221234"], ONE),
    "post-of-an-office-before-the-name": (["联系人：办公室主任　多杰　电话：0977-8221234"], ONE),
    "post-alone": (["联系人：科室负责人", "电话：0977-8221234"], [("电话", None, ["0977-8221234"])]),
    "numbered-department": (["联系人及联系电话：第三公路部　多杰　0977-8221234"], ONE),
    "departments-as-labels-behind-semicolons": (
        ["（联系人：规划科 多杰，电话：0977-8220001；养护科 才让，电话：0977-8220002）"],
        [("联系人", "多杰", ["0977-8220001"]), ("联系人", "才让", ["0977-8220002"])],
    ),
    "labels-behind-semicolons": (
        ["联系人：多杰，电话：0977-8220001；经办人：才让，电话：0977-8220002"],
        [("联系人", "多杰", ["0977-8220001"]), ("经办人", "才让", ["0977-8220002"])],
    ),
    "department-alone-behind-a-semicolon": (
        ["联系人：多杰，电话：0977-8220001；值班室，电话：0977-8220002"],
        [("联系人", "多杰", ["0977-8220001", "0977-8220002"])],
    ),
    "organ-that-seals-and-its-head": (
        ["承办单位（盖章）：州交通运输局　　　　单位负责人：多杰", "联系电话：0977-8221234"],
        [("单位负责人", "多杰", ["0977-8221234"])],
    ),
    "bracket-wraps-before-a-second-phone": (
        ["（联系人：建设科  多杰；联系电话：0977-8221234，", "13900001234）"],
        [("联系人", "多杰", ["0977-8221234", "13900001234"])],
    ),
    "bracket-wraps-inside-a-phone": (["（联系人：多杰；联系电话：0977-", "8221234）"], ONE),
    "bracket-wraps-inside-a-label": (["（联系人：多杰；联系", "电话：0977-8221234）"], ONE),
    "local-number-in-two-groups": (["联系人：多杰", "电话：0977-8221 234"], ONE),
    "local-number-in-three-and-four": (["联系人：多杰", "电话：0977-822 1234"], ONE),
    "masked-number": (["联系人：多杰　0977-822****"], [("联系人", "多杰", [])]),
    "too-few-digits": (["联系人：多杰，电话：0977-82212"], [("联系人", "多杰", [])]),
    "court-judge": (["承办法官：多杰　联系电话：0977-8221234"], [("承办法官", "多杰", ["0977-8221234"])]),
}


@pytest.mark.parametrize(("lines", "want"), BLOCKS.values(), ids=BLOCKS)
def test_contacts_behind_date(lines: list[str], want: Want) -> None:
    reply = _read(*lines)
    assert _contacts(reply) == want
    assert reply.signature is not None and reply.signature.date == "2023-07-05"


BEFORE = [
    "three-lines",
    "one-line",
    "one-line-brackets",
    "leader-and-clerk",
    "combined-and",
    "organ-and-phone",
    "cut-label",
]


@pytest.mark.parametrize("name", BEFORE)
def test_contacts_before_signature(name: str) -> None:
    lines, want = BLOCKS[name]
    reply = _read(*lines, before=True)
    assert _contacts(reply) == want
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
    assert [a.text for a in reply.signature.agencies] == [ORGAN]
    assert [c.text for c in reply.closing] == ["感谢您对交通运输工作的关心和支持！"]


POSTCODES: dict[str, tuple[list[str], str, list[str]]] = {
    "own-line": (["联系人：多杰", "联系电话：0977-8221234", "邮政编码：817099"], "817099", ["0977-8221234"]),
    "same-line": (["联系人：多杰　电话：0977-8221234　邮编：817099"], "817099", ["0977-8221234"]),
    "spaced": (["邮 政 编 码：817099"], "817099", []),
    "cut": (["人：多杰", "编：817099"], "817099", []),
    "with-address": (["地址：德令哈市柴达木路1号　邮编：817099"], "817099", []),
}


@pytest.mark.parametrize(("lines", "postcode", "phones"), POSTCODES.values(), ids=POSTCODES)
def test_postcodes(lines: list[str], postcode: str, phones: list[str]) -> None:
    reply = _read(*lines)
    assert [c.postcode.text for c in reply.contacts if c.postcode] == [postcode]
    assert [p.text for c in reply.contacts for p in c.phones] == phones


def test_label_and_value_below_are_accounted_for() -> None:
    reply = _read("联系人：", "多杰", "联系电话：", "0977-8221234")
    assert [d.code for d in reply.diagnostics] == []
    assert [p.element for p in reply.parts].count("contact") == 2


def test_address() -> None:
    reply = _read("联系人：多杰", "通讯地址：德令哈市柴达木路1号", "邮编：817099")
    (contact,) = reply.contacts
    assert contact.address is not None and contact.address.text == "德令哈市柴达木路1号"


EXTENSIONS: dict[str, str] = {
    "turn": "0977-8221234转806",
    "turn-between-blanks": "0977-8221234 转 806",
    "turn-brackets": "0977-8221234（转806）",
    "hyphen": "0977-8221234-806",
    "extension-word": "0977-8221234分机806",
}


@pytest.mark.parametrize("number", EXTENSIONS.values(), ids=EXTENSIONS)
def test_extensions(number: str) -> None:
    reply = _read(f"联系人：多杰　电话：{number}")
    assert [(p.text, p.extension) for c in reply.contacts for p in c.phones] == [("0977-8221234", "806")]


LETTERS = {
    "zero-as-o": ("O977-822I234", "0977-8221234"),
    "o-in-the-middle": ("0977-82O1234", "0977-8201234"),
    "mobile": ("139OOO01234", "13900001234"),
    "local": ("822O234", "8220234"),
}


@pytest.mark.parametrize(("printed", "number"), LETTERS.values(), ids=LETTERS)
def test_letters_for_digits_are_read_and_told(printed: str, number: str) -> None:
    reply = _read(f"联系人：多杰　电话：{printed}")
    assert _contacts(reply) == [("联系人", "多杰", [number])]
    assert [d.detail for d in reply.diagnostics if d.code == "phone-letter-for-digit"] == [printed]


@pytest.mark.parametrize("code", ["OIl-OIOIOIO", "B0977O1234", "O977-822O2"])
def test_letters_that_make_no_phone_whole(code: str) -> None:
    reply = _read(f"联系人：多杰　电话：{code}")
    assert _contacts(reply) == [("联系人", "多杰", [])]
    assert [d.code for d in reply.diagnostics if d.code == "phone-letter-for-digit"] == []


def test_other_labels_give_no_contact() -> None:
    reply = _read("联系人：多杰　电话：0977-8221234", "传真：0977-8220000　邮箱：jtj@example.cn")
    assert _contacts(reply) == ONE


def test_post_of_a_contact_is_no_name() -> None:
    assert _contacts(_read("联系人：多杰　联系人职务：建设科副科长", "联系电话：0977-8221234")) == ONE


def test_labels_are_kept_with_their_emptiness() -> None:
    reply = _read("联系人：", "联系电话：0977-8221234")
    assert [(label.name, label.empty) for label in reply.contact_labels] == [("联系人", True), ("联系电话", False)]
    assert _contacts(reply) == [("联系电话", None, ["0977-8221234"])]


SENTENCES: dict[str, str] = {
    "prose-with-label": "今后您如有其他问题，可随时拨打联系电话：0977-8221234，我局将安排专人为您解答有关政策。",
    "responsible-persons": "各县要明确责任人：县长为第一责任人，分管副县长为直接责任人，层层压实养护责任。",
}


@pytest.mark.parametrize("words", SENTENCES.values(), ids=SENTENCES)
def test_sentences_are_no_contacts(words: str) -> None:
    reply = reply_of(letter("一、现状", words, "二、打算", "我局将继续抓好各项工作的落实，及时向您反馈进展情况。"))
    assert [c.name.text for c in reply.contacts if c.name] == []
    assert [p.text for p in reply.sections[0].paragraphs] == [words]


def test_web_page_table_of_contacts() -> None:
    page = letter("我局已安排专人办理，相关工作正在有序推进。", gap="</p><p>")
    table = "<table><tr><td>联系人</td><td>多杰</td><td>联系电话</td><td>0977-8221234</td></tr></table>"
    reply = reply_of(f"<html><body><p>{page}</p>{table}</body></html>", "letter.html")
    assert _contacts(reply) == ONE


def test_contacts_in_the_brackets_of_a_closing_sentence() -> None:
    reply = reply_of(
        letter("已新开公交线路3条。", "您如有不同意见，请与我局联系（联系人：米学成，联系电话：0977-8221234）。")
    )
    assert [(c.name and c.name.text, [p.text for p in c.phones]) for c in reply.contacts] == [
        ("米学成", ["0977-8221234"])
    ]
