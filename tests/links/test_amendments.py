"""What a person has put right in a finding is what the record then says of it, until that is taken back."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.links.amendments import Amendments, to_code, to_interval
from dateline.links.corrections import by_person
from dateline.model import (
    AmendedField,
    Amendment,
    EventMention,
    EventType,
    Interval,
    Layers,
    Quotation,
    Span,
    Verdict,
)
from tests.records import quoting, report, telling


def amendment(field: AmendedField, value: str, finding: str, span: Span, document_id: str = "doc:1") -> Amendment:
    return Amendment(
        id="jud:1",
        field=field,
        finding=finding,
        document_id=document_id,
        span=span,
        value=value,
        judgement=by_person(Verdict.POSITIVE, "ana", "seen the film"),
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-03-20", Interval.on(date(2023, 3, 20))),
        ("2023-03-20/2023-03-22", Interval(earliest=date(2023, 3, 20), latest=date(2023, 3, 22))),
        ("../2023-03-22", Interval(latest=date(2023, 3, 22))),
        ("2023-03-20/", Interval(earliest=date(2023, 3, 20))),
        ("", None),
    ],
    ids=["day", "days", "until", "from", "not told"],
)
def test_days_are_written_in_iso_8601(value: str, expected: Interval | None) -> None:
    assert to_interval(value) == expected


@pytest.mark.parametrize("value", ["March", "2023-02-30", "/", "../..", "2023-03-22/2023-03-20"])
def test_other_days_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"expected|isoformat|day"):
        to_interval(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("CONSULT", (EventType.CONSULT, None, None)),
        ("consult:meet", (EventType.CONSULT, "meet", None)),
        ("CONSULT:meet:042", (EventType.CONSULT, "meet", "042")),
        ("CONSULT::042", (EventType.CONSULT, None, "042")),
    ],
)
def test_code_is_a_type_with_perhaps_mode_and_cameo(
    value: str, expected: tuple[EventType, str | None, str | None]
) -> None:
    assert to_code(value) == expected


@pytest.mark.parametrize("value", ["", "TALK", "CONSULT:meet:999"])
def test_no_code_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"EventType|CAMEO"):
        to_code(value)


def test_finding_with_another_id_is_known_by_its_words() -> None:
    mention = telling()
    amended = Amendments([amendment(AmendedField.CODE, "ACCUSE", "men:older", mention.anchor)])
    layers = Layers().with_records([EventMention], [mention])
    (found,) = amended.applied("doc:1", layers)[EventMention]
    assert (found.event_type, found.rule) == (EventType.ACCUSE, "jud:1")
    assert found.id == mention.id


def test_finding_elsewhere_is_left_alone() -> None:
    mention = telling()
    after = Span(mention.anchor.end, mention.anchor.end + 5)
    amended = Amendments([amendment(AmendedField.DATE, "2023-03-20", "men:older", after)])
    layers = Layers().with_records([EventMention], [mention])
    assert amended.applied("doc:1", layers)[EventMention] == (mention,)


def test_speaker_can_be_nobody_known() -> None:
    document = report("We agree.")
    quotation = quoting(document, Span(0, 9))
    amended = Amendments([amendment(AmendedField.SPEAKER, "", quotation.id, quotation.content[0], document.id)])
    layers = Layers().with_records([Quotation], [quotation])
    (found,) = amended.applied(document.id, layers)[Quotation]
    assert found.speaker is None
