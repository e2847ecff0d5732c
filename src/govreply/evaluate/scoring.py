"""Labels against what was read: hits, extras and misses, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import frozen

from govreply.evaluate.gold import Labels
from govreply.evaluate.view import FieldValues, Values
from govreply.findings import Severity

ORDER = "order"
FINDINGS = "findings"
_ORDERED = ("addressees", "joint_agencies", "sections", "measures", "signature_agencies")
_LOUD = Severity.WARNING

_Item = TypeVar("_Item")


@frozen
class Outcome:
    """One field of one document: values that are labelled and read, only labelled, only read. Each counts as often as it stands."""

    hits: Values = ()
    missed: Values = ()
    extra: Values = ()

    @property
    def flawless(self) -> bool:
        """Whether nothing was missed and nothing made up."""
        return not (self.missed or self.extra)


@frozen
class Counts:
    """Hits, extras and misses of many outcomes, and the usual figures; a figure with nothing to divide by is ``None``."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    @property
    def support(self) -> int:
        """How many values are labelled."""
        return self.hits + self.missed

    @property
    def precision(self) -> float | None:
        """The share of what was read that is right."""
        return _share(self.hits, self.hits + self.extra)

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was read."""
        return _share(self.hits, self.support)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.hits, 2 * self.hits + self.extra + self.missed)


def judge(gold: Values, read: Values) -> Outcome:
    """One field, order aside."""
    return Outcome(hits=common(gold, read), missed=minus(gold, read), extra=minus(read, gold))


def judge_fields(gold: FieldValues, read: FieldValues) -> dict[str, Outcome]:
    """Every labelled field, and :data:`ORDER`.

    The order of a list is judged where it has several values and all of them were read, nothing else: one hit or one
    miss for each list, under its name.
    """
    outcomes = {field: judge(values, read.get(field, ())) for field, values in gold.items()}
    in_question = [f for f in _ORDERED if len(gold.get(f, ())) > 1 and outcomes[f].flawless]
    if in_question:
        kept = tuple(f for f in in_question if gold[f] == read.get(f))
        outcomes[ORDER] = Outcome(hits=kept, missed=minus(in_question, kept))
    return outcomes


def judge_findings(labels: Labels, read: Mapping[str, Severity]) -> Outcome | None:
    """The rules that spoke, given with their loudest severity; ``None`` where the labels say nothing of findings.

    Every labelled rule must speak, however softly. A rule that is neither labelled nor allowed is made up where it
    speaks as a warning or an error; hints are free.
    """
    if labels.findings is None:
        return None
    loud = [
        rule
        for rule, severity in read.items()
        if rule in labels.findings or (severity.reaches(_LOUD) and rule not in labels.allowed)
    ]
    return judge(tuple(dict.fromkeys(labels.findings)), tuple(loud))


def count(outcomes: Iterable[Outcome]) -> Counts:
    """How many values all `outcomes` hit, made up and missed."""
    counts = Counts()
    for outcome in outcomes:
        counts += Counts(len(outcome.hits), len(outcome.extra), len(outcome.missed))
    return counts


def mean(figures: Iterable[float | None]) -> float | None:
    """The mean of those figures that there are."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) / len(known) if known else None


def minus(left: Iterable[_Item], right: Iterable[_Item]) -> tuple[_Item, ...]:
    """`left` without `right`, each item taken away as often as it stands there; the first ones go first."""
    taken = Counter(right)
    rest = []
    for item in left:
        if taken[item]:
            taken[item] -= 1
        else:
            rest.append(item)
    return tuple(rest)


def common(left: Iterable[_Item], right: Iterable[_Item]) -> tuple[_Item, ...]:
    """What `left` has in common with `right`, each item as often as it stands in both, in the order of `left`."""
    left = tuple(left)
    return minus(left, minus(left, right))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
