"""Planting, checking and counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from attrs import field, frozen

from benchmarks.fault_plants import PLANTERS
from benchmarks.fault_plants.base import Plant
from govreply import check
from govreply.findings import Finding, Result, Severity
from govreply.rules import registry
from govreply.rules.base import Rule
from govreply.testing.sound import Sound, sound_letter

_TRIES = 2000  # letters looked at for each one that has a place for the fault


@frozen
class Missed:
    """A planted fault that was not found at its place, for a person to look at."""

    rule: str
    seed: str
    at: str
    found: tuple[str, ...]


@frozen
class RuleTally:
    """What became of the faults planted for one rule; ``others`` counts letters by the further rules that spoke loudly."""

    rule: str
    letters: int
    found: int
    others: Counter[str] = field(factory=Counter)
    missed: tuple[Missed, ...] = ()

    @property
    def recall(self) -> float:
        """The share of faults found at their places."""
        return self.found / self.letters if self.letters else 0.0


@frozen
class Blame:
    """A loud finding on a sound letter."""

    seed: str
    rule: str
    severity: Severity
    text: str


def plant(rule: str, seed: str) -> tuple[Sound, Plant]:
    """A sound letter that has a place for the fault, and the letter with the fault in it.

    Raises:
        LookupError: if no letter has.
    """
    rng = Random(seed)
    for _ in range(_TRIES):
        sound = sound_letter(rng)
        planted = rng.choice(PLANTERS[rule])(sound, rng)
        if planted is not None:
            return sound, planted
    raise LookupError(f"no letter of {_TRIES} has a place for {rule} (seed {seed!r})")


def plant_many(rule: str, letters: int, seed: int) -> RuleTally:
    """Plant the fault of `rule` into so many letters and check each."""
    known = registry.rule(rule)
    others: Counter[str] = Counter()
    missed = []
    for at in range(letters):
        key = f"{seed}/{rule}/{at}"
        sound, planted = plant(rule, key)
        format = planted.format or sound.format  # noqa: A001
        result = check(planted.letter.render(format), planted.name or format.file_name)
        if not spoken(result, planted, known):
            told = tuple(f"{f.severity.value} {squeezed(result, f)}" for f in result.findings if f.rule == rule)
            missed.append(Missed(rule, key, planted.at, told))
        others.update({f.rule for f in loud(result) if f.rule != rule})
    return RuleTally(rule, letters, letters - len(missed), others, tuple(missed))


def spoken(result: Result, planted: Plant, rule: Rule) -> bool:
    """Whether `rule` speaks at the place of the planted fault, and no more quietly than it should."""
    return any(_is_it(f, result, planted, rule.name, planted.severity or rule.severity) for f in result.findings)


def blame(first: int, last: int, seed: int) -> list[Blame]:
    """The loud findings on the sound letters from `first` up to `last`."""
    return list(_blames(first, last, seed))


def _blames(first: int, last: int, seed: int) -> Iterator[Blame]:
    for at in range(first, last):
        key = f"{seed}/sound/{at}"
        sound = sound_letter(Random(key))
        result = check(sound.render(), sound.format.file_name)
        if result.reply is None or not result.reply.is_reply:
            raise AssertionError(f"a sound letter is not read as a reply (seed {key!r})")
        for finding in loud(result):
            yield Blame(key, finding.rule, finding.severity, finding.message)


def loud(result: Result) -> list[Finding]:
    """The findings of a result that are errors or warnings."""
    return [f for f in result.findings if f.severity is not Severity.INFO]


def squeezed(result: Result, finding: Finding) -> str:
    """The text of the finding's primary place without spaces."""
    assert result.source is not None
    return _squeeze(result.source.text[finding.span.start : finding.span.end])


def _is_it(finding: Finding, result: Result, planted: Plant, rule: str, least: Severity) -> bool:
    assert result.source is not None
    written = planted.letter.surface.written
    if finding.rule != rule or not finding.severity.reaches(least):
        return False
    if squeezed(result, finding) != _squeeze(written(planted.at)):
        return False
    text, around = result.source.text, _squeeze(written(planted.within))
    start = len(_squeeze(text[: finding.span.start]))
    end = len(_squeeze(text[: finding.span.end]))
    whole = _squeeze(text)
    held = whole.find(around) if around else start
    while 0 <= held <= start:
        if end <= held + len(around) or not around:
            return True
        held = whole.find(around, held + 1)
    return False


def _squeeze(text: str) -> str:
    return "".join(text.split())
