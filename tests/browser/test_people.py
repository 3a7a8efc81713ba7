"""People, what they send, and what the page refuses them."""

from playwright.async_api import expect

from sandbox.server import Sandbox
from tests.browser.conftest import Open
from tests.browser.screen import Screen

SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"
#: As much of it as fits into a name.
NAME = "<img src=x onerror=alert(1)>\"'&amp;"
MEBIBYTE = 1 << 20


async def test_names_texts_and_file_names_are_never_markup(screen: Screen) -> None:
    """No element comes of them, and no script runs: the console and its dialogs are watched."""
    await screen.page.locator(".add-person").click()
    await screen.page.get_by_label("Имя").fill(NAME)
    await screen.page.get_by_role("dialog").get_by_role("button", name="Добавить").click()
    mallory = screen.phone(1004)
    await mallory.starts()
    await mallory.sees("Что откроем?")

    await mallory.writing.fill(SCRIPT)
    await mallory.writing.press("Enter")
    await mallory.sees(SCRIPT)
    await mallory.root.locator("input[type=file]").set_input_files(
        {"name": f"{NAME}.html", "mimeType": "text/html", "buffer": SCRIPT.encode()}
    )
    await mallory.writing.press("Enter")

    await expect(mallory.log.locator(".file-name")).to_contain_text("onerror=alert(1)>")
    await expect(mallory.root.locator(".owner-name")).to_have_text(NAME)
    await expect(mallory.log.locator(".row-in", has_text=NAME).first).to_be_visible()
    assert await screen.page.locator("img[onerror], body script").count() == 0
    await screen.click("Запросы")
    await expect(screen.page.locator(".call").first).to_be_visible()
    assert await screen.page.locator("img[onerror], body script").count() == 0


async def test_the_page_comes_with_a_policy_that_lets_nothing_foreign_in(screen: Screen) -> None:
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))

    answer = await screen.page.reload()
    await screen.page.locator(".phone").first.wait_for()

    assert answer is not None
    policy = (await answer.all_headers())["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert {url.split("/")[2] for url in asked if not url.startswith(("data:", "blob:"))} == {
        screen.page.url.split("/")[2]
    }


async def test_a_name_has_1_to_64_characters(screen: Screen) -> None:
    await screen.page.locator(".add-person").click()
    dialog = screen.page.get_by_role("dialog")
    add = dialog.get_by_role("button", name="Добавить")

    await add.click()
    await expect(dialog.get_by_role("alert")).to_have_text("Впишите имя: без него человека не добавить.")
    await dialog.get_by_label("Имя").fill("я" * 300)
    await add.click()
    await expect(dialog.get_by_role("alert")).to_contain_text("Имя длиннее 64 символов")
    await dialog.get_by_label("Имя").fill("John")
    await dialog.get_by_label("Язык Telegram").select_option("en")
    await add.click()

    john = screen.phone(1004)
    await john.starts()
    await john.sees("John")


async def test_an_empty_message_is_answered_in_one_sentence(screen: Screen) -> None:
    await screen.seller.starts()
    await screen.seller.sees("Что откроем?")

    await screen.seller.writing.press("Enter")

    await screen.told("Напишите что-нибудь или приложите файл.")
    await expect(screen.seller.log.locator(".row-out")).to_have_count(1)


async def test_enter_pressed_twice_sends_once_and_what_is_written_meanwhile_stays(screen: Screen) -> None:
    seller = screen.seller
    await seller.starts()
    await seller.sees("Что откроем?")

    await seller.writing.evaluate(
        """area => {
            const enter = () => area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
            area.value = "/help";
            enter();
            enter();
            area.value = "дальше";
        }"""
    )

    await expect(seller.log.locator(".row-out").last).to_contain_text("/help")
    await expect(seller.writing).to_have_value("дальше")
    await seller.writing.press("Enter")
    await expect(seller.log.locator(".row-out").last).to_contain_text("дальше")
    await expect(seller.log.locator(".row-out")).to_have_count(3)


async def test_what_did_not_get_through_comes_back_into_the_field(screen: Screen) -> None:
    seller = screen.seller
    await seller.starts()
    await seller.sees("Что откроем?")

    await screen.page.route("**/sandbox/people/*/messages", lambda route: route.abort())
    await seller.writing.fill("Важное")
    await seller.writing.press("Enter")
    await screen.told("Песочница не отвечает")

    await expect(seller.writing).to_have_value("Важное")


async def test_what_is_being_written_outlives_a_reload_and_a_change_of_theme(screen: Screen) -> None:
    seller = screen.seller
    await seller.starts()
    await seller.sees("Что откроем?")
    await seller.writing.fill("Недописанное")

    await screen.page.reload()
    await expect(seller.writing).to_have_value("Недописанное")
    await seller.root.locator("input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}
    )
    await screen.page.get_by_role("button", name="Оформление").click()

    await expect(seller.writing).to_have_value("Недописанное")
    await expect(seller.root.locator(".tray-name")).to_have_text("a.txt")


async def test_a_file_over_50_mb_is_answered_in_one_sentence(screen: Screen) -> None:
    await screen.seller.starts()
    await screen.seller.sees("Что откроем?")

    await screen.page.evaluate(
        """size => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(size)], "большой.bin"));
            const field = document.querySelector('.seat[data-person="1001"] input[type=file]');
            field.files = files.files;
            field.dispatchEvent(new Event("change"));
        }""",
        50 * MEBIBYTE + 1,
    )

    await screen.told("«большой.bin» больше 50 МБ")
    await expect(screen.seller.root.locator(".tray-file")).to_have_count(0)


async def test_whoever_starts_with_the_keyboard_goes_on_writing(screen: Screen) -> None:
    await screen.seller.root.get_by_role("button", name="Старт", exact=True).press("Enter")
    await screen.seller.sees("Что откроем?")

    await expect(screen.seller.writing).to_be_focused()


async def test_shift_enter_breaks_the_line_and_a_reply_is_sent(screen: Screen, sandbox: Sandbox) -> None:
    seller = screen.seller
    await seller.starts()
    await seller.sees("Что откроем?")
    greeting = seller.log.locator(".row-in").first
    await greeting.hover()
    await greeting.get_by_role("button", name="Ответить").click()

    await seller.writing.press_sequentially("Первая")
    await seller.writing.press("Shift+Enter")
    await seller.writing.press_sequentially("вторая")
    await seller.writing.press("Enter")

    await expect(seller.log.locator(".row-out").last.locator(".reply-header")).to_contain_text("Здравствуйте")
    last = [message for message in sandbox.people[1001].transcript if not message.from_bot][-1]
    assert last.text == "Первая\nвторая"
    assert last.body["reply_to_message"]["message_id"] == 2


async def test_files_come_by_paste_and_by_drag(screen: Screen) -> None:
    seller = screen.seller
    await seller.starts()
    await seller.sees("Что откроем?")

    await screen.page.evaluate(
        """() => {
            const carry = name => {
                const files = new DataTransfer();
                files.items.add(new File(["x"], name));
                return files;
            };
            const seat = document.querySelector('.seat[data-person="1001"]');
            seat.querySelector("textarea").dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: carry("вставлен.txt"), bubbles: true, cancelable: true}));
            const phone = seat.querySelector(".phone");
            for (const kind of ["dragenter", "dragover", "drop"])
                phone.dispatchEvent(
                    new DragEvent(kind, {dataTransfer: carry("брошен.txt"), bubbles: true, cancelable: true}));
        }"""
    )
    await expect(seller.root.locator(".tray-name")).to_have_text(["вставлен.txt", "брошен.txt"])
    await screen.seller.root.get_by_role("button", name="Отправить").click()

    await expect(seller.log.locator(".row-out .file-name")).to_have_text(["вставлен.txt", "брошен.txt"])


async def test_blocking_and_unblocking(screen: Screen) -> None:
    seller = screen.seller
    await seller.starts()
    await seller.sees("Что откроем?")
    await seller.root.get_by_role("button", name="Настройки телефона: Сергей").click()
    await screen.page.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(seller.root.get_by_text("Бот заблокирован")).to_be_visible()

    await seller.root.get_by_role("button", name="Перезапустить").click()

    await expect(seller.writing).to_be_visible()


async def test_on_a_narrow_screen_one_phone_is_shown_at_a_time(open_page: Open) -> None:
    screen = await open_page(width=390, height=800)

    await expect(screen.seller.root).to_be_visible()
    await expect(screen.buyer.root).to_be_hidden()
    await screen.page.get_by_role("tab", name="Анна").click()
    await expect(screen.buyer.root).to_be_visible()
    await expect(screen.seller.root).to_be_hidden()
    assert await screen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_the_page_speaks_english_too(open_page: Open) -> None:
    screen = await open_page(language="en-GB")

    await expect(screen.page.get_by_role("button", name="Begin anew")).to_be_visible()
    await screen.page.get_by_role("button", name="Page language").click()
    await expect(screen.page.get_by_role("button", name="Начать заново")).to_be_visible()
    assert await screen.page.evaluate("document.documentElement.lang") == "ru"


async def test_a_lost_connection_is_said_and_taken_up_again(screen: Screen, sandbox: Sandbox) -> None:
    address, _, port = sandbox.url.rpartition(":")
    await sandbox.stop()
    banner = screen.page.get_by_role("alert").filter(has_text="Нет связи с песочницей")
    await expect(banner).to_be_visible()

    await sandbox.start(port=int(port))

    await expect(banner).to_be_hidden()
    await screen.seller.starts()
    await screen.seller.sees("Что откроем?")
    assert sandbox.url.startswith(address)
