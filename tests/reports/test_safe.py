from __future__ import annotations

import pytest

from govreply.reports.safe import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 文字 〔2024〕“引”①", "plain 文字 〔2024〕“引”①"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("a\x7fb", "a␡b"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202e公开", "<U+202E>公开"),
        ("\u2066a\u2069", "<U+2066>a<U+2069>"),
        ("零\u200b宽\ufeff", "零<U+200B>宽<U+FEFF>"),
        ("a\u2028b\u0085c", "a<U+2028>b<U+0085>c"),
        ("名\udcff.md", "名\\xff.md"),
        ("\ud800", "<U+D800>"),
        ("a\tb", "a  b"),
        ("a\r\nb", "a␍␊b"),
    ],
)
def test_what_steers_or_hides_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_character_of_the_first_plane_steers_a_terminal() -> None:
    everything = "".join(map(chr, range(0x10000)))
    shown = visible(everything)
    assert not [c for c in shown if c < " " or "\x7f" <= c < "\xa0" or "\ud800" <= c < "\ue000"]
    assert not [c for c in shown if "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"]
