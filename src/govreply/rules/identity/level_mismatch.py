"""The item's assembly stands on another level in one place, or copies go to an assembly of another level only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.places import COMMUNES, find_place
from govreply.model import Assembly, Level, Matter, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import mentions_of_item
from govreply.rules.compare.words import WHERE

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_LEVELS = {
    Level.NATIONAL: Bilingual("全国", "national"),
    Level.PROVINCIAL: Bilingual("省级", "provincial"),
    Level.MUNICIPAL: Bilingual("市级", "municipal"),
    Level.COUNTY: Bilingual("县级", "county"),
    Level.TOWNSHIP: Bilingual("乡级", "township"),
}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem for the namings and one for the copies."""
    if len({m.assembly.level for m in reply.matters if m.assembly}) > 1:
        return  # items of several assemblies
    yield from _among_mentions(reply)
    yield from _among_copies(reply)


def _among_mentions(reply: Reply) -> Iterator[Problem]:
    named = [
        (m, m.assembly) for m in mentions_of_item(reply) if m.assembly is not None and m.assembly.level is not None
    ]
    for mention, assembly in named[1:]:
        first = named[0][1]
        if assembly.body is first.body and not _may_agree(first, assembly, reply):
            yield _drift(named[0][0], first, mention, assembly)
            return


def _drift(first: Matter, ours: Assembly, second: Matter, theirs: Assembly) -> Problem:
    return Problem(
        span=ours.span,
        message=Bilingual(
            f"{WHERE[first.where].zh}写“{ours.text}”，{WHERE[second.where].zh}写“{theirs.text}”，层级不同",
            f"the {WHERE[first.where].en} says “{ours.text}”, the {WHERE[second.where].en} “{theirs.text}”: other levels",
        ),
        related=(Place(span=theirs.span, label=_level_of(theirs)),),
        suggestion=Bilingual("核对原件是哪一级会议提出的", "look up which assembly the item belongs to"),
    )


def _among_copies(reply: Reply) -> Iterator[Problem]:
    item = reply.matter.assembly if reply.matter is not None else None
    if item is None or item.level is None:
        return
    copied = [a for a in reply.identity.copied_assemblies if a.body is item.body]
    if not copied or any(_may_agree(item, a, reply) for a in copied):
        return
    # a copy for 政协提案委 without a level may well be the right one
    if any(_without_level(copy.text) for copy in reply.copies):
        return
    yield Problem(
        span=item.span,
        message=Bilingual(
            f"所答复的是{item.text}的件，抄送的却只有“{copied[0].text}”",
            f"the item is of {item.text}, but copies go only to “{copied[0].text}”",
        ),
        related=(Place(span=copied[0].span, label=_level_of(copied[0])),),
        suggestion=Bilingual("核对抄送机关的层级", "look up the recipients of copies"),
    )


def _without_level(name: str) -> bool:
    return name.startswith(
        ("政协提案", "提案委", "政协办", "人大代表工委", "代表工委", "人大办", "人大常委会", "选联工委")
    )


def _level_of(assembly: Assembly) -> Bilingual:
    level = _LEVELS[assembly.level] if assembly.level else Bilingual("层级不详", "level not told")
    return Bilingual(f"{assembly.text}：{level.zh}", f"{assembly.text}: {level.en}")


def _may_agree(left: Assembly, right: Assembly, reply: Reply) -> bool:
    """Whether both can be of one level: 市 is that of a province in 北京, and one sign for counties that became cities."""
    if left.level is right.level or left.level is None or right.level is None:
        return True
    levels = {left.level, right.level}
    if levels == {Level.MUNICIPAL, Level.PROVINCIAL}:
        return _in_commune(reply, left, right)
    return False


def _in_commune(reply: Reply, *assemblies: Assembly) -> bool:
    names = [a.place for a in assemblies if a.place]
    if reply.issuer is not None:
        names.append(reply.issuer.canonical or reply.issuer.text)
    found = [find_place(fold(name)) for name in names]
    return any(place is not None and place.province in COMMUNES for place in found)


def violates() -> Iterable[Violates]:
    """Assemblies of two levels."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(assembly="省政协", term=13, session=1, copies=("市政协提案委", "市人民政府督查室")),
        at="省政协",
        related=("市政协提案委",),
        note="省政协提案，只抄送市政协",
    )
    yield Violates(
        Letter(
            assembly="市人大",
            kind_word="建议",
            honorific="代表",
            term=15,
            session=2,
            copies=("县人大常委会代表工作委员会",),
        ),
        at="市人大",
        related=("县人大常委会代表工作委员会",),
        note="市人大建议，只抄送县人大",
    )
    yield Violates(
        Letter(
            receipt="您在省政协十四届二次会议上提出的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下：",
        ),
        at="市政协",
        related=("省政协",),
        note="题名市政协，首段省政协",
    )


def passes() -> Iterable[Passes]:
    """Copies to both levels, and organs that answer items of another level."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="层级一致")
    yield Passes(
        Letter(
            issuer="武汉市人民政府",
            document_number="武政函〔2023〕21号",
            assembly="省政协",
            term=13,
            session=1,
            copies=("省政协提案委", "市政协提案委"),
        ),
        note="市政府代省件答复，抄送两级",
    )
    yield Passes(
        Letter(
            issuer="佛坪县水利局",
            document_number="佛水函〔2023〕21号",
            number="17",
            copies=("市政协提案委", "县政府办公室"),
            contacts=(("联系人", "方晓岚"), ("联系电话", "0916-8550136")),
        ),
        note="县里答复市件",
    )
    yield Passes(Letter(copies=("政协提案委", "市人民政府督查室")), note="抄送未写层级")
    yield Passes(
        Letter(
            issuer="重庆市水利局",
            document_number="渝水函〔2023〕21号",
            assembly="重庆市政协",
            term=6,
            session=1,
            number="0117",
            copies=("市政协提案委",),
            contacts=(("联系人", "方晓岚"), ("联系电话", "023-85550136")),
        ),
        note="直辖市的市即省级",
    )


RULE = Rule(
    name="level-mismatch",
    code="IDN011",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("层级不符", "Levels that do not fit"),
    explanation=Explanation(
        contradiction=Bilingual(
            "所答复件的会议在题名、首段、表里写成不同层级，或抄送的政协、人大里没有该层级的。",
            "Title, receipt sentence and form name assemblies of different levels, or none of those copied is of the item's level.",
        ),
        importance=Bilingual(
            "抄送错层级，交办单位就收不到结果。", "The body that assigned the item does not learn of the answer."
        ),
        silent=(
            Bilingual("抄送两级的", "copies to both levels"),
            Bilingual("下级机关答复上级的件", "organs of a lower level that answer items of a higher one"),
            Bilingual("抄送机关没有写层级", "recipients whose level is not told"),
            Bilingual("直辖市的“市”", "市 in the municipalities, which is the level of a province"),
            Bilingual("一文答复几级的件", "replies to items of several assemblies"),
        ),
        grounds=Bilingual("分级办理的要求", "Items are handled level by level"),
    ),
    needs=("matter.assembly",),
    check=check,
    violates=violates,
    passes=passes,
)
