"""The proposer was not content, the time for a further answer is over, and there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import one_issuer, other_topic, same_text, serial_of
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.forms import Item, Items, Returned, items_by_serial, replies_of, returned_forms
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Choice, ChoiceName
from govreply.profiles import load
from govreply.profiles.load import names
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_DAYS: Final = 90  # where no local rule is known; local rules give one month or two
_DAYS_PER_MONTH: Final = 31
_WITHDRAWN: Final = ("撤案", "撤回", "撤销")
_UNSATISFIED: Final = "不满意"
_TICKED: Final = f'"selected":["{_UNSATISFIED}"]'  # as the store writes it


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each form that says so."""
    items = items_by_serial(view)
    for form in returned_forms(view, _TICKED):
        choice = _rating(form)
        if choice is None or _withdrawn(form):
            continue
        item = _of_one_organ(replies_of(form, items))
        if item is not None:
            day = form.form.date.iso if form.form.date else item.date
            if day is None or len(day) < len("2023-06-12"):
                continue
            due = date.fromisoformat(day) + timedelta(days=_days(view, item))
            if view.reached(due) and not _answered_again(view, item, day, items):
                yield _problem(form, choice, item, day)


def _rating(form: Returned) -> Choice | None:
    return next(
        (c for c in form.form.choices if c.name is ChoiceName.RATING and c.selected == (_UNSATISFIED,)),
        None,
    )


def _withdrawn(form: Returned) -> bool:
    opinion = form.form.opinion
    return opinion is not None and any(word in opinion.text for word in _WITHDRAWN)


def _of_one_organ(items: Iterator[Item]) -> Item | None:
    """The latest reply; none where several organs answered and the form does not tell whom it is about."""
    latest = first = next(items, None)
    if first is None or latest is None or not one_issuer(first.issuer, first.issuer):
        return None
    for item in items:
        if not one_issuer(first.issuer, item.issuer):
            return None
        latest = max(latest, item, key=lambda item: (item.date or "", item.rank))
    return latest


def _days(view: View, item: Item) -> int:
    row = next(view.rows("SELECT profile FROM documents WHERE input = ?", item.input))
    months = load(row["profile"]).rereply_months if row["profile"] in names() else None
    return months * _DAYS_PER_MONTH if months else _DAYS


def _answered_again(view: View, item: Item, day: str, items: Items) -> bool:
    """Whether a later letter of the organ is there, or one that calls itself a further answer."""
    serial = serial_of(item.number)
    for other in items.of(serial) if serial else ():
        if other.input == item.input or not one_issuer(other.issuer, item.issuer):
            continue
        if other_topic(other.topic, item.topic) or (None not in item.session and other.session != item.session):
            continue
        later = other.date is None or other.date > day
        if view.reply(other.input).timing.follow_up is not None or (
            later and not same_text(view, item.input, other.input)
        ):
            return True
    return view.reply(item.input).timing.follow_up is not None


def _problem(form: Returned, choice: Choice, item: Item, day: str) -> CrossProblem:
    number = item.number
    places = [CrossPlace(label=Bilingual("反馈：不满意", "feedback: not content"), input=form.input, span=choice.span)]
    if form.alone:
        places.append(CrossPlace(label=Bilingual(f"答复第{number}号", f"reply to {number}"), input=item.input))
    return CrossProblem(
        message=Bilingual(
            f"第{number}号于{day}反馈不满意，再答复的期限已过，没有第二件答复",
            f"the proposer of item {number} was not content on {day}; the time for a further answer is over, and there is none",
        ),
        places=tuple(places),
        suggestion=Bilingual(
            "查是否已再次办理，把再次答复收齐", "see whether it was handled again, and add the further answer"
        ),
    )


def violates() -> Iterable[Violates]:
    """Forms that nobody answered."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.form_reply_unpaired import form_alone
    from govreply.batch.cross.letters import another, first
    from govreply.testing import Form

    form = Form(date="2023年7月3日", opinion="进度太慢，希望加快。").ticking("结果评价", "不满意")
    yield Violates(
        Bundle(files={"a.md": first(form=form), "b.md": another()}, today=date(2023, 12, 1)),
        at=(("a.md", "结果评价☐满意☐基本满意☑不满意"),),
        note="反馈不满意，五个月无第二件",
    )
    ticks = "☐满意 ☐基本满意 ☑不满意"
    yield Violates(
        Bundle(
            files={"答复.md": first(), "表.md": form_alone(ticks=ticks, opinion="进度太慢，希望加快。")},
            today=date(2023, 12, 1),
        ),
        at=(("表.md", f"结果评价：{ticks}".replace(" ", "")), ("答复.md", "")),
        note="表与答复分作两个文件",
    )


def passes() -> Iterable[Passes]:
    """Forms that were answered, need no answer, or whose time is not over."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first
    from govreply.testing import Form

    form = Form(date="2023年7月3日", opinion="进度太慢，希望加快。").ticking("结果评价", "不满意")
    late = date(2023, 12, 1)
    yield Passes(Bundle(files={"a.md": first(form=form)}, today=date(2023, 8, 1)), note="未到再次办理的期限")
    yield Passes(Bundle(files={"a.md": first(form=form)}), note="没有告知今天的日期，不能断定到期")
    yield Passes(
        Bundle(
            files={
                "a.md": first(form=form),
                "b.md": another(
                    number="20230117",
                    topic="关于加强老旧小区雨污分流改造的建议",
                    title="关于市政协十四届二次会议第20230117号提案的再次答复",
                    document_number="武水函〔2023〕60号",
                    date="2023年9月1日",
                ),
            },
            today=late,
        ),
        note="已再次答复",
    )
    yield Passes(
        Bundle(files={"a.md": first(form=form.but(opinion="情况有变，同意撤案。"))}, today=late), note="提出者撤案"
    )
    yield Passes(Bundle(files={"a.md": first(form=Form())}, today=late), note="反馈满意")


RULE = CrossRule(
    name="unsatisfied-no-followup",
    code="BAT015",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("不满意而无再答复", "Not content, and no further answer"),
    explanation=Explanation(
        contradiction=Bilingual(
            "征询意见表勾选不满意，到地方规定的再次办理期限（没有规定的按 90 天）批中仍没有同一单位的再次答复。",
            "The feedback form says that the proposer is not content, and by the end of the local term for handling it again (90 days "
            "where none is known) the batch has no further answer of the organ.",
        ),
        importance=Bilingual(
            "不满意的件应当重新办理；再次答复漏归，档案就不完整。",
            "Such an item has to be handled again; without the further answer the file is not complete.",
        ),
        silent=(
            Bilingual(
                "期限未到；不知道今天的日期，又没有更晚的文件可证",
                "terms that are not over, or not certainly so by --today or later letters",
            ),
            Bilingual("提出者撤案", "items that were withdrawn"),
        ),
        grounds=Bilingual(
            "地方条例：一个月或两个月内再次办理", "Local regulations: to be handled again within one month or two"
        ),
    ),
    adapts_to=("rereply_months",),
    check=check,
    violates=violates,
    passes=passes,
)
