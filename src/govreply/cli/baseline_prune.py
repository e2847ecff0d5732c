"""``govreply baseline prune``: what is found no more is taken out, and nothing comes in."""

from __future__ import annotations

import click

from govreply.cli.baseline_run import checked, code_of
from govreply.cli.baselines import tell_grown, told, write
from govreply.cli.command import Command
from govreply.cli.judging import JudgingOptions
from govreply.cli.judging_options import judging_options
from govreply.cli.language import say
from govreply.cli.selection import Selection, input_options
from govreply.language import Bilingual
from govreply.reports.safe import visible


@click.command(
    name="prune",
    cls=Command,
    words=Bilingual(
        "检查文件，从基线删去已经改好的问题和不再有的文件；不会添进新的问题。\n"
        "退出码：0 已删去，或没有可删的；2 用法或配置有误；3 有文件未能读取，或没有可检查的答复。",
        "Check documents and take out of the baseline what is found no more, and documents that are gone; nothing is added.\n"
        "Exit codes: 0 pruned, or nothing to prune; 2 usage or configuration; 3 an input was not read or no reply found.",
    ),
)
@input_options
@judging_options()
def command(selection: Selection, judging: JudgingOptions) -> int:
    """Check what is selected and prune the baseline; returns the exit code."""
    judged = judging.over(selection.folders(), needs_baseline=True)
    assert judged.baseline is not None  # noqa: S101 - without one it is refused
    tally = checked(selection, judged)
    changes = judged.baseline.shrunk()
    made = judged.baseline.pruned()
    tell_grown(judged.baseline)
    shown = visible(str(made.path))
    if not changes:
        click.echo(say(f"基线 {shown} 没有可删的：{told(made)}", f"baseline {shown}: nothing to prune ({told(made)})"))
        return code_of(tally)
    write(made)
    taken = sum(change.held - change.found for change in changes)
    click.echo(
        say(
            f"已从基线 {shown} 删去 {taken} 处，还有 {told(made)}",
            f"baseline {shown}: {taken} taken out, left {told(made)}",
        )
    )
    return code_of(tally)
