"""The first two digits of a postcode belong to another province than the issuer's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.regions import postcode_provinces
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.seats import seat

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_DIGITS = 6


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each postcode of the contacts that begins as those of another province."""
    home = seat(reply)
    if home is None or home.province is None:
        return
    for postcode in (c.postcode for c in reply.contacts if c.postcode is not None):
        digits = fold(postcode.text)
        provinces = postcode_provinces(digits) if digits.isdecimal() and len(digits) == _DIGITS else frozenset()
        if not provinces or home.province in provinces:
            continue
        elsewhere = "、".join(sorted(provinces))
        yield Problem(
            span=postcode.span,
            message=Bilingual(
                f"邮政编码{digits}属{elsewhere}，发文机关在{home.province}",
                f"postcode {digits} belongs to {elsewhere}, but the issuer is in {home.province}",
            ),
            related=(home.place,),
            suggestion=Bilingual("核对邮政编码", "look up the postcode"),
        )


def violates() -> Iterable[Violates]:
    """Postcodes of other provinces."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(postcode="547599"), at="547599", related=("武汉市水务局",), note="湖北的件写了广西的邮编")
    yield Violates(
        Letter(contacts=(("联系人", "方晓岚"), ("地址", "江岸路66号"), ("邮编", "510030"))),
        at="510030",
        related=("武汉市水务局",),
        note="湖北的件写了广东的邮编",
    )


def passes() -> Iterable[Passes]:
    """Postcodes of the province, and of places that a neighbour serves."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(postcode="430014"), note="本省邮编")
    yield Passes(
        Letter(
            issuer="阿拉善盟水务局",
            document_number="阿水函〔2023〕21号",
            number="117",
            postcode="750306",
            contacts=(("联系人", "方晓岚"), ("联系电话", "0483-8550136")),
        ),
        note="界邻代管：阿拉善盟用宁夏的邮编",
    )
    yield Passes(
        Letter(
            issuer="石家庄市水利局",
            document_number="石水函〔2023〕21号",
            number="117",
            postcode="50000",
            contacts=(("联系人", "方晓岚"), ("联系电话", "0311-85550136")),
        ),
        note="开头的0被表格吞掉",
    )
    yield Passes(Letter(issuer="明河县水务局", number="117", postcode="510030"), note="不知道属于哪个省的县")


RULE = Rule(
    name="postcode-region",
    code="CTC004",
    family="contact",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("邮编与省不符", "Postcode of another province"),
    explanation=Explanation(
        contradiction=Bilingual(
            "邮编前两位属于发文机关所在省以外的省份。",
            "The first two digits of the postcode belong to a province that the issuer is not in.",
        ),
        importance=Bilingual(
            "多半是套用外地模板没有改，寄回的材料会送到外省。",
            "Mostly a foreign template; what is sent back goes to another province.",
        ),
        silent=(
            Bilingual(
                "飞地和由邻省代管的地方，如阿拉善盟、兴安盟、额济纳旗",
                "exclaves and places that a neighbour serves, such as 阿拉善盟, 兴安盟 and 额济纳旗",
            ),
            Bilingual("开头的0丢失（050000写成50000）", "a lost leading zero (50000 for 050000)"),
            Bilingual(
                "网页页脚里的邮编，不是信函的联系方式", "postcodes in the footer of a page, which are not the letter's"
            ),
            Bilingual("不知道属于哪个省的地名", "places whose province is not known"),
        ),
        grounds=Bilingual("邮政编码前两位与省份对照表", "The table of the first two digits by province"),
    ),
    needs=("contacts", "issuer"),
    check=check,
    violates=violates,
    passes=passes,
)
