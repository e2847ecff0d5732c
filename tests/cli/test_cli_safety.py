"""``--limit`` and ``--isolate``: bounds for each document, and workers whose loss is told and costs one document."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from govreply import api
from govreply.testing import Letter
from tests.cli.running import govreply


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(Letter().to_markdown(), encoding="utf-8")
    return tmp_path


@pytest.fixture
def one_that_kills(monkeypatch: pytest.MonkeyPatch) -> None:
    check_file = api.check_file

    def checked(path: Path, **how: object) -> object:
        if path.name == "b.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return check_file(path, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(api, "check_file", checked)
    # other tests may have left a thread; only a forked worker has what is patched here
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_a_document_that_kills_its_worker_costs_no_other(folder: Path, one_that_kills: None) -> None:
    outcome = govreply("check", folder, "--lang", "en")
    assert outcome.code == 3
    assert "SIGKILL" in outcome.out and "b.md" in outcome.out
    assert "3 documents: passed 2, not read 1 (crashed 1)" in outcome.out


def test_limits_are_given_by_name(folder: Path) -> None:
    outcome = govreply("check", folder / "a.md", "--limit", "bytes=900", "--lang", "en")
    assert outcome.code == 3 and "limit bytes is 900" in outcome.out
    assert govreply("check", folder / "a.md", "--limit", "bytes=1K").code == 0
    assert govreply("parse", folder / "a.md", "--limit", "characters=10").code == 3


@pytest.mark.parametrize("isolate", ["--isolate", "--no-isolate"])
def test_a_reply_is_the_same_from_a_worker(folder: Path, isolate: str) -> None:
    plain = govreply("parse", folder / "a.md")
    assert plain.code == 0
    assert govreply("parse", folder / "a.md", isolate).out == plain.out
    assert govreply("check", folder / "a.md", isolate).out == govreply("check", folder / "a.md").out
    assert govreply("why", folder / "a.md", "title", isolate).out == govreply("why", folder / "a.md", "title").out


def test_a_limit_that_holds_in_a_process_only_is_kept_for_a_single_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "check_file", lambda *_, **__: time.sleep(300))
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # only a forked worker has what is patched here
    outcome = govreply("check", folder / "a.md", "--limit", "seconds=0.5", "--lang", "en")
    assert outcome.code == 3
    assert "limit seconds is 0.5" in outcome.out


@pytest.mark.parametrize("command", [("check",), ("parse",), ("why", "title")])
def test_limits_that_cannot_hold_are_told(folder: Path, command: tuple[str, ...]) -> None:
    name, *more = command
    given: tuple[str | Path, ...] = (name, folder / "a.md", *more, "--no-isolate")
    outcome = govreply(*given, "--limit", "memory=1G", "--limit", "seconds=30", "--limit", "bytes=1M")
    assert outcome.code == 0
    assert "用了 --no-isolate，上限 seconds、memory 不起作用" in outcome.err
    assert "--no-isolate" not in govreply(*given, "--limit", "bytes=1M").err
    assert "--no-isolate" not in govreply(*given[:-1], "--limit", "memory=1G").err


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("second=3", "是否想用 seconds"),
        ("zzz=3", "没有名为 zzz 的上限；可用：bytes"),
        ("seconds", "没有名为 seconds 的上限"),
        ("seconds=soon", "'soon' 应为正数"),
        ("seconds=0", "'0' 应为正数"),
        ("seconds=nan", "应为正数"),
        ("memory=1.5", "应为正整数"),
        ("memory=-1G", "应为正整数"),
    ],
)
def test_a_limit_that_is_none_is_refused(folder: Path, written: str, words: str) -> None:
    outcome = govreply("check", folder, "--limit", written)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
