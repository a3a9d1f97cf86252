"""The pages: each module has a router of its own, and templates of its own name."""

from fastapi import APIRouter

from dateline.serve.pages import (
    about,
    calendar,
    corrections,
    entities,
    events,
    home,
    map,
    network,
    positions,
    quotations,
    reports,
    search,
    sources,
    stories,
)

router = APIRouter()
for page in (
    home,
    stories,
    events,
    calendar,
    entities,
    quotations,
    positions,
    network,
    map,
    sources,
    reports,
    search,
    corrections,
    about,
):
    router.include_router(page.router)
