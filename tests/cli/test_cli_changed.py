"""``--changed-since``: the files that git says are new or have changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from govreply.testing import Form, Letter
from tests.cli.running import govreply

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

LETTER = Letter(form=Form()).to_markdown()
FAULTY = Letter(form=Form(number="20230171")).to_markdown()
_PERSON = ("-c", "user.name=档案室", "-c", "user.email=archive@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One with a first commit, tagged ``first``, as the current folder; no settings of this machine count."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main", ".")
    for name in ("kept.md", "edited.md", "removed.md", "old-name.md", "letters/答 复.md"):
        write(name)
    commit("first")
    git("tag", "first")
    return folder


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *_PERSON, *arguments], check=True, capture_output=True)
    return done.stdout.decode()


def write(name: str, text: str = LETTER) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", message)


def changed(*arguments: str) -> list[str]:
    return govreply("check", "--list-files", *arguments).out.splitlines()


def test_what_was_added_edited_and_renamed_is_there_and_what_was_removed_is_not() -> None:
    write("edited.md", FAULTY)
    write("added.md")
    write("letters/新 “件”.md")
    git("mv", "old-name.md", "new-name.md")
    git("rm", "-q", "removed.md")
    commit("second")
    assert changed("--changed-since", "first") == ["added.md", "edited.md", "new-name.md", "letters/新 “件”.md"]


def test_what_is_not_committed_counts_too() -> None:
    write("edited.md", FAULTY)
    write("staged.md")
    git("add", "staged.md")
    write("letters/答 复.md", FAULTY)
    write("untracked.md")
    write("ignored.md")
    write(".gitignore", "ignored.md\n")
    assert changed("--changed-since", "HEAD") == ["edited.md", "staged.md", "untracked.md", "letters/答 复.md"]


def test_the_findings_of_other_files_do_not_count() -> None:
    write("kept.md", FAULTY)
    commit("second")
    git("tag", "second")
    write("edited.md", LETTER + "\n")
    commit("third")
    assert govreply("check", ".").code == 1
    outcome = govreply("check", ".", "--changed-since", "second")
    assert outcome.code == 0
    assert outcome.out.startswith("edited.md  通过\n")
    assert govreply("check", ".", "--changed-since", "first").code == 1


def test_nothing_changed_is_no_failure_and_told() -> None:
    outcome = govreply("check", "--changed-since", "HEAD")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "自 HEAD 以来没有新增或改动的文件\n")
    outcome = govreply("check", "--changed-since", "HEAD", "--format", "gitlab", "--lang", "en")
    assert (outcome.code, outcome.out) == (0, "[]\n")
    assert outcome.err == "nothing to check: no file has changed since HEAD\n"


def test_a_change_to_what_is_no_reply_is_no_failure() -> None:
    write("README.md", "# 说明\n\n这里存放答复。\n")
    outcome = govreply("check", "--changed-since", "HEAD", "--format", "concise")
    assert outcome.code == 0
    assert outcome.out.startswith("README.md: undetermined warning ")
    assert outcome.err == "没有可检查的答复：所给文件都不是答复\n"


def test_what_cannot_be_read_still_is_a_failure() -> None:
    write("broken.pdf", "%PDF-1.7\nnothing")
    assert govreply("check", "--changed-since", "HEAD").code == 3


def test_paths_bound_the_search() -> None:
    write("letters/new.md")
    write("edited.md", FAULTY)
    assert changed("--changed-since", "first", "letters") == ["letters/new.md"]
    assert changed("--changed-since", "first", "edited.md", "kept.md") == ["edited.md"]


def test_the_current_folder_may_lie_deep_in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    write("letters/new.md")
    write("edited.md", FAULTY)
    monkeypatch.chdir("letters")
    assert changed("--changed-since", "first") == ["new.md"]
    assert changed("--changed-since", "first", "..") == ["../edited.md", "../letters/new.md"]


def test_the_repository_may_be_another_than_that_of_the_current_folder(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("edited.md", FAULTY)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert changed("--changed-since", "first", str(repository)) == [str(repository / "edited.md")]


def test_what_others_did_since_is_not_counted() -> None:
    git("checkout", "-q", "-b", "branch")
    write("mine.md")
    commit("mine")
    git("checkout", "-q", "main")
    write("kept.md", FAULTY)
    commit("theirs")
    git("checkout", "-q", "branch")
    assert changed("--changed-since", "main") == ["mine.md"]


def test_histories_with_nothing_in_common_are_compared_as_they_are() -> None:
    git("checkout", "-q", "--orphan", "other")
    write("edited.md", FAULTY)
    commit("other")
    assert changed("--changed-since", "main") == ["edited.md"]


def test_what_is_ignored_stays_so() -> None:
    write("letters/new.md")
    write(".govreplyignore", "letters/\n")
    outcome = govreply("check", "--changed-since", "first")
    assert outcome.code == 0
    assert "按 .govreplyignore 略过 1 个文件夹" in outcome.err


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "-h", "", "first..main", "a b"])
def test_a_revision_that_is_none_is_a_usage_error(revision: str) -> None:
    outcome = govreply("check", f"--changed-since={revision}")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"--changed-since：仓库里没有版本 {revision}；浅克隆请先取全历史（如 fetch-depth: 0）" in outcome.err
    assert not Path("stolen").exists()


def test_outside_a_repository_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path / "plain")
    outcome = govreply("check", "--changed-since", "HEAD")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--changed-since 只能用于 git 仓库：. 不在仓库的工作区里（fatal: not a git repository" in outcome.err


def test_without_git_that_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = govreply("check", "--changed-since", "HEAD", "--lang", "en")
    assert outcome.code == 2
    assert "--changed-since needs git, which cannot be run" in outcome.err


def test_no_program_of_the_repository_is_run(repository: Path) -> None:
    trap = repository / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    git("config", "core.fsmonitor", str(trap))
    git("config", "diff.external", str(trap))
    write("edited.md", FAULTY)
    assert changed("--changed-since", "first") == ["edited.md"]
    assert not Path("sprung").exists()


# --- repositories in the repository ---


@pytest.fixture
def submodule(repository: Path, tmp_path: Path) -> Path:
    """``sm`` with ``s.md`` and ``t.md`` in it; the commit that records it is tagged ``base``."""
    origin = tmp_path / "origin"
    git("init", "-q", "-b", "main", str(origin))
    for name in ("s.md", "t.md"):
        (origin / name).write_text(LETTER, encoding="utf-8")
    git("-C", str(origin), "add", "-A")
    git("-C", str(origin), "commit", "-q", "-m", "first")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(origin), "sm")
    commit("with a submodule")
    git("tag", "base")
    return repository / "sm"


def test_changes_in_a_submodule_are_there_from_one_recorded_commit_to_the_next(submodule: Path) -> None:
    write("sm/s.md", FAULTY)
    write("sm/new.md")
    git("-C", "sm", "add", "-A")
    git("-C", "sm", "commit", "-q", "-m", "second")
    commit("a newer submodule")
    expected = ["sm/new.md", "sm/s.md"]
    assert changed("--changed-since", "base", ".") == expected
    write("sm/untracked.md")
    assert changed("--changed-since", "base", ".") == [*expected, "sm/untracked.md"]
    assert changed("--changed-since", "HEAD", ".") == ["sm/untracked.md"]
    assert govreply("check", "--changed-since", "base", ".").code == 1


@pytest.mark.usefixtures("submodule")
def test_an_unchanged_submodule_has_no_changed_file() -> None:
    write("edited.md", FAULTY)
    assert changed("--changed-since", "base", ".") == ["edited.md"]


@pytest.mark.usefixtures("submodule")
def test_a_submodule_that_was_not_there_is_new_with_all_its_files() -> None:
    assert changed("--changed-since", "first", ".") == ["sm/s.md", "sm/t.md"]


@pytest.mark.usefixtures("submodule")
def test_a_submodule_that_is_not_checked_out_has_no_files() -> None:
    git("submodule", "--quiet", "deinit", "-f", "sm")
    write("edited.md", FAULTY)
    assert changed("--changed-since", "base", ".") == ["edited.md"]


def test_a_submodule_without_the_commit_that_was_recorded_is_told(submodule: Path) -> None:
    git("update-index", "--cacheinfo", f"160000,{'1' * 40},sm")
    git("commit", "-q", "-m", "a commit that was never pushed")
    outcome = govreply("check", "--changed-since", "HEAD", ".", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "submodule sm has not got 111111111111, which was recorded of it" in outcome.err


def test_an_untracked_repository_is_new_with_all_its_files(repository: Path) -> None:
    git("init", "-q", "-b", "main", "nested/inner")
    write("nested/inner/a.md")
    git("-C", "nested/inner", "add", "-A")
    git("-C", "nested/inner", "commit", "-q", "-m", "first")
    write("nested/inner/b.md")
    write("nested/inner/c.md")
    write("nested/inner/.gitignore", "c.md\n")
    assert changed("--changed-since", "HEAD", ".") == ["nested/inner/a.md", "nested/inner/b.md"]


@pytest.mark.usefixtures("submodule")
def test_a_revision_of_the_repository_around_a_submodule_is_explained(repository: Path) -> None:
    outcome = govreply("check", "--changed-since", "base", "sm", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "sm lies in a submodule, which has no revision base of its own" in outcome.err
    assert str(repository) in outcome.err and "fetch-depth" not in outcome.err


@pytest.mark.usefixtures("submodule")
def test_a_submodule_may_lie_below_the_folder_that_is_checked() -> None:
    git("mv", "sm", "letters/sm")
    commit("moved")
    git("tag", "moved")
    write("letters/sm/s.md", FAULTY)
    assert changed("--changed-since", "moved", "letters") == ["letters/sm/s.md"]


# --- links ---


def test_a_file_that_a_link_leads_to_as_well_is_called_as_git_calls_it() -> None:
    write("r/d.md")
    write("r/e.md")
    commit("second")
    write("r/d.md", FAULTY)
    write("r/e.md", FAULTY)
    Path("a-link").symlink_to("r")
    Path("b-link.md").symlink_to("r/e.md")
    assert sorted(changed("--changed-since", "HEAD", ".")) == ["r/d.md", "r/e.md"]
    assert changed("--changed-since", "HEAD", "a-link") == ["a-link/d.md", "a-link/e.md"]
    assert changed("--changed-since", "HEAD", "b-link.md", ".") == ["b-link.md", "r/d.md"]


def test_a_link_to_what_is_ignored_where_it_lies_keeps_its_name() -> None:
    write("r/d.md")
    write(".govreplyignore", "r/\n")
    Path("a-link").symlink_to("r")
    assert changed("--changed-since", "HEAD", ".") == ["a-link/d.md"]


# --- repositories with nothing to compare ---


def test_a_bare_repository_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q", "--bare", str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    outcome = govreply("check", "--changed-since", "HEAD", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert ". is in the work tree of none (a bare repository, or inside a .git folder)" in outcome.err


def test_a_repository_without_commits_has_nothing_to_compare_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", str(tmp_path / "empty"))
    monkeypatch.chdir(tmp_path / "empty")
    outcome = govreply("check", "--changed-since", "HEAD", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--changed-since: the repository of . has no commit yet" in outcome.err
    assert "fetch-depth" not in outcome.err
