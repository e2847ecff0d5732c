"""An opinion for a lead organ whose reply is not there, or a lead reply without the opinion that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govreply.batch.cross.answers import serial_of
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Row, Sorted
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AddresseeKind
from govreply.rules.base import Explanation
from govreply.rules.compare.organs import same_name
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_KEPT: Final = 4096  # answers on organs that are kept in memory

Session = tuple[str, int, int]


@frozen
class _Paper:
    """A reply or an opinion: its item and who wrote it."""

    input: int
    session: Session
    serial: str
    number: str
    issuer: str
    span: Span


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each opinion without a reply, and for each reply without an opinion."""
    replies = view.sorted(((*p.session, p.issuer, p.serial) for p in _papers(view, opinions=False)), by=5)
    opinions = view.sorted(
        (
            (*paper.session, paper.issuer, lead, paper.serial)
            for paper in _papers(view, opinions=True)
            for lead in _leads(view, paper.input)
        ),
        by=6,
    )
    if replies and opinions:
        yield from _orphans(view, _Written(view, replies))
        yield from _without_opinions(view, _Written(view, opinions))


def _orphans(view: View, answered: _Written) -> Iterator[CrossProblem]:
    for opinion in _papers(view, opinions=True):
        for lead in _leads(view, opinion.input):
            names = answered.by(opinion.session, lead)
            if names and not answered.has(opinion.session, names, opinion.serial):
                yield _orphan(opinion, lead)


def _without_opinions(view: View, given: _Written) -> Iterator[CrossProblem]:
    joint = "SELECT name FROM organs WHERE input = ? AND role = 'joint' ORDER BY ordinal"
    for reply in _papers(view, opinions=False):
        for (organ,) in view.rows(joint, reply.input):
            names = given.by(reply.session, organ, reply.issuer)
            if given.is_habit(reply.session, names) and not given.has(reply.session, names, reply.serial):
                yield _without_opinion(reply, organ)


class _Written:
    """Which items organs wrote of.

    Each of `papers` is session, issuer, for opinions whom it is for, and serial. Organs are few, so that each name is compared
    with each other, but once.
    """

    def __init__(self, view: View, papers: Sorted) -> None:
        self._papers = papers.indexed()
        organs = (key for key, _ in groupby(papers, key=itemgetter(slice(papers.by - 1))))
        self._organs = view.sorted(organs, by=3).indexed()
        self.by = lru_cache(_KEPT)(self._by)
        self.is_habit = lru_cache(_KEPT)(self._is_habit)

    def _by(self, session: Session, organ: str, lead: str | None = None) -> tuple[Row, ...]:
        """The names by which `organ` wrote; with `lead` those under which it wrote for it, with its names."""
        return tuple(
            names
            for names in self._organs.at(*session)
            if same_name(names[0], organ) and (lead is None or same_name(lead, names[1]))
        )

    def _is_habit(self, session: Session, names: tuple[Row, ...]) -> bool:
        """Whether there are papers of these on two items, which shows that such papers are part of the batch."""
        serials = (serial for some in names for (serial,) in self._papers.at(*session, *some))
        first = next(serials, None)
        return first is not None and any(serial != first for serial in serials)

    def has(self, session: Session, names: tuple[Row, ...], serial: str) -> bool:
        """Whether there is a paper of one of these on an item."""
        return any(self._papers.has(*session, *some, serial) for some in names)


def _papers(view: View, *, opinions: bool) -> Iterator[_Paper]:
    query = (
        'SELECT m.input, m.body, m.session_term, m.session_meeting, m.number, m.start, m."end", d.issuer'
        " FROM matters m JOIN documents d ON d.input = m.input WHERE d.is_reply AND m.number IS NOT NULL AND m.body IS NOT NULL"
        " AND m.session_term IS NOT NULL AND m.session_meeting IS NOT NULL AND d.issuer IS NOT NULL"
        " AND (d.lead_role = 'joint') = ? ORDER BY m.input, m.ordinal"
    )
    for row in view.rows(query, opinions):
        serial = serial_of(row["number"])
        if serial is not None:
            session = (row["body"], row["session_term"], row["session_meeting"])
            span = Span(row["start"], row["end"])
            yield _Paper(row["input"], session, serial, row["number"], row["issuer"], span)


def _leads(view: View, key: int) -> tuple[str, ...]:
    addressees = view.reply(key).addressees
    return tuple(a.name for a in addressees if a.kind is AddresseeKind.ORGANISATION)


def _orphan(opinion: _Paper, lead: str) -> CrossProblem:
    number = opinion.number
    return CrossProblem(
        message=Bilingual(
            f"有{opinion.issuer}对第{number}号的会办意见，没有主办单位{lead}的答复",
            f"there is an opinion of {opinion.issuer} on item {number}, and no reply of the lead organ {lead}",
        ),
        places=(_place(opinion),),
        suggestion=Bilingual(
            "向主办单位索取答复，或核对提案号", "ask the lead organ for its reply, or check the number"
        ),
    )


def _without_opinion(reply: _Paper, organ: str) -> CrossProblem:
    number = reply.number
    return CrossProblem(
        message=Bilingual(
            f"{reply.issuer}答复第{number}号写明会同{organ}，却没有它的会办意见",
            f"the reply of {reply.issuer} to item {number} names {organ} as a co-handler, whose opinion is not there",
        ),
        places=(_place(reply),),
        suggestion=Bilingual("找到会办意见一同归档", "find the opinion and file it with the reply"),
    )


def _place(paper: _Paper) -> CrossPlace:
    return CrossPlace(
        label=Bilingual(f"第{paper.number}号", f"item {paper.number}"), input=paper.input, span=paper.span
    )


def violates() -> Iterable[Violates]:
    """Papers without their counterpart."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    yield Violates(
        Bundle(files={"主办.md": another(), "会办.md": opinion("20230117")}),
        at=(("会办.md", "市政协十四届二次会议第20230117号提案"),),
        note="批中有水务局的其他答复，独缺这一件",
    )
    yield Violates(
        Bundle(
            files={
                "a.md": another(),
                "b.md": third(),
                "c.md": first(joint_agencies=("市财政局",)),
                "会办/a.md": opinion("20230256"),
                "会办/b.md": opinion("20230388"),
            }
        ),
        at=(("c.md", "市政协十四届二次会议第20230117号提案"),),
        note="财政局对另两件有会办意见，这一件没有",
    )


def passes() -> Iterable[Passes]:
    """Papers whose counterpart is elsewhere."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    yield Passes(Bundle(files={"主办.md": first(), "会办.md": opinion("20230117")}), note="主办、会办都在")
    yield Passes(
        Bundle(files={"主办.md": another(issuer="武汉市教育局"), "会办.md": opinion("20230117")}),
        note="主办单位的答复都不在本批",
    )
    yield Passes(Bundle(files={"会办.md": opinion("20230117")}), note="只有会办意见")
    yield Passes(
        Bundle(files={"a.md": first(joint_agencies=("市财政局",)), "b.md": another()}), note="本批没有收会办意见"
    )
    yield Passes(
        Bundle(files={"主办.md": another(session=1), "会办.md": opinion("20230117")}),
        note="主办单位只有上次会议的答复在本批",
    )


def opinion(number: str) -> str:
    """An opinion of the finance department for the water department."""
    from govreply.batch.cross.letters import first

    return first(
        title=f"关于市政协十四届二次会议第{number}号提案的会办意见",
        number=number,
        issuer="武汉市财政局",
        document_number=f"武财函〔2023〕{int(number) % 100}号",
        addressees=("武汉市水务局",),
        salutation="武汉市水务局：",
        contacts=(("联系人", "郑以恒"), ("联系电话", "027-82210044")),
        thanks=(),
    ).to_markdown()


RULE = CrossRule(
    name="cohandle-orphan",
    code="BAT010",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("会办无主", "Opinion without reply"),
    explanation=Explanation(
        contradiction=Bilingual(
            "有写给某主办单位的会办意见，批中有该单位对同一次会议的其他答复，却没有这一件；或主办答复写明会同某单位，"
            "批中有该单位给它的其他会办意见，却没有这一件。",
            "An opinion for a lead organ of which other replies to that session are in the batch, but not this one; or a reply "
            "that names a co-handler of which other opinions for it are in the batch, but not this one.",
        ),
        importance=Bilingual("一件提案的来往文书应当齐全。", "The papers on one item belong together."),
        silent=(
            Bilingual("主办单位不在本批", "lead organs that are not part of the batch"),
            Bilingual("本批没有收会办意见", "batches without opinions"),
        ),
        grounds=Bilingual(
            "办理流程：会办单位向主办单位提出意见", "Procedure: co-handlers give their opinion to the lead organ"
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
