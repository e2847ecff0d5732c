"""Organ codes (机关代字): which of them belong to a government or a Party committee."""

from __future__ import annotations

# 政 in 武政规 and 鄂政办发, 府 in 沪府发 and 粤府, 国 in 国发 and 国办函, 办发 of Party offices; departments have their own signs
_GOVERNMENT = ("政", "府", "国发", "国办", "国函", "国令", "中发", "中办", "委发", "办发", "委办")


def of_government(code: str) -> bool:
    """Whether `code` can be that of a government, its office or a Party committee."""
    return any(sign in code for sign in _GOVERNMENT)
