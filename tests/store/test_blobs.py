"""Parses as blobs: packed and unpacked they are what they were."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.model import Parse
from dateline.store.blobs import pack, pack_parse, unpack, unpack_parse
from tests.factories import parser
from tests.strategies import parsed_paragraphs

PARAGRAPHS = [
    "",
    " ",
    "Oslo",
    "Norway's foreign minister, Ms Lund, arrived in Lima on Tuesday; “we are glad,” she said.",
    "One. Two! Three?   Four…\u00a0Five",
    "🇳🇴 sent 🕊️ to 🇵🇪 — naïve café, e\u0301, \u200b zero\u200dwidth",
    "אוסלו ולימה",
    "tab\tand\nnew line",
    "U.S.-led talks (in New York) won't end.",
    "_ _ _",
]


@given(parsed_paragraphs())
def test_parse_survives_packing(drawn: tuple[str, Parse]) -> None:
    text, parse = drawn
    assert unpack_parse(pack_parse(parse, text), text) == parse


@pytest.mark.parametrize("text", PARAGRAPHS, ids=repr)
def test_parse_of_the_real_parser_survives_packing(text: str) -> None:
    (parse,) = parser()([text])
    assert unpack_parse(pack_parse(parse, text), text) == parse


def test_same_value_packs_to_the_same_bytes() -> None:
    assert pack({"a": [1, 2]}) == pack({"a": [1, 2]})
    assert unpack(pack({"a": ["é"]})) == {"a": ["é"]}


def test_packed_parse_of_prose_is_no_larger_than_its_text() -> None:
    text = " ".join(PARAGRAPHS[3] for _ in range(30))
    (parse,) = parser()([text])
    assert len(pack_parse(parse, text)) < len(text)
