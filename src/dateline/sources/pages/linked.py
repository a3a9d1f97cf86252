"""Links to other articles, which stand among an article's own paragraphs and are none of it."""

from __future__ import annotations

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.sources.pages.words import plain

_LEAST_LINKED = {"li": 0.6, "p": 0.8, "h2": 0.8, "h3": 0.8, "h4": 0.8, "h5": 0.8}
"""The share of an element's characters from which on it is taken for a link. Chosen on bench/pages: text F1 96.2 to 96.9."""

_TEASERS = ("p", "h2", "h3", "h4", "h5")


def drop_links(tree: HtmlElement) -> None:
    """Take out of a page the elements that only lead elsewhere: whole paragraphs and headings of link, teasers inside one."""
    for element in list(tree.iter(*_LEAST_LINKED)):
        if element.getparent() is not None and (_is_teaser(element) or _is_link(element)):
            element.drop_tree()


def _is_teaser(element: HtmlElement) -> bool:
    if element.tag not in _TEASERS:
        return False
    around = {ancestor.tag for ancestor in element.iterancestors("a", "h1")}
    return "a" in around and "h1" not in around


def _is_link(element: HtmlElement) -> bool:
    words = plain(element)
    links = sum(len(plain(link)) for link in element.iter("a") if _leads_elsewhere(link))
    return bool(words) and links >= _LEAST_LINKED[element.tag] * len(words)


def _leads_elsewhere(link: HtmlElement) -> bool:
    address = link.get("href") or "#"
    return not address.startswith("#")
