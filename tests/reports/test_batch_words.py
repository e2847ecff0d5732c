"""What reports of a batch say when something is missing."""

from __future__ import annotations

import pytest

from govreply.language import Language
from govreply.reports.base import ExtraFileError
from govreply.reports.batch_words import required, skipped_words


def test_a_module_that_is_not_installed_is_told_with_how_to_install_it() -> None:
    with pytest.raises(ExtraFileError) as caught:
        required("govreply_no_such_module")
    for words in (caught.value.words.zh, caught.value.words.en):
        assert "pip install 'govreply[report]'" in words


@pytest.mark.parametrize(
    ("skipped", "zh", "en"),
    [
        (
            {"hidden": 2, "other": 0, "repeated": 1},
            "隐藏文件 2，重复的路径或链接 1",
            "hidden 2, repeated paths or links 1",
        ),
        ({}, "", ""),
        ({"hidden": 0}, "", ""),
    ],
)
def test_what_was_passed_over_is_told_in_words(skipped: dict[str, int], zh: str, en: str) -> None:
    assert skipped_words(skipped, Language.ZH) == zh
    assert skipped_words(skipped, Language.EN) == en
