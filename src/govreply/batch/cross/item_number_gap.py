"""A number is missing among the items of one year, period and unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.codes import read_code, read_period, year_of
from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import digits
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.words import ranges
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_EXPLAINED: Final = ("销毁", "并件", "并入", "合并", "撤出", "移出", "空号", "缺号", "剔除", "作废")
_DIGITS: Final = re.compile(r"\d+")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each series, with the rows on both sides of each gap."""
    for numbers in _series(view).values():
        present = sorted(numbers)
        missing = [n for n in range(present[0], present[-1]) if n not in numbers and not _explained(n, numbers)]
        # where more is missing the catalogue is a choice from the series
        if missing and 2 * len(missing) <= len(present):
            yield _problem(numbers, missing)


def _series(view: View) -> dict[Hashable, dict[int, list[Filed]]]:
    found: dict[Hashable, dict[int, list[Filed]]] = defaultdict(lambda: defaultdict(list))
    for filed in view.filed:
        code = read_code(filed.get(Field.CODE))
        if code is not None:
            found[code.series][code.item].append(filed)
        elif not filed.get(Field.CODE):
            item, year = digits(filed.get(Field.ITEM)), year_of(filed)
            if item.isascii() and item.isdecimal() and year is not None:
                period = read_period(filed.get(Field.RETENTION), year)
                found[filed.sheet, year, period, filed.get(Field.UNIT)][int(item)].append(filed)
    return found


def _explained(number: int, numbers: dict[int, list[Filed]]) -> bool:
    """Whether a remark names the number, or one beside it says why something is not there."""
    for near in (number - 1, number + 1):
        remarks = [filed.get(Field.REMARK) for filed in numbers.get(near, ())]
        if any(word in remark for remark in remarks for word in _EXPLAINED):
            return True
    return any(
        int(found) == number
        for rows in numbers.values()
        for filed in rows
        for found in _DIGITS.findall(digits(filed.get(Field.REMARK)))
        if len(found) <= len("100000")
    )


def _problem(numbers: dict[int, list[Filed]], missing: list[int]) -> CrossProblem:
    edges = {edge for gap in missing for edge in (_below(numbers, gap), _above(numbers, gap))}
    rows = [filed for number in sorted(edges) for filed in numbers[number]]
    field = Field.CODE if rows[0].get(Field.CODE) else Field.ITEM
    told = ranges(missing, width=4)
    return CrossProblem(
        message=Bilingual(
            f"件号缺{told.zh}（在“{rows[0].get(field)}”与“{rows[-1].get(field)}”之间）",
            f"no item has the numbers {told.en} (between “{rows[0].get(field)}” and “{rows[-1].get(field)}”)",
        ),
        places=tuple(filed.at(field) for filed in rows),
        suggestion=Bilingual(
            "补上缺号的件；销毁、并件的在备考中说明", "add what is missing, or say in a note why there is none"
        ),
    )


def _below(numbers: dict[int, list[Filed]], gap: int) -> int:
    return max(number for number in numbers if number < gap)


def _above(numbers: dict[int, list[Filed]], gap: int) -> int:
    return min(number for number in numbers if number > gap)


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
