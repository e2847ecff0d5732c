"""Baselines: written, used, shown and pruned by the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govreply.baseline import FILE_NAME
from govreply.testing import Form, Letter
from tests.cli.running import Outcome, govreply

RULE = "proposal-number-mismatch"
BROKEN = Letter(form=Form(number="20230171")).to_markdown()
SOUND = Letter(form=Form()).to_markdown()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("old", "new"):
        Path(folder).mkdir()
    put("old/a.md", BROKEN)
    put("old/b.md", SOUND)
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def run(*arguments: str | Path) -> Outcome:
    return govreply(*arguments, "--lang", "en")


def held(path: str = FILE_NAME) -> dict[str, Any]:
    documents: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))["documents"]
    return documents


def test_an_old_archive_starts_clean_and_a_new_fault_fails() -> None:
    assert run("check", "old").code == 1
    outcome = run("baseline", "write", "old")
    assert (outcome.code, outcome.err) == (0, "")
    assert held()["old/a.md"][RULE] == 1
    assert run("check", "old", "--baseline", FILE_NAME).code == 0
    put("new/c.md", BROKEN)
    assert run("check", "old", "new", "--baseline", FILE_NAME).code == 1
    assert run("check", "old").code == 1, "it is used where it is named"


def test_a_file_of_configuration_may_name_it_and_an_option_leave_it_out() -> None:
    put("govreply.toml", 'baseline = "base.json"')
    assert run("baseline", "write", "old").code == 0
    assert Path("base.json").exists()
    assert run("check", "old").code == 0
    assert run("check", "old", "--no-baseline").code == 1


def test_what_is_known_is_counted_in_every_report() -> None:
    run("baseline", "write", "old", "--select", RULE)
    options = ("check", "old", "--select", RULE, "--baseline", FILE_NAME)
    text = run(*options).out
    assert "held by the baseline: proposal-number-mismatch × 1" in text
    assert "held by the baseline: 1" in text
    report = json.loads(run(*options, "--format", "json").out)
    assert report["summary"]["known"] == {"error": 1, "warning": 0, "info": 0}
    sarif = json.loads(run(*options, "--format", "sarif").out)
    (result,) = sarif["runs"][0]["results"]
    assert [s["kind"] for s in result["suppressions"]] == ["external"]
    assert run(*options, "--format", "concise").out == ""


def test_where_more_is_found_than_is_held_all_of_it_is_told() -> None:
    rule = "date-impossible"
    one = SOUND.replace("。", "。2023年2月30日完成评估。", 1)
    put("old/b.md", one)
    run("baseline", "write", "old", "--select", rule)
    assert held() == {"old/b.md": {rule: 1}}
    options = ("check", "old", "--baseline", FILE_NAME, "--select", rule)
    assert run(*options).code == 0
    put("old/b.md", one.replace("。", "。2023年6月31日开工。", 1))
    outcome = run(*options, "--format", "concise")
    assert outcome.code == 1
    assert len(outcome.out.splitlines()) == 2
    assert f"old/b.md: {rule}, 1 held, 2 found" in outcome.err


def test_shrink_only_fails_until_what_is_mended_is_taken_out() -> None:
    run("baseline", "write", "old")
    put("old/a.md", SOUND)
    assert run("check", "old", "--baseline", FILE_NAME).code == 0
    outcome = run("check", "old", "--baseline", FILE_NAME, "--shrink-only")
    assert outcome.code == 1
    assert f"old/a.md: {RULE}, 1 held, 0 found" in outcome.err
    pruned = run("baseline", "prune", "old")
    assert (pruned.code, "taken out" in pruned.out) == (0, True)
    assert RULE not in held().get("old/a.md", {})
    assert run("check", "old", "--baseline", FILE_NAME, "--shrink-only").code == 0


def test_pruning_adds_nothing() -> None:
    run("baseline", "write", "old")
    before = Path(FILE_NAME).read_bytes()
    put("old/b.md", BROKEN)
    put("old/c.md", BROKEN)
    outcome = run("baseline", "prune", "old")
    assert (outcome.code, "nothing to prune" in outcome.out) == (0, True)
    assert Path(FILE_NAME).read_bytes() == before
    assert run("check", "old", "--baseline", FILE_NAME).code == 1


def test_documents_that_are_gone_are_pruned_and_those_not_checked_stay() -> None:
    put("new/c.md", BROKEN)
    run("baseline", "write", "old", "new")
    Path("old/a.md").unlink()
    run("baseline", "prune", "old")
    assert "old/a.md" not in held()
    assert held()["new/c.md"][RULE] == 1
    put("old/a.md", BROKEN)
    run("baseline", "write", "old")
    assert {"old/a.md", "new/c.md"} <= set(held())


def test_links_that_lead_to_the_documents_make_no_difference(here: Path) -> None:
    run("baseline", "write", "old")
    Path("link").symlink_to(here)
    assert run("check", Path("link/old"), "--baseline", FILE_NAME).code == 0
    assert run("check", "old", "--baseline", Path("link") / FILE_NAME).code == 0


def test_waived_findings_are_not_held() -> None:
    put(
        "govreply-waivers.toml",
        f'[[waiver]]\ndocument = "*.md"\nrule = "{RULE}"\nreason = "原件如此"\nwho = "顾怀远"\n',
    )
    run("baseline", "write", "old")
    assert RULE not in held().get("old/a.md", {})


def test_a_document_that_cannot_be_read_is_told_and_the_rest_is_written() -> None:
    put("old/d.md", "")
    outcome = run("baseline", "write", "old")
    assert (outcome.code, "old/d.md" in outcome.err) == (3, True)
    assert held()["old/a.md"][RULE] == 1


def test_a_batch_knows_what_is_held_and_says_what_is_mended() -> None:
    run("baseline", "write", "old")
    options = ("--out", "out", "--jobs", "1", "--progress", "off", "--baseline", FILE_NAME)
    assert run("batch", "old", *options).code == 0
    put("old/a.md", SOUND)
    outcome = run("batch", "old", "--resume", *options, "--shrink-only")
    assert outcome.code == 1
    assert f"old/a.md: {RULE}, 1 held, 0 found" in outcome.err


def test_a_batch_writes_what_a_check_would() -> None:
    put("new/c.md", BROKEN)
    run("baseline", "write", "old", "new")
    options = ("--out", "out", "--jobs", "1", "--progress", "off")
    outcome = run("batch", "old", "new", *options, "--write-baseline", "of-batch.json")
    assert outcome.code == 1
    assert Path("of-batch.json").read_bytes() == Path(FILE_NAME).read_bytes()
    again = run("batch", "--resume", *options, "--baseline", "of-batch.json", "--write-baseline", "of-batch.json")
    assert again.code == 0
    assert Path("of-batch.json").read_bytes() == Path(FILE_NAME).read_bytes(), "what is held is counted as before"
    assert run("batch", "old", *options, "--write-baseline", "no/base.json").code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "old", "--baseline", "no.json"), "no.json: cannot be read"),
        (("check", "old", "--shrink-only"), "--shrink-only needs --baseline"),
        (("check", "old", "--baseline", "x", "--no-baseline"), "use one of --baseline and --no-baseline"),
        (("baseline", "prune", "old"), f"{FILE_NAME}: cannot be read"),
        (("baseline", "write", "old", "--shrink-only"), "use govreply baseline prune"),
        (("baseline", "write", "old", "--baseline", "no/base.json"), "no/base.json: cannot be written"),
        (("baseline", "write", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: tuple[str, ...], told: str) -> None:
    outcome = run(*arguments)
    assert outcome.code in (2, 3)
    assert told in outcome.err
    assert not Path(FILE_NAME).exists() or arguments[-1] == "nowhere"


def test_a_baseline_that_is_damaged_stays_as_it_is() -> None:
    Path(FILE_NAME).write_text("{}")
    for command in (("baseline", "write"), ("baseline", "prune"), ("check", "--baseline", FILE_NAME)):
        outcome = run(*command, "old")
        assert (outcome.code, "holds something else" in outcome.err) == (2, True)
    assert Path(FILE_NAME).read_text() == "{}"
