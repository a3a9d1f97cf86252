"""Datelines at the heads of reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.dateline import read_dateline

SENTENCE = "The foreign ministers of both states met on Monday for three hours of talks."

# head: place, agency, outlet, date of publication or day
DATELINES: dict[str, tuple[str | None, str | None, str | None, str | None]] = {
    "OSLO (AP) - ": ("OSLO", "Associated Press", None, None),
    "OSLO (AP) — ": ("OSLO", "Associated Press", None, None),
    "OSLO, Norway (AP) _ ": ("OSLO, Norway", "Associated Press", None, None),
    "TALLINN, March 3 (Reuters) - ": ("TALLINN", "Reuters", None, "--03-03"),
    "TALLINN March 3 (Reuters) - ": ("TALLINN", "Reuters", None, "--03-03"),
    "TALLINN, Sept. 30 /PTI/ - ": ("TALLINN", "Press Trust of India", None, "--09-30"),
    "MINSK, June 5. /TASS/. ": ("MINSK", "TASS", None, "--06-05"),
    "LIMA, 3 May 2021 (AFP) -- ": ("LIMA", "Agence France-Presse", None, "2021-05-03"),
    "(Xinhua) HANOI, May 3 -- ": ("HANOI", "Xinhua News Agency", None, "--05-03"),
    "(Reuters) - ": (None, "Reuters", None, None),
    "Feb. 29 (UPI) -- ": (None, "United Press International", None, "--02-29"),
    "CAIRO — ": ("CAIRO", None, None, None),
    "CAIRO: ": ("CAIRO", None, None, None),
    "BUSAN, South Korea — ": ("BUSAN, South Korea", None, None, None),
    "GROZNY/MOSCOW, Monday (Reuters) - ": ("GROZNY/MOSCOW", "Reuters", None, None),
    "ST. LOUIS, Mo., Feb. 18 -- ": ("ST. LOUIS, Mo.", None, None, "--02-18"),
    "PORT-AU-PRINCE, Haiti (AP) – ": ("PORT-AU-PRINCE, Haiti", "Associated Press", None, None),
    "Lisbon, 7 June 2022 - ": ("Lisbon", None, None, "2022-06-07"),
    "Lisbon (CNN) — ": ("Lisbon", None, "CNN", None),
    "VIENNA (7 June 2022) – ": ("VIENNA", None, None, "2022-06-07"),
    "WASHINGTON, D.C. – June 7, 2022 – ": ("WASHINGTON, D.C.", None, None, "2022-06-07"),
    "Riga, (Harbour Post / Coastal News Service - 2nd Nov, 2022 ) :": (
        "Riga",
        "Coastal News Service",
        "Harbour Post",
        "2022-11-02",
    ),
    "OSLO, Oct 17 (XQS) - ": ("OSLO", "XQS", None, "--10-17"),
    "OSLO (Reuters) — (Updates throughout) — ": ("OSLO", "Reuters", None, None),
    "OSLO | Wed Nov 2, 2011 6:47 pm GMT OSLO (Reuters) - ": ("OSLO", "Reuters", None, "2011-11-02"),
    "OSLO, Feb. 30 — ": ("OSLO", None, None, None),
}

NONE = {
    "a sentence that begins with a place": "Oslo said on March 3 - a Friday - that it would wait for an answer.",
    "a headline in capitals": "OSLO: A CITY THAT WAITS",
    "a headline after a place": "OSLO: talks fail",
    "a caption": "OSLO — in pictures",
    "a place in small letters and a dash": f"Oslo - {SENTENCE}",
    "a name in capitals": f"HANSEN — {SENTENCE}",
    "a label": f"WATCH: {SENTENCE}",
    "a state as a label": f"NORWAY: {SENTENCE}",
    "an acronym spelled out": f"OPEC (Organization of the Petroleum Exporting Countries) - {SENTENCE}",
    "a party in brackets": f"Jens Hansen (Labour) - {SENTENCE}",
    "a note after a place": f"Oslo (Updated) - {SENTENCE}",
    "a place in another": f"Paris (Texas) - {SENTENCE}",
    "a sentence with an agency in it": f"The agency (AP) - {SENTENCE}",
    "a date and a dash": f"March 3 - {SENTENCE}",
    "an ordinary sentence": SENTENCE,
    "a dateline inside a report": f"{SENTENCE}\nOSLO (AP) - {SENTENCE}",
    "nothing": "",
    "a dash": "—",
}


@pytest.mark.parametrize("head", DATELINES)
def test_a_dateline_gives_place_agency_outlet_and_day(head: str) -> None:
    dateline = read_dateline(head + SENTENCE)
    assert dateline is not None
    day = dateline.published_at.value if dateline.published_at else dateline.day
    assert (dateline.place, dateline.agency, dateline.outlet, day) == DATELINES[head]
    assert dateline.span.of(head + SENTENCE) == head.rstrip()


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_may_be_a_sentence_or_headline_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize("above", ["Ministers meet in Oslo\n\n", "By Jane Roe, staff writer.\n", "\r\n \n"])
def test_a_dateline_may_stand_below_headline_or_byline(above: str) -> None:
    text = f"{above}OSLO (AP) — {SENTENCE}"
    dateline = read_dateline(text)
    assert dateline is not None
    assert dateline.span.of(text) == "OSLO (AP) —"


def test_a_dateline_may_stand_alone_on_its_line() -> None:
    assert read_dateline(f"OSLO (AP) —\n{SENTENCE}") is not None


def test_a_credit_after_the_dash_is_not_the_dateline_s() -> None:
    dateline = read_dateline(f"OSLO, March 3 - (Harbour Ltd) {SENTENCE}")
    assert dateline is not None
    assert dateline.agency is None


@pytest.mark.parametrize("note", ["(Recasts) ", "(Updates throughout) ", "(Harbour Market Report) "])
def test_an_editor_s_note_before_the_place_is_no_agency(note: str) -> None:
    for credit, agency in (("(Reuters) ", "Reuters"), ("", None)):
        dateline = read_dateline(f"{note}OSLO, March 3 {credit}- {SENTENCE}")
        assert dateline is not None
        assert (dateline.place, dateline.agency) == ("OSLO", agency)


@given(st.text(alphabet="OSLO slo,()/—-:.(AP)3March\n", max_size=80))
def test_a_dateline_lies_in_the_text_and_ends_with_what_closes_it(text: str) -> None:
    dateline = read_dateline(text)
    if dateline is not None:
        assert dateline.span.end <= len(text)
        assert dateline.span.of(text)[-1] in "-–—―_:."
