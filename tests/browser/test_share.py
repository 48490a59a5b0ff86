"""Quoted sentences can be shared and cited: with pointer, keys and finger, or without the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.tools.browsing.access import violations
from tests.tools.kinds import KINDS
from tests.tools.turns import one_in

TASK, PAPER = KINDS["task"], "directives/ferries-lights-2023-lamp-census/index.html"
ADDRESS = "https://directives.example/jilan/"
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 375, "height": 812}


@pytest.fixture
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=served, viewport=WIDE, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def finger(browser: Browser, served: str) -> Iterator[Page]:
    """A page on a device whose pointer cannot hover."""
    context = browser.new_context(base_url=served, viewport=PHONE, has_touch=True, is_mobile=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def _copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def _tools(page: Page) -> Locator:
    return page.get_by_role("toolbar", name="分享与引用").locator("visible=true")


def test_the_address_of_a_sentence_leads_to_it(page: Page) -> None:
    page.goto(TASK)
    said = page.locator(".said blockquote")
    said.hover()
    said.get_by_role("button", name="复制链接").click()
    expect(said.get_by_role("status")).to_have_text("已复制：复制链接")
    name = said.locator("mark").get_attribute("id")
    assert _copied(page) == f"{ADDRESS}{TASK}#{name}"
    page.goto(f"{TASK}#{name}")
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_a_quote_is_copied_with_its_paper_place_day_and_address(page: Page) -> None:
    page.goto(TASK)
    said = page.locator(".said blockquote")
    words, name = said.locator("mark").inner_text(), said.locator("mark").get_attribute("id")
    said.hover()
    said.get_by_role("button", name="复制引文").click()
    expect(said.get_by_role("status")).not_to_be_empty()
    quote, source = _copied(page).split("\n")
    assert quote == f"“{words}”"
    assert source.startswith("渡航部，加快L2航灯换装、做好春季复航工作电视会议，2022年3月18日，第4段")
    assert source.endswith(f"截至2024年6月30日，{ADDRESS}{TASK}#{name}")


def test_the_citations_beside_a_sentence_are_those_of_the_page_with_its_address(page: Page) -> None:
    page.goto(TASK)
    card = page.locator(".card blockquote").first
    name = card.locator("mark").get_attribute("id")
    for form in ("GB/T 7714", "BibTeX"):
        card.hover()
        card.get_by_role("button", name=form).click()
        expect(card.get_by_role("status")).to_have_text(f"已复制：{form}")
        written = page.locator(f'pre[data-form="{form}"]').text_content() or ""
        assert _copied(page) == written.replace(f"{ADDRESS}{TASK}", f"{ADDRESS}{TASK}#{name}")


def test_the_pointer_brings_the_tools_to_a_sentence_of_the_source_and_away_again(page: Page) -> None:
    page.goto(PAPER)
    expect(page.locator("pre + .share").first).to_be_attached()
    page.locator(".source > a[href]").first.hover()
    expect(_tools(page)).to_be_visible()
    page.locator("h1").hover()
    expect(_tools(page)).to_be_hidden()


def test_the_keys_reach_the_tools_of_a_sentence(page: Page) -> None:
    page.goto(PAPER)
    link = page.locator(".source > #q-place + a")
    expect(page.locator("pre + .share").first).to_be_attached()
    link.focus()
    expect(_tools(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="复制链接")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(_tools(page).locator("xpath=..").get_by_role("status")).not_to_be_empty()
    assert _copied(page).startswith(
        "“灯位”\n序号二（二）\n渡航部，灯标部，关于开展航灯普查和隐患整治的通知（"
    )
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(_tools(page)).to_be_hidden()


def test_of_a_quote_within_another_the_outer_one_is_copied_whole(page: Page) -> None:
    page.goto(PAPER)
    expect(page.locator("pre + .share").first).to_be_attached()
    page.locator(".source > a[data-of=q-note-down]").first.focus()
    page.get_by_role("button", name="复制引文").click()
    expect(_tools(page).locator("xpath=..").get_by_role("status")).not_to_be_empty()
    assert _copied(page).startswith("“登记的内容有灯位、灯质和灯高")


def test_a_finger_finds_the_tools_below_each_paragraph_with_a_list_of_its_sentences(finger: Page) -> None:
    finger.goto(f"{PAPER}#q-place")
    paragraph = finger.locator(".source:has(#q-place)")
    expect(paragraph.get_by_role("toolbar")).to_be_visible()
    paragraph.get_by_role("combobox", name="哪一句").select_option("q-place")
    paragraph.get_by_role("button", name="复制链接").tap()
    expect(paragraph.get_by_role("status")).not_to_be_empty()
    assert _copied(finger) == f"{ADDRESS}{PAPER}#q-place"
    finger.goto(TASK)
    expect(finger.locator(".said").get_by_role("toolbar")).to_be_visible()


def test_what_may_not_be_copied_is_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(TASK)
    page.locator(".said blockquote").hover()
    page.locator(".said").get_by_role("button", name="复制链接").click()
    expect(page.locator(".said").get_by_role("status")).to_contain_text("请按Ctrl+C")
    expect(page.locator(".said textarea")).to_be_focused()
    assert str(page.evaluate("getSelection().toString()")).startswith(f"{ADDRESS}{TASK}#")


@pytest.mark.parametrize("kind", ["directive", "task", "actor"])
def test_without_script_the_citations_can_be_read(browser: Browser, served: str, kind: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(KINDS[kind])
    expect(page.locator(".citation")).to_contain_text(f"{ADDRESS}{KINDS[kind]}")
    page.locator(".formats summary").click()
    expect(page.locator("pre[data-form]")).to_have_count(3)
    expect(page.locator("pre[data-form]").first).to_be_visible()
    expect(page.get_by_role("button", name="复制")).to_have_count(0)
    context.close()


def test_paper_has_the_citation_with_its_address_and_no_tools(page: Page) -> None:
    page.goto(TASK)
    expect(page.locator(".citation .share")).to_be_attached()
    page.emulate_media(media="print")
    expect(page.locator(".citation")).to_be_visible()
    expect(page.locator(".citation")).to_contain_text(f"{ADDRESS}{TASK}")
    expect(page.locator(".share").locator("visible=true")).to_have_count(0)
    expect(page.locator("pre[data-form]").first).to_be_hidden()


def test_axe_finds_nothing_in_the_tools(page: Page) -> None:
    page.goto(PAPER)
    expect(page.locator("pre + .share").first).to_be_attached()
    page.locator(".formats summary").click()
    page.locator(".source > a[href]").first.focus()
    assert not violations(page)


@pytest.mark.parametrize("address", one_in(3, [TASK, f"en/{TASK}", PAPER]))
def test_the_tools_fit_a_narrow_window(finger: Page, address: str) -> None:
    finger.set_viewport_size({"width": 320, "height": 640})
    finger.goto(address)
    expect(finger.locator("pre + .share").first).to_be_attached()
    finger.locator(".formats summary").tap()
    assert finger.evaluate("document.documentElement.scrollWidth") <= 320
    assert not violations(finger)
