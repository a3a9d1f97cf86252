"""The exceptions dateline raises.

    DatelineError
    ├── ResourceError   a table under resources/ is malformed
    ├── SettingsError   a setting or dateline.toml is wrong
    ├── SourceError     a file or address could not be read
    ├── DocumentError   what was read is no report
    ├── StageError      a stage failed, is unknown or is out of order
    ├── NotFoundError   nothing in the record goes by that name or id
    └── StoreError      the store cannot be opened, read or written
        ├── StoreBusyError   another process is writing to the store
        └── StoreSlowError   a question took longer than it may

A report that fails never raises out of a run: the pipeline records the error as a Failure.
"""


class DatelineError(Exception):
    """Base of every error that dateline raises on purpose; the message names what, where, and what was expected."""


class ResourceError(DatelineError):
    """A table under ``resources/`` does not have the shape its reader expects."""


class SettingsError(DatelineError):
    """A setting has a value that it cannot have."""


class SourceError(DatelineError):
    """A source could not be read; ``path`` and ``line`` say where, when known."""

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line

    def __str__(self) -> str:
        where = self.path or ""
        if self.line is not None:
            where = f"{where}:{self.line}" if where else f"line {self.line}"
        return f"{where}: {self.args[0]}" if where else str(self.args[0])

    def __reduce__(self) -> tuple[object, ...]:
        return (_source_error, (type(self), self.args[0], self.path, self.line))


class DocumentError(SourceError):
    """What was read is not a report: no text, or a field that cannot be what it says."""


class StageError(DatelineError):
    """A stage is unknown, needs what no earlier stage yields, or failed on a document."""


class NotFoundError(DatelineError):
    """Nothing in the record goes by the name or id asked for."""


class StoreError(DatelineError):
    """The store cannot be opened, is not a dateline store, or holds a version this release does not know."""


class StoreBusyError(StoreError):
    """Another process is writing to this store."""


class StoreSlowError(StoreError):
    """A question took longer than the store was opened for, and was stopped."""


def _source_error(kind: type[SourceError], message: str, path: str | None, line: int | None) -> SourceError:
    return kind(message, path=path, line=line)
