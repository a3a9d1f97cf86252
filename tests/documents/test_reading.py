"""Raw reports to documents."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.documents import DocumentReader
from dateline.model import Document, Failure, Moment, RawReport, Role
from dateline.settings import Settings

TEXT = "OSLO (AP) — The foreign ministers of both states met on Monday for three hours of talks."
READER = DocumentReader(Settings())
RAW = RawReport(
    path="reports.jsonl",
    line=3,
    media_type="application/json",
    fields={
        "id": "r1",
        "text": TEXT,
        "published_at": "2023-03-20",
        "url": "https://www.reuters.com/a",
        "language": "en",
    },
)


def read(raw: RawReport = RAW, **fields: object) -> Document:
    document = READER(replace(raw, fields={**raw.fields, **fields}))
    assert isinstance(document, Document), document
    return document


def test_a_document_holds_what_was_stated_and_what_was_told_from_the_text() -> None:
    document = read()
    assert (document.text, document.external_id, document.source) == (TEXT, "r1", "reports.jsonl:3")
    assert (document.published_at, document.time.value) == (Moment("2023-03-20"), Moment("2023-03-20"))
    assert (document.outlet, document.agency, document.language) == ("Reuters", "Associated Press", "en")
    assert [part.role for part in document.parts] == [Role.DATELINE, Role.BODY]


def test_an_outlet_comes_as_stated_before_all_else() -> None:
    assert read(outlet="The Post").outlet == "The Post"


def test_an_outlet_that_no_table_knows_is_the_host_of_the_address() -> None:
    assert read(url="https://www.harbour.example/a").outlet == "harbour.example"


def test_an_outlet_that_is_an_agency_wrote_its_own_reports() -> None:
    assert read(text="The ministers met on Monday.", outlet="AFP").agency == "Agence France-Presse"


def test_an_unknown_outlet_is_no_agency() -> None:
    assert read(text="The ministers met on Monday.", outlet="Harbour Post").agency is None


def test_the_id_depends_on_what_is_stated_and_not_on_where_it_was_read() -> None:
    assert read().id == read(replace(RAW, path="other.jsonl", line=9)).id
    assert len({read().id, read(id="r2").id, read(title="Talks").id, read(published_at="2023-03").id}) == 4


def test_the_same_instant_written_otherwise_gives_the_same_id() -> None:
    same = ("2023-03-20T10:00:00Z", "Mon, 20 Mar 2023 10:00:00 GMT", "2023-03-20 11:00:00+01:00")
    assert len({read(published_at=written).id for written in same}) == 1


def test_a_file_s_name_is_its_external_id_and_no_part_of_its_id() -> None:
    first = read(RawReport(path="a/talks.html.gz", media_type="text/html", fields={"text": TEXT}))
    second = read(RawReport(path="b/other.one.txt", media_type="text/plain", fields={"text": TEXT}))
    assert (first.external_id, second.external_id) == ("talks", "other.one")
    assert (first.source, second.source) == ("a/talks.html.gz", "b/other.one.txt")
    assert first.id == second.id


def test_a_row_without_an_id_has_no_external_id() -> None:
    assert read(id=None).external_id is None


def test_a_report_in_another_language_is_not_annotated() -> None:
    document = read(text="Les ministres se sont rencontrés lundi à Oslo pendant trois heures.", language=None)
    assert (document.language, document.annotated) == ("fr", False)


def test_a_field_that_cannot_be_is_a_failure_that_names_it_and_says_where() -> None:
    failure = READER(replace(RAW, fields={**RAW.fields, "published_at": "soon"}))
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.version, failure.error) == ("documents", READER.version, "DocumentError")
    assert (failure.path, failure.line) == ("reports.jsonl", 3)
    assert failure.message.startswith("published_at: ")


VALUES = st.one_of(
    st.none(), st.text(max_size=30), st.integers(), st.lists(st.text(max_size=3), max_size=2), st.booleans()
)


@given(st.dictionaries(st.sampled_from([*sorted(RAW.fields), "title", "outlet"]), VALUES))
def test_whatever_the_fields_hold_the_reader_does_not_raise(fields: dict[str, object]) -> None:
    found = READER(replace(RAW, fields=fields))
    assert isinstance(found, Document | Failure)
    if isinstance(found, Document):
        assert found.text == fields["text"]
