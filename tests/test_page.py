"""The HTML page in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.nlp.engine import Engine
from extractor.pipeline import extract
from extractor.render.html import render_html
from extractor.types import Raw

sync_api = pytest.importorskip("playwright.sync_api", reason="make peers installs it")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no chromium on this machine")
SAMPLES = Path(__file__).parent.parent / "samples"
ONE = """<img src=x onerror="document.title='owned'"> NAIROBI (AP) - Kenya's President William Ruto met Sergey Lavrov of Russia on 3 May 2023.

Lavrov said the Russian people thanked Nairobi. Ruto spoke on 4 May 2023."""


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with sync_api.sync_playwright() as p:
        b = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield b
        b.close()


@pytest.fixture
def page(browser) -> Iterator:
    context = browser.new_context(viewport={"width": 1100, "height": 500})
    page = context.new_page()
    page.faults = []
    page.on("console", lambda m: page.faults.append(m.text))
    page.on("pageerror", lambda e: page.faults.append(str(e)))
    yield page
    assert page.faults == []
    context.close()


def written(engine: Engine, texts: list[str], folder: Path) -> str:
    own = replace(engine, config=replace(engine.config, include_text=True))
    file = folder / "page.html"
    file.write_text("".join(render_html(extract(Raw(f"a{n}", t), own) for n, t in enumerate(texts))), encoding="utf-8")
    return file.as_uri()


def test_it_opens_and_asks_for_nothing_else(page, engine: Engine, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    url = written(engine, [ONE], tmp_path)
    page.goto(url)
    assert asked == [url]
    assert page.title() != "owned" and page.locator("img").count() == 0
    assert page.locator("mark", has_text="Lavrov").count() == 2
    assert page.locator("svg.timeline a").count() == 2


def test_the_filter_leaves_what_it_names(page, engine: Engine, tmp_path: Path) -> None:
    page.goto(written(engine, [ONE], tmp_path))
    names = page.locator("li[data-entity]:visible .name")
    everything = names.count()
    page.get_by_role("searchbox").fill("lavrov")
    assert names.all_inner_texts() == ["Sergey Lavrov"]
    assert page.locator("mark:not(.off)").all_inner_texts() == ["Sergey Lavrov", "Lavrov"]
    page.keyboard.press("Escape")
    assert names.count() == everything
    page.get_by_label("People").uncheck()
    assert "Sergey Lavrov" not in names.all_inner_texts()


def test_an_entity_leads_to_its_mention_by_mouse_and_by_keyboard(page, engine: Engine, tmp_path: Path) -> None:
    page.goto(written(engine, [ONE.replace("\n\n", "\n\nNothing here.\n\n" * 60)], tmp_path))
    second = page.get_by_label("Sergey Lavrov, mention 2")
    second.click()
    target = page.locator(f"#{page.url.split('#')[1]}")
    assert target.inner_text() == "Lavrov" and "hot" in (target.get_attribute("class") or "")
    assert 0 <= target.bounding_box()["y"] <= 500
    page.get_by_role("searchbox").fill("ruto")
    page.keyboard.press("Enter")
    assert page.locator(f"#{page.url.split('#')[1]}").inner_text() == "William Ruto"


def test_many_articles_have_an_index(page, engine: Engine, tmp_path: Path) -> None:
    page.goto(written(engine, [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*.txt"))[:4]], tmp_path))
    links = page.locator("nav.index a")
    assert links.count() == 4
    links.nth(3).focus()
    page.keyboard.press("Enter")
    assert -1 <= page.locator(f"#{page.url.split('#')[1]}").bounding_box()["y"] < 500


def test_print_shows_the_text_and_no_controls(page, engine: Engine, tmp_path: Path) -> None:
    page.goto(written(engine, [ONE], tmp_path))
    page.emulate_media(media="print")
    assert not page.get_by_role("searchbox").is_visible()
    assert page.locator("mark").first.is_visible()
    assert len(page.pdf()) > 5_000


def test_light_and_dark_have_readable_contrast(page, engine: Engine, tmp_path: Path) -> None:
    url = written(engine, [ONE], tmp_path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(url)
        for selector in ("body", "mark"):
            fg, bg = page.evaluate("""s => { const e = document.querySelector(s), c = getComputedStyle(e); return [c.color, c.backgroundColor] }""", selector)
            assert contrast(fg, bg) >= 4.5, (scheme, selector, fg, bg)


def contrast(a: str, b: str) -> float:
    """WCAG 2 contrast ratio of two CSS rgb() colours."""

    def luminance(css: str) -> float:
        parts = [int(x) / 255 for x in re.findall(r"\d+", css)[:3]]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
