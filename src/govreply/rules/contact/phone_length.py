"""A local phone number has more or fewer digits than numbers of its area have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.regions import Landline, local_lengths, places_of, split_landline
from govreply.model import Phone, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.dated import year_of
from govreply.rules.compare.seats import Seat, area_codes, seat

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


_SINCE = 2017  # several areas went over to eight digits in the years before


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each landline number of the contacts that is too short or too long."""
    year = _year(reply)
    if year is None or year < _SINCE:
        return
    home = seat(reply)
    for phone in (p for contact in reply.contacts for p in contact.phones):
        line = split_landline(phone.text)
        if line is None:
            continue
        codes = _codes(line, home)
        lengths = frozenset(n for code in codes for n in local_lengths(code))
        if lengths and len(line.local) not in lengths:
            yield _problem(phone, line, home, lengths)


def _year(reply: Reply) -> int | None:
    """The letter's year, else the earliest that its page gives."""
    known = year_of(reply)
    if known is not None or (reply.signature is not None and reply.signature.date_text is not None):
        return known
    return min((given.date.year for given in reply.timing.page_dates if given.date.year is not None), default=None)


def _codes(line: Landline, home: Seat | None) -> frozenset[str]:
    """The area codes that the number can belong to; none where nothing certain is known."""
    if line.code is not None:
        return frozenset((line.code,)) if places_of(line.code) else frozenset()
    return area_codes(home) if home is not None else frozenset()


def _problem(phone: Phone, line: Landline, home: Seat | None, lengths: frozenset[int]) -> Problem:
    area = "、".join(places_of(line.code)) if line.code is not None else home.name if home is not None else ""
    usual, usual_en = "或".join(map(str, sorted(lengths))), " or ".join(map(str, sorted(lengths)))
    return Problem(
        span=phone.span,
        message=Bilingual(
            f"电话“{phone.text}”的本地号码有{len(line.local)}位，{area}的号码是{usual}位",
            f"the local number in “{phone.text}” has {len(line.local)} digits; numbers in {area} have {usual_en}",
        ),
        related=(home.place,) if line.code is None and home is not None else (),
        suggestion=Bilingual("核对原号码，补上漏掉或删去多出的数字", "look the number up and correct its digits"),
    )


def violates() -> Iterable[Violates]:
    """Numbers with a digit lost."""
    from govreply.testing import Letter, Violates

    yield Violates(_with("027-8555013"), at="027-8555013", note="武汉座机写成7位")
    yield Violates(_with("8555013"), at="8555013", related=("武汉市水务局",), note="不写区号，按发文机关所在地判断")
    yield Violates(
        Letter(contacts=(("联系人及联系电话", "方晓岚，027-855501"),)), at="027-855501", note="少了两位，姓名在同一行"
    )
    yield Violates(
        _with("027-8555013")
        .but(metadata=(("索引号", "420100-2023"), ("发布日期", "2023-07-03")), signature=(), date=None)
        .but(document_number=None),
        at="027-8555013",
        note="没有落款和文号，按页面日期判断年份",
    )
    yield Violates(
        _with("8555013").but(issuer="中共武汉市委组织部", document_number="武组函〔2023〕21号"),
        at="8555013",
        related=("中共武汉市委组织部",),
        note="党委部门，名称前有“中共”",
    )


def passes() -> Iterable[Passes]:
    """Numbers of the right length, and what is no local number."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="八位号码")
    yield Passes(_with("027-85550136转801"), note="分机转801")
    yield Passes(_with("12345"), note="12345等短号")
    yield Passes(_with("400-123-4567"), note="400号码")
    yield Passes(_with("13800000000").but(disclosure=None), note="手机号")
    yield Passes(_with("027-85550136 85550137"), note="两个号码以空格分隔")
    yield Passes(
        _with("0592-2055013").but(issuer="厦门市水利局", document_number="厦水函〔2023〕21号", number="117"),
        note="厦门的号码本来就是7位",
    )
    yield Passes(
        _with("027-8555013").but(
            date="2016年6月12日", document_number="武水函〔2016〕21号", term=12, session=5, number="117"
        ),
        note="2016年以前的件，当时有的地方还没有升位",
    )
    yield Passes(_with("8555013").but(issuer="明河县水务局", number="117"), note="不知道属于哪个区号")


def _with(phone: str) -> Letter:
    from govreply.testing import Letter

    return Letter(contacts=(("联系人", "方晓岚"), ("联系电话", phone)))


RULE = Rule(
    name="phone-length",
    code="CTC001",
    family="contact",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("电话位数不对", "Local number of the wrong length"),
    explanation=Explanation(
        contradiction=Bilingual(
            "本地号码的位数与所写区号（不写区号时为发文机关所在地）的位数不同。",
            "The local number has another length than numbers behind its area code have, or at the issuer's "
            "place where no code is written.",
        ),
        importance=Bilingual("漏写或多写一位，电话就打不通。", "With a digit lost or added the phone reaches nobody."),
        silent=(
            Bilingual(
                "分机、12345等短号、400和800号码、手机号",
                "extensions, hotlines such as 12345, 400 and 800 numbers, mobile numbers",
            ),
            Bilingual("用空格或顿号分开的两个号码", "two numbers parted by a blank or a comma"),
            Bilingual(
                "本来就是7位的地方，如厦门、盘锦", "places whose numbers have seven digits, such as 厦门 and 盘锦"
            ),
            Bilingual(
                "2016年以前的件：各地升位先后不一",
                "letters up to 2016: areas went over to eight digits at different times",
            ),
            Bilingual(
                "区号表没有把握的地方，7位、8位都不报",
                "areas of which the table is not sure: seven and eight digits both pass",
            ),
        ),
        grounds=Bilingual("全国区号与本地号码位数表", "The table of area codes and lengths of local numbers"),
    ),
    needs=("contacts",),
    check=check,
    violates=violates,
    passes=passes,
)
