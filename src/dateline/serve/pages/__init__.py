"""The pages: each module has a router of its own, its templates have the same name."""

from fastapi import APIRouter

from dateline.serve.pages import home

router = APIRouter()
for page in (home,):
    router.include_router(page.router)
