"""Running the rules over many replies at the end of a run, and keeping what they found in the store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from govreply.batch.catalogue.matching import match
from govreply.batch.catalogue.table import Catalogue
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.registry import ALL
from govreply.batch.cross.view import View
from govreply.batch.store import FILE_NAME, Store, failure
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.engine import AS_DECLARED, CRASH_CODE, RULE_CRASHED

_BROKEN: Final = Bilingual(
    "规则 {rule} 自身出错（{error}），本批未能按该规则检查；请将此情形报告给本项目",
    "rule {rule} itself broke ({error}), so this batch was not checked by it; please report this",
)


def apply(
    store: Store,
    *,
    catalogue: Catalogue | None = None,
    today: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] = AS_DECLARED,
    rules: Sequence[CrossRule] = ALL,
    tell: Callable[[CrossRule], None] = lambda rule: None,
) -> dict[Severity, int]:
    """Compare the documents of the store with each other and with the catalogue; what was found before is dropped.

    A rule that raises becomes a finding ``rule-crashed`` and the others go on. The same documents give the same rows.

    Args:
        today: the day to judge by.
        select, ignore: names, codes or families of rules to run and not to run, among them those of rules over one reply;
            a selection that names no rule over many runs none.
        severities: name of a rule → the severity of all its findings, in place of the one it declares.
        tell: called with each rule before it is run.

    Returns:
        How many findings there are of each severity.

    Raises:
        StoreFailedError: if the store cannot be read or written.
    """
    view = View(store.db, today=today)
    counts: dict[Severity, int] = dict.fromkeys(Severity, 0)
    with store.group():
        for table in ("cross_findings", "cross_places", "catalogue_rows", "catalogue_files"):
            store.db.execute(f"DELETE FROM {table}")  # noqa: S608 - names from above
        if catalogue is not None:
            _keep_catalogue(store, catalogue, view)
    for rule in chosen(select, ignore, rules):
        if rule.of_catalogue and catalogue is None:
            continue
        tell(rule)
        name, code, problems = _run(rule, view, store)
        for problem in problems:
            severity = severities.get(name) or problem.severity or rule.severity
            with store.group():
                _keep(store, (name, code, severity.value), problem)
            counts[severity] += 1
    store.flush()
    return counts


def chosen(select: Sequence[str], ignore: Sequence[str], rules: Sequence[CrossRule] = ALL) -> tuple[CrossRule, ...]:
    """The rules that are asked for, in their order."""

    def named(rule: CrossRule, names: Sequence[str]) -> bool:
        return any(name in (rule.name, rule.code, rule.family) for name in names)

    return tuple(rule for rule in rules if (not select or named(rule, select)) and not named(rule, ignore))


def _run(rule: CrossRule, view: View, store: Store) -> tuple[str, str, list[CrossProblem]]:
    """What a rule finds, in the order of paths and rows, under its name and code, or that it broke."""
    try:
        return rule.name, rule.code, sorted(rule.check(view), key=lambda problem: _place_in_order(problem, view))
    except sqlite3.Error as error:
        raise failure(store.folder / FILE_NAME, error) from error
    except Exception as error:  # noqa: BLE001 - whatever a rule raises must not stop the others; it is reported
        told = f"{type(error).__name__}: {error}"
        words = Bilingual(*(text.format(rule=rule.name, error=told) for text in (_BROKEN.zh, _BROKEN.en)))
        return RULE_CRASHED, CRASH_CODE, [CrossProblem(message=words, places=(), severity=Severity.ERROR)]


def _place_in_order(problem: CrossProblem, view: View) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (
            place.row or 0,
            -1 if place.input is None else view.ranks[place.input],
            place.span.start if place.span else -1,
        )
        for place in problem.places
    )


def _keep_catalogue(store: Store, catalogue: Catalogue, view: View) -> None:
    for number, entry in enumerate(catalogue.entries, start=1):
        told = json.dumps({field.value: text for field, text in entry.raw.items()}, ensure_ascii=False)
        row = (number, _clean(entry.sheet), entry.row, _clean(told))
        store.db.execute("INSERT INTO catalogue_rows VALUES (?, ?, ?, ?)", row)
    links = match(catalogue.entries, view)
    pairs = ((at + 1, input_id) for at, inputs in enumerate(links) for input_id in inputs)
    store.db.executemany("INSERT INTO catalogue_files VALUES (?, ?)", pairs)


def _keep(store: Store, rule: tuple[str, str, str], problem: CrossProblem) -> None:
    suggestion = problem.suggestion
    cursor = store.db.execute(
        "INSERT INTO cross_findings (rule, code, severity, message_zh, message_en, suggestion_zh, suggestion_en)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *rule,
            _clean(problem.message.zh),
            _clean(problem.message.en),
            _clean(suggestion.zh) if suggestion else None,
            _clean(suggestion.en) if suggestion else None,
        ),
    )
    store.db.executemany(
        "INSERT INTO cross_places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", list(_places(cursor.lastrowid, problem))
    )


def _places(finding: int | None, problem: CrossProblem) -> Iterator[tuple[object, ...]]:
    for ordinal, place in enumerate(problem.places):
        start, end = (place.span.start, place.span.end) if place.span else (None, None)
        label = (_clean(place.label.zh), _clean(place.label.en))
        field = place.field.value if place.field else None
        yield (finding, ordinal, place.input, *label, start, end, place.row, field)


def _clean(text: str) -> str:
    """`text` without lone surrogates, which SQLite takes for no text."""
    return text.encode("utf-8", "replace").decode("utf-8")
