"""A cell of the catalogue holds what its column cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.compare import empty
from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.catalogue.values import digits, read_day, read_pages
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_NO_DATE: Final = Bilingual("不是日历上的日期", "is no date of the calendar")
_NO_YEAR: Final = Bilingual("不是四位年度", "is no year of four digits")
_NO_COUNT: Final = Bilingual("不是页数", "is no count of pages")
_NO_NUMBER: Final = Bilingual("不是编号", "is no number")
_CONTROL: Final = Bilingual("里有制表符、换行或不可见字符", "holds tabs, line ends or signs that cannot be seen")
_BROKEN: Final = Bilingual("是表格软件的错误值或乱码", "is an error of the spreadsheet, or garbled")
_FAULTS: Final = (_NO_DATE, _NO_YEAR, _NO_COUNT, _NO_NUMBER, _CONTROL, _BROKEN)

_RANGE: Final = re.compile(r"\d{1,4}\s{0,2}[-—~～至]\s{0,2}\d{1,4}")
_YEARS: Final = re.compile(r"(?:19|20)\d{2}年?(?:度)?")
_ITEMS: Final = re.compile(r"\d{1,6}(?:[-－]\d{1,4})?")
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028\u2029\u2060\ufeff]")
_ERRORS: Final = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|#{4,}|.*\ufffd.*|\d(?:\.\d+)?E[+]\d{2}", re.DOTALL
)
_ONE_LINE: Final = (Field.TITLE, Field.NUMBER, Field.CODE, Field.DATE, Field.RETENTION)


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each column and fault, with every row."""
    for group in view.sorted(_faulty(view), by=2).groups():
        yield _problem(view, group)


def _faulty(view: View) -> Iterator[Row]:
    """Column, number of the fault, and row."""
    for filed in view.filed:
        for field, raw in filed.values.items():
            fault = _fault(field, raw)
            if fault is not None:
                yield field.value, _FAULTS.index(fault), filed.id


def _problem(view: View, group: Group) -> CrossProblem:
    field, fault = Field(group.key[0]), _FAULTS[group.key[1]]
    first = view.filed.at(next(iter(group))[0])
    words, value = WORDS[field], " ".join(first.get(field).split())
    return CrossProblem(
        message=Bilingual(
            f"{words.zh}“{value}”{fault.zh}，共{len(group)}条",
            f"the {words.en} “{value}” {fault.en}; entries: {len(group)}",
        ),
        places=Again(lambda: (view.filed.at(row).at(field) for (row,) in group)),
        each=True,
        suggestion=Bilingual("按文件改正", "correct it by the document"),
    )


def _fault(field: Field, raw: str) -> Bilingual | None:
    text = raw.strip(" \u3000\u00a0")
    if empty(text):
        return None
    if _ERRORS.fullmatch(text):
        return _BROKEN
    if field in _ONE_LINE and _CONTROLS.search(text):
        return _CONTROL
    plain = digits(text)
    if field in (Field.DATE, Field.ARCHIVED):
        return None if read_day(text) is not None else _NO_DATE
    if field is Field.YEAR:
        return None if _YEARS.fullmatch(plain) else _NO_YEAR
    if field is Field.PAGES:
        return None if read_pages(text) is not None or _RANGE.fullmatch(plain) else _NO_COUNT
    if field is Field.ITEM:
        return None if _ITEMS.fullmatch("".join(plain.split())) else _NO_NUMBER
    return None


def violates() -> Iterable[Violates]:
    """Cells that cannot be."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    files = {"a.md": first()}
    for name, value, note in (
        ("date", "2023-13-01", "没有十三月"),
        ("title", "对市政协十四届二次会议\u200b第20230117号提案的答复", "题名里有零宽字符"),
        ("pages", "若干", "页数不是数"),
        ("year", "23", "年度不足四位"),
        ("number", "#N/A", "表格软件的错误值"),
    ):
        yield Violates(Bundle(files=files, catalogue=row(**{name: value})), at=(("目录:2", value),), note=note)


def passes() -> Iterable[Passes]:
    """Other ways to write what is right."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    def of(note: str, **changed: str) -> Passes:
        return Passes(Bundle(files={"a.md": first()}, catalogue=row(**changed)), note=note)

    for date in ("2023-06-12", "2023年6月12日", "2023/6/12", "２０２３０６１２", "20230600", "2023-06"):
        yield of(f"日期写作“{date}”", date=date)
    yield of("题名里有半角空格", title="对市政协十四届二次会议 第20230117号提案的答复")
    yield of("页数写作“5页”", pages="5页")
    yield of("起止页号", pages="1-5")
    yield of("年度写作“2023年”", year="2023年")
    yield of("没有文号", number="无")


RULE = CrossRule(
    name="metadata-value-form",
    code="BAT025",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("元数据值格式", "A value of the wrong form"),
    explanation=Explanation(
        contradiction=Bilingual(
            "日期、年度、页数、件号不成其为日期、年度、数；题名、文号、档号里有制表符、换行、不可见字符；表格软件的错误值、乱码。",
            "Dates, years, counts and item numbers that are none; tabs, line ends and invisible signs in titles, numbers and codes; "
            "errors of the spreadsheet and garbled text.",
        ),
        importance=Bilingual(
            "系统导入时会报错，或存成别的值。", "Archive systems refuse such values, or store others."
        ),
        silent=(
            Bilingual(
                "日期的各种通用写法，未知的月日写作 00",
                "dates in all usual writings, with 00 for months and days that are not known",
            ),
            Bilingual("半角空格", "blanks"),
        ),
        grounds=Bilingual(
            "DA/T 70-2018：长度、类型格式、值域、特殊字符", "DA/T 70-2018: length, type, range, special signs"
        ),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
