from __future__ import annotations

from govreply.batch.cross.words import listed, ranges


def test_runs_are_drawn_together() -> None:
    assert ranges([3, 5, 6, 8, 9, 10, 11]).zh == "3、5、6、8—11"
    assert ranges([2, 12], width=4).en == "0002, 0012"


def test_long_lists_are_cut() -> None:
    many = listed([str(n) for n in range(40)])
    assert many.zh.endswith("11等40个")
    assert many.en.endswith("11 and 28 more")
    assert listed(["甲"]).zh == "甲"
