"""Letterhead or printed form names another place: a template that was taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.places import Place as Unit
from govreply.lexicon.places import find_place, home_of, short_name
from govreply.model import Level, NamedPlace, Reply, Text, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.words import WHERE

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

# words for units that are part of the name of every unit of that kind
_TELLING = ("自治县", "自治旗")


@frozen
class _Own:
    """A place that the letter is of, and where it says so."""

    unit: Unit
    text: Text


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place that cannot be the letter's own."""
    seen: set[str] = set()
    for named in reply.identity.places:
        own = _own_places(reply, of_issuer=named.where is not Where.HEAD)
        if named.name in seen or not own or not _is_foreign(named, [o.unit for o in own]):
            continue
        seen.add(named.name)
        yield Problem(
            span=named.span,
            message=Bilingual(
                f"{WHERE[named.where].zh}印有“{named.name}”，本件却是{own[0].unit.name}的",
                f"the {WHERE[named.where].en} has “{named.name}”, but the letter is of {own[0].unit.name}",
            ),
            related=(Place(span=own[0].text.span, label=Bilingual("本件所属", "the letter's own place")),),
            suggestion=Bilingual("改正从外地模板带来的字样", "correct what was left of another place's template"),
        )


def _own_places(reply: Reply, *, of_issuer: bool) -> list[_Own]:
    """The places of issuer and assembly; a letterhead is held against the assembly alone."""
    found: list[tuple[Text, Unit | None]] = []
    if of_issuer and reply.issuer is not None:
        found.append((reply.issuer, home_of(fold(reply.issuer.text), fold(reply.issuer.canonical or ""))))
    assembly = reply.matter.assembly if reply.matter is not None else None
    if assembly is not None and assembly.place:
        found.append((assembly, find_place(fold(assembly.place))))
    return [_Own(unit, text) for text, unit in found if unit is not None and unit.level is not Level.NATIONAL]


def _is_foreign(named: NamedPlace, own: list[Unit]) -> bool:
    """Whether it lies in another province, in another city of the province, or is of a kind that the letter's place is not."""
    if any(named.name.startswith(short_name(unit.name)) for unit in own):
        return False  # 沧源县 is short for 沧源佤族自治县
    if named.name.endswith(_TELLING):
        return all(unit.level in (Level.MUNICIPAL, Level.COUNTY) and not unit.name.endswith(_TELLING) for unit in own)
    provinces = {unit.province for unit in own}
    if named.province is None or None in provinces:
        return False
    if named.province not in provinces:
        return True
    cities = {short_name(name) for unit in own if (name := _city(unit)) is not None}
    return named.level is Level.MUNICIPAL and bool(cities) and short_name(named.name) not in cities


def _city(unit: Unit) -> str | None:
    return unit.name if unit.level is Level.MUNICIPAL else unit.city


def violates() -> Iterable[Violates]:
    """Printed words of other places."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(form=Form(extra=(("说明", "本表一式两份，填好后请寄自治县人民政府督查室。"),))),
        at="自治县",
        related=("武汉市水务局",),
        note="武汉的表，说明里写“寄自治县人民政府”",
    )
    yield Violates(
        Letter(form=Form(title="长沙市政协提案办理情况征询意见表")),
        at="长沙市",
        related=("武汉市水务局",),
        note="武汉的件，附了长沙市的表",
    )
    yield Violates(
        Letter(assembly="襄阳市政协", number="117"),
        at="武汉市水务局",
        related=("襄阳市政协",),
        note="襄阳市政协的提案，版头却是武汉市的机关",
    )
    yield Violates(
        Letter(
            issuer="中共武汉市委组织部",
            document_number="武组函〔2023〕21号",
            form=Form(extra=(("说明", "本表一式两份，填好后请寄自治县人民政府督查室。"),)),
        ),
        at="自治县",
        related=("中共武汉市委组织部",),
        note="党委部门的表",
    )


def passes() -> Iterable[Passes]:
    """Other places where they belong."""
    from govreply.testing import Form, Letter, Part, Passes

    yield Passes(Letter(form=Form(title="武汉市政协提案办理情况征询意见表")), note="表上印的是本地")
    yield Passes(
        Letter(
            sections=(
                Part(
                    heading="工作进展",
                    paragraphs=(
                        "我局借鉴长沙市人民政府的做法，已与襄阳市人民政府建立协作机制，并与注册地在长沙市的企业完成签约。",
                    ),
                ),
            )
        ),
        note="正文借鉴外地经验、跨市合作、企业注册地",
    )
    yield Passes(
        Letter(
            topic="关于学习长沙市人民政府经验加强雨污分流改造的建议",
            form=Form(meeting_place="长沙市政协会议室", opinion="望借鉴长沙市人民政府的做法，对办理结果表示满意。"),
        ),
        note="题目、见面地点和意见里提到外地",
    )
    yield Passes(
        Letter(assembly="湖北省政协", term=13, session=1, copies=("省政协提案委",)), note="市里的机关答复省里的件"
    )
    yield Passes(
        Letter(
            issuer="沧源佤族自治县人民政府",
            document_number="沧政函〔2023〕21号",
            assembly="沧源县政协",
            number="117",
            copies=("县政协提案委",),
            contacts=(("联系人", "方晓岚"), ("联系电话", "0883-7550136")),
        ),
        note="版头是自治县全称，题名用简称",
    )


RULE = Rule(
    name="place-residue",
    code="IDN012",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("外地模板残留", "Left over from another place's template"),
    explanation=Explanation(
        contradiction=Bilingual(
            "版头或征询意见表印出的地名属于另一省、本省另一市，或者印有“自治县”而本件不属自治县。",
            "Letterhead or printed form names a place of another province, another city of the province, or an autonomous county "
            "although the letter's place is none.",
        ),
        importance=Bilingual(
            "照搬外地模板，表会寄错地方。", "With another place's template the form is sent to the wrong office."
        ),
        silent=(
            Bilingual(
                "正文里的外地经验、跨市合作、企业注册地、外地文件",
                "other places in the body: experience, cooperation, firms, documents",
            ),
            Bilingual("题目、见面地点、意见等填写的内容", "what was filled in: topics, meeting places, opinions"),
            Bilingual("上下级：省与所属的市，市与所属的县", "units above and below: a province and its city"),
            Bilingual("不在地名表里的县和县级市", "counties and cities that the table of places does not hold"),
        ),
        grounds=Bilingual("公开模板中的实例", "Seen in published templates"),
    ),
    needs=("identity.places",),
    yields_to=("issuer-signature-mismatch", "form-number-topic-agency"),
    check=check,
    violates=violates,
    passes=passes,
)
