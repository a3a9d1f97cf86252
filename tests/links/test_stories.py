"""Which reports are one story: an affair that unfolds, not a topic; found again after a silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from dateline.links.stories import StoryLinker
from dateline.links.stories.comparing import LARGE, STALE, Comparer, Comparison, worn_by
from dateline.links.stories.linker import MOST_KEYS, MOST_TERMS, _founded, _Nearest
from dateline.links.stories.terms import scaled, terms_of
from dateline.model import Document, KeyedLink, Layers, LinkKind, StorySoFar, Verdict, key_within
from dateline.pipeline.memory import LinkMemory
from dateline.resources.terms import weight
from dateline.settings import Settings
from tests.records import report

DAM = report(
    "Engineers opened the spillway of the Orlo dam on Friday after cracks were found in its concrete wall. "
    "Families in the valley below were moved to schools.",
    title="Cracks found in Orlo dam, valley cleared",
    published_at="2023-05-05",
)
DAM_AGAIN = report(
    "The cracks in the wall of the dam at Orlo are wider than thought, said the engineers who inspected the spillway.",
    title="Orlo dam: cracks wider than thought",
    published_at="2023-05-07",
)
VIOLIN = report(
    "A violin that was stolen from a train in Bergen has come back to the orchestra by post, with a letter of apology.",
    title="Stolen violin returned by post",
    published_at="2023-05-06",
)
LATE = report(
    "An inquiry into the cracks in the Orlo dam blames poor concrete, and the engineers who opened the spillway too late.",
    title="Inquiry blames concrete for cracks in Orlo dam",
    published_at="2024-03-01",
)
SPANISH = "El presidente de la empresa dijo que la fábrica de vidrio de Orlo cerrará en marzo por falta de pedidos."


def linked(*reports: Document) -> list[KeyedLink]:
    memory, linker, links = LinkMemory({}), StoryLinker(Settings()), []
    for document in reports:
        for keyed in linker(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links.append(keyed)
    return links


def stories(*reports: Document) -> list[str]:
    return [keyed.link.right for keyed in linked(*reports)]


def groups(ids: Sequence[str]) -> list[int]:
    return [ids.index(story) for story in ids]


def test_reports_of_one_affair_are_one_story_and_others_are_not() -> None:
    assert groups(stories(DAM, VIOLIN, DAM_AGAIN)) == [0, 1, 0]


def test_story_is_found_again_after_months_of_silence() -> None:
    assert groups(stories(DAM, DAM_AGAIN, VIOLIN, LATE)) == [0, 0, 2, 0]


def test_copy_belongs_to_the_story_of_its_original() -> None:
    copy = report(DAM.text, id="copy", title="Valley cleared", published_at="2023-05-06")
    assert groups(stories(DAM, copy)) == [0, 0]


def test_link_says_which_words_it_rests_on() -> None:
    founding, joining = linked(DAM, DAM_AGAIN)
    assert founding.link.kind is LinkKind.SAME_STORY
    assert (founding.link.judgement.verdict, founding.link.judgement.score) == (Verdict.NONE, 1.0)
    assert joining.link.judgement.verdict is Verdict.POSITIVE
    assert "cracks" in joining.link.judgement.explanation
    assert [feature.name for feature in joining.link.judgement.features] == ["words", "fresh"]


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param([report("", id="1"), report("", id="2")], id="empty"),
        pytest.param([report("And so it was.", id="1"), report("And so it was.", id="2")], id="common words only"),
        pytest.param([report(SPANISH, id=name, language="es") for name in "12"], id="language that is not read"),
    ],
)
def test_reports_that_say_nothing_readable_stay_by_themselves(reports: list[Document]) -> None:
    assert groups(stories(*reports)) == [0, 1]


def test_report_of_one_word_or_without_a_date_is_linked_like_any_other() -> None:
    assert groups(stories(report("Earthquake", published_at=None), report("Earthquake"))) == [0, 0]


def test_story_keeps_no_more_however_many_reports_it_has() -> None:
    many = [
        report(f"{DAM.text} {' '.join(f'word{chr(97 + number)}{chr(97 + n)}' for n in range(26))}", id=str(number))
        for number in range(20)
    ]
    so_far = StorySoFar.read(linked(*many)[-1].data)
    assert so_far.reports == len(many)
    assert len(so_far.terms) <= MOST_TERMS
    assert len(so_far.keys) <= MOST_KEYS


def test_later_report_is_kept_under_new_keys_only() -> None:
    first, second = linked(DAM, report(DAM.text, id="copy", title=DAM.title))
    assert first.keys
    assert not second.keys


# Parts of an affair

SIEGE = (
    "Shells fell on the harbour of Vardo.",
    "The hospital of Vardo has no power.",
    "Vardo: bread is short, says the mayor.",
    "Snow covers Vardo.",
)
SWAP = (
    "Prisoners from Vardo were exchanged for captured pilots at a bridge.",
    "A second exchange of prisoners for pilots is planned at the bridge near Vardo.",
)


def siege(*later: str, days: int = 3) -> list[Document]:
    """Return reports of an affair that goes on under one name, and others after them."""
    texts = [*(SIEGE * LARGE)[: LARGE + 4], *later]
    first = date(2023, 1, 2)
    return [
        report(text, id=f"r{number}", published_at=str(first + timedelta(days=number * days)))
        for number, text in enumerate(texts)
    ]


def test_another_matter_under_the_name_of_a_long_affair_is_a_part_of_it() -> None:
    links = linked(*siege(*SWAP))
    affair, (begun, next_) = links[0].link.right, links[-2:]
    assert begun.link.right not in {keyed.link.right for keyed in links[:-2]}
    assert next_.link.right == begun.link.right
    assert [StorySoFar.read(keyed.data).parent for keyed in (links[0], begun, next_)] == [None, affair, affair]
    assert key_within(affair) in begun.keys
    assert key_within(affair) not in StorySoFar.read(begun.data).keys
    assert "Vardo" in begun.link.judgement.explanation


def test_name_of_an_affair_of_a_few_days_is_enough_to_join_it() -> None:
    assert len(set(stories(*siege(*SWAP, days=0)))) == 1


def test_part_of_a_part_is_a_part_of_the_whole() -> None:
    comparison = Comparer({"vardo": 1.0}, None, ())(StorySoFar(reports=1, terms={"vardo": 1.0}))
    part = StorySoFar(reports=3, terms={"vardo": 1.0}, parent="sto:whole", worn={"vardo": 2.0})
    founded = _founded({"vardo": 1.0}, None, _Nearest("sto:part", part, comparison))
    assert (founded.parent, founded.worn) == ("sto:whole", {"vardo": 2.0})


@pytest.mark.parametrize(
    ("reports", "weeks", "worn"),
    [
        pytest.param(LARGE, 10, 5.0, id="large and long"),
        pytest.param(LARGE - 1, 10, 0.0, id="few reports"),
        pytest.param(LARGE, 2, 0.0, id="two weeks"),
    ],
)
def test_term_wears_out_in_a_story_that_is_large_and_long(reports: int, weeks: int, worn: float) -> None:
    story = StorySoFar(reports=reports, terms={"vardo": 1.0}, weeks=weeks)
    assert dict(worn_by(story, ["vardo"])).get("vardo", 0.0) == worn


def test_what_a_story_was_is_read_as_it_was_written() -> None:
    story = StorySoFar(
        reports=3,
        terms={"vardo": 0.5},
        keys=("vardo",),
        day="2023-01-02",
        weeks=2,
        parent="sto:1",
        worn={"vardo": 1.25},
    )
    assert StorySoFar.read(story.written()) == story


# Comparing


def test_terms_are_a_vector_of_length_one_that_weighs_the_title_most() -> None:
    terms = terms_of(DAM)
    assert sum(value * value for value in terms.values()) == pytest.approx(1)
    assert terms["orlo"] > terms["school"]


def compared(terms: dict[str, float], story: StorySoFar, *others: StorySoFar, day: date | None = None) -> Comparison:
    """Return how like a report with these terms is to the first of the stories found."""
    return Comparer(terms, day, (story, *others))(story)


def test_same_terms_are_wholly_alike_and_a_silent_story_less_so() -> None:
    terms = scaled({"dam": 2.0, "crack": 1.0})
    fresh = StorySoFar(reports=1, terms=terms, day="2023-05-05")
    silent = StorySoFar(reports=1, terms=terms, day="2019-05-05")
    alone = compared(terms, fresh, day=DAM.reported_by)
    assert (alone.score, alone.shared) == (pytest.approx(1), ("dam", "crack"))
    assert compared(terms, silent, day=DAM.reported_by).score == pytest.approx(STALE, abs=0.01)


def test_term_that_many_stories_share_counts_for_less() -> None:
    def story(*words: str) -> StorySoFar:
        return StorySoFar(reports=1, terms=scaled(dict.fromkeys(words, 1.0)))

    terms = scaled({"war": 1.0, "grain": 1.0})
    first = story("war", "tank")
    alone = compared(terms, first)
    among = compared(terms, first, *(story("war", f"{name}{name}") for name in "bcdef"))
    assert among.words < alone.words


def test_name_of_a_state_says_less_of_the_matter_than_a_word_that_few_reports_have() -> None:
    assert weight("norwegian") < weight("spillway")
    assert weight("oslo") < weight("spillway")
