"""Parses and layers as the compressed JSON they are stored in.

A parse is kept by columns and without its words, which the paragraph gives. Paragraphs are short, so they are compressed with
a dictionary of what parses are like: 5.5 bytes a word, where compressing each by itself takes 13 and the text takes 5.2.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dateline.model import Parse, Sentence, Span, Token

DICTIONARY = "parses.dict"
"""The dictionary's file. A parse can only be read with the dictionary it was written with, so this one is never changed;
a better one gets a name and a format of its own."""

_RAW = -15
_LEAST = 33
"""The character of the number 0 in a column of numbers; control characters, the blank and surrogates are never reached."""


def pack(value: object) -> bytes:
    """Return *value* as compressed JSON."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(blob: bytes) -> Any:
    """Return the value that `pack` packed."""
    return json.loads(zlib.decompress(blob))


def pack_parse(parse: Parse, text: str) -> bytes:
    """Return the parse of the paragraph *text* as a blob."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zlib.Z_DEFAULT_STRATEGY, _dictionary())
    return squeeze.compress(parse_columns(parse, text)) + squeeze.flush()


def parse_columns(parse: Parse, text: str) -> bytes:
    """Return the columns of a parse as JSON: sizes, gaps, lengths, heads, labels of each word, lemmas, entities."""
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    columns = [
        _numbers(len(sentence.tokens) for sentence in parse.sentences),
        _numbers(_gaps(tokens)),
        _numbers(token.end - token.start for token in tokens),
        _numbers(token.head - token.index for token in tokens),
        " ".join(f"{token.pos}/{token.tag}/{token.dep}" for token in tokens),
        ["" if token.lemma == text[token.start : token.end].lower() else token.lemma for token in tokens],
        {number: ("B" if token.begins else "I") + token.label for number, token in enumerate(tokens) if token.label},
    ]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack_parse(blob: bytes, text: str) -> Parse:
    """Return the parse that `pack_parse` packed, given the same paragraph."""
    expand = zlib.decompressobj(_RAW, _dictionary())
    columns = json.loads((expand.decompress(blob) + expand.flush()).decode("utf-8", "surrogatepass"))
    sizes, gaps, lengths, heads = (_read_numbers(column) for column in columns[:4])
    labels = [word.rsplit("/", 2) for word in columns[4].split(" ")] if columns[4] else []
    lemmas, entities = columns[5], columns[6]
    sentences = []
    number = end = 0
    for size in sizes:
        tokens = []
        for index in range(size):
            start = end + gaps[number]
            end = start + lengths[number]
            word = text[start:end]
            pos, tag, dep = labels[number]
            entity = entities.get(str(number), "")
            lemma = lemmas[number] or word.lower()
            head = index + heads[number]
            tokens.append(Token(index, start, end, word, lemma, pos, tag, dep, head, entity[1:], entity[:1] == "B"))
            number += 1
        sentences.append(Sentence("", Span(tokens[0].start, tokens[-1].end), tuple(tokens)))
    return Parse(tuple(sentences))


@cache
def _dictionary() -> bytes:
    return (Path(__file__).parent / DICTIONARY).read_bytes()


def _gaps(tokens: Sequence[Token]) -> list[int]:
    ends = [0, *(token.end for token in tokens)]
    return [token.start - end for token, end in zip(tokens, ends, strict=False)]


def _numbers(values: Iterable[int]) -> str:
    return "".join(chr(_LEAST + (2 * value if value >= 0 else -2 * value - 1)) for value in values)


def _read_numbers(column: str) -> list[int]:
    codes = (ord(character) - _LEAST for character in column)
    return [code // 2 if code % 2 == 0 else -(code // 2) - 1 for code in codes]
