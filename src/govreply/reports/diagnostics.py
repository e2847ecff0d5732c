"""What the parser's diagnostics mean, in words; a code without words stands for itself."""

from __future__ import annotations

from govreply.language import Bilingual, Language

DIAGNOSTICS: dict[str, Bilingual] = {
    "second-class-mark": Bilingual("另有一处办理结果类别标记", "another disposition mark"),
    "second-disclosure-mark": Bilingual("另有一处公开属性标记", "another disclosure mark"),
}


def diagnostic_label(code: str, language: Language) -> str:
    """What the diagnostic `code` says."""
    words = DIAGNOSTICS.get(code)
    return words.within(language) if words else code
