"""Prints how much memory reading takes at its peak, for letters of growing size in every format.

Each document is read in a process of its own. `growth` is what the process holds at its peak beyond what it held before
it read anything; the requirement is that it stays below 30 times the size of the file and 80 MB. The exit code is 1 if it
does not. Linux only, as the system must tell what a process held at most.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from govreply.testing import Letter, Part

MEGABYTE = 1024 * 1024
MOST_TIMES = 30
MOST_BESIDE = 80 * MEGABYTE
PARAGRAPHS = (10, 100, 1_000, 4_000)
_MOST_SECTIONS = 90

FORMATS: dict[str, Callable[[Letter], bytes]] = {
    "md": lambda letter: letter.to_markdown().encode(),
    "txt": lambda letter: letter.to_text().encode(),
    "html": lambda letter: letter.to_html().encode(),
    "docx": Letter.to_docx,
    "pdf": Letter.to_pdf,
    "ofd": Letter.to_ofd,
}
# VmHWM is the peak of this program alone; what getrusage tells is that of the process it was forked from, if larger.
_CHILD = """
import sys
from govreply import api
def held(name):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name)) * 1024
api.parse("关于第1号提案的答复", "warm.txt")
with open(sys.argv[1], "rb") as file:
    data = file.read()
before = held("VmRSS")
api.parse(data, sys.argv[1])
print(before, held("VmHWM"))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, nargs="+", default=PARAGRAPHS, help="of each letter")
    parser.add_argument("formats", nargs="*", help=f"of {' '.join(FORMATS)}; all by default")
    given = parser.parse_args()
    kept = True
    print(
        f"{'format':6} {'paragraphs':>10} {'file KB':>9} {'before MB':>10} {'growth MB':>10} {'times size':>10} {'allowed MB':>10}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in given.formats or FORMATS:
            for paragraphs in given.paragraphs:
                path = Path(folder) / f"letter.{name}"
                path.write_bytes(FORMATS[name](_letter(paragraphs)))
                size = path.stat().st_size
                before, peak = measured(path)
                growth, allowed = peak - before, MOST_TIMES * size + MOST_BESIDE
                kept = kept and growth <= allowed
                print(
                    f"{name:6} {paragraphs:10} {size / 1024:9.1f} {before / MEGABYTE:10.1f} {growth / MEGABYTE:10.1f} "
                    f"{growth / size:10.1f} {allowed / MEGABYTE:10.1f}{'' if growth <= allowed else '  TOO MUCH'}",
                    flush=True,
                )
    return 0 if kept else 1


def measured(path: Path) -> tuple[int, int]:
    """Bytes held before and at the peak of reading `path`."""
    done = subprocess.run([sys.executable, "-c", _CHILD, str(path)], capture_output=True, check=True, encoding="utf-8")
    before, peak = done.stdout.split()
    return int(before), int(peak)


def _letter(paragraphs: int) -> Letter:
    """A letter whose paragraphs all say something else, as letters do: what is the same over and over shrinks too well."""
    each = -(-paragraphs // _MOST_SECTIONS)
    firsts = range(0, paragraphs, each)
    return Letter(sections=tuple(_section(first, min(each, paragraphs - first)) for first in firsts))


def _section(first: int, count: int) -> Part:
    return Part(
        heading=f"推进第{first}片区管网改造",
        paragraphs=tuple(
            f"第{n}片区于{2015 + n % 8}年完成普查，查明病害{n * 37 % 911}处，投入资金{n * 53 % 977}万元，"
            f"改造管网{n * 7 % 89}公里，惠及居民{n * 11 % 97}万户，新建泵站{n % 13}座。"
            for n in range(first, first + count)
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
