"""Running rules over a reply: selection, precedence between rules, and rules that break."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from govreply.errors import UsageError, fault, one_of
from govreply.findings import Finding, Related, RuleOutcome, RuleState, Severity
from govreply.language import Bilingual, Language
from govreply.model import Reply
from govreply.profiles import Profile
from govreply.rules.base import Context, Problem, Rule
from govreply.rules.registry import ALL
from govreply.rules.unusable import require_problem
from govreply.span import Span

AS_DECLARED: Final[Mapping[str, Severity]] = MappingProxyType({})  # no rule has another severity than its own
RULE_CRASHED = "rule-crashed"
CRASH_CODE = "ENG001"
_CRASH_MESSAGE = Bilingual(
    "规则 {rule} 自身出错（{error}），本件未能按该规则检查；请将此情形报告给本项目",
    "rule {rule} itself broke ({error}), so this document was not checked by it; please report this",
)


def run(
    reply: Reply,
    *,
    rules: Sequence[Rule] = ALL,
    profile: Profile,
    language: Language = Language.ZH,
    today: date | None = None,
    severities: Mapping[str, Severity] = AS_DECLARED,
) -> tuple[tuple[Finding, ...], tuple[RuleOutcome, ...]]:
    """Every finding of `rules` on `reply`, by place and then from loud to quiet, and how each rule ended, in rule order.

    A document that is no reply gets no findings: every rule is not applicable. A rule that raises, or yields what is no
    problem or lies beyond the document, becomes the outcome ``crashed`` and a finding ``rule-crashed``; the others go on.

    Args:
        severities: name of a rule → the severity of all its findings, in place of those it declares; see :func:`severities_of`.
    """
    ((findings,), outcomes) = run_in(
        (language,), reply, rules=rules, profile=profile, today=today, severities=severities
    )
    return findings, outcomes


def run_in(
    languages: Sequence[Language],
    reply: Reply,
    *,
    rules: Sequence[Rule] = ALL,
    profile: Profile,
    today: date | None = None,
    severities: Mapping[str, Severity] = AS_DECLARED,
) -> tuple[tuple[tuple[Finding, ...], ...], tuple[RuleOutcome, ...]]:
    """As :func:`run`, with the findings in each of `languages`: the same ones in the same order, looked for once."""
    if not reply.is_reply:
        return ((),) * len(languages), tuple(
            RuleOutcome(rule=rule.name, state=RuleState.NOT_APPLICABLE, detail="no reply") for rule in rules
        )
    context = Context(profile=profile, today=today)
    problems: dict[str, list[Problem]] = {}
    outcomes: dict[str, RuleOutcome] = {}
    crashes: list[tuple[Rule, BaseException]] = []
    for rule in rules:
        try:
            missing = _not_prescribed(rule, profile) or _missing(rule, reply)
            if missing is None:
                characters = reply.source.characters
                problems[rule.name] = [require_problem(yielded, characters) for yielded in rule.check(reply, context)]
            else:
                outcomes[rule.name] = missing
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a rule raises must not stop the others; it is reported
            outcomes[rule.name] = RuleOutcome(rule=rule.name, state=RuleState.CRASHED, detail=fault(error))
            crashes.append((rule, error))
    found: list[tuple[Rule, Problem]] = []
    for rule in rules:
        if rule.name in outcomes:
            continue
        spoken = [p for p in problems[rule.name] if not _told_better(rule, p, problems)]
        state = RuleState.FOUND if spoken else RuleState.PASSED
        outcomes[rule.name] = RuleOutcome(rule=rule.name, state=state)
        found.extend((rule, p) for p in spoken)
    told = tuple(
        _sorted(
            [*(_crash(r, e, language) for r, e in crashes), *(_finding(r, p, language, severities) for r, p in found)]
        )
        for language in languages
    )
    return told, tuple(outcomes[rule.name] for rule in rules)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order = list(Severity)
    return tuple(sorted(findings, key=lambda f: (f.span.start, order.index(f.severity), f.span.end, f.code)))


def select(
    names: Iterable[str] | None = None, *, ignore: Iterable[str] = (), rules: Sequence[Rule] = ALL
) -> tuple[Rule, ...]:
    """The rules that `names` (rule names, codes or families; all for ``None``) denote, in registry order, without `ignore`.

    Raises:
        UsageError: if a name denotes nothing; the message says which do. If no rule is left: every document would pass.
    """
    wanted = None if names is None else _names(names)
    unwanted = _names(ignore)
    for name in (wanted or set()) | unwanted:
        if not any(_answers_to(rule, name) for rule in rules):
            known = ", ".join(sorted({rule.family for rule in rules}))
            raise UsageError(
                f"no rule, code or family {name!r}; `govreply rules` lists the rules, families are: {known}"
            )
    chosen = tuple(
        rule
        for rule in rules
        if (wanted is None or any(_answers_to(rule, n) for n in wanted))
        and not any(_answers_to(rule, n) for n in unwanted)
    )
    if not chosen:
        raise UsageError("no rule is left to run: select at least one that is not ignored")
    return chosen


def severities_of(given: Mapping[str, Severity | str], *, rules: Sequence[Rule] = ALL) -> dict[str, Severity]:
    """`given` by the names of the rules, which it may call by their codes.

    Raises:
        UsageError: if a key is no rule, and for another severity than there are.
    """
    named: dict[str, Severity] = {}
    for key, severity in given.items():
        name = next((rule.name for rule in rules if key in (rule.name, rule.code)), None)
        if name is None:
            raise UsageError(f"severities: no rule or code {key!r}; `govreply rules` lists the rules")
        named[name] = one_of(Severity, severity, f"severities: {key}")
    return named


def _names(given: Iterable[str]) -> set[str]:
    """A single name stands for itself: ``select="IDN001"`` means no rules named I, D and N."""
    return {given} if isinstance(given, str) else set(given)


def _answers_to(rule: Rule, name: str) -> bool:
    return name in (rule.name, rule.code, rule.family)


def _not_prescribed(rule: Rule, profile: Profile) -> RuleOutcome | None:
    """The outcome of a rule that the profile gives nothing to go by, ``None`` if it does."""
    if rule.applies_under(profile):
        return None
    detail = f"profile {profile.name} sets none of: {', '.join(rule.prescribed)}"
    return RuleOutcome(rule=rule.name, state=RuleState.NOT_APPLICABLE, detail=detail)


def _missing(rule: Rule, reply: Reply) -> RuleOutcome | None:
    """The outcome of a rule that has nothing to look at, ``None`` if it has."""
    absent = [path for path in rule.needs if not _present(reply, path)]
    if not absent:
        return None
    for path in absent:
        key = path.split(".")[0]
        unread = next((d for d in reply.diagnostics if d.field == key), None)
        if unread is not None:
            return RuleOutcome(rule=rule.name, state=RuleState.UNDETERMINED, detail=f"{path}: {unread.code}")
    return RuleOutcome(rule=rule.name, state=RuleState.NOT_APPLICABLE, detail=f"absent: {', '.join(absent)}")


def _present(reply: Reply, path: str) -> bool:
    value: Any = reply
    for key in path.split("."):
        value = getattr(value, key)
        if value is None or value == ():
            return False
    return True


def _told_better(rule: Rule, problem: Problem, problems: dict[str, list[Problem]]) -> bool:
    """Whether a rule that `rule` yields to speaks of a place of `problem`."""
    places = _places(problem)
    return any(_share(places, _places(other)) for stronger in rule.yields_to for other in problems.get(stronger, ()))


def _places(problem: Problem) -> list[Span]:
    return [problem.span, *(place.span for place in problem.related)]


def _share(left: list[Span], right: list[Span]) -> bool:
    return any(a.overlaps(b) or a == b for a in left for b in right)


def _finding(rule: Rule, problem: Problem, language: Language, severities: Mapping[str, Severity]) -> Finding:
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity=severities.get(rule.name) or problem.severity or rule.severity,
        message=problem.message.within(language),
        span=problem.span,
        related=tuple(Related(span=p.span, label=p.label.within(language)) for p in problem.related),
        fix=problem.fix,
        suggestion=problem.suggestion.within(language) if problem.suggestion else None,
    )


def _crash(rule: Rule, error: BaseException, language: Language) -> Finding:
    message = _CRASH_MESSAGE.within(language).format(rule=rule.name, error=f"{type(error).__name__}: {error}")
    return Finding(rule=RULE_CRASHED, code=CRASH_CODE, severity=Severity.ERROR, message=message, span=Span(0, 0))
