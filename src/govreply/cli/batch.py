"""``govreply batch``: whole folders, checked by several workers, kept in a file that survives, summed up at the end."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from govreply.baseline import Baseline
from govreply.batch.cross import engine as cross
from govreply.batch.cross import registry as cross_rules
from govreply.batch.errors import ClusterLostError, StoreDamagedError, StoreFailedError
from govreply.batch.run import Batch, Stop, Workers
from govreply.batch.store import FILE_NAME, Counts, Store, failure
from govreply.batch.waiving import WaiverFiles
from govreply.cli import archives, batch_catalogue, batch_reports, exit_codes
from govreply.cli.batch_catalogue import CatalogueOptions, Catalogues, catalogue_options
from govreply.cli.batch_cluster import Place, cluster_options
from govreply.cli.batch_inputs import found, how_to_go_on, paths_of, remember_remarks, remember_skipped, require_paths
from govreply.cli.batch_judging import (
    baseline_fails,
    baseline_to_write,
    options_for,
    options_of,
    write_baseline,
    write_baseline_option,
)
from govreply.cli.batch_summary import Summary, write_summary
from govreply.cli.command import Command, OneOf, Refusal, argument, option
from govreply.cli.configuring import tell_files
from govreply.cli.inputs import SUFFIXES, Inputs
from govreply.cli.judging import Judging, JudgingOptions
from govreply.cli.judging_options import judging_options
from govreply.cli.language import current, say
from govreply.cli.progress import MODES, Progress, surface_for
from govreply.cli.selection import InputPath
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.reports.safe import visible

if TYPE_CHECKING:
    _Number = click.ParamType[int]
else:
    _Number = click.ParamType  # generic for type checkers only, and not before click 8.5

_SUFFIXES: Final = " ".join(SUFFIXES)
_MOST_JOBS: Final = 1024


class _Jobs(_Number):
    """A number of workers."""

    name = "jobs"

    def convert(self, value: Any, _param: click.Parameter | None, ctx: click.Context | None) -> int:
        """`value` as a number; 0 stands for one worker a core."""
        number = int(value) if str(value).isdecimal() else -1
        if not 0 <= number <= _MOST_JOBS:
            raise Refusal(
                say(f"--jobs 的值 {value!r} 无效，应为正整数", f"--jobs: {value!r} is no number of workers"), ctx
            )
        return number or _cores()


@click.command(
    name="batch",
    cls=Command,
    words=Bilingual(
        "检查整个文件夹，结果存入一个文件夹；中断、断电后可以接着做。\n"
        "退出码：0 无问题；1 有问题；2 用法或配置有误；3 有文件未能读取，没有可检查的答复，或结果写不进去。",
        "Check whole folders and keep the results in another; can go on after an interruption or a power failure.\n"
        "Exit codes: 0 no findings; 1 findings; 2 usage or configuration; 3 an input was not read, no reply was found, or "
        "the results could not be written.",
    ),
)
@argument(
    "paths",
    nargs=-1,
    type=InputPath(),
    label=Bilingual("路径", "PATH"),
    words=Bilingual(
        f"含有 {_SUFFIXES} 文件的文件夹，或文件；接着做时可以不写",
        f"folders with {_SUFFIXES} files, or files; may be left out to go on",
    ),
)
@option(
    "--out",
    metavar="REPORT_DIR",
    required=True,
    type=click.Path(path_type=Path),
    words=Bilingual("结果存入哪个文件夹", "folder for the results"),
)
@option(
    "--resume",
    is_flag=True,
    words=Bilingual(
        "接着做：已查过而没有改动的不再查", "go on: what has been checked and has not changed is not checked again"
    ),
)
@option(
    "--jobs",
    type=_Jobs(),
    default=0,
    metavar="N",
    words=Bilingual("同时检查几份；0 为处理器核数", "how many documents at once; 0 for one a core"),
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
@cluster_options
@catalogue_options
@write_baseline_option
@judging_options([(rule.name, rule.code, rule.family) for rule in cross_rules.ALL])
def command(
    paths: tuple[str, ...],
    out: Path,
    resume: bool,
    jobs: int,
    mode: str,
    place: Place,
    catalogues: CatalogueOptions,
    written_baseline: Path | None,
    judging: JudgingOptions,
) -> int:
    """Check what `paths` lead to; returns the exit code."""
    require_paths(paths)
    if not paths and not resume:
        raise Refusal(say("缺少参数：路径", "missing argument: PATH"))
    started = time.monotonic()
    new_baseline = None if written_baseline is None else baseline_to_write(written_baseline)
    # what is wrong is told before a store is made
    judged = judging.over([Path(path) for path in paths]) if paths else None
    given = catalogues.open(judged.catalogue_columns) if judged else None
    progress = Progress(surface_for(mode, sys.stderr), current())
    try:
        with place.workers() as workers, Store.create(out, resume=resume) as store:
            found_again = paths_of(store, paths)
            judged = judged or judging.over(found_again)
            given = given or catalogues.open(judged.catalogue_columns)
            return _run(store, found_again, workers or jobs, judged, given, new_baseline, progress, started)
    except (StoreFailedError, ClusterLostError, sqlite3.Error) as error:
        progress.close()
        told = failure(out / FILE_NAME, error) if isinstance(error, sqlite3.Error) else error
        click.echo(say("错误：", "error: ") + visible(told.words.within(current())), err=True)
        if not isinstance(told, StoreDamagedError):
            _say_how_to_go_on(out, paths)
        return exit_codes.INCOMPLETE
    except KeyboardInterrupt:  # while reports are written, or for the second time
        progress.close()
        click.echo(say("已中断。", "interrupted."), err=True)
        _say_how_to_go_on(out, paths)
        return exit_codes.INTERRUPTED
    finally:
        progress.close()


def _run(
    store: Store,
    paths: tuple[Path, ...],
    workers: Workers | int,
    judging: Judging,
    catalogues: Catalogues,
    new_baseline: Baseline | None,
    progress: Progress,
    started: float,
) -> int:
    inputs = Inputs(
        paths,
        (archives.SUFFIX,) if judging.zipped else (),
        without=frozenset({os.path.realpath(store.folder)}),
    )
    batch = Batch(
        store=store,
        options=options_of(judging, judging.own_rules),
        options_for=options_for(judging),
        baseline=judging.baseline,
        jobs=workers if isinstance(workers, int) else 0,
        workers=None if isinstance(workers, int) else workers,
        waivers=WaiverFiles(given=judging.waivers),
        day=judging.today or date.today(),
        observer=progress,
        stop=Stop(),
    )
    with batch.stop.on_signals():
        outcome = batch.run(found(inputs, judging.limits, zipped=judging.zipped))
    if not outcome.finished:
        progress.close()
        return _interrupted(store)
    remember_skipped(store, inputs)
    progress.begin(say("比对各份文件", "comparing documents"))
    across = cross.apply(
        store,
        catalogue=catalogues.given,
        today=judging.today,
        select=judging.rules.select,
        ignore=judging.rules.ignore,
        severities=judging.rules.severities,
        waivers=batch.waivers,
        day=batch.day,
    )
    remarks = batch.waivers.remarks(store, batch.day, paths)
    remember_remarks(store, remarks)
    progress.begin(say("写报告", "writing the reports"))
    missing = batch_reports.write_reports(store)
    progress.close()
    counts = store.counts()
    write_summary(
        sys.stdout,
        store,
        Summary(
            counts=counts,
            seconds=time.monotonic() - started,
            gone=outcome.gone,
            kept=outcome.kept,
            skipped=inputs.skipped,
            ignored=inputs.ignored.remark(),
            cross=Counter({severity: count for severity, count in across.items() if count}),
            remarks=remarks,
        ),
    )
    _say_where_reports_are(store.folder, missing)
    is_written = batch_catalogue.write(catalogues, store)
    _say_why_nothing(inputs, counts)
    has_shrunk = baseline_fails(judging, store)
    is_written &= new_baseline is None or write_baseline(new_baseline, judging, store)
    tell_files(judging.configuration, judging.settings)
    if missing or not is_written:
        return exit_codes.INCOMPLETE
    code = _exit_code(counts, across, judging, bool(inputs.empty_folders))
    return exit_codes.FINDINGS if has_shrunk and code == exit_codes.OK else code


def _interrupted(store: Store) -> int:
    counts = store.counts()
    done = counts.found - counts.waiting
    click.echo(
        say(
            f"已中断：找到 {counts.found} 份，查完 {done} 份，结果都已保存。",
            f"interrupted: {done} of {counts.found} documents are checked, and kept.",
        ),
        err=True,
    )
    _say_how_to_go_on(store.folder, ())
    return exit_codes.INTERRUPTED


def _say_how_to_go_on(out: Path, paths: tuple[str, ...]) -> None:
    again = how_to_go_on(out, paths)
    click.echo(
        say(
            f"接着做：{again}（其他选项与上次相同）",
            f"to go on: {again} (with the other options as they were)",
        ),
        err=True,
    )


def _say_where_reports_are(folder: Path, missing: list[Bilingual]) -> None:
    if not missing:
        told = say("、", ", ").join(visible(str(folder / name)) for name in batch_reports.NAMES)
        click.echo(say(f"报告：{told}", f"reports: {told}"))
    for words in missing:
        click.echo(say("错误：", "error: ") + visible(words.within(current())), err=True)
    if missing:
        again = how_to_go_on(folder, ())
        click.echo(
            say(
                f"检查结果都已保存；排除上述原因后重写报告：{again}（其他选项与上次相同）",
                f"the results are kept; once that is mended, write the reports again: {again} (with the other options as they"
                " were)",
            ),
            err=True,
        )


def _say_why_nothing(inputs: Inputs, counts: Counts) -> None:
    for folder in inputs.empty_folders:
        shown = visible(str(folder))
        click.echo(
            say(f"{shown}：文件夹里没有可检查的文件（{_SUFFIXES}）", f"{shown}: no {_SUFFIXES} file in this folder"),
            err=True,
        )
    if counts.found and not _replies(counts) and not counts.unread:
        click.echo(
            say("没有可检查的答复：所给文件都不是答复", "nothing to check: none of the files is a reply"), err=True
        )


def _exit_code(counts: Counts, across: dict[Severity, int], judging: Judging, has_empty_folder: bool) -> int:
    if counts.unread or has_empty_folder or not _replies(counts):
        return exit_codes.INCOMPLETE
    threshold = judging.threshold
    if threshold is None:
        return exit_codes.OK
    reached = any(
        severity.reaches(threshold) and (counts.findings[severity.value] or across.get(severity))
        for severity in Severity
    )
    return exit_codes.FINDINGS if reached else exit_codes.OK


def _replies(counts: Counts) -> int:
    return counts.verdicts.total() - counts.not_replies


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
