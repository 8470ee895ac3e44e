"""Audit events: who changed what and when, kept after the subject is gone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from models.run import Value

MATCHED: Final = "ideas.matched"
EVALUATED: Final = "partners.evaluated"
COMPUTED: Final = (MATCHED, EVALUATED)
"""The actions that compute something and do not change the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One change: `action` is a dotted verb such as `ideas.imported`, `subject` what it was done to."""

    at: datetime
    actor: str
    action: str
    subject: str
    details: Mapping[str, Value] = field(default_factory=dict)
