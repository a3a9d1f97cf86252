"""What is answered when a question cannot be: one shape for programs (RFC 9457), one page for people."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from dateline.errors import DatelineError, NotFoundError, StoreBusyError, StoreSlowError
from dateline.serve.rendering import render_fault

PROBLEM = "application/problem+json"


class TooLargeError(HTTPException):
    """A request sends more than it may. It is an HTTPException so that no reader of forms takes it for a slip of its own."""

    def __init__(self, most: int) -> None:
        super().__init__(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {most} bytes may be sent")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: an HTTP status, what is wrong in two or three words, and what a reader can do about it."""

    status: int
    title: str
    detail: str


def answer(scope: Scope, refusal: Refusal) -> Response:
    """Return a refusal in the shape that the asker can read: under /api/ and /feeds/ a problem of RFC 9457, else a page."""
    if scope["path"].startswith(("/api/", "/feeds/")):
        problem = {"status": refusal.status, "title": refusal.title, "detail": refusal.detail}
        return JSONResponse(problem, status_code=refusal.status, media_type=PROBLEM)
    return Response(
        render_fault(refusal.status, refusal.title, refusal.detail),
        status_code=refusal.status,
        media_type="text/html",
    )


def refusal_of(error: Exception) -> Refusal:
    """Return how an error is told; one that was not foreseen tells nothing of the machine."""
    if isinstance(error, TooLargeError):
        return Refusal(413, "too large", str(error.detail))
    if isinstance(error, HTTPException):
        return Refusal(error.status_code, _phrase(error.status_code), str(error.detail))
    if isinstance(error, RequestValidationError):
        return Refusal(422, "wrong question", _told(error))
    if isinstance(error, NotFoundError):
        return Refusal(404, "not found", _without_path(error))
    if isinstance(error, StoreSlowError):
        return Refusal(503, "took too long", "the question took too long and was stopped; ask for fewer days or less")
    if isinstance(error, StoreBusyError):
        return Refusal(409, "busy", "another process is writing to the record; try again when it has ended")
    if isinstance(error, (DatelineError, ValueError)):
        return Refusal(400, "wrong question", _without_path(error))
    return Refusal(500, "failed", "the answer failed, and the reason is in the log of `dateline serve`")


async def respond(request: Request, error: Exception) -> Response:
    """Return the answer to a request that ended in an error."""
    refusal = refusal_of(error)
    response = answer(request.scope, refusal)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase.lower() if status in set(HTTPStatus) else "failed"


def _told(error: RequestValidationError) -> str:
    return "; ".join(f"{found['loc'][-1] if found['loc'] else 'request'}: {found['msg']}" for found in error.errors())


def _without_path(error: Exception) -> str:
    """Return the message of an error without the store's path before it, which is nobody's business on the web."""
    told = str(error)
    head, separator, rest = told.partition(": ")
    return rest if separator and ("/" in head or head.endswith(".db") or head == ":memory:") else told
