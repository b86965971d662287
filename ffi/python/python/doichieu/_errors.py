"""What is raised: faults of set-up and of the caller. Never a verdict, never a value of a paper."""


class DoichieuError(Exception):
    """Any of them: a stable ``code``, and what to show, in Vietnamese and English."""

    def __init__(self, code: str, vi: str, en: str) -> None:
        super().__init__(code, vi, en)
        self.code = code
        self.vi = vi
        self.en = en

    def __str__(self) -> str:
        return f"{self.code}: {self.en}"


class SetUpError(DoichieuError):
    """Something is wrong with this device's own files (``setup.…``). Says nothing about a citizen."""


class AskError(DoichieuError):
    """An ask cannot be built, sealed or taken up again (``ask.…``)."""


class EncounterError(DoichieuError):
    """A report is not of this encounter (``encounter.…``): a mistake of the program; show the report by itself."""


class ArgumentError(DoichieuError, ValueError):
    """Something was passed that the types do not allow (``argument.…``): nothing was asked, read or remembered."""


class MemoryBusy(DoichieuError, TimeoutError):
    """Another process holds the memory (``host.memory_busy``): nothing was inspected and nothing is shown."""
