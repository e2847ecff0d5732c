"""Why a TOML or JSON file could not be parsed, in words that a person reads in either language."""

from __future__ import annotations

import json
import re
from typing import Final

from govreply.language import Bilingual

_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")  # how tomllib ends what it says


def syntax_words(error: Exception) -> Bilingual:
    """What `error`, raised by ``tomllib``, ``json`` or a decoder, says of a text, and where in it.

    Chinese readers are told the place (lines and columns from 1, bytes from 0); what a parser expected there is told in English only.
    """
    if isinstance(error, UnicodeDecodeError):
        return Bilingual(f"不是 UTF-8 编码，第 {error.start} 字节有误", f"no UTF-8 at byte {error.start}")
    if isinstance(error, RecursionError):
        return Bilingual("套得过深", "nested too deeply")
    if isinstance(error, json.JSONDecodeError):
        return Bilingual(f"第 {error.lineno} 行第 {error.colno} 列写法有误", str(error))
    place = _PLACE.search(str(error))
    zh = f"第 {place[1]} 行第 {place[2]} 列写法有误" if place else "写法有误，或没有写完"
    return Bilingual(zh, str(error))
