"""A postcode does not have six digits."""

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
    from govreply.testing import Letter, Passes, Violates


_DIGITS = 6


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each postcode of digits that are not six."""
    home = seat(reply)
    for postcode in (c.postcode for c in reply.contacts if c.postcode is not None):
        digits = fold(postcode.text)
        if not digits.isdecimal() or len(digits) == _DIGITS:
            continue
        lost_zero = (
            home is not None and len(digits) == _DIGITS - 1 and home.province in postcode_provinces("0" + digits)
        )
        yield Problem(
            span=postcode.span,
            message=Bilingual(
                f"邮政编码“{postcode.text}”有{len(digits)}位，应为6位",
                f"postcode “{postcode.text}” has {len(digits)} digits instead of six",
            ),
            severity=Severity.INFO if lost_zero else None,
            suggestion=(
                Bilingual(f"可能丢了开头的0：0{digits}", f"the leading zero may be lost: 0{digits}")
                if lost_zero
                else Bilingual("核对邮政编码", "look up the postcode")
            ),
        )


def violates() -> Iterable[Violates]:
    """Postcodes of another length."""
    from govreply.testing import Violates

    yield Violates(_with("43001"), at="43001", note="少了一位")
    yield Violates(_with("4300145"), at="4300145", note="多了一位")
    yield Violates(
        _with("50000").but(issuer="石家庄市水利局", document_number="石水函〔2023〕21号", number="117"),
        at="50000",
        note="开头的0可能被表格吞掉",
        severity=Severity.INFO,
    )


def passes() -> Iterable[Passes]:
    """Six digits, and what is no postcode."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(postcode="430014"), note="六位")
    yield Passes(_with("４３００１４"), note="全角数字的六位")
    yield Passes(Letter(contacts=(("联系人", "方晓岚"), ("地址", "江岸路66号B座1203室"))), note="地址里的房号")
    yield Passes(_with("B1203"), note="字母和数字组成的房号")


def _with(postcode: str) -> Letter:
    from govreply.testing import Letter

    return Letter(contacts=(("联系人", "方晓岚"), ("邮政编码", postcode)))


RULE = Rule(
    name="postcode-form",
    code="CTC003",
    family="contact",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("邮编格式", "Postcode of the wrong length"),
    explanation=Explanation(
        contradiction=Bilingual("“邮编”之后的数字不是六位。", "The digits behind the label 邮编 are not six."),
        importance=Bilingual(
            "邮编少一位或多一位，寄回的征询意见表可能退件。",
            "With a digit lost or added the returned form may not arrive.",
        ),
        silent=(
            Bilingual("带字母的房号", "room numbers with letters"),
            Bilingual("全角数字", "full-width digits"),
            Bilingual(
                "少了开头的0（050000写成50000）只作提示", "a lost leading zero (50000 for 050000) is only a hint"
            ),
        ),
        grounds=Bilingual("我国邮政编码为六位数字", "Postcodes in China have six digits"),
    ),
    needs=("contacts",),
    check=check,
    violates=violates,
    passes=passes,
)
