from __future__ import annotations

import json
from typing import Any

import pytest

from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.registry import ALL as CROSS
from govreply.findings import Severity
from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from tests.cli.running import govreply
from tests.test_schemas import REPORT, validate

EVERY: list[Rule | CrossRule] = [*ALL, *CROSS]
RULE_LIST = {"$ref": "#/$defs/RuleList", "$defs": REPORT["$defs"]}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_rule_is_listed_with_code_and_title(language: str) -> None:
    outcome = govreply("rules", "--lang", language)
    assert outcome.code == 0
    for rule in EVERY:
        (line,) = [line for line in outcome.out.splitlines() if line.startswith(f"  {rule.code} ")]
        title = rule.title.zh if language == "zh" else rule.title.en
        assert rule.name in line and line.endswith(title)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_json_list_validates(language: str) -> None:
    value = json.loads(govreply("rules", "--format", "json", "--lang", language).out)
    validate(value, RULE_LIST)
    assert [rule["name"] for rule in value["rules"]] == [rule.name for rule in EVERY]
    assert value["language"] == language


def listed(*arguments: str) -> list[dict[str, Any]]:
    outcome = govreply("rules", "--format", "json", *arguments)
    assert outcome.code == 0
    value = json.loads(outcome.out)
    validate(value, RULE_LIST)
    return list(value["rules"])


def test_the_json_list_can_be_filtered() -> None:
    figures = listed("--family", "figures")
    assert {rule["family"] for rule in figures} == {"figures"}
    two = listed("--family", "figures", "--family", "dates")
    assert {rule["family"] for rule in two} == {"figures", "dates"} and len(two) > len(figures)
    warnings = listed("--severity", "warning")
    assert {rule["severity"] for rule in warnings} == {"warning"}
    assert len(warnings) == sum(rule.severity is Severity.WARNING for rule in EVERY)
    assert listed("--severity", "error", "--family", "contact") == [
        rule for rule in listed("--family", "contact") if rule["severity"] == "error"
    ]


def test_a_profile_leaves_out_what_it_gives_nothing_to_go_by() -> None:
    """The default profile knows no organ codes."""
    everywhere = {rule["name"] for rule in listed("--profile", "default")}
    wuhan = {rule["name"] for rule in listed("--profile", "wuhan")}
    assert "document-number-agency-mismatch" in wuhan - everywhere
    assert "proposal-number-mismatch" in wuhan & everywhere
    assert everywhere < {rule.name for rule in EVERY}


def test_rules_that_use_the_profile_are_marked() -> None:
    lines = govreply("rules", "--profile", "wuhan").out.splitlines()
    (marked,) = [line for line in lines if " document-number-agency-mismatch " in line]
    (plain,) = [line for line in lines if " proposal-number-mismatch " in line]
    assert marked.startswith("* ") and plain.startswith("  ")
    assert lines[-1].startswith("武汉市：起作用的")


@pytest.mark.parametrize(("language", "heading"), [("zh", "## 日期"), ("en", "## Dates")])
def test_the_markdown_list_is_a_table_a_family(language: str, heading: str) -> None:
    lines = govreply("rules", "--format", "md", "--family", "dates", "--lang", language).out.splitlines()
    assert lines.count(heading) == 1
    rows = [line for line in lines if line.startswith("| DAT")]
    assert len(rows) == sum(rule.family == "dates" for rule in ALL)
    assert all(row.count("|") == 5 for row in rows)


def test_an_unknown_filter_is_a_usage_error() -> None:
    assert govreply("rules", "--family", "figure").code == 2
    assert govreply("rules", "--severity", "loud").code == 2
    assert govreply("rules", "--profile", "wuhn").code == 2


@pytest.mark.parametrize("name", ["proposal-number-mismatch", "IDN001", "idn001"])
def test_a_rule_is_found_by_name_and_code(name: str) -> None:
    outcome = govreply("rule", name)
    assert outcome.code == 0
    assert outcome.out.startswith("IDN001 proposal-number-mismatch  提案编号前后不一\n级别：错误")


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_each_rule_shows_what_it_finds(rule: Rule) -> None:
    """The example is checked when it is shown; what is printed is the rule's own finding."""
    outcome = govreply("rule", rule.name)
    assert outcome.code == 0
    shown = outcome.out.split("反例 1")[1]
    assert f" {rule.name}]：" in shown and "^" in shown
    assert "不算问题的情形" in shown


@pytest.mark.parametrize("rule", CROSS, ids=lambda rule: rule.name)
def test_each_rule_over_many_replies_shows_every_place(rule: CrossRule) -> None:
    outcome = govreply("rule", rule.code)
    assert outcome.code == 0
    shown = outcome.out.split("反例 1")[1].split("反例 2")[0]
    assert f"[{rule.code} {rule.name}]：" in shown
    example = next(iter(rule.violates()))
    for path, text in example.at:
        assert (f"目录第{path.removeprefix('目录:')}行" if path.startswith("目录:") else path) in shown
        assert not text or "^" in shown
    assert "不算问题的情形" in outcome.out


def test_rules_over_many_replies_are_a_family_of_their_own() -> None:
    assert [rule["code"] for rule in listed("--family", "batch")] == [rule.code for rule in CROSS]


def test_an_unknown_rule_is_a_usage_error_with_the_nearest_names() -> None:
    outcome = govreply("rule", "proposal-nubmer-mismatch")
    assert (outcome.code, outcome.out) == (2, "")
    assert "没有名为 proposal-nubmer-mismatch 的规则；是否想用 proposal-number-mismatch" in outcome.err
    assert "no rule named zzz" in govreply("rule", "zzz", "--lang", "en").err
