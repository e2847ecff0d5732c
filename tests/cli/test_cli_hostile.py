"""A batch of hostile files on the command line: each costs itself, each has its cause, and the run goes on."""

from __future__ import annotations

import json
from pathlib import Path

from govreply.testing import Letter
from tests.cli.running import govreply
from tests.hostile.files import ALL, Read, Refused
from tests.hostile.files.zips import Entry, written

CHOSEN = (
    "deep-bomb.docx",
    "wide-bomb.ofd",
    "overlapping.docx",
    "billion-laughs.docx",
    "xxe-file.ofd",
    "million-deep-x.docx",
    "members-behind-a-password.ofd",
    "locked-by-password.pdf",
    "encrypted-package.docx",
    "cut-at-5-tenths.pdf",
    "more-pages-said.pdf",
    "empty.md",
    "one-byte-255.md",
    "png-called.docx",
    "letters-drawn-by-outlines.ofd",
    "archive-called.ofd",
    "100-megabytes-of-a.txt",
    "million-deep.html",
    "number-turned-by-override.md",
    "docx-called.pdf",
)


def test_a_batch(tmp_path: Path) -> None:
    files = {file.name: file for file in ALL if file.name in CHOSEN}
    assert set(files) == set(CHOSEN)
    for file in files.values():
        (tmp_path / file.name).write_bytes(file.data())
    (tmp_path / "sound.md").write_text(Letter().to_markdown(), encoding="utf-8")
    outcome = govreply("check", "--format", "json", tmp_path)
    assert outcome.code == 3
    causes = {
        Path(document["name"]).name: (document.get("failure") or {}).get("cause")
        for document in json.loads(outcome.out)["documents"]
    }
    expected: dict[str, str | None] = {
        name: file.outcome.cause.value if isinstance(file.outcome, Refused) else None for name, file in files.items()
    }
    assert causes == {**expected, "sound.md": None}
    assert any(isinstance(file.outcome, Read) for file in files.values())


def test_a_single_file_in_a_worker(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(next(file for file in ALL if file.name == "stream-of-a-gigabyte.pdf").data())
    outcome = govreply("check", "--isolate", "--limit", "memory=400M", "--lang", "en", path)
    assert outcome.code == 3
    assert "memory" in outcome.out


def test_archives_within_archives_end(tmp_path: Path) -> None:
    data = Letter().to_markdown().encode()
    for _ in range(10):
        data = written([Entry("a.zip", data), Entry("../out.md", b"x"), *(Entry(f"{n}.zip", data) for n in range(9))])
    (tmp_path / "deep.zip").write_bytes(data)
    outcome = govreply("check", "--zip", "--format", "json", tmp_path / "deep.zip")
    assert outcome.code == 3
    causes = {(document.get("failure") or {}).get("cause") for document in json.loads(outcome.out)["documents"]}
    assert {"limit", "corrupt"} <= causes
    assert not (tmp_path.parent / "out.md").exists() and not (tmp_path / "out.md").exists()
