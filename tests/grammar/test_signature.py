"""署名: one organ and several, on one row and on many, with the date and without; and rows that are no signature."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import DATE, ORGAN, THANKS, letter, reply_of

BODY = "我局已安排专人办理，相关工作正在有序推进。"

# rows behind the thanks → organs in order
SIGNATURES: dict[str, tuple[list[str], list[str]]] = {
    "organ-then-date": (["海西州交通运输局", "2023年7月5日"], ["海西州交通运输局"]),
    "organ-indented": (
        ["                    海西州交通运输局", "                     2023年7月5日"],
        ["海西州交通运输局"],
    ),
    "organ-full-width-indent": (["　　　　　　海西州交通运输局", "　　　　　　2023年7月5日"], ["海西州交通运输局"]),
    "organ-letter-spaced": (["海 西 州 交 通 运 输 局", "2023 年 7 月 5 日"], ["海西州交通运输局"]),
    "organ-and-date-one-row": (["海西州交通运输局　　2023年7月5日"], ["海西州交通运输局"]),
    "organ-and-date-glued": (["海西州交通运输局2023年7月5日"], ["海西州交通运输局"]),
    "date-only": (["2023年7月5日"], []),
    "date-then-organ": (["2023年7月5日", "海西州交通运输局"], ["海西州交通运输局"]),
    "seal-note": (["海西州交通运输局（盖章）", "2023年7月5日"], ["海西州交通运输局"]),
    "seal-note-half-width": (["海西州交通运输局(公章)", "2023年7月5日"], ["海西州交通运输局"]),
    "second-name-in-brackets": (
        ["涪城区交通运输局（区铁路办公室）", "2023年7月5日"],
        ["涪城区交通运输局（区铁路办公室）"],
    ),
    "two-rows-of-organs": (["海西州交通运输局", "海西州财政局", "2023年7月5日"], ["海西州交通运输局", "海西州财政局"]),
    "three-organs-one-row": (
        ["海西州交通运输局　海西州财政局　海西州公安局", "2023年7月5日"],
        ["海西州交通运输局", "海西州财政局", "海西州公安局"],
    ),
    "two-organs-by-comma": (["海西州交通运输局、海西州财政局", "2023年7月5日"], ["海西州交通运输局", "海西州财政局"]),
    "government": (["德令哈市人民政府", "2023年7月5日"], ["德令哈市人民政府"]),
    "government-office": (["德令哈市人民政府办公室", "2023年7月5日"], ["德令哈市人民政府办公室"]),
    "township": (["柯鲁柯镇人民政府", "2023年7月5日"], ["柯鲁柯镇人民政府"]),
    "sub-district": (["河西街道办事处", "2023年7月5日"], ["河西街道办事处"]),
    "ministry": (["交通运输部", "2023年7月5日"], ["交通运输部"]),
    "ministry-office": (["交通运输部办公厅", "2023年7月5日"], ["交通运输部办公厅"]),
    "court": (["海西州中级人民法院", "2023年7月5日"], ["海西州中级人民法院"]),
    "procuratorate": (["德令哈市人民检察院", "2023年7月5日"], ["德令哈市人民检察院"]),
    "party-organisation-department": (["中共德令哈市委组织部", "2023年7月5日"], ["中共德令哈市委组织部"]),
    "party-united-front": (["德令哈市委统战部", "2023年7月5日"], ["德令哈市委统战部"]),
    "party-office": (["中共海西州委办公室", "2023年7月5日"], ["中共海西州委办公室"]),
    "development-zone": (["大柴旦行政管理委员会", "2023年7月5日"], ["大柴旦行政管理委员会"]),
    "corps-division": (
        ["新疆生产建设兵团第八师石河子市教育局", "2023年7月5日"],
        ["新疆生产建设兵团第八师石河子市教育局"],
    ),
    "league": (["锡林郭勒盟行政公署", "2023年7月5日"], ["锡林郭勒盟行政公署"]),
    "banner": (["苏尼特右旗农牧局", "2023年7月5日"], ["苏尼特右旗农牧局"]),
    "joint-stock-company": (["青海交通控股集团有限公司", "2023年7月5日"], ["青海交通控股集团有限公司"]),
    "tax-bureau": (["国家税务总局海西州税务局", "2023年7月5日"], ["国家税务总局海西州税务局"]),
    "customs": (["中华人民共和国格尔木海关", "2023年7月5日"], ["中华人民共和国格尔木海关"]),
    "second-name-inside": (
        ["大柴旦工业园区（循环经济区）管理委员会", "2023年7月5日"],
        ["大柴旦工业园区（循环经济区）管理委员会"],
    ),
    "police-brigade": (["德令哈市公安局交通警察大队", "2023年7月5日"], ["德令哈市公安局交通警察大队"]),
    "federation": (["海西州残疾人联合会", "2023年7月5日"], ["海西州残疾人联合会"]),
    "youth-league": (["共青团海西州委员会", "2023年7月5日"], ["共青团海西州委员会"]),
    "bank": (["中国人民银行海西州分行", "2023年7月5日"], ["中国人民银行海西州分行"]),
    "supply-cooperative": (["海西州供销合作社联合社", "2023年7月5日"], ["海西州供销合作社联合社"]),
    "issuer-short": (["州交通运输局", "2023年7月5日"], ["州交通运输局"]),
    "ministry-department": (["国家能源局综合司", "2023年7月5日"], ["国家能源局综合司"]),
    "youth-league-centre": (["共青团中央", "2023年7月5日"], ["共青团中央"]),
    "garrison": (["海西军分区", "2023年7月5日"], ["海西军分区"]),
    "place-that-begins-with-a-numeral": (["三亚市交通运输局", "2023年7月5日"], ["三亚市交通运输局"]),
    "seal-on-its-own-row": (["海西州交通运输局", "（盖章）", "2023年7月5日"], ["海西州交通运输局"]),
    "deputy-seal": (["海西州交通运输局（代章）", "2023年7月5日"], ["海西州交通运输局"]),
    "seal-behind-date": (["海西州交通运输局", "2023年7月5日（印章）"], ["海西州交通运输局"]),
    "labelled": (["答复单位：海西州交通运输局", "答复时间：2023年7月5日"], ["海西州交通运输局"]),
    "labelled-with-seal": (["承办单位（盖章）：海西州交通运输局", "2023年7月5日"], ["海西州交通运输局"]),
    "date-organ-note-one-row": (["海西州交通运输局  2023年7月5日  （此件公开发布）"], ["海西州交通运输局"]),
    "each-organ-with-its-date": (
        ["海西州交通运输局", "2023年7月5日", "海西州财政局", "2023年7月6日"],
        ["海西州交通运输局", "海西州财政局"],
    ),
    "traditional": (["海西州交通運輸局", "2023年7月5日"], ["海西州交通運輸局"]),
    "organ-over-two-rows": (
        ["新疆维吾尔自治区伊犁哈萨克自治州", "住房和城乡建设局", "2023年7月5日"],
        ["新疆维吾尔自治区伊犁哈萨克自治州住房和城乡建设局"],
    ),
}


@pytest.mark.parametrize(("rows", "organs"), SIGNATURES.values(), ids=SIGNATURES)
@pytest.mark.parametrize("name", ["letter.txt", "letter.md"])
def test_signature(rows: list[str], organs: list[str], name: str) -> None:
    reply = reply_of(letter(BODY, tail=rows), name)
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == organs
    assert reply.signature.date == "2023-07-05"


@pytest.mark.parametrize(
    ("cells", "behind"),
    [
        pytest.param(
            "<tr><td>海西州交通运输局</td><td>海西州财政局</td></tr>",
            "<p>2023年7月5日</p>",
            id="date-behind",
        ),
        pytest.param(
            "<tr><td>海西州交通运输局</td><td>海西州财政局</td></tr><tr><td>2023年7月5日</td><td>2023年7月5日</td></tr>",
            "",
            id="dates-below",
        ),
    ],
)
def test_organs_side_by_side_in_a_table(cells: str, behind: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in letter(BODY, tail=()).split("\n\n"))
    signature = reply_of(f"<html><body>{body}<table>{cells}</table>{behind}</body></html>", "letter.html").signature
    assert signature is not None
    assert [a.text for a in signature.agencies] == ["海西州交通运输局", "海西州财政局"]
    assert signature.date == "2023-07-05"


def test_unsigned_letter_has_no_signature() -> None:
    assert reply_of(letter(BODY, tail=())).signature is None


def test_organ_without_date() -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN,)))
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == [ORGAN]
    assert reply.signature.date is None


def test_signature_behind_closing_without_blank_line() -> None:
    reply = reply_of(letter(BODY, gap="\n"))
    assert reply.signature is not None and [a.text for a in reply.signature.agencies] == [ORGAN]
    assert [c.text for c in reply.closing] == [THANKS]


AROUND: dict[str, list[str]] = {
    "no-text-on-this-page": ["（此页无正文）", ORGAN, DATE],
    "note-below": [ORGAN, DATE, "（此件公开发布）"],
    "note-above": ["（此件公开发布）", ORGAN, DATE],
    "print-line": [ORGAN, DATE, "海西州交通运输局办公室　　2023年7月6日印发"],
    "print-line-behind-copies": [ORGAN, DATE, "抄送：州政协提案委。", "海西州交通运输局办公室 2023年7月6日印发"],
    "print-date-only": [ORGAN, DATE, "印发日期：2023年7月6日"],
    "attachment-above": ["附件：办理情况征询意见表", ORGAN, DATE],
    "page-number": [ORGAN, DATE, "- 3 -"],
    "date-twice": [ORGAN, DATE, DATE],
    "form-of-head-left-blank": [ORGAN, DATE, "单位负责人签章："],
    "number-of-copies": [ORGAN, DATE, "共印5份"],
}


@pytest.mark.parametrize("rows", AROUND.values(), ids=AROUND)
def test_signature_among_other_rows(rows: list[str]) -> None:
    reply = reply_of(letter(BODY, tail=rows))
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == [ORGAN]
    assert reply.signature.date == "2023-07-05"
    assert [c.text for c in reply.closing] == [THANKS]
    assert [d for d in reply.diagnostics if d.code == "left-over"] == []


def test_organ_of_contacts_is_no_signature() -> None:
    reply = reply_of(letter(BODY, tail=("联系单位：海西州交通运输局", "联系电话：0977-8221234")))
    assert reply.signature is None


def test_publication_date_of_the_page_is_no_signature() -> None:
    reply = reply_of(letter(BODY, tail=("发布时间：2023-07-20",)))
    assert reply.signature is None


def test_second_date_is_turned_down() -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, DATE, "2023年7月9日")))
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
