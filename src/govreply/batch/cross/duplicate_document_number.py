"""Two different texts bear one document number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import home, same_text
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Explanation
from govreply.rules.compare.items import said

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

# a number with parts (第31-1号) may be that of a series, and one without a code is no number of its own
_REGULAR: Final = re.compile(r".{1,20}〔\d{4}〕\d{1,6}号")
_CORRECTED: Final = ("更正", "勘误", "订正", "重新答复", "代替", "作废")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each number, with every document that bears it."""
    for group in view.sorted(_numbered(view), by=1).groups(least=2):
        # organs of two cities may use one code (水函): only letters of one place can have each other's number
        for place in dict.fromkeys(home(issuer) for _, _, issuer in group):
            inputs = Again(partial(_of_one_place, view, group, place))
            if _differ(view, inputs) and not any(_corrects(view.reply(key)) for key in inputs):
                yield _problem(view, group.key[0], inputs)


def _numbered(view: View) -> Iterator[Row]:
    """Number, rank, document and issuer of those that share a number; one that a template prints may stand on thousands."""
    query = (
        "SELECT d.number, r.rank, d.input, d.issuer FROM documents d JOIN temp.ranks r ON r.id = d.input"
        " WHERE d.is_reply AND d.number IN"
        " (SELECT number FROM documents WHERE is_reply AND number IS NOT NULL GROUP BY number HAVING count(*) > 1)"
    )
    yield from map(tuple, view.rows(query))


def _of_one_place(view: View, group: Group, place: str | None) -> Iterator[int]:
    for _, key, issuer in group:
        if home(issuer) == place:
            number = view.reply(key).document_number
            if number is not None and _REGULAR.fullmatch(number.text):
                yield key


def _differ(view: View, inputs: Again[int]) -> bool:
    """Whether there are two texts among them."""
    others = iter(inputs)
    first = next(others, None)
    return first is not None and any(not same_text(view, first, key) for key in others)


def _problem(view: View, number: str, inputs: Again[int]) -> CrossProblem:
    many = sum(1 for _ in inputs)
    return CrossProblem(
        message=Bilingual(
            f"{many}份文件内容不同，文号都是“{number}”",
            f"{many} documents with different texts bear one number, “{number}”",
        ),
        places=Again(lambda: (_place(view, key, number) for key in inputs)),
        suggestion=Bilingual("查发文登记，改正写错的文号", "look up the register and correct the wrong number"),
    )


def _place(view: View, key: int, number: str) -> CrossPlace:
    printed = view.reply(key).document_number
    return CrossPlace(
        label=Bilingual(f"文号：{number}", f"number: {number}"), input=key, span=printed.span if printed else None
    )


def _corrects(reply: Reply) -> bool:
    return said(reply, *_CORRECTED) or reply.timing.follow_up is not None


def violates() -> Iterable[Violates]:
    """One number given out twice."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    yield Violates(
        Bundle(files={"甲.md": first(), "乙.md": another()}),
        at=(("乙.md", "武水函〔2023〕21号"), ("甲.md", "武水函〔2023〕21号")),
        note="两件不同的答复同用一个文号",
    )
    yield Violates(
        Bundle(files={"a.md": first(), "b.txt": another(), "c.md": third()}),
        at=tuple((path, "武水函〔2023〕21号") for path in ("a.md", "b.txt", "c.md")),
        note="三件同用一个文号",
    )


def passes() -> Iterable[Passes]:
    """One text twice, and numbers of several organs."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first
    from govreply.testing import Form

    yield Passes(
        Bundle(files={"a.md": first(), "b.md": another(document_number="武水函〔2023〕22号")}), note="文号不同"
    )
    yield Passes(Bundle(files={"a.md": first(), "a.html": first()}), note="同文两种格式")
    yield Passes(Bundle(files={"a.md": first(), "副本/a.md": first()}), note="同一文件重复上传")
    yield Passes(Bundle(files={"a.md": first(), "b.md": first(form=Form())}), note="一份带征询意见表，一份不带")
    yield Passes(
        Bundle(
            files={
                "a.md": first(),
                "b.md": another(title="关于市政协十四届二次会议第20230117号提案的更正答复", number="20230117"),
            }
        ),
        note="更正件沿用原文号",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(document_number="水函〔2023〕21号"),
                "b.md": another(issuer="厦门市水利局", document_number="水函〔2023〕21号"),
            }
        ),
        note="两地机关代字相同",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(document_number="武水函〔2023〕第31-1号"),
                "b.md": another(document_number="武水函〔2023〕第31-1号"),
            }
        ),
        note="带分号的编号，可能是一组文件共用",
    )


RULE = CrossRule(
    name="duplicate-document-number",
    code="BAT001",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("文号重复", "One document number on two texts"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一地方的两份答复内容不同，发文字号却相同。",
            "Two replies of one place have different texts and the same document number.",
        ),
        importance=Bilingual(
            "一文一号；重号的文件归档后查不清是哪一件。",
            "One document has one number; under a number given twice nobody knows which document is meant.",
        ),
        silent=(
            Bilingual("同文两种格式、重复上传", "one text in two formats, or uploaded twice"),
            Bilingual("更正件、重新答复", "corrections and renewed answers"),
            Bilingual("带分号的编号（第31-1号）", "numbers with parts, such as 第31-1号"),
            Bilingual("两地机关恰用同一代字", "organs of two places that happen to use one code"),
        ),
        grounds=Bilingual(
            "一文一号；DA/T 70-2018 重复性检测", "One document, one number; DA/T 70-2018, check for duplicates"
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
