"""Files with flipped bits: whatever comes of them, it is told, and nothing breaks.

Of archives, half of the files have the bits flipped inside a part, where no checksum finds them. In every run 60 of each
format; with ``HYPOTHESIS_PROFILE=nightly`` 1,000.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
import zlib
from collections.abc import Callable

import pytest

from govreply import api
from govreply.errors import Cause
from govreply.findings import RuleState, Verdict
from govreply.isolation import Isolated
from govreply.limits import Limits
from govreply.testing import Form, Letter
from tests.hostile.files.zips import members, written

COUNT = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 60
BATCH = COUNT // 4
LETTER = Letter(form=Form())
MOST_FLIPS = 12
SOUND: dict[str, Callable[[], bytes]] = {
    "md": lambda: LETTER.to_markdown().encode(),
    "txt": lambda: LETTER.to_text().encode("gb18030"),
    "html": lambda: LETTER.to_html().encode(),
    "docx": LETTER.to_docx,
    "pdf": LETTER.to_pdf,
    "ofd": LETTER.to_ofd,
}
# What damage can look like; a limit only where a number of the file grew.
CAUSES = {Cause.CORRUPT, Cause.UNSUPPORTED, Cause.ENCODING, Cause.ENCRYPTED, Cause.EMPTY, Cause.NEEDS_OCR, Cause.LIMIT}


@pytest.mark.parametrize("batch", range(COUNT // BATCH))
@pytest.mark.parametrize("ending", SOUND)
def test_flipped_bits(ending: str, batch: int) -> None:
    with Isolated(api.check, Limits(seconds=100)) as worker:  # a crash of a C library is a failure with its seed
        for seed in range(batch * BATCH, (batch + 1) * BATCH):
            data = flipped(ending, seed)
            result = worker.call(f"{ending} {seed}", data, f"letter.{ending}")
            if result.failure is not None:
                assert result.failure.cause in CAUSES, (seed, result.failure)
                assert result.verdict is Verdict.UNDETERMINED, seed
                continue
            assert [o for o in result.outcomes if o.state is RuleState.CRASHED] == [], seed
            assert result.source is not None and result.source.text.strip(), seed
            if result.verdict is Verdict.PASS:
                assert result.reply is not None and result.reply.title is not None, seed
                body = (result.reply.receipt, result.reply.paragraphs, result.reply.sections, result.reply.feedback)
                assert any(body), seed


def flipped(ending: str, seed: int) -> bytes:
    """The letter with some bits flipped; of the same seed always the same."""
    draw = random.Random(zlib.crc32(f"{ending} {seed}".encode()))
    data = SOUND[ending]()
    if ending in ("docx", "ofd") and seed % 2:
        return _inside(data, draw)
    return _flip(data, draw)


def _inside(archive: bytes, draw: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        parts: dict[str, str | bytes] = {name: opened.read(name) for name in opened.namelist()}
    name = draw.choice(sorted(parts))
    content = parts[name]
    assert isinstance(content, bytes)
    return written(members({**parts, name: _flip(content, draw)}))


def _flip(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.randint(1, MOST_FLIPS)):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)
