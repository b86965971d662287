"""The engine's face for Python."""

import os
from datetime import date, datetime
from types import EllipsisType
from typing import Any, ClassVar, Literal, Mapping, Optional, Protocol, Sequence, Union, final

from ._memory import LockedMemory

Kind = Literal[
    "identity", "driving_licence", "vehicle_registration", "health_insurance_card", "inspection_certificate", "liability_insurance",
    "foreigner_identity", "dependant", "foreign_driving_licence",
]
Purpose = Literal["traffic_control", "clinic_admission", "bank_onboarding", "e_wallet", "insurance_claim", "public_service"]
Verdict = Literal["accept", "refer", "refuse"]
Gravity = Literal["note", "refer", "refuse"]
Cover = Literal["yes", "no", "undetermined", "not_needed"]

class SeenStore(Protocol):
    """A store of showings that several processes or devices share: docs/server.md."""

    def keep(self, key: bytes, showing: bytes, until: datetime) -> Optional[bytes]:
        """Keeps ``showing`` under ``key`` until ``until``, if nothing stands there: in one step, over all that share it.

        ``None``: nothing stood there. Else the bytes that stood there, and still do. One that raises counts as one that
        gave no answer: nothing is accepted on it.
        """

@final
class Text:
    """A text in both languages."""

    vi: str
    en: str
    __match_args__: ClassVar[tuple[str, str]]
    def __hash__(self) -> int: ...

@final
class Headline:
    """The headline for a screen. ``name``, stable: accept, look_up, not_checked, not_in_force, not_proven, scan_again."""

    name: str
    text: Text
    __match_args__: ClassVar[tuple[str, str]]
    def __hash__(self) -> int: ...

@final
class Step:
    """What may lawfully be done next. Its words are empty where a finding's own words say it already."""

    code: str
    text: Text
    rule: Optional[str]
    __match_args__: ClassVar[tuple[str, str]]
    def __hash__(self) -> int: ...

@final
class Finding:
    """One finding: a reason, how grave, in the words of the post's role. Never a value, but in :meth:`Release.words`."""

    @property
    def code(self) -> str:
        """The reason, stable."""
    @property
    def gravity(self) -> Gravity: ...
    @property
    def axis(self) -> Literal["proof", "standing"]: ...
    @property
    def side(self) -> Literal["post", "presenter", "paper"]:
        """Whose matter it is. What is the post's never costs the citizen anything."""
    @property
    def about(self) -> Optional[str]:
        """The field it is about, by name."""
    @property
    def kind(self) -> Union[Kind, int, None]:
        """The kind of paper it is about, where no paper is there to carry it."""
    @property
    def age(self) -> Optional[int]:
        """Seconds: how old the data was that decided."""
    @property
    def rule(self) -> Optional[str]:
        """The rule of law: see :func:`citation`."""
    @property
    def text(self) -> Text: ...
    @property
    def step(self) -> Step: ...
    @property
    def aloud(self) -> Optional[Text]:
        """What may be said to the person, by whoever speaks with a greeting and the right form of address before it."""
    __match_args__: ClassVar[tuple[str, str]]

@final
class Roots:
    """The trust anchor: whose bundles count. Set up once, after two people compared :attr:`fingerprint`."""

    @staticmethod
    def from_bytes(chain: bytes) -> Roots:
        """Opens a chain of roots. A test root is refused. Raises :class:`SetUpError`."""
    @staticmethod
    def dangerous_test(chain: bytes) -> Roots:
        """Takes a test root, too. Everything judged under it is marked as a test, and every screen says TEST."""
    @property
    def fingerprint(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def is_test(self) -> bool: ...
    def remembered_by(self, memory: Memory) -> None:
        """Refuses a memory of a device that goes by another root of the same version."""

@final
class Memory:
    """What a device must remember: floors of time and number, and showings seen. Store its bytes before anything is shown."""

    def __new__(cls) -> Memory:
        """A memory of nothing: legitimate, and then earlier showings are not known."""
    @staticmethod
    def from_bytes(bytes: bytes) -> Memory:
        """What was stored. ``setup.memory_torn``: see :meth:`salvaged`."""
    @staticmethod
    def salvaged(bytes: bytes, at: datetime) -> Memory:
        """What can still be read of one that is torn: what it knows of lists and time, with a gap for its showings."""
    @staticmethod
    def locked(path: Union[str, os.PathLike[str]], *, timeout: float = 10.0) -> LockedMemory:
        """One in a file that several processes take turns at; each turn stores before it answers.

        A file that is not there is a memory of nothing; where one was lost, write ``Memory().with_gap(now)`` in its place.
        ``timeout``: seconds to wait for a turn, then :class:`MemoryBusy`.
        """
    def to_bytes(self) -> bytes: ...
    def floors(self) -> Memory:
        """What it knows of lists and time, without its showings."""
    def with_gap(self, at: datetime) -> Memory:
        """The same with a gap up to ``at``: what was shown before is not known, and such codes refer."""
    @property
    def floor(self) -> Optional[datetime]:
        """A clock before this is wrong."""
    @property
    def doubt(self) -> Optional[datetime]:
        """The date of a list that was seen and not taken: nothing is accepted before it."""
    @property
    def showings(self) -> int: ...
    def join(self, other: Memory) -> None:
        """Takes in what another memory of this device and anchor knows. Refused, this memory is as it was."""

@final
class Bundle:
    """The signed lists."""

    @staticmethod
    def open(file: bytes, roots: Roots, memory: Memory, at: datetime) -> Bundle:
        """Opens a bundle file; one dated after the clock is not taken. Refused, the memory is unchanged."""
    def apply(self, delta: bytes, roots: Roots, memory: Memory, at: datetime) -> Bundle:
        """Opens the bundle that follows this one, from a delta or a full file."""
    @property
    def number(self) -> int: ...
    @property
    def hash(self) -> bytes: ...
    @property
    def is_test(self) -> bool: ...
    @property
    def roles(self) -> list[str]: ...
    def readiness(self, memory: Memory, at: datetime) -> Readiness:
        """How fit this device is for a shift. Says nothing about any citizen."""

@final
class Readiness:
    """How old everything is, when it stops being good, and whether the clock can be right by all that was seen."""

    ready: bool
    number: int
    age: int
    newest_signed: datetime
    in_doubt: bool
    clock_wrong: bool
    next_due: datetime
    not_after: datetime
    root_expiry: datetime
    law_unchecked: bool
    is_test: bool

def delta_between(old_file: bytes, new_file: bytes) -> bytes:
    """What changed from one bundle file to another, to hand on."""

def merge_files(old_file: bytes, delta: bytes) -> bytes:
    """The full file that a delta leads to, to store."""

@final
class Post:
    """Who we are: signed, never a plain argument."""

    @staticmethod
    def open(mandate: bytes, bundle: Bundle) -> Post: ...
    @property
    def name(self) -> str: ...
    @property
    def until(self) -> datetime: ...
    @property
    def purposes(self) -> list[Purpose]: ...
    @property
    def role(self) -> Role: ...
    def trial_to_be_signed(self) -> bytes:
        """What a key signs to be tried before it is kept: no ask, and no part of one."""
    def is_key_of(self, signature: bytes) -> bool: ...

@final
class Role:
    """What a bundle says of a role. ``window``: how old an unprompted showing may be, in seconds; ``None``: only by challenge."""

    name: str
    display_seconds: int
    longest_retention: int
    window: Optional[int]
    setting: Literal["road", "clinic", "desk"]

@final
class EncounterSeed:
    """One stop, one visit: 32 random bytes (``secrets.token_bytes(32)``), new for each. It proves nothing."""

    def __new__(cls, random: bytes) -> EncounterSeed: ...
    @staticmethod
    def kept(salt: bytes) -> EncounterSeed:
        """An encounter of which only the salt was kept, to compute a report again."""
    @property
    def salt(self) -> bytes: ...

@final
class Only:
    """What is asked for: exactly one of three. Nothing that is left out means everything."""

    ALL: ClassVar[Only]
    """All that mandate and profile allow for the purpose."""
    @staticmethod
    def fields(of: Mapping[Kind, Sequence[str]]) -> Only:
        """These fields by kind of paper: one kind and one field of each at least."""
    @staticmethod
    def question(name: str) -> Only:
        """The answer to a question, and not one field: see :func:`questions`."""

@final
class Wants:
    """What a challenge asks for. ``retention``: seconds for which it is kept; ``origin``: where the answer goes back to."""

    def __new__(cls, purpose: Purpose, only: Only, *, retention: Optional[int] = None, origin: Optional[str] = None) -> Wants: ...

@final
class Measure:
    """What is known of a measure, where it is not a number."""

    @staticmethod
    def exactly(of: int) -> Measure: ...
    @staticmethod
    def at_most(of: int) -> Measure: ...
    @staticmethod
    def above(of: int) -> Measure: ...
    def __hash__(self) -> int: ...

@final
class Vehicle:
    """A vehicle beside which papers are judged. ``kind``: see :func:`vehicle_kinds`."""

    def __new__(
        cls,
        kind: str,
        *,
        displacement_cc: Union[int, Measure, None] = None,
        power_w: Union[int, Measure, None] = None,
        seats: Union[int, Measure, None] = None,
        gross_mass_kg: Union[int, Measure, None] = None,
        payload_kg: Union[int, Measure, None] = None,
        unladen_mass_kg: Union[int, Measure, None] = None,
        seats_of_like: Union[int, Measure, None] = None,
        gear: Optional[Literal["manual", "automatic"]] = None,
        towed: Optional[Literal["nothing", "trailer", "semi_trailer", "carriage"]] = None,
        trailer_mass_kg: Union[int, Measure, None] = None,
    ) -> Vehicle: ...

@final
class Ask:
    """What one inspection asks for."""

    def for_vehicle(self, vehicle: Vehicle) -> Ask: ...
    def for_plate(self, plate: str) -> Ask: ...
    def still_this_person(self, showing: bytes) -> Ask:
        """After a person at the post said of a showing: it is still this person who shows it. Ask a person each time."""
    def wants(self, kind: Kind, field: str) -> bool: ...
    @property
    def until(self) -> Optional[datetime]: ...
    @property
    def digits(self) -> Optional[str]: ...
    @property
    def post_digits(self) -> Optional[str]: ...

@final
class AskDraft:
    """An ask that waits for the post's signature. Used up by :meth:`seal`."""

    def to_be_signed(self) -> bytes:
        """For the post's key: Ed25519, or ECDSA P-256 with SHA-256."""
    def seal(self, signature: bytes) -> Challenge:
        """Takes the signature (of P-256 as DER or as the 64 bytes of COSE) and makes the challenge. Raises :class:`AskError`."""

@final
class Challenge:
    """A signed challenge."""

    @property
    def text(self) -> str:
        """``DCQ1:…``, for a QR or an app link."""
    @property
    def ask(self) -> Ask: ...
    @property
    def digits(self) -> str:
        """To show beside the code, large: the citizen picks them among three on the phone."""

@final
class GenuineAsk:
    """Who asks, why and for what, proven against the wallet's own lists. ``fields``: kind, names, those that are sensitive."""

    post: str
    role: str
    purpose: Optional[Purpose]
    question: Optional[str]
    fields: list[tuple[Union[Kind, int], list[str], list[str]]]
    retention: int
    display_seconds: int
    origin: Optional[str]
    until: datetime
    is_test: bool
    lists_age: int
    lists_overdue: bool

@final
class RefusedAsk:
    """An ask that is not shown as genuine, and answered by nothing."""

    code: str
    text: Text
    __match_args__: ClassVar[tuple[str, str]]

def open_ask(text: str, bundle: Bundle, at: datetime) -> Union[GenuineAsk, RefusedAsk]:
    """The citizen's side: who asks, why and for what."""

@final
class Scan:
    """Something scanned or received, as it came: untrusted in every respect. Do not trim, upper-case or decode it."""

    @staticmethod
    def qr(text: str) -> Scan: ...
    @staticmethod
    def frame(bytes: bytes) -> Scan: ...
    @staticmethod
    def sealed(bytes: bytes) -> Scan: ...

@final
class Frames:
    """Collects the parts of animated codes, in any order, with losses and repeats."""

    def __new__(cls) -> Frames: ...
    def push(self, text: str) -> tuple[Literal["still", "ignored", "collected", "mismatched", "complete"], int, int]:
        """Where the collection stands, and how many parts of how many were seen."""
    def scan(self) -> Optional[Scan]: ...
    def reject(self) -> None:
        """Drops what is complete, because it was not proven."""

def pick(texts: Sequence[str]) -> tuple[Literal["nothing", "ours", "parts", "several", "plain", "foreign"], Optional[str]]:
    """Which of the codes of one picture is meant: the same rule in every host."""

def scanned_text(bytes: bytes) -> str:
    """The text of bytes that a scanner wrote."""

@final
class Inspector:
    """A post with the bundle it works by. May be used by several threads at once."""

    def __new__(cls, bundle: Bundle, post: Post) -> Inspector: ...
    @property
    def is_test(self) -> bool: ...
    @property
    def post(self) -> Post: ...
    def unprompted(self, purpose: Purpose, encounter: EncounterSeed, *, question: Optional[str] = None, basis: Optional[str] = None) -> Ask:
        """An ask for what is shown unprompted: all that is allowed, or the answer to a question, or on a legal basis too."""
    def ask(self, wants: Wants, seed: bytes, encounter: EncounterSeed, at: datetime) -> AskDraft:
        """Drafts a challenge. ``seed``: 32 random bytes, new for each ask, kept while it is open."""
    def resume(self, challenge: str, seed: bytes, encounter: EncounterSeed) -> Ask: ...
    def kept_ask(self, challenge: str, salt: bytes) -> Ask: ...
    def inspect(self, scan: Scan, ask: Ask, memory: Memory, at: datetime) -> Union[Report, Unreadable]:
        """Inspects one showing. The memory is written before anything is shown: store it, or use :meth:`Memory.locked`."""
    def inspect_shared(self, scan: Scan, ask: Ask, memory: Memory, at: datetime, store: SeenStore) -> Union[Report, Unreadable]:
        """The same by a shared store: nothing is told before it has answered. The memory is not written."""
    def recompute(self, frame: bytes, ask: Ask, at: datetime, memory_extract: bytes) -> Union[Report, Unreadable]:
        """Computes a report again from what was lawfully kept: the same inputs give the same bytes."""
    def unsealed(self, scan: Scan, ask: Ask) -> Optional[bytes]:
        """The frame to keep for that, under a legal basis only."""
    def nothing_shown(self, purpose: Purpose, kind: Kind, at: datetime) -> NothingShown:
        """What may be done where no code at all is shown. No verdict: nothing is concluded about anybody."""
    def number_only(self, purpose: Purpose, kind: Optional[Kind], text: str, at: datetime) -> NumberOnly:
        """A number that was told or typed, and what may be done with it. No verdict."""

@final
class NothingShown:
    """No code was shown."""

    kind: Union[Kind, int]
    headline: Headline
    steps: list[Step]

@final
class NumberOnly:
    """A number that was told. ``grouped``, to be read aloud, is personal data."""

    kinds: list[Union[Kind, int]]
    form: str
    form_text: Text
    headline: Headline
    steps: list[Step]
    grouped: str

@final
class Unreadable:
    """Not a document. Says nothing about anybody. ``log`` is for the log, not for the screen."""

    headline: Headline
    code: str
    text: Text
    layer: str
    offset: int
    log: str
    __match_args__: ClassVar[tuple[str, str]]

@final
class Report:
    """The report of one inspection. Holds no value of a paper: those are in the releases of its proven papers."""

    @property
    def verdict(self) -> Verdict: ...
    @property
    def headline(self) -> Headline: ...
    @property
    def findings(self) -> tuple[Finding, ...]:
        """About the showing as a whole, in the order of the checks."""
    @property
    def papers(self) -> tuple[Union[Proven, Answered, Unproven], ...]: ...
    @property
    def is_test(self) -> bool:
        """A test root stands behind it: every screen then says TEST."""
    @property
    def at(self) -> Optional[datetime]: ...
    @property
    def json(self) -> str:
        """Canonical JSON (RFC 8785), the same bytes in every language. No claim value, no prose."""
    @property
    def consumed(self) -> bool:
        """The first use of its showing, or the first one tried again. For programs that do something once."""
    @property
    def basis(self) -> Optional[str]: ...
    @property
    def clock_difference(self) -> Optional[Text]: ...
    def consent_proof(self) -> Optional[bytes]:
        """The signed consent itself, to keep as proof without the values."""
    def showing(self) -> Optional[bytes]:
        """Which showing it was; ``None`` where nothing was proven, or a printed code was read."""
    def memory_extract(self) -> bytes: ...
    def close(self) -> None:
        """The person goes: the values of all its papers are wiped in the engine. So does the end of a ``with``."""
    def __enter__(self) -> Report: ...
    def __exit__(self, *_exc: object) -> None: ...
    __match_args__: ClassVar[tuple[str, str]]

@final
class Covers:
    """Whether a licence covers what is driven. Whether it is in force the verdict says."""

    answer: Cover
    text: Text
    rule: str
    measure: Optional[str]

@final
class Proven:
    """Proven, and agreed to be shown. ``withheld``: left undisclosed, or decoys: nobody can tell which."""

    kind: Union[Kind, int]
    verdict: Verdict
    headline: Headline
    findings: list[Finding]
    covers: Optional[Covers]
    release: Release
    withheld: int
    __match_args__: ClassVar[tuple[str, str]]

@final
class Answered:
    """Proven, and agreed to for an answer only: no values, no names of fields."""

    kind: Union[Kind, int]
    verdict: Verdict
    headline: Headline
    findings: list[Finding]
    covers: Optional[Covers]
    question: str
    answer: Cover
    text: Text
    rule: Optional[str]
    __match_args__: ClassVar[tuple[str, str]]

@final
class Unproven:
    """Not proven: nothing of it is shown."""

    kind: Union[Kind, int]
    verdict: Verdict
    headline: Headline
    findings: list[Finding]
    covers: Optional[Covers]
    reason: str
    __match_args__: ClassVar[tuple[str, str]]

@final
class Release:
    """The values of one paper, until they end: at their time, or by :meth:`close`. Then the engine has wiped them."""

    def at(self, now: datetime) -> Union[Shown, Ended]:
        """The values, if they have not ended on this clock; from then on never again."""
    @property
    def until(self) -> Optional[datetime]: ...
    @property
    def display_until(self) -> Optional[datetime]:
        """When a screen takes it away, unless it is held."""
    def hold(self, reason: Literal["hold.writing_record", "hold.handing_over"]) -> Optional[datetime]:
        """Three minutes longer each time, a quarter of an hour in all, never past its end; log the reason."""
    def let_go(self) -> Optional[datetime]: ...
    def matches(
        self,
        now: datetime,
        *,
        name: Optional[str] = None,
        birth: Optional[str] = None,
        number: Optional[str] = None,
        document_number: Optional[str] = None,
    ) -> Union[Matches, Ended]:
        """Holds what somebody declared against what it releases. Eight times, then no more."""
    def words(self, inspector: Inspector, now: datetime) -> list[Finding]:
        """The findings about its paper with the days and classes that it says: values, for a screen and no log."""
    def close(self) -> None: ...
    def __enter__(self) -> Release: ...
    def __exit__(self, *_exc: object) -> None: ...

@final
class Ended:
    """It has ended: nothing of it is left in the engine."""

@final
class NotShown:
    """Not asked, not shared or not in the paper: never *does not hold*."""

@final
class Shown:
    """Values that may be seen now. Each reading asks the release again."""

    @property
    def kind(self) -> Union[Kind, int, None]: ...
    def answer(self, field: str) -> Union[Entry, NotShown, Ended]: ...
    def entries(self) -> list[Entry]:
        """Every field it shows, in the order of the field table; none once it has ended."""

@final
class Days:
    """The days that a date may mean: the same one, unless the paper gives only a month or a year. Beyond Python's years: ISO text."""

    earliest: Union[date, str]
    latest: Union[date, str]
    __match_args__: ClassVar[tuple[str, str]]

@final
class Entry:
    """One field of a paper with its value: personal data, and so not in its ``repr``."""

    name: str
    label: Text
    text: Text
    """The value in words, never blank."""
    value: Union[None, str, int, bool, Days, list[Any], dict[str, Any], EllipsisType]
    """``None``: the paper says that there is none. ``...``: not of the form of its field. A text is safe for a screen."""
    signed: Optional[str]
    """Of a text: as the issuer signed it, untrusted for display."""
    display: Literal["open", "behind a press", "never"]
    below: list[Entry]
    __match_args__: ClassVar[tuple[str, str]]

@final
class Matches:
    """Levels without values. They do not say that who declared is the person of the paper."""

    name: str
    birth: str
    number: str
    document_number: str

@final
class Encounter:
    """One check with showings of several phones, all of one post, under one bundle, for one purpose, in one encounter."""

    def __new__(cls, inspector: Inspector, purpose: Purpose, seed: EncounterSeed) -> Encounter: ...
    def add(self, report: Report) -> None:
        """Adds a report; it stays readable where it is held. Raises :class:`EncounterError`."""
    def add_again(self, place: int, report: Report, at: datetime) -> None:
        """Puts a report in the place of one whose values have ended: that phone's code, shown again."""
    def add_unread(self) -> None:
        """A code that was no document: while it is not read after all, nothing is accepted."""
    def read_after_all(self) -> bool: ...
    @property
    def full(self) -> bool: ...
    def judge(self, at: datetime, *, vehicle: Optional[Vehicle] = None, plate: Optional[str] = None) -> EncounterReport: ...

@final
class EncounterReport:
    """What the showings of an encounter say together. No value in it."""

    verdict: Verdict
    headline: Headline
    is_test: bool
    findings: list[Finding]
    papers: list[EncounterPaper]
    needs: list[Need]
    showings: list[EncounterShowing]
    unread: int
    json: str

@final
class EncounterPaper:
    """A proven paper of an encounter, by the places of its report and in it."""

    report: int
    paper: int
    kind: Union[Kind, int]
    verdict: Verdict
    headline: Headline
    findings: list[Finding]
    covers: Optional[Covers]
    ended: bool

@final
class EncounterShowing:
    """What one showing comes to."""

    verdict: Verdict
    headline: Headline
    findings: list[Finding]
    ended: bool

@final
class Need:
    """A paper that is needed. One that was not shown is not said to be missing."""

    kind: Union[Kind, int]
    state: str
    rule: str
    law: str
    steps: list[Step]
    measure: Optional[str]

@final
class Unread:
    """A text that is no unsigned code. Says nothing about anybody."""

    code: str
    fault: str
    part: int

@final
class UnsignedReading:
    """What an unsigned code says: not who issued it, not that it is current, not whose it is."""

    @property
    def code(self) -> str: ...
    @property
    def text(self) -> Text: ...
    def entries(self) -> list[Entry]: ...
    def compare(self, release: Release, at: datetime) -> Union[list[tuple[str, str]], Ended]:
        """Field by field, without a value: each with how alike the two are. Where they differ, the proven one counts."""
    def close(self) -> None: ...

def read_plain(text: str) -> Union[UnsignedReading, Unread]:
    """Reads an unsigned code. It proves nothing."""

def recognise(bytes: bytes, wanted: Optional[str] = None) -> tuple[str, Optional[tuple[str, str]]]:
    """What a file looks like, by its bytes, and what to say (vi, en) where one of the kind ``wanted`` was to be chosen."""

def kinds() -> list[tuple[Kind, Text]]: ...
def questions() -> list[tuple[str, Text]]: ...
def vehicle_kinds() -> list[tuple[str, Text]]: ...
def reason_text(code: str) -> Text: ...
def citation(rule: str) -> Optional[tuple[str, str]]:
    """The article behind a rule's id, as cited in Vietnamese and in English."""

def recompute_columns(
    inspector: Inspector,
    rows: int,
    threads: int,
    frame: tuple[object, object, object],
    at: object,
    purpose: tuple[object, object, object],
    salt: tuple[object, object, object],
    challenge: tuple[object, object, object],
    question: tuple[object, object, object],
    basis: tuple[object, object, object],
    extract: tuple[object, object, object],
) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes], bytes, tuple[bytes, bytes], tuple[bytes, bytes], tuple[bytes, bytes]]:
    """Of :func:`doichieu.inspect_batch` alone."""

def bare_checks(checks: int) -> bool:
    """So many checks of one Ed25519 signature, and nothing else: what a batch's pace is held against."""
