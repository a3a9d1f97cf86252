"""Files as bytes: opened, unpacked and cut into lines, with a bound on what is held in memory."""

from __future__ import annotations

import codecs
import gzip
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from dateline.errors import SourceError
from dateline.model import Failure

STANDARD_INPUT = "-"
READ_ERRORS = (OSError, EOFError, zlib.error, SourceError, UnicodeError)
"""What reading a file may raise: the file system, gzip data that is cut short or broken, and our own refusals."""

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_UNSUSPECTED = 1 << 25
_MOST_TIMES = 500
"""Reports are packed to a third or a tenth of their size; what unpacks to hundreds of times as much is a trap."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def shown(path: str) -> str:
    """Return the path in a form that can be written anywhere: bytes that are no UTF-8 become ``\\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def failure(stage: str, error: Exception, path: str, line: int | None = None) -> Failure:
    """Return the record of an error met while reading *path*."""
    return Failure(stage=stage, error=type(error).__name__, message=_message(error), path=shown(path), line=line)


@contextmanager
def open_unpacked(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``; gzip is known by its first bytes, not by the file's name.

    Raises OSError when the file cannot be opened.
    """
    with ExitStack() as stack:
        opened = sys.stdin.buffer if path == STANDARD_INPUT else stack.enter_context(Path(path).open("rb"))
        stream = cast(BufferedReader, opened)
        packed = stream.peek(2)[:2] == _GZIP
        yield cast(BinaryIO, stack.enter_context(_Unpacked(stream)) if packed else stream)


class _Unpacked(gzip.GzipFile):
    """What a gzip stream holds; raises SourceError when that is far more than reports can be packed from."""

    def __init__(self, packed: BufferedReader) -> None:
        super().__init__(fileobj=packed)
        self._packed = packed if packed.seekable() else None

    def read(self, size: int | None = -1) -> bytes:
        content = super().read(size)
        if self._packed and self.tell() > max(_UNSUSPECTED, _MOST_TIMES * self._packed.tell()):
            raise SourceError(f"expected reports, got data packed to less than a {_MOST_TIMES}th of its size")
        return content


def read_whole(path: str, limit: int) -> bytes:
    """Return the content of a file; raises SourceError for more than *limit* bytes, and READ_ERRORS as they come."""
    with open_unpacked(path) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise SourceError(f"expected a report of at most {limit:,} bytes, got a longer file")
    return content


class Lines:
    """The lines of a stream as bytes with their ends, numbered from 1; `number` is that of the line last returned.

    A line longer than *limit* raises SourceError, and the next call goes on with the line after it, so that it costs
    one line. What the stream itself raises ends the lines: the next call stops.
    UTF-16 with a byte order mark comes out as UTF-8; a byte order mark is no part of the first line.
    """

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self.number = 0
        self._chunks = _utf8_chunks(stream)
        self._limit = limit
        self._chunk = b""
        self._at = 0

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        start, self._at = self._at, self._chunk.find(b"\n", self._at) + 1
        self.number += 1
        line = self._chunk[start : self._at] if self._at else self._across_chunks(self._chunk[start:])
        if not line:
            self.number -= 1
            raise StopIteration
        if len(line) > self._limit:
            raise SourceError(f"expected a line of at most {self._limit:,} bytes, got a longer one")
        return line

    def _across_chunks(self, begun: bytes) -> bytes:
        pieces, size = [begun], len(begun)
        self._chunk, self._at = b"", 0
        for chunk in self._chunks:
            end = chunk.find(b"\n") + 1
            if size <= self._limit:
                pieces.append(chunk[:end] if end else chunk)
                size += len(pieces[-1])
            if end:
                self._chunk, self._at = chunk, end
                break
        return b"".join(pieces)


def _utf8_chunks(stream: BinaryIO) -> Iterator[bytes]:
    chunk = stream.read(_CHUNK)
    if chunk.startswith(_UTF16):
        decoder = codecs.getincrementaldecoder("utf-16")()
        while chunk:
            yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
            chunk = stream.read(_CHUNK)
        yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")
        return
    yield chunk.removeprefix(codecs.BOM_UTF8)
    while chunk := stream.read(_CHUNK):
        yield chunk


def _message(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"expected a file that can be read, got: {error.strerror}"
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return f"expected whole gzip data, got data that is cut short or damaged ({error})"
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        return f"expected {error.encoding} text, got byte {byte:#04x} at {error.start:,} ({error.reason})"
    return str(error.args[0]) if error.args else type(error).__name__
