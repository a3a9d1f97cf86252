"""What of a saved page is its article, and what is not."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from dateline.errors import SourceError
from dateline.sources.pages import read_page
from dateline.sources.pages.stated import stated_in

PARAGRAPHS = """<p>The foreign ministers of the two states met in Vienna on Monday, the first time since the war, aides said.</p>
<p>They spoke for three hours about prisoners, grain and the border, and agreed to meet again before the summer.</p>
{between}
<p>Neither would say whether a truce had been discussed, although both had called for one in the week before.</p>
<p>A joint statement is to be published on Tuesday, once both capitals have read it, a diplomat of the host country said.</p>"""

STANDFIRST = "For the first time since the war the two sides sit at one table, and neither says a word about a truce."


def page(*, head: str = "", before: str = "<h1>Ministers meet in Vienna</h1>", between: str = "") -> bytes:
    body = f"<article>{before}{PARAGRAPHS.format(between=between)}</article>"
    title = "<title>Ministers meet in Vienna - The Harbour Post</title>"
    return f'<!DOCTYPE html><html lang="en"><head>{title}{head}</head><body>{body}</body></html>'.encode()


def described(text: str) -> str:
    return f'<meta name="description" content="{text}">'


def article(**stated: str) -> str:
    pairs = ", ".join(f'"{name}": "{value}"' for name, value in {"@type": "NewsArticle", **stated}.items())
    return f'<script type="application/ld+json">[{{"@graph": [{{{pairs}}}]}}]</script>'


def paragraphs(content: bytes) -> list[str]:
    return str(read_page(content)["text"]).splitlines()


def test_the_headline_is_the_title_and_no_paragraph() -> None:
    fields = read_page(page(before="<h1>Ministers meet in Vienna</h1><h2>Ministers meet in Vienna</h2>"))
    assert fields["title"] == "Ministers meet in Vienna"
    assert str(fields["text"]).startswith("The foreign ministers")


def test_the_heading_on_the_page_is_the_title_and_not_the_name_of_the_paper() -> None:
    fields = read_page(page(before="<h1>The Harbour Post</h1><h1>Two ministers meet in Vienna</h1>"))
    assert fields["title"] == "Two ministers meet in Vienna"


@pytest.mark.parametrize(
    "between",
    [
        '<p><a href="/grain">Read more: Who buys the grain of the two states now?</a></p>',
        '<h3><a href="/grain">Who buys the grain of the two states now?</a></h3>',
        '<ul><li>Trade: <a href="/grain">Who buys the grain of the two states now?</a></li></ul>',
        '<a href="/grain"><h3>Grain</h3><p>Who buys the grain of the two states now, and what does it cost them?</p></a>',
    ],
    ids=["a paragraph", "a heading", "an item of a list", "a teaser"],
)
def test_a_link_to_another_article_is_no_part_of_this_one(between: str) -> None:
    assert "grain of the two" not in "\n".join(paragraphs(page(between=between)))


def test_a_paragraph_that_has_a_link_in_it_stays() -> None:
    between = (
        '<p>The war began when <a href="/border">a border post was shelled</a> last spring, by whom is in dispute.</p>'
    )
    assert any("a border post was shelled" in text for text in paragraphs(page(between=between)))


def test_a_list_of_its_own_stays() -> None:
    between = (
        "<p>Three states had voted against the text:</p><ul><li>Belarus</li><li>Eritrea</li><li>Nicaragua</li></ul>"
    )
    assert "Eritrea" in "\n".join(paragraphs(page(between=between)))


def test_the_standfirst_is_the_first_paragraph() -> None:
    content = page(head=described(STANDFIRST), before=f"<h1>Ministers meet</h1><div><span>{STANDFIRST}</span></div>")
    assert paragraphs(content)[0] == STANDFIRST
    assert paragraphs(content).count(STANDFIRST) == 1


@pytest.mark.parametrize(
    "before",
    [
        "<h1>Ministers meet</h1>",
        f"<h1>Ministers meet</h1><figure><img src='a.jpg'><figcaption><div>{STANDFIRST}</div></figcaption></figure>",
    ],
    ids=["not on the page", "below a picture"],
)
def test_a_description_that_no_one_reads_as_a_standfirst_is_no_text(before: str) -> None:
    assert STANDFIRST not in paragraphs(page(head=described(STANDFIRST), before=before))


def test_the_time_of_publication_comes_with_the_day() -> None:
    stated = article(headline="Ministers meet in Vienna", datePublished="2023-03-20T18:05:00+01:00")
    assert read_page(page(head=stated))["published_at"] == "2023-03-20T18:05:00+01:00"


def test_what_looks_like_a_tag_of_many_attributes_in_a_script_is_none() -> None:
    script = "<script>if (a <b) {" + "x = 1; " * 3_000 + "}</script>"
    assert len(paragraphs(page(head=script))) == 4


def test_a_stray_quotation_mark_does_not_swallow_the_page() -> None:
    between = '<p class="lead"">They left by different doors.</p>' + '<p class="a">The talks go on.</p>' * 700
    assert len(paragraphs(page(between=between))) > 4


@pytest.mark.parametrize(
    "hidden", ["", "<script>", "<!-- <script> -->"], ids=["plain", "after a script", "after a comment"]
)
def test_a_tag_of_very_many_attributes_is_refused(hidden: str) -> None:
    closing = "</script>" if hidden == "<script>" else ""
    with pytest.raises(SourceError, match="1,000 attributes"):
        read_page(page(head=hidden + closing, between=f"<p {'a=1 ' * 2_000}>Peace.</p>"))


def test_of_what_markup_states_only_the_first_texts_are_looked_at() -> None:
    entry = '{"@type": "NewsArticle", "headline": "Talks", "description": "They met."}'
    many = f'<script type="application/ld+json">[{",".join([entry] * 2_000)}]</script>'
    stated = stated_in(load_html(page(head=many)))
    assert 0 < len(stated.titles) < 20
    assert 0 < len(stated.descriptions) < 20
