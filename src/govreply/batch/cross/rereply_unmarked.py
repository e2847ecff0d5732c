"""An organ answers an item a second time and does not say that it is the second time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import Answer, answers_to_one, one_issuer, split_among, texts
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation
from govreply.rules.compare.items import said

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View
    from govreply.testing import Letter

_AGAIN: Final = ("再次", "重新", "补充", "进一步答复", "跟踪", "续", "更正", "二次答复", "第二次答复", "前次", "此前")
_FIRST_PART: Final = ("阶段性", "初步答复", "中期", "进展情况")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each item that one organ answered twice."""
    for answers in answers_to_one(view):
        for group in _by_organ([answer for answer in answers if not answer.opinion and answer.date]):
            versions = texts(view, [answer.input for answer in group])
            if len(versions) != 2 or split_among(view.reply(answer.input) for answer in group):
                continue
            dated = {answer.input: answer for answer in group}
            first, second = sorted(versions, key=lambda keys: min(dated[key].date or "" for key in keys))
            if _is_silent_second(view, [dated[key] for key in first], [dated[key] for key in second]):
                yield _problem([dated[key] for key in (*first, *second)])


def _by_organ(answers: list[Answer]) -> list[list[Answer]]:
    groups: list[list[Answer]] = []
    for answer in answers:
        home = next((group for group in groups if one_issuer(group[0].issuer, answer.issuer)), None)
        if home is None:
            groups.append([answer])
        else:
            home.append(answer)
    return groups


def _is_silent_second(view: View, first: list[Answer], second: list[Answer]) -> bool:
    if max(a.date or "" for a in first) >= min(a.date or "" for a in second):
        return False
    marks = {answer.class_mark for answer in (*first, *second) if answer.class_mark}
    numbers = [view.reply(answer.input).document_number for answer in (*first, *second)]
    # two marks and one number are told by duplicate-proposal-class and duplicate-document-number
    if len(marks) > 1 or len({number.text for number in numbers if number}) < 2:
        return False
    if any(said(view.reply(answer.input), *_FIRST_PART) for answer in first):
        return False
    return not any(
        (reply := view.reply(answer.input)).timing.follow_up is not None or said(reply, *_AGAIN) for answer in second
    )


def _problem(answers: list[Answer]) -> CrossProblem:
    number = answers[0].number
    return CrossProblem(
        message=Bilingual(
            f"{answers[0].issuer}对第{number}号有两件内容不同的答复，后一件没有写明是再次答复",
            f"{answers[0].issuer} answered item {number} twice with different texts; the later letter does not say that it is a "
            "further answer",
        ),
        places=tuple(answer.at(Bilingual(f"{answer.date} 的答复", f"reply of {answer.date}")) for answer in answers),
        suggestion=Bilingual(
            "在后一件写明“再次答复”，或查哪一件有效",
            "mark the later one as a further answer, or see which one is valid",
        ),
    )


def violates() -> Iterable[Violates]:
    """A second answer without a word."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    again = second()
    yield Violates(
        Bundle(files={"a.md": first(), "b.md": again}),
        at=(("a.md", "20230117"), ("b.md", "20230117")),
        note="同号两件，后件无说明",
    )
    yield Violates(
        Bundle(files={"a.md": again, "b.md": first(), "b.txt": first()}),
        at=(("b.md", "20230117"), ("b.txt", "20230117"), ("a.md", "20230117")),
        note="前件有两种格式，后件无说明",
    )


def passes() -> Iterable[Passes]:
    """Second answers that say so, and letters that are none."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    yield Passes(
        Bundle(
            files={
                "a.md": first(),
                "b.md": second().but(title="关于市政协十四届二次会议第20230117号提案的再次答复"),
            }
        ),
        note="后件题名写明再次答复",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(),
                "b.md": second().but(issuer="武汉市园林和林业局", document_number="武园林函〔2023〕8号"),
            }
        ),
        note="分办两家各复一件",
    )
    yield Passes(Bundle(files={"a.md": first(), "b.txt": first()}), note="一件两种格式")
    yield Passes(
        Bundle(files={"a.md": first(), "b.md": another(document_number="武水函〔2023〕60号")}), note="两件提案"
    )


def second() -> Letter:
    """A further answer of the water department to the first item, with a text of its own."""
    from govreply.batch.cross.letters import another

    return another(
        number="20230117",
        topic="关于加强老旧小区雨污分流改造的建议",
        addressees=("陆承安",),
        document_number="武水函〔2023〕60号",
        date="2023年9月1日",
    )


RULE = CrossRule(
    name="rereply-unmarked",
    code="BAT016",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("再次答复未注明", "A further answer that does not say so"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一单位对同一件先后有两件内容不同、文号不同的答复，后一件没有“再次”“重新”“补充”等字样。",
            "One organ answered one item twice, with different texts and numbers, and the later letter has no word such as 再次 or 补充.",
        ),
        importance=Bilingual(
            "不知道哪一件有效，也不知道为何再答。", "Nobody knows which one is valid, nor why there are two."
        ),
        silent=(
            Bilingual("分办两家各复一件", "answers of two organs among which the item was split"),
            Bilingual("一件的两种格式，阶段性答复", "one letter in two formats; interim answers"),
        ),
        grounds=Bilingual("各地办理办法", "Local rules"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
