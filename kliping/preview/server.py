"""A site's folder over HTTP, on this machine only: as a host of static sites would serve it, nothing kept by browsers.

Pages get a script that loads them again when the site has changed.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote

from kliping.preview.events import Events

HOST = "127.0.0.1"
MOST_PORTS = 20  # tried after the one that was asked for
_HOSTS = ("127.0.0.1", "localhost")  # by other names a foreign page could read what is served here
_OURS = "/.kliping/"
_SCRIPT = Path(__file__).with_name("preview.js")
_PATIENCE = 15  # seconds until a page that is told nothing is told that we are still there
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".xsl": "application/xml",
    ".opml": "text/x-opml; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}


class Preview:
    """Serves a folder below a base, a path such as `/repo`. `with` opens its port and serves until the block ends."""

    def __init__(self, folder: Path, port: int) -> None:
        """Raises OSError where neither the port nor one of the next is free."""
        self.folder, self.base, self.events = folder, "", Events()
        self._server = _opened(port, partial(_Request, self))

    @property
    def port(self) -> int:
        """The port that was free."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of the first page."""
        return f"http://{HOST}:{self.port}{self.base}/"

    def __enter__(self) -> "Preview":
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def find(self, path: str) -> Path | None:
        """The file or folder of a path of the site; None where there is none, or where it lies outside the folder."""
        inside = path.removeprefix(f"{self.base}/")
        if inside == path:
            return None
        try:
            parts = unquote(inside.removesuffix("/"), errors="strict").split("/") if inside else []
            if any(part in ("", ".", "..") or set(part) & {"\0", "\\", ":"} for part in parts):
                return None
            found = self.folder.joinpath(*parts).resolve(strict=True)
        except (OSError, ValueError, RuntimeError):  # of links in a circle, before Python 3.13
            return None
        return found if found.is_relative_to(self.folder.resolve()) else None


class _Request(BaseHTTPRequestHandler):
    """One connection of a browser."""

    protocol_version = "HTTP/1.1"
    server_version = "kliping"

    def __init__(self, preview: Preview, *words: Any) -> None:
        self._preview = preview
        super().__init__(*words)

    def do_GET(self) -> None:
        """Answer with a file, a redirect, our own script, the events, or 404."""
        self._state = self._preview.events.state  # before a file is looked for: a page is never older than its mark
        path, _, query = self.path.partition("?")
        if self.headers.get("Host", "").partition(":")[0] not in _HOSTS:
            self._answer(HTTPStatus.FORBIDDEN, f"Only {' and '.join(_HOSTS)} are served.".encode(), ".txt")
        elif path == f"{_OURS}events":
            self._tell_events()
        elif path == f"{_OURS}preview.js":
            self._answer(HTTPStatus.OK, _SCRIPT.read_bytes(), ".js")
        else:
            self._answer_path(path, query)

    do_HEAD = do_GET

    def _answer_path(self, path: str, query: str) -> None:
        base, found = self._preview.base, self._preview.find(path)
        if path in ("/", base) and base:
            self._redirect(f"{base}/", query)
        elif found and found.is_dir() and not path.endswith("/"):
            self._redirect(f"{path}/", query)
        else:
            file = found / "index.html" if found and found.is_dir() else None if path.endswith("/") else found
            self._answer_file(file) if file and file.is_file() else self._not_found()

    def _answer_file(self, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:  # gone since it was looked for
            self._not_found()
        else:
            self._answer(HTTPStatus.OK, data, file.suffix)

    def _redirect(self, path: str, query: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", quote(path, safe="/%") + (f"?{query}" if query else ""))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _not_found(self) -> None:
        page = b"<!doctype html><title>404</title><body><h1>404</h1></body>"
        with contextlib.suppress(OSError):
            page = (self._preview.folder / "404.html").read_bytes()
        self._answer(HTTPStatus.NOT_FOUND, page, ".html")

    def _answer(self, status: HTTPStatus, data: bytes, suffix: str) -> None:
        if suffix == ".html":
            data = _with_script(data, self._state)
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _tell_events(self) -> None:
        """Send the state, and each new one, until the browser goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        seen, data = -1, None
        self.wfile.write(b"retry: 500\n\n")
        while self.command != "HEAD":
            seen, data = self._preview.events.next(seen, _PATIENCE)
            self.wfile.write(f"data: {data}\n\n".encode() if data else b":\n\n")

    def log_message(self, format: str, *words: object) -> None:
        """Say nothing: the terminal is for builds."""


def _with_script(page: bytes, state: tuple[str, str]) -> bytes:
    """A page with our script at its end, and there the state of the site that it was read from."""
    site, search = state
    script = f'<script src="{_OURS}preview.js" data-site="{site}" data-search="{search}"></script>'
    end = page.lower().rfind(b"</body>")
    end = len(page) if end < 0 else end
    return page[:end] + script.encode() + page[end:]


class _Server(ThreadingTCPServer):
    allow_reuse_address = os.name != "nt"  # where it would let two servers have one port
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has gone away is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _opened(port: int, handler: Any) -> _Server:
    """A server on the port, or on the next that is free. Raises OSError."""
    for candidate in _candidates(port):
        try:
            return _Server((HOST, candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))


def _candidates(port: int) -> Iterator[int]:
    yield from range(port, min(port + MOST_PORTS, 65535) + 1)
