"""Contradictions to plant into sound letters: one module a family, each planter says where its fault must be found."""

from __future__ import annotations

from benchmarks.fault_plants import (
    amounts,
    contact,
    dates,
    disposition,
    forms,
    identity,
    papers,
    parties,
    privacy,
    structure,
    typography,
)
from benchmarks.fault_plants.base import PLANTERS, Plant

__all__ = [
    "PLANTERS",
    "REASONS",
    "Plant",
    "amounts",
    "contact",
    "dates",
    "disposition",
    "forms",
    "identity",
    "papers",
    "parties",
    "privacy",
    "structure",
    "typography",
]

# rules that no fault is planted for, each with the reason, in Chinese and English
REASONS: dict[str, tuple[str, str]] = {}
