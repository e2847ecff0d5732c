"""What a planted fault is, and the tools that plant: a sentence at a random place, a form, a plainer letter."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from attrs import evolve, frozen

from govreply.findings import Severity
from govreply.lexicon.places import Place, home_of
from govreply.lexicon.sessions import session_year
from govreply.model import Body, Level
from govreply.testing import Format, Letter, Part
from govreply.testing.letter import Form
from govreply.testing.sound import Sound
from govreply.testing.sound.fill import fill
from govreply.testing.sound.form import draw_form
from govreply.testing.sound.head import Proposer
from govreply.testing.sound.plain import HEADINGS, SENTENCES


@frozen(kw_only=True)
class Plant:
    """A letter with one contradiction in it.

    Attributes:
        at: the text of the finding's primary place, spaces left out.
        within: a text that holds this place, where `at` alone might be found elsewhere in the letter.
        severity: the least that the finding must have, where it is not the rule's own.
        format: how the letter is to be written, where that matters.
        name: of the file, where it is not that of the format.
    """

    letter: Letter
    at: str
    within: str = ""
    severity: Severity | None = None
    format: Format | None = None
    name: str | None = None


# plants one contradiction, or ``None`` where the letter has no place for it
Planter = Callable[[Sound, Random], Plant | None]

PLANTERS: Final[dict[str, list[Planter]]] = {}


def plants(rule: str) -> Callable[[Planter], Planter]:
    """Lists a planter for `rule`; a rule may have several, one of which is drawn for each letter."""

    def listed(planter: Planter) -> Planter:
        PLANTERS.setdefault(rule, []).append(planter)
        return planter

    return listed


def said(sound: Sound, rng: Random, template: str) -> str:
    """`template` with its gaps filled for this letter."""
    return fill(template, sound.scene, rng, sound.letter.surface.you)


def say(sound: Sound, rng: Random, sentence: str, letter: Letter | None = None) -> Letter:
    """The letter with `sentence` at a random place of its body."""
    return _insert(letter or sound.letter, rng, (sentence,))


def say_both(sound: Sound, rng: Random, first: str, second: str, letter: Letter | None = None) -> Letter:
    """The letter with `first` and, somewhere behind it, `second`."""
    return _insert(letter or sound.letter, rng, (first, second))


def telling(sound: Sound, rng: Random, template: str, at: str, letter: Letter | None = None) -> Plant:
    """A plant that consists of one sentence; `at` is a part of it."""
    sentence = said(sound, rng, template)
    return Plant(letter=say(sound, rng, sentence, letter), at=at, within=sentence)


def _insert(letter: Letter, rng: Random, sentences: tuple[str, ...]) -> Letter:
    letter = letter.but(surface=letter.surface.but(cuts=()))  # a page break might fall into the very sentence
    places = sorted(rng.choices(range(_count(letter.sections) + 1), k=len(sentences)))
    for done, (place, sentence) in enumerate(zip(places, sentences, strict=True)):
        same = done > 0 and places[done - 1] == place
        how = "behind" if same else rng.choice(("before", "behind", "paragraph"))
        if place == _count(letter.sections):
            outlook = letter.outlook
            letter = letter.but(
                outlook=(_joined(outlook[0], sentence, how), *outlook[1:])
                if how != "paragraph"
                else (sentence, *outlook)
            )
        else:
            letter = letter.but(sections=_with(letter.sections, place, sentence, how))
    return letter  # fmt: skip


def _count(parts: tuple[Part, ...]) -> int:
    """How many units have text of their own."""
    return sum(bool(part.paragraphs) + _count(part.parts) for part in parts)


def _with(parts: tuple[Part, ...], place: int, sentence: str, how: str) -> tuple[Part, ...]:
    result = []
    for part in parts:
        size = bool(part.paragraphs) + _count(part.parts)
        if 0 <= place < size:
            if part.paragraphs and place == 0:
                part = _spoken(part, sentence, how)
            else:
                part = part.but(parts=_with(part.parts, place - bool(part.paragraphs), sentence, how))
        place -= size
        result.append(part)
    return tuple(result)


def _spoken(part: Part, sentence: str, how: str) -> Part:
    last = part.paragraphs[-1]
    if how == "paragraph":
        return part.but(paragraphs=(*part.paragraphs, sentence))
    return part.but(paragraphs=(*part.paragraphs[:-1], _joined(last, sentence, how)))


def _joined(text: str, sentence: str, how: str) -> str:
    return text + sentence if how == "behind" else sentence + text


def plain_body(sound: Sound, rng: Random) -> Letter:
    """The letter with a plain body: two or three sections of plain sentences, no look-alikes, no figures."""
    count = rng.randint(2, 3)
    headings = rng.sample(HEADINGS, count)
    texts = rng.sample(SENTENCES, count * 2)
    parts = tuple(
        Part(heading=h, paragraphs=tuple(said(sound, rng, t) for t in texts[2 * n : 2 * n + 2])) for n, h in enumerate(headings)
    )  # fmt: skip
    look = sound.letter.surface.but(cuts=(), spaced_figures=False, half_width=False, depths=())
    return sound.letter.but(sections=parts, surface=look)


def full_width(letter: Letter) -> Letter:
    """The letter in full-width punctuation: where all of it is half-width, signs are lost everywhere and none tells much."""
    return letter.but(surface=letter.surface.but(half_width=False, spaced_figures=False))


def with_form(sound: Sound, rng: Random) -> tuple[Letter, Form]:
    """The letter with a form that was filled in, and the form."""
    letter = sound.letter
    form = letter.form
    while form is None or form.number == "":
        proposer = Proposer(letter.addressees, letter.addressee_kind, letter.surface.you)
        form = draw_form(sound.scene, letter, proposer, rng)
    return letter.but(form=form), form


def plain_title(letter: Letter) -> Letter:
    """The letter whose title and receipt sentence name session, number and kind of item in their plainest words."""
    session = "{area}政协{t}届{s}次会议" if letter.body == "政协" else "{area}人大{t}届{s}次会议"
    look = letter.surface.but(
        title="对{session}{no}{item}的答复", session=session, receipt_session=session, number="第{n}号", title_back=""
    )
    letter = letter.but(surface=look)
    return letter.but(metadata=tuple(pair for pair in letter.metadata if pair[0] != "标题"))


def one_person(letter: Letter) -> bool:
    """Whether the letter goes to a single person."""
    return len(letter.addressees) == 1 and bool(letter.honorific)


def without_metadata(letter: Letter, *labels: str) -> Letter:
    """The letter without these lines of its page."""
    return letter.but(metadata=tuple(pair for pair in letter.metadata if pair[0] not in labels))


def dated_session(sound: Sound) -> bool:
    """Whether it is known when the session was held; rules on years keep silent where it is not."""
    s = sound.scene
    body = Body.CPPCC if s.proposal else Body.NPC
    level = Level.NATIONAL if s.office.national else None
    place = s.office.named_area if s.answered in (s.office.area, s.office.named_area) else None
    return session_year(body, place, level, s.term, s.session) is not None


def known_place(sound: Sound) -> Place | None:
    """The issuer's place, where the tables hold its province."""
    place = home_of(sound.scene.office.name)
    return place if place is not None and place.province is not None else None


def private(sound: Sound, rng: Random) -> Sound:
    """The same, printed on paper for one reader: no page, no mark that it is public."""
    look = sound.letter.surface.but(before=(), after=(), metadata_style="pipe")
    letter = sound.letter.but(metadata=(), disclosure=None, surface=look)
    return evolve(sound, letter=letter, format=rng.choice((Format.MARKDOWN, Format.TEXT)))
