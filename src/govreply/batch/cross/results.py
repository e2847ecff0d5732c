"""Running one rule over many replies and keeping what it finds in the store, in the order of paths and rows.

What it finds is put on disk as it comes, as it may be as much as there are documents, and put in order when the rule is through.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.store import FILE_NAME, Store, failure
from govreply.findings import Severity, Waiver
from govreply.language import Bilingual
from govreply.rules.engine import CRASH_CODE, RULE_CRASHED

if TYPE_CHECKING:
    from govreply.batch.cross.view import View
    from govreply.batch.cross.waived import Decisions

_BROKEN: Final = Bilingual(
    "规则 {rule} 自身出错（{error}），本批未能按该规则检查；请将此情形报告给本项目",
    "rule {rule} itself broke ({error}), so this batch was not checked by it; please report this",
)
_ORDERED: Final = 64  # places of a problem that decide where it comes
_PLACE: Final = struct.Struct(">QQQ")

_TABLES: Final = """
CREATE TEMP TABLE IF NOT EXISTS found (
    id INTEGER PRIMARY KEY, place BLOB, severity TEXT, message_zh TEXT, message_en TEXT, suggestion_zh TEXT, suggestion_en TEXT,
    waived INTEGER, waiver_reason TEXT, waiver_who TEXT, waiver_origin TEXT
);
CREATE TEMP TABLE IF NOT EXISTS found_places (
    finding INTEGER, ordinal INTEGER, input INTEGER, label_zh TEXT, label_en TEXT, start INTEGER, "end" INTEGER,
    catalogue_row INTEGER, field TEXT, PRIMARY KEY (finding, ordinal)
) WITHOUT ROWID;
"""


_TOLD: Final = (
    "severity, message_zh, message_en, suggestion_zh, suggestion_en, waived, waiver_reason, waiver_who, waiver_origin"
)


class Results:
    """The findings of a batch over many documents; `decisions` say which of them are let pass."""

    def __init__(self, store: Store, decisions: Decisions | None = None) -> None:
        self._store = store
        self._decisions = decisions
        self._db = store.db
        for statement in filter(str.strip, _TABLES.split(";")):
            self._db.execute(statement)

    def run(self, rule: CrossRule, view: View, severity: Severity | None) -> Counter[Severity]:
        """Run `rule` and keep what it finds, all of `severity` if that is given; how many of each are not waived.

        A rule that raises leaves a single finding ``rule-crashed``.

        Raises:
            StoreFailedError: if the store cannot be read or written.
        """
        name, code = rule.name, rule.code
        try:
            self._clear()
            counts = self._collect(rule, view, severity)
        except sqlite3.Error as error:
            raise failure(self._store.folder / FILE_NAME, error) from error
        except Exception as error:  # noqa: BLE001 - whatever a rule raises must not stop the others; it is reported
            name, code = RULE_CRASHED, CRASH_CODE
            self._clear()
            self._add(1, view, _crash(rule, error), Severity.ERROR, RULE_CRASHED)
            counts = Counter([Severity.ERROR])
        self._keep(name, code)
        return counts

    def _collect(self, rule: CrossRule, view: View, severity: Severity | None) -> Counter[Severity]:
        counts: Counter[Severity] = Counter()
        for number, problem in enumerate(rule.check(view), start=1):
            worth = severity or problem.severity or rule.severity
            is_waived = self._add(number, view, problem, worth, rule.name)
            counts[worth] += not is_waived
        return counts

    def _add(self, number: int, view: View, problem: CrossProblem, severity: Severity, rule: str) -> bool:
        """Put a problem on disk; whether it is waived."""
        order = bytearray()
        waivers = _Sought(self._decisions, rule, each=problem.each)
        for ordinal, place in enumerate(problem.places):
            if ordinal < _ORDERED:
                order += _PLACE.pack(*_order(place, view))
            waivers.look(place)
            self._db.execute(
                "INSERT INTO temp.found_places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(number, ordinal, place)
            )
        if self._decisions is not None:
            self._decisions.settle(lets_pass=waivers.found is not None)
        row = (number, bytes(order), severity.value, *_texts(problem), *_decided(waivers.found))
        self._db.execute(f"INSERT INTO temp.found VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
        return waivers.found is not None

    def _keep(self, name: str, code: str) -> None:
        query = f"SELECT id, {_TOLD} FROM temp.found ORDER BY place, id"  # noqa: S608 - from above
        insert = f"INSERT INTO cross_findings (rule, code, {_TOLD}) VALUES (?, ?{', ?' * len(_TOLD.split(','))})"  # noqa: S608
        for number, *told in self._db.execute(query):
            with self._store.group():
                cursor = self._db.execute(insert, (name, code, *told))
                self._db.execute(
                    'INSERT INTO cross_places SELECT ?, ordinal, input, label_zh, label_en, start, "end", catalogue_row, field'
                    " FROM temp.found_places WHERE finding = ? ORDER BY ordinal",
                    (cursor.lastrowid, number),
                )

    def _clear(self) -> None:
        self._db.execute("DELETE FROM temp.found")
        self._db.execute("DELETE FROM temp.found_places")


class _Sought:
    """The waiver of a problem, looked for place by place: one is enough, or with `each` there has to be one for each."""

    def __init__(self, decisions: Decisions | None, rule: str, *, each: bool) -> None:
        self.found: Waiver | None = None
        self._decisions = decisions
        self._rule = rule
        self._each = each

    def look(self, place: CrossPlace) -> None:
        """Take a further place into account."""
        if self._decisions is None or (self.found is not None and not self._each):
            return
        waiver = self._decisions.on(self._rule, place)
        if waiver is None and self._each:
            self.found = self._decisions = None  # no further place can make up for it
        else:
            self.found = self.found or waiver


def clean(text: str) -> str:
    """`text` without lone surrogates, which SQLite takes for no text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _crash(rule: CrossRule, error: Exception) -> CrossProblem:
    told = f"{type(error).__name__}: {error}"
    words = Bilingual(*(text.format(rule=rule.name, error=told) for text in (_BROKEN.zh, _BROKEN.en)))
    return CrossProblem(message=words, places=())


def _texts(problem: CrossProblem) -> tuple[str | None, ...]:
    suggestion = problem.suggestion
    return (
        clean(problem.message.zh),
        clean(problem.message.en),
        clean(suggestion.zh) if suggestion else None,
        clean(suggestion.en) if suggestion else None,
    )


def _decided(waiver: Waiver | None) -> tuple[object, ...]:
    if waiver is None:
        return 0, None, None, None
    return 1, clean(waiver.reason), clean(waiver.who) if waiver.who else None, clean(waiver.origin)


def _order(place: CrossPlace, view: View) -> tuple[int, int, int]:
    """Rows of the catalogue before documents, whole documents before their parts."""
    rank = 0 if place.input is None else view.rank(place.input)
    return place.row or 0, rank, place.span.start + 1 if place.span else 0


def _row(finding: int, ordinal: int, place: CrossPlace) -> tuple[object, ...]:
    start, end = (place.span.start, place.span.end) if place.span else (None, None)
    label = (clean(place.label.zh), clean(place.label.en))
    return (finding, ordinal, place.input, *label, start, end, place.row, place.field.value if place.field else None)
