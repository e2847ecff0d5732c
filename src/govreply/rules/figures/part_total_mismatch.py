"""The parts of a total do not add up to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import magnitude, read_unit
from govreply.model import Breakdown, Figure, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import interval, plain, rounded, share_fits_own_sum, total

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_LEAST_PARTS = 2
_CLOSE = Decimal("0.2")  # a sum further from the total than this counts something else
_DISJOINT = 3  # so many parts are rarely meant to overlap


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each total whose parts add up to something else."""
    for breakdown in reply.arithmetic.breakdowns:
        whole, parts = breakdown.total, breakdown.parts
        if whole is None or breakdown.partial or len(parts) < _LEAST_PARTS or rounded((whole, *parts)):
            continue
        added, stated = total(parts), interval(whole)
        amount = sum((magnitude(part.value, part.unit) for part in parts), Decimal(0))
        off = abs(amount - magnitude(whole.value, whole.unit))
        if added.overlaps(stated) or off > _CLOSE * magnitude(whole.value, whole.unit):
            continue
        more = added.low > stated.high
        if not (_overflows(breakdown) if more else _filled(breakdown)):
            continue
        counted_twice = more and share_fits_own_sum(breakdown)
        yield _problem(whole, parts, amount, severity=Severity.INFO if counted_twice else None)


def _overflows(breakdown: Breakdown) -> bool:
    return breakdown.exhaustive or len(breakdown.parts) >= _DISJOINT


def _filled(breakdown: Breakdown) -> bool:
    """Whether parts that fall short must have filled the total: the text says so, or the shares were reckoned from them."""
    return breakdown.exhaustive or share_fits_own_sum(breakdown)


def _problem(whole: Figure, parts: tuple[Figure, ...], amount: Decimal, severity: Severity | None) -> Problem:
    unit = whole.unit
    shown = plain(amount / read_unit(unit).factor, 4)
    listed = "＋".join(part.text for part in parts)
    return Problem(
        span=whole.span,
        severity=severity,
        message=Bilingual(
            f"总数写{whole.text}，分项合计{shown}{unit}（{listed}）",
            f"the total is given as {whole.text}, but the parts add up to {shown}{unit} ({listed.replace('＋', ' + ')})",
        ),
        related=tuple(
            Place(span=part.span, label=Bilingual(f"分项：{part.text}", f"part: {part.text}")) for part in parts
        ),
        suggestion=Bilingual(
            "核对总数和各分项；分项有交叉的应当说明", "check total and parts; if parts overlap, the text should say so"
        ),
    )


def violates() -> Iterable[Violates]:
    """Totals against their parts."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            sections=_saying("共查出沿河排水口52个，工业排水口13个、雨水排水口22个、生活排水口19个，逐个建立台账。")
        ),
        at="52个",
        related=("13个", "22个", "19个"),
        note="13＋22＋19＝54，总数写52",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "共收到提案591件，已解决148件占25.2%，正在解决364件占61.9%，列入计划66件占11.2%，留作参考10件占1.7%。"
            )
        ),
        at="591件",
        related=("148件", "364件", "66件", "10件"),
        note="分项合计588件，总数写591件（宁波2011年的统计）",
    )
    yield Violates(
        Letter(sections=_saying("共排查积水点86处，下凹桥区31处、老旧小区40处、其他路段17处。")),
        at="86处",
        related=("31处", "40处", "17处"),
        note="含“其他”的分项合计88处",
    )
    yield Violates(
        Letter(
            sections=_saying("共收到意见572件，管网258件占38.8%、泵站302件占45.4%、河道76件占11.4%、其他29件占4.4%。")
        ),
        at="572件",
        related=("258件", "302件", "76件", "29件"),
        severity=Severity.INFO,
        note="占比按分项之和665件计算，可能一件计入几类，只作提示（深圳2016年的统计）",
    )


def passes() -> Iterable[Passes]:
    """Lists that need not fill their total."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("共查出沿河排水口54个，工业排水口13个、雨水排水口22个、生活排水口19个。")),
        note="分项相符",
    )
    yield Passes(
        Letter(sections=_saying("共查出沿河排水口54个，其中工业排水口13个、雨水排水口22个、生活排水口12个。")),
        note="“其中”只列部分",
    )
    yield Passes(Letter(sections=_saying("共改造小区约50个，江岸片12个、江汉片22个、硚口片19个。")), note="总数是约数")
    yield Passes(
        Letter(sections=_saying("共整治问题54个，涉及管网22个、泵站19个、河道21个，部分问题交叉统计。")),
        note="交叉统计",
    )
    yield Passes(
        Letter(sections=_saying("共改造小区54个，江岸片12个、江汉片22个、硚口片15个，进度居全市前列。")),
        note="分项少于总数而没有列出其余",
    )
    yield Passes(
        Letter(sections=_saying("共争取资金1.2亿元，中央资金6500万元、省级资金3600万元、其他资金1900万元。")),
        note="万元与亿元换算后在舍入误差之内",
    )
    yield Passes(
        Letter(sections=_saying("会议期间收到建议187件，立案提案246件，交由市政府系统承办的共403件。")),
        note="并列的几个数",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="摸清排水底数", paragraphs=paragraphs),)


RULE = Rule(
    name="part-total-mismatch",
    code="FIG003",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("分项和不等于总数", "Parts against total"),
    explanation=Explanation(
        contradiction=Bilingual(
            "列出的分项相加不等于所写的总数；万元、亿元等先换算，按写出的位数留出舍入误差。",
            "The listed parts do not add up to the stated total, units converted and rounding allowed for.",
        ),
        importance=Bilingual("总数或某一分项写错。", "The total or one of the parts is wrong."),
        silent=(
            Bilingual(
                "“其中”“等”只列部分，没有列出其余",
                "lists of some parts only, after 其中 or before 等, or without the rest",
            ),
            Bilingual("约数", "rounded figures"),
            Bilingual("交叉统计", "counts that overlap, where the text says so"),
            Bilingual(
                "占比按分项之和计算而分项多于总数：多半是件与件次，只作提示",
                "parts above the total whose shares follow from their own sum, as items counted in several classes do, are only info",
            ),
            Bilingual(
                "与总数相差两成以上的并列数", "figures further than a fifth from the total, which count something else"
            ),
        ),
        grounds=Bilingual("算术", "Arithmetic"),
    ),
    needs=("arithmetic.breakdowns",),
    check=check,
    violates=violates,
    passes=passes,
)
