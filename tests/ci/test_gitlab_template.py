from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.ci.scripts import ROOT, Ran, executable, git, govreply_program, needs_bash, needs_git, run

TEMPLATE = ROOT / "ci" / "govreply.gitlab-ci.yml"
# a runner uses bash where there is one, else sh; both end at the first failure
SHELLS = {"bash": ["bash", "-eo", "pipefail"], "sh": ["sh", "-e"]}

pytestmark = needs_bash


def job() -> dict[str, Any]:
    (job,) = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8")).values()
    assert isinstance(job, dict)
    return job


def check(folder: Path, shell: str = "bash", **given: str) -> Ran:
    home = folder.parent / "home"
    govreply_program(home / "bin" / "govreply")
    variables = {name: str(value) for name, value in job()["variables"].items()}
    return run("\n".join(job()["script"]), SHELLS[shell], folder, variables | {"GOVREPLY_HOME": str(home)} | given)


def test_the_file_is_a_pipeline() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]
    done = subprocess.run(
        [*command, "--data-transform", "gitlab-ci", str(TEMPLATE)], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("shell", list(SHELLS))
def test_findings_fail_the_job_and_both_reports_are_there(letters: Path, shell: str) -> None:
    ran = check(letters, shell)
    assert (ran.code, ran.err) == (1, "")
    assert "错 件.md  不通过" in ran.out
    reports = job()["artifacts"]["reports"]
    quality = json.loads((letters / reports["codequality"]).read_text(encoding="utf-8"))
    assert ("错 件.md", "critical") in {(entry["location"]["path"], entry["severity"]) for entry in quality}
    assert JUnitXml.fromfile(str(letters / reports["junit"])).failures == 1
    assert job()["artifacts"]["when"] == "always"


@pytest.mark.parametrize("shell", list(SHELLS))
def test_paths_and_options(letters: Path, shell: str) -> None:
    assert check(letters, shell, GOVREPLY_PATHS="sound.md").code == 0
    assert check(letters, shell, GOVREPLY_PATHS="sound.md\n错 件.md").code == 1
    assert check(letters, shell, GOVREPLY_FAIL_ON="never").code == 0
    assert check(letters, shell, GOVREPLY_OPTIONS="--select structure --lang en").code == 0
    assert check(letters, shell, GOVREPLY_PATHS="README.md").code == 3
    assert check(letters, shell, GOVREPLY_PATHS="README.md", GOVREPLY_OPTIONS="--allow-empty").code == 0


@needs_git
@pytest.mark.parametrize("shell", list(SHELLS))
def test_only_what_changed_is_checked(letters: Path, shell: str) -> None:
    git(letters, "init", "-q", ".")
    git(letters, "add", "-A")
    git(letters, "commit", "-q", "-m", "first")
    first = git(letters, "rev-parse", "HEAD")
    assert check(letters, shell, GOVREPLY_CHANGED_SINCE=first).code == 0
    assert check(letters, shell, GOVREPLY_CHANGED_SINCE="0" * 40).code == 1
    assert check(letters, shell, GOVREPLY_CHANGED_SINCE="f" * 40).code == 2


def test_it_is_installed_into_a_home_of_its_own(tmp_path: Path) -> None:
    log = tmp_path / "log"
    pip = executable(tmp_path / "pip", f'echo "$@" >> "{log}"')
    executable(tmp_path / "bin" / "python", f'mkdir -p "$3/bin" && cp "{pip}" "$3/bin/python"')
    (tmp_path / "project").mkdir()
    variables = {
        "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin",
        "GOVREPLY_HOME": str(tmp_path / "home of it"),
        "GOVREPLY_PACKAGE": "git+https://example.org/govreply.git",
    }
    ran = run("\n".join(job()["before_script"]), SHELLS["bash"], tmp_path / "project", variables)
    assert (ran.code, ran.err) == (0, "")
    assert log.read_text(encoding="utf-8") == (
        "-m pip install --quiet --disable-pip-version-check git+https://example.org/govreply.git\n"
    )
