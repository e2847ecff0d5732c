"""A number is missing in a series of document numbers that is used for replies alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row
from govreply.batch.cross.words import ranges
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_NUMBER: Final = re.compile(r"(.{1,12})〔(\d{4})〕(\d{1,5})号")
# codes that are made for replies: 提复, 建复, 案复, 议复, 提函, 建函, 答复; a mere 复 answers requests of lower organs, too
_OWN_SERIES: Final = re.compile(r"(?:提|建|案|议)(?:复|函|字|办|答)|答复|(?:复|函|答)(?:提|建|案|议)")
_LEAST: Final = 3  # numbers that show a series


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each series, with the documents on both sides of each gap."""
    for group in view.sorted(_numbered(view), by=3).groups(least=_LEAST):
        present = sum(1 for _ in _serials(group))
        missing = sum(1 for _ in _missing(group))
        # where a third is missing the batch is a choice of letters, or other papers share the series
        if missing and present >= _LEAST and 2 * missing <= present:
            yield _problem(view, group)


def _numbered(view: View) -> Iterator[Row]:
    """Code, year and issuer, and serial, of each letter whose number is of a series for replies."""
    query = (
        "SELECT d.number, d.issuer, r.rank, d.input FROM documents d JOIN temp.ranks r ON r.id = d.input"
        " WHERE d.is_reply AND d.number IS NOT NULL AND d.issuer IS NOT NULL"
    )
    for number, issuer, rank, key in view.rows(query):
        found = _NUMBER.fullmatch(number)
        if found and _OWN_SERIES.search(found.group(1)):
            yield (found.group(1), int(found.group(2)), issuer, int(found.group(3)), rank, key)


def _serials(group: Group) -> Iterator[int]:
    """Each serial once, in ascending order."""
    return (serial for serial, _ in groupby(group, key=itemgetter(0)))


def _missing(group: Group) -> Iterator[int]:
    """The serials between the first and the last that nothing bears."""
    return (gap for below, above in pairwise(_serials(group)) for gap in range(below + 1, above))


def _problem(view: View, group: Group) -> CrossProblem:
    code, year, _ = group.key
    told = ranges(_missing(group))
    return CrossProblem(
        message=Bilingual(f"“{code}〔{year}〕”缺第{told.zh}号", f"the series {code}〔{year}〕 lacks {told.en}"),
        places=Again(partial(_beside_gaps, view, group)),
        suggestion=Bilingual(
            "查发文登记：是漏收、作废，还是跳号", "look up the register: not handed in, withdrawn, or skipped"
        ),
    )


def _beside_gaps(view: View, group: Group) -> Iterator[CrossPlace]:
    edges = _edges(group)
    edge = next(edges, None)
    for serial, _, key in group:
        while edge is not None and edge < serial:
            edge = next(edges, None)
        if serial == edge:
            printed = view.reply(key).document_number
            label = Bilingual(f"{serial}号", f"number {serial}")
            yield CrossPlace(label=label, input=key, span=printed.span if printed else None)


def _edges(group: Group) -> Iterator[int]:
    """The serials below and above each gap."""
    for below, above in pairwise(_serials(group)):
        if above > below + 1:
            yield below
            yield above


def violates() -> Iterable[Violates]:
    """A series with a gap."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    yield Violates(
        Bundle(
            files={
                "a.md": first(document_number="武水提复〔2023〕4号"),
                "b.md": another(document_number="武水提复〔2023〕5号"),
                "c.md": third(document_number="武水提复〔2023〕7号"),
            }
        ),
        at=(("b.md", "武水提复〔2023〕5号"), ("c.md", "武水提复〔2023〕7号")),
        note="有 4、5、7 号，缺 6 号",
    )
    yield Violates(
        Bundle(
            files={
                "a.md": first(document_number="武水建函〔2023〕1号"),
                "b.md": another(document_number="武水建函〔2023〕3号"),
                "c.md": third(document_number="武水建函〔2023〕4号"),
            }
        ),
        at=(("a.md", "武水建函〔2023〕1号"), ("b.md", "武水建函〔2023〕3号")),
        note="有 1、3、4 号，缺 2 号",
    )


def passes() -> Iterable[Passes]:
    """Series that other papers share, or of which only some letters are there."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first, third

    def numbered(*numbers: str) -> Bundle:
        letters = (first, another, third)
        return Bundle(files={f"{at}.md": letters[at](document_number=n) for at, n in enumerate(numbers)})

    yield Passes(
        numbered("武水函〔2023〕4号", "武水函〔2023〕5号", "武水函〔2023〕7号"),
        note="函号与其他公文共用，断号不说明什么",
    )
    yield Passes(numbered("武水提复〔2023〕4号", "武水提复〔2023〕5号", "武水提复〔2023〕6号"), note="连号")
    yield Passes(
        numbered("武水提复〔2023〕4号", "武水提复〔2023〕19号", "武水提复〔2023〕40号"), note="只收了其中几件，断号过半"
    )
    yield Passes(
        numbered("武水提复〔2023〕4号", "武水提函〔2023〕5号", "武水提复〔2023〕6号"), note="会办意见另编一个字号"
    )
    yield Passes(numbered("武水提复〔2022〕4号", "武水提复〔2022〕5号", "武水提复〔2023〕7号"), note="不同年度各自编号")


RULE = CrossRule(
    name="number-serial-gap",
    code="BAT004",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("文号断号", "A gap in the document numbers"),
    explanation=Explanation(
        contradiction=Bilingual(
            "专用于提案、建议答复的一组文号中间缺号。",
            "A number is missing within a series that is made for replies.",
        ),
        importance=Bilingual("缺的那件可能漏交、漏归。", "The one that is missing may not have been handed in."),
        silent=(
            Bilingual("代字与其他公文共用（函、办、复）", "codes that other papers share"),
            Bilingual("会办意见另编字号", "a series of their own for opinions to the lead organ"),
            Bilingual(
                "只有少数几件在手，缺号超过三分之一",
                "batches that hold only some of a series: more than a third is missing",
            ),
        ),
        grounds=Bilingual("DA/T 70-2018 连续性检测", "DA/T 70-2018, check for continuity"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
