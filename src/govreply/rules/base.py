"""What a rule is. One file holds one rule: its metadata, its grounds, its check and the examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from govreply.findings import Fix, Severity
from govreply.language import Bilingual, Language
from govreply.model import Reply
from govreply.profiles import Profile
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


@frozen(kw_only=True)
class Place:
    """A related place of a problem, with what it is."""

    span: Span
    label: Bilingual


@frozen(kw_only=True)
class Problem:
    """What a check yields: a contradiction before it is put into a language.

    Attributes:
        message: says what contradicts what and quotes both values.
        suggestion: what a person should decide. fix: a repair, only where it is certain.
        severity: where it differs from the rule's own (a milder case of the same fault).
    """

    span: Span
    message: Bilingual
    related: tuple[Place, ...] = ()
    severity: Severity | None = None
    suggestion: Bilingual | None = None
    fix: Fix | None = None


@frozen(kw_only=True)
class Context:
    """What a check may know besides the reply.

    Attributes:
        today: the day to judge by, if the caller gives one; no rule asks the clock, so that results can be repeated.
    """

    profile: Profile
    today: date | None = None


@frozen(kw_only=True)
class Explanation:
    """Why a rule exists, in the four parts that its page shows.

    Attributes:
        contradiction: what contradicts what. importance: why it matters.
        silent: what looks alike and is not flagged, one case each, with its reason.
        grounds: the standard or practice behind the rule.
    """

    contradiction: Bilingual
    importance: Bilingual
    silent: tuple[Bilingual, ...]
    grounds: Bilingual

    def sections(self) -> tuple[tuple[Bilingual, tuple[Bilingual, ...]], ...]:
        """Headings with their paragraphs or list items, in order."""
        return (
            (Bilingual("查什么", "What contradicts what"), (self.contradiction,)),
            (Bilingual("为什么要紧", "Why it matters"), (self.importance,)),
            (Bilingual("哪些不报", "What is not flagged"), self.silent),
            (Bilingual("依据", "Grounds"), (self.grounds,)),
        )

    def within(self, language: Language) -> str:
        """All of it as plain text in `language`: a heading line, then its items as lines."""
        parts = []
        for heading, items in self.sections():
            texts = [item.within(language) for item in items]
            marked = texts if len(texts) == 1 else [f"- {text}" for text in texts]
            parts.append("\n".join([heading.within(language), *marked]))
        return "\n\n".join(parts)


@frozen(kw_only=True)
class Rule:
    """A consistency rule.

    Attributes:
        name: kebab-case, equal to the file's name. code: family letters and a number, never reused.
        severity: of its problems unless one says otherwise. since: version that introduced it.
        explanation: what contradicts what, why it matters, what is not flagged and why, and the grounds.
        needs: dotted paths of reply fields without which the rule has nothing to compare (``feedback.opinion``).
        prescribed: keys of the profile without any of which the rule has nothing to go by and is not applicable.
        adapts_to: further keys of the profile that change what it says.
        yields_to: rules that see the same fault and tell more of it; where one of them has a finding that shares a
            place, this rule keeps silent.
        violates, passes: make the examples; called by tests, the documentation and ``govreply rule NAME``.
    """

    name: str
    code: str
    family: str
    severity: Severity
    since: str
    title: Bilingual
    explanation: Explanation
    needs: tuple[str, ...] = ()
    prescribed: tuple[str, ...] = ()
    adapts_to: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    check: Callable[[Reply, Context], Iterator[Problem]]
    violates: Callable[[], Iterable[Violates]] = field(repr=False)
    passes: Callable[[], Iterable[Passes]] = field(repr=False)

    def applies_under(self, profile: Profile) -> bool:
        """Whether `profile` prescribes what the rule compares with; true for a rule that needs no profile."""
        return not self.prescribed or any(key in profile.values() for key in self.prescribed)
