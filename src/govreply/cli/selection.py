"""The options that say what is checked: paths, standard input, a list of names, what git says changed."""

from __future__ import annotations

import codecs
import errno
import functools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

import click
from attrs import frozen

from govreply.cli.changed import KnownToGit, changed_since
from govreply.cli.command import ParamType, Refusal, argument, option
from govreply.cli.inputs import SUFFIXES, Inputs, Member
from govreply.cli.language import current, say
from govreply.language import Bilingual
from govreply.limits import Limits
from govreply.reports.safe import visible
from govreply.system_errors import words_of

_Function = TypeVar("_Function", bound=Callable[..., Any])
_SUFFIXES = " ".join(SUFFIXES)
STDIN: Final = "-"
UNNAMED: Final = "<stdin>"
_HERE: Final = Path()


class InputPath(ParamType):
    """A name of a file or folder; an empty one, which would mean the current folder, is refused."""

    name = "path"

    def convert(self, value: Any, _param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value` itself.

        Raises:
            Refusal: if it is empty.
        """
        if not value:
            raise Refusal(say("路径为空；当前文件夹请写 .", "an empty path; write . for the current folder"), ctx)
        return str(value)


@frozen(kw_only=True)
class Selection:
    """What the command line names, as it was written.

    Attributes:
        paths: files and folders, ``-`` for standard input. files_from: a file with more of them, or ``-``.
        nul: whether names end with NUL, in `files_from` and where they are listed.
        stdin_name: what standard input is called. changed_since: a revision of git.
    """

    paths: tuple[str, ...]
    files_from: str | None
    nul: bool
    stdin_name: str | None
    changed_since: str | None

    def __attrs_post_init__(self) -> None:
        self._require_one_stdin()
        if not self.paths and self.files_from is None and self.changed_since is None:
            raise Refusal(say("缺少参数：路径", "missing argument: PATH"))

    @property
    def reads_stdin(self) -> bool:
        """Whether a document comes from standard input."""
        return STDIN in self.paths

    def folders(self) -> list[Path]:
        """What tells the folder of a run: the paths that are named; none for a list of names."""
        stdin = [Path(self.stdin_name)] if self.stdin_name is not None else []
        return [*stdin, *(Path(path) for path in self.paths if path != STDIN)]

    def inputs(self, limits: Limits, more_suffixes: tuple[str, ...] = ()) -> Inputs:
        """The documents; standard input and the list of names are read now.

        Raises:
            Refusal: if the list cannot be read, git cannot answer, or an archive is to come from standard input.
        """
        if self.stdin_name is not None and self.stdin_name.lower().endswith(more_suffixes):
            raise Refusal(
                say(
                    f"{visible(self.stdin_name)}：压缩包不能从标准输入（-）读取，请写文件名",
                    f"{visible(self.stdin_name)}: an archive cannot come from standard input (-); name the file",
                )
            )
        named = [self._stdin(limits) if path == STDIN else Path(path) for path in self.paths]
        if self.files_from is not None:
            named.extend(self._listed(self.files_from))
        if self.changed_since is None:
            return Inputs(tuple(named), more_suffixes)
        named = named or [_HERE]
        changed = changed_since(self.changed_since, [path for path in named if isinstance(path, Path)])
        return KnownToGit(tuple(named), more_suffixes, only=changed)

    def _require_one_stdin(self) -> None:
        if self.paths.count(STDIN) + (self.files_from == STDIN) > 1:
            raise Refusal(say("标准输入（-）只能用一次", "standard input (-) can be used once only"))
        if self.stdin_name is not None and not self.reads_stdin:
            raise Refusal(
                say("--stdin-name 要与路径 - 同用", "--stdin-name goes with the path -, which reads standard input")
            )
        if self.reads_stdin and self.changed_since is not None:
            raise Refusal(
                say("--changed-since 不能与标准输入（-）同用", "--changed-since says nothing of standard input (-)")
            )

    def _stdin(self, limits: Limits) -> Member:
        name = self.stdin_name or UNNAMED
        try:
            return Member(Path(name), name, _standard_input().read(limits.bytes + 1))
        except OSError as error:
            detail = words_of(error).within(current())
            raise Refusal(
                say(f"标准输入（-）：无法读取（{detail}）", f"standard input (-): cannot be read ({detail})")
            ) from error

    def _listed(self, origin: str) -> Iterator[Path]:
        shown = visible(origin)
        try:
            data = _standard_input().read() if origin == STDIN else Path(origin).read_bytes()
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            detail = words_of(error).within(current()) if isinstance(error, OSError) else str(error)
            raise Refusal(
                say(f"--files-from {shown}：无法读取（{detail}）", f"--files-from {shown}: cannot be read ({detail})")
            ) from error
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            for name in _names(data, nul=self.nul):
                yield Path(os.fsdecode(name))
        except UnicodeDecodeError as error:
            raise Refusal(say(f"--files-from {shown}：不是 UTF-8 编码", f"--files-from {shown}: no UTF-8")) from error


def _names(data: bytes, *, nul: bool) -> Iterator[bytes]:
    """The names in a list; blank ones between line ends are none."""
    lines = data.split(b"\0") if nul else data.replace(b"\r\n", b"\n").split(b"\n")
    return (line for line in lines if line)


def _standard_input() -> BinaryIO:
    """Standard input as bytes.

    Raises:
        OSError: if the process was started without one.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def input_options(function: _Function) -> Callable[..., Any]:
    """Add the options to a command, whose function takes them as its argument ``selection``."""

    @functools.wraps(function)
    def with_selection(**given: Any) -> Any:
        names = ("paths", "files_from", "nul", "stdin_name", "changed_since")
        return function(selection=Selection(**{name: given.pop(name) for name in names}), **given)

    decorated: Callable[..., Any] = with_selection
    for decorate in reversed(_OPTIONS):
        decorated = decorate(decorated)
    return decorated


_OPTIONS: Final = (
    argument(
        "paths",
        nargs=-1,
        type=InputPath(),
        label=Bilingual("路径", "PATH"),
        words=Bilingual(
            f"文件，或含有 {_SUFFIXES} 文件的文件夹；- 为标准输入",
            f"files, or folders with {_SUFFIXES} files; - for standard input",
        ),
    ),
    option(
        "--files-from",
        metavar="FILE|-",
        type=InputPath(),
        words=Bilingual(
            "从文件（- 为标准输入）里读路径，一行一个", "read paths from a file (- for standard input), one a line"
        ),
    ),
    option(
        "--null",
        "nul",
        is_flag=True,
        words=Bilingual(
            "--files-from、--list-files 的路径以 NUL 而不是换行结束",
            "paths of --files-from and --list-files end with NUL instead of a line end",
        ),
    ),
    option(
        "--stdin-name",
        metavar="NAME",
        type=InputPath(),
        words=Bilingual(
            "标准输入在报告里的名称，其扩展名说明格式", "what standard input is called; its suffix tells the format"
        ),
    ),
    option(
        "--changed-since",
        metavar="REV",
        words=Bilingual(
            "只查 git 仓库里自该版本以来新增或改动的文件；默认在当前文件夹里找，没有也不算失败",
            "only files that are new or changed since that revision of git, by default in the current folder; "
            "none is no failure",
        ),
    ),
)
