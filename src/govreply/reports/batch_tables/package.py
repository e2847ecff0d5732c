"""``datapackage.json``: which tables there are, with types and meanings of their columns, as Frictionless data packages tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from govreply.language import Language
from govreply.reports.batch_tables.schema import Table, Type
from govreply.version import VERSION

FILE_NAME: Final = "datapackage.json"
_PROFILE: Final = "https://specs.frictionlessdata.io/schemas/data-package.json"
_FORMATS: Final[Mapping[str, Mapping[str, Any]]] = {
    "csv": {
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
    },
    "jsonl": {"mediatype": "application/jsonl", "encoding": "utf-8"},
    "parquet": {"mediatype": "application/vnd.apache.parquet"},
}


def description(written: Mapping[str, int], known: Mapping[str, Table], form: str, language: Language) -> bytes:
    """The file's bytes for the tables `written` (name → number of rows) out of those `known`."""
    content = {
        "$schema": _PROFILE,
        "profile": "data-package",
        "name": "govreply-export",
        "govreply": VERSION,
        "resources": [_resource(known[name], rows, form, language) for name, rows in written.items()],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(table: Table, rows: int, form: str, language: Language) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.{form}",
        "format": form,
        **_FORMATS[form],
        "description": table.words.within(language),
        "rows": rows,
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type.value, "description": column.words.within(language)}
                | ({"trueValues": ["true"], "falseValues": ["false"]} if column.type is Type.BOOLEAN else {})
                for column in table.columns
            ]
        },
    }
