"""What the reports of a batch read from its store: one document at a time, in the order of paths, with bounded memory."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from sqlite3 import Row
from typing import Any, Final

from attrs import frozen

from govreply.batch.names import original
from govreply.batch.record import unpacked
from govreply.batch.store import Store
from govreply.findings import Severity
from govreply.language import Language
from govreply.places import Place, Story
from govreply.reports.batch_rows import (
    STATUSES,
    CrossIssue,
    CrossPlace,
    Document,
    Issue,
    OrganCount,
    RuleCount,
    Spot,
)
from govreply.reports.safe import visible
from govreply.span import Span

_FOUND: Final = "i.state <> 'gone'"
_PLAIN_COLUMNS: Final = (
    "verdict, is_reply, media_type, kind, profile, title, number, class_mark, issuer, date, lead_role, pages, characters,"
    " cause, detail"
)


@frozen
class BatchView:
    """The store, as reports in one language read it."""

    store: Store
    language: Language

    @property
    def show_private(self) -> bool:
        """Whether the batch was run with leave to show what is private."""
        return self.store.meta("show_private") == "1"

    @property
    def folders(self) -> str:
        """The folders that were checked, in words; empty where the store does not tell."""
        told = json.loads(self.store.meta("folders") or "[]")
        return ("、" if self.language is Language.ZH else ", ").join(visible(original(folder)) for folder in told)

    @property
    def here(self) -> Path:
        """The folder that the paths of documents count from."""
        return Path(original(self.store.meta("here") or "")).absolute()

    @property
    def skipped(self) -> dict[str, int]:
        """What the search passed over, by reason: hidden, other, repeated, ignored."""
        told: dict[str, int] = json.loads(self.store.meta("skipped") or "{}")
        return told

    @property
    def waiver_remarks(self) -> list[str]:
        """The waivers that did nothing, in words."""
        told: list[dict[str, str]] = json.loads(self.store.meta("waiver_remarks") or "[]")
        return [words[self.language.value] for words in told]

    def last_run(self) -> Row | None:
        """The columns of ``runs`` of the last run."""
        row: Row | None = self.store.db.execute("SELECT * FROM runs ORDER BY id DESC LIMIT 1").fetchone()
        return row

    def options(self) -> dict[str, Any]:
        """How the documents were checked."""
        told = self.store.meta("options")
        return json.loads(told) if told else {}

    def documents(self) -> Iterator[Document]:
        """All that were found, in order."""
        query = (
            f"SELECT i.id, i.path, i.member, i.size, i.sha256, i.state, {_PLAIN_COLUMNS}"  # noqa: S608 - constants
            f" FROM inputs i LEFT JOIN documents d ON d.input = i.id WHERE {_FOUND} ORDER BY i.path, i.member"
        )
        for number, row in enumerate(self.store.db.execute(query), start=1):
            yield self._document(number, row)

    def _document(self, number: int, row: Row) -> Document:
        counts, waived = dict.fromkeys(Severity, 0), 0
        for severity, is_waived, many in self.store.db.execute(
            "SELECT severity, waived, count(*) FROM findings WHERE input = ? GROUP BY severity, waived", (row["id"],)
        ):
            if is_waived:
                waived += many
            else:
                counts[Severity(severity)] += many
        return Document(
            number=number,
            input=row["id"],
            path=row["path"],
            member=row["member"],
            status=_status(row),
            size=row["size"],
            sha256=row["sha256"],
            is_reply=bool(row["is_reply"]),
            media_type=row["media_type"],
            profile=row["profile"],
            title=row["title"],
            document_number=row["number"],
            class_mark=row["class_mark"],
            issuer=row["issuer"],
            date=row["date"],
            pages=row["pages"],
            characters=row["characters"],
            cause=row["cause"],
            detail=row["detail"],
            matter=self._matter(row["id"]),
            counts=counts,
            waived=waived,
        )

    def _matter(self, input_id: int) -> str | None:
        numbers = self.store.db.execute(
            "SELECT number FROM matters WHERE input = ? AND number IS NOT NULL ORDER BY ordinal", (input_id,)
        )
        return ("、" if self.language is Language.ZH else ", ").join(row[0] for row in numbers) or None

    def issues(self, document: Document) -> Iterator[Issue]:
        """The findings on a document, in the order of the text, waived ones last."""
        rows = self.store.db.execute("SELECT * FROM findings WHERE input = ? ORDER BY ordinal", (document.input,))
        for row in rows:
            related = self.store.db.execute("SELECT * FROM related WHERE finding = ? ORDER BY ordinal", (row["id"],))
            yield Issue(
                rule=row["rule"],
                code=row["code"],
                family=row["family"],
                severity=Severity(row["severity"]),
                message=self._told(row, "message"),
                spot=_spot(row),
                related=tuple(_spot(other, self._told(other, "label")) for other in related),
                suggestion=self._told(row, "suggestion"),
                fix=row["fix"],
                waiver=self._waiver(row) if row["waived"] else None,
            )

    def _waiver(self, row: Row) -> str:
        parts = (row["waiver_reason"], row["waiver_who"], row["waiver_origin"])
        return ("；" if self.language is Language.ZH else "; ").join(part for part in parts if part)

    def open_rules(self, document: Document) -> list[Row]:
        """The rules that came to no end on a document: rule, state, detail."""
        return self.store.db.execute(
            "SELECT rule, state, detail FROM rule_states WHERE input = ? ORDER BY rule", (document.input,)
        ).fetchall()

    def content(self, document: Document) -> tuple[str, dict[str, Any], list[dict[str, Any]]] | None:
        """Text, reply and places of a document as plain data; ``None`` where it was not read."""
        row = self.store.db.execute(
            "SELECT text, reply, places FROM documents WHERE input = ? AND reply IS NOT NULL", (document.input,)
        ).fetchone()
        if row is None:
            return None
        places = json.loads(unpacked(row["places"])) if row["places"] else []
        return unpacked(row["text"]), json.loads(unpacked(row["reply"])), places

    @cached_property
    def numbers(self) -> array[int]:
        """Number of each document by the id of its input; 0 where there is none."""
        last = self.store.db.execute("SELECT coalesce(max(id), 0) FROM inputs").fetchone()[0]
        numbers = array("L", bytes(array("L").itemsize * (last + 1)))
        query = f"SELECT i.id FROM inputs i WHERE {_FOUND} ORDER BY i.path, i.member"  # noqa: S608 - a constant
        for number, (input_id,) in enumerate(self.store.db.execute(query), start=1):
            numbers[input_id] = number
        return numbers

    def cross(self, document: Document | None = None) -> Iterator[CrossIssue]:
        """The findings over many documents, in order, waived ones last; those in which `document` takes part, if it is given."""
        some = "WHERE id IN (SELECT finding FROM cross_places WHERE input = ?)" if document else ""
        rows = self.store.db.execute(
            f"SELECT * FROM cross_findings {some} ORDER BY waived, id",  # noqa: S608 - from above
            (document.input,) if document else (),
        )
        for row in rows:
            places = self.store.db.execute(
                "SELECT p.*, i.path, i.member, r.sheet, r.source_row FROM cross_places p"
                " LEFT JOIN inputs i ON i.id = p.input LEFT JOIN catalogue_rows r ON r.id = p.catalogue_row"
                " WHERE p.finding = ? ORDER BY p.ordinal",
                (row["id"],),
            )
            yield CrossIssue(
                number=row["id"],
                rule=row["rule"],
                code=row["code"],
                severity=Severity(row["severity"]),
                message=self._told(row, "message"),
                suggestion=self._told(row, "suggestion"),
                places=tuple(self._cross_place(place) for place in places),
                waiver=self._waiver(row) if row["waived"] else None,
            )

    def _cross_place(self, row: Row) -> CrossPlace:
        return CrossPlace(
            label=self._told(row, "label"),
            document=self.numbers[row["input"]] or None if row["input"] is not None else None,
            path=row["path"],
            member=row["member"] or "",
            start=row["start"],
            end=row["end"],
            sheet=row["sheet"],
            row=row["source_row"],
        )

    def by_rule(self, *, cross: bool = False) -> list[RuleCount]:
        """Findings by rule, the most frequent first; with `cross` those over many documents."""
        where = "cross_findings" if cross else "findings"
        documents = "count(*)" if cross else "count(DISTINCT input)"
        found: dict[str, RuleCount] = {}
        for rule, code, many in self.store.db.execute(
            f"SELECT rule, min(code), {documents} FROM {where} WHERE NOT waived GROUP BY rule"  # noqa: S608 - from above
        ):
            found[rule] = RuleCount(rule=rule, code=code, counts=dict.fromkeys(Severity, 0), documents=many)
        for rule, severity, many in self.store.db.execute(
            f"SELECT rule, severity, count(*) FROM {where} WHERE NOT waived GROUP BY rule, severity"  # noqa: S608 - from above
        ):
            found[rule].counts[Severity(severity)] = many
        return sorted(found.values(), key=lambda one: (-one.total, one.rule))

    def cross_total(self) -> int:
        """How many findings over many documents there are, waived or not."""
        return int(self.store.db.execute("SELECT count(*) FROM cross_findings").fetchone()[0])

    def rule_names(self) -> list[str]:
        """All rules that found anything, waived or not, in the order of their names."""
        query = "SELECT rule FROM findings UNION SELECT rule FROM cross_findings ORDER BY rule"
        return [row[0] for row in self.store.db.execute(query)]

    def by_organ(self) -> list[OrganCount]:
        """Documents by issuer, the one with the most first; those without one last."""
        organs: dict[str | None, OrganCount] = {}
        for name, status, mark, many in self.store.db.execute(
            "SELECT d.issuer, CASE WHEN i.state = 'done' THEN d.verdict ELSE i.state END, d.class_mark, count(*)"  # noqa: S608
            f" FROM inputs i LEFT JOIN documents d ON d.input = i.id WHERE {_FOUND} GROUP BY 1, 2, 3"
        ):
            organ = organs.setdefault(
                name,
                OrganCount(
                    name=name, statuses=dict.fromkeys(STATUSES, 0), findings=dict.fromkeys(Severity, 0), classes={}
                ),
            )
            organ.statuses[status] += many
            if mark:
                organ.classes[mark] = organ.classes.get(mark, 0) + many
        for name, severity, many in self.store.db.execute(
            "SELECT d.issuer, f.severity, count(*) FROM findings f JOIN documents d ON d.input = f.input"
            " WHERE NOT f.waived GROUP BY 1, 2"
        ):
            organs[name].findings[Severity(severity)] = many
        return sorted(organs.values(), key=lambda one: (one.name is None, -one.documents, one.name or ""))

    def _told(self, row: Row, column: str) -> Any:
        return row[f"{column}_{self.language.value}"]


def _status(row: Row) -> str:
    return str(row["verdict"] if row["state"] == "done" else row["state"])


def _place(row: Row) -> Place:
    return Place(
        span=Span(row["start"], row["end"]),
        story=Story(row["story"]),
        paragraph=row["paragraph"],
        table=row["table_number"],
        row=row["table_row"],
        column=row["table_column"],
        page=row["page"],
    )


def _spot(row: Row, label: str = "") -> Spot:
    return Spot(
        start=row["start"],
        end=row["end"],
        line=row["line"],
        column=row["column"],
        place=_place(row) if row["story"] is not None else None,
        quote=row["quote"],
        label=label,
    )
