"""Archive codes are not made as DA/T 22-2015 makes them, or contradict the other columns of their row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from govreply.batch.catalogue.codes import Code, is_of_old_form, read_code, read_period
from govreply.batch.catalogue.compare import empty
from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.catalogue.values import digits
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.spool import Again
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for all codes of another make, and one for each that contradicts its row."""
    for filed in view.filed:
        code = read_code(filed.get(Field.CODE))
        if code is not None:
            yield from _contradictions(filed, code)
    wrong = Again(partial(_wrong, view))
    first = next(iter(wrong), None)
    if first is not None:
        yield _malformed(first, wrong)


def _wrong(view: View) -> Iterator[Filed]:
    for filed in view.filed:
        written = filed.get(Field.CODE)
        if not empty(written) and read_code(written) is None and not is_of_old_form(written, filed):
            yield filed


def _malformed(first: Filed, wrong: Again[Filed]) -> CrossProblem:
    many, written = sum(1 for _ in wrong), first.get(Field.CODE)
    return CrossProblem(
        message=Bilingual(
            f"{many}个档号不是“全宗号-门类·年度-保管期限-机构-件号”的结构，如“{written}”",
            f"archive codes that are not made of fonds-kind·year-period-unit-item: {many}, such as “{written}”",
        ),
        places=Again(lambda: (filed.at(Field.CODE) for filed in wrong)),
        each=True,
        suggestion=Bilingual(
            "按 DA/T 22-2015 改为如 0194-WS·2023-D30-BGS-0001", "write them as 0194-WS·2023-D30-BGS-0001"
        ),
    )


def _contradictions(filed: Filed, code: Code) -> Iterator[CrossProblem]:
    stated = {field: filed.get(field) for field in (Field.YEAR, Field.RETENTION, Field.ITEM, Field.FONDS)}
    if (
        _is_number(stated[Field.YEAR].removesuffix("年"))
        and int(digits(stated[Field.YEAR].removesuffix("年"))) != code.year
    ):
        yield _contradiction(filed, Field.YEAR, str(code.year))
    period = read_period(stated[Field.RETENTION], code.year)
    if period is not None and read_period(code.period, code.year) not in (None, period):
        yield _contradiction(filed, Field.RETENTION, code.period)
    if _is_number(stated[Field.ITEM]) and int(digits(stated[Field.ITEM])) != code.item:
        yield _contradiction(filed, Field.ITEM, str(code.item).zfill(code.width))
    if stated[Field.FONDS] and digits(stated[Field.FONDS]).upper().lstrip("0") != code.fonds.lstrip("0"):
        yield _contradiction(filed, Field.FONDS, code.fonds)


def _is_number(text: str) -> bool:
    plain = digits(text)
    return plain.isascii() and plain.isdecimal()


def _contradiction(filed: Filed, field: Field, in_code: str) -> CrossProblem:
    words = WORDS[field]
    return CrossProblem(
        message=Bilingual(
            f"目录{filed.where.zh}的档号“{filed.get(Field.CODE)}”里的{words.zh}是“{in_code}”，{words.zh}一栏是“{filed.get(field)}”",
            f"in {filed.where.en} of the catalogue the code “{filed.get(Field.CODE)}” says “{in_code}” for the {words.en}, the "
            f"column says “{filed.get(field)}”",
        ),
        places=(filed.at(Field.CODE), filed.at(field)),
        suggestion=Bilingual("改正其中写错的一处", "correct the wrong one"),
    )


def violates() -> Iterable[Violates]:
    """Codes of another make."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    header, entry = row()
    yield Violates(
        Bundle(
            files={"a.md": first()},
            catalogue=(
                header,
                ("0194-WS-2016-D30-0001", *entry[1:]),
                ("0194WS·2023-D30-BGS-2", *entry[1:]),
                ("0194-WS·2023-D30-BGS-0003", *entry[1:]),
            ),
        ),
        at=(("目录:2", "0194-WS-2016-D30-0001"), ("目录:3", "0194WS·2023-D30-BGS-2")),
        note="门类与年度之间没有间隔号，全宗号与门类之间没有连字符",
    )
    code = "0194-WS·2023-D30-BGS-0001"
    yield Violates(
        Bundle(files={"a.md": first()}, catalogue=row(retention="永久")),
        at=(("目录:2", code), ("目录:2", "永久")),
        note="档号是 D30，保管期限一栏是永久",
    )
    yield Violates(
        Bundle(files={"a.md": first()}, catalogue=row(item="0002")),
        at=(("目录:2", code), ("目录:2", "0002")),
        note="档号里的件号与件号一栏不同",
    )


def passes() -> Iterable[Passes]:
    """Codes of the usual make, and older ones."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    def of(note: str, code: str, **changed: str) -> Passes:
        return Passes(Bundle(files={"a.md": first()}, catalogue=row(code=code, **changed)), note=note)

    yield of("规范的档号", "0194-WS·2023-D30-BGS-0001", retention="30年", year="2023", item="1", fonds="0194")
    yield of("不分机构", "0194-WS·2023-Y-0001")
    yield of("全宗位数由各馆自定", "J12-WS·2023-D10-BGS-0001")
    yield of("2015 年以前的旧档号", "0194-2012-30-0001", date="20120612")
    yield of("案卷级的旧档号，看不出年度", "0194-2-135-008", date="")
    yield of("间隔号用了别的圆点", "0194-WS•2023-D30-BGS-0001")
    yield of("还没有编档号", "")


RULE = CrossRule(
    name="archive-code-form",
    code="BAT020",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("档号结构不合", "Archive codes of another make"),
    explanation=Explanation(
        contradiction=Bilingual(
            "档号不是“全宗号-门类代码·年度-保管期限代码-机构（问题）代码-件号”的结构；"
            "或档号里的年度、保管期限、件号、全宗号与本行各栏不同。",
            "Archive codes are not made of fonds, kind, year, period, unit and item; or one of these differs from the column of "
            "its row.",
        ),
        importance=Bilingual(
            "档号是归档后查找的凭据，结构不合则不能进馆。", "By its code a document is found; archives take no others."
        ),
        silent=(
            Bilingual("2015 年以前的旧档号", "codes from before 2016"),
            Bilingual("各馆自定的全宗号位数，不分机构的档号", "fonds of any length, and codes without a unit"),
            Bilingual("看不出年度的案卷级档号", "codes of whole volumes that tell no year"),
        ),
        grounds=Bilingual("DA/T 22-2015；DA/T 13-2022", "DA/T 22-2015; DA/T 13-2022"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
