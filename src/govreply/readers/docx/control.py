"""Content controls (``w:sdt``): check boxes, placeholders, building blocks."""

from __future__ import annotations

from attrs import frozen

from govreply.blocks import TICKED, UNTICKED
from govreply.readers.docx.names import Element, child, descend, is_on, value


@frozen
class Control:
    """What a content control does to what stands in it.

    Attributes:
        box: the sign of its check box by its state, ``""`` for other controls.
        is_placeholder: it shows the prompt to fill it in, which is no text.
        gallery: the kind of building block in lower case, such as ``table of contents``.
    """

    box: str = ""
    is_placeholder: bool = False
    gallery: str = ""


NO_CONTROL = Control()


def control_of(properties: Element | None) -> Control:
    """The control that ``w:sdtPr`` describes."""
    if properties is None:
        return NO_CONTROL
    box = child(properties, "w14:checkbox")
    if box is not None:
        return Control(box=TICKED if is_on(child(box, "w14:checked")) else UNTICKED)
    gallery = value(descend(properties, "w:docPartObj", "w:docPartGallery")) or ""
    return Control(is_placeholder=bool(is_on(child(properties, "w:showingPlcHdr"))), gallery=gallery.lower())
