"""The class mark says one thing, the box ticked for the effect another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import ChoiceName, Reply
from govreply.profiles import Profile
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each question on the effect whose ticks all disagree with the class."""
    mark, form = reply.disposition, reply.feedback
    if mark is None or form is None:
        return
    for choice in form.choices:
        ticked = [o for o in choice.options if o.checked]
        mapped = [(o, _classes(o.label.text, context.profile)) for o in ticked]
        if choice.name is not ChoiceName.EFFECT or not mapped or any(not c or mark.code in c for _, c in mapped):
            continue
        option, classes = mapped[0]
        yield Problem(
            span=mark.span,
            message=Bilingual(
                f"办理类别为{mark.code}类，{choice.label.text}却勾“{option.label.text}”（对应{'、'.join(classes)}类）",
                f"the class is {mark.code}, but “{option.label.text}” is ticked for {choice.label.text}, which goes with "
                f"{' or '.join(classes)}",
            ),
            related=(
                Place(
                    span=option.label.span,
                    label=Bilingual(f"勾选：“{option.label.text}”", f"ticked: “{option.label.text}”"),
                ),
            ),
            # without a map of the place the meaning of the boxes is only the usual one
            severity=None if "effect_classes" in context.profile.own else Severity.INFO,
            suggestion=Bilingual(
                "与提出者核实办理结果，改类别或请其改勾；“解决问题”有时也包含部分解决",
                "settle the outcome with the proposer and change mark or tick; 解决问题 may include a part solution",
            ),
        )


def _classes(label: str, profile: Profile) -> tuple[str, ...]:
    """The classes that agree with a box, none where the profile does not know it."""
    plain = "".join(label.split())
    return next((classes for word, classes in profile.effect_classes.items() if word == plain), ())


def violates() -> Iterable[Violates]:
    """Class marks against ticks."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(Letter(disposition="B", form=Form()), at="B", related=("解决问题",), note="B类却勾“解决问题”")
    yield Violates(
        Letter(form=Form().ticking("办理效果", "解释说明")), at="A", related=("解释说明",), note="A类却勾“解释说明”"
    )
    yield Violates(
        Letter(issuer="某某市水务局", disposition="B", form=Form()),
        at="B",
        related=("解决问题",),
        note="当地没有对应表，只作提示",
        severity=Severity.INFO,
    )


def passes() -> Iterable[Passes]:
    """Class marks that agree with the ticks, or of which nothing can be said."""
    from govreply.testing import Form, Letter, Passes, Question

    yield Passes(Letter(form=Form()), note="A类，勾“解决问题”")
    yield Passes(Letter(disposition="B", form=Form().ticking("办理效果", "等待时机")), note="B类，勾“等待时机”")
    yield Passes(Letter(disposition=None, form=Form()), note="没有类别标记")
    yield Passes(
        Letter(
            disposition="B",
            form=Form(questions=(Question(label="办理效果", options=("已采纳", "未采纳"), ticked=("已采纳",)),)),
        ),
        note="未配置对应关系的选项",
    )
    yield Passes(
        Letter(disposition="B", form=Form().ticking("办理效果", "解决问题", "等待时机")),
        note="部分解决：两项之一与类别相符",
        alongside=("form-multi-tick",),
    )


RULE = Rule(
    name="class-effect-conflict",
    code="DSP001",
    family="disposition",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("类别与办理效果勾选不符", "Class mark against the effect ticked"),
    explanation=Explanation(
        contradiction=Bilingual(
            "办理类别与征询意见表上勾选的办理效果不对应；对应关系由当地配置给出，没有当地配置时只按字面提示。",
            "The class mark does not go with the effect ticked on the form. Which goes with which is set by the place's profile; "
            "without one the rule only gives a hint by the wording.",
        ),
        importance=Bilingual(
            "类别由承办单位填，效果由提出者勾；两者不符时统计的办成率不可信。",
            "The organ sets the class, the proposer ticks the effect; where they differ, rates of solved items cannot be trusted.",
        ),
        silent=(
            Bilingual("配置里没有的选项", "boxes that the profile does not know"),
            Bilingual(
                "勾了几项而其一与类别相符（部分解决）",
                "several ticks, one of which goes with the class (a part solution)",
            ),
            Bilingual("没有类别标记或空白表", "no class mark, or a blank form"),
        ),
        grounds=Bilingual("各地提案、建议办理办法对类别的定义", "Local rules on what the classes mean"),
    ),
    needs=("disposition", "feedback.choices"),
    prescribed=("effect_classes",),
    check=check,
    violates=violates,
    passes=passes,
)
