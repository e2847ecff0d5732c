"""Private numbers and addresses are told wherever they stand in the letter, and nothing else is."""

from __future__ import annotations

import pytest

from govreply.model import PersonalKind, Reply, Where
from tests.grammar.page_letter import HEAD, html_letter, read_html, read_markdown, read_text, text_letter


def personal(reply: Reply) -> list[tuple[PersonalKind, str, Where, bool]]:
    return [(p.kind, p.text, p.where, p.of_proposer) for p in reply.personal]


def body(sentence: str) -> str:
    return text_letter(head=(*HEAD[:6], sentence, *HEAD[7:]))


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        pytest.param("值班手机13800001234，全天接听。", PersonalKind.MOBILE, "13800001234", id="mobile"),
        pytest.param("值班手机138 0000 1234，全天接听。", PersonalKind.MOBILE, "138 0000 1234", id="mobile-parted"),
        pytest.param(
            "值班手机１３８００００１２３４，接听。",
            PersonalKind.MOBILE,
            "１３８００００１２３４",
            id="mobile-full-width",
        ),
        pytest.param("反映人身份证号420101199003078710。", PersonalKind.ID_NUMBER, "420101199003078710", id="identity"),
        pytest.param(
            "反映人身份证号42010119520704109X。", PersonalKind.ID_NUMBER, "42010119520704109X", id="identity-x"
        ),
        pytest.param(
            "已汇入反映人银行账号：6222020000001234567。",
            PersonalKind.BANK_ACCOUNT,
            "6222020000001234567",
            id="account",
        ),
        pytest.param(
            "已汇入反映人卡号6222 0200 0000 1234 567。",
            PersonalKind.BANK_ACCOUNT,
            "6222 0200 0000 1234 567",
            id="account-in-groups",
        ),
        pytest.param("反映人住在明珠小区3栋201室，已走访。", PersonalKind.ADDRESS, "明珠小区3栋201室", id="flat"),
        pytest.param(
            "反映人住锦绣花园12号楼2单元1502，已走访。",
            PersonalKind.ADDRESS,
            "锦绣花园12号楼2单元1502",
            id="flat-with-entrance",
        ),
        pytest.param(
            "已走访（现住址：大武口区朝阳街8号）。", PersonalKind.ADDRESS, "大武口区朝阳街8号", id="labelled-home"
        ),
    ],
)
def test_told_in_the_body(sentence: str, kind: PersonalKind, text: str) -> None:
    reply = read_text(body(sentence))
    assert personal(reply) == [(kind, text, Where.BODY, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("项目代码13800001234，已经立项。", id="code-of-a-project"),
        pytest.param("档案编号：13800001234。", id="number-of-a-file"),
        pytest.param("可拨打12345热线或0952-2218834。", id="lines-of-organs"),
        pytest.param("手机号138****1234已登记。", id="masked"),
        pytest.param("统一社会信用代码914201007581234565。", id="credit-code"),
        pytest.param("流水号420101199003078714。", id="check-digit-wrong"),
        pytest.param("投资20230612138000012340000元。", id="long-run"),
        pytest.param("关注微信账号123456789012345。", id="account-on-the-web"),
        pytest.param("明珠小区3栋雨污分流改造已完工。", id="site-without-a-flat"),
        pytest.param("服务点设在明珠小区3栋201室。", id="service-point"),
        pytest.param("办公地点在明珠小区3栋201室。", id="office"),
        pytest.param("明珠小区3栋201户居民受益。", id="counted-households"),
    ],
)
def test_look_alikes(sentence: str) -> None:
    assert personal(read_text(body(sentence))) == []


def test_in_contacts() -> None:
    reply = read_text(text_letter().replace("0952-2218834", "13800001234"))
    assert personal(reply) == [(PersonalKind.MOBILE, "13800001234", Where.TAIL, False)]


def test_beside_the_addressee() -> None:
    head = (*HEAD[:3], "祝晓岚委员（13800001234）：", "您" + HEAD[4][2:], *HEAD[5:])
    assert [(p.text, p.kind) for p in read_text(text_letter(head=head)).personal] == [
        ("13800001234", PersonalKind.MOBILE)
    ]


def test_the_footer_of_a_page_is_left_out() -> None:
    reply = read_html(html_letter(after="<div class='footer'>版权所有：某局　电话：13800001234　宁ICP备050012号</div>"))
    assert personal(reply) == []


FORM = """## 征询意见表

| 提案者 | 民盟石嘴山市委会 | 提案编号 | 062 |
|---|---|---|---|
| 承办单位 | 市交通运输局 | 联系电话 | 13900004321 |
| 结果评价 | ☑满意 ☐不满意 | | |
| 提案者签名 | 祝晓岚 | 联系电话 | {phone} |
| 通讯地址 | {address} | 邮编 | 753000 |
"""


def test_the_form_tells_the_proposer_from_the_organ() -> None:
    form = FORM.format(phone="0952-2098765", address="大武口区朝阳街8号")
    reply = read_markdown(text_letter(form))
    assert personal(reply) == [
        (PersonalKind.MOBILE, "13900004321", Where.FORM, False),
        (PersonalKind.PHONE, "0952-2098765", Where.FORM, True),
        (PersonalKind.ADDRESS, "大武口区朝阳街8号", Where.FORM, True),
    ]


@pytest.mark.parametrize(("phone", "address"), [("", ""), ("139****4321", "大武口区××街××号")])
def test_empty_and_masked_cells_of_the_form(phone: str, address: str) -> None:
    reply = read_markdown(text_letter(FORM.format(phone=phone, address=address)))
    assert personal(reply) == [(PersonalKind.MOBILE, "13900004321", Where.FORM, False)]


def test_a_label_may_name_the_proposer() -> None:
    reply = read_text(text_letter("委员联系电话：0952-2098765"))
    assert personal(reply) == [(PersonalKind.PHONE, "0952-2098765", Where.TAIL, True)]


def test_places_are_those_of_the_source() -> None:
    text = body("值班手机138 0000 1234，全天接听。")
    (one,) = read_text(text).personal
    assert text[one.span.start : one.span.end] == "138 0000 1234"
