"""The pages on data: the columns that there are, and a script that runs and answers what it asks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from govreply.language import Language
from govreply.reports.batch_tables.schema import tables
from scripts.generate_data_pages import DOCS, refreshed
from tests.batch.running import run_in
from tests.reports.tables import exported

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples" / "batch_analysis.py"
languages = pytest.mark.parametrize("language", list(Language))


def page(language: Language) -> str:
    return (DOCS / language.value / "data.md").read_text(encoding="utf-8")


def blocks(language: Language, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page(language), re.MULTILINE | re.DOTALL)


@languages
def test_the_page_is_up_to_date(language: Language) -> None:
    assert refreshed(page(language), language) == page(language), "run python -m scripts.generate_data_pages"


@languages
def test_every_column_of_every_table_has_a_row(language: Language) -> None:
    sections = re.findall(r"^### ([a-z_]+)$(.*?)(?=^### |\Z)", page(language), re.MULTILINE | re.DOTALL)
    told = {name: re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE) for name, text in sections}
    assert told == {name: [column.name for column in table.columns] for name, table in tables().items()}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the script prints about the bundled fixtures, one text for each question."""
    folder = tmp_path_factory.mktemp("data")
    run_in(folder, ROOT / "fixtures")
    exported(folder, "parquet", wanted=("documents", "findings"))
    command = [sys.executable, "-X", "utf8", str(SCRIPT), str(folder / "export-parquet")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.rstrip("\n").split("\n\n")


def test_who_answers_late(shown: list[str]) -> None:
    """By the dates that the letters bear, with the last of June as the last day."""
    assert shown[0].splitlines() == [
        "late answers",
        "organ | letters | late | undated | latest",
        "兰溪市水务局 | 1 | 1 | 0 | 2023-09-04",
        "农业农村部 | 1 | 1 | 0 | 2023-08-09",
        "西安市交通运输局 | 1 | 1 | 0 | 2023-07-11",
        "桐庐县文化和广电旅游体育局 | 1 | 1 | 0 | 2023-07-05",
        "南京市民政局 | 1 | 0 | 0 | 2024-06-20",
        "合肥市财政局 | 1 | 0 | 0 | 2024-04-16",
        "厦门市住房和建设局 | 1 | 0 | 0 | 2023-06-19",
        "青岛市体育局 | 1 | 0 | 0 | 2023-05-26",
        "宜宾市林业和竹业局 | 1 | 0 | 1 | ",  # dated 31 June
        "武汉市生态环境局 | 1 | 0 | 1 | ",  # unsigned
    ]


def test_classes(shown: list[str]) -> None:
    """Three of the letters print a class mark."""
    head, names, *rows = shown[1].splitlines()
    assert (head, names) == ("classes", "organ | A | B | C | D | none")
    assert rows[:3] == [
        "厦门市住房和建设局 | 1 | 0 | 0 | 0 | 0",
        "武汉市生态环境局 | 0 | 1 | 0 | 0 | 0",
        "西安市交通运输局 | 0 | 1 | 0 | 0 | 0",
    ]
    assert [row.split(" | ")[1:] for row in rows[3:]] == [["0", "0", "0", "0", "1"]] * 7


def test_rules_violated(shown: list[str]) -> None:
    """What the notes of the fixtures call an error or a warning."""
    yibin, wuhan, qingdao = "宜宾市林业和竹业局 | 2023", "武汉市生态环境局 | 2023", "青岛市体育局 | 2023"
    assert shown[2].splitlines() == [
        "rules violated",
        "organ | year | rule | findings",
        f"{yibin} | date-impossible | 1",
        f"{yibin} | form-multi-tick | 1",
        f"{yibin} | heading-duplicate | 1",
        f"{yibin} | heading-gap | 1",
        f"{wuhan} | class-effect-conflict | 1",
        f"{wuhan} | form-required-empty | 1",
        f"{wuhan} | proposal-number-mismatch | 1",
        f"{wuhan} | proposal-year-session-mismatch | 1",
        f"{wuhan} | signature-missing | 1",
        f"{qingdao} | form-no-tick | 1",
    ]


@languages
def test_the_page_shows_the_script_and_what_it_prints(language: Language, shown: list[str]) -> None:
    cells = re.split(r"^# %% .*\n", SCRIPT.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert [block.strip() for block in blocks(language, "py")] == [cell.strip() for cell in cells]
    assert [_lines(block) for block in blocks(language, "text")] == [_lines(text) for text in shown]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]
