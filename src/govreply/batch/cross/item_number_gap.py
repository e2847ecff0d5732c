"""A number is missing among the items of one year, period and unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby, islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.codes import read_code, read_period, year_of
from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import digits
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row, Seen
from govreply.batch.cross.words import ranges
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_EXPLAINED: Final = ("销毁", "并件", "并入", "合并", "撤出", "移出", "空号", "缺号", "剔除", "作废")
_DIGITS: Final = re.compile(r"\d+")
_LONGEST: Final = 6  # digits of the number of an item
_NUMBER: Final = re.compile(r"[0-9]{1,18}")  # as many as the store can hold


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each series, with the rows on both sides of each gap."""
    for group in view.sorted(_numbered(view), by=6).groups(least=2):
        explained = _explained(view, group)
        present = sum(1 for _ in _items(group))
        # where more is missing the catalogue is a choice from the series
        most = present // 2
        many = sum(1 for _ in islice(_missing(group, explained), most + 1))
        if 0 < many <= most:
            yield _problem(view, group, explained)


def _numbered(view: View) -> Iterator[Row]:
    """Series, number, row and remark of each entry."""
    for filed in view.filed:
        code = read_code(filed.get(Field.CODE))
        if code is not None:
            yield ("", *code.series, code.item, filed.id, filed.get(Field.REMARK))
        elif not filed.get(Field.CODE):
            item, year = digits(filed.get(Field.ITEM)), year_of(filed)
            if _NUMBER.fullmatch(item) and year is not None:
                period = read_period(filed.get(Field.RETENTION), year)
                series = (filed.sheet, None, year, period, filed.get(Field.UNIT))
                yield ("-", *series, int(item), filed.id, filed.get(Field.REMARK))


def _items(group: Group) -> Iterator[int]:
    """Each number once, in ascending order."""
    return (item for item, _ in groupby(group, key=itemgetter(0)))


def _explained(view: View, group: Group) -> Seen:
    """The numbers that a remark names, and those beside an entry that says why something is not there."""
    found = view.seen()
    for item, _, remark in group:
        if any(word in remark for word in _EXPLAINED):
            found.update((item - 1, item + 1))
        found.update(int(number) for number in _DIGITS.findall(digits(remark)) if len(number) <= _LONGEST)
    return found


def _missing(group: Group, explained: Seen) -> Iterator[int]:
    between = (gap for below, above in pairwise(_items(group)) for gap in range(below + 1, above))
    return (gap for gap in between if gap not in explained)


def _problem(view: View, group: Group, explained: Seen) -> CrossProblem:
    told = ranges(_missing(group, explained), width=4)
    rows = Again(partial(_beside_gaps, view, group, explained))
    first = last = next(iter(rows))
    for last in rows:  # noqa: B007 - only the last one is wanted
        pass
    field = Field.CODE if first.get(Field.CODE) else Field.ITEM
    return CrossProblem(
        message=Bilingual(
            f"件号缺{told.zh}（在“{first.get(field)}”与“{last.get(field)}”之间）",
            f"no item has the numbers {told.en} (between “{first.get(field)}” and “{last.get(field)}”)",
        ),
        places=Again(lambda: (filed.at(field) for filed in rows)),
        suggestion=Bilingual(
            "补上缺号的件；销毁、并件的在备考中说明", "add what is missing, or say in a note why there is none"
        ),
    )


def _beside_gaps(view: View, group: Group, explained: Seen) -> Iterator[Filed]:
    """The entries below and above each gap."""
    edges = _edges(group, explained)
    edge = next(edges, None)
    for item, row, _ in group:
        while edge is not None and edge < item:
            edge = next(edges, None)
        if item == edge:
            yield view.filed.at(row)


def _edges(group: Group, explained: Seen) -> Iterator[int]:
    for below, above in pairwise(_items(group)):
        if any(gap not in explained for gap in range(below + 1, above)):
            yield below
            yield above


def violates() -> Iterable[Violates]:
    """Series with a gap."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    codes = [f"0194-WS·2023-D30-BGS-{n:04}" for n in (1, 3)]
    yield Violates(
        Bundle(files={"a.md": first()}, catalogue=(("档号", "题名"), *((code, "答复") for code in codes))),
        at=(("目录:2", codes[0]), ("目录:3", codes[1])),
        note="有 0001、0003，缺 0002",
    )
    yield Violates(
        Bundle(
            files={"a.md": first()},
            catalogue=(("年度", "保管期限", "件号", "题名"), *(("2023", "30年", n, "答复") for n in ("7", "8", "10"))),
        ),
        at=(("目录:3", "8"), ("目录:4", "10")),
        note="没有档号，按年度、期限、件号看",
    )


def passes() -> Iterable[Passes]:
    """Gaps that are explained, and catalogues that are a choice."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first

    def of(note: str, *rows: tuple[str, str]) -> Passes:
        table = (("档号", "备注"), *rows)
        return Passes(Bundle(files={"a.md": first()}, catalogue=table), note=note)

    code = "0194-WS·2023-D30-BGS-{}"
    yield of("连号", *((code.format(n), "") for n in ("0001", "0002", "0003")))
    yield of("备注说明缺号", (code.format("0001"), ""), (code.format("0003"), "0002已销毁"))
    yield of("并件的备注", (code.format("0001"), "含并入的一件"), (code.format("0003"), ""))
    yield of("只选了其中几件", (code.format("0001"), ""), (code.format("0019"), ""), (code.format("0240"), ""))
    yield of("不同期限各自编号", (code.format("0001"), ""), ("0194-WS·2023-Y-BGS-0003", ""))


RULE = CrossRule(
    name="item-number-gap",
    code="BAT022",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("件号断号", "A gap in the item numbers"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一全宗、年度、保管期限、机构之内，件号中间缺号。",
            "A number is missing among the items of one fonds, year, period and unit.",
        ),
        importance=Bilingual("缺的那件可能漏归。", "The one that is missing may not have been filed."),
        silent=(
            Bilingual("备考中说明的销毁、并件", "items that were destroyed or joined, by the remarks"),
            Bilingual("只选一部分的目录：缺号超过三分之一", "catalogues of a choice: more than a third is missing"),
        ),
        grounds=Bilingual("DA/T 70-2018 连续性检测", "DA/T 70-2018, check for continuity"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
