"""The tables of an export: their columns with types and meanings, as ``columns.tsv`` has them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from govreply.language import Bilingual
from govreply.records import COLUMNS

OF_REPLIES: Final = tuple(name for name in COLUMNS if name != "documents")
"""The tables that are made of replies alone."""

_WHOLE_TABLE: Final = "*"


class Type(StrEnum):
    """What a column holds, in the words of Frictionless table schemas. Every column may hold nothing."""

    STRING = "string"
    INTEGER = "integer"  # 64 bits
    NUMBER = "number"  # a double
    BOOLEAN = "boolean"


@frozen
class Column:
    """A column; ``words`` tell its meaning, its unit and where it counts from."""

    name: str
    type: Type
    words: Bilingual


@frozen
class Table:
    """A table; ``words`` tell what one row is."""

    name: str
    words: Bilingual
    columns: tuple[Column, ...]


@cache
def tables() -> Mapping[str, Table]:
    """All of them by name, in their order."""
    text = files(__package__).joinpath("columns.tsv").read_text(encoding="utf-8")
    words: dict[str, Bilingual] = {}
    columns: dict[str, list[Column]] = {}
    for line in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        told = Bilingual(line["zh"], line["en"])
        if line["column"] == _WHOLE_TABLE:
            words[line["table"]], columns[line["table"]] = told, []
        else:
            columns[line["table"]].append(Column(line["column"], Type(line["type"]), told))
    return {name: Table(name, words[name], tuple(columns[name])) for name in words}
