"""A comparison for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import asdict, frozen

from govreply.evaluate.comparison import Comparison, FieldChange
from govreply.evaluate.scoring import Counts
from govreply.evaluate.tables import aligned, figure
from govreply.language import Bilingual, Language
from govreply.reports.safe import visible

SCHEMA = "govreply.evaluation-comparison/1"
_HEAD = (
    Bilingual("字段", "field"),
    Bilingual("命中", "hits"),
    Bilingual("多出", "extra"),
    Bilingual("漏掉", "missed"),
    Bilingual("F1", "F1"),
)
_ARROW = "→"


def to_values(comparison: Comparison) -> dict[str, Any]:
    """`comparison` as JSON-ready values."""
    return {
        "schema": SCHEMA,
        "old": {"corpus": comparison.old.corpus, "govreply": comparison.old.govreply},
        "new": {"corpus": comparison.new.corpus, "govreply": comparison.new.govreply},
        "documents": comparison.documents,
        "worse": comparison.worse,
        "only_old": comparison.only_old,
        "only_new": comparison.only_new,
        "altered": comparison.altered,
        "relabelled": comparison.relabelled,
        "newly_unread": comparison.newly_unread,
        "newly_read": comparison.newly_read,
        "fields": {
            field: {"before": asdict(before), "after": asdict(after)} for field, before, after in _fields(comparison)
        },
        "changes": [asdict(change) | {"worse": change.worse} for change in comparison.changes],
        "unlabelled": [asdict(change) for change in comparison.unlabelled],
    }


@frozen
class Differences:
    """Writes comparisons out in one language."""

    language: Language

    def text(self, comparison: Comparison) -> Iterator[str]:
        """The lines of the report: remarks on the corpora, totals of changed fields, then document by document."""
        yield self._heading(comparison)
        yield from self._remarks(comparison)
        changed = [row for row in _fields(comparison) if row[1] != row[2]]
        if changed:
            head = tuple(word.within(self.language) for word in _HEAD)
            yield ""
            yield from aligned([head, *((field, *_cells(before, after)) for field, before, after in changed)])
        yield from self._documents(comparison)
        yield ""
        yield self._verdict(comparison)

    def _heading(self, comparison: Comparison) -> str:
        old, new, count = comparison.old, comparison.new, comparison.documents
        names = old.corpus if old.corpus == new.corpus else f"{old.corpus} {_ARROW} {new.corpus}"
        versions = f"govreply {old.govreply} {_ARROW} {new.govreply}"
        return visible(
            self._say(f"{names}：{versions}，比较 {count} 份", f"{names}: {versions}, {count} documents compared")
        )

    def _remarks(self, comparison: Comparison) -> Iterator[str]:
        """What keeps the two runs from being runs over one and the same corpus, and what became readable or unreadable."""
        relabelled = tuple(f"{name} {field}" for name, field in comparison.relabelled)
        for names, words in (
            (comparison.only_old, Bilingual("只有旧结果里有，未比较", "only in the old run, not compared")),
            (comparison.only_new, Bilingual("只有新结果里有，未比较", "only in the new run, not compared")),
            (comparison.altered, Bilingual("文件本身已变", "the document itself differs")),
            (
                relabelled,
                Bilingual("标注已变，两次都按新标注计", "labels differ, both runs are judged by the new ones"),
            ),
            (comparison.newly_unread, Bilingual("原来能读，现在读不了", "could be read, now cannot")),
            (comparison.newly_read, Bilingual("原来读不了，现在能读", "could not be read, now can")),
        ):
            for name in names:
                yield "! " + words.within(self.language) + self._say("：", ": ") + visible(name)

    def _documents(self, comparison: Comparison) -> Iterator[str]:
        lines: dict[str, list[str]] = {}
        for change in comparison.changes:
            lines.setdefault(change.document, []).extend(self._change(change))
        for other in comparison.unlabelled:
            word = self._say("未标注，值已变", "no label, changed")
            wording = f"{_list(other.before)} {_ARROW} {_list(other.after)}"
            lines.setdefault(other.document, []).append(f"  ~ {other.field} {word}{self._say('：', ': ')}{wording}")
        for document, changes in lines.items():
            yield ""
            yield visible(document)
            yield from map(visible, changes)

    def _change(self, change: FieldChange) -> Iterator[str]:
        for sign, words, values in (
            ("-", Bilingual("丢了", "lost"), change.lost),
            ("-", Bilingual("新的多出", "made up"), change.made_up),
            ("+", Bilingual("读对了", "gained"), change.gained),
            ("+", Bilingual("不再多出", "no longer made up"), change.dropped),
            ("~", Bilingual("错值变了", "wrong, changed"), tuple(f"{a} {_ARROW} {b}" for a, b in change.replaced)),
        ):
            for value in values:
                yield f"  {sign} {change.field} {words.within(self.language)}{self._say('：', ': ')}{value}"

    def _verdict(self, comparison: Comparison) -> str:
        worse = sum(change.worse for change in comparison.changes)
        better = sum(change.better and not change.worse for change in comparison.changes)
        if not (comparison.changes or comparison.newly_unread):
            return self._say("标注过的字段没有变化", "no labelled field changed")
        return self._say(
            f"变差 {worse} 处，变好 {better} 处（一份文件的一个字段为一处）",
            f"worse: {worse}, better: {better} (fields of documents)",
        )

    def _say(self, zh: str, en: str) -> str:
        return Bilingual(zh, en).within(self.language)


def _fields(comparison: Comparison) -> Iterator[tuple[str, Counts, Counts]]:
    for field in dict.fromkeys((*comparison.after, *comparison.before)):
        yield field, comparison.before.get(field, Counts()), comparison.after.get(field, Counts())


def _cells(before: Counts, after: Counts) -> tuple[str, ...]:
    pairs = ((before.hits, after.hits), (before.extra, after.extra), (before.missed, after.missed))
    numbers = (str(a) if a == b else f"{a}{_ARROW}{b}" for a, b in pairs)
    return (*numbers, f"{figure(before.f1)}{_ARROW}{figure(after.f1)}")


def _list(values: tuple[str, ...]) -> str:
    return " | ".join(values) or "–"
