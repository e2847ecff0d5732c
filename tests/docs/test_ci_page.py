"""The page on CI names what there is: formats, options, inputs of the action, hooks, variables of the template."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from govreply.cli.check import command
from govreply.reports.registry import FORMATS

ROOT = Path(__file__).parents[2]
PAGES = {language: (ROOT / "docs" / language / "ci.md").read_text(encoding="utf-8") for language in ("zh", "en")}

both = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))


def examples(page: str) -> list[Any]:
    return [yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)]


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@both
def test_each_format_has_a_row(page: str) -> None:
    assert re.findall(r"^\| `([a-z]+)` \|", page, re.M)[: len(FORMATS)] == list(FORMATS)


@both
def test_each_option_exists(page: str) -> None:
    known = {name for param in command.params for name in param.opts}
    named = set(re.findall(r"--[a-z][a-z-]+", page))
    assert {"--changed-since", "--files-from", "--output"} <= named <= known


@both
def test_the_workflow_is_one_and_its_inputs_exist(page: str, tmp_path: Path) -> None:
    workflow, _, _ = examples(page)
    file = tmp_path / "replies.yml"
    file.write_text(re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)[0], encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)],
        capture_output=True,
        encoding="utf-8",
    )
    assert checked.returncode == 0, checked.stdout
    (own,) = (step for step in workflow["jobs"]["replies"]["steps"] if "govreply" in step["uses"])
    inputs = set(load("action.yml")["inputs"])
    assert set(own["with"]) <= inputs
    (listed,) = re.findall(r"[(（](`fail-on`.*?)[)）]", page)
    assert set(re.findall(r"`([\w-]+)`", listed)) <= inputs


@both
def test_the_variables_of_the_template_exist(page: str) -> None:
    _, pipeline, _ = examples(page)
    (include,) = pipeline["include"]
    (template,) = load(include["file"]).items()
    assert template[0] in pipeline
    assert set(pipeline[template[0]]["variables"]) <= set(template[1]["variables"])


@both
def test_the_hooks_exist(page: str) -> None:
    _, _, configured = examples(page)
    known = {hook["id"] for hook in load(".pre-commit-hooks.yaml")}
    assert {hook["id"] for hook in configured["repos"][0]["hooks"]} <= known
    assert set(re.findall(r"`(govreply-[a-z]+)`", page)) == known
