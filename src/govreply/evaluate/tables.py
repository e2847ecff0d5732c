"""The figures of a run for people: as text and as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen
from rich.cells import cell_len

from govreply.evaluate.record import Evaluation
from govreply.evaluate.scoring import Counts
from govreply.evaluate.summary import Summary
from govreply.language import Bilingual, Language
from govreply.reports.safe import visible
from govreply.reports.words import CAUSES

_COLUMNS = (
    Bilingual("应有", "support"),
    Bilingual("命中", "hits"),
    Bilingual("多出", "extra"),
    Bilingual("漏掉", "missed"),
    Bilingual("准确率", "precision"),
    Bilingual("召回率", "recall"),
    Bilingual("F1", "F1"),
)
_FIELD = Bilingual("字段", "field")
_RULE = Bilingual("规则", "rule")
_MICRO = Bilingual("合计（微平均）", "all values (micro average)")
_MACRO = Bilingual("各字段平均（宏平均）", "mean of the fields (macro average)")
_ALL_RULES = Bilingual("全部规则", "all rules")
_NOTHING = "–"
_GAP = 2

_Row = tuple[str, ...]


def figure(value: float | None) -> str:
    """A share with four decimals; a dash where there is none."""
    return _NOTHING if value is None else f"{value:.4f}"


@frozen
class Tables:
    """Lays the figures of a run out in one language."""

    language: Language

    def text(self, summary: Summary) -> Iterator[str]:
        """The lines of the report: fields, rules, documents."""
        yield from aligned(self._fields(summary))
        if summary.rules:
            yield ""
            yield from aligned(self._rules(summary))
        yield ""
        yield from self.documents(summary)

    def markdown(self, summary: Summary) -> Iterator[str]:
        """The lines of Markdown tables of the fields and the rules, and the documents as a paragraph."""
        yield from _markdown(self._fields(summary))
        if summary.rules:
            yield ""
            yield from _markdown(self._rules(summary))
        yield ""
        yield self._say("。", ". ").join(self.documents(summary)) + self._say("。", ".")

    def documents(self, summary: Summary) -> Iterator[str]:
        """How many documents there are, how many were read without a miss, and how many not at all and why."""
        share = "" if summary.flawless_share is None else f"{summary.flawless_share:.1%}"
        total, flawless = summary.documents, summary.flawless
        yield self._say(
            f"文件 {total} 份，全部读对 {flawless} 份（{share}）",
            f"documents {total}, without a single miss {flawless} ({share})",
        )
        if summary.unread:
            colon, comma = self._say("：", ": "), self._say("，", ", ")
            causes = comma.join(f"{self._word(CAUSES[cause])} {n}" for cause, n in summary.unread.items())
            yield self._say("未能读取", "not read") + f" {sum(summary.unread.values())}{colon}{causes}"

    def misses(self, evaluation: Evaluation) -> Iterator[str]:
        """For each document what was missed and what was made up; nothing for those that are right."""
        colon = self._say("：", ": ")
        missed, extra = self._say("漏掉", "missed"), self._say("多出", "made up")
        for document in evaluation.documents:
            lines = []
            if document.failure:
                cause = self._word(CAUSES[document.failure.cause])
                lines.append(self._say("未能读取", "not read") + f"{colon}{cause} {visible(document.failure.detail)}")
            for field, outcome in document.all_outcomes().items():
                lines += [f"{field} {missed}{colon}{visible(value)}" for value in outcome.missed]
                lines += [f"{field} {extra}{colon}{visible(value)}" for value in outcome.extra]
            if lines:
                yield visible(document.name)
                yield from (f"  {line}" for line in lines)

    def _fields(self, summary: Summary) -> list[_Row]:
        precision, recall, f1 = map(figure, summary.macro)
        return [
            (self._word(_FIELD), *map(self._word, _COLUMNS)),
            *((field, *_cells(counts)) for field, counts in summary.fields.items()),
            (self._word(_MICRO), *_cells(summary.micro)),
            (self._word(_MACRO), "", "", "", "", precision, recall, f1),
        ]

    def _rules(self, summary: Summary) -> list[_Row]:
        return [
            (self._word(_RULE), *map(self._word, _COLUMNS)),
            *((rule, *_cells(counts)) for rule, counts in summary.rules.items()),
            (self._word(_ALL_RULES), *_cells(summary.all_rules)),
        ]

    def _say(self, zh: str, en: str) -> str:
        return self._word(Bilingual(zh, en))

    def _word(self, word: Bilingual) -> str:
        return word.within(self.language)


def aligned(rows: Sequence[_Row]) -> Iterator[str]:
    """`rows` as lines, in columns that hold where Chinese characters take two cells; all but the first set right."""
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        first, *others = (" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        cells = [row[0] + first, *(space + cell for space, cell in zip(others, row[1:], strict=True))]
        yield (" " * _GAP).join(cells).rstrip()


def _markdown(rows: Sequence[_Row]) -> Iterator[str]:
    head, *body = rows
    yield _markdown_row(head)
    yield "| --- |" + " ---: |" * (len(head) - 1)
    yield from map(_markdown_row, body)


def _markdown_row(row: _Row) -> str:
    return "| " + " | ".join(row) + " |"


def _cells(counts: Counts) -> _Row:
    numbers = (counts.support, counts.hits, counts.extra, counts.missed)
    return (*map(str, numbers), figure(counts.precision), figure(counts.recall), figure(counts.f1))
