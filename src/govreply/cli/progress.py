"""How far a batch is, on standard error: a bar that is drawn anew on a terminal, a line now and then elsewhere.

Nothing is drawn by a thread of its own: processes with one thread can be forked, and a run calls often enough.
"""

from __future__ import annotations

import os
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import Final, Protocol, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from govreply.findings import Verdict
from govreply.language import Bilingual, Language
from govreply.reports.safe import visible
from govreply.reports.words import UNREAD, VERDICTS

MODES: Final = ("auto", "plain", "off")

_CHECKING: Final = Bilingual("检查", "checking")
_EACH_BAR: Final = 0.12  # seconds between two drawings
_EACH_LINE: Final = 5.0
_WINDOW: Final = 30.0  # seconds that the rate is reckoned over
_SAMPLE: Final = 0.5
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_BAR_WIDTH: Final = 36
_NARROW: Final = 40

_OUTCOMES: Final = (
    (Verdict.PASS.value, VERDICTS[Verdict.PASS], "green"),
    (Verdict.FAIL.value, VERDICTS[Verdict.FAIL], "red"),
    (Verdict.UNDETERMINED.value, VERDICTS[Verdict.UNDETERMINED], "yellow"),
    ("unread", UNREAD, "red"),
)


class Surface(Protocol):
    """Where progress is shown."""

    each: float

    def show(self, progress: Progress) -> None:
        """Show how far it is."""

    def close(self) -> None:
        """Leave the place as it was found."""


class Progress:
    """Counts what a run tells, and shows it at times.

    Attributes:
        total: inputs; ``None`` while they are being searched for. done: those that are through. outcomes: of these.
        stage: what is being done, in words. file: what has been in work for longest.
    """

    def __init__(
        self, surface: Surface | None, language: Language, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.language = language
        self.total: int | None = None
        self.found = 0
        self.done = 0
        self.outcomes: Counter[str] = Counter()
        self.stage = Bilingual("查找文件", "searching").within(language)
        self.file: str | None = None
        self._surface = surface
        self._clock = clock
        self._shown = clock()
        self._samples: deque[tuple[float, int]] = deque()

    def searching(self, found: int) -> None:
        """So many inputs were found so far."""
        self.found = found
        self._tell()

    def checking(self, total: int, stage: Bilingual = _CHECKING) -> None:
        """There are so many inputs, of which each is told when it is through; `stage` is what is done with them."""
        self.total = total
        self.stage = stage.within(self.language)
        self._samples.append((self._clock(), 0))
        self._tell(at_once=True)

    def checked(self, outcome: str) -> None:
        """One input is through."""
        self.done += 1
        self.outcomes[outcome] += 1
        self._tell()

    def working(self, name: str | None) -> None:
        """What has been in work for longest."""
        self.file = name
        self._tell()

    def begin(self, stage: str) -> None:
        """Something else than checking begins, called `stage` in the language of this run."""
        self.stage, self.file = stage, None
        self._tell(at_once=True)

    def close(self) -> None:
        """Nothing more is shown."""
        if self._surface is not None:
            self._surface.close()
        self._surface = None

    @property
    def rate(self) -> float | None:
        """Inputs a second of late; ``None`` while that cannot be told."""
        if not self._samples:
            return None
        since, done = self._samples[0]
        passed = self._clock() - since
        return (self.done - done) / passed if passed >= _SAMPLE and self.done > done else None

    @property
    def remaining(self) -> float | None:
        """Seconds left at that rate."""
        rate = self.rate
        return None if rate is None or self.total is None else (self.total - self.done) / rate

    def _tell(self, *, at_once: bool = False) -> None:
        if self._surface is None:
            return
        now = self._clock()
        if not at_once and now - self._shown < self._surface.each:
            return
        self._shown = now
        if self._samples and now - self._samples[-1][0] >= _SAMPLE:
            self._samples.append((now, self.done))
            while len(self._samples) > 1 and now - self._samples[0][0] > _WINDOW:
                self._samples.popleft()
        self._surface.show(self)


class Bar:
    """Three lines of a terminal, drawn anew: the bar, the counts, the file."""

    each = _EACH_BAR

    def __init__(self, out: TextIO, width: int | None = None) -> None:
        plain = bool(os.environ.get("NO_COLOR"))
        self._console = Console(
            file=out, markup=False, emoji=False, highlight=False, width=width, color_system=None if plain else "auto"
        )
        self._live = Live(
            console=self._console, auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
        )

    def show(self, progress: Progress) -> None:
        """Draw."""
        if not self._live.is_started:
            self._live.start()
        lines: list[RenderableType] = []
        if progress.total is None:
            lines.append(Text(_cut(progress.stage + _found(progress), self._console.width)))
        else:
            name = progress.file
            lines += [self._bar(progress), _counts(progress)]
            lines.append(Text(_cut(progress.stage + (f" {visible(name)}" if name else ""), self._console.width), "dim"))
        self._live.update(Group(*lines), refresh=True)

    def close(self) -> None:
        """Wipe the lines away."""
        self._live.stop()

    def _bar(self, progress: Progress) -> RenderableType:
        total = progress.total or 0
        words = Text("  ".join([f"{progress.done}/{total}", *_pace(progress)]), no_wrap=True, overflow="ellipsis")
        if self._console.width < _BAR_WIDTH + _NARROW:
            return words
        row = Table.grid(padding=(0, 1))
        bar = ProgressBar(total=max(total, 1), completed=progress.done if total else 1, width=_BAR_WIDTH)
        row.add_row(bar, words)
        return row


class Lines:
    """A line now and then, for logs."""

    each = _EACH_LINE

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def show(self, progress: Progress) -> None:
        """Write one line."""
        language = progress.language
        parts = [progress.stage + _found(progress)]
        if progress.total is not None:
            share = f"{progress.done * 100 // progress.total}%" if progress.total else "100%"
            parts = [f"{progress.stage} {progress.done}/{progress.total} ({share})", *_pace(progress)]
            counts = _counts(progress).plain.strip()
            parts += [counts] if counts else []
        if progress.file:
            parts.append(Bilingual("在查 ", "at ").within(language) + visible(progress.file))
        self._out.write(Bilingual("；", "; ").within(language).join(parts) + "\n")
        self._out.flush()

    def close(self) -> None:
        """Nothing is left behind."""


def surface_for(mode: str, out: TextIO) -> Surface | None:
    """What shows progress on `out`: a bar where it is a terminal that can draw one, unless `mode` says otherwise."""
    if mode == "off":
        return None
    draws = out.isatty() and os.environ.get("TERM") != "dumb"
    return Bar(out) if mode == "auto" and draws else Lines(out)


def duration(seconds: float, language: Language) -> str:
    """A span of time in its two largest units."""
    whole = round(seconds)
    if whole < _MINUTE:
        zh, en = f"{whole} 秒", f"{whole} s"
    elif whole < _HOUR:
        zh, en = f"{whole // _MINUTE} 分 {whole % _MINUTE} 秒", f"{whole // _MINUTE} min {whole % _MINUTE} s"
    elif whole < _DAY:
        hours, minutes = whole // _HOUR, whole % _HOUR // _MINUTE
        zh, en = f"{hours} 小时 {minutes} 分", f"{hours} h {minutes} min"
    else:
        days, hours = whole // _DAY, whole % _DAY // _HOUR
        zh, en = f"{days} 天 {hours} 小时", f"{days} d {hours} h"
    return Bilingual(zh, en).within(language)


def _pace(progress: Progress) -> list[str]:
    rate, remaining, language = progress.rate, progress.remaining, progress.language
    if rate is None or remaining is None:
        return []
    slow = rate < 1
    number = f"{rate * _MINUTE:.1f}" if slow else f"{rate:.1f}"
    words = Bilingual(f"每{'分钟' if slow else '秒'} {number} 份", f"{number} a {'minute' if slow else 'second'}")
    left = duration(remaining, language)
    return [words.within(language), Bilingual(f"约剩 {left}", f"{left} left").within(language)]


def _counts(progress: Progress) -> Text:
    parts = [
        Text(f"{words.within(progress.language)} {progress.outcomes[outcome]}", style)
        for outcome, words, style in _OUTCOMES
        if progress.outcomes[outcome]
    ]
    counts = Text("  ").join(parts)
    counts.no_wrap, counts.overflow = True, "ellipsis"
    return counts


def _found(progress: Progress) -> str:
    if progress.total is not None:
        return ""
    return Bilingual(f"：已找到 {progress.found} 份", f": {progress.found} found").within(progress.language)


def _cut(text: str, width: int) -> str:
    """`text` in at most `width` cells of a terminal; the end is what tells files apart."""
    if cell_len(text) <= width:
        return text
    kept = text[::-1]
    return "…" + set_cell_size(kept, max(width - 1, 0))[::-1].lstrip()
