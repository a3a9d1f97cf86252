"""Given mentions to events."""

from __future__ import annotations

from dateline.links.mentions import GivenMention, MentionLinker
from dateline.model import Sentence, Span
from tests.factories import make_document, parse

QUAKE = "A strong earthquake shook the island of Tarsa on Monday and killed 12 people, the Tarsa police said."
AGAIN = "The Tarsa earthquake of Monday killed 12 people on the island, police said. Tarsa is in mourning."
OTHER = "An earthquake hit the mountains of Velo in May and wrecked 300 houses, the mayor of Velo said."
LAST = "Velo counts 300 wrecked houses after its earthquake in the mountains in May, said its mayor."


def link(texts: list[str], words: list[tuple[int, str]]) -> list[str]:
    documents = [make_document(text) for text in texts]
    mentions = []
    for number, (report, word) in enumerate(words):
        start = texts[report].index(word) if word else 0
        span = Span(start, start + len(word))
        mentions.append(GivenMention(name=f"m{number}", document_id=documents[report].id, span=span))
    linked = MentionLinker()(
        mentions,
        {document.id: document for document in documents},
        {document.id: parse(document)[Sentence] for document in documents},
    )
    return [event for _, event in linked]


def test_one_quake_is_one_event_and_another_is_another() -> None:
    found = link([QUAKE, AGAIN, OTHER, LAST], [(number, "earthquake") for number in range(4)])
    assert found == ["event-1", "event-1", "event-2", "event-2"]


def test_other_happenings_of_a_report_are_events_of_their_own() -> None:
    found = link([QUAKE, AGAIN], [(0, "earthquake"), (0, "killed"), (1, "killed"), (1, "mourning")])
    assert found == ["event-1", "event-2", "event-2", "event-3"]


def test_no_mentions_give_no_events() -> None:
    assert link([QUAKE], []) == []


def test_mention_outside_all_words_stands_alone() -> None:
    assert link(["Norway spoke.\n \nPeru spoke."], [(0, "\n \n"), (0, "spoke"), (0, "\n ")]) == [
        "event-1",
        "event-2",
        "event-3",
    ]
