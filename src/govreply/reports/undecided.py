"""Why nothing was decided about a document that was read: this is no pass, and no format may show it as one."""

from __future__ import annotations

from govreply.findings import Result, RuleState, Verdict
from govreply.language import Bilingual, Language

_OPEN = (RuleState.UNDETERMINED, RuleState.CRASHED)
_NO_REPLY = Bilingual("不是对提案或建议的答复，未作检查", "not a reply to a proposal or suggestion, not checked")
_NO_BODY = Bilingual("答复没有正文，无从检查", "a reply without a body: nothing to check")


def undecided(result: Result, language: Language) -> str | None:
    """The reason in `language`; ``None`` for a document with another verdict, and for one that was not read."""
    if result.verdict is not Verdict.UNDETERMINED or result.failure or result.reply is None:
        return None
    if not result.reply.is_reply:
        return _NO_REPLY.within(language)
    rules = [outcome.rule for outcome in result.outcomes if outcome.state in _OPEN]
    if not rules:
        return _NO_BODY.within(language)
    zh, en = "、".join(rules), ", ".join(rules)
    return Bilingual(f"{len(rules)} 条规则无法判定：{zh}", f"rules undetermined: {en}").within(language)
