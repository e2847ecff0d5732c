"""Killed at any moment, a batch goes on to the result of an undisturbed run."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreply.batch.store import FILE_NAME
from govreply.testing import Form, Letter, Part
from tests.batch.letters import FAULTY, NEWS, SOUND, UNSIGNED, write
from tests.batch.running import added_up, contents, run_in, run_in_a_process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked to be quick")

KILLS = 50
LETTERS = 14


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replies")
    kinds = (SOUND, FAULTY, UNSIGNED, NEWS)
    for number in range(LETTERS - 6):
        write(folder / f"{number % 3}", **{f"{number}": kinds[number % len(kinds)]})
    for number in range(6):  # letters that have something to do with each other
        letter = Letter(
            number=f"武水函〔2023〕{21 + number // 2}号", form=Form(), sections=(Part(heading=f"办法{number}"),)
        )
        write(folder / "series", **{f"{number}": letter.to_markdown()})
    write(folder, empty=b"", broken=b"PK\x03\x04" + b"x" * 100)
    (folder / "dangling.md").symlink_to(folder / "nowhere.md")
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert run_in(out, folder).finished
    return out


def test_fifty_kills_change_nothing(folder: Path, undisturbed: Path, tmp_path: Path) -> None:
    chance = random.Random(6)
    wanted = contents(undisturbed)
    assert wanted["cross_findings"]
    began = time.monotonic()
    run_in(tmp_path / "measured", folder)
    whole = time.monotonic() - began
    kills = stores = 0
    out = tmp_path / "0"
    while kills < KILLS:
        process = run_in_a_process(out, folder, chance.choice((0.0, 0.02, 0.5)))
        process.join(chance.uniform(0, whole))
        if process.is_alive():
            process.kill()
            process.join()
            kills += process.exitcode == -signal.SIGKILL
        assert process.exitcode in (0, -signal.SIGKILL)
        _must_be_sound(out)
        if process.exitcode == 0:
            assert contents(out) == wanted
            stores += 1
            out = tmp_path / f"{stores}"
    assert run_in(out, folder).finished
    assert contents(out) == wanted
    assert added_up(out) == added_up(undisturbed) == LETTERS + 3


def test_the_command_goes_on_after_a_kill(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "govreply", "batch", str(folder), "--jobs", "2", "--progress", "off", "--out"]
    subprocess.run([*command, tmp_path / "whole"], capture_output=True, check=False, timeout=100)
    process = subprocess.Popen([*command, tmp_path / "killed"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and not _holds_some(tmp_path / "killed"):
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    resumed = subprocess.run([*command, tmp_path / "killed", "--resume"], capture_output=True, check=False, timeout=100)
    assert resumed.returncode == 3, resumed.stderr.decode()  # some are not to be read
    killed, whole = contents(tmp_path / "killed"), contents(tmp_path / "whole")
    assert killed == whole


def _holds_some(out: Path) -> bool:
    """Whether there is a store in `out` that holds a document."""
    if not (out / FILE_NAME).exists():
        return False
    db = sqlite3.connect(f"file:{out / FILE_NAME}?mode=ro", uri=True)
    try:
        return db.execute("SELECT 1 FROM documents").fetchone() is not None
    except sqlite3.OperationalError:  # the tables are not there yet
        return False
    finally:
        db.close()


def _must_be_sound(out: Path) -> None:
    """What a kill leaves behind is a sound file, if it is one already."""
    if not (out / FILE_NAME).exists():
        return
    db = sqlite3.connect(out / FILE_NAME)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        db.close()
