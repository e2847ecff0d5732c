"""Write the reference of fields in both languages: ``docs/*/fields.md`` for a reply, ``docs/*/report.md`` for a report.

Types, bounds and words come from the published schemas, which tests hold equal to the classes; the English page adds what the
docstrings of the model say of each attribute. A test says when a page is out of date. Run as
``python -m scripts.generate_field_pages``.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from govreply.findings import WaiverFault
from govreply.language import Bilingual, Language
from govreply.model import Reply
from govreply.reports.words import CAUSES, SEVERITIES, STATES, VALUES, VERDICTS
from govreply.xml.shape import classes
from scripts.generate_reply_xsd import VALUE_WORDS

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs"
# where the Chinese half of a description begins
_HALVES: Final = re.compile(r"(?<=[.;!?]) (?=[“《]?[一-鿿])")
# these hold for every class that has them, and are told once
_SHARED: Final = ("text", "span", "pieces")

_SEVERAL: Final = Bilingual("列表：{}", "list: {}")
_OR_NULL: Final = Bilingual("{}，可为 null", "{} or null")
_DATE: Final = Bilingual("日期 YYYY-MM-DD", "date YYYY-MM-DD")
_COUNTS: Final = Bilingual("对象，值为整数", "object of integers")
_TYPES: Final = {
    "string": Bilingual("文字", "text"),
    "integer": Bilingual("整数", "integer"),
    "number": Bilingual("数", "number"),
    "boolean": Bilingual("true 或 false", "true or false"),
}
_COLUMNS: Final = Bilingual("| 键 | 类型 | 含义 |", "| key | type | meaning |")
_VALUE_COLUMNS: Final = Bilingual("| 值 | 含义 |", "| value | meaning |")
_INHERITED: Final = Bilingual(
    "与 [{0}](#{1}) 一样有 `text`、`span`、`pieces`，另有：",
    "Has `text`, `span` and `pieces` like [{0}](#{1}), and:",
)
_INHERITED_ONLY: Final = Bilingual(
    "与 [{0}](#{1}) 一样，只有 `text`、`span`、`pieces`。", "Has `text`, `span` and `pieces` like [{0}](#{1}), no more."
)
_ROOT: Final = Bilingual("最外层", "The whole")
_LISTS: Final = Bilingual("固定的取值", "Closed lists")
_SPAN_WORDS: Final = Bilingual("所在位置。", "Where it stands.")
_WRITTEN: Final = Bilingual("形如“{}”", "written like {}")
_MADE: Final = "<!-- made by scripts/generate_field_pages.py -->"

_REPLY_HEAD: Final = Bilingual(
    """# 答复的各项

`govreply parse` 和 `Reply.to_json()` 给出下列各键；在 Python 里是同名的属性，列表是元组，null 是 `None`。格式由
`schemas/reply.schema.json` 公布，一行一行的表见[数据](data.md)。

- `text` 是读出的文字：排版造成的换行、空格和内嵌标签已去掉，其余照原文。
- `span` 是解码后原文中的一段 `[起点, 终点)`，以字符（码位）计，从 0 起，不含终点；见[位置](positions.md)。
- 文中没有写的是 null 或空列表，不是空串，也从不猜测。表上印出而没有填的栏目，`text` 是空串。
- 数字、日期的规范值写在原文旁边，不代替原文。
- 排版格式（DOCX、OFD、PDF）里，凡有 `span` 的还有 `position`；有页的另有 `page` 和 `box`。
- `pieces` 只在文字由几处拼成时才有。""",
    """# Fields of a reply

`govreply parse` and `Reply.to_json()` print these keys; in Python they are attributes of the same names, lists are tuples and null is
`None`. `schemas/reply.schema.json` publishes the form; for tables of rows see [data](data.md).

- `text` is reading text: line breaks, spaces and tags of the layout are resolved, all else is as in
  the document.
- `span` is a range `[start, end)` of the decoded source in characters (code points), from 0, without the end; see
  [positions](positions.md).
- What the document does not say is null or an empty list, never an empty text and never a guess. A cell of a form that is printed and left
  empty has the `text` `""`.
- Numbers and dates are normalised beside the text, not in its place.
- In laid-out formats (DOCX, OFD, PDF) whatever has a `span` has a `position`, too; in those with pages also `page` and `box`.
- `pieces` is there only where the text was put together from several places.""",
)
_REPORT_HEAD: Final = Bilingual(
    """# 报告的各项

`govreply check --format json` 给出下列各键，格式由 `schemas/report.schema.json` 公布；`jsonl` 格式的每一行是 `documents` 的一项。
`Rule`、`RuleList` 是 `govreply rules --format json` 给出的。`span` 以字符计，从 0 起，不含终点；行列从 1 起。""",
    """# Fields of a report

`govreply check --format json` prints these keys; `schemas/report.schema.json` publishes the form, and a line of the format `jsonl` is one
entry of `documents`. `Rule` and `RuleList` are what `govreply rules --format json` prints. `span` counts characters from 0, without the
end; lines and columns count from 1.""",
)
_REPORT_VALUES: Final[dict[str, Bilingual]] = {
    **{member.value: words for member, words in VERDICTS.items()},
    **{member.value: words for member, words in SEVERITIES.items()},
    **{member.value: words for member, words in STATES.items()},
    WaiverFault.UNUSED.value: Bilingual("没有用到", "it let nothing pass"),
    WaiverFault.EXPIRED.value: Bilingual("已过期", "it no longer holds"),
    Language.ZH.value: Bilingual("中文", "Chinese"),
    Language.EN.value: Bilingual("英文", "English"),
    "bom": Bilingual("字节序标记", "byte order mark"),
    "declared": Bilingual("文件里声明", "declared in the file"),
    "utf-8": Bilingual("是有效的 UTF-8", "valid as UTF-8"),
    "utf-16": Bilingual("看样子是 UTF-16", "looks like UTF-16"),
    "gb18030": Bilingual("不是 UTF-8，按 GB18030 读通", "not UTF-8 and valid as GB18030"),
    "given": Bilingual("给的就是文字", "given as text"),
    "laid-out": Bilingual("由排版格式拼出", "put together from a laid-out format"),
}
_CAUSE_VALUES: Final = {member.value: words for member, words in CAUSES.items()}


def main() -> int:
    """Write the pages anew; returns the exit code."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT).as_posix())
    return 0


def pages() -> dict[Path, str]:
    """Path and text of each page."""
    made = {}
    for language in Language:
        for name, schema, head in (("fields", "reply", _REPLY_HEAD), ("report", "report", _REPORT_HEAD)):
            described = json.loads((ROOT / "schemas" / f"{schema}.schema.json").read_text(encoding="utf-8"))
            lines = [head.within(language), "", _MADE, *_Page(described, language).lines()]
            made[DOCS / language.value / f"{name}.md"] = "\n".join(lines) + "\n"
    return made


class _Page:
    """One schema in one language."""

    def __init__(self, described: dict[str, Any], language: Language) -> None:
        self._described = described
        self._definitions: dict[str, dict[str, Any]] = described["$defs"]
        self._language = language
        self._of_reply = described["title"].startswith(Reply.__name__ + " ")
        self._kinds = {kind.__name__: kind for kind in classes()} if self._of_reply else {}

    def lines(self) -> Iterator[str]:
        root = self._described["title"].split()[0]
        yield from self._object(root, self._described)
        for name in self._order():
            yield from self._object(name, self._definitions[name])
        for name, described in self._definitions.items():
            if not described.keys() & {"properties", "enum"}:
                yield from self._head("##", name, described)
        yield from ("", f"## {self._say(_LISTS)}")
        for name, described in self._definitions.items():
            if "enum" in described:
                yield from self._closed_list(name, described)

    def _order(self) -> list[str]:
        """Objects as the model leads to them, then those that are of the JSON alone."""
        objects = [name for name, described in self._definitions.items() if "properties" in described]
        known = [name for name in self._kinds if name in objects]
        return [*known, *(name for name in objects if name not in known)]

    def _object(self, name: str, described: dict[str, Any]) -> Iterator[str]:
        yield from self._head("##", name, described)
        inherits = self._is_text(name)
        rows = [
            self._row(name, key, told)
            for key, told in described["properties"].items()
            if not (inherits and key in _SHARED)
        ]
        if inherits:
            words = _INHERITED if rows else _INHERITED_ONLY
            yield from ("", self._say(words).format("Text", "text"))
        if rows:
            yield from ("", self._say(_COLUMNS), "| --- | --- | --- |", *rows)

    def _head(self, level: str, name: str, described: dict[str, Any]) -> Iterator[str]:
        title = described["title"].split(" ")[-1] if self._language is Language.ZH else ""
        yield from ("", f"{level} `{name}` {title}".rstrip() + f" {{#{name.lower()}}}")
        yield from ("", self._half(described["description"]))

    def _is_text(self, name: str) -> bool:
        return name != "Text" and any(base.__name__ == "Text" for base in getattr(self._kinds.get(name), "__mro__", ()))

    def _row(self, name: str, key: str, told: dict[str, Any]) -> str:
        return f"| `{key}` | {self._type(told)} | {self._meaning(name, key, told)} |"

    def _meaning(self, name: str, key: str, told: dict[str, Any]) -> str:
        if "description" not in told:
            return self._say(_SPAN_WORDS)
        documented = attribute_words(self._kinds[name]) if name in self._kinds else {}
        if self._language is Language.EN and key in documented:
            return _cell(documented[key])
        return _cell(self._half(told["description"]))

    def _half(self, description: str) -> str:
        between = list(_HALVES.finditer(description))[-1]
        english, chinese = description[: between.start()], description[between.end() :]
        return english if self._language is Language.EN else chinese.rstrip("。") + "。"

    def _type(self, told: dict[str, Any]) -> str:
        if "anyOf" in told:
            (one,) = (part for part in told["anyOf"] if part != {"type": "null"})
            return self._say(_OR_NULL).format(self._type(one))
        if "$ref" in told:
            name = told["$ref"].rsplit("/", 1)[1]
            return f"[{name}](#{name.lower()})"
        if "const" in told:
            return f"`{told['const']}`"
        if "enum" in told:
            return self._values(told["enum"])
        kind = told["type"]
        if isinstance(kind, list):
            (one,) = (part for part in kind if part != "null")
            return self._say(_OR_NULL).format(self._type({**told, "type": one}))
        if kind == "array":
            return self._say(_SEVERAL).format(self._type(told["items"]))
        if kind == "object":
            return self._say(_COUNTS)
        return self._bounded(told)

    def _bounded(self, told: dict[str, Any]) -> str:
        if told.get("format") == "date":
            return self._say(_DATE)
        bounds = "".join(f" {sign} {told[key]}" for key, sign in (("minimum", "≥"), ("maximum", "≤")) if key in told)
        return self._say(_TYPES[told["type"]]) + bounds

    def _values(self, values: list[str]) -> str:
        if self._language is Language.ZH:
            return "、".join(f"`{value}` {self._value_words(value)}".rstrip() for value in values)
        return ", ".join(f"`{value}`" for value in values)

    def _closed_list(self, name: str, described: dict[str, Any]) -> Iterator[str]:
        yield from self._head("###", name, described)
        yield from ("", self._say(_VALUE_COLUMNS), "| --- | --- |")
        for value in described["enum"]:
            yield f"| `{value}` | {self._value_words(value, name)} |"

    def _value_words(self, value: str, name: str = "") -> str:
        if name == "Cause":
            return self._say(_CAUSE_VALUES[value])
        if name == "Style":
            return self._say(_WRITTEN).format(value)
        known = {**VALUE_WORDS, **(VALUES if self._of_reply else _REPORT_VALUES)}
        return self._say(known[value]) if value in known else ""

    def _say(self, words: Bilingual) -> str:
        return words.within(self._language)


def attribute_words(kind: type) -> dict[str, str]:
    """What the docstring of `kind` says of each attribute, as Markdown."""
    names = "|".join(sorted(getattr(kind, "__annotations__", {}), key=len, reverse=True))
    _, _, section = (inspect.getdoc(kind) or "").partition("Attributes:")
    text = " ".join(section.split())
    if not names or not text:
        return {}
    heads = list(re.finditer(rf"(?:^|(?<=\. )|(?<=; ))((?:{names})(?:, (?:{names}))*): ", text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    told: dict[str, str] = {}
    for head, end in zip(heads, ends, strict=True):
        words = re.sub(r"``(.+?)``", r"`\1`", text[head.end() : end].strip())
        words = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`", r"`\1`", words)
        told |= dict.fromkeys(head[1].split(", "), words[:1].upper() + words[1:])
    return told


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
