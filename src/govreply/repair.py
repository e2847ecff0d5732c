"""Certain repairs, written into Markdown and text files: by span, from right to left, and never over a changed file."""

from __future__ import annotations

import codecs
import difflib
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen

from govreply.errors import BilingualError
from govreply.findings import Finding, Fix
from govreply.language import Bilingual
from govreply.source import Source
from govreply.system_errors import words_of

SUFFIXES: Final = (".md", ".markdown", ".txt")
_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_MEDIA_TYPES = ("text/markdown", "text/plain")
_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


class RepairError(BilingualError):
    """A repaired file was not written; ``words`` says why. The file is as it was."""


@frozen(kw_only=True)
class Repaired:
    """A text after its repairs.

    Attributes:
        fixed: the findings whose repair was made, in order of place.
        skipped: the findings whose repair overlaps one that was made.
    """

    text: str
    fixed: tuple[Finding, ...] = ()
    skipped: tuple[Finding, ...] = ()


def can_repair(path: Path, source: Source) -> bool:
    """Whether the file is one that repairs are written into: Markdown or text by name and by content."""
    return path.suffix.lower() in SUFFIXES and source.media_type in _MEDIA_TYPES


def repair(text: str, findings: Iterable[Finding]) -> Repaired:
    """`text` with the repairs of `findings`; of two that overlap the first by place is made."""
    fixed: list[Finding] = []
    skipped: list[Finding] = []
    made: list[Fix] = []
    for finding in sorted((f for f in findings if f.fix is not None), key=_place):
        fix = finding.fix
        assert fix is not None  # noqa: S101 - sorted out above
        if fix in made:
            fixed.append(finding)  # two rules see the same fault
        elif made and fix.span.start < made[-1].span.end:
            skipped.append(finding)
        elif made and fix.span == made[-1].span:
            skipped.append(finding)  # two insertions at one place
        else:
            made.append(fix)
            fixed.append(finding)
    for fix in reversed(made):
        text = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return Repaired(text=text, fixed=tuple(fixed), skipped=tuple(skipped))


def difference(source: Source, text: str, name: str) -> str:
    """A unified diff from the source to `text`, ``""`` where they are equal; line ends are those of the file."""
    lines = difflib.unified_diff(_lines(source.text), _lines(text), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def write(path: Path, source: Source, text: str) -> None:
    """Replace the file at `path`, from which `source` was read, by `text`: at once, in its encoding and with its mark.

    Raises:
        RepairError: if the file has changed since it was read, if its encoding cannot give it back, or if it may not be
            written.
    """
    target = Path(os.path.realpath(path))  # a symbolic link stays one
    try:
        _require_writable(target)
        _require_unchanged(target, source)
        data = _encoded(source, text)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    except OSError as error:
        raise _refused(error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        _require_unchanged(target, source)
        temporary.replace(target)
    except OSError as error:
        raise _refused(error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _require_writable(target: Path) -> None:
    # replacing needs leave of the folder only, but whoever write-protects a file means the file
    if not target.stat().st_mode & _MAY_WRITE:
        raise RepairError(Bilingual("文件是只读的，未写入", "the file is read-only; not written"))


def _require_unchanged(target: Path, source: Source) -> None:
    if hashlib.sha256(target.read_bytes()).hexdigest() != source.sha256:
        raise RepairError(
            Bilingual("文件在检查之后有改动，未写入", "the file has changed since it was checked; not written")
        )


def _encoded(source: Source, text: str) -> bytes:
    """`text` as bytes, if the unchanged source would give the very bytes that were read."""
    encoding = source.encoding or "utf-8"
    mark = _MARKS.get(encoding, b"") if source.encoding_how == "bom" else b""
    try:
        same = hashlib.sha256(mark + source.text.encode(encoding)).hexdigest() == source.sha256
        data = mark + text.encode(encoding)
    except UnicodeEncodeError:
        same, data = False, b""
    if not same:
        raise RepairError(
            Bilingual(
                f"按 {encoding} 编码写回会改动别处，未写入",
                f"{encoding} would not give the rest back unchanged; not written",
            )
        )
    return data


def _refused(error: OSError) -> RepairError:
    why = words_of(error)
    return RepairError(Bilingual(f"无法写入（{why.zh}）", f"cannot be written ({why.en})"))


def _place(finding: Finding) -> tuple[int, int]:
    assert finding.fix is not None  # noqa: S101 - only findings with a repair are sorted
    return finding.fix.span.start, finding.fix.span.end
