"""Where reports go: one to standard output, any number of others into files (``--output``).

A report is written to a file of its own in the system's folder for temporary files, and takes its place at once when it is
whole. Where that fails, it is kept there and the user is told, so that nothing that was found out is lost.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TextIO

import click
from attrs import evolve, frozen, mutable

from govreply.cli.command import Refusal, nearest, option
from govreply.cli.extensions import formats
from govreply.cli.language import current, say
from govreply.errors import fault
from govreply.findings import Result, WaiverRemark
from govreply.language import Bilingual
from govreply.plugins import PackagedReport
from govreply.reports.base import ExtraFileError, Report, Setting
from govreply.reports.safe import visible
from govreply.system_errors import words_of

_EXAMPLE: Final = "sarif=out.sarif"
_STDOUT: Final = "-"  # as other programs have it; a file of that name can be written as ./-

output_option: Callable[[Any], Any] = option(
    "--output",
    "written_outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    words=Bilingual(
        f"另将报告写入文件，如 {_EXAMPLE}（可重复）",
        f"write a report into a file, too, such as {_EXAMPLE} (repeatable)",
    ),
)


@frozen
class Target:
    """A file that a report is to be written into."""

    form: str
    path: Path

    @property
    def name(self) -> str:
        """What messages call it."""
        return visible(f"{self.form}={self.path}")

    @property
    def real(self) -> str:
        """The file that is written: what a symbolic link leads to."""
        return os.path.realpath(self.path)


def targets_of(written: Iterable[str]) -> tuple[Target, ...]:
    """What ``--output`` options ask for.

    Raises:
        Refusal: for a format that does not exist, a file without a name, ``-``, and a file that two reports would go into.
    """
    targets: list[Target] = []
    for text in written:
        form, sign, name = text.partition("=")
        if not sign or not name:
            raise Refusal(
                say(
                    f"--output {text}：应写作 格式=文件，如 {_EXAMPLE}",
                    f"--output {text}: write FORMAT=FILE, such as {_EXAMPLE}",
                )
            )
        if form not in formats():
            known = "|".join(formats())
            raise Refusal(
                say(
                    f"--output {text}：没有格式 {form}，可用：{known}",
                    f"--output {text}: no format {form}; use {known}",
                )
                + nearest(form, formats())
            )
        if name == _STDOUT:
            raise Refusal(
                say(
                    f"--output {text}：只写入文件；标准输出的格式用 --format {form} 指定",
                    f"--output {text}: this is for files; the format of standard output is that of --format {form}",
                )
            )
        target = Target(form, Path(name))
        if any(target.real == other.real for other in targets):
            raise Refusal(say(f"--output：两份报告写入同一文件 {name}", f"--output: two reports into one file {name}"))
        targets.append(target)
    return tuple(targets)


def require_no_document(targets: Iterable[Target], documents: Iterable[Path]) -> None:
    """Refuse to write a report over one of `documents`.

    Raises:
        Refusal: naming the first.
    """
    read = {os.path.realpath(path) for path in documents}
    for target in targets:
        if target.real in read:
            shown = visible(str(target.path))
            raise Refusal(
                say(
                    f"--output：{shown} 是要检查的文件，不能覆盖",
                    f"--output: {shown} is to be checked and is not overwritten",
                )
            )


@frozen(eq=False)
class _Draft:
    """Where a report for a file is gathered."""

    target: Target
    path: Path
    file: TextIO


@mutable(eq=False)
class _Output:
    """A report on its way; a `broken` one takes no more documents, and a `packaged` one is a plugin's."""

    name: str
    report: Report
    draft: _Draft | None = None
    broken: bool = False
    packaged: bool = False


class Outputs:
    """All reports of a run, each of which may fail without harm to the others; a context manager, as drafts lie about.

    Attributes:
        failed: whether something could not be written where it was to go; the user was told.
    """

    def __init__(self, form: str | None, targets: Sequence[Target], setting: Setting) -> None:
        """Open them; `form` is that of standard output, ``None`` for nothing there."""
        self.failed = False
        self._drafts: list[_Draft] = []  # those to be removed in the end
        self._broken_pipe: BrokenPipeError | None = None
        self._outputs: list[_Output] = []
        if form is not None:
            name = say("标准输出", "standard output")
            self._open(form, name, sys.stdout, setting)
        for target in targets:
            with self._guard(target.name):
                draft = self._new_draft(target)
                self._open(target.form, target.name, draft.file, evolve(setting, into_file=True), draft)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for draft in self._drafts:
            with suppress(OSError):  # what a full disk did not take was told when it was written
                draft.file.close()
            draft.path.unlink(missing_ok=True)

    def add(self, result: Result) -> None:
        """Write one document into every report."""
        for output in self._outputs:
            if not output.broken:
                with self._guard(output.name, output):
                    output.report.add(result)

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """End every report and put each into its place.

        Raises:
            BrokenPipeError: if nobody read standard output to its end; the files are written all the same.
        """
        for output in self._outputs:
            if not output.broken:
                with self._guard(output.name, output):
                    output.report.close(remarks)
            if output.draft is not None and not output.broken:
                self._deliver(output.draft)
        if self._broken_pipe is not None:
            raise self._broken_pipe

    def _open(self, form: str, name: str, out: TextIO, setting: Setting, draft: _Draft | None = None) -> None:
        open_report = formats()[form]
        package = open_report.package if isinstance(open_report, PackagedReport) else None
        if package is not None:
            name += visible(say(f"（插件 {package} 的格式 {form}）", f" (format {form} of the plugin {package})"))
        with self._guard(name, packaged=package is not None):
            report = open_report(out, setting)
            self._outputs.append(_Output(name, report, draft, packaged=package is not None))

    def _new_draft(self, target: Target) -> _Draft:
        handle, name = tempfile.mkstemp(prefix="govreply-", suffix=target.path.suffix)
        file = os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        draft = _Draft(target, Path(name), file)
        self._drafts.append(draft)
        return draft

    @contextmanager
    def _guard(self, name: str, output: _Output | None = None, *, packaged: bool = False) -> Iterator[None]:
        """Tell of a failure to write, and see to it that the others go on; whatever a `packaged` report raises is one."""
        try:
            yield
        except ExtraFileError as error:
            self._tell(name, error.words.within(current()))
        except BrokenPipeError as error:
            if output is None or len(self._outputs) == 1:
                raise
            output.broken, self._broken_pipe = True, error
        except OSError as error:
            if output is not None:
                output.broken = True
            self._tell(name, _refused(error))
        except (Exception, SystemExit) as error:
            if not packaged and (output is None or not output.packaged):
                raise
            if output is not None:
                output.broken = True
            raised = visible(fault(error))
            self._tell(
                name, say(f"插件出错，这份报告不完整：{raised}", f"it broke, this report is not whole: {raised}")
            )

    def _deliver(self, draft: _Draft) -> None:
        try:
            draft.file.close()
            write_at_once(draft.path, draft.target.path)
        except OSError as error:
            self._drafts.remove(draft)
            kept = say(f"；报告留在 {draft.path}", f"; the report is kept in {draft.path}")
            self._tell(draft.target.name, _refused(error) + kept)

    def _tell(self, name: str, message: str) -> None:
        self.failed = True
        click.echo(name + say("：", ": ") + message, err=True)


def write_at_once(draft: Path, target: Path) -> None:
    """Put a copy of `draft` in the place of `target`, which is whole at any moment; a device or pipe is written to.

    Raises:
        OSError: if that cannot be done; then `target` is as it was.
    """
    if target.exists() and not target.is_file():
        with target.open("wb") as special:
            special.write(draft.read_bytes())
        return
    target = Path(os.path.realpath(target))  # a symbolic link stays one
    if target.exists():
        target.open("r+b").close()  # replacing needs leave of the folder only, but a file may be write-protected
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file, draft.open("rb") as content:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _refused(error: OSError) -> str:
    detail = words_of(error).within(current())
    advice = say("；请先建立所在的文件夹", "; make its folder first") if isinstance(error, FileNotFoundError) else ""
    return say(f"无法写入（{detail}）", f"cannot be written ({detail})") + advice
