"""Names for findings that stay the same while the text around them moves, so that a tool knows an old one from a new one.

Neither line numbers nor messages go into them, but the rule, what the places say and what their lines say. What is private
is masked first: a number of eleven digits could be found out from its digest.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from govreply.findings import Finding, Result
from govreply.private import veiled
from govreply.source import Source
from govreply.span import Span

_AROUND = 20  # characters of its line on each side of a place that tell it from another one


def fingerprints(result: Result, findings: Iterable[Finding]) -> list[str]:
    """One hexadecimal digest for each of `findings` of `result`, unique in the document, whether it is veiled or not.

    Of several that are alike, the second has another digest than the first, and so on in the order of `findings`.
    """
    source = veiled(result).source
    seen: Counter[str] = Counter()
    digests = []
    for finding in findings:
        wording = _wording(finding, source) if source else finding.code
        seen[wording] += 1
        digests.append(hashlib.sha256(f"{wording}\n{seen[wording]}".encode("utf-8", "surrogatepass")).hexdigest())
    return digests


def _wording(finding: Finding, source: Source) -> str:
    spans = (finding.span, *(related.span for related in finding.related))
    return "\n".join([finding.code, *(_around(span, source) for span in spans)])


def _around(span: Span, source: Source) -> str:
    """The place and what stands beside it, without blanks, which editors change."""
    location, text = source.locate(span), source.text
    start = max(source.line_span(location.line).start, span.start - _AROUND)
    end = min(source.line_span(location.end_line).end, span.end + _AROUND)
    parts = text[start : span.start], text[span.start : span.end], text[span.end : end]
    return "\t".join("".join(part.split()) for part in parts)
