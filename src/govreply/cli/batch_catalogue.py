"""The catalogue of ``govreply batch``: its options, read before anything is checked, and what is said of it at the end."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from attrs import frozen

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import WORDS, field_named
from govreply.batch.catalogue.table import Catalogue, read_catalogue
from govreply.batch.cross.view import View
from govreply.batch.filing.writing import require_writable, write_catalogue
from govreply.batch.store import FILE_NAME, Store
from govreply.cli import batch_reports
from govreply.cli.command import Refusal, option
from govreply.cli.language import current, say
from govreply.language import Bilingual
from govreply.reports.safe import visible

_RESULTS: Final = frozenset((*batch_reports.NAMES, FILE_NAME))

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
        written: the file to write one to. replaces: whether that may be one that exists.
        out: the folder of the results.
    """

    given: Path | None
    columns: Mapping[str, str]
    written: Path | None
    replaces: bool
    out: Path

    def open(self, columns: Mapping[str, str]) -> Catalogues:
        """The catalogues, read; `columns` hold for those fields that no option names.

        Raises:
            Refusal: if one cannot be used.
        """
        try:
            if self.written is not None:
                self._require_harmless(self.written)
            given = None if self.given is None else read_catalogue(self.given, {**columns, **self.columns})
        except CatalogueError as error:
            raise Refusal(visible(error.words.within(current()))) from error
        return Catalogues(given, self.written)

    def _require_harmless(self, written: Path) -> None:
        """See that no file is lost by writing a catalogue that the user wants to keep."""
        require_writable(written)
        shown = visible(str(written))
        if self.given is not None and os.path.realpath(self.given) == os.path.realpath(written):
            raise Refusal(
                say("--write-catalogue 不能覆盖 --catalogue 的目录", "--write-catalogue would replace --catalogue")
            )
        if os.path.realpath(written.parent) == os.path.realpath(self.out) and written.name.casefold() in _RESULTS:
            raise Refusal(
                say(
                    f"--write-catalogue {shown}：这是成批检查的报告，不能写成目录，请换一个文件名",
                    f"--write-catalogue {shown}: a report of the batch has that name; use another one",
                )
            )
        if written.is_dir():
            raise Refusal(
                say(
                    f"--write-catalogue {shown}：这是文件夹，请写文件名",
                    f"--write-catalogue {shown}: that is a folder; name a file",
                )
            )
        if os.path.lexists(written) and not self.replaces:
            raise Refusal(
                say(
                    f"--write-catalogue {shown}：已有这个文件。请换一个文件名；要替换它，加上 --overwrite",
                    f"--write-catalogue {shown}: the file exists; use another name, or --overwrite to replace it",
                )
            )


def catalogue_options(function: _Function) -> Callable[..., Any]:
    """Add the options to a command, whose function takes them as its argument ``catalogues``: :class:`CatalogueOptions`.

    The command has an option ``--out`` for the folder of its results.
    """

    @functools.wraps(function)
    def with_catalogues(
        catalogue: Path | None,
        catalogue_columns: tuple[str, ...],
        write_catalogue: Path | None,
        overwrite: bool,
        out: Path,
        **given: Any,
    ) -> Any:
        if catalogue_columns and catalogue is None:
            raise Refusal(say("--catalogue-column 要与 --catalogue 同用", "--catalogue-column needs --catalogue"))
        if overwrite and write_catalogue is None:
            raise Refusal(say("--overwrite 要与 --write-catalogue 同用", "--overwrite needs --write-catalogue"))
        options = CatalogueOptions(catalogue, _columns(catalogue_columns), write_catalogue, overwrite, out)
        return function(catalogues=options, out=out, **given)

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
    option(
        "--overwrite",
        is_flag=True,
        words=Bilingual("--write-catalogue 的文件已经存在时替换它", "let --write-catalogue replace a file that exists"),
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
