"""``govreply check``: rules over files and folders, reported in any number of formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from govreply.cli import archives, repairs
from govreply.cli.baselines import tell_changes
from govreply.cli.checking import Checker, Tally, waivers_of
from govreply.cli.command import Command, OneOf, Refusal, option
from govreply.cli.configuring import tell_files
from govreply.cli.extensions import formats
from govreply.cli.inputs import SUFFIXES, Inputs, Member
from govreply.cli.judging import JudgingOptions
from govreply.cli.judging_options import judging_options
from govreply.cli.language import current, say
from govreply.cli.listing import list_files
from govreply.cli.outputs import Outputs, Target, output_option, require_no_document, targets_of
from govreply.cli.rule_help import rule_help
from govreply.cli.safety import isolate_option, isolated
from govreply.cli.selection import Selection, input_options
from govreply.findings import Result
from govreply.language import Bilingual
from govreply.private import veiled
from govreply.reports.base import Setting
from govreply.reports.safe import visible

_SUFFIXES = " ".join(SUFFIXES)


@click.command(
    name="check",
    cls=Command,
    words=Bilingual(
        "检查答复前后是否一致，逐条列出问题所在。\n"
        "退出码：0 无问题；1 有问题；2 用法或配置有误；3 有文件未能读取，或没有可检查的答复。",
        "Check whether replies contradict themselves, and show where.\n"
        "Exit codes: 0 no findings; 1 findings; 2 usage or configuration; 3 an input was not read, or no reply found.",
    ),
)
@input_options
@option(
    "--allow-empty",
    is_flag=True,
    words=Bilingual("没有可检查的答复不算失败", "finding no reply to check is no failure"),
)
@option(
    "--list-files",
    "listing",
    is_flag=True,
    words=Bilingual("只列出会检查哪些文件，不检查", "list the files that would be checked, and check none"),
)
@option("--format", "form", type=OneOf(formats()), default="text", words=Bilingual("报告格式", "format of the report"))
@output_option
@option(
    "--fix",
    is_flag=True,
    words=Bilingual(
        "把确定无疑的更正写入 Markdown 和文本文件，再查一遍",
        "write certain repairs into Markdown and text files, and check again",
    ),
)
@option(
    "--diff",
    is_flag=True,
    words=Bilingual("不写文件，只显示这些更正的差异", "show these repairs as a unified diff and write nothing"),
)
@judging_options()
@isolate_option(Bilingual("多份文件默认使用，一份默认不用", "on for more than one document, off for one"))
def command(
    selection: Selection,
    allow_empty: bool,
    listing: bool,
    form: str,
    written_outputs: tuple[str, ...],
    judging: JudgingOptions,
    fix: bool,
    diff: bool,
    isolate: bool | None,
) -> int:
    """Check what is selected; returns the exit code."""
    targets = targets_of(written_outputs)
    _require_one_output(form, targets, fix, diff)
    _require_files(selection, fix or diff)
    judged = judging.over(selection.folders())
    limits, zipped = judged.limits, judged.zipped
    inputs = selection.inputs(limits, (archives.SUFFIX,) if zipped else ())
    items = list(inputs)
    tally = Tally(judged.threshold, may_be_empty=allow_empty or selection.changed_since is not None)
    if listing:
        tally.replies, tally.unread = list_files(items, nul=selection.nul)
        _remark_on_inputs(selection, inputs, items, tally)
        return tally.exit_code
    require_no_document(targets, [item for item in items if isinstance(item, Path)])
    waivers = waivers_of(judged, items)
    has_repairs = False
    setting = Setting(language=current(), threshold=judged.fail_on, folder=Path.cwd(), rules=rule_help(current()))
    with (
        Outputs(None if diff else form, targets, setting) as report,
        Checker(
            judged=judged, waivers=waivers, isolate=isolated(isolate, limits, by_default=len(items) > 1 or zipped)
        ) as checker,
    ):
        for item in archives.expand(items, limits) if zipped else items:
            result = item if isinstance(item, Result) else checker.check(item)
            if diff and isinstance(item, Path):
                has_repairs |= repairs.show(item, result, private=judged.show_private)
            if fix and isinstance(item, Path):
                made = repairs.make(item, result)
                tally.unwritten |= made is False
                result = checker.check(item) if made else result
            report.add(result if judged.show_private else veiled(result))
            tally.add(result)
        report.close(waivers.remarks())
        tally.unwritten |= report.failed
    if judged.baseline is not None:
        tally.reached |= tell_changes(judged.baseline, shrink_only=judged.shrink_only)
    tell_files(judged.configuration, judged.settings)
    if diff and not has_repairs:
        repairs.say_that_there_are_none()
    tally.empty_folders = bool(inputs.empty_folders)
    _remark_on_inputs(selection, inputs, items, tally)
    return tally.exit_code


def _require_one_output(form: str, targets: tuple[Target, ...], fix: bool, diff: bool) -> None:
    if fix and diff:
        raise Refusal(say("--fix 与 --diff 只能用一个", "use one of --fix and --diff"))
    if diff and form != "text":
        raise Refusal(say("--diff 不能与 --format 同用", "--diff and --format exclude each other"))
    if diff and targets:
        raise Refusal(say("--diff 不能与 --output 同用", "--diff and --output exclude each other"))


def _require_files(selection: Selection, writes: bool) -> None:
    if writes and selection.reads_stdin:
        raise Refusal(
            say("--fix、--diff 不能用于标准输入（-）", "--fix and --diff are for files, not for standard input (-)")
        )


def _remark_on_inputs(
    selection: Selection, inputs: Inputs, items: Sequence[Path | Member | Result], tally: Tally
) -> None:
    """Say on standard error what was left out, and why there was nothing to check; reports stay what their format is."""
    remarks = [inputs.ignored.remark()]
    for folder in inputs.empty_folders:
        shown = visible(str(folder))
        remarks.append(
            say(f"{shown}：文件夹里没有可检查的文件（{_SUFFIXES}）", f"{shown}: no {_SUFFIXES} file in this folder")
        )
    if not tally.replies and not tally.unread and not inputs.empty_folders:
        remarks.append(_why_nothing(selection, items))
    for remark in remarks:
        if remark is not None:
            click.echo(remark, err=True)


def _why_nothing(selection: Selection, items: Sequence[Path | Member | Result]) -> str:
    if items:
        return say("没有可检查的答复：所给文件都不是答复", "nothing to check: none of the files is a reply")
    if selection.changed_since is not None:
        revision = visible(selection.changed_since)
        return say(f"自 {revision} 以来没有新增或改动的文件", f"nothing to check: no file has changed since {revision}")
    return say("没有可检查的文件", "nothing to check: no file was given")
