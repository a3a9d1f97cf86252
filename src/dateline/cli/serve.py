"""dateline serve: open the record in a browser."""

from __future__ import annotations

import gc
import importlib
import secrets
import socket
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli.options import DEFAULT_STORE
from dateline.cli.printing import FAILED, complain, console


def run(
    store: Annotated[
        Path, typer.Option("--store", "-s", help="The store to show.", envvar="DATELINE_STORE")
    ] = DEFAULT_STORE,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")] = 8731,
    host: Annotated[
        str, typer.Option(help="The address to answer on; other machines can ask at any but 127.0.0.1.")
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(
            help="The token that opens the application; needed for a host that others can reach.",
            envvar="DATELINE_TOKEN",
            show_default="a new one",
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser.")] = True,
) -> None:
    """Open the record in a browser: pages, search, a map, corrections, and the same for programs under /api/v1.

    Nothing is asked of any other machine, and no other can ask, unless --host says so. Ends with Ctrl-C.

    Examples:

        dateline serve --store r.db

        dateline serve --store r.db --port 9000 --no-browser
    """
    serve, uvicorn = _web()
    if token is None and host not in serve.options.LOOPBACK:
        raise typer.BadParameter(f"--host {host} can be reached from other machines: give --token TOKEN too")
    try:
        listening = _listening(host, port)
    except OSError as error:
        complain(f"{host}:{port}: {error.strerror}; another program may use the port, try --port 0")
        raise typer.Exit(FAILED) from error
    with listening:
        chosen = listening.getsockname()[1]
        options = serve.ServeOptions(host=host, port=chosen, token=token or secrets.token_urlsafe(16))
        app = serve.create_app(store, options=options)
        shown = f"[{host}]" if ":" in host else host
        console().print(f"http://{shown}:{chosen}/?token={options.token}", soft_wrap=True)
        sys.stdout.flush()
        console(stderr=True).print(f"shows {store}; Ctrl-C ends", style="dim")
        if browser:
            # The socket listens already, so that the browser waits for the first answer.
            webbrowser.open(f"http://{shown}:{chosen}/?token={options.token}")
        # What is loaded by now stays; looking through it for garbage again and again took a fifth of a second each time.
        gc.collect()
        gc.freeze()
        # A signal is how it is meant to end; the server has seen to its last answers when it passes the signal on.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; it says that it is TCP, without which every answer waits for the reader's acknowledgement."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def _web() -> tuple[Any, Any]:
    """Return the modules of the application, which are heavy and need an extra."""
    try:
        return importlib.import_module("dateline.serve"), importlib.import_module("uvicorn")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("dateline"):
            raise
        complain(
            f"the web pages need {error.name}: pip install 'dateline[web]', or in a clone: pip install -e '.[web]'"
        )
        raise typer.Exit(FAILED) from error
