"""Shares of one whole do not add up to a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Breakdown, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import HUNDRED, SHARE_SLACK, interval, plain, rounded, total

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each set of shares that overflows the whole, or leaves some of it that the text says is none."""
    for breakdown in reply.arithmetic.breakdowns:
        shares = breakdown.shares
        if breakdown.partial or len(shares) < 2 or rounded(shares) or not _fills_the_whole(breakdown):
            continue
        added = sum((Decimal(str(share.value)) for share in shares), Decimal(0))
        slack = max(SHARE_SLACK, len(shares) * Decimal(10) ** -min(share.decimals for share in shares) / 2)
        if abs(added - HUNDRED) <= slack:
            continue
        listed = "＋".join(plain(Decimal(str(share.value))) for share in shares)
        yield Problem(
            span=shares[0].span,
            message=Bilingual(
                f"各项占比合计{plain(added)}%（{listed}），不是100%",
                f"the shares add up to {plain(added)}%, not to 100% ({listed.replace('＋', ' + ')})",
            ),
            related=tuple(
                Place(span=share.span, label=Bilingual(f"占比：{share.text}", f"share: {share.text}"))
                for share in shares[1:]
            ),
            suggestion=Bilingual("按原始数据重算各项占比", "reckon the shares again from the counts"),
        )


def _fills_the_whole(breakdown: Breakdown) -> bool:
    """Whether the shares belong to one whole: the text says so, or the amounts beside them fill the total."""
    if breakdown.exhaustive:
        return True
    if breakdown.total is None or rounded((breakdown.total, *breakdown.parts)):
        return False
    return interval(breakdown.total).overlaps(total(breakdown.parts))


def violates() -> Iterable[Violates]:
    """Shares that overflow or fall short."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("据抽样统计，内涝点成因中管网老化占48.2%，雨污混接占31.5%，其他占24.8%。")),
        at="48.2%",
        related=("31.5%", "24.8%"),
        note="各项合计104.5%",
    )
    yield Violates(
        Letter(sections=_saying("改造对象分为三类，管网老化、雨污混接、淤积堵塞分别占52.4%、30.1%、12.3%。")),
        at="52.4%",
        related=("30.1%", "12.3%"),
        note="分为三类而合计94.8%",
    )


def passes() -> Iterable[Passes]:
    """Shares that need not fill a hundred."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("内涝点成因中管网老化占43.3%，雨污混接占32.3%，其他占24.3%。")),
        note="四舍五入后合计99.9%",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "收到提案544件，解决落实224件占41.1%，正在解决21件占3.9%，列入计划58件占10.7%，"
                "解释说明185件占34%，留作参考56件占10.3%。"
            )
        ),
        note="为凑足百分之百微调0.1（武汉2022年的统计）",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "问卷显示，受访居民中反映积水的占46%，反映异味的占38%，反映井盖破损的占41%（本题可多选）。"
            )
        ),
        note="多选项",
    )
    yield Passes(
        Letter(sections=_saying("普查发现的病害中，其中破裂占21.4%，脱节占13.6%，其他接口病害占9.5%。")),
        note="“其中”只列部分",
    )
    yield Passes(
        Letter(sections=_saying("管网更新惠及群众中，老年居民占45%，低收入家庭占38%，租住家庭占29%。")),
        note="各项可以重叠，不是同一整体的划分",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="摸清管网底数", paragraphs=paragraphs),)


RULE = Rule(
    name="percent-sum",
    code="FIG001",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("占比合计不为百", "Shares do not add up to a hundred"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一整体的各项占比相加不是100%，且差额超出四舍五入所能解释的范围。",
            "The shares of one whole do not add up to 100%, by more than rounding explains.",
        ),
        importance=Bilingual(
            "至少一项占比写错，或者几项占比用了不同的分母。",
            "At least one share is wrong, or they were reckoned from different wholes.",
        ),
        silent=(
            Bilingual("多选项的比例", "answers of which several may be given"),
            Bilingual("“其中”“等”只列出一部分", "lists after 其中 or before 等, which name some parts only"),
            Bilingual(
                "99.9、100.1之类的舍入差，以及为凑足100而作的0.1的微调",
                "differences by rounding, and a tenth moved so that a hundred comes out",
            ),
            Bilingual(
                "看不出是同一整体划分的比例：没有“其他”、没有说分几类、件数之和也不等于总数",
                "shares that nothing shows to be parts of one whole: no 其他, no number of classes, no amounts that fill a total",
            ),
        ),
        grounds=Bilingual("算术", "Arithmetic"),
    ),
    needs=("arithmetic.breakdowns",),
    yields_to=("share-count-mismatch",),
    check=check,
    violates=violates,
    passes=passes,
)
