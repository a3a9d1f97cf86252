"""The first page: what the record holds."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.serve.asking import AskedRecord, AsOf
from dateline.serve.rendering import render

router = APIRouter()


@router.get("/")
def home(request: Request, record: AskedRecord, as_of: AsOf) -> Response:
    """Show what the record holds."""
    return render(request, "home.html", as_of=as_of, counts=record.counts())
