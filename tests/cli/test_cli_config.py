"""Settings from files and the environment, as the commands use and show them."""

from __future__ import annotations

import json
import sqlite3
import tomllib
from pathlib import Path

import pytest

from govreply.batch.cross.letters import another, first
from tests.cli.running import Outcome, govreply


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(text: str, folder: str = ".") -> None:
    Path(folder).mkdir(exist_ok=True)
    (Path(folder) / "govreply.toml").write_text(text, encoding="utf-8")


def rules_found(outcome: Outcome) -> dict[str, set[str]]:
    return {
        document["name"]: {finding["rule"] for finding in document["findings"]}
        for document in json.loads(outcome.out)["documents"]
    }


def check(*arguments: str | Path) -> Outcome:
    return govreply("check", *arguments, "--lang", "en")


def test_a_file_says_what_fails_and_the_command_line_goes_before_it(unsigned: Path) -> None:
    assert check(unsigned).code == 0
    settings('fail-on = "warning"')
    assert check(unsigned).code == 1
    assert check(unsigned, "--fail-on", "error").code == 0
    assert check(unsigned, "--isolated-config").code == 0


def test_the_environment_goes_before_a_file(unsigned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings('fail-on = "never"')
    monkeypatch.setenv("GOVREPLY_FAIL_ON", "warning")
    assert check(unsigned).code == 1
    assert check(unsigned, "--isolated-config").code == 1, "it is no file"


def test_the_environment_may_name_a_file(unsigned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("strict.toml").write_text('fail-on = "warning"')
    monkeypatch.setenv("GOVREPLY_CONFIG", "strict.toml")
    assert check(unsigned).code == 1
    assert check(unsigned, "--isolated-config").code == 0


def test_a_severity_changes_what_fails(faulty: Path) -> None:
    assert check(faulty).code == 1
    settings('[severities]\nproposal-number-mismatch = "warning"')
    assert check(faulty).code == 0
    settings('[severities]\nIDN001 = "info"')
    document = json.loads(check(faulty, "--format", "json").out)["documents"][0]
    assert {f["severity"] for f in document["findings"] if f["rule"] == "proposal-number-mismatch"} == {"info"}


def test_documents_have_the_rules_of_their_own_folders(faulty: Path) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        (Path(folder) / "x.md").write_bytes(faulty.read_bytes())
    settings('ignore = ["IDN001"]', "a")
    settings('[per-file."b/**"]\nselect = ["identity"]')
    found = rules_found(check("a", "b", "--format", "json"))
    assert "proposal-number-mismatch" not in found["a/x.md"]
    assert found["b/x.md"] == {"proposal-number-mismatch"}


def test_a_batch_has_them_too(faulty: Path) -> None:
    for folder in ("in/a", "in/b"):
        Path(folder).mkdir(parents=True)
        (Path(folder) / "x.md").write_bytes(faulty.read_bytes())
    settings('ignore = ["IDN001"]', "in/a")
    outcome = govreply("batch", "in", "--out", "out", "--jobs", "1", "--progress", "off", "--lang", "en")
    assert outcome.code == 1
    assert "in/a/govreply.toml" in outcome.err
    with sqlite3.connect("out/batch.sqlite") as db:
        query = "SELECT path FROM findings JOIN inputs ON inputs.id = findings.input WHERE rule = 'proposal-number-mismatch'"
        assert [path for (path,) in db.execute(query)] == ["in/b/x.md"]
    settings("", "in/a")
    outcome = govreply("batch", "--resume", "--out", "out", "--jobs", "1", "--progress", "off", "--lang", "en")
    with sqlite3.connect("out/batch.sqlite") as db:
        assert [path for (path,) in db.execute(query)] == ["in/a/x.md", "in/b/x.md"], "checked again by other rules"


def test_rules_over_many_documents_are_settled_by_the_configuration_of_the_run() -> None:
    Path("in").mkdir()
    for name, letter in (
        ("a", first()),
        ("b", another(document_number="武水函〔2023〕1号")),
        ("c", first(document_number="武水函〔2023〕1号")),
    ):
        (Path("in") / f"{name}.md").write_text(letter.to_markdown(), encoding="utf-8")

    def severities() -> list[str]:
        govreply("batch", "in", "--out", "out", "--resume", "--jobs", "1", "--progress", "off")
        with sqlite3.connect("out/batch.sqlite") as db:
            query = "SELECT severity FROM cross_findings WHERE rule = 'duplicate-document-number'"
            return [severity for (severity,) in db.execute(query)]

    (declared,) = severities()
    other = "info" if declared != "info" else "error"
    settings(f'[severities]\nduplicate-document-number = "{other}"')
    assert severities() == [other]
    settings('ignore = ["duplicate-document-number"]')
    assert severities() == []


def test_limits_and_private_data_are_settled_by_files(sound: Path) -> None:
    settings("[limits]\ncharacters = 100")
    outcome = check(sound)
    assert (outcome.code, "limit" in outcome.out) == (3, True)
    assert check(sound, "--limit", "characters=100000").code == 0


def test_the_language_of_a_file_is_spoken_unless_another_is_chosen(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "通过" in govreply("check", sound).out
    settings('language = "en"')
    assert "passed" in govreply("check", sound).out
    assert "通过" in govreply("check", sound, "--lang", "zh").out
    monkeypatch.setenv("GOVREPLY_LANG", "zh")
    assert "通过" in govreply("check", sound).out


def test_what_was_used_and_what_was_in_vain_is_told(sound: Path) -> None:
    Path("sub").mkdir()
    (Path("sub") / "a.md").write_bytes(sound.read_bytes())
    settings("")
    settings('fail-on = "info"', "sub")
    outcome = check(".")
    assert "configuration: govreply.toml, sub/govreply.toml" in outcome.err
    assert "fail-on in sub/govreply.toml had no effect" in outcome.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail_on = 'error'", "govreply.toml:1: no key fail_on; did you mean fail-on?"),
        ("select = ['numbers']", "govreply.toml:1: no rule or family numbers"),
        ("baseline = 'no.json'", "no.json: cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_ends_the_run_before_anything_is_checked(sound: Path, text: str, told: str) -> None:
    settings(text)
    for outcome in (check(sound), govreply("batch", ".", "--out", "out", "--progress", "off", "--lang", "en")):
        assert (outcome.code, outcome.out) == (2, "")
        assert told in outcome.err
    assert not Path("out").exists()


def test_a_file_that_leaves_no_rule_for_a_document_ends_the_run_too(sound: Path) -> None:
    settings("select = ['duplicate-document-number']")
    for outcome in (check(sound), govreply("batch", ".", "--out", "out", "--progress", "off", "--lang", "en")):
        assert (outcome.code, outcome.out) == (2, "")
        assert "govreply.toml: no rule is left to run over" in outcome.err


def test_a_given_file_has_to_be_there_and_excludes_using_none(sound: Path) -> None:
    outcome = check(sound, "--config", "no.toml")
    assert (outcome.code, "no.toml: cannot be read" in outcome.err) == (2, True)
    Path("other.toml").write_text('fail-on = "info"')
    assert check(sound, "--config", "other.toml", "--isolated-config").code == 2


def test_columns_of_a_catalogue_may_be_named_by_a_file(sound: Path) -> None:
    Path("in").mkdir()
    (Path("in") / "a.md").write_bytes(sound.read_bytes())
    Path("list.csv").write_text("甲,乙\na.md,不是题名\n", encoding="utf-8")
    settings('[catalogue-columns]\n"文件名" = "甲"\n"题名" = 2', "in")

    def columns(*options: str) -> str:
        outcome = govreply(
            "batch", "in", "--out", "out", "--resume", "--jobs", "1", "--progress", "off", "--lang", "en", *options
        )
        (line,) = (line for line in outcome.out.splitlines() if line.startswith("catalogue:"))
        return line

    assert columns("--catalogue", "list.csv").endswith("columns understood: file name, title")
    assert columns("--catalogue", "list.csv", "--catalogue-column", "题名=甲").endswith("not used: 乙"), (
        "the option wins"
    )


# --- config show, config init ---


def test_show_tells_where_each_value_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    settings('extends = "base.toml"\n\nfail-on = "warning"\n[severities]\nIDN001 = "info"')
    Path("base.toml").write_text('fail-on = "never"\nignore = ["form"]\n[limits]\npages = 3')
    monkeypatch.setenv("GOVREPLY_PROFILE", "wuhan")
    outcome = govreply("config", "show", "--lang", "en")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "configuration: govreply.toml"
    for line in (
        'ignore = ["form"]  # base.toml:2',
        'fail-on = "warning"  # govreply.toml:3',
        'profile = "wuhan"  # GOVREPLY_PROFILE',
        'proposal-number-mismatch = "info"  # govreply.toml:5',
        "pages = 3  # base.toml:4",
        "show-private = false  # default",
        'language = "en"  # --lang',
    ):
        assert line in lines


def test_show_as_json_and_for_one_document(sound: Path) -> None:
    settings('[per-file."*.md"]\nselect = ["IDN001", "FRM001"]')
    value = json.loads(govreply("config", "show", sound, "--format", "json").out)
    assert value["file"] == str(Path("govreply.toml").resolve())
    by_key = {tuple(entry["key"]): entry for entry in value["settings"]}
    entry = by_key[("per-file", "*.md", "select")]
    assert (entry["origin"], entry["line"], entry["value"]) == ("file", 2, ["IDN001", "FRM001"])
    assert by_key[("limits", "pages")] == {
        "key": ["limits", "pages"],
        "value": 1000,
        "origin": "default",
        "name": None,
        "line": None,
    }
    assert len(value["rules"]) == 2
    assert "proposal-number-mismatch" in value["rules"]


def test_init_writes_a_file_whose_every_line_may_be_put_into_force(here: Path) -> None:
    for lang in ("zh", "en"):
        folder = here / lang
        folder.mkdir()
        assert govreply("config", "init", folder, "--lang", lang).code == 0
        path = folder / "govreply.toml"
        text = path.read_text(encoding="utf-8")
        assert tomllib.loads(text) == {}
        _, body = text.split("\n\n", 1)
        path.write_text("\n".join(line.removeprefix("# ") for line in body.splitlines()), encoding="utf-8")
        settings("")
        outcome = govreply("config", "show", folder, "--lang", "en")
        assert outcome.code == 0, outcome.err
        assert "GOVREPLY" not in outcome.out
        again = govreply("config", "init", folder, "--lang", "en")
        assert (again.code, "exists already" in again.err) == (2, True)
