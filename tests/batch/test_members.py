"""Documents out of archives: each archive is opened once, and again only where it is another one by then."""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreply.batch import members
from govreply.batch.record import Digest, Record
from govreply.batch.work import Task, check_one
from govreply.errors import Cause, UnreadableError
from govreply.files import read_file
from govreply.limits import Limits
from govreply.readers import zipped
from govreply.readers.zip_directory import listed_names
from tests.batch.letters import DAY, SOUND

LIMITS = Limits()


@pytest.fixture(autouse=True)
def nothing_open() -> Iterator[None]:
    members.let_go()
    yield
    members.let_go()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a file is read, and the directory of an archive."""
    counts: Counter[str] = Counter()
    read, listed = read_file, listed_names

    def reading(path: str, most: int) -> bytes:
        counts["file"] += 1
        return read(path, most)

    def listing(data: bytes, most: int) -> Iterator[bytes]:
        counts["directory"] += 1
        return listed(data, most)

    monkeypatch.setattr(members, "read_file", reading)
    monkeypatch.setattr(zipped, "listed_names", listing)
    return counts


def archive(path: Path, **contents: bytes) -> str:
    with zipfile.ZipFile(path, "w") as made:
        for name, content in contents.items():
            made.writestr(name.replace("_", "."), content)
    return str(path)


def test_an_archive_is_read_once_for_all_of_its_documents(tmp_path: Path, counted: Counter[str]) -> None:
    path = archive(tmp_path / "a.zip", **{f"{n}_md": f"{n}".encode() for n in range(500)})
    contents = [members.unpack(path, "a.zip", f"{n}.md", LIMITS) for n in range(500)]
    assert contents == [f"{n}".encode() for n in range(500)]
    assert counted == {"file": 1, "directory": 1}


def test_an_archive_in_an_archive_is_unpacked_once(tmp_path: Path, counted: Counter[str]) -> None:
    inner = [Path(archive(tmp_path / f"{n}.zip", a_md=b"a%d" % n, b_md=b"b%d" % n)).read_bytes() for n in range(2)]
    path = archive(tmp_path / "outer.zip", x_zip=inner[0], y_zip=inner[1], c_md=b"c")
    names = ("x.zip!/a.md", "x.zip!/b.md", "y.zip!/a.md", "y.zip!/b.md", "c.md")
    assert [members.unpack(path, "outer.zip", name, LIMITS) for name in names] == [b"a0", b"b0", b"a1", b"b1", b"c"]
    assert counted == {"file": 1, "directory": 3}


def test_another_archive_is_another_one(tmp_path: Path) -> None:
    first, second = archive(tmp_path / "1.zip", a_md=b"one"), archive(tmp_path / "2.zip", a_md=b"two")
    assert [members.unpack(path, path, "a.md", LIMITS) for path in (first, second, first)] == [b"one", b"two", b"one"]


def test_an_archive_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", a_md=b"one")
    assert members.unpack(path, path, "a.md", LIMITS) == b"one"
    archive(tmp_path / "a.zip", a_md=b"two")
    os.utime(path, ns=(1, 1))
    assert members.unpack(path, path, "a.md", LIMITS) == b"two"
    Path(path).unlink()
    with pytest.raises(UnreadableError) as raised:
        members.unpack(path, path, "a.md", LIMITS)
    assert raised.value.cause is Cause.NOT_FOUND


def test_each_document_has_a_budget_of_its_own(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", **{f"{n}_md": b"x" * 700 for n in range(5)}, long_md=b"x" * 1100)
    limits = Limits(unpacked_bytes=1000)
    assert {len(members.unpack(path, "a.zip", f"{n}.md", limits)) for n in range(5)} == {700}
    with pytest.raises(UnreadableError, match=r"a\.zip!/long\.md: .*unpacked_bytes is 1000"):
        members.unpack(path, "a.zip", "long.md", limits)
    assert len(members.unpack(path, "a.zip", "long.md", LIMITS)) == 1100


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", a_md=b"one")
    for name in ("b.md", "b.zip!/a.md", "a.md!/a.md"):
        with pytest.raises(UnreadableError):
            members.unpack(path, "a.zip", name, LIMITS)


def test_a_worker_keeps_no_archive_open_when_it_goes_on_with_a_file(tmp_path: Path) -> None:
    archive(tmp_path / "a.zip", a_md=SOUND.encode(), b_md=SOUND.encode())
    (tmp_path / "c.md").write_text(SOUND, encoding="utf-8")

    def checked(name: str, member: str) -> Record | Digest:
        return check_one(Task(input=1, path=name, absolute=str(tmp_path / name), member=member, day=DAY))

    digests = [checked("a.zip", "a.md").digest, checked("a.zip", "b.md").digest]  # type: ignore[union-attr]
    assert members._last.archive is not None
    digests.append(checked("c.md", "").digest)  # type: ignore[union-attr]
    assert members._last.archive is None
    assert len(set(digests)) == 1 and digests[0] is not None
