"""Every screen in both languages, narrow and wide, light and dark: axe finds nothing, nothing
overflows, every page has its own title and one heading. And the whole journey by keyboard alone.
"""

from collections.abc import Iterator

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, expect

from tests.journeys import archives
from tests.journeys.conftest import Visit
from tests.journeys.journey import await_link, choose, give, tick

FIND = """() => axe.run({resultTypes: ["violations"], runOnly: [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    .then(({violations}) => violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]))"""
LOOKS = {
    "fr": [(320, "light"), (1280, "dark"), (320, "dark"), (1280, "light")],
    # The same templates and sheet: the words differ, so both widths and both schemes once.
    "en": [(320, "light"), (1280, "dark")],
}
ADDRESSES = {
    "fr": ("/", "/demander/", "/demander/x/", "/deposer/", "/mon-don/", "/mon-don/retirer/",
           "/questions/", "/mentions/", "/accessibilite/", "/essayer/", "/essayer/fin/", "/impact/",
           "/deux-reponses/", "/verifier/", "/publications/", "/nulle-part/"),
    "en": ("/en/", "/en/request/", "/en/request/x/", "/en/upload/", "/en/my-donation/",
           "/en/my-donation/withdraw/", "/en/questions/", "/en/legal/", "/en/accessibility/",
           "/en/try/", "/en/try/end/", "/en/impact/", "/en/two-answers/", "/en/verify/",
           "/en/publications/", "/en/nowhere/"),
}  # fmt: skip
_PAGE_BYTES = 150_000
_REQUESTS = 10
_WORDS_BYTES = 60_000
_SCRIPT_BYTES = 20_000
_UPLOAD_SCRIPT_BYTES = 100_000
ENLARGE = """(wide) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(wide ? "html { font-size: 200% }" : `* { line-height: 1.5 !important;
    letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""Text twice as large; or the spacing of WCAG 2.2, criterion 1.4.12."""


def test_every_open_page_is_accessible_and_light(visit: Visit) -> None:
    page = visit("/healthz")
    for language, addresses in ADDRESSES.items():
        titles = []
        for address in addresses:
            sizes: list[int] = []
            watch = lambda response, sizes=sizes: sizes.append(len(response.body()))  # noqa: E731
            page.on("response", watch)
            page.goto(address)
            page.remove_listener("response", watch)
            assert len(sizes) <= _REQUESTS
            assert sum(sizes) <= _PAGE_BYTES, address
            _check_weight(page, address)
            _check(page, language)
            titles.append(page.title())
        assert len(set(titles)) == len(titles)


def test_every_page_of_a_donation_is_accessible_in_french(visit: Visit) -> None:
    page = visit("/deposer/")
    for _ in _screens(page, "fr"):
        _check(page, "fr")
        _check_weight(page, page.url)


def test_every_page_of_a_donation_is_accessible_in_english(visit: Visit) -> None:
    page = visit("/en/upload/")
    for _ in _screens(page, "en"):
        _check(page, "en")


def test_the_try_out_shows_the_whole_journey_and_its_cards(visit: Visit) -> None:
    page = visit("/essayer/")
    page.get_by_role("button", name="Essayer").click()
    await_link(page, "/question/")
    page.locator("main form button").click()
    await_link(page, "/rapport/")
    _check(page, "fr")
    page.get_by_role("link", name="Comparer, une carte à la fois").click()
    expect(page.get_by_role("heading", name="Laquelle était la meilleure")).to_be_visible()
    _check(page, "fr")
    page.keyboard.press("2")
    expect(page.get_by_role("heading", name="Laquelle était la meilleure")).to_be_visible()
    page.locator("button[name=choice]").first.focus()
    page.keyboard.press("2")
    expect(page.get_by_role("heading", name="Merci, c’est tout")).to_be_visible()
    _check(page, "fr")
    page.goto("/confirmer/")
    tick(page, "adult_and_mine", "alignment")
    page.locator("button[value=give]").click()
    expect(page.locator("main")).to_contain_text("rien n’a été donné")


def test_two_answers_can_be_played_and_left(visit: Visit) -> None:
    page = visit("/deux-reponses/")
    page.get_by_role("button", name="Jouer").click()
    _check(page, "fr")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Jouer").click()
    _check(page, "fr")
    page.locator("button[name=choice]").first.focus()
    page.keyboard.press("3")
    expect(page.get_by_role("heading", name="Merci.")).to_be_visible()
    _check(page, "fr")
    page.get_by_role("link", name="Arrêter ici").click()
    expect(page.get_by_role("link", name="Je commence")).to_be_visible()


def _screens(page: Page, language: str) -> Iterator[None]:
    """Walk a donation from its code to its proof; stop at every screen."""
    english = language == "en"
    root = "/en" if english else ""
    report = f"{root}/report/" if english else "/rapport/"
    choose(page, archives.chatgpt(4), archives.whatsapp())
    for summary in page.locator("#plan details summary").all():
        summary.click()
    yield
    code = give(page, archives.chatgpt(4), archives.whatsapp())
    page.locator("#sent a").wait_for()
    yield
    page.locator("#sent a").click()
    yield
    await_link(page, "/question/")
    yield
    page.get_by_role("radio", name="Sacha Petit").check()
    page.locator("main form button").click()
    await_link(page, report)
    yield
    page.locator("button[name=said][value=yes]").first.click()
    expect(page.locator(".checks [role=status]")).to_be_visible()
    yield
    yield from _screens_of_rows(page, root, english=english)
    page.goto(f"{root}/report/before-after/" if english else "/rapport/avant-apres/")
    page.locator("main form button").click()
    yield
    page.locator("#id_code").fill(code)
    page.locator("main form button").click()
    expect(page.locator("del").first).to_be_visible()
    yield
    page.goto(f"{root}/confirm/" if english else "/confirmer/")
    yield
    page.locator("button[value=give]").click()
    yield
    tick(page, "adult_and_mine", "alignment")
    page.locator("button[value=give]").click()
    expect(page.locator(".qr")).to_be_visible()
    yield
    page.goto(f"{root}/report/conversations/" if english else "/rapport/conversations/")
    yield
    page.goto(f"{root}/my-donation/change/" if english else "/mon-don/changer/")
    yield
    page.goto(f"{root}/my-donation/" if english else "/mon-don/")
    yield
    page.locator("main .actions a", has_text="Withdraw" if english else "Retirer").click()
    yield
    page.locator("main form button").click()
    yield


def _screens_of_rows(page: Page, root: str, *, english: bool) -> Iterator[None]:
    """The rows of a report: all, one that shows too much, by conversation, the longest."""
    page.goto(f"{root}/report/lines/" if english else "/rapport/lignes/")
    yield
    page.locator("button[name=unmasked]").first.click()
    yield
    page.goto(f"{root}/report/conversations/" if english else "/rapport/conversations/")
    page.locator("button[name=remove_chat]").first.click()
    expect(page.locator(".talks .out")).to_have_count(2)
    yield
    page.locator(".talks a").first.click()
    yield
    page.goto(f"{root}/report/longest/" if english else "/rapport/longues/")
    yield


def _check(page: Page, language: str) -> None:
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.title().endswith(" - Glane")
    page.evaluate(AXE_SCRIPT)
    for width, scheme in LOOKS[language]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        where = f"{page.url} at {width} px, {scheme}"
        assert page.evaluate(FIND) == [], where
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, where


def _check_weight(page: Page, address: str) -> None:
    """What a page is made of, compressed as a proxy in front would."""
    made_of = page.evaluate(
        """async () => {
          const packed = async (address) => {
            const stream = (await fetch(address)).body.pipeThrough(new CompressionStream("gzip"));
            return (await new Response(stream).arrayBuffer()).byteLength;
          };
          const all = async (addresses) => {
            const sizes = await Promise.all([...addresses].map(packed));
            return sizes.reduce((sum, size) => sum + size, 0);
          };
          const found = performance.getEntriesByType("resource").map(({ name }) => name);
          const scripts = new Set(found.filter((name) => name.endsWith(".js")));
          const sheets = found.filter((name) => name.endsWith(".css"));
          return { words: await all([location.href, ...sheets]), scripts: await all(scripts) };
        }"""
    )
    assert made_of["words"] <= _WORDS_BYTES, address
    is_upload = "upload" in address or "deposer" in address
    assert made_of["scripts"] <= (_UPLOAD_SCRIPT_BYTES if is_upload else _SCRIPT_BYTES), address


def test_what_to_do_first_is_seen_on_a_phone_without_scrolling(visit: Visit) -> None:
    # 360 by 640: what is left of a small phone's screen under the browser's own bars.
    for path in ("/", "/en/", "/deposer/", "/essayer/", "/mon-don/"):
        page = visit(path, viewport={"width": 360, "height": 640})
        first = page.locator("main a.button, main input[type=file], main button.button").first
        box = first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 640, path


def test_twice_the_text_four_times_the_zoom_and_wider_spaces_lose_nothing(visit: Visit) -> None:
    # 1280 px at 400 % are 320 px, which every screen is looked at above.
    page = visit("/", viewport={"width": 1280, "height": 800})
    for address in ADDRESSES["fr"]:
        page.goto(address)
        for width, is_large in ((1280, True), (640, True), (320, False)):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(ENLARGE, is_large)
            _check_nothing_is_cut(page, f"{address} at {width} px")


def _check_nothing_is_cut(page: Page, where: str) -> None:
    lost = page.evaluate(
        """() => {
          const root = document.documentElement;
          const cut = [...document.querySelectorAll("main *, header *, footer *")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width && box.right > root.clientWidth + 1 && !one.closest(".vh, .skip, svg");
          });
          return [root.scrollWidth - root.clientWidth, cut.map((one) => one.outerHTML.slice(0, 80))];
        }"""
    )
    assert lost[0] <= 0, where
    assert lost[1] == [], where


def test_a_receipt_is_printed_in_black_on_white_with_its_address_spelled(visit: Visit) -> None:
    page = visit("/deposer/")
    code = give(page, archives.chatgpt(2))
    page.locator("#sent a").click()
    await_link(page, "/rapport/")
    page.goto("/confirmer/")
    tick(page, "adult_and_mine", "alignment")
    page.locator("button[value=give]").click()
    expect(page.locator("[data-kept-code] output")).to_have_text(code)
    page.emulate_media(media="print", color_scheme="light")
    expect(page.locator(".qr img")).to_be_visible()
    expect(page.locator("figcaption", has_text="/mon-don/retirer/")).to_be_visible()
    expect(page.locator("[data-kept-code]")).to_be_visible()
    for hidden in ("nav", "main .actions", "#together"):
        expect(page.locator(hidden).first).to_be_hidden()
    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_the_whole_journey_works_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    _press(page, page.get_by_role("link", name="Je commence"))
    _press(page, page.get_by_role("link", name="ChatGPT"))
    _press(page, page.get_by_role("link", name="J’ai mon archive"))
    choose(page, archives.chatgpt(3))
    _press(page, page.get_by_role("button", name="Envoyer"))
    code = page.locator("#code").inner_text()
    _press(page, page.get_by_role("link", name="J’ai noté mon code"))
    page.locator('main a.button[href="/rapport/"]').wait_for(timeout=60_000)
    _press(page, page.get_by_role("link", name="Lire mon rapport"))
    _press(page, page.get_by_role("link", name="Voir toutes les lignes"))
    _press(page, page.locator("input[name=keep]").first, "Space")
    expect(page.locator("li.out")).to_have_count(1)
    _press(page, page.get_by_role("link", name="Passer à mes choix"))
    _press(page, page.locator("#adult_and_mine"), "Space")
    _press(page, page.locator("#alignment"), "Space")
    _press(page, page.get_by_role("button", name="Je donne"))
    expect(page.locator("h1")).to_have_text("Merci. Votre don est enregistré.")
    page.context.clear_cookies()
    page.goto("/")
    _press(page, page.get_by_role("main").get_by_role("link", name="J’ai déjà un code"))
    page.locator("#id_code").focus()
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    _press(page, page.get_by_role("main").get_by_role("link", name="Retirer mon don"))
    _press(page, page.get_by_role("button", name="Retirer maintenant"))
    expect(page.locator("h1")).to_have_text("C’est fait")


def _press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Reach something with Tab, see that its focus shows, and press it."""
    target.wait_for()
    for _ in range(90):
        if target.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(target).to_be_focused()
    assert target.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press(key)
