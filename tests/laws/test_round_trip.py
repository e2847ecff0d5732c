"""Law: what a letter says is what is read from it, in every form that it may be written in."""

from __future__ import annotations

from hypothesis import Phase, given, settings

from govreply import api
from govreply.testing import Format, Letter
from govreply.testing.expectations import expected, observed
from govreply.testing.strategies import documents
from tests.profiles import ROUND_TRIP_DRAWS


# a letter is told best as it was drawn; making it smaller would take minutes
@settings(max_examples=ROUND_TRIP_DRAWS, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(documents())
def test_reading_a_letter_gives_the_letter_back(drawn: tuple[Letter, Format]) -> None:
    letter, form = drawn
    reply = api.parse(letter.render(form), form.file_name)
    assert reply.is_reply
    wanted, read = expected(letter), observed(reply)
    assert {key: read[key] for key in wanted} == wanted, letter.render(form)
