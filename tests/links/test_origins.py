"""Which reports are copies: what is seen through, what is kept apart, and what a revision changed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dateline.links.origins import OriginLinker
from dateline.model import CopyRelation, Document, KeyedLink, Layers, LinkKind, Origin, Part, Role, Span, Verdict
from dateline.pipeline.memory import LinkMemory
from dateline.settings import Settings
from tests.factories import make_document

LINKER = OriginLinker(Settings())
ORIGINAL, COPY, EXCERPT, REVISION = CopyRelation

HARBOUR = (
    "The harbour workers of Eskport voted on Tuesday to end a strike that had closed the grain terminal for 19 days.",
    "Their union said that 412 of 530 members had accepted an offer of higher pay for work at night.",
    "The first ships are to be loaded on Thursday, the terminal's owner said in a short statement.",
    "Farmers of the northern plain had warned that a fourth week of delay would spoil what is left of the barley.",
    "The minister of trade, who had refused to step in, called the outcome a victory for patience.",
    "Two smaller ports up the coast stayed open throughout and took in some of the traffic.",
    "Insurers put the cost of the stoppage at 80 million crowns, most of it borne by shipping lines.",
    "A commission will now look at how such disputes can be settled before the gates are shut.",
)
BRIDGE = (
    "A new bridge across the Orlo river will open to lorries in spring, the transport office of the region announced.",
    "Engineers are still testing the cables, which had to be replaced after a flaw was found in the steel.",
    "Villages on the eastern bank have waited nine years for a crossing that does not depend on the ferry.",
    "The office expects 3,000 vehicles a day at first and twice as many once the bypass is finished.",
    "Tolls have not been fixed yet, and the mayor of Lower Orlo wants none at all for local people.",
)
FOOT = (
    "This bulletin is put together every evening by the information desk from what the district offices send in.",
    "Readers who find a mistake in it are asked to write to the desk, which answers within the same week.",
    "Earlier bulletins can be read free of charge in the reading room on the ground floor of the town hall.",
)


def article(*sentences: str, at: str = "2023-05-02T08:00:00", name: str | None = None) -> Document:
    document = make_document("\n".join(sentences), published_at=at)
    return replace(document, external_id=name or document.id)


def later(*sentences: str, at: str = "2023-05-02T20:00:00") -> Document:
    return article(*sentences, at=at)


def linked(*documents: Document) -> list[KeyedLink]:
    """Link reports in the order given and return their links."""
    memory = LinkMemory({document.id: document for document in documents})
    links = []
    for document in documents:
        (keyed,) = LINKER(document, Layers(), {}, memory)
        memory.add(keyed, known_from=document.order)
        links.append(keyed)
    return links


def origins(*documents: Document) -> list[Origin]:
    return [Origin.told_by(link) for link in linked(*documents)]


def relation(new: Document, old: Document | None = None) -> CopyRelation:
    return origins(old or article(*HARBOUR), new)[-1].relation


def reworded(sentence: str) -> str:
    for old, new in (("said", "told reporters"), ("that", "how"), ("a", "one"), ("work", "shifts"), ("new", "second")):
        sentence = re.sub(rf"\b{old}\b", new, sentence)
    return sentence


# What is seen through


@pytest.mark.parametrize(
    "new",
    [
        later(*HARBOUR),
        later("ESKPORT, May 2 (XNA) -", *HARBOUR),
        later("Sign up for our newsletter to get the news first.", *HARBOUR, "© All rights reserved."),
        later(*HARBOUR[4:], *HARBOUR[:4]),
        later(*HARBOUR[:5]),
        later(*map(reworded, HARBOUR)),
        later(*(sentence.replace("harbour", "harbor").replace("19", "nineteen") for sentence in HARBOUR)),
        later("Our reporter was not there, and so we take over what an agency wrote.", *HARBOUR[2:]),
        later(" ".join(HARBOUR)),
    ],
    ids=[
        "the same",
        "agency put before",
        "page furniture",
        "reordered",
        "shortened",
        "reworded",
        "other spelling and numbers",
        "own lead",
        "one paragraph",
    ],
)
def test_copy_is_seen_through_what_a_newsroom_does_to_it(new: Document) -> None:
    first, copy = origins(article(*HARBOUR), new)
    assert (copy.relation, copy.origin, copy.group) == (COPY, first.document_id, first.document_id)
    assert copy.similarity > 0.6


def test_less_than_half_of_a_report_is_an_excerpt() -> None:
    _, brief = origins(article(*HARBOUR), later(*HARBOUR[:2]))
    assert (brief.relation, brief.has_own_words) == (EXCERPT, False)
    assert brief.kept < 0.5 < brief.shared


def test_passage_in_an_article_of_its_own_is_an_excerpt_that_speaks_for_itself() -> None:
    _, quoting = origins(article(*HARBOUR), later(*BRIDGE[:3], *HARBOUR[3:5], *BRIDGE[3:]))
    assert (quoting.relation, quoting.has_own_words) == (EXCERPT, True)
    assert quoting.shared < 0.5


def test_report_that_contains_all_of_a_short_one_has_it_from_there() -> None:
    flash = article(
        "Harbour workers at Eskport have ended the strike that closed the grain terminal, their union says tonight."
    )
    assert relation(later(flash.text, *HARBOUR), flash) is EXCERPT


def test_copies_of_a_copy_go_back_to_the_first_report() -> None:
    first, *copies = origins(
        article(*HARBOUR),
        later(*HARBOUR[:6]),
        later(*HARBOUR[:6], at="2023-05-03"),
        later(*HARBOUR[:7], at="2023-05-04"),
    )
    assert {copy.origin for copy in copies} == {first.document_id}


def test_copy_of_an_article_that_quotes_another_goes_back_to_the_article() -> None:
    mixed = [*BRIDGE[:3], *HARBOUR[3:5], *BRIDGE[3:]]
    first, quoting, copy = origins(article(*HARBOUR), later(*mixed), later(*mixed, at="2023-05-03"))
    assert (copy.origin, copy.relation, copy.group) == (quoting.document_id, COPY, first.document_id)


# What a revision changed


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("412", "421", "number"), ("Tuesday", "Monday", "weekday"), ("19", "twenty", "number")],
    ids=["number", "weekday", "number in words"],
)
def test_revision_shows_what_it_changed(old: str, new: str, kind: str) -> None:
    before, after = article(*HARBOUR), later(*(sentence.replace(old, new) for sentence in HARBOUR))
    revised = origins(before, after)[-1]
    assert revised.relation is REVISION
    (change,) = revised.changes
    assert (change.kind, change.before.quote, change.after.quote) == (kind, old, new)
    assert change.before.span is not None
    assert change.after.span is not None
    assert (change.before.span.of(before.text), change.after.span.of(after.text)) == (old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [("19 days", "nineteen days"), ("80 million", "eighty million"), ("Tuesday", "Tues."), ("530", "530.")],
    ids=["words for a number", "words for tens", "short weekday", "full stop"],
)
def test_other_way_of_writing_a_number_or_day_is_no_revision(old: str, new: str) -> None:
    assert relation(later(*(sentence.replace(old, new) for sentence in HARBOUR))) is COPY


# What is kept apart


@pytest.mark.parametrize(
    "new",
    [
        later(*BRIDGE),
        later(
            "Dockers at Eskport will go back to work this week after most of them agreed to a better offer for night shifts."
        ),
        later(*BRIDGE[:3], HARBOUR[3], *BRIDGE[3:]),
        later(*BRIDGE[:3], "Xi told them: “" + " ".join(HARBOUR[3:5]) + "”", *BRIDGE[3:]),
        later(*BRIDGE, "(@eskport) ".join(HARBOUR[3:6])),
        later(*BRIDGE[:3], *HARBOUR[3:5], *BRIDGE[3:], at="2023-08-02"),
    ],
    ids=["another report", "same event", "one sentence", "quoted words", "posts", "months later"],
)
def test_report_of_its_own_is_an_original(new: Document) -> None:
    assert relation(new) is ORIGINAL


def test_what_stands_under_every_report_of_an_outlet_joins_none() -> None:
    assert relation(later(*BRIDGE, *FOOT), article(*HARBOUR, *FOOT)) is ORIGINAL


def test_next_report_of_a_series_is_no_revision() -> None:
    def prices(day: str, wheat: int, barley: int, oats: int, at: str) -> Document:
        return article(
            f"Wheat closed at {wheat} crowns a tonne on {day} at the exchange of Eskport, the brokers' office said.",
            f"Barley was traded at {barley} crowns and oats at {oats}, with few buyers in the afternoon.",
            *FOOT,
            at=at,
        )

    reports = [
        prices("Tuesday", 241, 198, 177, "2023-05-02"),
        prices("Wednesday", 239, 204, 181, "2023-05-03"),
        prices("Tuesday", 254, 211, 190, "2023-05-09"),
    ]
    assert [origin.relation for origin in origins(*reports)] == [ORIGINAL] * 3


def test_words_that_many_reports_have_lead_from_none_to_another() -> None:
    stories = [
        [" ".join(2 * letter + other for other in 3 * letters) for letters in ("abcdefghijkl", "mnopqrstuvwx")]
        for letter in "bcdfghjk"
    ]
    reports = [article(head, *FOOT, end, at=f"2023-05-0{day}") for day, (head, end) in enumerate(stories, 1)]
    *_, one, other = origins(*reports)
    assert other.relation is ORIGINAL
    assert not set(one.fingerprint) & set(other.fingerprint)


def test_caption_of_a_picture_is_nobodys_passage() -> None:
    caption = " ".join(HARBOUR[3:5])

    def with_picture(*sentences: str) -> Document:
        document = later(*sentences, caption)
        *parts, last = document.parts
        return replace(document, parts=(*parts, Part(span=last.span, role=Role.CAPTION, paragraph=last.paragraph)))

    assert relation(with_picture(*BRIDGE), with_picture(*HARBOUR[:3])) is ORIGINAL


# The links


def test_original_is_linked_to_itself_and_says_so() -> None:
    (keyed,) = linked(article(*HARBOUR))
    assert (keyed.link.kind, keyed.link.left) == (LinkKind.COPY_OF, keyed.link.right)
    assert keyed.link.judgement.verdict is Verdict.NONE
    assert keyed.keys


def test_link_explains_itself() -> None:
    changed = later(*(sentence.replace("412", "421") for sentence in HARBOUR[:6]))
    why = linked(article(*HARBOUR, name="first"), changed)[-1].link.judgement
    assert why.verdict is Verdict.POSITIVE
    assert why.explanation == (
        "99% of its words stand in first, and it has 75% of that report's; 1 of the numbers and days differ."
    )
    assert [feature.name for feature in why.features] == ["similarity", "shared", "kept"]


def test_copy_leaves_no_keys_but_for_its_own_words() -> None:
    _, copy, more = linked(article(*HARBOUR), later(*HARBOUR), later(*HARBOUR, *BRIDGE[:2], at="2023-05-03"))
    assert copy.keys == ()
    assert more.keys


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "Xi.", "。。。", "\u202e\ufeff", "“”\"'", "a" * 5000, "1 2 3 " * 400, "%%%", "习近平访问莫斯科。" * 9],
    ids=[
        "empty",
        "blank",
        "one word",
        "signs",
        "marks",
        "quotation marks",
        "long word",
        "numbers",
        "percent",
        "Chinese",
    ],
)
def test_odd_text_is_linked_to_itself_and_its_twin_to_it_if_it_says_anything(text: str) -> None:
    first, twin = origins(make_document(text), make_document(text, published_at="2023-03-21"))
    assert first.relation is ORIGINAL
    assert twin.relation in (ORIGINAL, COPY)


def test_chinese_copy_is_found() -> None:
    text = "外交部发言人星期二说，两国将于下月在北京举行第三轮会谈，讨论边界与贸易问题。会谈由双方副外长主持。"
    assert relation(make_document(text, published_at="2023-03-21"), make_document(text)) is COPY


def test_undated_report_can_be_a_copy() -> None:
    undated = make_document("\n".join(HARBOUR), published_at=None)
    assert relation(undated) is COPY


def test_offsets_of_changes_count_in_texts_with_furniture_and_datelines() -> None:
    text = "Share this article\nESKPORT, May 2 (XNA) - " + "\n".join(HARBOUR).replace("412", "421")
    new = later(text)
    head = Part(span=Span(19, 42), role=Role.DATELINE, paragraph=1)
    new = replace(new, parts=(head, *(part for part in new.parts if part.span.start > 42)))
    (change,) = origins(article(*HARBOUR), new)[-1].changes
    assert change.after.span is not None
    assert change.after.span.of(text) == "421"
