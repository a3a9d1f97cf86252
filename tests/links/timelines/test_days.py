"""Which days matter: each report votes once for a day, nearness to the matter counts, plans and background count less."""

from __future__ import annotations

from datetime import date

from dateline.links.timelines.collection import Collection
from dateline.links.timelines.days import CandidateDay, candidate_days
from dateline.links.timelines.reading import Naming, Passage, ReadReport
from dateline.links.timelines.sentences import best_sentences
from dateline.model import Span

DAM, CHOIR = ("dam", "wall", "break"), ("choir", "song", "hall")
FIRST, SECOND = date(2023, 5, 2), date(2023, 5, 5)


def passage(at: int, terms: tuple[str, ...], day: date | None = None, *traits: str) -> Passage:
    namings = (Naming(day, frozenset(traits)),) if day else ()
    return Passage(span=Span(at, at + 1), words=10, terms=terms, namings=namings, traits=frozenset())


def report(name: str, day: date | None, *passages: Passage) -> ReadReport:
    return ReadReport(document_id=name, day=day, passages=passages)


def found(*reports: ReadReport) -> dict[date, CandidateDay]:
    return candidate_days(Collection(reports))


def test_report_votes_once_for_a_day_however_often_it_names_it() -> None:
    once = found(report("a", SECOND, passage(0, DAM, FIRST)))
    often = found(report("a", SECOND, passage(0, DAM, FIRST), passage(1, (*DAM, "again"), FIRST)))
    assert once[FIRST].named_by == often[FIRST].named_by == 1
    assert len(often[FIRST].votes) == 1


def test_day_that_more_reports_name_weighs_more() -> None:
    days = found(
        report("a", SECOND, passage(0, DAM, FIRST)),
        report("b", SECOND, passage(0, (*DAM, "water"), FIRST)),
        report("c", SECOND, passage(0, (*DAM, "flood"), date(2023, 5, 1))),
    )
    assert days[FIRST].score > days[date(2023, 5, 1)].score


def test_same_words_in_two_reports_are_one_vote() -> None:
    days = found(report("a", SECOND, passage(0, DAM, FIRST)), report("b", SECOND, passage(0, DAM, FIRST)))
    assert days[FIRST].named_by == 1


def test_what_is_beside_the_matter_weighs_less() -> None:
    matter = [report(f"r{n}", SECOND, passage(0, (*DAM, f"word{n}"), FIRST)) for n in range(3)]
    days = found(*matter, report("choir", SECOND, passage(0, CHOIR, date(2023, 5, 3))))
    vote = next(iter(days[date(2023, 5, 3)].votes.values()))
    assert all(vote < other for other in days[FIRST].votes.values())


def test_day_that_is_only_planned_weighs_less_than_one_that_is_told() -> None:
    days = found(
        report("a", FIRST, passage(0, DAM, SECOND, "ahead")),
        report("b", date(2023, 5, 9), passage(0, (*DAM, "water"), date(2023, 5, 8))),
    )
    assert days[SECOND].votes["a"] < days[date(2023, 5, 8)].votes["b"]


def test_days_long_before_the_first_report_and_after_the_last_are_none() -> None:
    days = found(report("a", SECOND, passage(0, DAM, date(2003, 3, 17)), passage(1, DAM, date(2024, 1, 1), "ahead")))
    assert set(days) <= {date(2023, 5, 4), SECOND}


def test_sentences_that_say_the_same_are_not_both_chosen() -> None:
    days = found(
        report("a", SECOND, passage(0, DAM, FIRST)),
        report("b", SECOND, passage(0, (*DAM, "dam"), FIRST)),
        report("c", SECOND, passage(0, ("dam", "valley", "flood", "family"), FIRST)),
    )
    chosen = best_sentences(days[FIRST].told, 2, used=set())
    assert {weighed.report.document_id for weighed in chosen} & {"c"}
    assert len(chosen) == 2


def test_sentence_used_for_another_day_is_not_chosen_again() -> None:
    told = found(report("a", SECOND, passage(0, DAM, FIRST)))[FIRST].told
    assert best_sentences(told, 1, used={("a", 0)}) == []


def test_collection_of_nothing_has_no_days() -> None:
    assert found() == {}
    assert found(report("a", None)) == {}
