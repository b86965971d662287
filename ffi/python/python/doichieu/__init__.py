"""doichieu: holds the papers a citizen shows from the phone against signed lists this device already carries.

It gives out exactly what the citizen agreed to show, with no network, no disk and no clock of its own: time is always an
argument, an aware :class:`datetime.datetime`. Every outcome about a citizen is a value; raised are only :class:`SetUpError`,
:class:`AskError`, :class:`EncounterError` and :class:`ArgumentError`.
"""

from typing import Union

from ._batch import inspect_batch
from ._errors import ArgumentError, AskError, DoichieuError, EncounterError, MemoryBusy, SetUpError
from ._memory import LockedMemory
from ._native import (
    Answered,
    Ask,
    AskDraft,
    Bundle,
    Challenge,
    Covers,
    Days,
    Encounter,
    EncounterPaper,
    EncounterReport,
    EncounterSeed,
    EncounterShowing,
    Ended,
    Entry,
    Finding,
    Frames,
    GenuineAsk,
    Headline,
    Inspector,
    Matches,
    Measure,
    Memory,
    Need,
    NothingShown,
    NotShown,
    NumberOnly,
    Only,
    Post,
    Proven,
    Readiness,
    RefusedAsk,
    Release,
    Report,
    Role,
    Roots,
    Scan,
    Shown,
    Step,
    Text,
    Unproven,
    Unread,
    Unreadable,
    UnsignedReading,
    Vehicle,
    Wants,
    citation,
    delta_between,
    kinds,
    merge_files,
    open_ask,
    pick,
    questions,
    read_plain,
    reason_text,
    recognise,
    scanned_text,
    vehicle_kinds,
)

#: What came of an inspection.
Seen = Union[Report, Unreadable]
#: A paper: proven with a release, answered without one, or unproven without any value.
Paper = Union[Proven, Answered, Unproven]

__all__ = [
    "Answered", "ArgumentError", "Ask", "AskDraft", "AskError", "Bundle", "Challenge", "Covers", "Days", "DoichieuError", "Encounter",
    "EncounterError", "EncounterPaper", "EncounterReport", "EncounterSeed", "EncounterShowing", "Ended", "Entry", "Finding", "Frames",
    "GenuineAsk", "Headline", "Inspector", "LockedMemory", "Matches", "Measure", "Memory", "MemoryBusy", "Need", "NotShown",
    "NothingShown", "NumberOnly", "Only", "Paper", "Post", "Proven", "Readiness", "RefusedAsk", "Release", "Report", "Role", "Roots",
    "Scan", "Seen", "SetUpError", "Shown", "Step", "Text", "Unproven", "Unread", "Unreadable", "UnsignedReading", "Vehicle", "Wants",
    "citation", "delta_between", "inspect_batch", "kinds", "merge_files", "open_ask", "pick", "questions", "read_plain", "reason_text",
    "recognise", "scanned_text", "vehicle_kinds",
]
