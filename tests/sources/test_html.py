"""Saved web pages."""

from __future__ import annotations

import gzip
from pathlib import Path

from dateline.model import Failure, RawReport
from dateline.settings import Settings
from dateline.sources.html import HtmlSource

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ministers meet - The Harbour Post</title>
<meta property="og:title" content="Ministers meet in Vienna"><meta property="og:site_name" content="The Harbour Post">
{meta}<link rel="canonical" href="https://harbour.example/world/ministers-meet">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Ministers meet in Vienna</h1>
<p>The foreign ministers of the two states met in Vienna on Monday for the first time since the war, officials said.</p>
<p>They spoke for three hours about prisoners, grain and the border, and agreed to meet again before the summer.</p>
<p>Neither would say whether a truce had been discussed, although both had called for one in the week before.</p>
</article><footer>Terms of use</footer></body></html>"""
DATED = '<meta property="article:published_time" content="2023-03-20T09:30:00+00:00">'


def read(path: Path, page: str) -> RawReport | Failure:
    path.write_bytes(gzip.compress(page.encode()) if path.suffix == ".gz" else page.encode())
    (found,) = HtmlSource(Settings())(str(path))
    return found


def test_an_article_comes_with_what_the_page_says_of_it(tmp_path: Path) -> None:
    raw = read(tmp_path / "page.html.gz", PAGE.format(meta=DATED))
    assert isinstance(raw, RawReport)
    assert raw.media_type == "text/html"
    assert {name: raw.fields[name] for name in ("title", "published_at", "outlet", "url")} == {
        "title": "Ministers meet in Vienna",
        "published_at": "2023-03-20T09:30:00+00:00",
        "outlet": "The Harbour Post",
        "url": "https://harbour.example/world/ministers-meet",
    }
    assert str(raw.fields["text"]).splitlines()[-1].startswith("Neither would say")
    assert "Terms of use" not in str(raw.fields["text"])


def test_a_page_without_a_date_gets_none(tmp_path: Path) -> None:
    raw = read(tmp_path / "page.htm", PAGE.format(meta=""))
    assert isinstance(raw, RawReport)
    assert "published_at" not in raw.fields


def test_a_page_without_an_article_is_a_failure(tmp_path: Path) -> None:
    failure = read(tmp_path / "page.html", "<html><head><title>Gone</title></head><body></body></html>")
    assert isinstance(failure, Failure)
    assert failure.stage == "sources.html"
