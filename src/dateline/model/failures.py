"""A recorded inability: what could not be read or found, where and why."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One thing that one stage could not do; the rest of the run went on.

    `path` and `line` say where it stood; `document_id` is None when no document came of it. `error` is the
    exception's class, `message` what was expected and what came.
    """

    stage: str
    version: str = ""
    error: str
    message: str
    document_id: str | None = None
    path: str | None = None
    line: int | None = None

    @property
    def id(self) -> str:
        """The failure's id; the same failure met again has the same id."""
        return content_id("fail", self.stage, self.error, self.message, self.document_id, self.path, self.line)
