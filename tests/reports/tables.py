"""Exports for tests, and what can be read from their files."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from govreply.language import Language
from govreply.reports.batch_tables.export import Exported, Order, export
from govreply.reports.batch_tables.schema import tables

FORMATS = ("parquet", "csv", "jsonl")


def exported(store: Path, form: str, **how: Any) -> Exported:
    """The tables of the store in the folder `store`, in ``export-FORM`` beside it."""
    settings: dict[str, Any] = {"store": store, "form": form, "language": Language.ZH} | how
    return export(Order(**settings))


def lines(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table of JSON Lines."""
    text = (folder / f"{table}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def parquet(folder: Path, table: str) -> Any:
    """A table of Parquet, as Arrow has it."""
    import pyarrow.parquet

    return pyarrow.parquet.read_table(folder / f"{table}.parquet")


def cells(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table of CSV, every cell as text."""
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def jsonl_of(store: Path, **how: Any) -> dict[str, list[dict[str, Any]]]:
    """All tables of a store, through JSON Lines."""
    folder = store / "read-again"
    done = exported(store, "jsonl", out=folder, replace=True, **how)
    return {name: lines(folder, name) for name in tables() if name in done.rows}
