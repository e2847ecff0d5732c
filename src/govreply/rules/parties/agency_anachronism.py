"""An organ's name that was not in force at the date of the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.renamed import out_of_time
from govreply.model import OrganName, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each such name, at its first place."""
    year = _year(reply)
    if year is None:
        return
    told: set[str] = set()
    for name in reply.naming.organs:
        known = out_of_time(name.core, name.place, year)
        if known is None or name.core in told or name.recalled or name.citing or _speaks_of_then(name, year):
            continue
        told.add(name.core)
        late = known.last_year is not None and year > known.last_year
        zh = f"至{known.last_year}年已不再使用" if late else f"{known.first_year}年起才有"
        en = f"was given up by {known.last_year}" if late else f"was not there before {known.first_year}"
        other = Bilingual(
            f"；{'其后' if late else '此前'}为“{known.other}”" if known.other else "",
            f"; it was “{known.other}” {'afterwards' if late else 'before'}" if known.other else "",
        )
        yield Problem(
            span=name.span,
            message=Bilingual(
                f"“{name.text}”这一名称{zh}，本件成文于{year}年{other.zh}",
                f"“{name.text}” {en}, and this letter is of {year}{other.en}",
            ),
            related=tuple(_date(reply)),
            suggestion=Bilingual(
                "改用成文时的机关名称；指改革前的，写明“原”", "use the name of the time, or mark it as former (原)"
            ),
        )


def _year(reply: Reply) -> int | None:
    """The year of the letter, where signature and document number do not contradict each other."""
    signature, number = reply.signature, reply.document_number
    if signature is None or signature.date is None:
        return None
    year = int(signature.date[:4])
    if number is not None and number.year is not None and abs(number.year - year) > 1:
        return None
    return year


def _speaks_of_then(name: OrganName, year: int) -> bool:
    """Whether the sentence speaks of another year than the letter's: then it may use the name of that year."""
    return any(abs(other - year) > 1 for other in name.years)


def _date(reply: Reply) -> Iterator[Place]:
    date = reply.signature.date_text if reply.signature else None
    if date is not None:
        yield Place(span=date.span, label=Bilingual(f"成文日期：{date.text}", f"date: {date.text}"))


def violates() -> Iterable[Violates]:
    """Names of another time."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(outlook=("市环保局定期监测出水水质。下一步，我局将继续推进排水管网改造，加强日常管护。",)),
        at="市环保局",
        related=("2023年6月12日",),
        note="2023年的答复称市环保局",
    )
    yield Violates(
        Letter(
            term=12,
            session=5,
            number="20160117",
            document_number="武水函〔2016〕21号",
            date="2016年6月12日",
            outlook=("市生态环境局定期监测出水水质。下一步，我局将继续推进排水管网改造，加强日常管护。",),
        ),
        at="市生态环境局",
        related=("2016年6月12日",),
        note="2016年的答复称市生态环境局",
    )
    yield Violates(
        Letter(outlook=("省农业厅定期开展抽查检测。下一步，我局将加强日常管护。",)),
        at="省农业厅",
        related=("2023年6月12日",),
        note="2023年的答复称省农业厅",
    )


def passes() -> Iterable[Passes]:
    """Names of the time, and old names rightly used."""
    from govreply.testing import Letter, Passes

    def said(words: str) -> Letter:
        return Letter(outlook=(f"{words}下一步，我局将继续推进排水管网改造，加强日常管护。",))

    yield Passes(said("市生态环境局定期监测出水水质。"), note="成文时的名称")
    yield Passes(said("原市环保局建设的监测站点全部接入平台。"), note="“原”")
    yield Passes(said("时任市国土局负责人参加了选址。"), note="“时任”")
    yield Passes(said("2016年，市环保局建成监测站点12个。"), note="叙述改革之前的事")
    yield Passes(said("各区落实《市环保局关于加强排口监测的通知》要求。"), note="所引文件题名")
    yield Passes(said("依据市环保局武环〔2017〕30号文件，保留监测站点。"), note="所引文号")
    yield Passes(said("武汉环保局工程有限公司负责施工。"), note="企业名")
    yield Passes(
        Letter(
            issuer="武汉市环境保护局",
            document_number="武环函〔2019〕8号",
            term=13,
            session=3,
            number="20190117",
            date="2019年4月8日",
        ),
        note="机构改革过渡期",
    )


RULE = Rule(
    name="agency-anachronism",
    code="PTY014",
    family="parties",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("机关名称与时间不符", "Name of an organ out of its time"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文、版头或落款所写机关名称在成文之年已经撤销，或尚未设立。",
            "The name of an organ was given up before, or came into being after, the year of the letter.",
        ),
        importance=Bilingual(
            "套用旧稿的痕迹；读者找不到这个单位。", "It shows an old text, and a reader will not find the organ."
        ),
        silent=(
            Bilingual("写明“原”“时任”或叙述改革前的事", "former organs that are marked so, and accounts of the past"),
            Bilingual("文件题名、文号、引语", "titles, document numbers and quotations"),
            Bilingual("改革过渡的年份（2018年至2019年）", "years of change-over (2018 to 2019)"),
            Bilingual("企业名、地点", "companies and spots"),
            Bilingual("成文日期不明，或与文号年份矛盾", "letters without a certain date"),
            Bilingual("京津沪渝", "the four municipalities under the central government"),
        ),
        grounds=Bilingual(
            "2018年机构改革方案，地方2019年3月底前完成", "The reform of 2018, done locally by March 2019"
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
