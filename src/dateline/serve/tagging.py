"""Answers that need not be sent twice: each bears a tag of the record's revision and of the question."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from hashlib import blake2b
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute


class TaggedRoute(APIRoute):
    """A route whose answers to GET have an ETag; an asker who has that answer already is told so in place of it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler of the route with the tag before and after it."""
        inner = super().get_route_handler()

        async def handle(request: Request) -> Response:
            if request.method != "GET":
                return await inner(request)
            # The tag is taken first: where the record changes meanwhile, the answer is newer than its tag, never older.
            tag = tag_of(request)
            headers = {"etag": tag, "vary": "Accept"}
            if tag in _known(request):
                return Response(status_code=304, headers=headers)
            response = await inner(request)
            response.headers.update(headers)
            return response

        return handle


def tag_of(request: Request) -> str:
    """Return the tag of the answer to a request: another one when the record, the question or the form wanted is another."""
    asked = "\n".join(
        (
            request.app.state.record.revision(),
            str(request.url),
            request.headers.get("accept", ""),
        )
    )
    return f'"{blake2b(asked.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()}"'


def _known(request: Request) -> set[str]:
    """Return the tags that an asker has; a weak one is as good, as RFC 9110 has it for If-None-Match."""
    given = request.headers.get("if-none-match", "")
    return {tag.strip().removeprefix("W/") for tag in given.split(",")}
