"""A waiver that names a rule over many replies and a document that takes part lets the finding pass; it is kept and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from govreply.batch.cross import duplicate_document_number
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import Bundle, Content, catalogue_of, stored
from govreply.batch.cross.letters import another, first
from govreply.batch.cross.metadata_content_mismatch import row
from govreply.batch.cross.registry import ALL
from govreply.batch.store import Store
from govreply.batch.waiving import WaiverFiles
from govreply.findings import Severity, WaiverFault
from govreply.language import Language
from govreply.reports.batch_view import BatchView
from govreply.rules.across import CODES
from govreply.waivers import FILE_NAME, load

DAY = date(2024, 6, 1)
NUMBER = "武水函〔2023〕21号"
NOTHING = dict.fromkeys(Severity, 0)


def _waiver(document: str, rule: str = "duplicate-document-number", more: str = "") -> str:
    return f'[[waiver]]\ndocument = "{document}"\nrule = "{rule}"\nreason = "发文登记即如此"\nwho = "档案室"\n{more}\n'


class Folder:
    """A batch in a folder with a file of waivers."""

    def __init__(self, folder: Path, files: dict[str, Content], waivers: str) -> None:
        (folder / FILE_NAME).write_text(waivers, encoding="utf-8")
        self.store: Store = stored({str(folder / path): content for path, content in files.items()})
        self.files = WaiverFiles()
        for path in files:
            self.files.of(folder / path)

    def apply(self, **more: Any) -> dict[Severity, int]:
        return apply(self.store, waivers=self.files, day=DAY, **more)

    @property
    def findings(self) -> list[tuple[Any, ...]]:
        query = "SELECT rule, waived, waiver_reason, waiver_who FROM cross_findings ORDER BY id"
        return [tuple(found) for found in self.store.db.execute(query)]

    @property
    def remarks(self) -> list[tuple[str, WaiverFault]]:
        return [(remark.waiver.document or "", remark.fault) for remark in self.files.remarks(self.store, DAY)]


def _twice() -> dict[str, Content]:
    """Two letters with one document number."""
    return {"a.md": first(), "b.md": another()}


@pytest.mark.parametrize("document", ["a.md", "b.md", "*.md", NUMBER, "武水函（2023）21号"])
def test_one_of_the_documents_is_enough(tmp_path: Path, document: str) -> None:
    batch = Folder(tmp_path, _twice(), _waiver(document))
    assert batch.apply() == NOTHING
    assert batch.findings == [("duplicate-document-number", 1, "发文登记即如此", "档案室")]
    assert batch.store.db.execute("SELECT count(*) FROM cross_places").fetchone()[0] == 2
    assert batch.remarks == []


@pytest.mark.parametrize(
    "waiver",
    [
        _waiver("c.md"),
        _waiver("a.md", "duplicate-lead"),
        _waiver("a.md", more="until = 2024-05-31"),
    ],
)
def test_waivers_of_others_do_not_count(tmp_path: Path, waiver: str) -> None:
    batch = Folder(tmp_path, _twice(), waiver)
    assert batch.apply()[Severity.ERROR] == 1
    assert [found[1:] for found in batch.findings] == [(0, None, None)]


def test_codes_name_rules_too_and_a_waiver_holds_on_its_last_day(tmp_path: Path) -> None:
    batch = Folder(tmp_path, _twice(), _waiver("a.md", "BAT001", "until = 2024-06-01"))
    assert batch.apply() == NOTHING


def test_without_files_of_waivers_nothing_is_waived(tmp_path: Path) -> None:
    batch = Folder(tmp_path, _twice(), _waiver("a.md"))
    assert apply(batch.store)[Severity.ERROR] == 1


def test_a_comment_in_one_of_the_documents_is_enough(tmp_path: Path) -> None:
    comment = "<!-- govreply: ignore[duplicate-document-number] 当年两件同号 -->\n\n"
    files: dict[str, Content] = {"a.md": first(), "b.md": comment + another().to_markdown()}
    batch = Folder(tmp_path, files, "")
    assert batch.apply() == NOTHING
    assert batch.findings == [("duplicate-document-number", 1, "当年两件同号", None)]


def test_a_comment_on_a_rule_over_many_is_no_fault_of_its_document() -> None:
    comment = "<!-- govreply: ignore[BAT001] 当年两件同号 -->\n\n"
    store = stored({"a.md": comment + first().to_markdown()})
    assert "waiver-invalid" not in {rule for (rule,) in store.db.execute("SELECT rule FROM findings")}


def test_files_that_are_each_a_matter_of_their_own_are_waived_together_only(tmp_path: Path) -> None:
    files: dict[str, Content] = {"a.md": first(), "b.pdf": b"", "c.pdf": b""}
    batch = Folder(tmp_path, files, _waiver("b.pdf", "file-unreadable"))
    assert batch.apply()[Severity.ERROR] == 1
    (tmp_path / FILE_NAME).write_text(_waiver("*.pdf", "file-unreadable"), encoding="utf-8")
    batch.files = WaiverFiles()
    assert batch.apply() == NOTHING


def test_an_entry_of_the_catalogue_is_waived_with_its_document(tmp_path: Path) -> None:
    bundle = Bundle(files={}, catalogue=row(code="", retention="D15", file=str(tmp_path / "a.md")))
    batch = Folder(tmp_path, {"a.md": first()}, _waiver("a.md", "retention-invalid"))
    assert batch.apply(catalogue=catalogue_of(bundle))[Severity.ERROR] == 0
    assert ("retention-invalid", 1) in [found[:2] for found in batch.findings]


def test_what_let_nothing_pass_is_told(tmp_path: Path) -> None:
    batch = Folder(tmp_path, _twice(), _waiver("a.md", "duplicate-lead") + _waiver("b.md") + _waiver("elsewhere.md"))
    batch.apply()
    assert batch.remarks == [("a.md", WaiverFault.UNUSED)]
    batch.apply(select=("duplicate-document-number",))
    assert batch.remarks == []
    batch.apply()
    assert batch.remarks == [("a.md", WaiverFault.UNUSED)]


def test_names_that_files_of_waivers_may_use_are_those_of_the_rules(tmp_path: Path) -> None:
    assert {rule.name: rule.code for rule in ALL} == CODES
    path = tmp_path / FILE_NAME
    path.write_text("".join(_waiver("a.md", name) for name in CODES), encoding="utf-8")
    assert [waiver.rule for waiver in load(path).waivers] == list(CODES)


def test_reports_put_what_is_waived_last_and_say_why(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        **_twice(),
        "c.md": first(document_number="武水函〔2023〕7号", number="20230601"),
        "d.md": another(document_number="武水函〔2023〕7号", number="20230602"),
    }
    batch = Folder(tmp_path, files, _waiver("a.md"))
    assert batch.apply(rules=(duplicate_document_number.RULE,))[Severity.ERROR] == 1
    view = BatchView(batch.store, Language.ZH)
    kept, waived = view.cross()
    assert (kept.waiver, "7号" in kept.message) == (None, True)
    assert waived.waiver == f"发文登记即如此；档案室；{tmp_path / FILE_NAME}"
    assert [(rule.rule, rule.total) for rule in view.by_rule(cross=True)] == [("duplicate-document-number", 1)]
    assert view.cross_total() == 2
