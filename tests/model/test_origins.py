"""Origins."""

from __future__ import annotations

import pytest

from dateline.model import Change, CopyRelation, Evidence, Judgement, KeyedLink, Link, LinkKind, Origin, Span, Verdict


def origin(relation: CopyRelation, shared: float = 1.0) -> Origin:
    change = Change(
        kind="number",
        before=Evidence(document_id="doc:1", span=Span(3, 5), quote="14"),
        after=Evidence(document_id="doc:2", span=Span(4, 6), quote="15"),
    )
    return Origin(
        document_id="doc:2",
        origin="doc:1",
        group="doc:1",
        relation=relation,
        shared=shared,
        changes=(change,),
        fingerprint=("0a", "1b"),
    )


@pytest.mark.parametrize("relation", list(CopyRelation))
def test_origin_is_read_back_from_its_link(relation: CopyRelation) -> None:
    written = origin(relation, shared=0.7)
    judgement = Judgement(verdict=Verdict.POSITIVE, author="test", score=0.8)
    link = Link(kind=LinkKind.COPY_OF, left="doc:2", right="doc:1", judgement=judgement)
    assert Origin.told_by(KeyedLink(link=link, data=written.written())) == written


@pytest.mark.parametrize(
    ("relation", "shared", "own"),
    [
        (CopyRelation.ORIGINAL, 1.0, True),
        (CopyRelation.COPY, 0.6, False),
        (CopyRelation.REVISION, 1.0, False),
        (CopyRelation.EXCERPT, 0.9, False),
        (CopyRelation.EXCERPT, 0.1, True),
    ],
)
def test_originals_and_articles_that_quote_a_passage_speak_for_themselves(
    relation: CopyRelation, shared: float, own: bool
) -> None:
    assert origin(relation, shared).has_own_words is own
