"""Bytes to text: which encoding, and nothing changed but the encoding."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from charset_normalizer import from_bytes

from dateline.errors import SourceError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII = bytes(range(128))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_FEW_CONTROLS = 5
_MOST_CONTROLS = 0.01
_FEW_HIGH_BYTES = 0.08
"""In running English, French or German text at most about one byte in twenty is no ASCII; in other scripts, most are."""

_SAMPLE = 1 << 20


def decode(content: bytes) -> str:
    """Return the text of a file without its byte order mark.

    Raises SourceError for what is no text, and UnicodeDecodeError for text with damaged bytes.
    """
    mark, encoding = next((known for known in _MARKS if content.startswith(known[0])), (b"", ""))
    if not encoding:
        _refuse_binary(content)
        encoding = guess_encoding(content)
    text = content[len(mark) :].decode(encoding)
    if "\0" in text:
        raise SourceError(f"expected text, got binary data (a NUL character at {text.index(chr(0)):,})")
    return text


def sample_of(stream: BinaryIO) -> bytes:
    """Return the first lines of a stream, as much as an encoding can be told by; raises SourceError for binary data."""
    sample = stream.read(_SAMPLE)
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return b""
    _refuse_binary(sample)
    return sample[: sample.rfind(b"\n") + 1] or sample


def guess_encoding(sample: bytes) -> str:
    """Return the encoding of text without a byte order mark; raises SourceError when none can be told.

    Text whose bytes beyond ASCII are mostly UTF-8 sequences is UTF-8, perhaps damaged. Text with few bytes beyond ASCII
    is windows-1252, as for browsers (WHATWG): statistics over so few bytes take it for Japanese.

    >>> guess_encoding("Genève".encode("cp1252") + b" is where the delegations met again")
    'cp1252'
    """
    high = len(sample.translate(None, _ASCII))
    if sum(len(found) for found in _UTF8_SEQUENCE.findall(sample)) >= high / 2:
        return "utf-8"
    if high < _FEW_HIGH_BYTES * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    if best is None:
        raise SourceError("expected text, got bytes in no encoding that can be told")
    return best.encoding


def _refuse_binary(content: bytes) -> None:
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(content)):
        raise SourceError(f"expected text, got binary data ({controls:,} control characters)")
