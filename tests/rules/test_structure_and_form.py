"""Cases of the rules on structure and form that a letter's description cannot show: profiles, tables, lost signs."""

from __future__ import annotations

from govreply import api
from govreply.findings import Result
from govreply.profiles import Profile
from govreply.testing import Form, Letter, Part

TEXT = ("市水务局明确了责任单位和完成时限，正在抓紧推进。",)
HOLLOW = (
    Part(heading="基本情况", paragraphs=TEXT),
    Part(heading="改造项目"),
    Part(heading="下步打算", paragraphs=TEXT),
)


def severities(result: Result, rule: str) -> list[str]:
    assert result.failure is None
    return [f.severity.value for f in result.findings if f.rule == rule]


def checked(text: str, rule: str, profile: Profile | None = None) -> list[str]:
    return severities(api.check(text, "letter.md", select=(rule,), profile=profile), rule)


def test_one_lost_number_and_several_are_told_in_plain_english() -> None:
    for last, words in (("四、", "1 number between them is missing"), ("六、", "3 numbers between them are missing")):
        parts = tuple(
            Part(heading=h, paragraphs=TEXT, marker=m) for h, m in (("甲事", "一、"), ("乙事", "二、"), ("丙事", last))
        )
        result = api.check(Letter(sections=parts).to_markdown(), select=("heading-gap",), language="en")
        assert [f.message.partition("; ")[2] for f in result.findings] == [words]


def test_a_place_that_demands_a_contact_makes_it_a_warning() -> None:
    text = Letter(contacts=()).to_markdown()
    assert checked(text, "contact-missing") == ["info"]
    assert checked(text, "contact-missing", Profile(name="x", requires_contact=True)) == ["warning"]


def test_files_that_demand_a_signed_form_make_it_a_warning() -> None:
    text = Letter(form=Form()).to_markdown()
    assert checked(text, "form-signature-missing") == ["info"]
    assert checked(text, "form-signature-missing", Profile(name="x", form_signature=True)) == ["warning"]


def test_a_place_that_rates_drafts_may_have_older_forms() -> None:
    text = Letter(form=Form(date="2023年5月2日")).to_markdown()
    assert checked(text, "form-date-order") == ["warning"]
    assert checked(text, "form-date-order", Profile(name="x", form_before_reply=True)) == []


def test_a_form_is_late_only_where_a_limit_is_known() -> None:
    text = Letter(form=Form(date="2023年8月28日")).to_markdown()
    assert checked(text, "form-return-late") == []
    assert checked(text, "form-return-late", Profile(name="x", form_return_working_days=15)) == ["info"]
    assert checked(text, "form-return-late", Profile(name="x", form_return_working_days=60)) == []


def test_a_heading_over_a_table_is_no_empty_section() -> None:
    text = Letter(sections=HOLLOW).to_markdown()
    table = "| 片区 | 小区数 |\n| --- | --- |\n| 江岸 | 12 |\n| 江汉 | 9 |\n"
    heading = next(line for line in text.splitlines() if line.endswith("改造项目"))
    assert checked(text, "section-empty") == ["warning"]
    assert checked(text.replace(heading, f"{heading}\n\n{table}"), "section-empty") == []


def test_an_extract_that_lost_its_signs_gives_a_hint_only() -> None:
    text = Letter(sections=HOLLOW).to_markdown().translate(str.maketrans("，：；！", ",:;!"))
    assert checked(text, "section-empty") == ["info"]


def test_each_repetition_of_a_paragraph_is_told() -> None:
    long = "市水务局会同各区对老旧小区排水管网开展全面普查，建立问题清单和整改台账，逐个小区明确改造方案和完成时限。"
    sections = tuple(Part(heading=h, paragraphs=(long,)) for h in ("摸清底数", "分类改造", "强化管护"))
    assert checked(Letter(sections=sections).to_markdown(), "paragraph-duplicate") == ["warning", "warning"]
