"""Gold files: what a person read off a document, in the flat form of :mod:`govreply.evaluate.view`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import frozen

from govreply.evaluate.errors import CorpusError
from govreply.evaluate.view import (
    FORM,
    LISTS,
    MATTER,
    OPINION_NUMBERS,
    SINGLE,
    FieldValues,
    Values,
    bare_number,
    values,
)
from govreply.language import Bilingual
from govreply.model import ChoiceName

SUFFIX = ".gold.json"
# Questions that nearly every form asks: a label that gives the ticks of a form gives all of these, the others if it likes
ALWAYS_LABELLED = (ChoiceName.EFFECT, ChoiceName.RATING, ChoiceName.DISCLOSURE)
KEYS = frozenset({*SINGLE, *LISTS, "matter", "feedback", "findings", "allowed", "note"})


@frozen
class Labels:
    """What a gold file says.

    Attributes:
        fields: the labelled fields; one that is not here is not scored, one that is empty must not be found.
        findings: the rules that must speak; ``None`` where the file does not say.
        allowed: rules that may speak besides.
    """

    fields: FieldValues
    findings: Values | None = None
    allowed: Values = ()


def read_gold(path: Path) -> Labels:
    """The labels in the gold file at `path`.

    ``null`` for a field, for ``matter`` or for ``feedback`` says that the document has no such thing.

    Raises:
        CorpusError: if the file cannot be read or a value is not of the kind that its key takes.
    """
    return labels(load_gold(path), path)


def load_gold(path: Path) -> dict[str, Any]:
    """The JSON object in the gold file at `path`.

    Raises:
        CorpusError: if there is none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable(path, f"读不了：{error}", f"cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise _unusable(path, "不是 JSON 对象", "is no JSON object")
    return content


def labels(content: dict[str, Any], path: Path) -> Labels:
    """The labels that a gold file's `content` gives; as :func:`read_gold`."""
    return _GoldFile(path, content).labels()


@frozen
class _GoldFile:
    path: Path
    content: dict[str, Any]

    def labels(self) -> Labels:
        content = self.content
        fields = {key: self._single(key, content[key]) for key in SINGLE if key in content}
        fields |= {key: self._list(key, content[key]) for key in LISTS if key in content}
        if "matter" in content:
            fields |= self._matter(content["matter"])
        if "feedback" in content:
            fields |= self._feedback(content["feedback"])
        return Labels(
            fields=fields,
            findings=self._list("findings", content["findings"]) if "findings" in content else None,
            allowed=self._list("allowed", content.get("allowed")),
        )

    def _matter(self, matter: Any) -> FieldValues:
        given = dict.fromkeys(MATTER) if matter is None else self._object("matter", matter)
        return {f"matter.{key}": self._single(f"matter.{key}", given[key]) for key in MATTER if key in given}

    def _feedback(self, form: Any) -> FieldValues:
        if form is None:
            form = {**dict.fromkeys(FORM), "selected": {}}
        given = self._object("feedback", form)
        fields = {f"feedback.{key}": self._single(f"feedback.{key}", given[key]) for key in FORM if key in given}
        number = fields.get("feedback.number", ())
        fields |= {"feedback.number": values(*map(bare_number, number))} if number else {}
        if "selected" in given:
            ticked: dict[str, Any] = {name: [] for name in ALWAYS_LABELLED}
            ticked |= self._object("feedback.selected", given["selected"])
            fields |= {f"feedback.{name}": self._list(f"feedback.selected.{name}", v) for name, v in ticked.items()}
        if OPINION_NUMBERS in given:
            key = f"feedback.{OPINION_NUMBERS}"
            fields[key] = self._list(key, given[OPINION_NUMBERS])
        return fields

    def _object(self, key: str, value: Any) -> dict[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise _unusable(self.path, f"{key} 应是对象", f"{key} must be an object")
        return value

    def _list(self, key: str, value: Any) -> Values:
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise _unusable(self.path, f"{key} 应是字符串的列表", f"{key} must be a list of strings")
        return values(*value)

    def _single(self, key: str, value: Any) -> Values:
        if value is None:
            return ()
        if isinstance(value, bool):
            return ("true" if value else "false",)
        if not isinstance(value, str | int):
            raise _unusable(self.path, f"{key} 应是一个值", f"{key} must be one value")
        return values(str(value))


def _unusable(path: Path, zh: str, en: str) -> CorpusError:
    return CorpusError(Bilingual(f"{path}：{zh}", f"{path}: {en}"))
