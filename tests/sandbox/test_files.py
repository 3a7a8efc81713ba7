"""Files: uploads, identifiers, downloads, albums."""

import io

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo

from sandbox import Attachment, Kind, Person, PersonError, Sandbox
from tests.sandbox.conftest import TOKEN
from tests.sandbox.pictures import picture
from tests.sandbox.test_sending import refused

MEBIBYTE = 1 << 20


def upload(name: str = "отчёт.pdf", content: bytes = b"%PDF-1") -> BufferedInputFile:
    return BufferedInputFile(content, name)


async def test_a_document_has_a_name_a_type_and_a_size(bot: Bot, anna: Person) -> None:
    document = (await bot.send_document(anna.id, upload(), caption="Отчёт")).document

    assert document
    assert (document.file_name, document.mime_type, document.file_size) == ("отчёт.pdf", "application/pdf", 6)


async def test_a_photo_comes_in_several_sizes(bot: Bot, anna: Person) -> None:
    message = await bot.send_photo(anna.id, upload("p.png", picture(2000, 1000)))

    assert [(size.width, size.height) for size in message.photo or []] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1280, 640),
        (2000, 1000),
    ]


async def test_what_is_no_picture_is_refused_as_photo(bot: Bot, anna: Person) -> None:
    await refused(bot.send_photo(anna.id, upload()), "IMAGE_PROCESS_FAILED")


async def test_every_kind_of_media_arrives_as_itself(bot: Bot, anna: Person) -> None:
    file = upload("f.bin", b"abc")
    video = await bot.send_video(anna.id, file, duration=3, width=640, height=480)
    audio = await bot.send_audio(anna.id, file, title="Песня", performer="Хор")
    voice = await bot.send_voice(anna.id, file, duration=2, caption="слушай")
    note = await bot.send_video_note(anna.id, file, length=240)
    animation = await bot.send_animation(anna.id, file)
    sticker = await bot.send_sticker(anna.id, file, emoji="👍")

    assert video.video
    assert (video.video.duration, video.video.width) == (3, 640)
    assert audio.audio
    assert (audio.audio.title, audio.audio.performer) == ("Песня", "Хор")
    assert voice.voice
    assert (voice.voice.duration, voice.caption) == (2, "слушай")
    assert note.video_note
    assert note.video_note.length == 240
    assert animation.animation
    assert animation.document
    assert sticker.sticker
    assert sticker.sticker.emoji == "👍"


async def test_a_file_id_sends_the_same_file_again(bot: Bot, anna: Person) -> None:
    document = (await bot.send_document(anna.id, upload())).document
    assert document

    again = await bot.send_document(anna.id, document.file_id)

    assert again.document == document


async def test_a_file_id_is_bound_to_its_kind(bot: Bot, anna: Person) -> None:
    document = (await bot.send_document(anna.id, upload())).document
    photo = (await bot.send_photo(anna.id, upload("p.png", picture()))).photo
    assert document
    assert photo

    await refused(bot.send_photo(anna.id, document.file_id), "can't use file of type Document as Photo")
    await refused(bot.send_document(anna.id, photo[0].file_id), "can't use file of type Photo as Document")
    await refused(
        bot.send_document(anna.id, "BQADnonsense"),
        "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    )


async def test_the_bot_downloads_what_a_person_sent(bot: Bot, anna: Person) -> None:
    sent = anna.send_file(Kind.DOCUMENT, "бриф.txt", b"content")
    update = (await bot.get_updates())[-1]
    assert update.message
    assert update.message.document
    assert update.message.message_id == sent.id
    target = io.BytesIO()

    await bot.download(update.message.document, target)

    assert target.getvalue() == b"content"


async def test_a_path_that_leads_nowhere_is_not_found(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sandbox.url}/file/bot{TOKEN}/documents/file_9.txt") as response:
        assert response.status == 404
    async with http.get(f"{sandbox.url}/file/bot1:X/documents/file_9.txt") as response:
        assert response.status == 401


async def test_a_bot_downloads_up_to_20_mb(bot: Bot, anna: Person) -> None:
    fits = anna.send_file("document", "20.bin", bytes(20 * MEBIBYTE)).body["document"]["file_id"]
    too_big = anna.send_file("document", "21.bin", bytes(20 * MEBIBYTE + 1)).body["document"]["file_id"]

    assert (await bot.get_file(fits)).file_path
    await refused(bot.get_file(too_big), "file is too big")
    await refused(bot.get_file("nonsense"), "invalid file_id")


async def test_uploads_have_limits(bot: Bot, anna: Person) -> None:
    await refused(bot.send_document(anna.id, upload("0.bin", b"")), "file must be non-empty")
    await refused(
        bot.send_photo(anna.id, upload("p.png", picture() + bytes(10 * MEBIBYTE))),
        "file of size 10485789 bytes is too big for a photo; the maximum size is 10485760 bytes",
    )
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(anna.id, upload("51.bin", bytes(50 * MEBIBYTE + 1)))
    assert anna.received == []


async def test_a_call_without_its_file_says_so(http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person) -> None:
    async with http.post(f"{sandbox.url}/bot{TOKEN}/sendDocument", json={"chat_id": anna.id}) as response:
        assert (await response.json())["description"] == "Bad Request: there is no document in the request"


async def test_a_caption_has_up_to_1024_utf16_units(bot: Bot, anna: Person) -> None:
    await bot.send_document(anna.id, upload(), caption="я" * 1024)

    await refused(bot.send_document(anna.id, upload(), caption="🙂" * 513), "message caption is too long")


async def test_an_album_is_several_messages_of_one_group(bot: Bot, anna: Person) -> None:
    album = await bot.send_media_group(
        anna.id,
        [
            InputMediaPhoto(media=upload("1.png", picture()), caption="Вот"),
            InputMediaVideo(media=upload("2.mp4", b"abc")),
        ],
    )

    assert [message.message_id for message in album] == [2, 3]
    assert len({message.media_group_id for message in album}) == 1
    assert album[0].caption == "Вот"
    assert album[0].photo
    assert album[1].video


async def test_albums_have_2_to_10_of_kinds_that_go_together(bot: Bot, anna: Person) -> None:
    document = InputMediaDocument(media=upload())
    photo = InputMediaPhoto(media=upload("1.png", picture()))
    audio = InputMediaAudio(media=upload("1.mp3", b"x"))

    await refused(bot.send_media_group(anna.id, []), "there are no messages to send")
    await refused(bot.send_media_group(anna.id, [document]), "MEDIA_GROUPED_INVALID")
    await refused(bot.send_media_group(anna.id, [document] * 11), "too many messages to send as an album")
    await refused(bot.send_media_group(anna.id, [photo, document]), "document can't be mixed with other media types")
    await refused(bot.send_media_group(anna.id, [audio, document]), "document can't be mixed with other media types")
    assert anna.received == []


async def test_a_persons_album_comes_in_one_batch(bot: Bot, anna: Person) -> None:
    anna.send_album([Attachment(Kind.PHOTO, "1.png", picture(), "подпись"), Attachment(Kind.PHOTO, "2.png", picture())])

    messages = [update.message for update in (await bot.get_updates())[1:]]

    assert len({message.media_group_id for message in messages if message}) == 1
    assert messages[0]
    assert messages[0].caption == "подпись"


async def test_a_person_can_send_a_contact_a_sticker_and_a_place(bot: Bot, anna: Person) -> None:
    anna.send_contact()
    anna.send_sticker("🔥")
    anna.send_location(55.75, 37.62)

    contact, sticker, place = [update.message for update in (await bot.get_updates())[1:]]

    assert contact
    assert contact.contact
    assert contact.contact.user_id == anna.id
    assert sticker
    assert sticker.sticker
    assert sticker.sticker.emoji == "🔥"
    assert place
    assert place.location
    assert place.location.latitude == 55.75


async def test_an_empty_file_is_refused_to_a_person_in_words(anna: Person) -> None:
    with pytest.raises(PersonError, match="file must be non-empty"):
        anna.send_file("document", "0.bin", b"")


async def test_copies_do_not_say_where_they_come_from_and_forwards_do(bot: Bot, anna: Person, boris: Person) -> None:
    boris.start()
    sent = anna.send_file("document", "a.txt", b"x", caption="смотри")

    copied = await bot.copy_message(boris.id, anna.id, sent.id)
    forwarded = await bot.forward_message(boris.id, anna.id, sent.id)
    recaptioned = await bot.copy_message(boris.id, anna.id, sent.id, caption="look")

    copy = boris.message(copied.message_id)
    assert copy.body["document"] == sent.body["document"]
    assert copy.text == "смотри"
    assert "forward_origin" not in copy.body
    assert forwarded.forward_origin
    assert boris.message(recaptioned.message_id).text == "look"


async def test_copied_albums_stay_albums(bot: Bot, anna: Person, boris: Person) -> None:
    boris.start()
    album = anna.send_album([Attachment(Kind.PHOTO, f"{n}.png", picture()) for n in range(3)])

    await bot.copy_messages(boris.id, anna.id, [99, *(message.id for message in album)])

    groups = {message.body["media_group_id"] for message in boris.received}
    assert len(boris.received) == 3
    assert len(groups) == 1
    assert groups != {album[0].body["media_group_id"]}


async def test_copying_what_is_not_there_is_refused(bot: Bot, anna: Person) -> None:
    await refused(bot.copy_message(anna.id, anna.id, 99), "message to copy not found")
    await refused(bot.copy_messages(anna.id, anna.id, [99]), "there are no messages to forward")
