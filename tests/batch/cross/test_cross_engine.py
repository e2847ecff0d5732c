"""Rules over many replies are run one by one; what they find depends on the documents alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from govreply.batch.catalogue.table import read_catalogue
from govreply.batch.cross import duplicate_document_number, near_duplicate_body
from govreply.batch.cross.base import CrossPlace, CrossProblem
from govreply.batch.cross.engine import apply, chosen
from govreply.batch.cross.examples import Bundle, stored
from govreply.batch.cross.letters import another, first, third
from govreply.batch.cross.registry import ALL
from govreply.batch.cross.spool import Again
from govreply.batch.cross.view import View
from govreply.batch.store import Store
from govreply.findings import Severity
from govreply.language import Bilingual


def _rows(store: Store) -> list[tuple[Any, ...]]:
    """All that was found, without ids that depend on the order in which files were put."""
    query = (
        "SELECT f.id, f.rule, f.code, f.severity, f.message_zh, f.message_en, p.ordinal, i.path, p.label_zh, p.label_en,"
        ' p.start, p."end", p.catalogue_row, p.field FROM cross_findings f LEFT JOIN cross_places p ON p.finding = f.id'
        " LEFT JOIN inputs i ON i.id = p.input ORDER BY f.id, p.ordinal"
    )
    return [tuple(row) for row in store.db.execute(query)]


def _files() -> dict[str, Any]:
    """A batch in which many rules have something to say."""
    files: dict[str, Any] = {}
    for rule in ALL:
        if not rule.of_catalogue:
            for at, example in enumerate(rule.violates()):
                files.update({f"{rule.name}/{at}/{path}": content for path, content in example.bundle.files.items()})
    return files


def test_the_order_in_which_documents_come_does_not_matter() -> None:
    files = _files()
    one, other = stored(files), stored(dict(reversed(files.items())))
    for store in (one, other):
        apply(store, today=date(2024, 6, 1))
    assert len(_rows(one)) > 50
    assert _rows(one) == _rows(other)


def test_running_them_again_gives_the_same_rows() -> None:
    store = stored(_files())
    apply(store)
    before = _rows(store)
    apply(store)
    assert _rows(store) == before


def test_findings_of_documents_that_are_gone_are_dropped() -> None:
    store = stored({"a.md": first(), "b.md": another()})
    assert apply(store)[Severity.ERROR] == 1
    run = store.begin_run("{}")
    store.found(run, "a.md")
    store.drop_missing(run)
    assert sum(apply(store).values()) == 0
    assert _rows(store) == []


def test_a_rule_that_breaks_does_not_stop_the_others() -> None:
    def broken(view: View) -> Iterator[CrossProblem]:
        raise ZeroDivisionError("nought")
        yield

    rules = (attrs.evolve(near_duplicate_body.RULE, check=broken), duplicate_document_number.RULE)
    store = stored({"a.md": first(), "b.md": another()})
    assert apply(store, rules=rules) == {Severity.ERROR: 2, Severity.WARNING: 0, Severity.INFO: 0}
    rows = store.db.execute("SELECT rule, message_zh, message_en FROM cross_findings ORDER BY id").fetchall()
    assert [row["rule"] for row in rows] == ["rule-crashed", "duplicate-document-number"]
    assert all(
        "near-duplicate-body" in rows[0][key] and "nought" in rows[0][key] for key in ("message_zh", "message_en")
    )


@pytest.mark.parametrize(
    ("select", "ignore", "names"),
    [
        ((), (), [rule.name for rule in ALL]),
        (("batch",), ("BAT001",), [rule.name for rule in ALL if rule.code != "BAT001"]),
        (("near-duplicate-body", "heading-gap"), (), ["near-duplicate-body"]),
        (("identity",), (), []),
        ((), ("batch",), []),
    ],
)
def test_selection(select: tuple[str, ...], ignore: tuple[str, ...], names: list[str]) -> None:
    assert [rule.name for rule in chosen(select, ignore)] == names


def test_rules_on_the_catalogue_are_silent_without_one() -> None:
    store = stored({"a.md": first(), "b.md": third(document_number="武水函〔2023〕22号")})
    assert sum(apply(store).values()) == 0
    assert store.db.execute("SELECT count(*) FROM catalogue_rows").fetchone()[0] == 0


def test_mobile_numbers_are_masked_in_messages(tmp_path: Path) -> None:
    def letter(issuer: str, name: str) -> Any:
        return another(issuer=issuer, contacts=(("联系人", name), ("联系电话", "13871230045")))

    files = {"a.md": letter("武汉市水务局", "方晓岚"), "b.md": letter("武汉市财政局", "郑以恒")}
    store = stored(files)
    apply(store)
    told = " ".join(str(row) for row in _rows(store))
    assert "138" in told
    assert "13871230045" not in told
    store.set_meta("show_private", "1")
    apply(store)
    assert "13871230045" in " ".join(str(row) for row in _rows(store))


def test_the_catalogue_is_kept_with_its_documents(tmp_path: Path) -> None:
    table = tmp_path / "目录.csv"
    table.write_text("题名,文件名\n甲,a.md\n乙,没有.md\n", encoding="utf-8")
    store = stored({"a.md": first(), "b.md": another()})
    apply(store, catalogue=read_catalogue(table))
    rows = store.db.execute("SELECT id, sheet, source_row, entry FROM catalogue_rows ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == [
        (1, "", 2, '{"title": "甲", "file": "a.md"}'),
        (2, "", 3, '{"title": "乙", "file": "没有.md"}'),
    ]
    links = store.db.execute(
        "SELECT f.catalogue_row, i.path FROM catalogue_files f JOIN inputs i ON i.id = f.input"
    ).fetchall()
    assert [tuple(row) for row in links] == [(1, "a.md")]


def test_bundles_can_be_changed() -> None:
    bundle = Bundle(files={"a.md": first()}).but(b=another())
    assert list(bundle.files) == ["a.md", "b.md"]


def _breaks_between(view: View) -> Iterator[CrossProblem]:
    """A problem that is whole, then one whose places cannot all be made."""
    words = Bilingual("问题", "problem")

    def places() -> Iterator[CrossPlace]:
        yield CrossPlace(label=words, input=1)
        raise ZeroDivisionError("nought")

    yield CrossProblem(message=words, places=(CrossPlace(label=words, input=1),))
    yield CrossProblem(message=words, places=Again(places))


def test_what_a_rule_found_before_it_broke_is_dropped() -> None:
    store = stored({"a.md": first(), "b.md": another()})
    rules = (attrs.evolve(near_duplicate_body.RULE, check=_breaks_between), duplicate_document_number.RULE)
    apply(store, rules=rules)
    found = store.db.execute(
        "SELECT f.rule, p.input FROM cross_findings f LEFT JOIN cross_places p ON p.finding = f.id"
    )
    assert [tuple(row) for row in found] == [
        ("rule-crashed", None),
        ("duplicate-document-number", 1),
        ("duplicate-document-number", 2),
    ]


def test_findings_come_in_the_order_of_paths_whatever_the_order_they_were_found_in() -> None:
    words = Bilingual("问题", "problem")

    def backwards(view: View) -> Iterator[CrossProblem]:
        for key in (3, 1, 2):
            yield CrossProblem(message=words, places=(CrossPlace(label=words, input=key),))

    store = stored({"c.md": first(), "b.md": another(), "a.md": third()})
    apply(store, rules=(attrs.evolve(near_duplicate_body.RULE, check=backwards),))
    query = "SELECT i.path FROM cross_places p JOIN inputs i ON i.id = p.input ORDER BY p.finding"
    assert [path for (path,) in store.db.execute(query)] == ["a.md", "b.md", "c.md"]
