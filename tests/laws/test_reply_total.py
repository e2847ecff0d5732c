"""Law: no text makes reading raise, and what was read survives JSON."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govreply.model import Reply
from tests.laws.letters import any_text, documents
from tests.laws.readings import read_both

names = st.sampled_from(("a.md", "a.txt", "a.html"))


@given(any_text, names)
def test_any_text_is_read(text: str, name: str) -> None:
    both = read_both(text, name)
    if both is not None:
        assert both[1].source.characters == len(text)


@given(st.one_of(documents(), st.tuples(any_text, names)))
def test_json_gives_the_same_reply_back(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is not None:
        assert Reply.from_json(both[1].to_json()) == both[1]
