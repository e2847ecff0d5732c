"""Signs and characters that look wrong by themselves, whatever the text says."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from govreply.model.texts import Text


class IrregularityKind(StrEnum):
    """What is irregular."""

    HALF_WIDTH = "half_width"  # , for ，
    HALF_WIDTH_THROUGHOUT = "half_width_throughout"
    QUOTE = "quote"  # “ or ” without its partner
    BRACKET = "bracket"  # （ or ） without its partner
    DIGIT = "digit"  # O for 0
    CHARACTER = "character"  # 己 for 已
    YEAR_BRACKET = "year_bracket"  # [2023] for 〔2023〕
    MARKUP = "markup"  # <br>, &nbsp;
    FOREIGN = "foreign"  # an advertisement, pinyin
    REPEATED = "repeated"  # ，，
    GLYPH = "glyph"  # 投资万元, （）
    SPACED_NUMBER = "spaced_number"  # 20 23年


@frozen(kw_only=True)
class Irregularity(Text):
    """One place.

    Attributes:
        expected: what belongs there; ``""`` for nothing, ``None`` where it cannot be told. For quotes and brackets it is
            the missing sign.
        certain: ``expected`` may replace the source at ``span`` without asking anybody.
        minor: the place proves little, as copies are damaged like that, or contact lines are written carelessly.
    """

    kind: IrregularityKind
    expected: str | None = None
    certain: bool = False
    minor: bool = False
