"""Runs what the READMEs show and puts the output of now in place of the output shown.

In a ``console`` block each ``$`` line is a command and what follows is its output; blocks without one are left alone.
A ``text`` block is the output of the ``python`` block before it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def main() -> None:
    for name in READMES:
        path = ROOT / name
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")


def refreshed(text: str) -> str:
    """The text of a README with the output of now."""
    parts: list[str] = []
    at = 0
    program = ""
    for block in _BLOCK.finditer(text):
        language, body = block.groups()
        if language == "python":
            program = body
        shown = _session(body) if language == "console" else _output(["-c", program])[0] if language == "text" else body
        parts += [text[at : block.start(2)], shown]
        at = block.end(2)
    return "".join([*parts, text[at:]])


def _session(body: str) -> str:
    shown = []
    code = 0
    for command in _COMMAND.findall(body):
        if command == "echo $?":
            output = f"{code}\n"
        else:
            program, *arguments = shlex.split(command)
            output, code = _output(["-m", program, *arguments])
        shown.append(f"$ {command}\n{output}")
    return "".join(shown) or body


def _output(arguments: list[str]) -> tuple[str, int]:
    environment = os.environ | {"COLUMNS": "120", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "Traceback" in done.stdout:
        raise SystemExit(f"{' '.join(arguments)} crashes:\n{done.stdout}")  # no README shows that
    return done.stdout, done.returncode


if __name__ == "__main__":
    main()
