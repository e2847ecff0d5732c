from __future__ import annotations

import json

import pytest

from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from tests.cli.running import govreply
from tests.test_schemas import REPORT, validate

RULE_LIST = {"$ref": "#/$defs/RuleList", "$defs": REPORT["$defs"]}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_rule_is_listed_with_code_and_title(language: str) -> None:
    outcome = govreply("rules", "--lang", language)
    assert outcome.code == 0
    for rule in ALL:
        (line,) = [line for line in outcome.out.splitlines() if line.startswith(f"  {rule.code} ")]
        title = rule.title.zh if language == "zh" else rule.title.en
        assert rule.name in line and line.endswith(title)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_json_list_validates(language: str) -> None:
    value = json.loads(govreply("rules", "--format", "json", "--lang", language).out)
    validate(value, RULE_LIST)
    assert [rule["name"] for rule in value["rules"]] == [rule.name for rule in ALL]
    assert value["language"] == language


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


def test_an_unknown_rule_is_a_usage_error_with_the_nearest_names() -> None:
    outcome = govreply("rule", "proposal-nubmer-mismatch")
    assert (outcome.code, outcome.out) == (2, "")
    assert "没有名为 proposal-nubmer-mismatch 的规则；是否想用 proposal-number-mismatch" in outcome.err
    assert "no rule named zzz" in govreply("rule", "zzz", "--lang", "en").err
