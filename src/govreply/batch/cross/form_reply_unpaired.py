"""A feedback form without its reply, or a reply without a form where all others have one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import serial_of
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.forms import Items, Returned, items_by_serial, replies_of, returned_forms
from govreply.batch.cross.spool import Again, Group, Row, Seen
from govreply.batch.cross.words import listed
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_RETURN_DAYS: Final = 60  # within which forms come back
_LEAST: Final = 5  # replies of one organ to one session that show its habit
_USUAL: Final = 0.8  # share of them that have a form
_OPINIONS: Final = ("会办", "协办")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each form without a reply, and one for each organ and session with replies that lack a form."""
    items = items_by_serial(view)
    with_form = view.seen()
    for form in returned_forms(view):
        if not form.alone:
            with_form.add(form.input)
            continue
        with_form.update(item.input for item in replies_of(form, items))
        serial = serial_of(form.number.text)
        # a reply with the number and another topic is a slip of the number rather than a missing reply
        if items and serial is not None and next(items.of(serial), None) is None:
            yield _without_reply(form, view)
    yield from _without_forms(view, items, with_form)


def _without_reply(form: Returned, view: View) -> CrossProblem:
    number = form.number.text
    return CrossProblem(
        message=Bilingual(
            f"有第{number}号的征询意见表，没有它的答复", f"there is a feedback form on item {number} and no reply to it"
        ),
        places=(
            CrossPlace(
                label=Bilingual(f"征询意见表：第{number}号", f"feedback form: {number}"),
                input=form.input,
                span=form.number.span,
            ),
        ),
        severity=_severity(view),
        suggestion=Bilingual("找到答复正本，与表一同归档", "find the reply and file it with the form"),
    )


def _without_forms(view: View, items: Items, with_form: Seen) -> Iterator[CrossProblem]:
    for group in view.sorted(_by_organ(items), by=4).groups(least=_LEAST):
        replies = lacking = 0
        for key, *_ in _replies(group):
            replies += 1
            lacking += key not in with_form
        if replies >= _LEAST and replies - lacking >= _USUAL * replies:
            due = Again(partial(_due, view, group, with_form))
            if next(iter(due), None) is not None:
                yield _lacking(view, group.key[0], due)


def _by_organ(items: Items) -> Iterator[Row]:
    for _, item in items:
        if item.issuer is not None and None not in item.session:
            yield (item.issuer, *item.session, item.rank, item.ordinal, item.input, item.number, item.date)


def _replies(group: Group) -> Iterator[Row]:
    """Document, number and date of each reply; one that answers several items counts once."""
    for _, rows in groupby(group, key=itemgetter(0)):
        *_, (_, _, key, number, day) = rows
        yield key, number, day


def _due(view: View, group: Group, with_form: Seen) -> Iterator[tuple[int, str]]:
    """Document and number of each reply whose form should have come back."""
    for key, number, day in _replies(group):
        if day and key not in with_form and view.reached(date.fromisoformat(day) + timedelta(days=_RETURN_DAYS)):
            title = view.reply(key).title
            if title is None or not any(word in title.text for word in _OPINIONS):
                yield key, number


def _lacking(view: View, issuer: str, due: Again[tuple[int, str]]) -> CrossProblem:
    numbers, many = listed(number for _, number in due), sum(1 for _ in due)
    return CrossProblem(
        message=Bilingual(
            f"{issuer}的答复大都附有征询意见表，这{many}件没有：第{numbers.zh}号",
            f"most replies of {issuer} come with a feedback form, {many} do not: items {numbers.en}",
        ),
        places=Again(lambda: (_lacking_place(view, *reply) for reply in due)),
        severity=_severity(view),
        each=True,
        suggestion=Bilingual("补齐征询意见表，或在备考中说明", "add the form, or say in a note why there is none"),
    )


def _lacking_place(view: View, key: int, number: str) -> CrossPlace:
    printed = view.reply(key).document_number
    return CrossPlace(
        label=Bilingual(f"第{number}号，没有征询意见表", f"item {number}, without a form"),
        input=key,
        span=printed.span if printed else None,
    )


def _severity(view: View) -> Severity:
    """A warning where files are handed over with a catalogue: form and reply belong into one 件."""
    return Severity.WARNING if view.has_catalogue else Severity.INFO


FORM = """# 武汉市政协提案办理情况征询意见表

| 提案者 | {proposer} | 提案号 | 第{number}号 |
| --- | --- | --- | --- |
| 案由 | {topic} | 承办单位 | 武汉市水务局 |

办理效果：☑解决问题 ☐等待时机 ☐解释说明

结果评价：{ticks}

对办理工作的意见：{opinion}

日期：{day}
"""


def form_alone(
    number: str = "20230117",
    topic: str = "关于加强老旧小区雨污分流改造的建议",
    ticks: str = "☑满意 ☐基本满意 ☐不满意",
    opinion: str = "办理工作认真细致。",
    day: str = "2023年7月3日",
) -> str:
    """A returned form in a file of its own."""
    return FORM.format(proposer="陆承安", number=number, topic=topic, ticks=ticks, opinion=opinion, day=day)


def violates() -> Iterable[Violates]:
    """Forms and replies that lack each other."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first
    from govreply.testing import Form

    yield Violates(
        Bundle(files={"答复.md": another(), "征询意见表.md": form_alone()}),
        at=(("征询意见表.md", "20230117"),),
        note="有表无答复",
    )
    files = {
        f"{at}.md": first(number=f"2023{at:04}", document_number=f"武水函〔2023〕{at}号", form=Form())
        for at in range(1, 6)
    }
    yield Violates(
        Bundle(files={**files, "6.md": another(document_number="武水函〔2023〕6号")}, today=date(2023, 12, 1)),
        at=(("6.md", "武水函〔2023〕6号"),),
        note="五件有表，一件到期仍无表",
    )
    yield Violates(
        Bundle(
            files={"答复.md": another(), "征询意见表.md": form_alone()},
            catalogue=(("题名", "文件名"), ("甲", "答复.md"), ("乙", "征询意见表.md")),
        ),
        at=(("征询意见表.md", "20230117"),),
        note="随目录移交时作警告",
        severity=Severity.WARNING,
    )


def passes() -> Iterable[Passes]:
    """Pairs, and forms that are not due."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first
    from govreply.testing import Form

    files = {
        f"{at}.md": first(number=f"2023{at:04}", document_number=f"武水函〔2023〕{at}号", form=Form())
        for at in range(1, 6)
    }
    late = another(document_number="武水函〔2023〕6号")
    yield Passes(Bundle(files={"答复.md": first(), "征询意见表.md": form_alone()}), note="表与答复分作两个文件")
    yield Passes(Bundle(files={"答复.md": first(), "征询意见表.md": form_alone("117")}), note="表上省去年份")
    yield Passes(Bundle(files={**files, "6.md": late}, today=date(2023, 7, 1)), note="未到期，表还没有返回")
    yield Passes(Bundle(files={**files, "6.md": late}), note="没有告知今天的日期，不能断定到期")
    yield Passes(Bundle(files={"a.md": first(), "b.md": late}, today=date(2024, 6, 1)), note="都没有表，可能在平台反馈")
    yield Passes(Bundle(files={"征询意见表.md": form_alone()}), note="只收了表，没有收答复")


RULE = CrossRule(
    name="form-reply-unpaired",
    code="BAT011",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("表函不配套", "Form and reply without each other"),
    explanation=Explanation(
        contradiction=Bilingual(
            "有征询意见表而没有同号的答复；或某单位对一次会议的答复大都附表，到期仍有几件没有。",
            "A feedback form without a reply of its number; or replies that lack a form, when it is due, where most replies of the "
            "organ to that session have one.",
        ),
        importance=Bilingual(
            "答复与反馈是一件事的两面，归档应当齐全；随目录移交时作警告。",
            "Reply and feedback are two sides of one matter and are filed together; with a catalogue it is a warning.",
        ),
        silent=(
            Bilingual("答复发出不满 60 天，表未到期", "replies that are not 60 days old: the form is not due"),
            Bilingual(
                "多数答复都没有表：可能在平台上反馈",
                "where most replies have none: feedback may be given on a platform",
            ),
            Bilingual("空白的表样", "blank forms"),
        ),
        grounds=Bilingual(
            "DA/T 22-2015：正文与附件为一件", "DA/T 22-2015: a document and its attachments are one unit"
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
