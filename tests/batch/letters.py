"""Folders of letters for the tests of batches."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve

from govreply.batch.work import Options, Task
from govreply.testing import Form, Letter

DAY = date(2024, 6, 3)

SOUND = Letter(form=Form()).to_markdown()
FAULTY = Letter(form=Form(number="20230171")).to_markdown()  # the form has another number than the letter
UNSIGNED = Letter(signature=(), date=None).to_markdown()
NEWS = "# 本市召开河道整治现场会\n\n昨日，现场会在澄江召开，会议部署了下一阶段工作。\n"


def write(folder: Path, **documents: str | bytes) -> Path:
    """`folder` with a file `name.md` for each of `documents`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in documents.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.md").write_bytes(data)
    return folder


def task(path: Path, number: int = 1, **changes: Any) -> Task:
    """The task to check the file at `path`."""
    plain = Task(input=number, path=str(path), absolute=str(path), day=DAY, options=Options())
    return evolve(plain, **changes)
