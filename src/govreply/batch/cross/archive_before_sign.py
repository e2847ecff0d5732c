"""A document was filed before it was signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import Day, read_day
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each entry all of whose replies are later."""
    for filed in view.filed:
        day = read_day(filed.get(Field.ARCHIVED))
        if day is not None and not _stands_for_a_year(day) and _all_later(view, filed, day):
            yield _problem(filed, day, view, view.replies(filed.inputs))


def _all_later(view: View, filed: Filed, day: Day) -> bool:
    """Whether there are replies, and each has a date and is later than `day`."""
    rows = view.rows(
        "SELECT d.date FROM catalogue_files f JOIN documents d ON d.input = f.input WHERE d.is_reply AND f.catalogue_row = ?",
        filed.id,
    )
    found = False
    for (signed,) in rows:
        if signed is None or not _before(day, signed):
            return False
        found = True
    return found


def _stands_for_a_year(day: Day) -> bool:
    """Whether it is the date of putting a whole year in order rather than a day on which something was done."""
    return not day.month or (day.month, day.day) in ((1, 1), (12, 31))


def _before(day: Day, iso: str) -> bool:
    year, month, number = (int(part) for part in iso.split("-"))
    return (
        (day.year, day.month) < (year, month) if not day.day else (day.year, day.month, day.day) < (year, month, number)
    )


def _problem(filed: Filed, day: Day, view: View, inputs: list[int]) -> CrossProblem:
    places = []
    for key in inputs:
        signature = view.reply(key).signature
        text = signature.date_text if signature else None
        label = Bilingual(f"成文日期：{text.text if text else ''}", f"date of the letter: {text.text if text else ''}")
        places.append(CrossPlace(label=label, input=key, span=text.span if text else None))
    first = view.reply(inputs[0]).signature
    date = first.date if first else ""
    return CrossProblem(
        message=Bilingual(
            f"目录{filed.where.zh}的归档日期是{day.iso}，成文却在{date}",
            f"the date of filing in {filed.where.en} of the catalogue is {day.iso}, the letter is of {date}",
        ),
        places=(filed.at(Field.ARCHIVED), *places),
        suggestion=Bilingual("核对归档日期和成文日期", "check both dates"),
    )


def violates() -> Iterable[Violates]:
    """Filed too early."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    for value, note in (("2022-12-20", "归档早于成文半年"), ("2023年5月", "归档的月份早于成文")):
        yield Violates(
            Bundle(files={"a.md": first()}, catalogue=row(archived=value)),
            at=(("目录:2", value), ("a.md", "2023年6月12日")),
            note=note,
        )


def passes() -> Iterable[Passes]:
    """Dates that may be."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    def of(note: str, value: str) -> Passes:
        return Passes(Bundle(files={"a.md": first()}, catalogue=row(archived=value)), note=note)

    yield of("归档在后", "2024-03-15")
    yield of("当日归档", "20230612")
    yield of("只写年度", "2022")
    yield of("分年度整理的日期", "2022-12-31")
    yield of("没有填", "")


RULE = CrossRule(
    name="archive-before-sign",
    code="BAT028",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("归档早于成文", "Filed before it was signed"),
    explanation=Explanation(
        contradiction=Bilingual(
            "目录的归档日期早于文件的成文日期。", "The catalogue's date of filing is before the date of the letter."
        ),
        importance=Bilingual("两个日期必有一个是错的。", "One of the dates must be wrong."),
        silent=(
            Bilingual("只写年度的归档日期", "dates of filing that are a year only"),
            Bilingual(
                "以 1 月 1 日、12 月 31 日代表整理年度",
                "1 January and 31 December, which stand for a year put in order",
            ),
        ),
        grounds=Bilingual("DA/T 22-2015", "DA/T 22-2015"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
