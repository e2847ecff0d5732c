"""A retention period is none that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.batch.catalogue.codes import read_code, read_period, year_of
from govreply.batch.catalogue.compare import empty
from govreply.batch.catalogue.fields import Field
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each value, with every row that has it in its column or, where that is empty, in its code."""
    for group in view.sorted(_invalid(view), by=2).groups():
        yield _problem(view, group)


def _invalid(view: View) -> Iterator[Row]:
    """The value, the column and the row."""
    for filed in view.filed:
        year = year_of(filed)
        written = filed.get(Field.RETENTION)
        code = read_code(filed.get(Field.CODE))
        if not empty(written):
            if read_period(written, year) is None:
                yield written, Field.RETENTION.value, filed.id
        elif code is not None and read_period(code.period, year) is None:
            yield code.period, Field.CODE.value, filed.id


def _problem(view: View, group: Group) -> CrossProblem:
    value, field = group.key[0], Field(group.key[1])
    return CrossProblem(
        message=Bilingual(
            f"保管期限“{value}”不是永久（Y）、30年（D30）或10年（D10），共{len(group)}条",
            f"the retention period “{value}” is none of 永久 (Y), 30年 (D30) and 10年 (D10); entries: {len(group)}",
        ),
        places=Again(lambda: (view.filed.at(row).at(field) for (row,) in group)),
        each=True,
        suggestion=Bilingual("按本单位的保管期限表改正", "correct it by the organ's own table"),
    )


def violates() -> Iterable[Violates]:
    """Periods that there are not."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    files = {"a.md": first()}
    yield Violates(
        Bundle(files=files, catalogue=row(code="", retention="D15")), at=(("目录:2", "D15"),), note="没有 15 年的期限"
    )
    yield Violates(
        Bundle(files=files, catalogue=row(code="", retention="长期")),
        at=(("目录:2", "长期"),),
        note="2007 年起不再有长期、短期",
    )
    code = "0194-WS·2023-D15-BGS-0001"
    yield Violates(Bundle(files=files, catalogue=row(code=code)), at=(("目录:2", code),), note="档号里的期限代码不对")


def passes() -> Iterable[Passes]:
    """Periods that there are, and old ones."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    files = {"a.md": first()}
    for value in ("永久", "Y", "30年", "D30", "定期30年", "10 年", "定期（10年）", "30"):
        yield Passes(Bundle(files=files, catalogue=row(code="", retention=value)), note=f"写作“{value}”")
    yield Passes(Bundle(files=files, catalogue=row(code="", date="20050612", retention="长期")), note="2005 年的长期")
    yield Passes(Bundle(files=files, catalogue=row(code="", date="", retention="短期")), note="看不出年度的短期")


RULE = CrossRule(
    name="retention-invalid",
    code="BAT023",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("保管期限值非法", "No such retention period"),
    explanation=Explanation(
        contradiction=Bilingual(
            "保管期限不是永久、30 年、10 年（Y、D30、D10）中的一种。",
            "The retention period is none of permanent, 30 years and 10 years (Y, D30, D10).",
        ),
        importance=Bilingual(
            "期限决定何时鉴定销毁；写错了，进不了馆，也可能误毁。", "It decides when a document may be destroyed."
        ),
        silent=(
            Bilingual("2006 年及以前的长期、短期", "the old periods 长期 and 短期 of 2006 and before"),
            Bilingual("定期30年、30 等写法", "other ways to write them, such as 定期30年 and 30"),
        ),
        grounds=Bilingual("国家档案局令第8号（2006-12-18）", "Decree no. 8 of the State Archives (2006-12-18)"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
