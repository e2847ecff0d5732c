"""Waivers in words."""

from __future__ import annotations

from govreply.findings import Waiver, WaiverFault, WaiverRemark
from govreply.language import Bilingual, Language
from govreply.reports.safe import visible

KNOWN = Bilingual("基线中已有", "held by the baseline")
_FAULTS = {
    WaiverFault.UNUSED: Bilingual("未用到的豁免", "waiver not used"),
    WaiverFault.EXPIRED: Bilingual("已过期的豁免", "waiver expired"),
}


def waiver_note(waiver: Waiver, language: Language) -> str:
    """The reason, and who decided it until when; of what a baseline holds, just that."""
    if waiver.baseline:
        return KNOWN.within(language)
    parts = [visible(waiver.reason)]
    if waiver.who:
        parts.append(visible(waiver.who))
    if waiver.until:
        until = waiver.until.isoformat()
        parts.append(Bilingual(f"至 {until}", f"until {until}").within(language))
    return Bilingual("，", ", ").within(language).join(parts)


def waiver_remark(remark: WaiverRemark, language: Language) -> str:
    """What is wrong with a waiver, which one it is, and where it stands."""
    waiver = remark.waiver
    fault = _FAULTS[remark.fault].within(language)
    about = f"{waiver.rule} · {visible(waiver.document)}" if waiver.document is not None else waiver.rule
    note, origin = waiver_note(waiver, language), visible(waiver.origin)
    return Bilingual(f"{fault}：{about}（{note}；{origin}）", f"{fault}: {about} ({note}; {origin})").within(language)
