"""The writer calls itself 我局 here and by its own name there, or by the word of another kind of organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AgencyMention, Level, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.organs import is_government

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_TIMES = 2
_SEVERAL = 2
_KINDS = {
    "委员会": frozenset("委会"),
    "委": frozenset("委"),
    "办公厅": frozenset("厅办"),
    "厅": frozenset("厅"),
    "局": frozenset("局"),
}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem for words of another kind of organ, and one for its own name."""
    issuer, own = reply.issuer, reply.address.own
    if issuer is None or not own:
        return
    kinds = _kinds(issuer.text)
    other = [word for word in own if kinds is not None and word.unit not in kinds]
    if is_government(issuer):
        other = list(own)
    if other and len(_signing(reply)) < _SEVERAL:
        yield Problem(
            span=other[0].span,
            message=Bilingual(
                f"发文机关是“{issuer.text}”，文中却自称“{other[0].text}”",
                f"“{issuer.text}” answers, but calls itself “{other[0].text}”",
            ),
            related=(
                Place(span=issuer.span, label=Bilingual(f"发文机关：“{issuer.text}”", f"issuer: “{issuer.text}”")),
            ),
            suggestion=Bilingual("改正自称；转述其他单位意见的，写明单位名称", "correct it, or name the organ quoted"),
        )
        return
    named = reply.address.own_names
    if len(named) < _TIMES or _times_named(reply, issuer) <= _TIMES or _national(reply):
        return
    yield Problem(
        span=named[0].span,
        message=Bilingual(
            f"前面自称“{own[0].text}”，此处又以第三者口吻称“{named[0].text}”（共{len(named)}处）",
            f"the writer is “{own[0].text}”, but speaks of “{named[0].text}” as of somebody else ({len(named)} times)",
        ),
        related=(
            Place(span=own[0].span, label=Bilingual(f"自称：“{own[0].text}”", f"calls itself “{own[0].text}”")),
            *(Place(span=n.span, label=Bilingual(f"又称“{n.text}”", f"again “{n.text}”")) for n in named[1:]),
        ),
        suggestion=Bilingual("统一自称，改写粘贴来的段落", "keep to one word; rewrite what was pasted"),
    )


def _kinds(issuer: str) -> frozenset[str] | None:
    """The words with which an organ of this name can mean itself; ``None`` for names that tell nothing."""
    name = "".join(issuer.split())
    return next((kinds for ending, kinds in _KINDS.items() if name.endswith(ending)), None)


def _signing(reply: Reply) -> tuple[object, ...]:
    return reply.signature.agencies if reply.signature is not None else ()


def _times_named(reply: Reply, issuer: AgencyMention) -> int:
    """How often the text names the issuer, beside other organs as well."""
    return sum(
        name.running and (name.canonical == issuer.canonical if issuer.canonical else name.text == issuer.text)
        for name in reply.naming.organs
    )


def _national(reply: Reply) -> bool:
    """Ministries are used to speak of themselves by name."""
    return any(
        a.canonical == reply.issuer.canonical and a.level is Level.NATIONAL for a in reply.agencies if reply.issuer
    )


def violates() -> Iterable[Violates]:
    """Other words for itself."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            outlook=(
                "武汉市水务局牵头制定改造计划，逐年推进。武汉市水务局建立考核机制，压实管护责任。",
                "下一步，我局将继续推进排水管网改造，加强日常管护。",
            )
        ),
        at="市水务局",
        related=("我局", "市水务局", "武汉市水务局", "武汉市水务局"),
        note="首段我局，后文以第三者口吻称市水务局",
    )
    yield Violates(
        Letter(outlook=("下一步，我委将继续推进排水管网改造，加强日常管护。",)),
        at="我委",
        related=("武汉市水务局",),
        note="局的答复自称我委",
    )
    yield Violates(
        Letter(
            issuer="武汉市江岸区人民政府",
            document_number="岸政函〔2023〕21号",
            outlook=("下一步，我局将继续推进排水管网改造，加强日常管护。",),
        ),
        at="我局",
        related=("武汉市江岸区人民政府",),
        note="政府的答复自称我局",
    )


def passes() -> Iterable[Passes]:
    """One word, lists and quotations."""
    from govreply.testing import Letter, Part, Passes

    own = (Part(heading="加快推进管网改造", paragraphs=("我局完成中心城区管网普查，建立排水管网信息台账。",)),)
    named = (
        Part(
            heading="加快推进管网改造",
            paragraphs=("市水务局、市财政局、市城建局分别落实建设资金和用地，市水务局与市财政局按季通报。",),
        ),
    )
    yield Passes(Letter(sections=own), note="全文自称我局")
    yield Passes(Letter(sections=named), note="与各部门并列列举")
    yield Passes(
        Letter(
            sections=named,
            opening=("我局会同市财政局、市城建局认真研究。市财政局来函表示：“我委将统筹安排资金。”",),
        ),
        note="引用会办单位的来函",
    )
    yield Passes(
        Letter(
            issuer="武汉市发展和改革委员会",
            document_number="武发改函〔2023〕21号",
            sections=own[:0],
            outlook=("下一步，我委将继续推进排水管网改造，加强日常管护。",),
        ),
        note="委员会自称我委",
    )
    yield Passes(Letter(sections=own, outlook=("下一步，市水务局将继续推进排水管网改造。",)), note="只有一处称本机关名")


RULE = Rule(
    name="self-reference-drift",
    code="PTY008",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("自称不一", "The writer calls itself by several words"),
    explanation=Explanation(
        contradiction=Bilingual(
            "发文机关在正文里既自称“我局”，又三处以上以第三者口吻写本机关名称；或自称与机关种类不符（局自称“我委”，政府自称“我局”）。",
            "The writer is 我局 and yet speaks of its own name as of somebody else, three times or more; or it uses the word "
            "of another kind of organ.",
        ),
        importance=Bilingual(
            "多为粘贴会办材料或旧稿所致，读者分不清谁在负责。",
            "It shows that pieces were pasted in, and a reader cannot tell who is answerable.",
        ),
        silent=(
            Bilingual("与其他部门并列列举、汇编会办材料时转述", "lists of organs, and what others reported"),
            Bilingual("引号内的话", "words in quotation"),
            Bilingual("国家部委以本部名称自称", "ministries, which speak of themselves by name"),
            Bilingual("联合署名", "letters that several organs sign"),
            Bilingual("只有一两处", "one or two places"),
        ),
        grounds=Bilingual("公文用语的一般要求", "General usage of official writing"),
    ),
    needs=(
        "issuer",
        "address.own",
    ),
    check=check,
    violates=violates,
    passes=passes,
)
