"""``govreply baseline write``: what is found now is known from here on."""

from __future__ import annotations

import click

from govreply.cli.baseline_run import checked, code_of
from govreply.cli.baselines import told, write
from govreply.cli.command import Command, Refusal
from govreply.cli.judging import JudgingOptions
from govreply.cli.judging_options import judging_options
from govreply.cli.language import say
from govreply.cli.selection import Selection, input_options
from govreply.language import Bilingual
from govreply.reports.safe import visible


@click.command(
    name="write",
    cls=Command,
    words=Bilingual(
        "检查文件，把现有的问题（不含已豁免的）写入基线；这次没有检查的文件，基线里原有的保留。\n"
        "写在 --baseline 指定的文件，或配置里的 baseline，或当前文件夹的 govreply-baseline.json。\n"
        "退出码：0 已写出；2 用法或配置有误；3 已写出，但有文件未能读取，或没有可检查的答复。",
        "Check documents and write what is found, without waived findings, into a baseline; what it holds of documents that are "
        "not checked now stays.\n"
        "It is the file of --baseline, or of baseline in the configuration, or govreply-baseline.json in the current folder.\n"
        "Exit codes: 0 written; 2 usage or configuration; 3 written, but an input was not read or no reply found.",
    ),
)
@input_options
@judging_options()
def command(selection: Selection, judging: JudgingOptions) -> int:
    """Check what is selected and write the baseline; returns the exit code."""
    if judging.shrink_only:
        raise Refusal(say("--shrink-only：请用 govreply baseline prune", "--shrink-only: use govreply baseline prune"))
    judged = judging.over(selection.folders(), makes_baseline=True)
    assert judged.baseline is not None  # noqa: S101 - it is made where there is none
    tally = checked(selection, judged)
    made = judged.baseline.written()
    write(made)
    shown = visible(str(made.path))
    click.echo(say(f"已写出基线 {shown}：{told(made)}", f"baseline written: {shown} ({told(made)})"))
    return code_of(tally)
