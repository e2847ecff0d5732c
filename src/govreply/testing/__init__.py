"""Letters for tests, here and at whoever builds on govreply: describe a reply, change one thing, render it, check it.

``Letter(form=Form())`` is a sound letter with a form; ``.but(form=Form(number="20220117"))`` breaks its number;
``.to_markdown()``, ``.to_text()``, ``.to_html()``, ``.to_docx()``, ``.to_ofd()`` and ``.to_pdf()`` write it.
"""

from __future__ import annotations

from govreply.testing.examples import Passes, Violates
from govreply.testing.layout import TEXT_FORMATS, Format, Grid, LaidOut, Line, Role
from govreply.testing.letter import Form, Letter, Part, Question, TableStyle, TickStyle, numbered

__all__ = [
    "TEXT_FORMATS",
    "Form",
    "Format",
    "Grid",
    "LaidOut",
    "Letter",
    "Line",
    "Part",
    "Passes",
    "Question",
    "Role",
    "TableStyle",
    "TickStyle",
    "Violates",
    "numbered",
]
