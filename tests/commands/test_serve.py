"""`invoke serve` as users have it: a real server, a real browser, real changes."""

from __future__ import annotations

import os
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kliping.system.lock import locked
from tests.commands.serving import PATIENCE, Serving, free_port, taken, until
from tests.site.conftest import invoke
from tests.site.scratch import Scratch, replace, tree

OLD, NEW = "Gudang k0 dibuka untuk", "Gudang k0 ditutup untuk"
ARTICLE = "berita/k0/"


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.at(tmp_path).fill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.set_default_timeout(1000 * PATIENCE)
    yield opened
    context.close()


def _text(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310
        return answer.read().decode()


def _is_searched(page: str) -> bool:
    """Whether it has an index, and one that has followed the last change."""
    return "data-parts" in page and "belum memuat" not in page


def _shows(page: Page, words: str) -> None:
    expect(page.locator("main").get_by_text(words).last).to_be_visible(timeout=1000 * PATIENCE)


def _banner(page: Page) -> object:
    return expect(page.get_by_role("alert"))


def test_a_changed_text_is_built_and_the_browser_loads_it_again(scratch: Scratch, page: Page) -> None:
    with Serving(scratch.root) as serving:
        page.goto(f"{serving.url}/{ARTICLE}")
        _shows(page, OLD)
        scratch.mend("k0", OLD, NEW)
        _shows(page, NEW)


def test_a_changed_template_and_a_setting_are_shown_too(scratch: Scratch, page: Page) -> None:
    with Serving(scratch.root) as serving:
        page.goto(f"{serving.url}/{ARTICLE}")
        replace(scratch.root / "theme/templates/article.html", "{% block content %}", "{% block content %}<p>Pita</p>")
        _shows(page, "Pita")
        replace(scratch.root / "pelican.conf.py", "Kliping Pilkada Jakarta", "Kliping Teladan")
        expect(page).to_have_title("Gudang k0 Dibuka – Kliping Teladan", timeout=1000 * PATIENCE)


def test_a_mistake_stands_in_the_page_as_text_until_it_is_mended(scratch: Scratch, page: Page) -> None:
    template = scratch.root / "theme/templates/article.html"
    with Serving(scratch.root) as serving:
        page.goto(f"{serving.url}/{ARTICLE}")
        replace(template, "{% block content %}", "{% block content %}{{ '<b>' + tidak_ada }}")
        _banner(page).to_contain_text("article.html", timeout=1000 * PATIENCE)
        _banner(page).to_contain_text("tidak_ada")
        page.goto(f"{serving.url}/")  # another page tells it as well, and the last good site stands
        _banner(page).to_contain_text("mend the template", timeout=1000 * PATIENCE)
        replace(scratch.root / "content/elections/pilkada-2024.yaml", "\n", "\nx: [\n")
        _banner(page).to_contain_text("pilkada-2024.yaml", timeout=1000 * PATIENCE)
        replace(scratch.root / "content/elections/pilkada-2024.yaml", "\nx: [\n", "\n")
        replace(template, "{{ '<b>' + tidak_ada }}", "")
        _banner(page).to_have_count(0, timeout=1000 * PATIENCE)
        serving.until_said("all is mended")
    assert "tidak_ada" in serving.said
    assert "Traceback" not in serving.said


def test_what_is_refused_from_the_start_is_shown_until_the_first_site_can_be_built(
    scratch: Scratch, page: Page
) -> None:
    settings, wrong = scratch.root / "pelican.conf.py", '\nSITEURL = "<b>tebal</b>"\n'
    settings.write_text(settings.read_text() + wrong)
    with Serving(scratch.root) as serving:
        page.goto(f"{serving.url}/{ARTICLE}")
        _banner(page).to_contain_text("SITEURL '<b>tebal</b>' is no address", timeout=1000 * PATIENCE)
        replace(settings, wrong, "")
        _shows(page, OLD)


def test_it_is_served_at_the_next_port_below_the_path_of_its_address_as_build_makes_it(scratch: Scratch) -> None:
    address = ("--site-url", "https://contoh.example/repo")
    port = free_port()
    with taken(port), Serving(scratch.root, *address, port=port) as serving:
        assert serving.url.endswith("/repo")
        assert f"port {port} is in use" in serving.said
        assert f":{port}/" not in serving.url
        assert OLD in _text(f"{serving.url}/{ARTICLE}")
        with pytest.raises(urllib.error.HTTPError) as missing:
            _text(f"{serving.url}/tidak-ada/")
        with missing.value as answer:
            assert answer.code == 404
            assert 'href="/repo/"' in answer.read().decode()
        scratch.mend("k0", OLD, NEW)
        serving.until_said("built again")
        until(lambda: _is_searched(_text(f"{serving.url}/cari/")), serving)
        served = tree(scratch.output)
    assert served == scratch.from_nothing(*address)


def test_ctrl_c_ends_it_at_once_with_one_line_and_no_process_is_left(scratch: Scratch) -> None:
    with Serving(scratch.root) as serving:
        assert serving.url
        assert len(serving.processes()) >= 2
        said = len(serving.lines)
        assert serving.interrupt() == 0
        until(lambda: not serving.processes())
        assert [line for line in serving.lines[said:] if "search" not in line] == [
            "stopped serving; the site stays in output/\n"
        ]


def test_killed_it_leaves_no_process(scratch: Scratch) -> None:
    with Serving(scratch.root) as serving:
        assert serving.url
        serving.process.kill()
        until(lambda: not serving.processes())


def test_where_the_process_that_forks_builds_is_killed_it_goes_on(scratch: Scratch, page: Page) -> None:
    with Serving(scratch.root) as serving:
        page.goto(f"{serving.url}/{ARTICLE}")
        os.kill(serving.forking(), signal.SIGKILL)
        scratch.mend("k0", OLD, NEW)
        _shows(page, NEW)
        _banner(page).to_have_count(0, timeout=1000 * PATIENCE)
        assert serving.process.poll() is None


def test_another_build_can_run_meanwhile_and_is_waited_for(scratch: Scratch, page: Page) -> None:
    with Serving(scratch.root) as serving:
        page.goto(f"{serving.url}/{ARTICLE}")
        serving.until_said("serving")
        with locked(_free(scratch)):
            scratch.mend("k0", OLD, NEW)
            serving.until_said("another build is at work here")
        _shows(page, NEW)
        _free(scratch)
        assert invoke(scratch.root, "build").code == 0


def _free(scratch: Scratch) -> Path:
    """The state folder, once nobody is at work there."""

    def is_free() -> bool:
        try:
            with locked(scratch.state):
                return True
        except Exception:
            return False

    until(is_free)
    return scratch.state


@pytest.mark.parametrize("port", ["0", "65536", "delapan", "-1", "8e3", "99999999999", ""])
def test_a_port_that_is_none_is_refused(scratch: Scratch, port: str) -> None:
    run = invoke(scratch.root, "serve", f"--port={port}")
    assert run.code == 64
    assert "give a number from 1 to 65535" in run.err
    assert not scratch.output.exists()


def test_where_no_port_is_free_the_option_is_refused(scratch: Scratch) -> None:
    with taken(65535):  # there is none after it
        run = invoke(scratch.root, "serve", "--port=65535")
    assert run.code == 64
    assert "name another with --port" in run.err
    assert not scratch.output.exists()


def test_an_output_that_holds_what_is_somebody_elses_is_refused(scratch: Scratch, tmp_path: Path) -> None:
    other = tmp_path / "milik-orang"
    other.mkdir()
    (other / "catatan.txt").write_text("jangan dihapus")
    run = invoke(scratch.root, "serve", "--output", str(other))
    assert run.code == 64
    assert "milik-orang/ holds catatan.txt, which no build put there" in run.err
    assert [path.name for path in other.iterdir()] == ["catatan.txt"]
