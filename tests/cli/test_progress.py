"""How far it is, in words and as a bar, by a clock of our own."""

from __future__ import annotations

import io

import pytest

from govreply.cli.progress import Bar, Lines, Progress, duration, surface_for
from govreply.language import Language


class Terminal(io.StringIO):
    """A stream that passes for a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def run(progress: Progress, clock: Clock) -> None:
    """A hundred documents, two a second, half of them through; one in ten fails."""
    progress.searching(60)
    clock.now += 6
    progress.searching(100)
    progress.checking(100)
    for number in range(50):
        clock.now += 0.5
        progress.checked("fail" if number % 10 == 0 else "unread" if number == 1 else "pass")
        progress.working("甲/答复\x1b[2J.docx")


def test_lines_say_how_far_it_is_in_chinese() -> None:
    out, clock = io.StringIO(), Clock()
    run(Progress(Lines(out), Language.ZH, clock), clock)
    lines = out.getvalue().splitlines()
    assert lines[:2] == ["查找文件：已找到 100 份", "检查 0/100 (0%)"]
    assert lines[-1] == (
        "检查 50/100 (50%)；每秒 2.0 份；约剩 25 秒；通过 44  不通过 5  未能读取 1；在查 甲/答复␛[2J.docx"
    )
    assert len(lines) == 7  # one in five seconds


def test_lines_say_how_far_it_is_in_english() -> None:
    out, clock = io.StringIO(), Clock()
    run(Progress(Lines(out), Language.EN, clock), clock)
    assert out.getvalue().splitlines()[-1] == (
        "checking 50/100 (50%); 2.0 a second; 25 s left; passed 44  failed 5  not read 1; at 甲/答复␛[2J.docx"
    )


def test_the_rate_is_that_of_late() -> None:
    clock = Clock()
    progress = Progress(Lines(io.StringIO()), Language.ZH, clock)
    progress.checking(10_000)
    assert progress.rate is None
    for seconds, count in ((0.01, 1000), (1.0, 100)):
        for _ in range(count):
            clock.now += seconds
            progress.checked("pass")
    assert progress.rate == pytest.approx(1.0, rel=0.05)
    assert progress.remaining == pytest.approx(8900, rel=0.05)


@pytest.mark.parametrize("width", [120, 60, 20])
def test_the_bar_keeps_to_its_lines(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    out, clock = Terminal(), Clock()
    progress = Progress(Bar(out, width), Language.ZH, clock)
    run(progress, clock)
    progress.file = "很长的文件夹" * 20 + "/最后的答复.docx"
    progress.begin("检查")
    drawn = out.getvalue()
    assert "50/100" in drawn
    assert "\x1b[2J" not in drawn
    last = drawn.split("50/100")[-1]
    assert last.count("\n") <= 3
    if width == 120:
        assert "每秒 2.0 份" in last and "约剩 25 秒" in last and "通过 44  不通过 5  未能读取 1" in last
    progress.close()
    assert out.getvalue().endswith("\x1b[2K") or out.getvalue().rstrip().endswith("\x1b[?25h\x1b[1A\x1b[2K")


def test_nothing_is_shown_where_nothing_is_wanted() -> None:
    clock = Clock()
    progress = Progress(surface_for("off", Terminal()), Language.ZH, clock)
    run(progress, clock)
    assert (progress.done, progress.outcomes["fail"]) == (50, 5)


@pytest.mark.parametrize(
    ("mode", "out", "term", "kind"),
    [
        ("auto", Terminal(), "xterm", Bar),
        ("auto", Terminal(), "dumb", Lines),
        ("auto", io.StringIO(), "xterm", Lines),
        ("plain", Terminal(), "xterm", Lines),
    ],
)
def test_a_bar_is_drawn_on_terminals_only(
    mode: str, out: io.StringIO, term: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert isinstance(surface_for(mode, out), kind)


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0.4, "0 秒", "0 s"),
        (59.4, "59 秒", "59 s"),
        (59.6, "1 分 0 秒", "1 min 0 s"),
        (3725, "1 小时 2 分", "1 h 2 min"),
        (100_000, "1 天 3 小时", "1 d 3 h"),
    ],
)
def test_spans_of_time(seconds: float, zh: str, en: str) -> None:
    assert (duration(seconds, Language.ZH), duration(seconds, Language.EN)) == (zh, en)
