"""What is drawn first and binds everything else in a sound letter: who answers which item, and when."""

from __future__ import annotations

import datetime
from random import Random
from typing import Final

from attrs import frozen

from govreply.lexicon.numerals import write_chinese as han
from govreply.testing.sound.offices import OFFICES, Office

_THIS_YEAR: Final = 2026
_SESSIONS: Final = 5


@frozen(kw_only=True)
class Scene:
    """The facts that a letter's parts share.

    Attributes:
        body: 政协 or 人大. year: of the session, and of the reply. day: of the reply.
        answered: the area whose assembly the item belongs to (市, 成都市); an office of a district may answer its city.
        public: the letter is printed on a page, or marked to be public.
    """

    office: Office
    body: str
    term: int
    session: int
    year: int
    day: datetime.date
    answered: str
    public: bool

    @property
    def we(self) -> str:
        """What the issuer calls itself."""
        return self.office.we

    @property
    def proposal(self) -> bool:
        """Whether the item is a proposal to the CPPCC."""
        return self.body == "政协"

    @property
    def word(self) -> str:
        """提案 or 建议."""
        return "提案" if self.proposal else "建议"

    @property
    def member(self) -> str:
        """委员 or 代表."""
        return "委员" if self.proposal else "代表"

    @property
    def area(self) -> str:
        """The issuer's own area: 市; 国 for an organ of the State Council."""
        return "国" if self.office.national else self.office.area

    @property
    def local(self) -> str:
        """The area in front of the name of a department there: 市, 省; nothing for the State Council's."""
        return "" if self.office.national else self.office.area

    @property
    def session_text(self) -> str:
        """十四届二次会议."""
        return f"{han(self.term)}届{han(self.session)}次会议"

    @property
    def previous_session(self) -> str:
        """The assembly with its session before this one; a first session follows the fifth of the term before."""
        term, session = (self.term, self.session - 1) if self.session > 1 else (self.term - 1, _SESSIONS)
        return f"{self.answered}{self.body}{han(term)}届{han(session)}次会议"

    def organ(self, field: str) -> str:
        """The department for `field` (财政) at the issuer's level: 市财政局, 省财政厅, 财政部."""
        if self.office.national:
            return f"{field}部"
        return f"{self.local}{field}{'厅' if self.office.province_level else '局'}"


def draw_scene(rng: Random) -> Scene:
    """An issuer, an item of one of its assemblies and a day on which it may well be answered."""
    while True:
        office = rng.choice(OFFICES)
        body = rng.choice([b for b, terms in (("政协", office.cppcc), ("人大", office.npc)) if terms])
        term, first = rng.choice(office.cppcc if body == "政协" else office.npc)
        session = rng.randint(1, _SESSIONS)
        year = first + session - 1
        if office.since <= year < _THIS_YEAR:
            break
    month, day = rng.randint(6, 11), rng.randint(1, 28)
    answered = office.named_area if rng.random() < 1 / 3 else office.area
    return Scene(
        office=office,
        body=body,
        term=term,
        session=session,
        year=year,
        day=datetime.date(year, month, day),
        answered=answered,
        public=rng.random() < 1 / 2,
    )
