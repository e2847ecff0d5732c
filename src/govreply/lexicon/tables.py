"""The tables of dated facts in ``data/``: tab-separated, with a header and a column that says how sure each row is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME.tsv``, each a mapping from column name to cell text (``""`` where empty).

    Raises:
        ValueError: if a row does not have as many cells as the header; the message names the line.
    """
    lines = files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise ValueError(f"{name}.tsv line {number}: {len(cells)} cells under {len(header)} columns")
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)
