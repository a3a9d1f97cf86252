"""The wording of a report, the keys made of it, and the sentences that two wordings have in common."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.links.origins.aligning import align
from dateline.links.origins.keys import MOST_KEYS, RUN, WINDOW, keys_of
from dateline.links.origins.wording import Wording, wording_of
from dateline.model import Part, Role, Span
from tests.factories import make_document


def read(text: str) -> Wording:
    return wording_of(make_document(text))


def words(text: str) -> str:
    return " ".join(read(text).words)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The U.S. Labour Organisation’s 12 centres", "the us labor organization 12 centers"),
        ("twelve of 44,287, or 8 per cent", "12 of 44287 or 8 percent"),
        ("8% rose to 0.88 pct", "8 percent rose to 0.88 percent"),
        ("Zelenskyy’s élan – they’re “grey”", "zelenskyy elan theyre gray"),
        ("", ""),
    ],
    ids=["spelling", "numbers", "percent", "marks and accents", "empty"],
)
def test_words_are_brought_to_one_way_of_writing(text: str, plain: str) -> None:
    assert words(text) == plain


def test_dateline_and_furniture_are_no_wording() -> None:
    text = "OSLO (AP) - The talks ended.\nRead more: other news"
    document = make_document(text)
    roles = (Role.DATELINE, Role.BODY, Role.FURNITURE)
    spans = (Span(0, 11), Span(12, 28), Span(29, len(text)))
    parts = tuple(Part(span=span, role=role, paragraph=0) for span, role in zip(spans, roles, strict=True))
    assert list(wording_of(replace(document, parts=parts)).words) == ["the", "talks", "ended"]


def test_sentence_in_which_the_page_speaks_is_left_out() -> None:
    assert (
        words("The talks ended well. Thank you for subscribing to it. Nobody said more.")
        == "the talks ended well nobody said more"
    )


def test_sentences_end_at_full_stops_and_paragraphs_and_short_ones_go_with_the_next() -> None:
    wording = read(
        "No. They met in the old town hall. “We agree on all of it.” He left\nA second paragraph stands here"
    )
    assert [" ".join(wording.of(sentence)) for sentence in wording.sentences] == [
        "no they met in the old town hall",
        "we agree on all of it",
        "he left",
        "a second paragraph stands here",
    ]


def test_every_word_stands_where_its_span_says_and_in_one_sentence() -> None:
    text = "Talks began in Oslo on Monday at 9.30. Twelve states took part!\nThe U.N. sent 3,000 men."
    wording = read(text)
    assert [text[start:end] for start, end in wording.spans][-2:] == ["3,000", "men"]
    assert [place for sentence in wording.sentences for place in sentence] == list(range(len(wording.words)))
    assert all(place in wording.sentences[wording.sentence_at(place)] for place in range(len(wording.words)))


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        ("He said “we will stay” and left", "we will stay"),
        ('He said "we will stay" and left', "we will stay"),
        ("He said 'we will stay' and the boys' team left", "we will stay"),
        ("They do stay (@harbour) on", "they do stay"),
        ("It's the workers' vote", ""),
        ("He said “we will stay. And then we go.\nThey went", "we will stay and then we go"),
    ],
    ids=["curly", "straight", "single", "post", "apostrophes", "never closed"],
)
def test_words_of_others_are_lent(text: str, lent: str) -> None:
    wording = read(text)
    assert " ".join(word for word, is_lent in zip(wording.words, wording.lent, strict=True) if is_lent) == lent


@given(st.text(max_size=300))
def test_any_text_has_a_wording_whose_parts_fit_together(text: str) -> None:
    wording = read(text)
    assert len(wording.words) == len(wording.spans) == len(wording.capital) == len(wording.lent)
    assert [place for sentence in wording.sentences for place in sentence] == list(range(len(wording.words)))
    assert all(wording.words)


LONG = [f"w{number}" for number in range(6000)]


def test_a_shared_passage_gives_a_shared_key_wherever_it_stands() -> None:
    passage = LONG[: RUN + WINDOW - 1]
    for lead in range(0, 40, 7):
        one, other = [*LONG[1000 : 1000 + lead], *passage, *LONG[1500:1600]], [*LONG[2000:2050], *passage]
        assert keys_of(one).keys() & keys_of(other).keys()


def test_different_words_have_no_key_in_common() -> None:
    assert not keys_of(LONG[:500]).keys() & keys_of(LONG[500:1000]).keys()


def test_keys_are_few_and_of_a_long_report_and_its_half_the_same() -> None:
    half, whole = keys_of(LONG[:3000]), keys_of(LONG)
    assert len(keys_of(LONG[:200])) < 200 / (WINDOW / 4)
    assert len(whole) == MOST_KEYS
    assert len(half.keys() & whole.keys()) > MOST_KEYS / 4


def test_key_tells_where_its_run_begins() -> None:
    assert all(LONG[place : place + RUN] for place in keys_of(LONG[:90]).values())
    assert list(keys_of(LONG[:90]).values()) == sorted(keys_of(LONG[:90]).values())


@pytest.mark.parametrize("count", range(RUN + 2))
def test_short_text_has_a_key_as_soon_as_it_has_a_run(count: int) -> None:
    assert bool(keys_of(LONG[:count])) == (count >= RUN)


ONE = "The council met in the old town hall on Monday.\nNobody wanted to speak about the ferry.\nThe next meeting is in June."


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        (ONE, [(0, 0), (1, 1), (2, 2)]),
        ("Nobody wanted to talk about the ferry.\nThe council met in the old town hall on Monday.", [(0, 1), (1, 0)]),
        ("The council met in a new town hall last Monday evening.", [(0, 0)]),
        ("Rain fell on the fields of barley all week.", []),
        ("Nobody wanted to speak about the ferry.\nThe next meeting is", [(0, 1), (1, 2)]),
        ("", []),
    ],
    ids=["the same", "reordered", "reworded", "another", "broken off", "empty"],
)
def test_sentences_are_paired_in_any_order(other: str, pairs: list[tuple[int, int]]) -> None:
    assert [(pair.new, pair.old) for pair in align(read(other), read(ONE))] == pairs


def test_repeated_sentence_is_paired_once_for_each_time() -> None:
    twice = "The council met in the old town hall.\nThe council met in the old town hall."
    assert [(pair.new, pair.old) for pair in align(read(twice), read(twice))] == [(0, 0), (1, 1)]
    assert len(align(read(twice), read(twice.split("\n")[0]))) == 1
