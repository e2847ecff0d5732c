"""``.govreplyignore``: what a search of folders leaves out, in the syntax of ``.gitignore``.

A file of that name holds for the folder it lies in and all below; a deeper one outweighs those above. Those between the
current folder and the one that is searched hold, too. What is named itself is never left out.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, mutable

from govreply.cli.command import Refusal
from govreply.cli.language import current, say
from govreply.reports.safe import visible
from govreply.syntax_errors import syntax_words
from govreply.system_errors import words_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE_NAME: Final = ".govreplyignore"


@mutable
class Ignored:
    """What the files say, each read once, and how much was left out.

    Attributes:
        files, folders: counts; a folder that is left out counts as one, whatever lies in it.
    """

    files: int = 0
    folders: int = 0
    _specs: dict[Path, GitIgnoreSpec] = field(factory=dict)

    def leaves_out(self, path: Path, *, folder: bool, counted: bool = True) -> bool:
        """Whether `path`, found in a search, is not to be looked at; counts it if so, unless not `counted`.

        Raises:
            Refusal: if a file cannot be read, or holds a line that is no pattern.
        """
        if not self._specs:
            return False
        absolute = _absolute(path)
        for above in absolute.parents:
            spec = self._specs.get(above)
            if spec is None:
                continue
            inner = absolute.relative_to(above).as_posix() + ("/" if folder else "")
            left_out = spec.check_file(inner).include
            if left_out is not None:
                if counted:
                    self._count(left_out, folder=folder)
                return left_out
        return False

    def begin(self, top: Path) -> None:
        """Read the files above `top`, where it lies in the current folder."""
        here, absolute = Path.cwd(), _absolute(top)
        if absolute.is_relative_to(here):
            for folder in absolute.parents:
                if folder.is_relative_to(here):
                    self.enter(folder)

    def enter(self, folder: Path) -> None:
        """Read the file in `folder`, if there is one.

        Raises:
            Refusal: if it cannot be read, or what bears its name is no file.
        """
        absolute = _absolute(folder)
        spec = None if absolute in self._specs else _read(folder / FILE_NAME)
        if spec is not None:
            self._specs[absolute] = spec

    def remark(self) -> str | None:
        """How much was left out, in words."""
        zh, en = [], []
        if self.files:
            zh.append(f"{self.files} 个文件")
            en.append(f"{self.files} {'file' if self.files == 1 else 'files'}")
        if self.folders:
            zh.append(f"{self.folders} 个文件夹")
            en.append(f"{self.folders} {'folder' if self.folders == 1 else 'folders'}")
        if not zh:
            return None
        return say(f"按 {FILE_NAME} 略过 {'、'.join(zh)}", f"left out by {FILE_NAME}: {', '.join(en)}")

    def _count(self, left_out: bool, *, folder: bool) -> None:
        if folder:
            self.folders += left_out
        else:
            self.files += left_out


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - a link lies where it lies


def _read(path: Path) -> GitIgnoreSpec | None:
    try:
        if not os.path.lexists(path):
            return None
        if not path.is_file():  # passed over, it would let through what somebody meant to leave out
            raise _refused(path, _why_no_file(path))
        return _spec(path, path.read_text(encoding="utf-8-sig").splitlines())
    except OSError as error:
        raise _refused(path, words_of(error).within(current())) from error
    except UnicodeDecodeError as error:
        raise _refused(path, syntax_words(error).within(current())) from error


def _spec(path: Path, lines: list[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # most runs meet no such file and need not wait for it

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        for number, line in enumerate(lines, 1):
            try:
                GitIgnoreSpec.from_lines([line])
            except ValueError:
                pattern = say(f"第 {number} 行不是有效的写法：{line}", f"line {number} is no pattern: {line}")
                raise _refused(path, pattern) from error
        raise _refused(path, str(error)) from error


def _why_no_file(path: Path) -> str:
    if path.exists():
        return say("不是文件", "no file")
    return say("链接指向的文件不存在", "a link to what does not exist")


def _refused(path: Path, detail: str) -> Refusal:
    shown = visible(str(path))
    return Refusal(say(f"{shown}：无法使用（{visible(detail)}）", f"{shown}: cannot be used ({visible(detail)})"))
