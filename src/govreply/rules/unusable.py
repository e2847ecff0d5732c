"""What is wrong with rules that other packages bring: with what they say of themselves, and with what they yield.

A rule of govreply's own is held to more by its tests; these are the slips that would break a run over everything else.
"""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import attrs

from govreply.findings import Fix, Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Place, Problem, Rule
from govreply.span import Span

_FAMILY: Final = re.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def fault_of(rule: Rule) -> Bilingual | None:
    """Why `rule` cannot be taken in, ``None`` if it can: no document has been looked at yet."""
    if not isinstance(rule.severity, Severity):
        return Bilingual(
            f"规则 {rule.name} 的 severity 不是 Severity：{rule.severity!r}",
            f"rule {rule.name}: severity is no Severity: {rule.severity!r}",
        )
    if _FAMILY.fullmatch(rule.family) is None:
        return Bilingual(
            f"规则 {rule.name} 的 family 应是小写字母、数字和连字符，如 my-family，不是 {rule.family!r}",
            f"rule {rule.name}: family is to be of small letters, digits and hyphens such as my-family, not {rule.family!r}",
        )
    if not isinstance(rule.needs, tuple):
        return Bilingual(
            f'规则 {rule.name} 的 needs 应是元组，如 ("issuer",)，不是 {rule.needs!r}',
            f'rule {rule.name}: needs is to be a tuple such as ("issuer",), not {rule.needs!r}',
        )
    wrong = next((path for path in rule.needs if path not in _fields()), None)
    if wrong is None:
        return None
    close = difflib.get_close_matches(str(wrong), _fields(), n=1, cutoff=0.6)
    return Bilingual(
        f"规则 {rule.name} 的 needs 写了 {wrong!r}，答复没有这一项" + "".join(f"，是否为 {name}？" for name in close),
        f"rule {rule.name}: needs {wrong!r} is no field of a reply" + "".join(f"; did you mean {n}?" for n in close),
    )


def require_problem(value: Any, characters: int) -> Problem:
    """`value`, which a check has yielded on a document of so many `characters`.

    Raises:
        TypeError: if it is no problem, or a part of it is of another type than it should be.
        ValueError: if a place lies beyond the end of the document.
    """
    if not isinstance(value, Problem):
        raise TypeError(f"the check yields no Problem but {value!r}")
    _require_words("message", value.message)
    _require("severity", value.severity, Severity, types.NoneType)
    if value.suggestion is not None:
        _require_words("suggestion", value.suggestion)
    _require("fix", value.fix, Fix, types.NoneType)
    _require("related", value.related, tuple)
    for place in value.related:
        _require("related", place, Place)
        _require_words("label", place.label)
    if value.fix is not None:
        _require("text of the fix", value.fix.text, str)
    spans = (value.span, *(place.span for place in value.related), *((value.fix.span,) if value.fix else ()))
    for span in spans:
        _require("span", span, Span)
        _require("start of the span", span.start, int)
        _require("end of the span", span.end, int)
        if span.end > characters:
            raise ValueError(f"{span} ends beyond the document, which has {characters} characters")
    return value


def _require_words(name: str, value: object) -> None:
    _require(name, value, Bilingual)
    for text in (value.zh, value.en) if isinstance(value, Bilingual) else ():
        _require(name, text, str)


def _require(name: str, value: object, *kinds: type) -> None:
    if not isinstance(value, kinds):
        raise TypeError(f"{name} of a problem is no {kinds[0].__name__} but {value!r}")


@cache
def _fields() -> tuple[str, ...]:
    """The dotted paths that a rule can need; none leads through a list, whose items may each lack something else."""
    return tuple(_below(Reply, ""))


def _below(kind: type, prefix: str) -> Iterator[str]:
    hints = typing.get_type_hints(kind)
    for attribute in attrs.fields(kind):
        yield prefix + attribute.name
        for inner in (hints[attribute.name], *_alternatives(hints[attribute.name])):
            if isinstance(inner, type) and attrs.has(inner):
                yield from _below(inner, f"{prefix}{attribute.name}.")


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else ()
