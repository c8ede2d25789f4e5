"""All documents → which of them say the same text again: reprints, other formats, excerpts; and which nearly do.

Document → body → sketch (in the worker); sketches → candidate pairs → an exact check of each → groups with an original.
"""

from reporter.reprints.body import sketch
from reporter.reprints.originals import Candidate, candidate_of
from reporter.reprints.reprints import Reprints, reprints

__all__ = ["Candidate", "Reprints", "candidate_of", "reprints", "sketch"]
