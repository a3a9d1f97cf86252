"""It and its."""

from __future__ import annotations

import pytest

from tests.annotations.entities.asking import mentions, named


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Norway said it would leave the fund.", "it", "Norway"),
        ("Norway left after it had signed the treaty.", "it", "Norway"),
        ("Norway withdrew its ships.", "its", "Norway"),
        ("In its statement Norway condemned the raid.", "its", "Norway"),
        ("NATO itself condemned the raid.", "itself", "NATO"),
        ("Norway's right to defend itself is not in doubt.", "itself", "Norway"),
        ("Norway vetoed the text. It condemned the raid.", "It", "Norway"),
        ("Norway vetoed the text. Its troops stayed.", "Its", "Norway"),
        ("Norway's envoy, Kari Lund, said it would leave.", "it", "Norway"),
        ("Norway has closed the port. The road was shut too, it said.", "it", "Norway"),
    ],
    ids=[
        "said",
        "after",
        "its own",
        "what follows",
        "itself beside",
        "right to",
        "acts next",
        "owns next",
        "spoken for",
        "goes on speaking",
    ],
)
def test_it_means_a_state_or_body_where_only_one_can_be_meant(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "The storm hit Norway on Monday. It weakened on Tuesday.",
        "It was late when Norway voted.",
        "Norway let it be known that nothing had changed.",
        "The meeting condemned Norway. It demanded a vote.",
        'Norway voted no. "It condemned nobody," a sailor said.',
    ],
    ids=["a storm", "nothing", "let it be", "another acts", "in a quotation"],
)
def test_it_is_no_mention_where_it_may_be_a_thing(text: str) -> None:
    assert [mention.text for mention in mentions(text) if mention.text.lower() == "it"] == []
