"""Labels that forms, contact blocks and pages print before a value, from ``data/labels.tsv``; spaces removed, folded."""

from __future__ import annotations

from functools import cache

from govreply.lexicon.tables import read_table


@cache
def labels(kind: str) -> dict[str, str]:
    """Label → canonical name.

    Args:
        kind: ``form`` (cells of a feedback form), ``contact`` (contact block), ``metadata`` (page around
            the letter) or ``portal`` (what a portal shows of the matter).
    """
    return {row["label"]: row["name"] for row in read_table("labels") if row["set"] == kind}


def spaced(label: str, most: int = 4) -> str:
    """A pattern for `label` with up to `most` spaces set between its characters (承 办 人)."""
    return f" {{0,{most}}}".join(label)


def alternatives(names: list[str], most: int = 4) -> str:
    """A pattern for any of the labels, longest first, set wide or not."""
    return "|".join(spaced(label, most) for label in sorted(names, key=len, reverse=True))
