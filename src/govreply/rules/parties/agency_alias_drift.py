"""One organ goes by two short names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import OrganName, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.organs import rivals

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each organ, at the first name that differs from the one before."""
    used = [n for n in reply.naming.organs if n.running and n.place and not n.recalled and not n.citing]
    names = list({(n.place, n.core): n for n in reversed(used)}.values())[::-1]
    told: set[str] = set()
    for at, name in enumerate(names):
        for earlier in names[:at]:
            if name.core in told or not _two_names_of_one(earlier, name):
                continue
            told |= {name.core, earlier.core}
            yield Problem(
                span=name.span,
                message=Bilingual(
                    f"同一机关前称“{earlier.text}”，此处称“{name.text}”",
                    f"one organ is “{earlier.text}” before and “{name.text}” here",
                ),
                related=(
                    Place(span=earlier.span, label=Bilingual(f"前称：“{earlier.text}”", f"before: “{earlier.text}”")),
                ),
                suggestion=Bilingual("统一用规范简称", "keep to its official short name"),
            )


def _two_names_of_one(left: OrganName, right: OrganName) -> bool:
    if left.core == right.core:
        return False
    if left.canonical is not None and left.canonical == right.canonical:
        return not any(name.canonical and name.canonical.endswith(name.core) for name in (left, right))
    return left.place == right.place and rivals(left.core, right.core)


def violates() -> Iterable[Violates]:
    """Two short names."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(outlook=("市经信局制定改造清单，按月调度。下一步，市工信局将组织验收，我局加强日常管护。",)),
        at="市工信局",
        related=("市经信局",),
        note="市经信局与市工信局同文",
    )
    yield Violates(
        Letter(outlook=("市发改委完成立项审批。下一步，市发展改革委将争取专项债券，我局加强日常管护。",)),
        at="市发展改革委",
        related=("市发改委",),
        note="市发改委与市发展改革委同文",
    )


def passes() -> Iterable[Passes]:
    """Two organs, former names, and full names."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(outlook=("省经信厅下达改造指标，市工信局分解落实。下一步，我局加强日常管护。",)),
        note="省经信厅与市工信局分属两级",
    )
    yield Passes(
        Letter(outlook=("原市经信局制定的清单继续有效，市工信局按月调度。下一步，我局加强日常管护。",)), note="写明“原”"
    )
    yield Passes(
        Letter(outlook=("市工信局落实《市经信局关于推进管网改造的通知》要求。下一步，我局加强日常管护。",)),
        note="文件题名之内",
    )
    yield Passes(
        Letter(outlook=("武汉市发展和改革委员会完成立项审批，市发改委争取债券。下一步，我局加强日常管护。",)),
        note="全称与简称",
    )


RULE = Rule(
    name="agency-alias-drift",
    code="PTY013",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("同一机关简称不一", "Two short names of one organ"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一级同一机关，正文里用了两种简称，或用了只能有其一的两种名称（经信局、工信局）。",
            "The text gives an organ two short names, or two names of which a place has only one (经信局, 工信局).",
        ),
        importance=Bilingual(
            "读者会当成两个单位，按单位统计也会重复。",
            "A reader takes it for two organs, and counts by organ come out wrong.",
        ),
        silent=(
            Bilingual("分属两级的机关", "organs of two levels"),
            Bilingual("“原”“时任”等写明的旧称", "former names that are marked as such"),
            Bilingual("文件题名和引号之内", "names inside titles and quotations"),
            Bilingual("全称与简称", "full and short names"),
        ),
        grounds=Bilingual("机构简称规范", "Lists of official short names"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
