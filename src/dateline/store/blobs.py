"""Parses and layers as the compressed JSON they are stored in.

A parse is kept by columns and without its words, which the paragraph gives: about a third of the size of its text.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from dateline.model import Parse, Sentence, Span, Token, decode, encode

T = TypeVar("T")


def pack(value: object) -> bytes:
    """Return *value* as compressed JSON."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(blob: bytes) -> Any:
    """Return the value that `pack` packed."""
    return json.loads(zlib.decompress(blob))


def pack_records(records: Iterable[object]) -> bytes:
    """Return records of one type as a blob."""
    return pack([encode(record) for record in records])


def unpack_records(kind: type[T], blob: bytes) -> tuple[T, ...]:
    """Return the records that `pack_records` packed."""
    return tuple(decode(kind, data) for data in unpack(blob))


def pack_parse(parse: Parse, text: str) -> bytes:
    """Return the parse of the paragraph *text* as a blob."""
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    return pack(
        {
            "sizes": [len(sentence.tokens) for sentence in parse.sentences],
            "gaps": _gaps(tokens),
            "lengths": [token.end - token.start for token in tokens],
            "lemmas": ["" if token.lemma == text[token.start : token.end].lower() else token.lemma for token in tokens],
            "pos": " ".join(token.pos or "_" for token in tokens),
            "tags": " ".join(token.tag or "_" for token in tokens),
            "deps": " ".join(token.dep or "_" for token in tokens),
            "heads": [token.head - token.index for token in tokens],
            "labels": {
                number: ("B" if token.begins else "I") + token.label
                for number, token in enumerate(tokens)
                if token.label
            },
        }
    )


def _gaps(tokens: Sequence[Token]) -> list[int]:
    ends = [0, *(token.end for token in tokens)]
    return [token.start - end for token, end in zip(tokens, ends, strict=False)]


def unpack_parse(blob: bytes, text: str) -> Parse:
    """Return the parse that `pack_parse` packed, given the same paragraph."""
    columns = unpack(blob)
    pos, tags, deps = (columns[name].split(" ") if columns[name] else [] for name in ("pos", "tags", "deps"))
    lengths, lemmas, heads, labels = columns["lengths"], columns["lemmas"], columns["heads"], columns["labels"]
    gaps = columns["gaps"]
    sentences = []
    number = end = 0
    for size in columns["sizes"]:
        tokens = []
        for index in range(size):
            start = end + gaps[number]
            end = start + lengths[number]
            word = text[start:end]
            label = labels.get(str(number), "")
            tokens.append(
                Token(
                    index,
                    start,
                    end,
                    word,
                    lemmas[number] or word.lower(),
                    _blank(pos[number]),
                    _blank(tags[number]),
                    _blank(deps[number]),
                    index + heads[number],
                    label[1:],
                    label[:1] == "B",
                )
            )
            number += 1
        sentences.append(Sentence("", Span(tokens[0].start, tokens[-1].end), tuple(tokens)))
    return Parse(tuple(sentences))


def _blank(label: str) -> str:
    return "" if label == "_" else label
