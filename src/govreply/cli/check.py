"""``govreply check``: rules over files and folders, reported in any number of formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from govreply.cli import archives, repairs
from govreply.cli.checking import Checker, Tally
from govreply.cli.command import Command, OneOf, Refusal, nearest, option
from govreply.cli.inputs import SUFFIXES, Inputs, Member
from govreply.cli.language import current, say
from govreply.cli.listing import list_files
from govreply.cli.outputs import Outputs, Target, output_option, require_no_document, targets_of
from govreply.cli.rule_help import rule_help
from govreply.cli.safety import isolate_option, limit_option, limits_of
from govreply.cli.selection import Selection, input_options
from govreply.errors import UsageError
from govreply.findings import Result, Severity
from govreply.language import Bilingual
from govreply.private import veiled
from govreply.profiles import ProfileError
from govreply.profiles import load as load_profile
from govreply.reports.base import Setting
from govreply.reports.registry import FORMATS
from govreply.reports.safe import visible
from govreply.rules import engine, registry
from govreply.waivers import FILE_NAME, WaiverError, Waivers
from govreply.waivers import load as load_waivers

NEVER = "never"
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
@option("--format", "form", type=OneOf(FORMATS), default="text", words=Bilingual("报告格式", "format of the report"))
@output_option
@option(
    "--fail-on",
    type=OneOf([*Severity, NEVER]),
    default=Severity.ERROR.value,
    words=Bilingual("从哪一级起算不通过", "severity from which a document fails"),
)
@option(
    "--profile",
    metavar="NAME",
    words=Bilingual(
        "地方规定（govreply profile list）或自己的 .toml；默认按文中地名选取",
        "local rules (govreply profile list) or a .toml of your own; by default those of the place named",
    ),
)
@option(
    "--select",
    multiple=True,
    metavar="RULE",
    words=Bilingual("只用这些规则（名称、代码或类别，可重复）", "only these rules (name, code or family; repeatable)"),
)
@option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    words=Bilingual("不用这些规则（名称、代码或类别，可重复）", "not these rules (name, code or family; repeatable)"),
)
@option(
    "--today",
    metavar="YYYY-MM-DD",
    words=Bilingual("以哪一天为今天，用于查未来日期", "the day to judge by, for dates in the future"),
)
@option(
    "--show-private",
    is_flag=True,
    words=Bilingual(
        "报告中不遮盖手机号、证件号、账号和住址", "do not mask phones, identity numbers, accounts and addresses"
    ),
)
@option(
    "--waivers",
    "waiver_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    words=Bilingual(
        f"豁免文件；默认取文件所在或最近上级文件夹里的 {FILE_NAME}",
        f"file of waivers; by default the nearest {FILE_NAME} in the folder of the document or above",
    ),
)
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
@option(
    "--zip",
    "zipped",
    is_flag=True,
    words=Bilingual(
        "也检查 zip 压缩包里的文件（包中之包最多两层）", "check the documents in zip archives, too (two deep at most)"
    ),
)
@limit_option
@isolate_option(Bilingual("多份文件默认使用", "on by default for more than one document"))
def command(
    selection: Selection,
    allow_empty: bool,
    listing: bool,
    form: str,
    written_outputs: tuple[str, ...],
    fail_on: str,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: str | None,
    show_private: bool,
    waiver_file: Path | None,
    fix: bool,
    diff: bool,
    zipped: bool,
    written_limits: tuple[str, ...],
    isolate: bool | None,
) -> int:
    """Check what is selected; returns the exit code."""
    _require_profile(profile)
    _require_rules(select, ignore)
    targets = targets_of(written_outputs)
    _require_one_output(form, targets, fix, diff)
    _require_files(selection, fix or diff)
    limits = limits_of(written_limits)
    day = _day(today)
    threshold = None if fail_on == NEVER else Severity(fail_on)
    inputs = selection.inputs(limits, (archives.SUFFIX,) if zipped else ())
    items = list(inputs)
    tally = Tally(threshold, may_be_empty=allow_empty or selection.changed_since is not None)
    if listing:
        tally.replies, tally.unread = list_files(items, nul=selection.nul)
        _remark_on_inputs(selection, inputs, items, tally)
        return tally.exit_code
    require_no_document(targets, [item for item in items if isinstance(item, Path)])
    waivers = _waivers(waiver_file, day, items)
    setting = Setting(
        language=current(), threshold=threshold or Severity.ERROR, folder=Path.cwd(), rules=rule_help(current())
    )
    with (
        Outputs(None if diff else form, targets, setting) as report,
        Checker(
            threshold=setting.threshold,
            profile=profile,
            select=select,
            ignore=ignore,
            today=day,
            waivers=waivers,
            limits=limits,
            isolate=len(items) > 1 or zipped if isolate is None else isolate,
        ) as checker,
    ):
        for item in archives.expand(items, limits) if zipped else items:
            result = item if isinstance(item, Result) else checker.check(item)
            if diff and isinstance(item, Path):
                repairs.show(item, result, private=show_private)
            if fix and isinstance(item, Path):
                made = repairs.make(item, result)
                tally.unwritten |= made is False
                result = checker.check(item) if made else result
            report.add(result if show_private else veiled(result))
            tally.add(result)
        report.close(waivers.remarks())
        tally.unwritten |= report.failed
    tally.empty_folders = bool(inputs.empty_folders)
    _remark_on_inputs(selection, inputs, items, tally)
    return tally.exit_code


def _waivers(given: Path | None, today: date | None, items: Iterable[Path | Member | Result]) -> Waivers:
    """The waivers of this run; a file that cannot be used ends it before anything is checked."""
    try:
        waivers = Waivers(today=today or date.today(), given=None if given is None else load_waivers(given))
        paths = [item.archive if isinstance(item, Member) else item for item in items if not isinstance(item, Result)]
        waivers.prepare(paths)
    except WaiverError as error:
        raise Refusal(error.words.within(current())) from error
    return waivers


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


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Refusal(
            say(
                f"--today 的值 {written!r} 不是日期，应写作 2023-06-12",
                f"--today: {written!r} is no date such as 2023-06-12",
            )
        ) from error


def _require_profile(name: str | None) -> None:
    try:
        if name is not None:
            load_profile(name)
    except ProfileError as error:
        raise Refusal(error.words.within(current())) from error


def _require_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    known = {word for rule in registry.ALL for word in (rule.name, rule.code, rule.family)}
    for name in (*select, *ignore):
        if name not in known:
            raise Refusal(say(f"没有规则或类别 {name}", f"no rule or family {name}") + nearest(name, known))
    try:
        engine.select(select or None, ignore=ignore)
    except UsageError as error:
        raise Refusal(
            say("--select 与 --ignore 合起来一条规则也不剩", "--select and --ignore together leave no rule to run")
        ) from error


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
