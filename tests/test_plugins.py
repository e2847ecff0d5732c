"""Packages add rules, profiles, readers and report formats; a broken one is named and changes nothing else."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import govreply
from govreply import plugins
from govreply.cli import test_rules
from govreply.plugins import PluginError, Plugins
from govreply.reports.registry import FORMATS
from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from govreply.testing import Letter

MINE = evolve(ALL[0], name="mine", code="MIN001", yields_to=())
EXAMPLE = Path(__file__).parents[1] / "examples" / "govreply-plugin-example"


def faulty(**given: Any) -> Rule:
    """A rule with values that a type checker would not let pass; plugins need not be checked by one."""
    return evolve(MINE, **given)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the example is installed into."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--disable-pip-version-check", "--target", str(folder), str(EXAMPLE)], check=True)
    return folder


def run(home: Path | None, *arguments: object, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command line with what is installed in `home`."""
    environment = {**os.environ, "PYTHONPATH": str(home) if home else "", "GOVREPLY_LANG": "en"}
    command = [sys.executable, "-m", "govreply", *map(str, arguments)]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_examples_of_the_installed_rule_hold(home: Path) -> None:
    done = run(home, "test-rules", "govreply_example.attachment_unnamed")
    assert (done.returncode, done.stdout, done.stderr) == (0, "EXA001 attachment-unnamed: 5 examples tried\n", "")


def test_an_installed_rule_speaks_and_is_listed_explained_and_left_out(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_text(Letter(attachments=("附件1",)).to_markdown(), encoding="utf-8")

    def rules(*options: str) -> set[str]:
        report = json.loads(run(home, "check", path, "--format", "json", *options).stdout)
        return {finding["rule"] for finding in report["documents"][0]["findings"]}

    assert "attachment-unnamed" in rules()
    assert rules("--select", "EXA001") == {"attachment-unnamed"}
    assert "attachment-unnamed" not in rules("--no-plugins")
    assert "EXA001" in run(home, "rules").stdout
    assert "EXA001" not in run(home, "rules", "--no-plugins").stdout
    assert "GB/T 9704-2012" in run(home, "rule", "attachment-unnamed").stdout
    sarif = json.loads(run(home, "check", path, "--format", "sarif").stdout)
    assert "EXA001" in [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]]


def test_workers_have_what_is_installed_too(home: Path, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(Letter(attachments=("附件1",)).to_markdown(), encoding="utf-8")
    done = run(home, "check", tmp_path, "--format", "concise", "--isolate")
    assert [line.split()[1] for line in done.stdout.splitlines() if "EXA001" in line] == ["EXA001", "EXA001"]
    batch = run(home, "batch", tmp_path, "--out", tmp_path / "report", "--progress", "off", "--jobs", "2")
    assert batch.returncode in (0, 1), batch.stderr
    code = (
        "import sqlite3, sys; rows = sqlite3.connect(sys.argv[1]).execute("
        "\"select count(*) from findings where code = 'EXA001'\").fetchone(); print(rows[0])"
    )
    store = tmp_path / "report" / "batch.sqlite"
    counted = subprocess.run([sys.executable, "-c", code, str(store)], capture_output=True, text=True, check=True)
    assert counted.stdout == "2\n"


def test_an_installed_format_reader_and_profile(home: Path, tmp_path: Path) -> None:
    mail = tmp_path / "letter.eml"
    head = "From: office@example.cn\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    letter = Letter(issuer="海拉尔区教育局", assembly="呼伦贝尔市海拉尔区政协", signature=("海拉尔区教育局",))
    mail.write_text(head + letter.to_text(), encoding="utf-8")
    done = run(home, "check", mail, "--format", "count")
    assert done.stdout.splitlines()[0].split()[2] == str(mail)
    assert done.stdout.splitlines()[0].split()[0] in ("pass", "fail")
    (document,) = json.loads(run(home, "check", mail, "--format", "json").stdout)["documents"]
    assert document["source"]["media_type"] == "message/rfc822"
    assert document["profile"] == "hailar"
    assert run(home, "check", mail, "--format", "count", "--no-plugins").returncode == 2


def point(group: str, name: str, value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `value` be all that is installed."""

    class Held(EntryPoint):
        def load(self) -> Any:
            if isinstance(value, BaseException):
                raise value
            return value

    def found(*, group: str) -> Iterator[EntryPoint]:
        yield from (given for given in [Held(name, "pkg:x", f"govreply.{kind}")] if given.group == group)

    kind = group
    monkeypatch.setattr(plugins, "entry_points", found)


@pytest.mark.parametrize(
    ("group", "value", "message"),
    [
        ("rules", ImportError("no module named yaml"), "cannot be loaded: ImportError"),
        ("rules", SystemExit(0), "cannot be loaded: SystemExit(0)"),
        ("rules", "text", "neither a Rule nor several"),
        ("rules", [], "neither a Rule nor several"),
        ("rules", ALL[0], f"rule {ALL[0].name} is taken by govreply"),
        ("rules", evolve(ALL[0], name="another-name"), f"rule {ALL[0].code} is taken by govreply"),
        (
            "rules",
            evolve(MINE, needs=("cpies",)),
            "rule mine: needs 'cpies' is no field of a reply; did you mean copies?",
        ),
        ("rules", evolve(MINE, needs=("sections.heading",)), "needs 'sections.heading' is no field of a reply"),
        ("rules", evolve(MINE, needs=("to_json",)), "needs 'to_json' is no field of a reply"),
        ("rules", faulty(needs="copies"), "rule mine: needs is to be a tuple"),
        ("rules", faulty(family="Mine Own"), "rule mine: family is to be of small letters, digits and hyphens"),
        ("rules", faulty(family=""), "rule mine: family is to be of small letters"),
        ("rules", faulty(severity="error"), "rule mine: severity is no Severity: 'error'"),
        ("profiles", 5, "neither a Profile nor the path"),
        ("profiles", "none-there.toml", "the profile cannot be read"),
        ("profiles", govreply.Profile(name="wuhan"), "profile wuhan is taken by govreply"),
        ("readers", object(), "no OwnReader"),
        ("reports", 5, "it cannot be called"),
    ],
)
def test_what_cannot_be_used_is_named(group: str, value: Any, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point(group, "mine", value, monkeypatch)
    with pytest.raises(PluginError, match="--no-plugins") as caught:
        plugins.installed.__wrapped__()
    assert message in str(caught.value)
    assert f"(govreply.{group}: mine)" in str(caught.value)
    assert "插件" in caught.value.words.zh


def planted(folder: Path, group: str, source: str, name: str = "mine") -> Path:
    """A folder that a package is installed into: its only module `source`, its only entry point in `group`."""
    home = folder / "installed"
    (home / "planted-1.0.dist-info").mkdir(parents=True)
    (home / "planted.py").write_text(source, encoding="utf-8")
    about = {
        "METADATA": "Metadata-Version: 2.1\nName: planted\nVersion: 1.0\n",
        "entry_points.txt": f"[govreply.{group}]\n{name} = planted:VALUE\n",
    }
    for file, text in about.items():
        (home / "planted-1.0.dist-info" / file).write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize("group", plugins.GROUPS)
def test_a_package_that_leaves_at_import_ends_no_check_as_sound(group: str, tmp_path: Path) -> None:
    home = planted(tmp_path, group, "import sys\nsys.exit(0)\n")
    (tmp_path / "letter.md").write_text(Letter().to_markdown(), encoding="utf-8")
    for command in ("check", "rules"):
        done = run(home, command, *(["letter.md"] if command == "check" else []), folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"plugin planted 1.0 (govreply.{group}: mine): cannot be loaded: SystemExit(0)" in done.stderr


LEAVING = """
import sys
from attrs import evolve
from govreply.rules.registry import rule
def leave(*_):
    sys.exit(0)
VALUE = evolve(rule("signature-missing"), name="mine", code="MIN001", yields_to=(), needs=(), check=leave)
"""


@pytest.mark.parametrize("options", [[], ["--isolate"]])
def test_a_rule_that_leaves_is_a_rule_that_crashed(options: list[str], tmp_path: Path) -> None:
    home = planted(tmp_path, "rules", LEAVING)
    (tmp_path / "letter.md").write_text(Letter().to_markdown(), encoding="utf-8")
    done = run(home, "check", "letter.md", "--format", "concise", *options, folder=tmp_path)
    assert done.returncode == 1
    assert "rule mine itself broke (SystemExit: 0)" in done.stdout


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("needs=('cpies',)", "rule mine: needs 'cpies' is no field of a reply; did you mean copies?"),
        ("severity='error'", "rule mine: severity is no Severity: 'error'"),
    ],
)
def test_a_slip_in_a_rule_is_told_before_anything_is_checked(given: str, told: str, tmp_path: Path) -> None:
    source = (
        "from attrs import evolve\nfrom govreply.rules.registry import rule\n"
        f"RULE = VALUE = evolve(rule('signature-missing'), name='mine', code='MIN001', yields_to=(), {given})\n"
    )
    home = planted(tmp_path, "rules", source)
    (tmp_path / "letter.md").write_text(Letter().to_markdown(), encoding="utf-8")
    for arguments in (["check", "letter.md"], ["test-rules", "planted", "--no-plugins"]):
        done = run(home, *arguments, folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
        assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_leaves_a_file_unread(tmp_path: Path) -> None:
    source = (
        "import sys\nfrom govreply.readers.own import OwnReader\n"
        "VALUE = OwnReader(media_type='text/x-mine', recognises=lambda *_: sys.exit(0), read=lambda *_: None)\n"
    )
    (tmp_path / "letter.md").write_text(Letter().to_markdown(), encoding="utf-8")
    done = run(planted(tmp_path, "readers", source), "check", "letter.md", "--format", "json", folder=tmp_path)
    assert done.returncode == 3
    assert json.loads(done.stdout)["documents"][0]["failure"]["cause"] == "crashed"


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_of_govreply_is_replaced(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point("reports", name, print, monkeypatch)
    with pytest.raises(PluginError, match=f"format {name} is taken by govreply"):
        plugins.installed.__wrapped__()


def test_a_format_with_a_name_that_is_taken_is_a_usage_error(tmp_path: Path) -> None:
    home = planted(tmp_path, "reports", "VALUE = print\n", name="json")
    (tmp_path / "letter.md").write_text(Letter().to_markdown(), encoding="utf-8")
    done = run(home, "check", "letter.md", "--format", "json", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "plugin planted 1.0 (govreply.reports: json): format json is taken by govreply" in done.stderr


REPORT = """
import sys
class Mine:
    def __init__(self, out, setting):
        {opened}
    def add(self, result):
        {added}
    def close(self, remarks=()):
        {closed}
VALUE = Mine
"""


@pytest.mark.parametrize("where", ["opened", "added", "closed"])
@pytest.mark.parametrize(
    ("what", "told"), [("1 / 0", "ZeroDivisionError('division by zero')"), ("sys.exit(0)", "SystemExit(0)")]
)
def test_a_report_that_breaks_is_named_and_the_others_are_whole(
    where: str, what: str, told: str, tmp_path: Path
) -> None:
    steps = {"opened": "pass", "added": "pass", "closed": "pass", where: what}
    home = planted(tmp_path, "reports", REPORT.format(**steps))
    line = {"opened": 5, "added": 7, "closed": 9}[where]
    (tmp_path / "letter.md").write_text(Letter().to_markdown(), encoding="utf-8")
    done = run(home, "check", "letter.md", "--format", "mine", "--output", "json=good.json", folder=tmp_path)
    message = f"format mine of the plugin planted 1.0): it broke, this report is not whole: {told} at planted.py:{line}"
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"standard output ({message}\n"
    assert len(json.loads((tmp_path / "good.json").read_text(encoding="utf-8"))["documents"]) == 1
    done = run(home, "check", "letter.md", "--format", "json", "--output", "mine=bad.txt", folder=tmp_path)
    assert (done.returncode, done.stderr) == (3, f"mine=bad.txt ({message}\n")
    assert len(json.loads(done.stdout)["documents"]) == 1
    assert not (tmp_path / "bad.txt").exists()


def test_nothing_is_taken_in_unless_asked_for() -> None:
    mine = Plugins(rules=(MINE,))
    text = Letter().to_markdown()
    assert "mine" not in {outcome.rule for outcome in govreply.check(text).outcomes}
    assert "mine" in {outcome.rule for outcome in govreply.check(text, plugins=mine).outcomes}
    assert [o.rule for o in govreply.check(text, plugins=mine, select=["MIN001"]).outcomes] == ["mine"]


def test_a_reader_that_breaks_is_an_outcome_of_its_own() -> None:
    def broken(*_: object) -> Any:
        raise ZeroDivisionError("here")

    from govreply.readers.own import OwnReader

    reader = OwnReader(media_type="text/x-mine", recognises=lambda data, name: name == "a.mine", read=broken)
    mine = Plugins(readers=(reader,))
    failure = govreply.check(b"x", "a.mine", plugins=mine).failure
    assert failure is not None
    assert (failure.cause, failure.detail) == (
        govreply.Cause.CRASHED,
        "the reader of text/x-mine that a plugin added: ZeroDivisionError('here')",
    )
    assert govreply.check(Letter().to_markdown(), "a.md", plugins=mine).failure is None


def test_what_is_installed_is_found_anew_by_another_process() -> None:
    assert pickle.loads(pickle.dumps(plugins.installed())) is plugins.installed()


FAULTY = """
from attrs import evolve
from govreply.rules.registry import rule
from govreply.testing import Letter, Passes, Violates
own = rule("signature-missing")
RULE = evolve(
    own, name="mine", code="MIN001", yields_to=(),
    violates=lambda: [Violates(Letter(), at="x")], passes=lambda: [Passes(Letter(signature=()))],
)
"""


def test_examples_that_do_not_hold_are_told(tmp_path: Path) -> None:
    (tmp_path / "faulty.py").write_text(FAULTY, encoding="utf-8")
    done = run(None, "test-rules", "faulty", folder=tmp_path)
    assert done.returncode == 1
    told = done.stdout.splitlines()
    assert told[0] == "mine violates 1: 0 findings instead of one: []"
    assert "mine violates 2: 1 examples, at least 2 are asked for" in told
    assert "mine passes 2: 1 examples, at least 3 are asked for" in told
    assert done.stderr == f"{len(told) - 1} failed\n"


def test_a_module_that_is_none_is_a_usage_error(tmp_path: Path) -> None:
    done = run(None, "test-rules", "nowhere", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "module nowhere cannot be used" in done.stderr


def test_a_module_that_leaves_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "leaving.py").write_text("import sys\nsys.exit(0)\n", encoding="utf-8")
    done = run(None, "test-rules", "leaving", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "module leaving cannot be used: SystemExit(0)" in done.stderr


RAISING = """
from attrs import evolve
from govreply.rules.registry import rule
from govreply.testing import Letter, Passes, Violates
def check(reply, context):
    {check}
    yield
def violates():
    {violates}
    return [Violates(Letter(), at="x")] * 2
RULE = evolve(
    rule("signature-missing"), name="mine", code="MIN001", yields_to=(), needs=(),
    check=check, violates=violates, passes=lambda: [Passes(Letter())] * 3,
)
"""


def test_what_a_rule_raises_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "raising.py").write_text(RAISING.format(check="1 / 0", violates="pass"), encoding="utf-8")
    done = run(None, "test-rules", "raising", folder=tmp_path)
    raised = "raises ZeroDivisionError('division by zero') at raising.py:6"
    told = [
        *(f"mine violates {n}: {raised}" for n in (1, 2)),
        *(f"mine passes {n}: {raised} (markdown)" for n in (1, 2, 3)),
    ]
    assert (done.returncode, done.stdout.splitlines()[:-1]) == (1, told)


@pytest.mark.parametrize(
    ("what", "told"), [("1 / 0", "ZeroDivisionError('division by zero')"), ("exit(0)", "SystemExit(0)")]
)
def test_what_the_examples_raise_is_told_with_its_line(what: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "raising.py").write_text(RAISING.format(check="pass", violates=what), encoding="utf-8")
    done = run(None, "test-rules", "raising", folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(f"mine violates, passes: the examples cannot be made: {told} at ")


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="the system has no alarm")
def test_a_rule_without_an_end_is_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = RAISING.format(check="while True: pass", violates="pass")
    (tmp_path / "without_end.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(test_rules, "SECONDS", 0.5)
    assert test_rules.command.callback is not None
    assert test_rules.command.callback("without_end") == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("mine violates 1: raises TooLongError('no end after 0.5 s, in without_end.py:6')")
    assert len(told) == 6
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.parametrize("written", ["faulty.py", "./faulty.py", "./faulty"])
def test_a_file_in_place_of_a_module_is_told_how_to_write_it(written: str, tmp_path: Path) -> None:
    (tmp_path / "faulty.py").write_text(FAULTY, encoding="utf-8")
    done = run(None, "test-rules", written, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{written}: give the name of the module, without a path and without .py, such as faulty\n" in done.stderr
