"""A folder over HTTP, asked by a real client: what is there, what is not, and what must not be."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kliping.preview.server import HOST, Preview

FILES = {
    "index.html": b"<!doctype html><html><body><p>Beranda</p></body></html>",
    "404.html": b"<!doctype html><html><body><p>Tidak ada</p></body></html>",
    "berita/satu/index.html": b"<!doctype html><html><body><p>Satu</p></body></html>",
    "rss.xml": b"<rss/>",
    "data/berita.json": b"[]",
    "langganan/kliping.opml": b"<opml/>",
    "pagefind/wasm.id.pagefind": b"\0",
    "pagefind/mesin.wasm": b"\0asm",
    "nama dengan spasi.txt": b"teks",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "output"
    for name, data in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    (site / "kosong").mkdir()
    (tmp_path / "rahasia.txt").write_text("rahasia")
    return site


@pytest.fixture
def preview(folder: Path) -> Iterator[Preview]:
    with Preview(folder, _free_port()) as preview:
        yield preview


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Answer:
    """What the server says to one request, its path sent as it is."""

    def __init__(self, preview: Preview, path: str, method: str = "GET", **headers: str) -> None:
        connection = http.client.HTTPConnection(HOST, preview.port, timeout=30)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        self.status, self.headers, self.data = response.status, response.headers, response.read()
        self.version = response.version
        connection.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("rss.xml", "application/xml"),
        ("data/berita.json", "application/json"),
        ("langganan/kliping.opml", "text/x-opml; charset=utf-8"),
        ("pagefind/mesin.wasm", "application/wasm"),
        ("pagefind/wasm.id.pagefind", "application/octet-stream"),
        ("nama%20dengan%20spasi.txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_comes_as_it_is_with_its_type_and_is_not_kept(preview: Preview, path: str, kind: str) -> None:
    answer = Answer(preview, f"/{path}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.data == FILES[path.replace("%20", " ")]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.version == 11


def test_a_page_comes_with_our_script_before_its_end_and_its_file_stays_as_it_is(preview: Preview) -> None:
    answer = Answer(preview, "/berita/satu/")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    before, script, after = answer.data.partition(b'<script src="/.kliping/preview.js"')
    assert before.endswith(b"<p>Satu</p>")
    assert script
    assert after.endswith(b"</script></body></html>")
    assert (preview.folder / "berita/satu/index.html").read_bytes() == FILES["berita/satu/index.html"]
    assert b"EventSource" in Answer(preview, "/.kliping/preview.js").data


class _Exchanged(Preview):
    """One whose site becomes another after a file was looked for and before it is read."""

    def find(self, path: str) -> Path | None:
        found = super().find(path)
        self.events.tell_site()
        self.events.tell_search()
        return found


@pytest.mark.parametrize("path", ["/berita/satu/", "/tidak-ada/"])
def test_a_page_that_may_be_older_than_the_site_loads_again(folder: Path, path: str) -> None:
    with _Exchanged(folder, _free_port()) as preview:
        before = preview.events.state
        page = Answer(preview, path).data.decode()
        assert 'data-site="{}" data-search="{}"'.format(*before) in page
        assert not set(before) & set(preview.events.state)


def test_a_folder_without_its_slash_is_sent_on_to_it(preview: Preview) -> None:
    answer = Answer(preview, "/berita/satu?q=a%20b")
    assert (answer.status, answer.headers["Location"]) == (301, "/berita/satu/?q=a%20b")


@pytest.mark.parametrize(
    "path",
    [
        "/tidak-ada/", "/rss.xml/", "/kosong/", "/berita/", "/berita//satu/", "/../rahasia.txt", "/%2e%2e/rahasia.txt",
        "/berita/..%2f..%2f..%2frahasia.txt", "/..%5crahasia.txt", "/a%00b", "/%ff", "/jalan-keluar/rahasia.txt", "//contoh.example/berita",
        "/[", "/.kliping/lain",
    ],
)  # fmt: skip
def test_what_is_not_there_or_lies_outside_is_the_sites_404_page(preview: Preview, path: str) -> None:
    (preview.folder / "jalan-keluar").symlink_to(preview.folder.parent)
    answer = Answer(preview, path)
    assert answer.status == 404
    assert b"Tidak ada" in answer.data
    assert b"rahasia" not in answer.data


def test_before_there_is_a_site_a_page_waits_for_it(preview: Preview) -> None:
    (preview.folder / "404.html").unlink()
    answer = Answer(preview, "/tidak-ada")
    assert answer.status == 404
    assert b"/.kliping/preview.js" in answer.data


def test_head_is_answered_without_the_file(preview: Preview) -> None:
    answer = Answer(preview, "/rss.xml", "HEAD")
    assert (answer.status, answer.data) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(FILES["rss.xml"]))


def test_under_a_sub_path_nothing_is_served_beside_it(preview: Preview) -> None:
    preview.base = "/repo"
    assert Answer(preview, "/repo/berita/satu/").status == 200
    assert Answer(preview, "/berita/satu/").status == 404
    assert Answer(preview, "/repository/").status == 404
    assert [Answer(preview, path).headers["Location"] for path in ("/", "/repo")] == ["/repo/", "/repo/"]


def test_a_page_of_another_name_that_leads_here_is_refused(preview: Preview) -> None:
    assert Answer(preview, "/", Host="jahat.example").status == 403
    assert Answer(preview, "/", Host=f"localhost:{preview.port}").status == 200


def test_nothing_but_the_loopback_is_listened_on(preview: Preview) -> None:
    assert preview._server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_gives_the_next(folder: Path, preview: Preview) -> None:
    with Preview(folder, preview.port) as second:
        assert second.port > preview.port
        assert Answer(second, "/").status == 200


def test_a_browser_is_told_of_each_change_and_of_nothing_twice(preview: Preview) -> None:
    connection = http.client.HTTPConnection(HOST, preview.port, timeout=30)
    connection.request("GET", "/.kliping/events")
    stream = connection.getresponse()
    assert stream.headers["Content-Type"].startswith("text/event-stream")

    def told() -> dict[str, object]:
        line = next(line for line in iter(stream.readline, b"") if line.startswith(b"data: "))
        return dict(json.loads(line[6:]))

    first = told()
    preview.events.tell_mistakes("Betulkan", ["<b>x</b>"])
    preview.events.tell_mistakes("Betulkan", ["<b>x</b>"])
    second = told()
    assert (second["title"], second["mistakes"], second["site"]) == ("Betulkan", ["<b>x</b>"], first["site"])
    preview.events.tell_site()
    assert told()["site"] != first["site"]
    connection.close()


def test_a_browser_that_goes_away_is_no_error(preview: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection((HOST, preview.port)) as gone:
        gone.sendall(b"GET /.kliping/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        gone.recv(100)
    for _ in range(5):
        preview.events.tell_site()
        assert Answer(preview, "/").status == 200
    assert capfd.readouterr().err == ""
