"""What the process says to the program that started it. The output format never changes the code; 3 beats 1 beats 0."""

from __future__ import annotations

OK = 0  # nothing at or above --fail-on
FINDINGS = 1
USAGE = 2  # usage or configuration
INCOMPLETE = 3  # an input could not be read, or a path held nothing to check

INTERRUPTED = 130  # as a shell reports SIGINT
BROKEN_PIPE = 141  # as a shell reports SIGPIPE: the reader went away before the end
