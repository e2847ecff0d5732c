"""What a letter says in place of a cell of the catalogue."""

from __future__ import annotations

import pytest

from govreply import parse
from govreply.batch.catalogue.compare import differs
from govreply.batch.catalogue.fields import Field
from govreply.testing import Letter


@pytest.mark.parametrize("addressees", [("冉光辉",), ("冉光辉", "蒲晓琴", "王德海")])
def test_all_who_are_addressed_are_named(addressees: tuple[str, ...]) -> None:
    letter = Letter(addressees=addressees).to_markdown()
    differing = differs(Field.ADDRESSEE, "王小二代表", parse(letter))
    assert differing is not None
    assert differing.text == "、".join(addressees)
    assert letter[differing.span.start : differing.span.end] == "、".join(addressees)
    assert differs(Field.ADDRESSEE, f"{addressees[-1]}代表", parse(letter)) is None
