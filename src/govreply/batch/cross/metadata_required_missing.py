"""A column that must be filled is empty in some rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.compare import empty
from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_REQUIRED: Final = (Field.TITLE, Field.ISSUER, Field.DATE, Field.CODE, Field.RETENTION)
# filled in when the files are put in order; a column that is empty throughout is not begun yet
_FILLED_LATER: Final = (Field.CODE, Field.RETENTION)
_ATTACHED: Final = ("附件", "附表", "征询意见表", "反馈表")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each column, with every row; the number counts only where the document bears one."""
    for field in _REQUIRED:
        rows = Again(partial(_without, view, field))
        many = sum(1 for _ in rows)
        if many and not (field in _FILLED_LATER and all(empty(filed.get(field)) for filed in view.filed)):
            yield _problem(field, many, rows)
    for filed in view.filed:
        if Field.NUMBER in filed.values and empty(filed.get(Field.NUMBER)):
            numbered = [key for key in view.replies(filed.inputs) if view.reply(key).document_number is not None]
            if numbered:
                yield _without_number(view, filed, numbered)


def _without(view: View, field: Field) -> Iterator[Filed]:
    """The entries in which the column is empty and should not be."""
    return (filed for filed in view.filed if field in filed.values and empty(filed.get(field)) and _is_main(filed))


def _is_main(filed: Filed) -> bool:
    """Attachments that have a row of their own take what they lack from their document."""
    return not any(word in filed.get(Field.TITLE) for word in _ATTACHED)


def _problem(field: Field, many: int, rows: Again[Filed]) -> CrossProblem:
    words = WORDS[field]
    return CrossProblem(
        message=Bilingual(f"{many}条目录没有填{words.zh}", f"entries without {words.en}: {many}"),
        places=Again(lambda: (filed.at(field) for filed in rows)),
        each=True,
        suggestion=Bilingual("补填", "fill it in"),
    )


def _without_number(view: View, filed: Filed, inputs: list[int]) -> CrossProblem:
    printed = [number for key in inputs if (number := view.reply(key).document_number)]
    return CrossProblem(
        message=Bilingual(
            f"目录{filed.where.zh}没有填文号，文件上印有“{printed[0].text}”",
            f"{filed.where.en} of the catalogue has no document number, the document bears “{printed[0].text}”",
        ),
        places=(
            filed.at(Field.NUMBER),
            *(
                CrossPlace(label=Bilingual(f"文号：{n.text}", f"number: {n.text}"), input=key, span=n.span)
                for key, n in zip(inputs, printed, strict=True)
            ),
        ),
        suggestion=Bilingual("按文件补填文号", "fill in the number of the document"),
    )


def violates() -> Iterable[Violates]:
    """Empty cells."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    files = {"a.md": first()}
    header, entry = row()
    code, others = entry[0], entry[1:]
    yield Violates(Bundle(files=files, catalogue=row(title="")), at=(("目录:2", ""),), note="题名空")
    yield Violates(
        Bundle(files=files, catalogue=(header, (code, *others), ("", *others), ("", *others))),
        at=(("目录:3", ""), ("目录:4", "")),
        note="三条之中两条没有档号",
    )
    yield Violates(
        Bundle(files=files, catalogue=row(number="")),
        at=(("目录:2", ""), ("a.md", "武水函〔2023〕21号")),
        note="文件印有文号而目录没有",
    )


def passes() -> Iterable[Passes]:
    """Cells that may be empty."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    header, entry = row()
    yield Passes(Bundle(files={"a.md": first()}, catalogue=row()), note="都填了")
    yield Passes(
        Bundle(files={"a.md": first(document_number=None)}, catalogue=row(number="")), note="无文号的文件，文号可空"
    )
    yield Passes(Bundle(files={"a.md": first()}, catalogue=row(code="")), note="档号整栏未编")
    yield Passes(
        Bundle(
            files={"a.md": first()},
            catalogue=(header, entry, (entry[0], "", "", "附件：老旧小区改造项目表", "", "", "b.md")),
        ),
        note="附件随正文，不另填责任者和日期",
    )
    yield Passes(Bundle(files={"a.md": first()}, catalogue=row(addressee="")), note="主送不是必填项")


RULE = CrossRule(
    name="metadata-required-missing",
    code="BAT024",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("必填元数据缺", "A required element is empty"),
    explanation=Explanation(
        contradiction=Bilingual(
            "题名、责任者、日期、档号、保管期限在有些条目中空着；文件印有文号而目录没有填。",
            "Title, issuer, date, code or retention period are empty in some rows; or the number, where the document bears one.",
        ),
        importance=Bilingual(
            "必填项缺了，移交检测通不过，也检索不到。", "Without them files are not taken over, and not found."
        ),
        silent=(
            Bilingual("无文号的文件", "documents without a number"),
            Bilingual(
                "档号、保管期限整栏未填：还没有整理到这一步",
                "codes and periods that are empty throughout: not begun yet",
            ),
            Bilingual("随正文的附件", "attachments with a row of their own"),
        ),
        grounds=Bilingual("DA/T 46-2009；DA/T 70-2018", "DA/T 46-2009; DA/T 70-2018"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
