"""One archive code is given to several documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.codes import plain_code
from govreply.batch.catalogue.compare import empty
from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import plain_number, plain_title
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_PARTS: Final = ("附件", "附表", "征询意见表", "征求意见表", "反馈表", "定稿", "底稿", "签发稿", "处理单", "正文")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each code, with every row and its documents."""
    codes = ((plain_code(filed.get(Field.CODE)), filed.id) for filed in view.filed if not empty(filed.get(Field.CODE)))
    for group in view.sorted(codes, by=1).groups(least=2):
        same = [view.filed.at(row) for (row,) in group]
        if not _one_unit(same):
            yield _problem(same)


def _one_unit(rows: Sequence[Filed]) -> bool:
    """Whether the rows are the files of one 件: counted as its parts, its attachments, or one letter in several formats."""
    parts = [filed.get(Field.PART) for filed in rows]
    if all(parts) and len(set(parts)) == len(parts):
        return True
    mains = [filed for filed in rows if not any(word in filed.get(Field.TITLE) for word in _PARTS)]
    if len(mains) <= 1:
        return True
    described = {(plain_title(f.get(Field.TITLE)), plain_number(f.get(Field.NUMBER))) for f in mains}
    files = [filed.get(Field.FILE) for filed in mains]
    return len(described) == 1 and all(files) and len(set(files)) == len(files)


def _problem(rows: Sequence[Filed]) -> CrossProblem:
    code = rows[0].get(Field.CODE)
    documents = dict.fromkeys(key for filed in rows for key in filed.inputs)
    return CrossProblem(
        message=Bilingual(f"{len(rows)}个条目同用档号“{code}”", f"{len(rows)} entries have one archive code, “{code}”"),
        places=(
            *(filed.at(Field.CODE) for filed in rows),
            *(CrossPlace(label=Bilingual(f"档号：{code}", f"code: {code}"), input=key) for key in documents),
        ),
        suggestion=Bilingual("重编档号；同一件的附件用文档序号区分", "give new codes; number the parts of one unit"),
    )


def violates() -> Iterable[Violates]:
    """A code given twice."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first
    from govreply.batch.cross.metadata_content_mismatch import row

    header, entry = row()
    code = "0194-WS·2023-D30-BGS-0001"
    other = (
        code,
        "武水函〔2023〕22号",
        "武汉市水务局",
        "对市政协十四届二次会议第20230256号提案的答复",
        "20230620",
        "何静秋",
        "b.md",
    )
    yield Violates(
        Bundle(
            files={"a.md": first(), "b.md": another(document_number="武水函〔2023〕22号")},
            catalogue=(header, entry, other),
        ),
        at=(("目录:2", code), ("目录:3", code), ("a.md", ""), ("b.md", "")),
        note="两件同用一个档号",
    )
    yield Violates(
        Bundle(files={"a.md": first()}, catalogue=(header, entry, entry)),
        at=(("目录:2", code), ("目录:3", code), ("a.md", "")),
        note="同一条目著录了两遍",
    )


def passes() -> Iterable[Passes]:
    """Parts of one unit."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    header, entry = row()
    code = entry[0]
    yield Passes(
        Bundle(files={"a.md": first()}, catalogue=(header, entry, ("0194-WS·2023-D30-BGS-0002", *entry[1:-1], "b.md"))),
        note="档号不同",
    )
    yield Passes(
        Bundle(
            files={"a.md": first()},
            catalogue=(
                (*header, "文档序号"),
                (*entry, "001"),
                (code, "", "", "老旧小区改造项目表", "", "", "b.md", "002"),
            ),
        ),
        note="同件的附属文件用文档序号",
    )
    yield Passes(
        Bundle(files={"a.md": first()}, catalogue=(header, entry, (code, "", "", "附件：改造项目表", "", "", "b.md"))),
        note="附件随正文同号",
    )
    yield Passes(
        Bundle(files={"a.md": first(), "a.pdf": first()}, catalogue=(header, entry, (*entry[:-1], "a.pdf"))),
        note="同一件的两种格式",
    )
    yield Passes(
        Bundle(files={"a.md": first()}, catalogue=(header, ("", *entry[1:]), ("", *entry[1:]))), note="还没有编档号"
    )


RULE = CrossRule(
    name="archive-code-duplicate",
    code="BAT021",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("档号重复", "One archive code given twice"),
    explanation=Explanation(
        contradiction=Bilingual("目录里两个以上条目的档号相同。", "Two entries or more have one archive code."),
        importance=Bilingual("档号应当唯一、稳定。", "Codes are to be unique and stable."),
        silent=(
            Bilingual(
                "同一件的正文、附件、定稿，用文档序号区分",
                "letter, attachments and draft of one unit, numbered as its parts",
            ),
            Bilingual("同一件的几种格式", "one letter in several formats"),
        ),
        grounds=Bilingual("DA/T 13-2022 唯一性", "DA/T 13-2022, codes are unique"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
