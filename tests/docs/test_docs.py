"""The documentation says what the code says."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import attrs
import pytest

from govreply.config.configuration import Configuration
from govreply.config.environment import VARIABLES
from govreply.config.keys import EXTENDS, KEYS
from govreply.errors import Cause
from govreply.limits import Limits

ROOT = Path(__file__).parents[2]
LANGUAGES = ("zh", "en")


def _page(language: str, name: str) -> str:
    return (ROOT / "docs" / language / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_has_the_layers_that_are_enforced(language: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    enforced = [{name.strip() for name in layer.split("|")} for layer in contract["layers"]]
    rows = re.findall(r"^│(.+)│$", _page(language, "architecture"), re.MULTILINE)
    assert [{f"govreply.{name}" for name in row.split()} for row in rows] == enforced


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cause_has_one_row(language: str) -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", _page(language, "errors"), re.MULTILINE)
    assert rows == [cause.value for cause in Cause]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_limit_has_one_row_with_its_default(language: str) -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| ([0-9,]+)( MiB| GiB| s|) \|", _page(language, "formats"), re.MULTILINE)
    units = {"": 1, " s": 1, " MiB": 1024**2, " GiB": 1024**3}
    told = [(name, int(number.replace(",", "")) * units[unit]) for name, number, unit in rows]
    assert told == list(attrs.asdict(Limits()).items())


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "docs" / "en").glob("*.md"))])
def test_both_languages_have_the_same_shape(name: str) -> None:
    zh, en = (_shape(_page(language, name)) for language in LANGUAGES)
    assert zh == en


def _shape(page: str) -> list[str]:
    """Heading levels, starts of code blocks and table rows, in order."""
    return re.findall(r"^(#+(?= )|```\w+|\|(?= ))", page, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_configuration_can_be_used(language: str, tmp_path: Path) -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```$", _page(language, "config"), re.MULTILINE | re.DOTALL)
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "govreply.toml").write_text(example, encoding="utf-8")
    (tmp_path / "govreply.toml").touch()
    assert set(tomllib.loads(example)) == {EXTENDS, *KEYS}, "every key is shown"
    assert Configuration().in_folder(folder).get("fail-on").value == "warning"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_of_a_configuration_has_its_row_and_its_variable(language: str) -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (?:`(\w+)[=\w,.-]*`)? ?\|$", _page(language, "config"), re.MULTILINE)
    variables = {key: name for name, (key, _) in VARIABLES.items()}
    assert {key: name or None for key, name in rows} == {key: variables.get(key) for key in (EXTENDS, *KEYS)}


_EXAMPLES = {
    f"{page.parent.name}/{page.stem}-{index}": body
    for page in sorted((ROOT / "docs").glob("*/*.md"))
    for index, body in enumerate(
        re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    )
}


@pytest.mark.parametrize("name", _EXAMPLES)
def test_each_python_example_runs(name: str) -> None:
    command = [sys.executable, "-c", _EXAMPLES[name]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


def test_each_decision_is_told_in_chinese_too() -> None:
    english = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^## ", _page("zh", "decisions"), re.MULTILINE)) == len(
        re.findall(r"^## ", english, re.MULTILINE)
    ), "a new decision goes into docs/zh/decisions.md, too"
