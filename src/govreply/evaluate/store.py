"""Runs as JSON, for other programs and for later comparison."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from cattrs import Converter, transform_error

from govreply.evaluate.errors import CorpusError
from govreply.evaluate.record import DocumentRecord, Evaluation
from govreply.evaluate.scoring import Counts
from govreply.evaluate.summary import Summary, is_flawless, summarise
from govreply.language import Bilingual

SCHEMA = "govreply.evaluation/1"


def to_json(evaluation: Evaluation) -> str:
    """`evaluation` with its figures as JSON text; the figures are for readers, :func:`load` reckons them anew."""
    content = {
        "schema": SCHEMA,
        "govreply": evaluation.govreply,
        "corpus": evaluation.corpus,
        "documents": [_document(document) for document in evaluation.documents],
        "summary": summary_values(summarise(evaluation)),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> Evaluation:
    """The run that :func:`to_json` wrote to the file at `path`.

    Raises:
        CorpusError: if the file cannot be read or is no such JSON.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CorpusError(Bilingual(f"{path}：读不了：{error}", f"{path}: cannot be read: {error}")) from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise CorpusError(
            Bilingual(
                f"{path}：不是 govreply eval score 保存的 JSON（{SCHEMA}）",
                f"{path}: not the JSON that govreply eval score writes ({SCHEMA})",
            )
        )
    try:
        return _converter().structure(content, Evaluation)
    except Exception as error:  # cattrs raises groups of many kinds; all mean the same to the caller
        wrong = "; ".join(transform_error(error))
        raise CorpusError(Bilingual(f"{path}：内容不合格式：{wrong}", f"{path}: not as expected: {wrong}")) from error


def summary_values(summary: Summary) -> dict[str, Any]:
    """The figures as JSON-ready values; a figure with nothing to divide by is ``None``."""
    precision, recall, f1 = summary.macro
    return {
        "documents": summary.documents,
        "flawless": summary.flawless,
        "flawless_share": summary.flawless_share,
        "unread": {cause.value: number for cause, number in summary.unread.items()},
        "micro": _counts(summary.micro),
        "macro": {"precision": precision, "recall": recall, "f1": f1},
        "fields": {field: _counts(counts) for field, counts in summary.fields.items()},
        "findings": {
            "micro": _counts(summary.all_rules),
            "rules": {rule: _counts(counts) for rule, counts in summary.rules.items()},
        },
    }


def _document(document: DocumentRecord) -> dict[str, Any]:
    content: dict[str, Any] = _converter().unstructure(document)
    wrong = {
        field: {"missed": outcome.missed, "extra": outcome.extra}
        for field, outcome in document.all_outcomes().items()
        if not outcome.flawless
    }
    return content | {"flawless": is_flawless(document), "wrong": wrong}


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "hits": counts.hits,
        "extra": counts.extra,
        "missed": counts.missed,
        "support": counts.support,
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
    }


@cache
def _converter() -> Converter:
    return Converter()
