"""A stated share is not that of the counts beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import read_unit
from govreply.model import Figure, Reply, Share
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import plain, rounded, share_fits, share_fits_own_sum, share_of

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_NEAR = 300  # characters within which another amount may be the whole that the writer meant


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each share that the two amounts do not bear out."""
    sums = {
        share.span
        for breakdown in reply.arithmetic.breakdowns
        if share_fits_own_sum(breakdown)
        for share in breakdown.shares
    }
    figures = sorted(reply.figures, key=lambda f: f.span)
    starts = [figure.span.start for figure in figures]
    for share in reply.arithmetic.shares:
        if rounded((share.part, share.whole, share.stated)) or share.stated.span in sums:
            continue  # shares of the parts' own sum are right; if anything the total is wrong
        if share_fits(share.part, share.whole, share.stated) or _of_another_whole(
            figures[slice(*_near(starts, share))], share
        ):
            continue
        actual = plain(share_of(share), share.stated.decimals)
        yield Problem(
            span=share.stated.span,
            message=Bilingual(
                f"{share.part.text}占{share.whole.text}的{actual}%，文中写{share.stated.text}",
                f"{share.part.text} of {share.whole.text} is {actual}%, the text says {share.stated.text}",
            ),
            related=(
                Place(span=share.part.span, label=Bilingual(f"部分：{share.part.text}", f"part: {share.part.text}")),
                Place(
                    span=share.whole.span, label=Bilingual(f"总体：{share.whole.text}", f"whole: {share.whole.text}")
                ),
            ),
            suggestion=Bilingual("核对件数、占比和分母", "check the counts, the share and what it is a share of"),
        )


def _near(starts: Sequence[int], share: Share) -> tuple[int, int]:
    """Which of the figures that begin at `starts` stand near the share."""
    place = share.stated.span.start
    return bisect_left(starts, place - _NEAR), bisect_right(starts, place + _NEAR)


def _of_another_whole(near: Sequence[Figure], share: Share) -> bool:
    """Whether another amount near by can be the whole."""
    dimension = read_unit(share.whole.unit).dimension
    return any(
        share_fits(share.part, figure, share.stated)
        for figure in near
        if figure.value > 0 and figure.span != share.part.span and read_unit(figure.unit).dimension == dimension
    )


def violates() -> Iterable[Violates]:
    """Shares that do not follow from the counts."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("今年一季度排查排水户250家，发现违规排水的30家，占15%，均已责令整改。")),
        at="15%",
        related=("30家", "250家"),
        note="30家占250家的12%，写作15%",
    )
    yield Violates(
        Letter(
            sections=_saying("五年共收到提案5289件，解决落实4014件占77.1%，列入计划931件占17.6%，留作参考344件占6.5%。")
        ),
        at="77.1%",
        related=("4014件", "5289件"),
        note="4014件占5289件的75.9%（重庆2018年的统计）",
    )


def passes() -> Iterable[Passes]:
    """Shares that are right, or whose whole stands elsewhere."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("今年一季度排查排水户250家，发现违规排水的30家，占12%。")), note="占比正确")
    yield Passes(
        Letter(
            sections=_saying(
                "收到提案1092件，已解决320件占29.3%，正在解决207件占19.0%，列入计划373件占34.1%，解释说明192件占17.6%。"
            )
        ),
        note="34.16%写作34.1%（北京2023年的统计）",
    )
    yield Passes(
        Letter(sections=_saying("办理提案572件，涉及事项665件次。其中已解决258件次，占38.8%。")),
        note="件与件次不同，分母另有所指",
    )
    yield Passes(
        Letter(sections=_saying("普查管网1103公里，可检测848公里，查出重大病害管网53公里，占6.3%。")),
        note="占比按可检测的848公里计算",
    )
    yield Passes(Letter(sections=_saying("排查排水户约250家，发现违规排水的30余家，占15%。")), note="约数不作验算")
    yield Passes(
        Letter(sections=_saying("今年完成投资4.1亿元，占年度计划的32.5%，年度计划投资12.6亿元。")), note="分母在后文"
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加强排水户监管", paragraphs=paragraphs),)


RULE = Rule(
    name="share-count-mismatch",
    code="FIG002",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("占比与件数不符", "Share against counts"),
    explanation=Explanation(
        contradiction=Bilingual(
            "件数除以总数与所写占比相差超过0.15个百分点（占比写整数时超过取整的误差）。",
            "Part divided by whole differs from the stated share by more than 0.15 points, or more than rounding to a whole number.",
        ),
        importance=Bilingual("件数、总数、占比三者必有一错。", "One of the three figures is wrong."),
        silent=(
            Bilingual(
                "分母另有所指：件与件次，或附近另有合适的总数",
                "another whole is meant: 件 and 件次, or an amount near by that fits",
            ),
            Bilingual("为凑足100而作的0.1的微调", "a tenth moved so that a hundred comes out"),
            Bilingual("约数", "rounded figures"),
            Bilingual(
                "总数本身与分项不符，或各项占比都按分项之和计算：由“分项和不等于总数”提示",
                "totals that their parts contradict, and shares of the parts' own sum: part-total-mismatch speaks of those",
            ),
        ),
        grounds=Bilingual("算术", "Arithmetic"),
    ),
    needs=("arithmetic.shares",),
    yields_to=("part-total-mismatch",),
    check=check,
    violates=violates,
    passes=passes,
)
