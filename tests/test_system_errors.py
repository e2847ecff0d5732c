"""What the operating system refuses is told in words of the reader's language."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from govreply.system_errors import words_of


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOENT, "没有这个文件或文件夹", "no such file or folder"),
        (errno.EACCES, "没有权限", "permission denied"),
        (errno.EISDIR, "是文件夹，不是文件", "it is a folder and no file"),
        (errno.ENOTDIR, "路径中有一段不是文件夹", "part of the path is no folder"),
        (errno.EROFS, "所在磁盘只能读，不能写", "the disk is read-only"),
        (errno.ENOSPC, "磁盘已满", "no space left on the disk"),
        (errno.EEXIST, "已有同名的文件或文件夹", "there is a file or folder of that name already"),
    ],
)
def test_a_cause_that_is_known(number: int, zh: str, en: str) -> None:
    words = words_of(OSError(number, os.strerror(number), "tiny/x.xlsx.part"))
    assert (words.zh, words.en) == (zh, en)


def test_a_cause_that_is_not(tmp_path: Path) -> None:
    words = words_of(OSError(errno.EDOM, "Numerical argument out of domain", str(tmp_path)))
    assert words.zh == f"系统错误 {errno.EDOM}：Numerical argument out of domain"
    assert words.en == "Numerical argument out of domain"


def test_an_error_without_a_number() -> None:
    assert words_of(OSError("disk full")).zh == words_of(OSError("disk full")).en == "disk full"
    assert words_of(OSError()).zh == "OSError"


def test_what_the_system_itself_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError) as refused:
        (tmp_path / "无").read_bytes()
    assert words_of(refused.value).zh == "没有这个文件或文件夹"
