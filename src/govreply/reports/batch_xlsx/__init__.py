"""``report.xlsx``: the workbook of a batch. XlsxWriter is imported when one is written; it is part of the extra ``report``."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govreply.batch.store import Store
from govreply.language import Language
from govreply.reports.base import RuleHelp
from govreply.reports.batch_view import BatchView
from govreply.reports.batch_words import required, unwritable
from govreply.reports.batch_xlsx.sheets import Desk, write_cross, write_documents, write_issues, write_organs
from govreply.reports.batch_xlsx.table import MOST_LINKS, MOST_ROWS, Formats, Table, prepare_print

if TYPE_CHECKING:
    import xlsxwriter

FILE_NAME: Final = "report.xlsx"
# every text is a text: nothing is taken for a formula, a link or a number by its look
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}
_FONTS: Final = {Language.ZH: "微软雅黑", Language.EN: "Calibri"}


def write_xlsx(
    store: Store,
    path: Path,
    language: Language,
    *,
    rules: Mapping[str, RuleHelp] | None = None,
    most_rows: int = MOST_ROWS,
    most_links: int = MOST_LINKS,
) -> None:
    """Write what the store holds as a workbook; the file at `path` is replaced when the new one is whole.

    The same store gives the same bytes. What is private is masked unless the batch was run with leave to show it.

    Args:
        rules: what they are called, by name. most_rows: of a sheet. most_links: of a table.

    Raises:
        ExtraFileError: if the file cannot be written, or XlsxWriter is not installed.
    """
    xlsxwriter = required("xlsxwriter")
    try:
        with tempfile.TemporaryDirectory(prefix=".report-", dir=path.parent) as folder:
            written = Path(folder, FILE_NAME)
            fonts = {"default_format_properties": {"font_name": _FONTS[language], "font_size": 10.5}}
            with xlsxwriter.Workbook(str(written), _OPTIONS | fonts | {"tmpdir": folder}) as workbook:
                _fill(workbook, BatchView(store, language), path, rules or {}, most_rows, most_links)
            written.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    except xlsxwriter.exceptions.FileCreateError as error:
        raise unwritable(path, OSError(str(error))) from error


def _fill(
    workbook: xlsxwriter.Workbook,
    view: BatchView,
    path: Path,
    rules: Mapping[str, RuleHelp],
    most_rows: int,
    most_links: int,
) -> None:
    from govreply.reports.batch_xlsx.overview import Overview

    formats = Formats.of(workbook)
    opened: Any = partial(
        Table,
        workbook=workbook,
        formats=formats,
        language=view.language,
        most_rows=most_rows,
        most_links=most_links,
    )
    desk = Desk(view=view, open=opened, folder=path.parent.absolute(), rules=rules)
    first = workbook.add_worksheet(desk.say("概览", "Overview"))
    prepare_print(first)
    first.hide_gridlines(2)
    run = view.last_run()
    workbook.set_properties(
        {
            "title": desk.say("答复批量检查报告", "Report on a batch of replies"),
            "created": datetime.fromisoformat(run["started"]) if run else datetime(2000, 1, 1),
        }
    )
    Overview(desk, first, formats).write(
        [write_issues(desk), write_documents(desk), write_cross(desk), write_organs(desk)]
    )
