"""Files of configuration: which is found, what they may say, what extends what, and how faults are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govreply.config.configuration import Configuration
from govreply.config.errors import ConfigError
from govreply.config.files import find, load
from govreply.config.layers import Layer
from govreply.findings import Severity
from govreply.plugins import NONE
from govreply.testing import Letter
from tests.cli.running import govreply


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def plain(layer: Layer) -> dict[tuple[str, ...], object]:
    return {key: value.value for key, value in layer.items()}


def refused(path: Path) -> str:
    with pytest.raises(ConfigError) as error:
        load(path, NONE)
    return error.value.words.en


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_file_is_found_and_a_project_counts_if_it_speaks_of_govreply(here: Path) -> None:
    outer = written(here / "govreply.toml", "")
    (here / "a" / "b" / "c").mkdir(parents=True)
    assert find(here / "a" / "b" / "c") == outer
    written(here / "a" / "pyproject.toml", "[tool.other]\n")
    assert find(here / "a" / "b" / "c") == outer
    project = written(here / "a" / "pyproject.toml", "[tool.govreply]\n")
    assert find(here / "a" / "b" / "c") == project
    nearer = written(here / "a" / "govreply.toml", "")
    assert find(here / "a" / "b" / "c") == nearer


def test_a_file_says_all_that_there_is_to_say(here: Path) -> None:
    path = written(
        here / "govreply.toml",
        """
        select = ["identity", "FRM001", "duplicate-document-number"]
        ignore = ["typography"]
        profile = "wuhan"
        fail-on = "warning"
        language = "en"
        show-private = true
        baseline = "old/base.json"
        [severities]
        proposal-number-mismatch = "info"
        [limits]
        seconds = 5
        memory = "512M"
        xml_nesting = 20
        [per-file."a/**"]
        ignore = ["contact"]
        [catalogue-columns]
        "题名" = "B"
        date = 3
        """,
    )
    assert plain(load(path, NONE)) == {
        ("select",): ("identity", "FRM001", "duplicate-document-number"),
        ("ignore",): ("typography",),
        ("profile",): "wuhan",
        ("fail-on",): "warning",
        ("language",): "en",
        ("show-private",): True,
        ("baseline",): str(here / "old" / "base.json"),
        ("severities", "proposal-number-mismatch"): "info",
        ("limits", "seconds"): 5,
        ("limits", "memory"): 512 * 1024 * 1024,
        ("limits", "xml_nesting"): 20,
        ("per-file", str(here), "a/**", "ignore"): ("contact",),
        ("catalogue-columns", "title"): "B",
        ("catalogue-columns", "date"): "3",
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("selekt = []", 1, "no key selekt; did you mean select?"),
        ('\nignore = [\n  "form",\n  "formm",\n]', 4, "no rule or family formm; did you mean form?"),
        ('select = "form"', 1, 'select must be a list such as ["dates", "FRM001"]'),
        ('fail-on = "errors"', 1, "fail-on must be one of error, warning, info, never"),
        ('language = "de"', 1, "language must be one of zh, en"),
        ("show-private = 1", 1, "show-private must be true or false"),
        ("severities = 1", 1, "severities must be a table, written [severities]"),
        ('[severities]\n\nproposal-number-mismach = "info"', 3, "did you mean proposal-number-mismatch?"),
        ('[severities]\nIDN001 = "loud"', 2, "severities.IDN001 must be one of error, warning, info"),
        ("[limits]\nsecond = 3", 2, "no limit second; did you mean seconds?"),
        ("[limits]\nbytes = 0", 2, "limits.bytes must be a whole number above zero"),
        ('[limits]\npages = "3"', 2, "limits.pages must be a whole number above zero"),
        ("[limits]\nxml_nesting = 241", 2, "limits.xml_nesting must be a whole number from 1 to 240"),
        ("[limits]\nseconds = inf", 2, "limits.seconds must be a number above zero, up to ten million"),
        ('[limits]\nmemory = "99999999999999999999G"', 2, "limits.memory must be a whole number above zero"),
        ('[per-file."*.md"]\nignor = []', 2, "no key ignor; did you mean ignore?"),
        ('[catalogue-columns]\n"提名" = "B"', 2, "no field of a catalogue"),
        ('profile = "wuhann"', 1, "wuhann"),
        ("extends = 3", 1, "extends must be a file name or a list of them"),
        ('extends = "no.toml"', 1, "extends: no.toml: cannot be read"),
        ("a = ", None, "no TOML"),
        ("a = " + "[" * 9999, None, "no TOML"),
    ],
)
def test_what_it_cannot_say_is_told_with_its_line(here: Path, text: str, line: int | None, words: str) -> None:
    told = refused(written(here / "govreply.toml", text))
    assert told.startswith(f"govreply.toml:{line}: " if line else "govreply.toml: "), told
    assert words in told


def test_in_a_project_the_line_is_that_of_the_project(here: Path) -> None:
    told = refused(written(here / "pyproject.toml", '[project]\nname = "x"\n\n[tool.govreply]\nlanguag = "zh"\n'))
    assert told == "pyproject.toml:5: no key languag; did you mean language?"


def test_what_extends_goes_before_what_is_extended(here: Path) -> None:
    written(
        here / "base.toml", 'ignore = ["form"]\nfail-on = "never"\nbaseline = "b.json"\n[limits]\npages = 3\nbytes = 9'
    )
    written(here / "second.toml", 'fail-on = "info"')
    path = written(here / "sub" / "govreply.toml", 'extends = ["../base.toml", "../second.toml"]\n[limits]\npages = 4')
    layer = load(path, NONE)
    assert plain(layer) == {
        ("ignore",): ("form",),
        ("fail-on",): "info",
        ("baseline",): str(here / "b.json"),
        ("limits", "pages"): 4,
        ("limits", "bytes"): 9,
    }
    assert layer[("ignore",)].origin.name == str(here / "base.toml")
    assert layer[("limits", "pages")].origin.find_line() == 3


def test_a_circle_of_files_is_told(here: Path) -> None:
    written(here / "a.toml", 'extends = "b.toml"')
    written(here / "b.toml", 'extends = "a.toml"')
    assert "leads back to itself: a.toml → b.toml → a.toml" in refused(here / "a.toml")


def test_each_document_has_the_rules_of_its_nearest_file_and_of_the_patterns_that_fit(here: Path) -> None:
    written(
        here / "govreply.toml",
        'ignore = ["form"]\n[per-file."旧档/**"]\nignore = ["contact"]\n[per-file."*.txt"]\nselect = ["dates"]',
    )
    written(here / "sub" / "govreply.toml", '[severities]\nIDN001 = "info"')
    configuration = Configuration()
    assert configuration.rules_for(here / "a.md").ignore == ("form",)
    assert configuration.rules_for(here / "旧档" / "x" / "a.md").ignore == ("form", "contact")
    assert configuration.rules_for(here / "旧档" / "a.txt").select == ("dates",)
    below = configuration.rules_for(here / "sub" / "a.md")
    assert (below.ignore, below.severities) == ((), {"proposal-number-mismatch": Severity.INFO})
    assert configuration.files_used() == ["govreply.toml", "sub/govreply.toml"]


def test_a_given_file_holds_everywhere_and_none_where_that_is_asked_for(here: Path) -> None:
    written(here / "govreply.toml", 'ignore = ["form"]')
    other = written(here / "other.toml", 'ignore = ["dates"]')
    assert Configuration(given=other).rules_for(here / "a.md").ignore == ("dates",)
    assert Configuration(isolated=True).rules_for(here / "a.md").ignore == ()


def test_a_configuration_that_leaves_no_rule_for_a_document_is_refused(here: Path) -> None:
    written(here / "govreply.toml", 'select = ["dates"]\n[per-file."*.txt"]\nignore = ["dates"]')
    configuration = Configuration()
    assert configuration.rules_for(here / "a.md").select == ("dates",)
    with pytest.raises(ConfigError, match=r"^govreply\.toml: no rule is left to run over a\.txt"):
        configuration.rules_for(here / "a.txt")


def test_what_is_set_in_vain_is_known(here: Path) -> None:
    written(here / "govreply.toml", 'fail-on = "warning"')
    written(here / "sub" / "govreply.toml", 'fail-on = "info"\nignore = ["form"]\n[limits]\npages = 3')
    configuration = Configuration()
    run = configuration.of_run([here])
    assert run.get("fail-on").value == "warning"
    configuration.rules_for(here / "sub" / "a.md")
    assert configuration.overruled(run) == [("sub/govreply.toml", "fail-on"), ("sub/govreply.toml", "limits.pages")]


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (Path.mkdir, "is no file"),
        (lambda path: path.symlink_to("nowhere.toml"), "is a link to what does not exist"),
    ],
)
def test_what_is_called_govreply_toml_and_is_no_file_is_an_error(
    here: Path, make: Callable[[Path], None], why: str
) -> None:
    (here / "letters").mkdir()
    make(here / "govreply.toml")
    with pytest.raises(ConfigError) as error:
        find(here / "letters")
    assert error.value.words.en == f"govreply.toml: {why}"
    letter = written(here / "letters" / "a.md", Letter().to_markdown())
    outcome = govreply("check", letter, "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"error: govreply.toml: {why}" in outcome.err


def test_a_link_to_a_file_of_configuration_counts(here: Path) -> None:
    written(here / "shared.toml", "")
    (here / "govreply.toml").symlink_to("shared.toml")
    assert find(here) == here / "govreply.toml"
