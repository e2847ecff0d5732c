"""Write the list of tables and columns at the end of ``docs/*/data.md``, from what exports are made by.

A test says when a page is out of date. Run as ``python -m scripts.generate_data_pages``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from govreply.language import Bilingual, Language
from govreply.reports.batch_tables.schema import Table, Type, tables

DOCS: Final = Path(__file__).parents[1] / "docs"
_HEADING: Final = Bilingual("## 各表各列", "## Tables and columns")
_TYPES: Final = {
    Type.STRING: Bilingual("文字", "text"),
    Type.INTEGER: Bilingual("整数", "integer"),
    Type.NUMBER: Bilingual("数", "number"),
    Type.BOOLEAN: Bilingual("是否", "true or false"),
}


def main() -> None:
    for language in Language:
        path = DOCS / language.value / "data.md"
        path.write_text(refreshed(path.read_text(encoding="utf-8"), language), encoding="utf-8")


def refreshed(page: str, language: Language) -> str:
    """The page with the list of now behind its last heading."""
    heading = _HEADING.within(language)
    head, _, _ = page.partition(f"\n{heading}\n")
    return f"{head}\n{heading}\n" + "".join(_section(table, language) for table in tables().values())


def _section(table: Table, language: Language) -> str:
    words = table.words.within(language)
    told = f"{words}。" if language is Language.ZH else f"{words[0].upper()}{words[1:]}."
    return f"\n### {table.name}\n\n{told}\n\n" + "\n".join(_rows(table, language)) + "\n"


def _rows(table: Table, language: Language) -> Iterator[str]:
    yield Bilingual("| 列 | 类型 | 含义 |", "| column | type | meaning |").within(language)
    yield "| --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {_TYPES[column.type].within(language)} | {column.words.within(language)} |"


if __name__ == "__main__":
    main()
