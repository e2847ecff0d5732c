"""Writes the documents of a labelled corpus as DOCX, PDF and OFD, and prints how much is read less well than from their own form.

Each document is read, its lines and tables are written in the other format, and that file is read again; both readings
are judged by the document's labels. The requirement is that no document loses more than 0.01 of its F1. What the other
format cannot show (what is a link, what a menu, what is hidden) is lost on the way, as it is in a print of a page. The exit
code is 1 if a document loses more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from govreply import api
from govreply.blocks import HIDDEN, Block, Break, Cell, LineKind, Table
from govreply.blocks import Line as BlockLine
from govreply.evaluate.gold import read_gold
from govreply.evaluate.run import entries
from govreply.evaluate.scoring import Counts, count, judge_fields
from govreply.evaluate.view import view
from govreply.readers import read
from govreply.testing.layout import Grid, LaidOut, Line, Role
from govreply.testing.render_docx import to_docx
from govreply.testing.render_ofd import to_ofd
from govreply.testing.render_pdf import to_pdf

MOST_LOST = 0.01
FORMATS: dict[str, Callable[[Sequence[LaidOut]], bytes]] = {"docx": to_docx, "pdf": to_pdf, "ofd": to_ofd}
_MOST_LINES_OF_A_CELL = 4  # a table with longer cells lays out a page


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+", help="folders of documents with NAME.gold.json beside each")
    parser.add_argument("--formats", nargs="+", choices=list(FORMATS), default=list(FORMATS))
    given = parser.parse_args()
    kept = True
    for corpus in given.corpus:
        pooled = {name: Counts() for name in ("own form", *given.formats)}
        for entry in entries(corpus):
            if entry.document is None:
                raise SystemExit(f"{entry.gold}: no document beside it")
            labels = read_gold(entry.gold).fields
            data = entry.document.read_bytes()
            own = count(judge_fields(labels, view(api.parse(data, entry.document.name))).values())
            pooled["own form"] += own
            laid_out = list(written(read(data, entry.document.name).blocks))
            for name in given.formats:
                outcomes = judge_fields(
                    labels, view(api.parse(FORMATS[name](laid_out), f"{entry.document.stem}.{name}"))
                )
                counts = count(outcomes.values())
                pooled[name] += counts
                lost = (own.f1 or 0) - (counts.f1 or 0)
                if lost > 0:
                    worst = ", ".join(
                        f"{field} -{'|'.join(outcome.missed)} +{'|'.join(outcome.extra)}"
                        for field, outcome in outcomes.items()
                        if not outcome.flawless
                    )
                    print(f"{entry.name} as {name}: loses {lost:.4f} ({worst})", flush=True)
                kept = kept and lost <= MOST_LOST
        for name, counts in pooled.items():
            print(f"{corpus.name:10} {name:10} F1 {counts.f1:.4f}")
    return 0 if kept else 1


def written(blocks: Iterable[Block]) -> Iterator[LaidOut]:
    """The blocks of a document as lines and tables to be written; what no reader sees is left out."""
    held: list[BlockLine] = []
    for block in blocks:
        if any(name.endswith(HIDDEN) for name in block.inside):
            continue
        if isinstance(block, BlockLine) and block.before is Break.SOFT and held:
            held.append(block)
            continue
        yield from _line(held)
        held = []
        if isinstance(block, BlockLine):
            held = [block] if block.kind is not LineKind.RULE else []
        elif _lays_out_a_page(block):
            for cell in block.cells:
                yield from written(cell.blocks)
        else:
            yield Grid(tuple(_rows(block)))
    yield from _line(held)


def _line(lines: Sequence[BlockLine]) -> Iterator[LaidOut]:
    text = "".join(line.text.text.strip(" \t\r\n") for line in lines)
    if not text:
        return
    first = lines[0]
    bullet = "" if first.bullet in ("", "-", "*", "+") else first.bullet
    if first.kind is LineKind.HEADING:
        role = Role.TITLE if first.depth == 1 else Role.HEADING
        yield Line(role, text, level=first.depth - 1)
    else:
        yield Line(Role.NOTE if bullet else Role.PARAGRAPH, bullet + text)


def _lays_out_a_page(table: Table) -> bool:
    return any(
        len(cell.blocks) > _MOST_LINES_OF_A_CELL or any(isinstance(b, Table) for b in cell.blocks)
        for cell in table.cells
    )


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    for number in range(table.rows):
        cells = sorted((c for c in table.cells if c.row <= number < c.row + c.rowspan), key=lambda c: c.column)
        row: list[str] = []
        for cell in cells:
            row.extend([""] * (cell.column - len(row)))
            row.append(_text(cell) if cell.row == number else "")
        yield tuple(row) or ("",)


def _text(cell: Cell) -> str:
    return "　".join(b.text.text.strip() for b in cell.blocks if isinstance(b, BlockLine)).strip()


if __name__ == "__main__":
    sys.exit(main())
