"""Who may ask, from where, and what a browser may do with an answer.

A token opens the application: in the address that is opened first it is exchanged for a cookie that no script can read and no
other site can make a browser send. Programs send it as `Authorization: Bearer TOKEN`.
"""

from __future__ import annotations

import secrets
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.faults import Refusal, TooLargeError, answer
from dateline.serve.options import LOOPBACK, ServeOptions

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy of every answer: files of ours only, nothing inline, nothing of any other host."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
READ_ONLY_PATHS = ("/api/v1/", "/feeds/")
"""Where nothing can be changed: a method that would is answered with 405, whoever sends it."""

OPEN_PATHS = ("/static/",)
"""What anyone may fetch: it says nothing of the record."""


class Safety:
    """The gate in front of the application."""

    def __init__(self, app: ASGIApp, *, options: ServeOptions) -> None:
        self._app = app
        self._options = options
        self._cookie = f"dateline_{options.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is not to be answered; pass on the rest, and set the headers of every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _with_headers(send, private=not scope["path"].startswith(OPEN_PATHS))
        refused = self._refusal(scope) or self._exchange(scope)
        if refused is not None:
            await refused(scope, receive, guarded)
        else:
            await self._app(scope, _limited(receive, self._options.most_upload), guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._knows(headers.get("host", "")):
            return answer(scope, Refusal(400, "wrong host", "this application does not answer under that host name"))
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._options.most_upload:
            return answer(scope, Refusal(413, "too large", f"at most {self._options.most_upload} bytes may be sent"))
        bearer = self._bears(headers)
        method = "GET" if scope["path"].startswith(READ_ONLY_PATHS) else scope["method"]
        if not bearer and (why := _strange(method, headers)):
            return answer(scope, Refusal(403, "not from here", why))
        return None

    def _exchange(self, scope: Scope) -> Response | None:
        """Return the answer to a request that does not bear the token yet; None for one that may pass."""
        token = self._options.token
        if token is None or scope["path"].startswith(OPEN_PATHS):
            return None
        headers = Headers(scope=scope)
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        given = query.pop("token", None)
        if given is not None and _same(given, token) and scope["method"] in SAFE_METHODS:
            return None if scope["path"].startswith(("/api/", "/feeds/")) else self._welcome(scope["path"], query)
        if self._bears(headers) or _same(cookie_parser(headers.get("cookie", "")).get(self._cookie, ""), token):
            return None
        return answer(
            scope,
            Refusal(
                401,
                "not opened yet",
                "open the address that `dateline serve` printed when it started; a program sends the token of that"
                " address as: Authorization: Bearer TOKEN",
            ),
        )

    def _welcome(self, path: str, query: dict[str, str]) -> Response:
        # The path is taken as a path on this host, whatever it begins with.
        address = "/" + path.lstrip("/\\") + (f"?{urlencode(query)}" if query else "")
        response = RedirectResponse(address, status_code=303)
        response.set_cookie(self._cookie, self._options.token or "", httponly=True, samesite="strict", path="/")
        return response

    def _bears(self, headers: Headers) -> bool:
        kind, _, token = headers.get("authorization", "").partition(" ")
        return self._options.token is not None and kind.lower() == "bearer" and _same(token, self._options.token)

    def _knows(self, host: str) -> bool:
        """Say whether the application may be reached under a name: another name may be one that a stranger's page points here."""
        name = (urlsplit(f"//{host}").hostname or "") if _is_host(host) else ""
        if name in LOOPBACK or name in self._options.hosts or name == self._options.host:
            return True
        return not self._options.is_local and _is_address(name)


def _is_host(host: str) -> bool:
    return bool(host) and not set(host) & set("/\\@?# ") and host.count("[") == host.count("]") <= 1


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _same(given: str, token: str) -> bool:
    return secrets.compare_digest(given.encode(), token.encode())


def _strange(method: str, headers: Headers) -> str | None:
    """Say why a request comes from elsewhere: another site may lead here by a link, and do nothing else."""
    site = headers.get("sec-fetch-site")
    if method in SAFE_METHODS:
        led_here = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        if site in ("cross-site", "same-site") and not led_here:
            return "another site may link to a page, but not fetch it"
        return None
    if site is not None:
        return None if site == "same-origin" else "what changes the record must come from a page of this application"
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc == headers.get("host"):
        return None
    return "what changes the record must come from a page of this application, or bear the token"


def _with_headers(send: Send, *, private: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if private:
                headers.setdefault("cache-control", "private, no-cache")
        await send(message)

    return sending


def _limited(receive: Receive, most: int) -> Receive:
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooLargeError(most)
        return message

    return receiving
