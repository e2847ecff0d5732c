"""Replies as XML for other systems: everything that the JSON has, valid against ``schemas/reply.xsd``.

The names are those of the JSON. A value that is a list is an element with one child an entry; what the document does not
say is left out. A character that XML 1.0 cannot hold (a control character, half of a surrogate pair) is written
``<char code="000B"/>`` in its place, so that nothing is lost and nothing is altered in silence.
"""

from __future__ import annotations

from govreply.xml.read import from_xml
from govreply.xml.shape import NAMESPACE
from govreply.xml.write import to_xml

__all__ = ["NAMESPACE", "from_xml", "to_xml"]
