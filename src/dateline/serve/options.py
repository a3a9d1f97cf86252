"""What `dateline serve` can be told."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

PORT = 8731
"""The port that is used unless another is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Where the application answers, who may ask, and how much one question may cost.

    Without a `token` everyone on this machine may ask; an address that others can reach needs one. `hosts` are further names
    under which it is reached.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    hosts: tuple[str, ...] = ()
    seconds: float = 10.0
    """How long one question to the store may take."""

    page_rows: int = 50
    """Rows of a list on one page."""

    most_rows: int = 1000
    """The most rows that one answer may have, whatever is asked for."""

    most_upload: int = 64 * 1024
    """The most bytes that a request may send."""

    def __post_init__(self) -> None:
        if self.host not in LOOPBACK and not self.token:
            raise ValueError(f"expected a token, as {self.host} can be reached from other machines")

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the address."""
        return self.host in LOOPBACK
