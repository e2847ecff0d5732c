"""Small corpora for the tests: letters of the library's own making, labels written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from govreply.testing import Letter

RIGHT: dict[str, Any] = {
    "is_reply": True,
    "issuer": "武汉市水务局",
    "addressees": ["陆承安"],
    "copies": ["市政协提案委", "市人民政府督查室"],
    "phones": ["027-85550136"],
}
# One value of the issuer is wrong, one addressee too many, the phone is left out: 2 misses and 2 extras
WRONG: dict[str, Any] = {
    "is_reply": True,
    "issuer": "武汉市水利局",
    "addressees": ["陆承安", "周远行"],
    "copies": ["市人民政府督查室", "市政协提案委"],
    "phones": [],
}


def put(folder: Path, name: str, text: str | None, gold: object) -> Path:
    """A document (none for ``None``) and its gold file below `folder`; returns the gold file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    gold_path = path.with_name(f"{path.stem}.gold.json")
    gold_path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return gold_path


def known_corpus(folder: Path) -> Path:
    """Two letters with the labels :data:`RIGHT` and :data:`WRONG`.

    By field: is_reply 2 hits; issuer 1 hit, 1 extra, 1 miss; addressees 2 hits, 1 miss; copies 4 hits; phones 1 hit, 1 extra.
    Together 10 hits, 2 extras, 2 misses.
    """
    put(folder, "one.md", Letter().to_markdown(), RIGHT)
    put(folder, "below/two.txt", Letter().to_text(), WRONG)
    return folder
