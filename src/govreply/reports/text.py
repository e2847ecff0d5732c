"""The report for people: each finding with its source lines, carets under each span, both sides of a contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from rich.text import Text

from govreply.errors import Cause
from govreply.findings import Failure, Finding, Result, RuleState, Severity, Verdict, WaiverRemark
from govreply.language import Bilingual, Language
from govreply.model import Diagnostic, Reply
from govreply.reports.advice import advice_on
from govreply.reports.base import Summary
from govreply.reports.details import detail_label
from govreply.reports.diagnostics import diagnostic_label
from govreply.reports.frame import Frame
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.waivers import KNOWN, waiver_note, waiver_remark
from govreply.reports.where import where
from govreply.reports.words import CAUSES, SEVERITIES, SEVERITY_STYLES, UNREAD, VERDICTS
from govreply.source import Source
from govreply.span import Span

_VERDICT_STYLES = {Verdict.PASS: "bold green", Verdict.FAIL: "bold red", Verdict.UNDETERMINED: "bold yellow"}
_QUIET = "dim"
_PLACES_LISTED = 5  # lines or places named for one kind of diagnostic


class TextReport:
    """Writes each document when it comes and the summary at the end."""

    def __init__(self, out: TextIO, language: Language, *, into_file: bool = False) -> None:
        self._screen = Screen(out, into_file=into_file)
        self._language = language
        self._summary = Summary()

    def add(self, result: Result) -> None:
        """Write one document: verdict, what it is, findings, remarks."""
        if self._summary.documents:
            self._screen.write_line()
        self._summary.add(result)
        self._heading(result)
        if result.failure:
            self._failure(result.failure)
            return
        if result.reply:
            self._screen.write_line("  ", identity(result.reply, self._language))
        if result.source:
            for finding in sorted(result.findings, key=_loudest_first):
                self._screen.write_line()
                FindingPrinter(self._screen, self._language).print(finding, result.source)
        self._waivers(result)
        self._remarks(result)

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the totals; nothing where no document came."""
        if not self._summary.documents:
            return
        if remarks:
            self._screen.write_line()
        for remark in remarks:
            self._screen.write_line(Text(waiver_remark(remark, self._language), "yellow"))
        self._screen.write_line()
        self._screen.write_line(self._totals())
        if self._summary.findings:
            self._screen.write_line(self._finding_totals())
        if self._summary.waived:
            count = sum(self._summary.waived.values())
            self._screen.write_line(Text(self._say(f"已豁免：{count}", f"waived: {count}"), _QUIET))
        if self._summary.known:
            count = sum(self._summary.known.values())
            self._screen.write_line(Text(f"{KNOWN.within(self._language)}{self._say('：', ': ')}{count}", _QUIET))

    # --- one document ---

    def _heading(self, result: Result) -> None:
        word, style = (
            (UNREAD, "bold red") if result.failure else (VERDICTS[result.verdict], _VERDICT_STYLES[result.verdict])
        )
        self._screen.write_line(Text(visible(result.name), "bold"), "  ", Text(word.within(self._language), style))

    def _failure(self, failure: Failure) -> None:
        colon = self._say("：", ": ")
        cause = CAUSES[failure.cause].within(self._language)
        found = visible(detail_label(failure.detail, self._language))
        detail = self._say(f"（{found}）", f" ({found})") if found else ""
        self._screen.write_line("  ", self._say("原因", "cause"), colon, Text(cause, "red"), Text(detail, _QUIET))
        self._screen.write_line("  ", self._say("办法", "advice"), colon, advice_on(failure, self._language))

    def _waivers(self, result: Result) -> None:
        """What was let pass, and comments that let nothing pass."""
        if result.waived or result.waiver_remarks:
            self._screen.write_line()
        for waived in (one for one in result.waived if not one.waiver.baseline):
            place = self._place(waived.finding.span, result.source) if result.source else ""
            rule, note = waived.finding.rule, waiver_note(waived.waiver, self._language)
            self._quiet(self._say(f"已豁免 {rule}（{place}）：{note}", f"waived {rule} ({place}): {note}"))
        known = Counter(waived.finding.rule for waived in result.waived if waived.waiver.baseline)
        if known:
            rules = self._say("、", ", ").join(f"{rule} × {many}" for rule, many in known.items())
            self._quiet(f"{KNOWN.within(self._language)}{self._say('：', ': ')}{rules}")
        for remark in result.waiver_remarks:
            self._screen.write_line("  ", Text(waiver_remark(remark, self._language), "yellow"))

    def _remarks(self, result: Result) -> None:
        """What was not judged and what was not understood: a pass says nothing about these."""
        undetermined = [o for o in result.outcomes if o.state is RuleState.UNDETERMINED]
        diagnostics = result.reply.diagnostics if result.reply else ()
        if not (undetermined or diagnostics):
            return
        self._screen.write_line()
        if undetermined:
            names = self._say("、", ", ").join(o.rule for o in undetermined)
            count = len(undetermined)
            self._quiet(
                self._say(f"{count} 条规则无法判定：{names}", f"{count} {_plural('rule', count)} undetermined: {names}")
            )
        if diagnostics and result.source:
            self._diagnostics(diagnostics, result.source)

    def _diagnostics(self, diagnostics: tuple[Diagnostic, ...], source: Source) -> None:
        count = len(diagnostics)
        self._quiet(
            self._say(
                f"{count} 处未能读懂或经过修补：", f"{count} {_plural('place', count)} not understood or repaired:"
            )
        )
        found: dict[str, list[Span]] = {}
        for diagnostic in diagnostics:
            found.setdefault(diagnostic.code, []).append(diagnostic.span)
        for code, spans in found.items():
            times = f" ×{len(spans)}" if len(spans) > 1 else ""
            places = self._say(f"（{self._places(spans, source)}）", f" ({self._places(spans, source)})")
            self._quiet(f"  {diagnostic_label(code, self._language)}{times}{places}")

    def _places(self, spans: Sequence[Span], source: Source) -> str:
        """The lines of `spans`, or their places in a laid-out format, each once."""
        if source.places:
            unique = list(dict.fromkeys(self._place(span, source) for span in spans))
        else:
            unique = list(dict.fromkeys(str(source.locate(span).line) for span in spans))
        listed = self._say("、", ", " if not source.places else "; ").join(unique[:_PLACES_LISTED])
        listed += "…" if len(unique) > _PLACES_LISTED else ""
        return listed if source.places else self._say(f"第 {listed} 行", f"line {listed}")

    def _place(self, span: Span, source: Source) -> str:
        if source.places:
            return where(source, span, self._language)
        line = source.locate(span).line
        return self._say(f"第 {line} 行", f"line {line}")

    # --- the end ---

    def _totals(self) -> Text:
        summary = self._summary
        text = Text(
            self._say(f"共 {summary.documents} 份：", f"{summary.documents} {_plural('document', summary.documents)}: ")
        )
        parts = [
            Text(f"{VERDICTS[v].within(self._language)} {summary.verdicts[v]}", _VERDICT_STYLES[v])
            for v in (Verdict.PASS, Verdict.FAIL, Verdict.UNDETERMINED)
            if summary.verdicts[v]
        ]
        if summary.unread:
            causes = _counts(summary.unread, self._language)
            total = f"{UNREAD.within(self._language)} {sum(summary.unread.values())}"
            parts.append(Text(total + self._say(f"（{causes}）", f" ({causes})"), "bold red"))
        return text + Text(self._say("，", ", ")).join(parts)

    def _finding_totals(self) -> Text:
        text = Text(self._say("发现问题：", "findings: "))
        parts = [
            Text(f"{SEVERITIES[s].within(self._language)} {self._summary.findings[s]}", SEVERITY_STYLES[s])
            for s in Severity
            if self._summary.findings[s]
        ]
        return text + Text(self._say("，", ", ")).join(parts)

    # --- printing ---

    def _quiet(self, text: str) -> None:
        self._screen.write_line("  ", Text(text, _QUIET))

    def _say(self, zh: str, en: str) -> str:
        return Bilingual(zh, en).within(self._language)


class FindingPrinter:
    """Prints single findings."""

    def __init__(self, screen: Screen, language: Language) -> None:
        self._screen = screen
        self._language = language

    def print(self, finding: Finding, source: Source) -> None:
        """Print what contradicts what, with the source lines."""
        style = SEVERITY_STYLES[finding.severity]
        self._screen.write_line(
            Text(SEVERITIES[finding.severity].within(self._language), style),
            Text(f"[{finding.code} {finding.rule}]", style),
            Text(self._say("：", ": ") + visible(finding.message), "bold"),
        )
        frame = Frame(
            self._screen, source, (finding.span, *(related.span for related in finding.related)), self._language
        )
        frame.primary(finding.span, style)
        for related in finding.related:
            frame.related(related.span, related.label)
        if finding.fix:
            text = visible(finding.fix.text)
            frame.note(self._say(f"可改为：{text}", f"replace by: {text}"))
        if finding.suggestion:
            frame.note(self._say("建议：", "suggestion: ") + visible(finding.suggestion))

    def _say(self, zh: str, en: str) -> str:
        return Bilingual(zh, en).within(self._language)


def identity(reply: Reply, language: Language) -> Text:
    """One line that says what a document is: who answers whom, under which number, about which matter."""
    if not reply.is_reply:
        return Text("不是对提案或建议的答复" if language is Language.ZH else "not a reply to a proposal", "yellow")
    unknown = "？"
    issuer = reply.issuer.text if reply.issuer else unknown
    addressees = "、".join(a.name for a in reply.addressees) or unknown
    parts = [f"{issuer} → {addressees}"]
    if reply.document_number:
        parts.append(reply.document_number.text)
    if reply.matter and reply.matter.number:
        kind = reply.matter.kind_word.text if reply.matter.kind_word else ""
        parts.append(f"第{reply.matter.number.text}号{kind}")
    return Text(visible(" · ".join(parts)))


def _loudest_first(finding: Finding) -> tuple[int, Span]:
    return list(Severity).index(finding.severity), finding.span


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else noun + "s"


def _counts(counter: Counter[Cause], language: Language) -> str:
    separator = "，" if language is Language.ZH else ", "
    return separator.join(f"{CAUSES[c].within(language)} {counter[c]}" for c in Cause if counter[c])
