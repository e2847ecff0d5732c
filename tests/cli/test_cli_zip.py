from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from govreply.testing import Form, Letter
from tests.cli.running import govreply

SOUND = Letter().to_markdown().encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def checked(tmp_path: Path, data: bytes, *more: str) -> tuple[int, dict[str, str | None]]:
    """The exit code, and by document the cause why it was not read."""
    path = tmp_path / "archive.zip"
    path.write_bytes(data)
    outcome = govreply("check", "--format", "json", "--zip", "--no-isolate", *more, path)
    documents = json.loads(outcome.out)["documents"]
    names = {d["name"].removeprefix(f"{tmp_path}/"): (d.get("failure") or {}).get("cause") for d in documents}
    return outcome.code, names


def test_documents_in_an_archive(tmp_path: Path) -> None:
    members = (
        ("inner.md", SOUND),
        ("folder/letter.ofd", Letter().to_ofd()),
        ("picture.png", b"x"),
        (".hidden.md", b"x"),
    )
    assert checked(tmp_path, zipped(*members)) == (
        0,
        {"archive.zip!/inner.md": None, "archive.zip!/folder/letter.ofd": None},
    )


def test_findings_in_an_archive_count(tmp_path: Path) -> None:
    letter = Letter(form=Form(number="20230171"))
    code, names = checked(tmp_path, zipped(("inner.md", letter.to_markdown().encode())))
    assert names == {"archive.zip!/inner.md": None}
    assert code == 1


def test_without_the_option_an_archive_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(zipped(("inner.md", SOUND)))
    outcome = govreply("check", "--format", "json", path)
    assert outcome.code == 3
    assert json.loads(outcome.out)["documents"][0]["failure"]["cause"] == "unsupported"


def test_folders_are_searched_for_archives(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.zip").write_bytes(zipped(("inner.md", SOUND)))
    assert govreply("check", tmp_path).code == 3
    assert govreply("check", "--zip", "--no-isolate", tmp_path).code == 0


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zipped(("letter.md", SOUND))
    assert checked(tmp_path, zipped(("b.zip", inner))) == (0, {"archive.zip!/b.zip!/letter.md": None})
    code, names = checked(tmp_path, zipped(("b.zip", zipped(("c.zip", inner)))))
    assert (code, names) == (3, {"archive.zip!/b.zip!/c.zip": "limit"})


@pytest.mark.parametrize(
    "name", ["../letter.md", "a/../../letter.md", "/etc/letter.md", "C:\\letter.md", "..\\letter.md"]
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    code, names = checked(tmp_path, zipped((name, SOUND), ("good.md", SOUND)))
    assert code == 3
    assert sorted(cause or "" for cause in names.values()) == ["", "corrupt"]
    assert not list(tmp_path.parent.glob("letter.md"))


def test_the_same_name_twice(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.md", SOUND), ("a.md", SOUND))
    path = tmp_path / "archive.zip"
    path.write_bytes(data)
    outcome = govreply("check", "--format", "json", "--zip", "--no-isolate", path)
    causes = [(d.get("failure") or {}).get("cause") for d in json.loads(outcome.out)["documents"]]
    assert (outcome.code, causes) == (3, [None, "corrupt"])


def test_members_behind_a_password(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.md", SOUND)))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert checked(tmp_path, bytes(data)) == (3, {"archive.zip!/a.md": "encrypted"})


def test_limits_hold_over_all_members(tmp_path: Path) -> None:
    data = zipped(("a.md", SOUND), ("b.zip", zipped(("c.md", SOUND))))
    code, names = checked(tmp_path, data, "--limit", f"unpacked_bytes={len(SOUND) + 100}")
    assert code == 3
    assert names == {"archive.zip!/a.md": None, "archive.zip!/b.zip": "limit"}
    assert checked(tmp_path, data, "--limit", "zip_members=1")[1] == {"archive.zip": "limit"}


def test_archives_with_nothing_to_read(tmp_path: Path) -> None:
    assert checked(tmp_path, zipped(("a.png", b"x"))) == (3, {"archive.zip": "empty"})
    assert checked(tmp_path, zipped(("a.md", SOUND))[:-30])[0] == 3


def test_members_are_read_in_a_worker(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(zipped(("inner.md", SOUND)))
    assert govreply("check", "--zip", path).code == 0


def test_an_archive_does_not_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(zipped(("a.md", b"a"))), encoding="ascii"))
    outcome = govreply("check", "-", "--stdin-name", "in/a.ZIP", "--zip", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "error: in/a.ZIP: an archive cannot come from standard input (-); name the file" in outcome.err
