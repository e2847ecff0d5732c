"""Faults in gold files: values that the document does not have, words that are none of the closed lists, unknown keys.

The check is independent of the grammar: it looks for each value in the reading text of all lines and cells, without
white space and hyphens, with full-width and half-width signs taken for the same. A value that the contract puts together
or brings to a form of its own (session, date, level) is checked for its form only.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from govreply.blocks import Line, Meta, Table
from govreply.errors import Cause, UnreadableError
from govreply.evaluate.gold import KEYS, labels, load_gold
from govreply.evaluate.run import Entry, entries
from govreply.evaluate.view import FORM, LISTS, MATTER, NO_NUMBER, OPINION_NUMBERS, bare_number, squeeze
from govreply.findings import Failure
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.model import Body, DisclosureValue, Level, MatterKind
from govreply.readers import read

_CLOSED = {
    "matter.kind": tuple(MatterKind),
    "matter.body": tuple(Body),
    "matter.level": tuple(Level),
    "disclosure": tuple(DisclosureValue),
    "disposition": ("A", "B", "C", "D"),
}
_NOT_LITERAL = {"is_reply", "signature_date", "matter.term", "matter.session", *_CLOSED}
_ENDS = 6  # signs at both ends of a title that are looked for: between them noise of the page may stand
_BROKEN_UP = {"title", "matter.title", "feedback.title", "feedback.matter_title"}
_FORM_KEYS = {*FORM, "selected", OPINION_NUMBERS}


@frozen
class Fault:
    """Something wrong in the labels of one document."""

    document: str
    field: str
    words: Bilingual


@frozen(kw_only=True)
class Linted:
    """Everything that a corpus' labels have against them, and the documents that could not be read for it."""

    documents: int
    faults: tuple[Fault, ...]
    unread: tuple[tuple[str, Failure | None], ...]


def lint(corpus: Path) -> Linted:
    """Check every gold file below the folder `corpus`.

    Raises:
        CorpusError: as :func:`govreply.evaluate.run.entries`, and for a gold file that cannot be used at all.
    """
    found = list(entries(corpus))
    faults: list[Fault] = []
    unread: list[tuple[str, Failure | None]] = []
    for entry in found:
        content = load_gold(entry.gold)
        labels(content, entry.gold)  # raises where a value is of the wrong kind
        try:
            text = _reading_text(entry)
        except UnreadableError as error:
            unread.append((entry.name, Failure(cause=error.cause, detail=error.detail)))
            continue
        if text is None:
            unread.append((entry.name, None))
            continue
        faults += (Fault(entry.name, field, words) for field, words in _faults(content, text))
    return Linted(documents=len(found), faults=tuple(faults), unread=tuple(unread))


def _faults(content: dict[str, Any], text: str) -> Iterator[tuple[str, Bilingual]]:
    yield from _unknown_keys(content)
    for field, value in _single_values(content):
        known = _CLOSED.get(field)
        if known is not None and value not in known:
            words = ", ".join(known)
            yield field, Bilingual(f"{value} 不在可用的词之列：{words}", f"{value} is none of {words}")
        elif field == "signature_date" and not _is_date(value):
            yield field, Bilingual(f"{value} 不是 YYYY-MM-DD 的日期", f"{value} is no date YYYY-MM-DD")
        elif field not in _NOT_LITERAL and not _stands_in(text, field, value):
            yield field, _absent(value)
    for field in LISTS:
        for value in content.get(field) or ():
            literal = _literal_part(field, value)
            if literal is None:
                yield field, Bilingual(f"格式不对：{value}", f"not of the form that the field takes: {value}")
            elif not _stands_in(text, field, literal):
                yield field, _absent(value)


def _single_values(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every labelled value that is no list, under the name of its field."""
    matter, form = content.get("matter") or {}, content.get("feedback") or {}
    groups = (
        ("", {key: value for key, value in content.items() if key not in (*LISTS, "note")}),
        ("matter.", {key: value for key, value in matter.items() if key in MATTER}),
        ("feedback.", {key: value for key, value in form.items() if key in FORM}),
    )
    for prefix, group in groups:
        for key, value in group.items():
            if isinstance(value, str):
                yield prefix + key, bare_number(value) if prefix + key == "feedback.number" else value
    for name, options in (form.get("selected") or {}).items():
        yield from ((f"feedback.{name}", option) for option in options)
    yield from ((f"feedback.{OPINION_NUMBERS}", number) for number in form.get(OPINION_NUMBERS) or ())


def _unknown_keys(content: dict[str, Any]) -> Iterator[tuple[str, Bilingual]]:
    groups = (
        ("", content, KEYS),
        ("matter.", content.get("matter"), MATTER),
        ("feedback.", content.get("feedback"), _FORM_KEYS),
    )
    for prefix, group, known in groups:
        for key in group or ():
            if key not in known:
                yield prefix + key, Bilingual("没有这样的字段", "no such field")


def _literal_part(field: str, value: str) -> str | None:
    """The part of a list's value that stands in the document as it is; ``None`` where the value has another form."""
    if field == "sections":
        depth, _, rest = value.partition(" ")
        return rest if depth.isdecimal() and rest else None
    if field == "measures":
        parts = value.split(" ", 2)
        return parts[2] if len(parts) == 3 else None
    if field == "contacts":
        return value.rpartition(" ")[2]
    if field == "citations":
        title, _, number = value.rpartition(" ")
        return title if title and (number == NO_NUMBER or "〔" in number or "号" in number) else None
    return value


def _stands_in(text: str, field: str, value: str) -> bool:
    wanted = _bare(value)
    parts = (wanted[:_ENDS], wanted[-_ENDS:]) if field in _BROKEN_UP else (wanted,)
    return all(part in text for part in parts)


def _reading_text(entry: Entry) -> str | None:
    if entry.document is None:
        return None
    try:
        data = entry.document.read_bytes()
    except OSError as error:
        raise UnreadableError(entry.name, Cause.NO_ACCESS, error.strerror or str(error)) from error
    document = read(data, str(entry.document))
    return _bare("".join(_texts((*document.meta, *document.blocks))))


def _texts(blocks: Iterable[Meta | Line | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from _texts(cell.blocks)
        else:
            yield block.value.text if isinstance(block, Meta) else block.text.text


def _bare(text: str) -> str:
    return squeeze(fold(text)).replace("-", "")


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _absent(value: str) -> Bilingual:
    return Bilingual(f"文件里没有：{value}", f"not in the document: {value}")
