"""《…》 in the text: documents with and without their numbers, short names, nesting, the topic, and damaged marks."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import letter, reply_of

Want = list[tuple[str, str | None]]

CITED: dict[str, tuple[str, Want]] = {
    "plain": ("我局严格执行《公路养护管理办法》，落实养护责任。", [("公路养护管理办法", None)]),
    "number-behind": (
        "州政府印发《公路养护管理办法》（西政〔2021〕15号），明确责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "number-behind-half-width": (
        "州政府印发《公路养护管理办法》(西政[2021]15号),明确责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "number-with-space": (
        "州政府印发《公路养护管理办法》（西政〔2021〕15 号），明确责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "number-without-brackets": (
        "州政府印发《公路养护管理办法》西政〔2021〕15号，明确责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "number-before": (
        "根据西政〔2021〕15号《公路养护管理办法》，我局明确了责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "number-before-in-brackets": (
        "根据（西政〔2021〕15号）《公路养护管理办法》，我局明确了责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "short-name": (
        "依据《中华人民共和国公路法》（以下简称《公路法》），我局明确了责任。",
        [("中华人民共和国公路法", None), ("公路法", None)],
    ),
    "number-and-short-name": (
        "州政府印发《公路养护管理办法》（西政〔2021〕15号，以下简称《办法》），明确责任。",
        [("公路养护管理办法", "西政〔2021〕15号"), ("办法", None)],
    ),
    "twice": ("《公路法》规定了责任，我局按照《公路法》开展执法。", [("公路法", None), ("公路法", None)]),
    "two-side-by-side": (
        "我局执行《公路法》《公路安全保护条例》，加强执法。",
        [("公路法", None), ("公路安全保护条例", None)],
    ),
    "nested-angle": (
        "我局转发《关于印发〈养护管理办法〉的通知》，加强管理。",
        [("关于印发〈养护管理办法〉的通知", None)],
    ),
    "nested-double": (
        "我局转发《关于印发《养护管理办法》的通知》，加强管理。",
        [("关于印发《养护管理办法》的通知", None)],
    ),
    "standard-number": ("我局执行《公路养护技术标准》（JTG 5110—2023），提升质量。", [("公路养护技术标准", None)]),
    "law-order": (
        "我局执行《公路安全保护条例》（国务院令第593号），加强执法。",
        [("公路安全保护条例", "国务院令第593号")],
    ),
    "number-never-closed": (
        "州政府印发《公路养护管理办法》（西政〔2021〕15号，明确责任。",
        [("公路养护管理办法", "西政〔2021〕15号")],
    ),
    "topic-again": ("您在《关于改善牧区道路条件的提案》中指出的问题，我局已经整改。", []),
    "never-closed": ("我局执行《公路养护管理办法，落实养护责任，群众较为满意。", []),
    "never-closed-then-good": ("我局执行《公路养护管理办法，又执行《公路法》，落实责任。", [("公路法", None)]),
    "ministry-number": (
        "落实《关于加强公路养护的意见》（交公路发〔2020〕127号）要求。",
        [("关于加强公路养护的意见", "交公路发〔2020〕127号")],
    ),
}


@pytest.mark.parametrize(("sentence", "want"), CITED.values(), ids=CITED)
def test_citations(sentence: str, want: Want) -> None:
    reply = reply_of(letter("一、现状", sentence, "二、打算", "我局将继续抓好落实，及时反馈进展。"))
    found = [(c.title.text, c.document_number.text if c.document_number else None) for c in reply.citations]
    assert found == want


def test_citation_cut_by_a_page_break() -> None:
    sentence = "为规范农村公路建设养护管理工作，州政府专门研究制定并印发了《农村公路养护管"
    reply = reply_of(letter("一、现状", sentence, "理办法》（西政〔2021〕15号），明确责任。"))
    (citation,) = reply.citations
    assert citation.title.text == "农村公路养护管理办法"
    assert citation.document_number is not None and citation.document_number.serial == 15


def test_citations_of_closing_and_outlook_count() -> None:
    reply = reply_of(letter("一、现状", "路况良好。", "下一步，我局将继续执行《公路养护管理办法》，落实责任。"))
    assert [c.title.text for c in reply.citations] == ["公路养护管理办法"]


@pytest.mark.parametrize(
    ("behind", "number", "serial"),
    [
        ("（国务院令第724号）", "国务院令第724号", 724),
        ("（商务部令2014年第3号）", "商务部令2014年第3号", 3),
        ("（省政府令第283号公布）", "省政府令第283号", 283),
        ("（省人民政府第283号令）", "省人民政府第283号令", 283),
    ],
)
def test_decrees_have_their_numbers_behind_their_titles(behind: str, number: str, serial: int) -> None:
    reply = reply_of(letter(f"严格执行《农民工工资支付条例》{behind}，落实专户制度。"))
    (citation,) = reply.citations
    assert citation.document_number is not None
    assert (citation.document_number.text, citation.document_number.serial) == (number, serial)
    assert (citation.document_number.organ_code, citation.document_number.year) == (None, None)


@pytest.mark.parametrize("behind", ["（责令第3号宿舍整改）", "（见第3号令旗）", "，国务院令第724号公布", "（令第3号）"])
def test_what_is_no_decree_is_no_number(behind: str) -> None:
    (citation,) = reply_of(letter(f"严格执行《农民工工资支付条例》{behind}，落实专户制度。")).citations
    assert citation.document_number is None
