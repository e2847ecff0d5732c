from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreply.cli.eval import command as group
from govreply.testing import Letter
from tests.cli.running import Outcome, govreply
from tests.evaluate.corpora import RIGHT, known_corpus, put


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return known_corpus(tmp_path / "corpus")


def _cells(outcome: Outcome, field: str) -> list[str]:
    (line,) = [line for line in outcome.out.splitlines() if line.startswith(field + " ")]
    return line.split()[1:]


def test_the_table(corpus: Path) -> None:
    outcome = govreply("eval", "score", corpus)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.split("\n")[0].split() == ["字段", "应有", "命中", "多出", "漏掉", "准确率", "召回率", "F1"]
    assert _cells(outcome, "issuer") == ["2", "1", "1", "1", "0.5000", "0.5000", "0.5000"]
    assert _cells(outcome, "addressees") == ["3", "2", "0", "1", "1.0000", "0.6667", "0.8000"]
    assert _cells(outcome, "合计（微平均）") == ["12", "10", "2", "2", "0.8333", "0.8333", "0.8333"]
    assert _cells(outcome, "各字段平均（宏平均）") == ["0.8000", "0.8333", "0.7933"]
    assert outcome.out.endswith("\n文件 2 份，全部读对 1 份（50.0%）\n")
    assert "漏掉：" not in outcome.out


def test_the_table_in_english(corpus: Path) -> None:
    outcome = govreply("eval", "score", corpus, "--lang", "en")
    head = ["field", "support", "hits", "extra", "missed", "precision", "recall", "F1"]
    assert outcome.out.split("\n")[0].split() == head
    assert outcome.out.endswith("\ndocuments 2, without a single miss 1 (50.0%)\n")


def test_the_misses(corpus: Path) -> None:
    lines = govreply("eval", "score", corpus, "--misses").out.splitlines()
    assert lines[: lines.index("")] == [
        "below/two.txt",
        "  issuer 漏掉：武汉市水利局",
        "  issuer 多出：武汉市水务局",
        "  addressees 漏掉：周远行",
        "  phones 多出：027-85550136",
    ]
    assert "  addressees missed: 周远行" in govreply("eval", "score", corpus, "--misses", "--lang=en").out.splitlines()


def test_the_markdown_table(corpus: Path) -> None:
    lines = govreply("eval", "score", corpus, "--format", "markdown").out.splitlines()
    assert lines[:2] == [
        "| 字段 | 应有 | 命中 | 多出 | 漏掉 | 准确率 | 召回率 | F1 |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    assert "| phones | 1 | 1 | 1 | 0 | 0.5000 | 1.0000 | 0.6667 |" in lines
    assert lines[-1] == "文件 2 份，全部读对 1 份（50.0%）。"


def test_rules_have_a_table_of_their_own(tmp_path: Path) -> None:
    put(
        tmp_path, "a.md", Letter(signature=(), date=None).to_markdown(), {"is_reply": True, "findings": ["heading-gap"]}
    )
    outcome = govreply("eval", "score", tmp_path, "--misses")
    assert _cells(outcome, "heading-gap") == ["1", "0", "0", "1", "–", "0.0000", "0.0000"]
    assert _cells(outcome, "signature-missing") == ["0", "0", "1", "0", "0.0000", "–", "0.0000"]
    assert "  findings 漏掉：heading-gap\n  findings 多出：signature-missing\n" in outcome.out
    assert "全部读对 1 份" in outcome.out


def test_json_goes_to_the_file_and_to_the_screen(corpus: Path, tmp_path: Path) -> None:
    kept = tmp_path / "run.json"
    outcome = govreply("eval", "score", corpus, "--format", "json", "--output", kept)
    assert outcome.out == kept.read_text(encoding="utf-8")
    assert json.loads(outcome.out)["summary"]["micro"]["hits"] == 10


def test_a_document_that_cannot_be_read(corpus: Path) -> None:
    put(corpus, "blank.md", "", {"issuer": "武汉市水务局"})
    put(corpus, "gone.md", None, {})
    outcome = govreply("eval", "score", corpus, "--misses", "--lang", "en")
    assert outcome.code == 3
    assert outcome.out.endswith("(25.0%)\nnot read 2: not found 1, empty 1\n")
    assert "blank.md\n  not read: empty" in outcome.out
    assert _cells(outcome, "issuer")[:4] == ["3", "1", "1", "2"]


def test_a_folder_without_labels(tmp_path: Path) -> None:
    for name in ("score", "lint"):
        outcome = govreply("eval", name, tmp_path)
        assert outcome.code == 3
    assert "没有 *.gold.json" in govreply("eval", "score", tmp_path).err


def test_usage(corpus: Path, tmp_path: Path) -> None:
    for name in ("score", "lint"):
        outcome = govreply("eval", name, tmp_path / "none")
        assert (outcome.code, outcome.out) == (2, "")
        assert "none：不是文件夹" in outcome.err
    unwritable = govreply("eval", "score", corpus, "--output", tmp_path / "no" / "run.json", "--lang", "en")
    assert (unwritable.code, unwritable.out) == (2, "")
    assert "cannot write" in unwritable.err
    put(corpus, "bad.md", "正文", {"issuer": ["x"]})
    bad = govreply("eval", "score", corpus)
    assert (bad.code, bad.out) == (2, "")
    assert "bad.gold.json：issuer 应是一个值" in bad.err


def _kept(corpus: Path, name: str) -> Path:
    path = corpus.parent / name
    assert govreply("eval", "score", corpus, "--output", path).code == 0
    return path


def test_compare_the_same(corpus: Path) -> None:
    kept = _kept(corpus, "run.json")
    outcome = govreply("eval", "compare", kept, kept)
    assert outcome.code == 0
    assert outcome.out.startswith("corpus：govreply ")
    assert outcome.out.endswith("，比较 2 份\n\n标注过的字段没有变化\n")


def test_compare_tells_worse_from_better(corpus: Path) -> None:
    before = _kept(corpus, "before.json")
    # The letter itself changes here, which for the comparison is the same as being read otherwise
    (corpus / "one.md").write_text(Letter(copies=("市政协提案委", "市档案馆")).to_markdown(), encoding="utf-8")
    after = _kept(corpus, "after.json")
    worse = govreply("eval", "compare", before, after)
    assert worse.code == 1
    assert _cells(worse, "copies") == ["4→3", "0→1", "0→1", "1.0000→0.7500"]
    assert "one.md\n  - copies 丢了：市人民政府督查室\n  - copies 新的多出：市档案馆\n" in worse.out
    assert "! 文件本身已变：one.md\n" in worse.out
    assert worse.out.endswith("变差 1 处，变好 0 处（一份文件的一个字段为一处）\n")
    better = govreply("eval", "compare", after, before, "--lang", "en")
    assert better.code == 0
    assert "  + copies gained: 市人民政府督查室\n  + copies no longer made up: 市档案馆\n" in better.out
    assert better.out.endswith("worse: 0, better: 1 (fields of documents)\n")


def test_compare_as_json(corpus: Path) -> None:
    before = _kept(corpus, "before.json")
    (corpus / "one.md").write_text(Letter(copies=("市政协提案委",)).to_markdown(), encoding="utf-8")
    outcome = govreply("eval", "compare", before, _kept(corpus, "after.json"), "--format", "json")
    assert outcome.code == 1
    content = json.loads(outcome.out)
    assert content["schema"] == "govreply.evaluation-comparison/1"
    assert content["worse"] is True
    assert content["changes"] == [
        {
            "document": "one.md",
            "field": "copies",
            "gained": [],
            "lost": ["市人民政府督查室"],
            "made_up": [],
            "dropped": [],
            "replaced": [],
            "worse": True,
        }
    ]
    assert content["fields"]["copies"] == {
        "before": {"hits": 4, "extra": 0, "missed": 0},
        "after": {"hits": 3, "extra": 0, "missed": 1},
    }


def test_compare_corpora_that_differ(corpus: Path, tmp_path: Path) -> None:
    before = _kept(corpus, "before.json")
    (corpus / "one.md").rename(corpus / "three.md")
    (corpus / "one.gold.json").rename(corpus / "three.gold.json")
    put(corpus, "below/two.txt", Letter().to_text(), RIGHT)
    outcome = govreply("eval", "compare", before, _kept(corpus, "after.json"), "--lang", "en")
    assert outcome.code == 0
    for line in (
        "! only in the old run, not compared: one.md",
        "! only in the new run, not compared: three.md",
        "! labels differ, both runs are judged by the new ones: below/two.txt issuer",
    ):
        assert line in outcome.out.splitlines()
    other = known_corpus(tmp_path / "other")
    for path in other.rglob("two.*"):
        path.unlink()
    refused = govreply("eval", "compare", tmp_path / "after.json", _kept(other, "other.json"))
    assert (refused.code, refused.out) == (2, "")
    assert "没有共同的文件" in refused.err


def test_compare_wants_what_score_wrote(sound: Path, tmp_path: Path) -> None:
    for path in (sound, tmp_path / "none.json"):
        outcome = govreply("eval", "compare", path, path)
        assert (outcome.code, outcome.out) == (2, "")
        assert f"{path.name}：读不了" in outcome.err


def test_lint(corpus: Path) -> None:
    outcome = govreply("eval", "lint", corpus)
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "below/two.txt：issuer：文件里没有：武汉市水利局",
        "below/two.txt：addressees：文件里没有：周远行",
        "标注 2 份，疑点 2 处",
    ]
    put(corpus, "below/two.txt", Letter().to_text(), RIGHT)
    clean = govreply("eval", "lint", corpus, "--lang", "en")
    assert (clean.code, clean.out) == (0, "gold files 2, to look at 0\n")
    put(corpus, "blank.md", "", {})
    assert govreply("eval", "lint", corpus).code == 3


def test_what_steers_a_terminal_is_shown(tmp_path: Path) -> None:
    put(tmp_path, "a.md", Letter().to_markdown(), {"issuer": "\x1b[31m局"})
    assert "\x1b" not in govreply("eval", "score", tmp_path, "--misses").out + govreply("eval", "lint", tmp_path).out


@pytest.mark.parametrize("name", ["", "score", "compare", "lint"])
def test_help_is_in_both_languages(name: str) -> None:
    arguments = ["eval", *([name] if name else []), "--help"]
    chinese, english = govreply(*arguments), govreply(*arguments, "--lang", "en")
    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith(f"用法：govreply {' '.join(arguments[:-1])}")
    assert not any("一" <= c <= "鿿" for c in english.out)
    for command in group.commands_of if not name else ():
        assert f"\n  {command} " in english.out


def test_an_unknown_command_is_refused_with_the_nearest() -> None:
    outcome = govreply("eval", "scor")
    assert (outcome.code, outcome.out) == (2, "")
    assert "是否想用 score" in outcome.err
    assert govreply("eval").code == 2
