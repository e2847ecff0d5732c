"""The two languages that govreply speaks to people."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Language(StrEnum):
    """Language of messages and reports; Simplified Chinese is the default everywhere."""

    ZH = "zh"
    EN = "en"


@frozen
class Bilingual:
    """One text in both languages."""

    zh: str
    en: str

    def within(self, language: Language) -> str:
        """The text in `language`."""
        return self.zh if language is Language.ZH else self.en
