"""The application put together: the record it asks, its routes, and the gate before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from dateline import api
from dateline.errors import DatelineError
from dateline.serve import feeds, pages, rest
from dateline.serve.faults import respond
from dateline.serve.options import ServeOptions
from dateline.serve.rendering import STATIC
from dateline.serve.safety import Safety


def create_app(store: str | Path, *, options: ServeOptions | None = None) -> FastAPI:
    """Return the application that shows the record in *store*; raises StoreError when there is none.

    The record is opened for reading only, so that pages are shown while another process builds it.
    """
    given = options or ServeOptions()
    record = api.open_paged(store, seconds=given.seconds)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    app = FastAPI(
        title="dateline",
        version=version("dateline"),
        summary="A record of dated news reports, as of any day.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.record = record
    app.state.store = str(store)
    app.state.options = given
    for kind in (HTTPException, RequestValidationError, DatelineError, ValueError, Exception):
        app.add_exception_handler(kind, respond)
    app.include_router(rest.router, prefix="/api/v1")
    app.include_router(feeds.router)
    app.include_router(pages.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Safety, options=given)
    return app
