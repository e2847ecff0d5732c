"""A department whose ending belongs to another level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.renamed import regular_ending
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_OWN_WAYS = ("北京", "天津", "上海", "重庆", "新疆生产建设兵团", "兵团", "香港", "澳门")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each such name, at its first place."""
    told: set[str] = set()
    home = reply.issuer.canonical or reply.issuer.text if reply.issuer else ""
    if home.startswith(_OWN_WAYS):
        return
    for name in reply.naming.organs:
        right = regular_ending(name.core, name.place)
        if right is None or name.core in told or name.recalled or name.citing:
            continue
        told.add(name.core)
        yield Problem(
            span=name.span,
            message=Bilingual(
                f"“{name.text}”的后缀与层级不符，这一级应为“{name.place}{right}”",
                f"“{name.text}” has the ending of another level; at this one it is “{name.place}{right}”",
            ),
            suggestion=Bilingual("核对是哪一级的部门", "check which level is meant"),
        )


def violates() -> Iterable[Violates]:
    """Endings of another level."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(outlook=("市生态环境厅定期监测出水水质。下一步，我局将加强日常管护。",)),
        at="市生态环境厅",
        note="市级部门称厅",
    )
    yield Violates(
        Letter(outlook=("省生态环境局定期监测出水水质。下一步，我局将加强日常管护。",)),
        at="省生态环境局",
        note="省级部门称局",
    )
    yield Violates(
        Letter(outlook=("省医保厅已完善支付政策。下一步，我局将加强日常管护。",)), at="省医保厅", note="省医保局不是厅"
    )


def passes() -> Iterable[Passes]:
    """Endings that are right."""
    from govreply.testing import Letter, Passes

    def said(words: str) -> Letter:
        return Letter(outlook=(f"{words}下一步，我局将继续推进排水管网改造，加强日常管护。",))

    yield Passes(said("省市场监管局、省医保局分别出台支持政策。"), note="省级本来是局的部门")
    yield Passes(said("省生态环境厅和市生态环境局联合监测。"), note="层级与后缀相符")
    yield Passes(said("市政府办公厅牵头督办。"), note="副省级市政府办公厅")
    yield Passes(said("上海市教育委员会、重庆市住房和城乡建设委员会已有先例。"), note="直辖市称委")
    yield Passes(said("兵团生态环境局参与联合监测。"), note="兵团")
    yield Passes(said("恩施土家族苗族自治州教育局参与评估。"), note="自治州")


RULE = Rule(
    name="agency-level-suffix",
    code="PTY015",
    family="parties",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("厅局委后缀与层级不符", "Ending of a department against its level"),
    explanation=Explanation(
        contradiction=Bilingual(
            "市、县部门称“厅”，或省级厅称“局”，或省级本为局者称“厅”。",
            "A city's department is called 厅, a province's 局, or a provincial 局 is called 厅.",
        ),
        importance=Bilingual(
            "层级写错，责任就落到另一级机关头上。", "With the wrong level another organ is made answerable."
        ),
        silent=(
            Bilingual("省市场监管局、省医保局等省级局", "provincial departments that are 局"),
            Bilingual("直辖市、兵团、自治州", "the four municipalities, the 兵团 and prefectures of minorities"),
            Bilingual("副省级市政府办公厅", "offices of the governments of large cities"),
            Bilingual("题名、引语和改革前的旧称", "titles, quotations and former names"),
        ),
        grounds=Bilingual("各级政府机构设置", "How governments are set up at each level"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
