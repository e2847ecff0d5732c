"""Counts that the text announces, with what is listed behind them, and sentences that conclude the whole matter."""

from __future__ import annotations

import pytest

from govreply.model import Announcement, ConclusionKind
from tests.grammar.body_letter import letter, reply_of


def _one(*body: str) -> Announcement:
    (found,) = reply_of(letter(*body)).announcements
    return found


COUNTS: dict[str, tuple[list[str], int, int | None]] = {
    "aspects": (["我局重点做好以下三个方面：一是摸清底数；二是落实资金；三是加强巡查。"], 3, 3),
    "aspects-fewer": (["我局从三个方面推进工作：一是摸清底数；二是落实资金。"], 3, 2),
    "measures": (["我局采取四项措施。一是摸清底数；二是落实资金；三是加强巡查；四是严格考核。"], 4, 4),
    "items-at-paragraph-start": (
        ["主要抓好以下两项工作：", "一是摸清底数，建立台账。", "二是落实资金，专款专用。"],
        2,
        2,
    ),
    "arabic-items": (["主要抓好以下2项工作：", "1.摸清底数，建立台账；", "2.落实资金，专款专用；"], 2, 2),
    "two-as-liang": (["我局着重做好两方面工作：一是摸清底数；二是落实资金。"], 2, 2),
    "nothing-listed": (["我局从三个方面推进工作。目前路况已经明显改善，群众较为满意。"], 3, None),
    "sections-behind": (
        ["我局从两个方面推进工作：", "一、摸清底数", "已建立台账并动态更新。", "二、落实资金", "已全部拨付到位。"],
        2,
        2,
    ),
}


@pytest.mark.parametrize(("body", "count", "listed"), COUNTS.values(), ids=COUNTS)
def test_announced_count(body: list[str], count: int, listed: int | None) -> None:
    found = _one(*body)
    assert (found.count, found.listed) == (count, listed)


@pytest.mark.parametrize(
    "sentence", ["服务对象由5类扩大到8类，新增3类困难群体。", "慰问了两类困难群众。", "走访4类困难企业。"]
)
def test_a_word_that_goes_on_announces_nothing(sentence: str) -> None:
    assert (
        reply_of(letter(sentence, "一、摸清底数", "已建立台账。", "二、落实资金", "已拨付到位。")).announcements == ()
    )


def test_count_of_the_matter() -> None:
    assert _one("您在提案中提出了三个方面的建议。我局逐一进行了研究。").of_matter


def test_open_ended_count() -> None:
    assert _one("我局从资金、人员等三个方面推进：一是摸清底数；二是落实资金。").open_ended


CONCLUDED: dict[str, tuple[str, list[ConclusionKind]]] = {
    "cannot-conditions": ("您提出的建议目前暂不具备条件。", [ConclusionKind.CANNOT]),
    "cannot-solve": ("因此，该问题暂时无法解决。", [ConclusionKind.CANNOT]),
    "solved": ("您在提案中反映的问题已全部解决。", [ConclusionKind.SOLVED]),
    "part-only": ("受资金限制，个别路段尚未硬化，我局正在积极争取。", []),
    "quoted-future": ("待资金下达后，我局将逐步予以解决。", []),
}


@pytest.mark.parametrize(("sentence", "kinds"), CONCLUDED.values(), ids=CONCLUDED)
def test_conclusions(sentence: str, kinds: list[ConclusionKind]) -> None:
    assert [c.kind for c in reply_of(letter("一、现状", sentence)).conclusions] == kinds
