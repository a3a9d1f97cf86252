"""The pages: each is there, leads on, shows what the record holds, and takes no word of a report for markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from dateline.model import Attribute, AttributeName, QuotationKind, Span, Stance
from dateline.serve import create_app
from dateline.store import Store
from tests.records import NORWAY, PERU, fill, naming, quoting, report, telling
from tests.serve import stores
from tests.serve.conftest import ADDRESS
from tests.serve.stores import COPY, DUE, ENVOY, FRIDAY, MONDAY, STORY, TALKS, VISIT

SECTIONS = (
    "/",
    "/stories",
    "/events",
    "/calendar",
    "/entities",
    "/quotations",
    "/positions",
    "/network",
    "/map",
    "/sources",
    "/reports",
    "/search",
    "/corrections",
    "/about",
)
THINGS = (
    f"/stories/{STORY}",
    f"/events/{VISIT}",
    f"/entities/{NORWAY.id}",
    f"/reports/{FRIDAY.id}",
    f"/pairs?one={NORWAY.id}&other={PERU.id}",
    f"/copies?one={MONDAY.id}&other={COPY.id}",
    "/search?q=visit",
)
VOID = {"meta", "link", "input", "br", "hr", "img", "use", "circle", "line", "rect", "path"}


class Page(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, its links, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def links(self) -> list[str]:
        """The addresses that its links lead to."""
        return [unescape(found["href"] or "") for tag, found in self.elements if tag == "a" and found.get("href")]


def page_of(client: TestClient, path: str) -> Page:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text[:400])
    return Page(answer.text)


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_page_is_there_with_one_heading_a_title_and_nothing_inline(pages: TestClient, path: str) -> None:
    page = page_of(pages, path)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("h1") == 1
    assert tags.count("title") >= 1
    assert "style" not in tags
    assert all(found.get("src") for tag, found in page.elements if tag == "script")
    inline = [name for _, found in page.elements for name in found if name.startswith("on") or name == "style"]
    assert inline == []


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_words_of_reports_are_never_markup(pages: TestClient, path: str) -> None:
    answer = pages.get(path).text
    assert stores.SCRIPT not in answer
    assert "<b>" not in answer
    assert [
        found for tag, found in Page(answer).elements if tag == "script" and "/static/" not in str(found.get("src"))
    ] == []


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_page_asks_for_files_of_ours_only(pages: TestClient, path: str) -> None:
    named = [found.get(name) or "" for _, found in page_of(pages, path).elements for name in ("src", "href", "action")]
    assert [address for address in named if "://" in address or address.startswith("//")] == []


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_every_link_leads_somewhere(pages: TestClient, path: str) -> None:
    links = {link.partition("#")[0] for link in page_of(pages, path).links if link.startswith("/")}
    assert links
    assert [(link, found) for link in sorted(links) if (found := pages.get(link).status_code) != 200] == []


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_anchor_of_a_link_within_a_page_is_on_it(pages: TestClient, path: str) -> None:
    page = page_of(pages, path)
    names = {found["id"] for _, found in page.elements if found.get("id")}
    assert [link for link in page.links if link.startswith("#") and link[1:] not in names] == []


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_day_of_a_view_is_kept_by_its_links(pages: TestClient, path: str) -> None:
    separator = "&" if "?" in path else "?"
    answer = pages.get(f"{path}{separator}as_of=2023-03-21")
    assert answer.status_code == 200, answer.text[:300]
    away = [link for link in Page(answer.text).links if link.startswith("/") and "as_of" not in link]
    assert [link for link in away if link not in ("/about", "/api/v1/openapi.json") and not _all_days(link, path)] == []


def _all_days(link: str, path: str) -> bool:
    """Say whether a link is the one to all that is known."""
    return link == path or link.startswith(path.partition("?")[0])


@pytest.mark.parametrize("path", [path for path in (*SECTIONS, *THINGS) if path not in ("/search", "/about")])
def test_view_is_given_as_table_and_files(pages: TestClient, path: str) -> None:
    separator = "&" if "?" in path else "?"
    assert Page(pages.get(f"{path}{separator}view=table").text).elements
    rows = pages.get(f"{path}{separator}format=json").json()
    lines = pages.get(f"{path}{separator}format=csv").text.splitlines()
    assert isinstance(rows, list)
    assert len(lines) >= len(rows) + 1 or not rows


def test_as_of_the_day_before_the_visit_is_only_expected(pages: TestClient) -> None:
    assert "expected" in page_of(pages, f"/events/{VISIT}?as_of=2023-03-17").text
    assert "happened" in page_of(pages, f"/events/{VISIT}").text


def test_front_page_tells_what_changed_and_what_is_due(pages: TestClient) -> None:
    page = page_of(pages, "/?since=2023-03-17")
    assert "Has happened as expected" in page.text
    assert f"/events/{DUE}" in page.links


def test_event_leads_to_its_sentence(pages: TestClient) -> None:
    links = [link for link in page_of(pages, f"/events/{VISIT}").links if link.endswith("#marked")]
    assert f"/reports/{FRIDAY.id}?mark=0-33#marked" in links
    report = page_of(pages, f"/reports/{FRIDAY.id}?mark=0-33")
    assert "marked" in {found.get("id") for _, found in report.elements}


def test_report_is_shown_as_it_was_read(pages: TestClient) -> None:
    text = re.search(r'<div class="reader">(.*?)\n</div>', pages.get(f"/reports/{FRIDAY.id}").text, re.DOTALL)
    assert text
    paragraphs = re.findall(r'<p class="text"[^>]*>(.*?)</p>', text[1], re.DOTALL)
    shown = "".join(Page(paragraph).text for paragraph in paragraphs)
    assert shown == stores.FRIDAY_TEXT


def test_event_tells_its_details(tmp_path: Path) -> None:
    told = report("Norway visited Peru for three days.", published_at="2023-03-20")
    days_told = Attribute(name=AttributeName.DURATION, value="3 day", span=Span(24, 34), text="three days")
    with Store(tmp_path / "r.db", create=True) as store:
        visit = replace(telling(told), attributes=(days_told,))
        fill(store, told, tellings=[visit], events=[VISIT])
    with TestClient(create_app(tmp_path / "r.db"), base_url=ADDRESS) as client:
        shown = page_of(client, f"/events/{VISIT}").text
    assert "Duration" in shown
    assert "3 day" in shown


def test_text_that_runs_from_right_to_left_may(pages: TestClient) -> None:
    assert all(
        found.get("dir") == "auto"
        for tag, found in page_of(pages, f"/reports/{FRIDAY.id}").elements
        if found.get("class") == "text"
    )


def test_two_copies_are_shown_with_their_difference(pages: TestClient) -> None:
    answer = pages.get(f"/copies?one={MONDAY.id}&other={COPY.id}").text
    assert re.findall(r'<mark class="differs">(\w+)', answer) == ["glad", "sad"]


def test_entity_page_tells_acts_words_and_stances(pages: TestClient) -> None:
    page = page_of(pages, f"/entities/{NORWAY.id}")
    assert f"/pairs?one={NORWAY.id.replace(':', '%3A')}&other={PERU.id.replace(':', '%3A')}" in page.links
    assert "both for and against" in page.text or "±" in page.text
    assert "We will come & go" in page_of(pages, f"/entities/{quote(ENVOY.id)}").text


def test_story_tells_who_stands_where(pages: TestClient) -> None:
    page = page_of(pages, f"/stories/{STORY}")
    assert "Where they stand" in page.text
    assert "both for and against, on a condition" in page.text
    assert "Where they stand" in page_of(pages, f"/stories/{STORY}?as_of=2023-03-17").text


def test_search_marks_what_matches_and_counts_outlets(pages: TestClient) -> None:
    answer = pages.get("/search?q=visited").text
    assert "<mark>visited</mark>" in answer
    assert "Herald" in Page(answer).text


def test_only_what_was_said_stands_in_quotation_marks(tmp_path: Path) -> None:
    told = report("“We will come,” Ola said. Ola said that Peru waits.", published_at="2023-03-17")
    direct = quoting(told, Span(1, 14), speaker=ENVOY)
    indirect = replace(quoting(told, Span(35, 50), speaker=ENVOY), kind=QuotationKind.INDIRECT)
    with Store(tmp_path / "r.db", create=True) as store:
        fill(store, told, quotations=[direct, indirect])
    with TestClient(create_app(tmp_path / "r.db"), base_url=ADDRESS) as client:
        shown = page_of(client, "/quotations").text
    assert "“We will come,”" in shown
    assert "that Peru waits" in shown
    assert "“that Peru waits" not in shown


def test_search_is_narrowed_by_what_its_facets_lead_to(pages: TestClient) -> None:
    facets = [href for href in page_of(pages, "/search?q=visited").links if href.startswith("/search?")]
    assert {
        name for href in facets for name in ("outlet", "entity", "act", "status", "since") if f"&{name}=" in href
    } == {
        "outlet",
        "entity",
        "act",
        "status",
        "since",
    }
    narrowed = page_of(pages, "/search?q=visited&outlet=The+Fjord&act=CONSULT")
    assert [href for href in narrowed.links if href.startswith("/reports/")] == [f"/reports/{COPY.id}?q=visited"]
    taken_back = [
        attrs["href"] for tag, attrs in narrowed.elements if tag == "a" and attrs.get("aria-current") == "true"
    ]
    assert taken_back == ["/search?q=visited&act=CONSULT", "/search?q=visited&outlet=The+Fjord"]


def test_month_without_announcements_leads_to_the_nearest_with_some(pages: TestClient) -> None:
    assert "/calendar?month=2023-03" in page_of(pages, "/calendar?month=2024-01").links


@pytest.mark.parametrize("words", ['"', "AND", "a*b(", "NEAR(", "\x00", "-", "title:", "{", "*"], ids=repr)
def test_search_takes_any_words(pages: TestClient, words: str) -> None:
    assert pages.get("/search", params={"q": words}).status_code == 200


def test_calendar_is_a_file_as_well(pages: TestClient) -> None:
    answer = pages.get("/calendar?month=2023-03&format=ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in answer.text


def test_map_lists_the_places_of_one_that_is_chosen(pages: TestClient) -> None:
    assert f"/events/{VISIT}" in " ".join(page_of(pages, "/map?place=Lima").links)


@pytest.mark.parametrize(
    "path",
    [
        "/events?since=never",
        "/events?since=2023-04-01&until=2023-03-01",
        "/?since=2030-01-01",
        "/calendar?month=0001-01",
        "/events?format=exe",
        "/quotations?page=0",
        f"/entities/{VISIT}",
        "/pairs?one=nobody&other=noone",
        "/events/evt:none",
        "/reports/none",
        "/stories/sto:none",
        "/search?q=" + "x" * 500,
    ],
)
def test_question_that_has_no_answer_is_told_why(pages: TestClient, path: str) -> None:
    answer = pages.get(path)
    assert 400 <= answer.status_code < 500
    assert "<h1>" in answer.text


def test_record_without_reports_says_how_to_make_one(tmp_path: Path) -> None:
    Store(tmp_path / "empty.db", create=True).close()
    with TestClient(create_app(tmp_path / "empty.db"), base_url=ADDRESS) as client:
        assert "dateline build" in client.get("/").text
        assert [path for path in SECTIONS if client.get(path).status_code != 200] == []


@pytest.mark.parametrize("path", [*SECTIONS, *THINGS])
def test_page_that_a_browser_has_is_not_sent_again(pages: TestClient, path: str) -> None:
    tag = pages.get(path).headers["etag"]
    again = pages.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert pages.get(path, headers={"if-none-match": '"another"'}).status_code == 200


def test_page_is_sent_again_when_the_record_has_changed(tmp_path: Path) -> None:
    path = stores.make(tmp_path / "r.db")
    with TestClient(create_app(path), base_url=ADDRESS) as client:
        tag = client.get("/reports").headers["etag"]
        with Store(path, create=True) as store:
            fill(store, report("Peru waits.", id="later", published_at="2023-03-24"))
        again = client.get("/reports", headers={"if-none-match": tag})
    assert again.status_code == 200
    assert "24 March 2023" in again.text


def test_mention_leads_to_its_event(pages: TestClient) -> None:
    (mention,) = {row["mention"] for row in pages.get(f"/events/{TALKS}?format=json").json()}
    answer = pages.get(f"/events/{mention}", follow_redirects=False)
    assert answer.headers["location"] == f"/events/{TALKS}#{mention}"


def test_pages_are_shown_while_another_writes(tmp_path: Path) -> None:
    path = stores.make(tmp_path / "busy.db")
    with Store(path, create=True) as store, TestClient(create_app(path), base_url=ADDRESS) as client:
        with store.lock(), store.transaction() as connection:
            connection.exec_driver_sql("DELETE FROM event_links")
            connection.exec_driver_sql("DELETE FROM quotations")
            assert [view for view in (*SECTIONS, *THINGS) if client.get(view).status_code != 200] == []
            assert client.get(f"/events/{VISIT}").status_code == 200
        assert client.get(f"/events/{VISIT}").status_code == 404


def test_position_told_by_several_reports_in_the_same_words_is_shown_once(pages: TestClient) -> None:
    shown = pages.get("/positions").text
    assert shown.count('<article class="entry"') == 2


def test_columns_of_positions_that_do_not_fit_are_told(tmp_path: Path) -> None:
    with Store(tmp_path / "r.db", create=True) as store:
        for row, year in enumerate(range(1990, 2004), start=1):
            told = report(f"Norway is for a truce, {year}.", published_at=f"{year}-03-17")
            fill(store, told, mentions=[naming(told, Span(0, 6), NORWAY)])
            with store.transaction() as connection:
                stores.write_position(connection, row, stores.held(told.id, Stance.FOR))
    with TestClient(create_app(tmp_path / "r.db"), base_url=ADDRESS) as client:
        page = page_of(client, "/positions")
    assert "2 earlier columns are left out, 1990 to 1991" in page.text
