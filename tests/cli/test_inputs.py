"""What a search through folders finds, and what becomes of everything that is no plain file."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from govreply.cli.inputs import Inputs, Skipped
from govreply.errors import Cause
from govreply.findings import Result
from govreply.testing import Letter
from tests.cli.running import govreply

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and bytes in names")


def letter(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Letter().to_markdown(), encoding="utf-8")
    return path


def searched(*paths: Path, **how: object) -> tuple[list[str], dict[str, tuple[Cause, str]], Inputs]:
    """Names of documents, what else was told, and the search."""
    inputs = Inputs(paths, **how)  # type: ignore[arg-type]
    documents, others = [], {}
    for item in inputs:
        if isinstance(item, Result):
            assert item.failure is not None
            others[item.name] = (item.failure.cause, item.failure.detail)
        else:
            documents.append(str(item))
    return documents, others, inputs


def test_what_bears_the_name_of_a_document_and_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = letter(tmp_path / "good.md")
    (tmp_path / "dangling.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "folder-gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)  # names of sockets are short
        server.bind("socket.md")
    (tmp_path / "device.md").symlink_to("/dev/zero")
    documents, others, _ = searched(tmp_path)
    assert documents == [str(good)]
    circle = (Cause.NOT_FOUND, "symbolic links that lead round in a circle")
    nowhere = (Cause.NOT_FOUND, "symbolic link to what does not exist")
    assert others == {
        str(tmp_path / "a.md"): circle,
        str(tmp_path / "b.md"): circle,
        str(tmp_path / "dangling.md"): nowhere,
        str(tmp_path / "folder-gone"): nowhere,
        str(tmp_path / "pipe.md"): (Cause.UNSUPPORTED, "no file but a named pipe"),
        str(tmp_path / "socket.md"): (Cause.UNSUPPORTED, "no file but a socket"),
        str(tmp_path / "device.md"): (Cause.UNSUPPORTED, "no file but a device"),
    }


def test_what_bears_no_name_of_a_document_is_counted(tmp_path: Path) -> None:
    letter(tmp_path / "good.md")
    for name in (".hidden.md", "picture.jpg", "Makefile", ".git/config.md"):
        letter(tmp_path / name)
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    documents, others, inputs = searched(tmp_path)
    assert (len(documents), others) == (1, {})
    assert inputs.skipped == Skipped(hidden=2, other=4)


def test_a_folder_is_searched_once_whatever_leads_to_it(tmp_path: Path) -> None:
    path = letter(tmp_path / "a" / "letter.md")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    documents, others, inputs = searched(tmp_path, tmp_path / "a", tmp_path / "b")
    assert (documents, others, inputs.empty_folders) == ([str(path)], {}, [])
    assert inputs.skipped == Skipped(repeated=4)


def test_a_folder_inside_that_was_searched_first_is_not_searched_again(tmp_path: Path) -> None:
    path = letter(tmp_path / "a" / "letter.md")
    documents, _, inputs = searched(tmp_path / "a", tmp_path)
    assert (documents, inputs.empty_folders) == ([str(path)], [])


@pytest.mark.parametrize("link", ["0.md", "z.md"])
def test_a_file_is_found_once_whatever_leads_to_it(tmp_path: Path, link: str) -> None:
    path = letter(tmp_path / "letter.md")
    (tmp_path / link).symlink_to(path)
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "1.md").symlink_to(path)
    documents, _, inputs = searched(tmp_path)
    assert (documents, inputs.skipped.repeated) == ([str(path)], 2)


def test_a_file_outside_is_found_once_by_its_links(tmp_path: Path) -> None:
    path = letter(tmp_path / "outside" / "letter.md")
    for name in ("a.md", "b.md"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).symlink_to(path)
    documents, _, inputs = searched(tmp_path / "in")
    assert (documents, inputs.skipped.repeated) == ([str(tmp_path / "in" / "a.md")], 1)


@pytest.mark.parametrize("first", [True, False])
def test_a_file_named_beside_its_folder_is_found_once(tmp_path: Path, first: bool) -> None:
    path = letter(tmp_path / "letter.md")
    other = letter(tmp_path / "note.other")
    named = (path, other, tmp_path) if first else (tmp_path, path, other)
    documents, _, _ = searched(*named)
    assert sorted(documents) == [str(path), str(other)]


def test_a_file_that_is_left_out_of_a_search_is_found_when_named(tmp_path: Path) -> None:
    path = letter(tmp_path / "draft.md")
    (tmp_path / ".govreplyignore").write_text("draft.md\n")
    assert searched(tmp_path)[0] == []
    assert searched(tmp_path, path)[0] == [str(path)]


def test_a_folder_can_be_left_out(tmp_path: Path) -> None:
    path = letter(tmp_path / "letter.md")
    letter(tmp_path / "report" / "page.md")
    documents, _, inputs = searched(tmp_path, without=frozenset({os.path.realpath(tmp_path / "report")}))
    assert (documents, inputs.skipped) == ([str(path)], Skipped())


def test_a_name_that_is_no_utf_8_is_found(tmp_path: Path) -> None:
    name = os.fsdecode(tmp_path / "x") + "\udcb4\udcf0.md"
    try:
        letter(Path(name))
    except (OSError, UnicodeError):
        pytest.skip("this file system takes UTF-8 names only")
    assert searched(tmp_path)[0] == [name]


def test_finding_many_files_keeps_none(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("x")
    inputs = Inputs((tmp_path,))
    found = sum(1 for _ in inputs)
    kept = sum(len(value) for value in (inputs._entered, inputs._by_other_ways, inputs.empty_folders))
    assert (found, kept) == (300, 1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("不存在（符号链接指向的文件不存在）", "格式不受支持（不是文件，而是命名管道）")),
        ("en", ("not found (symbolic link to what does not exist)", "unsupported format (no file but a named pipe)")),
    ],
)
def test_check_tells_them_in_both_languages(tmp_path: Path, language: str, words: tuple[str, str]) -> None:
    letter(tmp_path / "good.md")
    (tmp_path / "dangling.md").symlink_to(tmp_path / "nowhere.md")
    os.mkfifo(tmp_path / "pipe.md")
    outcome = govreply("check", tmp_path, "--lang", language)
    assert outcome.code == 3
    assert all(word in outcome.out for word in words)


def test_lock_files_of_office_are_skipped_like_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    (tmp_path / "~$a.docx").write_bytes(b"owner")
    inputs = Inputs((tmp_path,))
    assert list(inputs) == [tmp_path / "a.docx"]
    assert inputs.skipped.hidden == 1
