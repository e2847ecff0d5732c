"""What a batch came to, in some lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, TextIO

from attrs import frozen
from rich.text import Text

from govreply.batch.members import INSIDE
from govreply.batch.names import original
from govreply.batch.store import Counts, Store
from govreply.cli.inputs import Skipped
from govreply.cli.language import current, say
from govreply.cli.progress import duration
from govreply.errors import Cause
from govreply.findings import Failure, Severity, Verdict, WaiverRemark
from govreply.reports.failures import failure_note
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.waivers import waiver_remark
from govreply.reports.words import CAUSES, SEVERITIES, SEVERITY_STYLES, UNREAD, VERDICTS

_STYLES: Final = {Verdict.PASS: "bold green", Verdict.FAIL: "bold red", Verdict.UNDETERMINED: "bold yellow"}
_LISTED: Final = 10


@frozen(kw_only=True)
class Summary:
    """What there is to say at the end.

    Attributes:
        seconds: that this run took. gone: inputs of earlier runs that are no longer there. kept: inputs that were as before.
        ignored: what ``.govreplyignore`` left out, in words. cross: findings over several documents, by severity.
    """

    counts: Counts
    seconds: float
    gone: int
    kept: int
    skipped: Skipped
    ignored: str | None
    cross: Counter[Severity]
    remarks: Sequence[WaiverRemark]


def write_summary(out: TextIO, store: Store, summary: Summary) -> None:
    """Print it; the inputs that could not be read are named, the first few."""
    screen = Screen(out)
    for line in _lines(store, summary):
        screen.write_line(line)


def _lines(store: Store, summary: Summary) -> Iterator[Text]:
    counts = summary.counts
    yield _totals(counts)
    if counts.findings:
        yield Text(say("发现问题：", "findings: ")) + _severities(counts.findings)
    if counts.waived:
        yield Text(say("已豁免：", "waived: ")) + _severities(counts.waived)
    if summary.cross:
        told = Counter({severity.value: count for severity, count in summary.cross.items()})
        yield Text(say("跨文件问题：", "findings over several documents: ")) + _severities(told)
    waived = dict(store.db.execute("SELECT severity, count(*) FROM cross_findings WHERE waived GROUP BY severity"))
    if waived:
        yield Text(say("跨文件问题已豁免：", "waived over several documents: ")) + _severities(Counter(waived))
    yield from _unread(store, counts)
    yield from _passed_over(summary)
    yield from (Text(waiver_remark(remark, current()), "yellow") for remark in summary.remarks)
    yield Text(say("用时 ", "time: ") + duration(summary.seconds, current()))


def _totals(counts: Counts) -> Text:
    found = counts.found
    text = Text(say(f"共 {found} 份：", f"{found} {'document' if found == 1 else 'documents'}: "))
    parts = []
    for verdict in (Verdict.PASS, Verdict.FAIL, Verdict.UNDETERMINED):
        number = counts.verdicts[verdict.value]
        words = f"{VERDICTS[verdict].within(current())} {number}"
        if verdict is Verdict.UNDETERMINED and counts.not_replies:
            words += say(f"（其中不是答复 {counts.not_replies}）", f" (no replies {counts.not_replies})")
        parts.append(Text(words, _STYLES[verdict] if number else ""))
    causes = ", ".join(
        f"{CAUSES[c].within(current())} {counts.unread[c.value]}" for c in Cause if counts.unread[c.value]
    )
    words = f"{UNREAD.within(current())} {counts.unread.total()}"
    if causes:
        words += say(f"（{causes.replace(', ', '，')}）", f" ({causes})")
    parts.append(Text(words, "bold red" if counts.unread else ""))
    if counts.waiting:
        parts.append(Text(say(f"尚未检查 {counts.waiting}", f"not checked yet {counts.waiting}"), "bold yellow"))
    return text + Text(say("，", ", ")).join(parts)


def _severities(counter: Counter[str]) -> Text:
    parts = [
        Text(f"{SEVERITIES[s].within(current())} {counter[s.value]}", SEVERITY_STYLES[s])
        for s in Severity
        if counter[s.value]
    ]
    return Text(say("，", ", ")).join(parts)


def _unread(store: Store, counts: Counts) -> Iterator[Text]:
    rows = store.db.execute(
        "SELECT path, member, cause, detail FROM inputs JOIN documents ON input = id"
        " WHERE cause IS NOT NULL ORDER BY path, member LIMIT ?",
        (_LISTED,),
    )
    for row in rows:
        name = original(row["path"]) + (INSIDE + original(row["member"]) if row["member"] else "")
        failure = Failure(cause=Cause(row["cause"]), detail=row["detail"] or "")
        yield Text(f"  {visible(name)}  {failure_note(failure, current())}", "red")
    left = counts.unread.total() - _LISTED
    if left > 0:
        yield Text(say(f"  另有 {left} 份未能读取", f"  and {left} more that were not read"), "red")


def _passed_over(summary: Summary) -> Iterator[Text]:
    skipped = summary.skipped
    kinds = [
        (skipped.hidden, say("隐藏文件", "hidden")),
        (skipped.other, say("其他类型", "other file types")),
        (skipped.repeated, say("重复的路径或链接", "repeated paths or links")),
    ]
    told = say("，", ", ").join(f"{words} {count}" for count, words in kinds if count)
    if told:
        yield Text(say(f"略过：{told}", f"skipped: {told}"))
    if summary.ignored is not None:
        yield Text(summary.ignored)
    if summary.kept:
        yield Text(
            say(
                f"{summary.kept} 份没有改动，不必重查",
                f"{summary.kept} unchanged since the last run, not checked again",
            )
        )
    if summary.gone:
        yield Text(
            say(
                f"{summary.gone} 份已不在原处，从结果中去掉",
                f"{summary.gone} no longer there, dropped from the results",
            )
        )
