"""The text says how many organs answer together, and another number signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the number."""
    joint, signature = reply.address.joint, reply.signature
    if joint is None or signature is None or not signature.agencies or len(signature.agencies) == joint.count:
        return
    signing = len(signature.agencies)
    yield Problem(
        span=joint.span,
        message=Bilingual(
            f"文中称{joint.text}联合答复，落款署名{signing}家",
            f"{joint.count} organs answer together by the text, but {signing} sign",
        ),
        related=tuple(
            Place(span=a.span, label=Bilingual(f"署名：“{a.text}”", f"signs: “{a.text}”")) for a in signature.agencies
        ),
        suggestion=Bilingual("补齐署名和印章，或改写正文", "complete signatures and seals, or correct the text"),
    )


def violates() -> Iterable[Violates]:
    """Numbers that disagree."""
    from govreply.testing import Letter, Violates

    letter = Letter(
        opening=("该提案由我局会同市财政局、市城建局办理，三部门研究后，现联合答复如下：",),
        signature=("武汉市水务局", "武汉市财政局"),
    )
    yield Violates(letter, at="三部门", related=("武汉市水务局", "武汉市财政局"), note="三部门联合，落款两家")
    yield Violates(
        letter.but(opening=("经研究，现由两家单位联合答复如下：",), signature=("武汉市水务局",)),
        at="两家单位",
        related=("武汉市水务局",),
        note="两家联合，落款一家",
    )


def passes() -> Iterable[Passes]:
    """Numbers that agree, and joint work of other kinds."""
    from govreply.testing import Letter, Passes
    from govreply.testing.surface import Surface

    joint = Letter(
        opening=("该提案由我局会同市财政局、市城建局办理，三部门研究后，现联合答复如下：",),
        signature=("武汉市水务局", "武汉市财政局", "武汉市城乡建设局"),
    )
    yield Passes(joint, note="三家署名")
    yield Passes(joint.but(surface=Surface(organ_gap="　　")), note="三家写在一行，空格分隔")
    yield Passes(
        Letter(opening=("我局会同市财政局、市城建局三部门共同研究，现答复如下：",)), note="会办不署名，主办答复"
    )
    yield Passes(Letter(opening=("我局落实七部门联合印发的改造方案，现答复如下：",)), note="联合印发文件，不是联合答复")


RULE = Rule(
    name="signatory-count",
    code="PTY020",
    family="parties",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("联合署名数不符", "Number of signing organs"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文称“N部门联合答复”，落款署名的机关不是N家。",
            "The text says that N organs answer together, and another number signs.",
        ),
        importance=Bilingual(
            "漏署一家，该家即未对答复负责；联合行文各家都要署名盖章。",
            "An organ that does not sign does not answer for it; each one signs a joint paper.",
        ),
        silent=(
            Bilingual("一行之内以空格分隔的多家署名", "several organs on one line"),
            Bilingual("会同研究、由主办答复", "handling with others where the lead organ answers"),
            Bilingual("联合印发文件等其他联合", "documents issued together"),
            Bilingual("没有署名", "letters without a signature"),
        ),
        grounds=Bilingual(
            "《党政机关公文格式》GB/T 9704-2012 7.3.5", "GB/T 9704-2012 7.3.5, as the standard of layout says"
        ),
    ),
    needs=(
        "address.joint",
        "signature",
    ),
    check=check,
    violates=violates,
    passes=passes,
)
