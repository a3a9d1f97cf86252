"""The pages in a browser: main journeys, keys, accessibility (axe), width of a telephone, and no request to another host.

Skipped where there is no chromium.
"""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright

from dateline.serve import ServeOptions, create_app
from tests.records import NORWAY, PERU
from tests.serve.stores import COPY, FRIDAY, MONDAY, STORY, VISIT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]
TOKEN = "open-sesame"
VIEWS = (
    "/",
    "/stories",
    f"/stories/{STORY}",
    "/events",
    f"/events/{VISIT}",
    "/calendar?month=2023-03",
    "/entities",
    f"/entities/{NORWAY.id}",
    "/quotations",
    "/positions",
    "/network",
    f"/pairs?one={NORWAY.id}&other={PERU.id}",
    "/map",
    "/sources",
    "/reports",
    f"/reports/{FRIDAY.id}",
    "/search?q=visit",
    "/search?q=visit&act=CONSULT&status=happened",
    f"/copies?one={MONDAY.id}&other={COPY.id}",
    f"/events/{VISIT}?as_of=2023-03-18",
    "/corrections",
    "/about",
    "/events?view=table",
    "/events/evt:none",
)


@pytest.fixture(scope="module")
def address(web_store: Path) -> Iterator[str]:
    """Return the address of the application, served as `dateline serve` does."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        app = create_app(web_store, options=ServeOptions(port=port, token=TOKEN))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def state(browser: Browser, address: str) -> dict[str, object]:
    """Return the cookie of a browser that has opened the address that was printed."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/?token={TOKEN}")
    assert "token" not in page.url
    found = context.storage_state()
    context.close()
    return dict(found)


class Watch:
    """What a page asked for, and what went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("dialog", lambda dialog: (self.wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda told: self.wrong.append(told.text) if told.type == "error" else None)

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)


@pytest.fixture
def page(browser: Browser, state: dict[str, object]) -> Iterator[Page]:
    """Return a window of a desk's size."""
    context = browser.new_context(storage_state=state, viewport={"width": 1200, "height": 800})  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("scheme", "rules"),
    [
        ("light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
        ("dark", ["color-contrast"]),
    ],
    ids=["light", "dark"],
)
def test_pages_are_accessible_ask_no_other_host_and_have_no_errors(
    browser: Browser, state: dict[str, object], address: str, scheme: Any, rules: list[str]
) -> None:
    context = browser.new_context(storage_state=state, color_scheme=scheme)  # type: ignore[arg-type]
    page, axe = context.new_page(), Axe()
    watch = Watch(page)
    broken = {}
    for view in VIEWS:
        page.goto(address + view)
        found = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        if found.violations_count:
            broken[view] = found.generate_report()
    context.close()
    assert broken == {}
    assert [asked for asked in watch.asked if not asked.startswith(address)] == []
    assert [wrong for wrong in watch.wrong if "404" not in wrong] == []


def test_no_page_is_wider_than_a_telephone(browser: Browser, state: dict[str, object], address: str) -> None:
    context = browser.new_context(storage_state=state, viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    page = context.new_page()
    wide = []
    for view in VIEWS:
        page.goto(address + view)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(view)
    context.close()
    assert wide == []


def test_pages_work_without_a_script(browser: Browser, state: dict[str, object], address: str) -> None:
    context = browser.new_context(storage_state=state, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/events/{VISIT}")
    page.get_by_label("As of", exact=True).fill("2023-03-17")
    page.locator("form.as-of button").click()
    assert "as_of=2023-03-17" in page.url
    assert "expected" in page.locator(".standfirst").inner_text()
    page.get_by_label("Search the reports").fill("glad")
    page.get_by_role("button", name="Search").click()
    assert page.locator("main").get_by_text("No report has all these words").is_visible()
    context.close()


def test_reader_goes_from_the_front_page_to_the_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}/?since=2023-03-17")
    page.locator(".front-lead .entry-title a").first.click()
    page.locator(".history .source").first.click()
    assert page.url.endswith("#marked")
    pointed = page.locator(".m-pointed").all_inner_texts()
    assert "".join(pointed) == "Norway will visit Peru on Monday."
    page.locator(".reader .m-event").first.click()
    assert page.locator("details.note-event").first.get_attribute("open") is not None
    page.locator("details.note-event a").first.click()
    assert f"/events/{VISIT}" in page.url


def test_slider_moves_the_page_to_an_earlier_day(page: Page, address: str) -> None:
    page.goto(f"{address}/events/{VISIT}")
    slider = page.get_by_label("As of which day")
    slider.focus()
    slider.press("Home")
    page.wait_for_url("**as_of=2023-03-17*")
    page.locator("main[data-as-of='2023-03-17']").wait_for()
    assert "expected" in page.locator(".standfirst").inner_text()
    page.go_back()
    page.locator("main:not([data-as-of])").wait_for()


def test_keys_search_step_and_explain(page: Page, address: str) -> None:
    page.goto(f"{address}/reports")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate(
        "document.activeElement.closest('[data-entry]') === document.querySelectorAll('[data-entry]')[0]"
    )
    page.goto(f"{address}/reports?as_of=2023-03-20")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url("**/?as_of=2023-03-20")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("visit?")
    assert page.get_by_label("Search the reports").input_value() == "visit?"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?as_of=2023-03-20&q=visit*")


def test_nothing_moves_while_a_page_loads(page: Page, address: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    moved = {}
    for view in ("/", f"/events/{VISIT}", f"/reports/{FRIDAY.id}", "/map"):
        page.goto(address + view, wait_until="networkidle")
        if page.evaluate("window.moved") > 0.01:
            moved[view] = page.evaluate("window.moved")
    assert moved == {}


def test_without_the_token_nothing_is_shown(browser: Browser, address: str) -> None:
    page = browser.new_page()
    assert page.goto(address).status == 401  # type: ignore[union-attr]
    page.close()
