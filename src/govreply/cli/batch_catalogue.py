"""The catalogue of ``govreply batch``: its options, read before anything is checked, and what is said of it at the end."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import WORDS, field_named
from govreply.batch.catalogue.table import Catalogue, read_catalogue
from govreply.batch.cross.view import View
from govreply.batch.filing.writing import require_writable, write_catalogue
from govreply.batch.store import Store
from govreply.cli.command import Refusal, option
from govreply.cli.language import current, say
from govreply.language import Bilingual
from govreply.reports.safe import visible

_Function = TypeVar("_Function", bound=Callable[..., Any])


@frozen
class Catalogues:
    """The catalogue to compare with, and the file to write one to."""

    given: Catalogue | None
    written: Path | None


@frozen
class CatalogueOptions:
    """What the options ask for.

    Attributes:
        given: the file of the catalogue to compare with. columns: field → column, as the options say.
        written: the file to write one to.
    """

    given: Path | None
    columns: Mapping[str, str]
    written: Path | None

    def open(self, columns: Mapping[str, str]) -> Catalogues:
        """The catalogues, read; `columns` hold for those fields that no option names.

        Raises:
            Refusal: if one cannot be used.
        """
        return _looked_over(self.given, {**columns, **self.columns}, self.written)


def catalogue_options(function: _Function) -> Callable[..., Any]:
    """Add the options to a command, whose function takes them as its argument ``catalogues``: :class:`CatalogueOptions`."""

    @functools.wraps(function)
    def with_catalogues(
        catalogue: Path | None, catalogue_columns: tuple[str, ...], write_catalogue: Path | None, **given: Any
    ) -> Any:
        if catalogue_columns and catalogue is None:
            raise Refusal(say("--catalogue-column 要与 --catalogue 同用", "--catalogue-column needs --catalogue"))
        columns = _columns(catalogue_columns)
        return function(catalogues=CatalogueOptions(catalogue, columns, write_catalogue), **given)

    decorated: Callable[..., Any] = with_catalogues
    for decorate in reversed(_OPTIONS):
        decorated = decorate(decorated)
    return decorated


_OPTIONS = (
    option(
        "--catalogue",
        metavar="FILE",
        type=click.Path(path_type=Path),
        words=Bilingual(
            "随文件移交的目录（.xlsx 或 .csv），与文件逐项核对",
            "the catalogue that came with the files (.xlsx or .csv); it is compared with them",
        ),
    ),
    option(
        "--catalogue-column",
        "catalogue_columns",
        multiple=True,
        metavar="FIELD=COLUMN",
        words=Bilingual(
            "目录栏目另有叫法时指明：栏目=列号、列标或表头（可重复）",
            "name a column that is called otherwise: field=letter, number or heading (repeatable)",
        ),
    ),
    option(
        "--write-catalogue",
        metavar="FILE",
        type=click.Path(path_type=Path),
        words=Bilingual(
            "按文件写出一份目录（DA/T 46-2009 元素；.xlsx 或 .xml）",
            "write a catalogue of the files (elements of DA/T 46-2009; .xlsx or .xml)",
        ),
    ),
)


def write(catalogues: Catalogues, store: Store) -> bool:
    """Write the catalogue that is asked for, and say what there is to say of both; returns whether all went well."""
    if catalogues.given is not None:
        click.echo(_told(catalogues.given, store))
    if catalogues.written is None:
        return True
    try:
        count = write_catalogue(catalogues.written, View(store.db))
    except CatalogueError as error:
        click.echo(say("错误：", "error: ") + visible(error.words.within(current())), err=True)
        return False
    shown = visible(str(catalogues.written))
    click.echo(say(f"已写出目录：{shown}（{count} 件）", f"catalogue written: {shown} ({count} units)"))
    return True


def _looked_over(path: Path | None, columns: Mapping[str, str], written: Path | None) -> Catalogues:
    try:
        if written is not None:
            require_writable(written)
        given = None if path is None else read_catalogue(path, dict(columns))
    except CatalogueError as error:
        raise Refusal(visible(error.words.within(current()))) from error
    if given is not None and written is not None and Path(given.path).resolve() == written.resolve():
        raise Refusal(
            say("--write-catalogue 不能覆盖 --catalogue 的目录", "--write-catalogue would replace --catalogue")
        )
    return Catalogues(given, written)


def _columns(texts: Iterable[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for name, column in map(_column, texts):
        if name in columns:
            words = WORDS[field].within(current()) if (field := field_named(name)) else name
            raise Refusal(
                say(
                    f"--catalogue-column 两次指明了{words}：{columns[name]}、{column}",
                    f"--catalogue-column names the column of {words!r} twice: {columns[name]}, {column}",
                )
            )
        columns[name] = column
    return columns


def _column(text: str) -> tuple[str, str]:
    field, sign, column = text.partition("=")
    if not sign or not field.strip() or not column.strip():
        raise Refusal(
            say(
                f"--catalogue-column 的值 {text!r} 无效，应写作 题名=B",
                f"--catalogue-column: {text!r} is nothing like 题名=B",
            )
        )
    known = field_named(field.strip())
    return known.value if known else field.strip(), column.strip()


def _told(catalogue: Catalogue, store: Store) -> str:
    """How many entries have files, and which columns were understood."""
    total = len(catalogue.entries)
    (with_files,) = store.db.execute("SELECT count(DISTINCT catalogue_row) FROM catalogue_files").fetchone()
    columns = say("、", ", ").join(WORDS[field].within(current()) for field in catalogue.columns)
    line = say(
        f"目录：{total} 条，有文件的 {with_files} 条；认出的栏目：{columns}",
        f"catalogue: {total} {'entry' if total == 1 else 'entries'}, {with_files} of them with files; columns understood: {columns}",
    )
    if catalogue.unknown:
        others = say("、", ", ").join(visible(text) for text in catalogue.unknown)
        line += say(f"；未用的栏目：{others}", f"; not used: {others}")
    return line
