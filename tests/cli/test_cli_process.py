"""What only a process of its own can show: streams, signals, colours, start-up."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govreply.cli import process
from govreply.version import VERSION
from tests.cli.running import govreply, govreply_process


def test_the_module_runs_and_tells_its_version() -> None:
    assert govreply_process("--version").out == f"govreply {VERSION}\n"


def test_version_and_help_do_not_load_the_parser() -> None:
    code = "import sys; from govreply.cli import main\ntry: main(['--version'])\nfinally: print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    loaded = done.stdout.splitlines()[-1]
    for heavy in ("govreply.grammar", "govreply.readers", "govreply.rules", "regex", "lxml", "cattrs", "rich.console"):
        assert f"'{heavy}'" not in loaded


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "gbk"}]
)
def test_output_is_utf8_whatever_the_locale(sound: Path, environment: dict[str, str]) -> None:
    outcome = govreply_process("parse", sound, environment=environment)
    assert json.loads(outcome.out)["issuer"]["text"] == "武汉市水务局"
    assert "通过" in govreply_process("check", sound, environment=environment).out


def test_colours_in_a_pipe_only_where_forced(faulty: Path) -> None:
    assert "\x1b" not in govreply_process("check", faulty).out
    assert "\x1b[1;31m" in govreply_process("check", faulty, environment={"FORCE_COLOR": "1"}).out
    assert "\x1b" not in govreply_process("check", faulty, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
    assert "\x1b" not in govreply_process("parse", faulty, environment={"FORCE_COLOR": "1"}).out


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
@pytest.mark.parametrize(
    "arguments",
    [("parse",), ("check",), ("check", "--format", "json"), ("parse", "--format", "tree"), ("--help",), ("rules",)],
)
def test_a_reader_that_goes_away_is_no_error_to_tell(sound: Path, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "govreply",
                *arguments,
                *((str(sound),) if arguments[0] in ("check", "parse") else ()),
            ],
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_an_interrupt_ends_cleanly(monkeypatch: pytest.MonkeyPatch, sound: Path) -> None:
    from govreply import api

    def interrupted(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(api, "check_file", interrupted)
    outcome = govreply("check", sound)
    assert outcome.code == 130
    assert outcome.err.strip() == "已中断"


def test_a_fault_of_the_program_is_not_taken_for_findings(monkeypatch: pytest.MonkeyPatch, sound: Path) -> None:
    from govreply import api

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(api, "check_file", broken)
    outcome = govreply("check", sound)
    assert outcome.code == 3
    assert "RuntimeError('out of order') at test_cli_process.py" in outcome.out and "程序出错" in outcome.out


def test_streams_that_cannot_be_reconfigured_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        process.run(lambda arguments: len(arguments), ["a", "b"])
    assert ended.value.code == 2


# --- standard streams that are closed or full ---

_FORMATS = ("text", "json", "jsonl", "concise", "sarif", "junit", "github", "gitlab")


def _with_streams(redirections: str, *arguments: str | Path, unbuffered: bool = False) -> tuple[int, str]:
    """Exit code and standard error of a run under a shell, which alone can start a program without a stream."""
    command = shlex.join([sys.executable, "-m", "govreply", *map(str, arguments)])
    done = subprocess.run(
        ["sh", "-c", f"exec {command} {redirections}"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"GOVREPLY_LANG": "en", "PYTHONUNBUFFERED": "1" if unbuffered else ""},
        timeout=100,
    )
    return done.returncode, done.stderr.decode("utf-8")


_COMMANDS = [*(("check", "--format", form) for form in _FORMATS), ("parse",), ("parse", "--format", "tree"), ("rules",)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
@pytest.mark.parametrize("unbuffered", [False, True])
@pytest.mark.parametrize("arguments", _COMMANDS)
def test_a_full_standard_output_is_told_in_a_line(faulty: Path, arguments: tuple[str, ...], unbuffered: bool) -> None:
    document = () if arguments[0] == "rules" else (faulty,)
    code, told = _with_streams("> /dev/full", *arguments, *document, unbuffered=unbuffered)
    assert code == 3
    assert told.replace("output:", "output") == "standard output cannot be written (no space left on the disk)\n"


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
@pytest.mark.parametrize("arguments", _COMMANDS)
def test_a_closed_standard_output_is_told_in_a_line(faulty: Path, arguments: tuple[str, ...]) -> None:
    document = () if arguments[0] == "rules" else (faulty,)
    code, told = _with_streams(">&-", *arguments, *document)
    assert code == 3
    assert told.replace("output:", "output") == "standard output cannot be written (it is closed)\n"


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
def test_reports_in_files_are_written_without_a_standard_output(faulty: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert _with_streams(">&-", "check", faulty, "--output", f"json={report}")[0] == 3
    assert json.loads(report.read_text(encoding="utf-8"))["summary"]["documents"] == 1


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
@pytest.mark.parametrize(
    ("options", "origin"), [(("-",), "standard input (-)"), (("--files-from", "-"), "--files-from -")]
)
def test_a_closed_standard_input_is_a_usage_error(options: tuple[str, ...], origin: str) -> None:
    code, told = _with_streams("<&-", "check", *options)
    assert code == 2
    assert f"error: {origin}: cannot be read (it is closed)\n" in told
    assert "Traceback" not in told


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
def test_codes_hold_where_nobody_hears_of_errors(faulty: Path, tmp_path: Path) -> None:
    assert _with_streams("2>&-", "check", faulty)[0] == 1
    assert _with_streams("2>&-", "parse", tmp_path / "missing.md")[0] == 3
    assert _with_streams("<&- >&- 2>&-", "check", faulty, "--isolate")[0] == 3
