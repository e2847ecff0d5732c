"""The console that reports print on: no colour and no wrapping unless a terminal shows it."""

from __future__ import annotations

import os
from typing import NoReturn, TextIO

from rich.console import Console
from rich.text import Text

PLAIN_WIDTH = 100  # cells that an excerpt may take where there is no terminal to measure
_LEAST_WIDTH = 60


class Screen(Console):
    """A console that takes text literally (no markup, no emoji codes) and never breaks lines.

    ``NO_COLOR`` switches every escape sequence off; ``FORCE_COLOR`` (other than ``0``) switches colours on, also in a
    pipe. Neither of them reaches `into_file`, which never has any.
    """

    def __init__(self, out: TextIO, *, into_file: bool = False) -> None:
        plain = bool(os.environ.get("NO_COLOR")) or into_file
        forced = os.environ.get("FORCE_COLOR", "") not in ("", "0") and not into_file
        super().__init__(
            file=out,
            force_terminal=out.isatty() or forced,
            color_system=None if plain else ("standard" if forced else "auto"),
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=True,
        )
        self.excerpt_width = max(self.width, _LEAST_WIDTH) if out.isatty() else PLAIN_WIDTH

    def write_line(self, *parts: str | Text) -> None:
        """Print one line."""
        self.print(Text.assemble(*parts))

    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the command line, which ends quietly; rich would exit with the code that means findings."""
        raise BrokenPipeError
