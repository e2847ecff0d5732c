"""``govreply export``: the store of a batch as tables for pandas, Polars, Arrow, R, spreadsheets and databases."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from govreply.batch.errors import StoreRefusedError
from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, Refusal, argument, nearest, option
from govreply.cli.language import current, say
from govreply.cli.progress import MODES, Progress, surface_for
from govreply.language import Bilingual
from govreply.reports.batch_tables.errors import ExportFailedError, ExportRefusedError
from govreply.reports.batch_tables.export import Exported, Order, export
from govreply.reports.batch_tables.schema import tables
from govreply.reports.batch_tables.writers import FORMATS
from govreply.reports.safe import visible

_STAGE: Final = Bilingual("导出", "exporting")


@click.command(
    name="export",
    cls=Command,
    words=Bilingual(
        "把成批检查的结果导出成数据表，每张表一个文件，供 pandas、Polars、Arrow、数据库、电子表格使用。\n"
        "各表各列的含义见 datapackage.json 和文档“数据”。\n"
        "退出码：0 已导出；2 用法有误，或不能按要求导出；3 没有导出完，或那次检查没有做完。",
        "Export the results of a batch as tables, a file each, for pandas, Polars, Arrow, databases and spreadsheets.\n"
        "datapackage.json and the page on data tell what tables and columns mean.\n"
        "Exit codes: 0 exported; 2 wrong usage, or it cannot be done as asked; 3 not exported whole, or the batch itself is "
        "not finished.",
    ),
)
@argument(
    "store",
    type=click.Path(path_type=Path),
    label=Bilingual("结果", "STORE"),
    words=Bilingual(
        "govreply batch --out 的文件夹，或其中的 batch.sqlite",
        "the folder of govreply batch --out, or the batch.sqlite in it",
    ),
)
@option(
    "--to",
    "form",
    required=True,
    type=OneOf(FORMATS),
    words=Bilingual(
        "格式：parquet 供程序用，保留各列的类型（需要 pyarrow）；csv 供电子表格用；jsonl 每行一个 JSON",
        "parquet keeps the types of columns (needs pyarrow); csv is for spreadsheets; jsonl has a JSON object a line",
    ),
)
@option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    words=Bilingual(
        "导出到哪个文件夹；默认为结果旁的 export-格式",
        "folder for the tables; by default export-FORMAT beside the store",
    ),
)
@option(
    "--table",
    "wanted",
    multiple=True,
    metavar="NAME",
    words=Bilingual(
        f"只导出这张表（可重复）：{'、'.join(tables())}", f"export this table only (repeatable): {', '.join(tables())}"
    ),
)
@option(
    "--overwrite",
    "replace",
    is_flag=True,
    words=Bilingual("替换该文件夹里以前导出的表", "replace tables exported to that folder before"),
)
@option(
    "--show-private",
    is_flag=True,
    words=Bilingual("不遮盖手机号、证件号、账号和住址", "do not mask phones, identity numbers, accounts and addresses"),
)
@option(
    "--progress",
    "mode",
    type=OneOf(MODES),
    default="auto",
    words=Bilingual(
        "进度显示：auto 在终端里为进度条，plain 为隔几秒一行，off 为不显示",
        "auto shows a bar on a terminal, plain a line each few seconds, off nothing",
    ),
)
def command(
    store: Path, form: str, out: Path | None, wanted: tuple[str, ...], replace: bool, show_private: bool, mode: str
) -> int:
    """Export the store; returns the exit code."""
    _require_tables(wanted)
    order = Order(
        store=store,
        form=form,
        language=current(),
        out=out,
        wanted=wanted,
        replace=replace,
        show_private=show_private,
    )
    progress = Progress(surface_for(mode, sys.stderr), current())
    try:
        exported = export(order, _teller(progress))
    except (StoreRefusedError, ExportRefusedError) as error:
        progress.close()
        raise Refusal(visible(error.words.within(current()))) from error
    except ExportFailedError as error:
        progress.close()
        click.echo(say("错误：", "error: ") + visible(error.words.within(current())), err=True)
        return exit_codes.INCOMPLETE
    finally:
        progress.close()
    _tell(order, exported)
    return _exit_code(order, exported)


def _teller(progress: Progress) -> Callable[[str, int], None]:
    """What shows each document that is through; the first one tells how many there are."""

    def seen(outcome: str, total: int) -> None:
        if progress.total is None:
            progress.checking(total, _STAGE)
        progress.checked(outcome)

    return seen


def _require_tables(wanted: tuple[str, ...]) -> None:
    for name in wanted:
        if name not in tables():
            raise Refusal(
                say(f"--table {name}：没有这张表", f"--table {name}: there is no such table")
                + (
                    nearest(name, tables())
                    or say(f"；可用：{'、'.join(tables())}", f"; there are: {', '.join(tables())}")
                )
            )


def _tell(order: Order, exported: Exported) -> None:
    """Say which files there are now, with the numbers of their rows."""
    count, shown = len(exported.rows), visible(str(order.folder))
    click.echo(
        say(
            f"已导出 {count} 张表到 {shown}（行数）：",
            f"{count} {'table' if count == 1 else 'tables'} exported to {shown}, with these rows:",
        )
    )
    width = max(len(name) for name in exported.rows) + len(order.form) + 1
    for name, rows in exported.rows.items():
        click.echo(f"  {f'{name}.{order.form}':{width}} {rows:>9}")
    if order.show_private and exported.is_masked:
        click.echo(
            say(
                "注意：成批检查时没有用 --show-private，说明和引文里遮盖了的仍然遮盖。",
                "note: the batch was run without --show-private, so messages and quotes stay masked.",
            ),
            err=True,
        )


def _exit_code(order: Order, exported: Exported) -> int:
    if exported.is_complete and not exported.waiting:
        return exit_codes.OK
    shown = visible(str(order.file.parent))
    click.echo(
        say(
            f"注意：那次检查没有做完（还有 {exported.waiting} 份没查）；请先运行 govreply batch --resume --out {shown}，再导出。",
            f"note: the batch is not finished (still to be checked: {exported.waiting}); run govreply batch --resume"
            f" --out {shown}, then export again.",
        ),
        err=True,
    )
    return exit_codes.INCOMPLETE
