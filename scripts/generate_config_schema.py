"""Write ``schemas/config.schema.json``, for editors that complete and check ``govreply.toml``.

Limits, rules and the fields of catalogues come from where they are declared; the words stand here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import attrs

from govreply.batch.catalogue.fields import WORDS
from govreply.batch.cross import registry as cross
from govreply.config.keys import BYTES, FAIL_ON, LIMITS
from govreply.findings import Severity
from govreply.language import Language
from govreply.limits import MOST_MEMORY, MOST_SECONDS, Limits
from govreply.rules import registry

SCHEMA: Final = Path(__file__).parent.parent / "schemas" / "config.schema.json"

_GREATEST_NESTING: Final = 240  # of XML, as Limits has it


def schema() -> dict[str, Any]:
    """The whole schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "govreply configuration 配置",
        "description": (
            "govreply.toml, or the table [tool.govreply] of a pyproject.toml. "
            "Made by scripts/generate_config_schema.py. 本文件夹及以下各级文件夹里的文件适用。"
        ),
        "type": "object",
        "properties": {
            "extends": {
                "description": "Files to begin with; what stands here goes before them. 先用的另一份或几份配置，路径相对于本文件。",
                "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
            },
            "select": _rules("Only these rules. 只用这些规则"),
            "ignore": _rules("Not these rules. 不用这些规则"),
            "profile": {
                "type": "string",
                "minLength": 1,
                "description": "Name of local rules, or a .toml of your own. 地方规定的名称，或自己的 .toml",
            },
            "fail-on": {
                "enum": list(FAIL_ON),
                "default": Severity.ERROR.value,
                "description": "Severity from which a document fails. 从哪一级起算不通过",
            },
            "language": {
                "enum": [language.value for language in Language],
                "default": Language.ZH.value,
                "description": "Language of messages and reports. 界面和报告的语言",
            },
            "show-private": {
                "type": "boolean",
                "default": False,
                "description": "Whether reports show private data. 报告中是否显示手机号、证件号、账号和住址",
            },
            "baseline": {
                "type": "string",
                "minLength": 1,
                "description": "File of known findings. 基线文件",
            },
            "severities": {
                "type": "object",
                "description": "Rule → severity of its findings. 规则 → 级别",
                "propertyNames": {"$ref": "#/$defs/Rule"},
                "additionalProperties": {"enum": [severity.value for severity in Severity]},
            },
            "limits": {
                "type": "object",
                "description": "Bounds for each document. 每份文件的上限",
                "properties": {name: _limit(name) for name in LIMITS},
                "additionalProperties": False,
            },
            "per-file": {
                "type": "object",
                "description": "Pattern of paths → what holds for these documents. 路径通配符 → 这些文件另用的规则",
                "additionalProperties": {
                    "type": "object",
                    "properties": {
                        "select": _rules("Only these rules. 只用这些规则"),
                        "ignore": _rules("Not these rules, either. 另外不用这些规则"),
                    },
                    "additionalProperties": False,
                },
            },
            "catalogue-columns": {
                "type": "object",
                "description": "Field of a catalogue → its column. 目录栏目 → 列号、列标或表头",
                "examples": [{word.zh: "B"} for word in WORDS.values()],
                "additionalProperties": {"anyOf": [_TEXT, {"type": "integer", "minimum": 1}]},
            },
        },
        "additionalProperties": False,
        "$defs": {
            "Rule": {
                "description": "Name or code of a rule. 规则的名称或代码",
                "anyOf": [{"enum": [word for rule in _all_rules() for word in rule[:2]]}, _OF_PLUGINS],
            },
            "RuleOrFamily": {
                "description": "Name or code of a rule, or a family of them. 规则的名称、代码，或类别",
                "anyOf": [{"enum": list(dict.fromkeys(word for rule in _all_rules() for word in rule))}, _OF_PLUGINS],
            },
        },
    }


def text() -> str:
    """What the file holds."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


_TEXT: Final[dict[str, Any]] = {"type": "string", "minLength": 1}
_OF_PLUGINS: Final[dict[str, Any]] = {"type": "string", "description": "Of a plugin. 插件添加的"}


def _all_rules() -> list[tuple[str, str, str]]:
    own = [(rule.name, rule.code, rule.family) for rule in registry.ALL]
    return own + [(rule.name, rule.code, rule.family) for rule in cross.ALL]


def _rules(words: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": "#/$defs/RuleOrFamily"}, "description": words}


def _limit(name: str) -> dict[str, Any]:
    default = attrs.fields_dict(Limits)[name].default
    if isinstance(default, float):
        return {"type": "number", "exclusiveMinimum": 0, "maximum": MOST_SECONDS, "default": default}
    number: dict[str, Any] = {"type": "integer", "minimum": 1}
    if name == "xml_nesting":
        number["maximum"] = _GREATEST_NESTING
    if name == "memory":
        number["maximum"] = MOST_MEMORY
    if name in BYTES:
        sized = {"type": "string", "pattern": "^0*[1-9][0-9]*[KMGkmg]?$"}
        return {"anyOf": [number, sized], "default": default}
    return number | {"default": default}


if __name__ == "__main__":
    SCHEMA.write_text(text(), encoding="utf-8")
    sys.stdout.write(f"{SCHEMA}\n")
