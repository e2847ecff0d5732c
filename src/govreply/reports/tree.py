"""A reply as a tree that a clerk can read: each field with its value and its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

import attrs
from rich.text import Text as Shown
from rich.tree import Tree

from govreply.language import Language
from govreply.model import Diagnostic, Metadata, Reply, Text
from govreply.reports.diagnostics import diagnostic_label
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.text import identity
from govreply.reports.words import field_label, value_label
from govreply.source import Source
from govreply.span import Span

_ALWAYS = (
    "issuer",
    "document_number",
    "disposition",
    "disclosure",
    "signer",
    "title",
    "matter",
    "signature",
    "feedback",
)
LEFT_OUT = {"is_reply", "source", "mentions", "dates", "contact_labels", "published"}  # for rules and programs
# what a person sees from the headline, or has no use for
INNER = {"text", "span", "spans", "pieces", "raw", "where", "depth_hint", "mark", "marker", "items", "of_matter"}
INNER |= {"ordinal", "style", "month", "day"}
_LONGEST = 64  # characters of a value


class TreePrinter:
    """Prints replies of one source."""

    def __init__(self, out: TextIO, language: Language, source: Source) -> None:
        self._screen = Screen(out)
        self._language = language
        self._source = source

    def print(self, reply: Reply) -> None:
        """Print the whole tree."""
        tree = Tree(
            Shown(visible(self._source.name), "bold") + "  " + identity(reply, self._language), guide_style="blue"
        )
        for attribute in attrs.fields(Reply):
            value = getattr(reply, attribute.name)
            if attribute.name not in LEFT_OUT and (attribute.name in _ALWAYS or not _is_nothing(value)):
                self._grow(tree, attribute.name, value)
        self._screen.print(tree)

    def _grow(self, tree: Tree, name: str, value: Any) -> None:
        label = Shown(field_label(name, self._language), "bold cyan")
        if _is_nothing(value):
            tree.add(label + Shown("  " + self._say("（文中没有）", "(not in the document)"), "dim"))
        elif isinstance(value, tuple):
            branch = tree.add(label + Shown(f"  {len(value)}", "dim"))
            for item in value:
                self._leaf(branch, Shown(), item)
        else:
            self._leaf(tree, label + "  ", value)

    def _leaf(self, tree: Tree, label: Shown, value: Any) -> None:
        branch = tree.add(label + self._summary(value))
        if attrs.has(type(value)):
            for name, inner in _details(value):
                self._grow(branch, name, inner)

    def _summary(self, value: Any) -> Shown:
        """The value on one line, with its place."""
        if isinstance(value, Diagnostic):
            text = diagnostic_label(value.code, self._language)
        elif isinstance(value, Metadata):
            return Shown(f"{visible(value.label)}：{_short(value.value.text)}") + self._place(value.value.span)
        elif not attrs.has(type(value)):
            text = value_label(value, self._language)
        else:
            text = _headline(value)
        return Shown(_short(text)) + self._place(getattr(value, "span", None))

    def _place(self, span: Span | None) -> Shown:
        if not isinstance(span, Span):
            return Shown()
        location = self._source.locate(span)
        return Shown(f"  {location.line}:{location.column}", "dim")

    def _say(self, zh: str, en: str) -> str:
        return zh if self._language is Language.ZH else en


def _is_nothing(value: Any) -> bool:
    return value is None or value == () or value is False


def _headline(value: Any) -> str:
    """What stands for an object on its own line."""
    if isinstance(text := getattr(value, "text", None), str):
        return text or "（空）"
    parts = (getattr(value, name, None) for name in ("marker", "label", "heading", "role", "name", "number", "title"))
    return " ".join(part.text for part in parts if isinstance(part, Text))


def _details(value: Any) -> Iterator[tuple[str, Any]]:
    """The inner fields worth a line: not what the headline already says, and nothing empty."""
    said = _headline(value)
    for attribute in attrs.fields(type(value)):
        inner = getattr(value, attribute.name)
        if attribute.name in INNER or _is_nothing(inner) or isinstance(value, Diagnostic | Metadata):
            continue
        if isinstance(inner, Text) and type(inner) is Text and inner.text in said and not hasattr(value, "where"):
            continue
        if inner != said:
            yield attribute.name, inner


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
