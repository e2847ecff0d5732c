"""A number that begins with a year belongs to the session of that year; here it stands beside another session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Matter, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import BETWEEN_SESSIONS, all_mentions, said
from govreply.rules.compare.numbers import year_prefix
from govreply.rules.compare.sittings import session_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

# six digits may be a year and two, or anything else (135112 is term, session and serial): too uncertain to blame
_CERTAIN_LENGTHS = (7, 8)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each number whose year is not that of the session named beside it."""
    if said(reply, *BETWEEN_SESSIONS):
        return
    mentions = [m for m in all_mentions(reply) if m.number and m.session is not None]
    if not mentions and reply.matter is not None:
        mentions = [reply.matter]  # number and session stand in different places of title and receipt
    seen: set[tuple[str, int | None, int | None]] = set()
    for mention in mentions:
        problem = _problem(mention, reply)
        if problem is None or mention.number is None:
            continue
        key = (mention.number.text, mention.term, mention.session)
        if key not in seen:
            seen.add(key)
            yield problem


def _problem(mention: Matter, reply: Reply) -> Problem | None:
    number, term, session = mention.number, mention.term, mention.session
    if number is None or term is None or session is None or len(number.text) not in _CERTAIN_LENGTHS:
        return None
    year = year_prefix(number.text)
    if year is None or (mention.kind_word and any(w in mention.kind_word.text for w in BETWEEN_SESSIONS)):
        return None
    fact = session_of(mention, reply)
    if fact is None or year in (fact.year, int(fact.opened[:4])):
        return None
    named = mention.session_text.text if mention.session_text else f"{term}届{session}次"
    from_table = fact.source == "table"
    return Problem(
        span=number.span,
        message=Bilingual(
            f"第{number.text}号是{year}年的编号，而{named}会议属{fact.year}年".replace("会议会议", "会议"),
            f"number {number.text} belongs to {year}, but {named} (term {term}, session {session}) was in {fact.year}",
        ),
        related=(
            (
                Place(
                    span=mention.session_text.span,
                    label=Bilingual(f"届次：{fact.opened} 召开", f"session: opened {fact.opened}"),
                ),
            )
            if mention.session_text
            else ()
        ),
        severity=None if from_table else Severity.WARNING,
        suggestion=Bilingual(
            "核对原提案的编号和届次，改正写错的一个", "look up number and session, and correct the wrong one"
        ),
    )


def violates() -> Iterable[Violates]:
    """Numbers of another year than their session."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(number="20220117"),
        at="20220117",
        related=("十四届二次会议",),
        note="十四届二次会议在2023年，编号属2022年",
    )
    yield Violates(
        Letter(session=3),
        at="20230117",
        related=("十四届三次会议",),
        note="编号属2023年，十四届三次会议按一年一次推算在2024年",
        severity=Severity.WARNING,
    )
    yield Violates(
        Letter(form=Form(opinion="市政协十四届二次会议第20220117号提案的答复收悉，表示满意。")),
        at="20220117",
        related=("十四届二次会议",),
        note="意见栏所写编号与届次不符",
        alongside=("proposal-number-mismatch",),
    )


def passes() -> Iterable[Passes]:
    """Numbers whose first four digits do not contradict the session."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="编号与届次同年")
    yield Passes(
        Letter(issuer="湘潭市水务局", document_number="潭水函〔2023〕9号", term=13, session=2, number="20230085"),
        note="会议在上年12月下旬召开，配次年号",
    )
    yield Passes(
        Letter(
            number="20240117", receipt="您在会后提出的平时提案《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下："
        ),
        note="闭会期间的平时提案",
    )
    yield Passes(Letter(number="1211"), note="四位普通号，不带年份")
    yield Passes(Letter(number="20230117", issuer="某某市水务局", document_number=None), note="会期表未收录的地方")
    yield Passes(Letter(number="2023117"), note="七位号按“年＋3位”切分")


RULE = Rule(
    name="proposal-year-session-mismatch",
    code="IDN002",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("编号年份与届次不符", "Year of the number against the session"),
    explanation=Explanation(
        contradiction=Bilingual(
            "编号的年份前缀与旁边所写届次的会议年份不同；会议年份出自会期表，全国两会和各地政协的表外届次按一年一次推算（此时为警告）。",
            "The year that the number begins with differs from the year of the session beside it. Years come from the table of "
            "sessions; for the national bodies and for CPPCC committees sessions outside it "
            "are reckoned at one a year, and then it is a warning.",
        ),
        importance=Bilingual(
            "编号或届次必有一个写错；流水号往往两届都有，仅看号段查不出来。",
            "Number or session is wrong; the serial often exists in both sessions, so a check of ranges would miss it.",
        ),
        silent=(
            Bilingual(
                "上年12月开的会，编号用次年", "sessions that opened in December, whose numbers carry the next year"
            ),
            Bilingual("会后提出的平时提案、闭会期间建议", "items handed in between sessions"),
            Bilingual("不足七位或前四位不在1990至2049之间的号", "numbers of other lengths or without a plausible year"),
            Bilingual("七位号按“年＋3位”读，不当作八位号缺位", "seven digits, which are a year and three"),
            Bilingual("会期表里没有的地方和届次", "places and sessions that the table does not hold"),
        ),
        grounds=Bilingual("各级政协、人大会议的公开会期", "Published dates of the sessions of the assemblies"),
    ),
    needs=("matter",),
    check=check,
    violates=violates,
    passes=passes,
)
