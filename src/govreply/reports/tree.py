"""A reply as a tree that a clerk can read: each field with its value and its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, TextIO

import attrs
from rich.text import Text as Shown
from rich.tree import Tree

from govreply.language import Bilingual, Language
from govreply.model import Choice, Contact, Diagnostic, FormField, Matter, Metadata, Reply, Section, Text
from govreply.reports.diagnostics import diagnostic_label
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.text import identity
from govreply.reports.where import where
from govreply.reports.words import field_label, value_label
from govreply.source import Source
from govreply.span import Span

_ALWAYS = {"issuer", "document_number", "disposition", "disclosure", "signer", "title", "matter", "signature"}
LEFT_OUT = {
    "is_reply",
    "source",
    "mentions",
    "dates",
    "contact_labels",
    "published",
    "parts",
    "places",
}  # for rules and programs
LEFT_OUT |= {"irregularities"}
LEFT_OUT |= {"structure"}
LEFT_OUT |= {"personal", "timing", "identity", "outcome"}
LEFT_OUT |= {"arithmetic", "citing", "address", "naming"}
# what the headline says already, what stands elsewhere in the tree, and what a person has no use for
INNER = {"text", "span", "spans", "pieces", "raw", "where", "depth_hint", "mark", "marker", "items", "of_matter"}
INNER |= {"decimals", "standing", "period", "scope", "quoted"}  # what rules need to know of a figure
INNER |= {"ordinal", "style", "month", "day", "label", "checked", "selected", "options", "heading"}
_REPEATED_IN_MEASURES = {"agencies", "figures", "citations"}
_UNLABELLED = {"paragraphs", "measures", "sections"}  # inside a section their own wording is enough
_LONGEST = 64  # characters of a value
_UNBOUNDED = 500  # cells of a line where no terminal sets a width


class TreePrinter:
    """Prints replies of one source."""

    def __init__(self, out: TextIO, language: Language, source: Source) -> None:
        self._screen = Screen(out)
        if not out.isatty():
            self._screen.width = _UNBOUNDED
        self._language = language
        self._source = source

    def print(self, reply: Reply) -> None:
        """Print the whole tree."""
        root = Shown(visible(self._source.name), "bold") + "  " + identity(reply, self._language)
        tree = Tree(root, guide_style="blue")
        for name, value in _fields_of(reply):
            self._grow(tree, name, value)
        self._screen.print(tree, soft_wrap=False, no_wrap=True, overflow="ellipsis", crop=False)

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
        branch = tree.add(label + self._headline(value) + self._remarks(value) + self._place(value))
        for name, inner in _children(value):
            if isinstance(value, Section) and name in _UNLABELLED:
                for item in inner:
                    self._leaf(branch, Shown(), item)
            else:
                self._grow(branch, name, inner)

    def _headline(self, value: Any) -> Shown:
        if isinstance(value, Diagnostic):
            return Shown(diagnostic_label(value.code, self._language) + " " + _short(value.detail))
        return Shown(_short(_wording(value)))

    def _remarks(self, value: Any) -> Shown:
        """The plain values of an object, in brackets behind its wording."""
        said = _wording(value)
        parts = []
        for name, inner in _plain_fields(value):
            if isinstance(inner, tuple):
                parts.append(self._say("、", ", ").join(value_label(item, self._language) for item in inner))
            elif inner is True:
                parts.append(field_label(name, self._language))
            elif isinstance(inner, StrEnum):
                parts.extend({value_label(inner, self._language)} - {said})
            elif str(inner) != said:
                parts.append(f"{field_label(name, self._language)} {value_label(inner, self._language)}")
        if not parts:
            return Shown()
        return Shown("  " + visible(self._say(f"（{'，'.join(parts)}）", f"({', '.join(parts)})")), "magenta")

    def _place(self, value: Any) -> Shown:
        span = value.value.span if isinstance(value, Metadata | FormField) else getattr(value, "span", None)
        if not isinstance(span, Span):
            return Shown()
        return Shown(f"  {where(self._source, span, self._language)}", "dim")

    def _say(self, zh: str, en: str) -> str:
        return Bilingual(zh, en).within(self._language)


def _fields_of(reply: Reply) -> Iterator[tuple[str, Any]]:
    """The fields to show, those that matter most also where the document does not say them."""
    for attribute in attrs.fields(Reply):
        value = getattr(reply, attribute.name)
        if attribute.name in LEFT_OUT or (attribute.name == "matters" and len(value) < 2):
            continue
        if attribute.name in _ALWAYS or not _is_nothing(value):
            yield attribute.name, value


def _children(value: Any) -> Iterator[tuple[str, Any]]:
    """The inner objects that need lines of their own."""
    if not attrs.has(type(value)) or isinstance(value, Choice | Contact | FormField | Metadata):
        return
    said = _wording(value)
    for attribute in attrs.fields(type(value)):
        inner = getattr(value, attribute.name)
        if attribute.name in INNER or _is_nothing(inner) or _is_plain(inner):
            continue
        if hasattr(value, "marker") and attribute.name in _REPEATED_IN_MEASURES:
            continue
        if type(inner) is Text and inner.text in said and not isinstance(value, Matter):
            continue
        yield attribute.name, inner


def _plain_fields(value: Any) -> Iterator[tuple[str, Any]]:
    if not attrs.has(type(value)) or isinstance(value, Diagnostic | Metadata):
        return
    for attribute in attrs.fields(type(value)):
        inner = getattr(value, attribute.name)
        if attribute.name not in INNER and not _is_nothing(inner) and _is_plain(inner):
            yield attribute.name, inner


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | int | float)


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or value in ((), "")


def _wording(value: Any) -> str:
    """What stands for a value on its own line."""
    if isinstance(value, Choice):
        return f"{value.label.text}： " + " ".join(f"{'☑' if o.checked else '☐'}{o.label.text}" for o in value.options)
    if isinstance(value, FormField):
        return f"{value.label.text}：{value.value.text}"
    if isinstance(value, Metadata):
        return f"{value.label}：{value.value.text}"
    if isinstance(value, Contact):
        phones = (f"{phone.text}转{phone.extension}" if phone.extension else phone.text for phone in value.phones)
        parts = (part.text for part in (value.postcode, value.address) if part)
        return " ".join((*(part.text for part in (value.role, value.name) if part), *phones, *parts))
    if isinstance(text := getattr(value, "text", None), str):
        return text or "—"
    names = ("number", "title") if isinstance(value, Matter) else ("marker", "heading", "title")
    named = (getattr(value, name, None) for name in names)
    return " ".join(part.text for part in named if isinstance(part, Text)) if attrs.has(type(value)) else str(value)


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
