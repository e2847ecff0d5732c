from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.scripts import ROOT, Ran, executable, git, govreply_program, needs_bash, needs_git, run

ACTION = ROOT / "action.yml"
# what a runner starts for `shell: bash`
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]

pytestmark = needs_bash


def action() -> dict[str, Any]:
    loaded = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def step(name: str) -> dict[str, Any]:
    (found,) = (step for step in action()["runs"]["steps"] if step.get("id") == name)
    assert isinstance(found, dict)
    return found


def check(folder: Path, **given: str) -> tuple[Ran, dict[str, str], str]:
    """Run the step that checks; what it printed, its outputs, and the summary."""
    temporary = folder.parent
    inputs = {name.replace("-", "_"): value["default"] for name, value in action()["inputs"].items()}
    inputs |= given
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1].replace("-", "_")], value)
        for name, value in step("check")["env"].items()
    }
    variables |= {
        "GOVREPLY": str(govreply_program(temporary / "bin" / "govreply")),
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary.md"),
        "GITHUB_WORKSPACE": str(folder),
    }
    (temporary / "output").write_text("", encoding="utf-8")
    ran = run(step("check")["run"], BASH, folder, variables)
    lines = (temporary / "output").read_text(encoding="utf-8").splitlines()
    summary = temporary / "summary.md"
    return ran, dict(line.split("=", 1) for line in lines), summary.read_text("utf-8") if summary.exists() else ""


def test_the_file_is_an_action() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_no_value_is_pasted_into_a_script() -> None:
    scripts = [step["run"] for step in action()["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert [script for script in scripts if "${{" in script] == []


def test_every_input_is_used_and_every_used_one_exists() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(action()["runs"])))
    assert used == set(action()["inputs"])


def test_findings_are_annotated_and_fail_the_step(letters: Path) -> None:
    ran, outputs, summary = check(letters)
    assert (ran.code, ran.err) == (1, "")
    assert outputs == {"exit-code": "1"}
    assert re.search(r"^::error file=错 件\.md,line=\d+,.*title=IDN001 proposal-number-mismatch::", ran.out, re.M)
    assert "| 错误 | 错 件.md |" in summary


def test_paths_reports_and_arguments(letters: Path) -> None:
    ran, outputs, _ = check(
        letters,
        paths="sound.md\n错 件.md\n",
        sarif="out put.sarif",
        junit="out.xml",
        arguments="--select\nstructure\n",
        language="en",
    )
    assert (ran.code, ran.err) == (0, "")
    assert outputs == {"exit-code": "0"}
    (run_of_sarif,) = json.loads((letters / "out put.sarif").read_text(encoding="utf-8"))["runs"]
    assert run_of_sarif["language"] == "en"
    assert [artifact["location"]["uri"] for artifact in run_of_sarif["artifacts"]] == [
        "sound.md",
        "%E9%94%99%20%E4%BB%B6.md",
    ]
    assert (letters / "out.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_the_threshold_and_an_empty_search_are_passed_on(letters: Path) -> None:
    assert check(letters, fail_on="never")[0].code == 0
    assert check(letters, paths="README.md")[0].code == 3
    assert check(letters, paths="README.md", allow_empty="true")[0].code == 0
    assert check(letters, paths="gone.md", allow_empty="true")[1] == {"exit-code": "3"}


def test_values_are_never_run(letters: Path) -> None:
    evil = '$(touch sprung)`touch sprung`; touch sprung\n"; touch sprung; "'
    for name in ("paths", "changed_since", "fail_on", "allow_empty", "sarif", "junit", "arguments", "language"):
        check(letters, **{name: evil})
    assert not (letters / "sprung").exists()


@needs_git
def test_only_what_changed_is_checked(letters: Path) -> None:
    git(letters, "init", "-q", ".")
    git(letters, "add", "-A")
    git(letters, "commit", "-q", "-m", "first")
    first = git(letters, "rev-parse", "HEAD")
    assert check(letters, changed_since=first)[0].code == 0
    assert check(letters, changed_since="0" * 40)[0].code == 1
    with (letters / "错 件.md").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert check(letters, changed_since=first)[0].code == 1
    assert check(letters, changed_since="f" * 40)[1] == {"exit-code": "2"}


@pytest.mark.parametrize("bin_name", ["bin", "Scripts"])
def test_it_is_installed_from_the_folder_of_the_action(tmp_path: Path, bin_name: str) -> None:
    log = tmp_path / "log"
    record = f'echo "$0 $@" >> "{log}"'
    pip = executable(tmp_path / "pip", record)
    make = f'if [ "$2" = venv ]; then mkdir -p "$3/{bin_name}" && cp "{pip}" "$3/{bin_name}/python"; fi'
    python = executable(tmp_path / "python", make)
    (tmp_path / "workspace").mkdir()
    variables = {
        "PYTHON": str(python),
        "SOURCE": "/actions/govreply",
        "RUNNER_TEMP": str(tmp_path / "runner temp"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
    }
    assert set(step("install")["env"]) == {"PYTHON", "SOURCE"}
    ran = run(step("install")["run"], BASH, tmp_path / "workspace", variables)
    assert (ran.code, ran.err) == (0, "")
    folder = tmp_path / "runner temp" / "govreply" / bin_name
    called = f"{folder}/python -m pip install --quiet --disable-pip-version-check /actions/govreply\n"
    assert log.read_text(encoding="utf-8") == called
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"command={folder}/govreply\n"
