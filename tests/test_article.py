"""Bytes to sections: decoding, repair with offsets, layout, publication date and dateline."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import resources
from extractor.article.decode import decode
from extractor.article.flatten import flatten
from extractor.article.language import language
from extractor.article.layout import layout
from extractor.article.published import find_datelines, find_published
from extractor.article.repair import repair
from extractor.errors import InputError
from extractor.mentions.signatures import signatures
from extractor.types import Section

TEXT = "Côte d’Ivoire said “no” — again."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "windows-1252"),
    ],
)
def test_encodings_are_told_by_marks_then_utf8_then_windows_1252(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding, 0)


def test_utf16_without_a_mark_is_read() -> None:
    text, encoding, _ = decode(("Mali and Niger signed. " * 5).encode("utf-16-le"))
    assert encoding == "utf-16-le" and text.startswith("Mali and Niger")


def test_invalid_bytes_are_replaced_and_counted() -> None:
    text, encoding, invalid = decode("São Tomé, Réunion".encode() + b"\xff ok")
    assert (encoding, invalid) == ("utf-8", 1) and text.endswith("� ok")


@pytest.mark.parametrize("data", [b"", b" \n\t", b"%PDF-1.7 x", b"\x89PNG\r\n", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04abc"])
def test_what_is_not_text_is_an_error_that_says_what_to_try(data: bytes) -> None:
    with pytest.raises(InputError, match=";"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    ("raw", "fixed"),
    [
        ("Maliâ€™s", "Mali’s"),
        ("CÃ´te dâ€™Ivoire", "Côte d’Ivoire"),
        ("Ã…sa and Ã…land", "Åsa and Åland"),
        ("JÅ«rmala Ä°zmir TÃ¼rkiye", "Jūrmala İzmir Türkiye"),
        ("Mali鈥檚", "Mali’s"),
        ("caf茅 M眉nchen 脡tat", "café München État"),
        ("鈥淲e will respond,鈥� said", "“We will respond,” said"),
        ("鈧�100", "€100"),
        ("Ã¢â‚¬â„¢", "’"),
        ("the Presi-\ndent of Burk-\n  ina Faso", "the President of Burkina Faso"),
        ("Emma\u00adnuel Germa\u200bny", "Emmanuel Germany"),
        ("Jose\u0301", "José"),
        ("AT&amp;T", "AT&T"),
    ],
)
def test_broken_text_is_repaired(raw: str, fixed: str) -> None:
    assert repair(raw).text == fixed


@pytest.mark.parametrize(
    "text",
    [
        "李克强访问了中国。",
        "東京で会議が開かれた。",
        "Zürich, N’Djamena — São Tomé €5 “ok”",
        "Москва ответила",
        "Thủ tướng Phạm Minh Chính",
        "서울에서 열렸다",
        "CAFÉ” VOILÀ",
        "Ça va: Ângela, Åre",
        "小学",
        "A circle of √π, ├── a tree and ≈∞",
        "Franco-\nGerman, 1-\nto, a-\nb",
        "ﾃｽﾄ ｶﾀｶﾅ",
        "قال الرئيس في القاهرة",
        "प्रधानमंत्री ने दिल्ली में कहा",
        "中国外交部发言人周三在北京表示 中方愿意继续对话。岸田首相は水曜日に会見を開いた。",
    ],
)
def test_clean_text_is_left_alone(text: str) -> None:
    assert repair(text).repairs == ()
    assert repair(text).text == text


SPOKEN = {
    "en": "“We won’t go,” she said — it’s 5–6 miles to the café.",
    "fr": "À la tête de l’État, le président a déclaré : « C’est où ? » — déjà vu à Orléans.",
    "de": "Die Bürger in Köln grüßten „schöne“ Mädchen; Übermut, Öl und Äpfel.",
    "es": "¿Qué pasó en España? El niño comió una piña en Málaga, ¡él sí!",
    "pt": "A eleição em São Paulo não acabou; ações, mãe e avó.",
    "tr": "Erdoğan, İstanbul'da şöyle dedi: çığ düştü, ışık söndü.",
    "pl": "Łódź, Gdańsk i Kraków: źdźbło, mąż, święto, ćma.",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy v Třebíči.",
    "vi": "Thủ tướng Phạm Minh Chính nói tại Hà Nội rằng Việt Nam sẽ tiếp tục.",
    "ru": "Президент заявил в Москве, что переговоры будут продолжены.",
    "ar": "قال الرئيس في القاهرة إن المحادثات سوف تستمر غدا",
    "hi": "प्रधानमंत्री ने दिल्ली में कहा कि बातचीत जारी रहेगी",
    "zh": "中国外交部发言人周三在北京表示，中方愿意继续对话。",
    "ja": "岸田首相は水曜日に東京で記者会見を開いた。",
}


def misread(text: str, encoding: str) -> str:
    """UTF-8 read in another encoding; Windows-1252's holes as browsers read them."""
    data = text.encode()
    if encoding == "cp1252":
        return "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in data)
    return data.decode(encoding, errors="replace")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp437", "cp850"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("spoken", SPOKEN.values(), ids=SPOKEN)
def test_text_misread_once_or_twice_comes_back_exactly(spoken: str, times: int, encoding: str) -> None:
    broken = spoken
    for _ in range(times):
        broken = misread(broken, encoding)
    assert broken != spoken
    assert repair(broken).text == repair(spoken).text
    assert repair(f"Mali.\n{broken}\nNiger.").text == f"Mali.\n{repair(spoken).text}\nNiger."


LOSSLESS = [(e, x) for e in ("gbk", "gb18030", "cp932") for x in SPOKEN.values() if misread(x, e).encode(e, errors="replace") == x.encode()]


@pytest.mark.parametrize(("encoding", "spoken"), LOSSLESS)
def test_text_misread_two_bytes_at_a_time_comes_back_where_nothing_was_lost(encoding: str, spoken: str) -> None:
    assert len(LOSSLESS) > 15
    assert repair(misread(spoken, encoding)).text == repair(spoken).text


@pytest.mark.parametrize(
    ("encoding", "broken"),
    [
        ("gb18030", "鈥淲e won鈥檛 go,鈥� she said 鈥� it鈥檚 5鈥�6 miles to the caf茅."),
        ("cp932", "窶弩e won窶冲 go,窶� she said 窶� it窶冱 5窶�6 miles to the cafﾃｩ."),
        ("gb18030 twice", "閳ユ凡e won閳ユ獩 go,閳ワ拷 she said 閳ワ拷 it閳ユ獨 5閳ワ拷6 miles to the café."),
    ],
)
def test_marks_whose_bytes_were_lost_are_told_by_what_stands_around(encoding: str, broken: str) -> None:
    assert repair(broken).text == SPOKEN["en"]


def test_an_encoding_that_is_given_is_taken(tmp_path) -> None:
    assert decode("Москва".encode("cp1251"), "x", "windows-1251") == ("Москва", "windows-1251", 0)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Mali", "‚Äô", "ΓÇÖ", "窶冱", "√©", "Ãƒ", "é", "â€™s ", "鈥檚", "\u200b", "&amp;", "<b>", "Jose\u0301", " ", "Ã©", "中国", "\n", "鈥�", "ﬁ"]
        ),
        max_size=20,
    ).map("".join)
)
def test_every_cleaned_character_maps_into_the_raw_text_in_order(raw: str) -> None:
    c = repair(raw)
    last = 0
    for i in range(len(c.text)):
        a, b = c.to_raw(i, i + 1)
        assert 0 <= a < b <= len(raw) and a >= last
        last = a
    assert repair(raw) == c


PAGE = """\
 date 2024-06-05 WORLD
3 MIN READ
Lome hosts talks on the Sahel
Togo's capital receives ministers for a day.
Lome hosts talks on the Sahel
The conference hall in Lome. / Photo: AFP / AFP
Ama MensahAma Mensah
June 5, 2024

Togo received ministers from the region on Wednesday, its foreign ministry said in a statement.

RelatedGhana to join next round
RECOMMENDED

Benin votes in April

The talks will go on until Friday, the ministry said, and a second round is planned.

SOURCE:Agencies
Explore
Chile wins the cup after a long night
Tesla cuts prices in Europe again
Storm hits the coast of Florida
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end].strip().split("\n")[0][:24]) for s in layout(text)]


def test_a_pasted_page_falls_into_its_sections() -> None:
    assert kinds(PAGE) == [
        ("header", "date 2024-06-05 WORLD"),
        ("title", "Lome hosts talks on the "),
        ("standfirst", "Togo's capital receives "),
        ("title", "Lome hosts talks on the "),
        ("caption", "The conference hall in L"),
        ("byline", "Ama MensahAma Mensah"),
        ("header", "June 5, 2024"),
        ("body", "Togo received ministers "),
        ("related", "RelatedGhana to join nex"),
        ("body", "The talks will go on unt"),
        ("credit", "SOURCE:Agencies"),
        ("related", "Explore"),
    ]


def test_an_appeal_is_boilerplate_to_its_end() -> None:
    story = "The bank failed on Monday, regulators said in a statement.\n"
    text = story + "A Message from The Daily:\nDear readers,\nYour support keeps independent journalism alive.\nPlease donate.\nRemind me later.\n"
    assert [s.kind for s in layout(text)] == ["body", "boilerplate"]


def test_a_correction_pasted_alone_is_the_story_and_beside_one_it_is_not() -> None:
    note = "CORRECTION: In a Dec. 12 story about Kestrel and Arrow, this paper misstated the title of Ann Rua, who is chairman of Kestrel.\n"
    assert [s.kind for s in layout(note)] == ["body"]
    story = "The mine closed on Monday, its owner said, and the workers went home to wait for news of their pay.\n\n"
    assert [s.kind for s in layout(story + note)] == ["body", "boilerplate"]


def test_a_closing_credit_in_the_last_paragraph_is_a_section() -> None:
    text = "LAGOS (Reuters) - Fuel prices rose again on Monday, officials said. (Reporting by Jane Doe; Editing by John Roe)"
    assert [s.kind for s in layout(text)] == ["body", "credit"]


@pytest.mark.parametrize("end", ["(With inputs from PTI and AFP)", "- With agency inputs from Bernama", "— Reuters", "-- BERNAMA", "– AFP/Bernama"])
def test_an_agency_at_the_end_of_the_last_paragraph_is_credited(end: str) -> None:
    text = f"A story begins here, at some length, on Monday.\n\nIt ends here in Lima, at some length. {end}"
    assert [(s.kind, text[s.start : s.end].strip()) for s in layout(text)][-1] == ("credit", end)
    assert [s.kind for s in layout(text.replace(end, "Its word is with Reuters"))] == ["body"]


@pytest.mark.parametrize("section", ["header", "byline", "dateline", "caption", "related", "boilerplate", "credit"])
def test_layout_cues_match_their_examples_and_not_their_counter_examples(section: str) -> None:
    import re

    data = resources.toml("layout")[section]
    cues = [re.compile(c, re.IGNORECASE) for c in data["cues"]]
    assert [e for e in data["examples"] if not any(c.search(e) for c in cues)] == []
    assert [e for e in data["counter"] if any(c.search(e) for c in cues)] == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*PAGE.splitlines(), "", "- a point", "© 2020 X", "By A Person"]), max_size=14).map("\n".join))
def test_sections_cover_the_text_and_flattening_keeps_its_length(text: str) -> None:
    sections = layout(text)
    assert "".join(text[s.start : s.end] for s in sections) == text
    assert len(flatten(text, sections, False)) == len(text)


def test_a_name_over_a_line_break_is_joined_and_a_headline_is_not() -> None:
    wrapped = "The prize went to Amina\nMohammed on Friday, the foundation said."
    assert "Amina Mohammed" in flatten(wrapped, layout(wrapped), False)
    stacked = "Lome hosts talks\nTogo received ministers on Wednesday, it said in a long statement."
    assert "talks\nTogo" in flatten(stacked, layout(stacked), False)


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("Published 3 May 2023 14:05 BST | Updated 4 May 2023\n\nThe bank failed on Monday, regulators said.", "2023-05-03", "header"),
        ("Updated 4 May 2023\nPublished 3 May 2023\n\nThe bank failed on Monday, regulators said.", "2023-05-03", "header"),
        ("Bank fails\nJune 5, 2024\n\nThe bank failed on Monday, regulators said.", "2024-06-05", "header"),
        ("https://news.example.org/2024/06/05/bank-fails\nThe bank failed on Monday, regulators said.", "2024-06-05", "url"),
        ("GENEVA, January 12, 2024 - The bank failed on Monday, regulators said.", "2024-01-12", "dateline"),
        ("Nhamatanda, 20 February 2021—Survivors of the storm were given seeds and tools on Monday, the relief office said.", "2021-02-20", "dateline"),
        ("Friday, May 5, 2023 – The bank failed on Monday, regulators said.", "2023-05-05", "dateline"),
        ("Third bank fails\n\n05 May 2023; The bank failed on Monday, regulators said.", "2023-05-05", "dateline"),
        ("Trial opens Monday May 8, 2023 Posted: 4:51 PM LIMA, Peru - The bank failed on Monday, regulators said.", "2023-05-08", "header"),
        ("Bank Fails\n\n(May 8, 2023, Lima, Harbour Guardian) The bank failed on Monday, regulators said.", "2023-05-08", "dateline"),
        ("The bank failed on 5 May 2020, regulators said on Monday.", None, "none"),
    ],
)
def test_publication_date_and_where_it_was_found(text: str, value: str | None, basis: str) -> None:
    sections = layout(text)
    p = find_published(text, sections, find_datelines(text, sections), None, None, None)
    assert (p.value, p.basis) == (value, basis)


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("NAIROBI, Kenya, March 3 (Xinhua) -- Kenya will plant trees.", "Nairobi", "KE"),
        ("BEND, Ore. (AP) -- A sinkhole closed the library.", "Bend", "US"),
        ("MOSCOW, Idaho — Students planted 400 trees.", "Moscow", "US"),
        ("KHARTOUM/GENEVA, June 3 (Reuters) — Aid flights resumed.", "Khartoum", "SD"),
        ("MOSCOW: Russia and others met on Thursday.", "Moscow", "RU"),
        ("ŁÓDŹ, Poland, 3 March (PAP) — The road reopened.", "Łódź", "PL"),
        ("MOSCOW, July 3. /TASS/. The road reopened.", "Moscow", "RU"),
        ("LOS ANGELES. The road reopened.", "Los Angeles", "US"),
        ("YEREVAN, JULY 11, ARMENPRESS. The road reopened.", "Yerevan", "AM"),
        ("ULAANBAATAR /MONTSAME/. The road reopened.", "Ulaanbaatar", "MN"),
        ("ASTANA. KAZINFORM – The road reopened.", "Astana", "KZ"),
        ("KYIV. June 3 (Interfax-Ukraine) – The road reopened.", "Kyiv", "UA"),
        ("PORT-AU-PRINCE, Haiti (AP) — The road reopened.", "Port-au-Prince", "HT"),
        ("RIO DE JANEIRO (AP) — The road reopened.", "Rio de Janeiro", "BR"),
        ("Accra – Jan. 7, 2025: The president took the oath.", "Accra", "GH"),
        ("Hanoi (VNA) – Vietnam signed the treaty.", "Hanoi", "VN"),
        ("Nairobi — The High Court on Tuesday suspended the act, in a blow to the president.", "Nairobi", "KE"),
        ("New Delhi: The Supreme Court on Monday sought the government's response to the plea.", "New Delhi", "IN"),
        ("[The Herald] London -- The striker has been named the player of the year on Monday.", "London", "GB"),
        ("WINDHOEK & BULAWAYO - Biological diversity is on the decline worldwide, they say.", "Windhoek", "NA"),
    ],
)
def test_datelines(text: str, place: str, country: str) -> None:
    (head,) = find_datelines(text, layout(text))
    assert (head.place, head.country) == (place, country)


def test_a_date_between_two_dashes_of_a_dateline_is_its_day() -> None:
    text = "Accra – Jan. 7, 2025: The president took the oath."
    assert [h.date[0] for h in find_datelines(text, layout(text)) if h.date] == ["2025-01-07"]


@pytest.mark.parametrize(
    ("stamp", "day"), [("Jul 19, 2022 at 11:13 pm GMT", "2022-07-20"), ("Jul 21, 2022 at 11:13 pm GMT", "2022-07-20"), ("Jul 18, 2022", "2022-07-13")]
)
def test_a_dateline_of_the_day_after_the_stamp_is_the_day_told_on(read, stamp: str, day: str) -> None:
    record = read(f"Bank lifts rates\n{stamp}\nSYDNEY, July 20 (Reuters) - The bank lifted its rates on Wednesday, and said it would do so again.\n")
    assert [d.value for d in record.dates if "Wednesday" in [m.text for m in d.mentions]] == [day]
    assert record.article.published.basis == "header"


def test_a_dateline_can_stand_alone_over_its_story(read) -> None:
    record = read("NEW YORK (CNN/Money) -\nThe bank raised its rates on Monday, it said in a statement.\n")
    assert (record.article.dateline.place, record.article.title, record.article.outlet) == ("New York", None, "CNNMoney")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Originally created 12/10/97\n\nLaunch delayed\n\nCAPE CANAVERAL, Fla. -- The launch was delayed on Monday, officials said.", "1997-12-10"),
        ("Originally created 12/10/97\n\nLaunch delayed\n\nLONDON -- The launch was delayed on Monday, officials said.", "1997-10-12"),
        ("Originally created 12/10/97\n\nLaunch delayed\n\nThe launch was delayed on Monday, officials said in a statement.", None),
        ("12:38 PM EDT, 05/01/2024 (BNN Newswires) -- Orlan shares were down on Wednesday after it reported its results.", "2024-05-01"),
        ("Rebels agree to a truce - 2003-11-28\n\nThe government and the rebels have agreed to a truce, the mediator said on Friday.", "2003-11-28"),
    ],
)
def test_a_stamp_is_read_in_the_order_of_its_place_and_hour(read, text: str, day: str | None) -> None:
    assert read(text).article.published.value == day


def test_a_dateline_can_have_a_day_and_no_place(read) -> None:
    record = read("Aug 20, 2024 (Reuters) - The bank raised its rates on Monday.\n")
    assert (record.article.dateline, record.article.published.value, record.article.outlet) == (None, "2024-08-20", "Reuters")
    assert not record.places


@pytest.mark.parametrize("mast", ["Wed, 24 Apr 2024 Today's Paper", "Wed, 24 Apr 2024 | E-Paper"])
def test_the_day_of_whoever_reads_is_no_publication_date(read, mast: str) -> None:
    record = read(
        f"{mast}\n\nParliament meets over harbour\n\n8 December 2021 08:12 am - 5     - {{{{hits.values.of.the.page}}}}\n\nThe speaker said so today."
    )
    assert record.article.published.value == "2021-12-08"


@pytest.mark.parametrize("stamp", ["Published:Monday | April 15, 2024 | 12:07 AM", "Published:Monday | April 15, 2024 | 12:07 AM\n"])
def test_a_byline_run_together_with_a_clock_is_a_byline(read, stamp: str) -> None:
    record = read(f"Parliament meets over harbour\n\n{stamp}Ana Rua/Senior Herald Writer\n\nThe speaker said on Friday that it will go on.")
    assert (record.article.authors, record.article.published.value) == (["Ana Rua"], "2024-04-15")


def test_the_day_called_that_of_publication_goes_before_the_day_at_the_top(read) -> None:
    page = "Saturday, December 20th, 2025\n\nParliament meets over harbour\n\nORLAN: The speaker said on Friday that it will go on.\n\n"
    assert read(page).article.published.value == "2025-12-20"
    assert read(f"{page}Publish Date : 26 July 2024 18:21 PM").article.published.value == "2024-07-26"


def test_an_agency_in_place_of_a_place_is_no_town(read) -> None:
    record = read("BTA, 15 July 2018 - The cabinet of Bulgaria met for the last time.")
    assert (record.article.dateline, record.article.published.value, record.article.outlet, record.places) == (None, "2018-07-15", "BTA", [])


def test_a_dateline_can_have_lost_its_dash() -> None:
    text = "LONDON The bank raised its rates on Wednesday and said more would follow.\n"
    assert [(h.place, h.country) for h in find_datelines(text, layout(text))] == [("London", "GB")]
    for text in ("READING The room is hard, he said and left.\n", "LONDON THE BANK RAISED ITS RATES\n", "LONDON Bridge is falling down, they sang.\n"):
        assert find_datelines(text, layout(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Barcelona - Real Madrid 2-1",
        "The Road - A novel of Ana Rua that nobody in the country has read so far.",
        "It rained.\n\nA long line that stands before the story and is not its heading.\n\nParis — The bank failed on Monday, they said again.",
        "EXCLUSIVE - The bank failed on Monday.",
        "BREAKING: The bank failed on Monday.",
        "He said - and meant it - that it was over.",
    ],
)
def test_not_every_dash_makes_a_dateline(text: str) -> None:
    assert find_datelines(text, layout(text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bank failed and the state paid for it.", "en"),
        ("Le président de la République et les ministres sont dans une réunion pour la paix", "fr"),
        ("Москва ответила на заявление", "ru"),
        ("東京で会議が開かれた", "ja"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language(text) == code


FORMS = [row.split("\t") for row in (Path(__file__).parent / "published.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("day", "top"), FORMS)
def test_the_publication_date_is_found_in_the_forms_that_pages_have(day: str, top: str) -> None:
    story = "The port of Lome opened again on Wednesday after a strike of nine days, the dockers' union said.\nThe strike began on April 24.\n"
    text = top.replace("\\n", "\n") + "\n\n" + story
    sections = layout(text)
    assert find_published(text, sections, find_datelines(text, sections), None, None, None).value == (day or None)


LEGACY = [
    ("gb18030", "外交部发言人在记者会上表示，中方对这一决定表示遗憾，并要求有关国家尊重事实。会议将在上海举行，为期三天。"),
    ("gbk", "总统说，政府已经采取措施，帮助在洪水中失去家园的人。当地居民告诉记者，水位上升得很快。"),
    ("big5", "總統說，政府已經採取措施，幫助在洪水中失去家園的人。當地居民告訴記者，水位上升得很快。"),
    ("cp932", "政府は、洪水で家を失った人々を支援するための対策をとったと発表した。住民は水位の上昇が速かったと語った。"),
    ("euc_jp", "政府は、洪水で家を失った人々を支援するための対策をとったと発表した。住民は水位の上昇が速かったと語った。"),
    ("cp949", "정부는 홍수로 집을 잃은 사람들을 돕기 위한 대책을 마련했다고 밝혔다. 주민들은 물이 빠르게 불어났다고 말했다."),
    ("cp1251", "Правительство сообщило, что приняло меры для помощи людям, которые потеряли дома во время наводнения."),
    ("koi8_r", "Правительство сообщило, что приняло меры для помощи людям, которые потеряли дома во время наводнения."),
    ("cp1256", "قالت الحكومة إنها اتخذت إجراءات لمساعدة الناس الذين فقدوا منازلهم في الفيضانات التي ضربت البلاد في الأسبوع الماضي."),
    ("cp1253", "Η κυβέρνηση ανακοίνωσε ότι πήρε μέτρα για να βοηθήσει όσους έχασαν τα σπίτια τους στις πλημμύρες."),
    ("cp1250", "Rząd podał, że podjął działania, aby pomóc ludziom, którzy stracili domy w czasie powodzi. Było to w zeszłym tygodniu."),
    ("cp1250", "Vláda uvedla, že přijala opatření, aby pomohla lidem, kteří při povodních přišli o domy. Před rokem bylo těch domů několik."),
    ("mac_roman", "The minister’s office said it didn’t know. “We are waiting,” said Ana Peña."),
]


@pytest.mark.parametrize(("encoding", "spoken"), LEGACY)
def test_a_legacy_encoding_is_told_where_its_language_makes_it_sure(encoding: str, spoken: str) -> None:
    text, named, invalid = decode(spoken.encode(encoding))
    assert (text, invalid) == (spoken, 0)
    assert named in (encoding, "gb18030")


@pytest.mark.parametrize(
    "spoken",
    [
        "Mali’s leader said the “road” was open – at last. Müller, Peña and Orbán didn’t answer; São Tomé’s envoy did.",
        "Le ministre a déclaré que les négociations se poursuivraient après l’été. C’était déjà décidé à Genève.",
        "A manhã foi calma em São Paulo, mas a irmã do réu não falou. As eleições são em outubro.",
        "Die Gespräche über die Öffnung der Häfen würden fortgeführt, hieß es am Mittwoch in Köln.",
        "Præsidenten sagde, at færgen først sejler på lørdag; øen får post fra Ærø.",
        "Señor Núñez pidió 3 m² más, a 25 °C, por £5 y ½ kilo.",
        "é",
    ],
)
def test_what_is_not_sure_is_windows_1252(spoken: str) -> None:
    assert decode(spoken.encode("cp1252")) == (spoken, "windows-1252", 0)


def test_no_english_article_in_windows_1252_is_taken_for_anything_else(corpus) -> None:
    coded = [c for a in corpus("*") if max(c := a["text"].encode("cp1252", errors="ignore"), default=0) > 127]
    assert len(coded) > 500
    assert [c[:80] for c in coded if decode(c)[1] != "windows-1252"] == []


@pytest.mark.parametrize("line", ["Rosa Lehmann Health editor", "Tunde Alabi, Senior Correspondent", "Ann Lee Chief reporter, Lagos", "Political Editor"])
def test_a_name_with_its_desk_is_a_byline(line: str) -> None:
    text = f"Ports reopen after the strike\n{line}\nThe port of Lome opened again on Wednesday, the union said.\n"
    assert [s.kind for s in layout(text)] == ["title", "byline", "body"]


@pytest.mark.parametrize("line", ["Guardian Appoints New Editor", "Britain names new editor", "Paper fires its editor"])
def test_a_headline_about_an_editor_is_no_byline(line: str) -> None:
    assert layout(f"{line}\nThe port of Lome opened again on Wednesday, the union said.\n")[0].kind == "title"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Ana Rua The port of Lome opened again on Wednesday, the union said.", "Ana Rua"),
        ("By Ana Rua LOME: Ships came back to the port of the town on Wednesday.", "Ana Rua"),
        ("Ana Rua-Herald Reporter THE port of Lome opened again on Wednesday, the union said.", "Ana Rua"),
        ("By Prime Minister Rua The port of Lome opened again on Wednesday, the union said.", None),
        ("By Ana Rua Ferry ships came back to the port of Lome on Wednesday, the union said.", None),
    ],
)
def test_a_byline_run_together_with_the_story_is_a_section_of_its_own(text: str, name: str | None) -> None:
    sections = layout(text)
    assert [s.kind for s in sections] == (["byline", "body"] if name else ["body"])
    assert [text[a:b] for a, b in signatures(text, sections)] == ([name] if name else [])


@pytest.mark.parametrize("title", ["Who is Bola Tinubu, Nigeria's new president?", "Bolivia's guards: “This land isn't for sale”"])
def test_a_question_or_a_quotation_on_the_first_line_is_the_title(title: str) -> None:
    text = f"{title}\nBy Jane Doe\n5 June 2024\nBola Tinubu was sworn in last week in Abuja.\n"
    assert [s.kind for s in layout(text)] == ["title", "byline", "header", "body"]


def test_a_point_of_a_list_ends_no_name_of_the_next_line() -> None:
    text = "• Union Island lost its homes, says Ralph Gonsalves\nGrenada's prime minister was there."
    assert "Gonsalves\nGrenada" in flatten(text, layout(text), False)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Example News | Updated: 2025-11-20 23:27", "2025-11-20"),
        ("07:00, 22 NOV 2026 | Updated 09:12, 23 NOV 2026", "2026-11-22"),
        ("The Daily Post • Nov 3rd, 2026 • 4.12 pm AKST", "2026-11-03"),
        ("Kestrel Bank | The crowd of 3 May 2023 was small", None),
        ("Lome, 3 May 2023 and Accra", None),
        ("It ended at 07:00, 22 Nov 2026.", None),
    ],
)
def test_a_line_that_only_says_when_and_who_carries_it_is_a_header(line: str, value: str | None) -> None:
    text = f"Ports reopen after the strike\n{line}\nThe port of Lome opened again on Wednesday, the union of the dockers said, and nobody lost a job.\n"
    assert find_published(text, layout(text), [], None, None, None).value == value


def test_a_title_does_not_go_on_in_the_story() -> None:
    said = "Petromar Holdings said on Monday that it had agreed to sell its stake in the field, and that nobody would lose a job.\n"
    text = f"Gulf's Petromar to proceed with sale to Norda\n{said}"
    assert "Norda\nPetromar" in flatten(text, layout(text), False)


def test_who_edited_or_translated_is_credited_by_one_name_too() -> None:
    text = "Ports reopen\nThe port of Lome opened again on Wednesday, the union said.\n\nTranslator: Katriana\nEditor: Rahmad N\nEditor: Reuters\n"
    flat = flatten(text, layout(text), False)
    assert [flat[a:b] for a, b in signatures(flat, layout(text))] == ["Katriana", "Rahmad N"]


def test_a_writer_without_a_name_is_nobody() -> None:
    text = "Ports reopen\nBy Our Georgetown Correspondent\nBy Ann Lee, Health Editor\nThe port opened again on Wednesday, the union said.\n"
    flat = flatten(text, layout(text), False)
    assert [flat[a:b] for a, b in signatures(flat, layout(text))] == ["Ann Lee"]


def test_a_signed_off_date_under_a_long_story_is_its_own_and_a_bare_one_is_not() -> None:
    story = "The port of Lome opened again on Wednesday, the union of the dockers said. " * 40
    for end, value in (
        ("AFP 3 May 2023", "2023-05-03"),
        ("(Example Review, 3 May 2023)", "2023-05-03"),
        ("Published on May 3, 2023", "2023-05-03"),
        ("May 3, 2023", None),
    ):
        text = f"Ports reopen after the strike\n{story}\n{end}\n"
        assert find_published(text, layout(text), [], None, None, None).value == value, end


def test_cells_of_a_table_are_lines_and_words_set_wide_are_not() -> None:
    row = "Bassirou Diomaye Faye  Pastef     2,434,751  54.28"
    assert [c.strip() for c in flatten(row, layout(row), False).split("\n")] == ["Bassirou Diomaye Faye", "Pastef", "2,434,751", "54.28"]
    for wide in ("President Ana  Rua has  arrived in Orlan today", "The  minister  of  Works  said  so  on  Monday.", "He came.  She saw.  They left."):
        assert flatten(wide, layout(wide), False) == wide


def test_a_speaker_of_a_transcript_is_no_dateline() -> None:
    said = "RIPLEY: In Moscow the spokesman said so.\n"
    text = "JOHN VAUSE, CNN HOST: Hello and welcome to you all.\nWILL RIPLEY, CNN CORRESPONDENT: In Bakhmut it was quiet.\n" + said
    assert find_datelines(text, layout(text)) == []
    text = "LAHORE: The police said so on Monday.\n"
    assert [h.place for h in find_datelines(text, layout(text))] == ["Lahore"]


def test_writers_in_a_byline_with_their_towns_are_found() -> None:
    text = "Ports reopen after it\nFrom Femi Alabi, Kaduna, and Chinelo Obi, Abuja\nThe port opened again on Wednesday, the union said.\n"
    flat = flatten(text, layout(text), False)
    assert [flat[a:b] for a, b in signatures(flat, layout(text))] == ["Femi Alabi", "Chinelo Obi"]


def test_who_reports_from_where_signs_and_the_towns_are_no_part_of_it() -> None:
    text = "Rain falls again\nWARSAW (Reuters) - Rain fell on Monday, police said.\n\n"
    text += "(Reporting by Yulia Dysa in New Delhi and Jan Lopatka in Prague; Editing by Ann Roe)"
    flat = flatten(text, layout(text), False)
    assert [flat[a:b] for a, b in signatures(flat, layout(text))] == ["Yulia Dysa", "Jan Lopatka", "Ann Roe"]


@pytest.mark.parametrize("name", ["Órla Ryan", "Şafak Timur", "Łukasz Nowak", "Élodie Petit"])
def test_names_in_every_latin_alphabet_sign(name: str) -> None:
    text = f"Storm hits the coast\nBy {name}\nThe storm hit the coast of Kenya on Monday, officials said.\n\nIt moved on to the north of the country.\n"
    flat = flatten(text, layout(text), False)
    assert [flat[a:b] for a, b in signatures(flat, layout(text))] == [name]


def test_a_heading_does_not_run_into_the_paragraph_under_it() -> None:
    story = "Reviews are mixed on the quality of the sound, and one alternative could be to pair the speaker with another one, for less than it costs."
    text = f"The sound of it\n\nSome words on this are in order, he said, before they all begin.\nStereo Speaker of the House\n{story}\n"
    assert "Speaker of the House\nReviews" in flatten(text, layout(text), False)
    wrapped = "It rained on Monday, he said.\n\nThe minister met the envoy of the United\nNations on Monday, and they agreed on it."
    assert "United Nations" in flatten(wrapped, layout(wrapped), False)


@pytest.mark.parametrize(
    ("end", "outlet"),
    [
        ("The post Minister Visits Orlan appeared first on The Orlan Insider.", "The Orlan Insider"),
        ("[…] The post Minister Visits Orlan first appeared on Premium Times.", "Premium Times"),
    ],
)
def test_what_a_feed_adds_to_a_paragraph_is_boilerplate_and_tells_the_outlet(read, end: str, outlet: str) -> None:
    text = f"Minister Visits Orlan\n\nThe minister went to Nairobi and said that it was so. {end}"
    assert layout(text)[-1] == Section("boilerplate", text.index(end), len(text))
    assert read(text).article.outlet == outlet
    assert layout("The post that she held appeared to be first on the list.")[-1].kind == "body"


def test_the_source_in_brackets_before_a_story_carries_it(read) -> None:
    found = read("Rwanda: Work on Cables Goes On\n\n[Orlan Times] Kigali -- Work on the cables of Rwanda goes on, the government said in Kigali on Monday.\n")
    assert [(o.name, o.kind, o.role) for o in found.organizations] == [("Orlan Times", "media", "credit")]
    assert (found.article.outlet, found.article.dateline.place) == ("Orlan Times", "Kigali")
    assert read("He read [Orlan Times] and left Kigali.").article.outlet is None


def test_what_a_wire_says_of_its_changes_is_no_story(read) -> None:
    found = read(
        "(Recasts lede; adds quotes from Orlan)\nNAIROBI, Dec 6 (Reuters) - The government of Kenya signed a deal with Uganda on Friday, a minister said.\n"
    )
    assert [o.name for o in found.organizations] == ["Reuters"]
    assert found.article.sections[0].kind == "boilerplate"


def test_a_town_in_small_letters_with_its_country_is_a_dateline() -> None:
    story = "The minister met the mayor of the town on Monday and said that nothing had come of it."
    assert [(h.place, h.country) for h in find_datelines(f"Nadi, Fiji: {story}", layout(f"Nadi, Fiji: {story}"))] == [("Nadi", "FJ")]
    assert find_datelines(f"Nadi, Ghana: {story}", layout(f"Nadi, Ghana: {story}")) == []


def test_a_message_from_a_country_is_of_no_outlet(read) -> None:
    assert (
        read("Killing of a general is a message from Ukraine: nobody is safe\n\nThe attack in Moscow was one of many, officials said.").article.outlet is None
    )
    assert read("The attack in Moscow was one of many.\n\nA message from The Orlan Times: support us.").article.outlet == "The Orlan Times"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Harbour Tools Inc <HTLS> said", "Harbour Tools Inc said"),
        ("Rua Paper AB <RUAP ST> rose", "Rua Paper AB rose"),
        ("Shares of Kestrel (KSTL.HE) and Orlan Co (NYSE: ORL) fell", "Shares of Kestrel and Orlan Co fell"),
        ("Shares of Kestrel (2007.HK) fell", "Shares of Kestrel fell"),
        ("Rua (ASX:RUA, LSE: RUAX) rose", "Rua rose"),
        ("a subsidiary of <Orlan Holding Co Ltd> of Lugano", "a subsidiary of (Orlan Holding Co Ltd) of Lugano"),
        ("its <SMS> unit", "its (SMS) unit"),
        ("in the (U.S) and (EU), 3 < 5, <ann@example.org>", "in the (U.S) and (EU), 3 < 5, <ann@example.org>"),
    ],
)
def test_ticker_symbols_are_taken_out_and_angled_brackets_are_brackets(raw: str, clean: str) -> None:
    assert repair(raw).text == clean


def test_a_ticker_symbol_is_no_body_and_offsets_slice_the_raw_text(read) -> None:
    raw = "LONDON, March 2 - <Orlan Paper Plc> <ORL.L> said it would buy Kestrel Tools Inc <UK> of Ohio.\n Reuter\n"
    found = read(raw)
    assert found.article.dateline is not None
    assert [(o.name, o.role) for o in found.organizations] == [("Orlan Paper Plc", "subject"), ("Kestrel Tools Inc", "subject"), ("Reuters", "credit")]
    assert all(raw[m.start : m.end] == m.text for o in found.organizations for m in o.mentions)
    assert "GB" not in {c.code for c in found.countries if any(m.text == "UK" for m in c.mentions)}


def test_a_headline_in_capitals_is_no_line_of_the_wrapped_story_under_it() -> None:
    body = (
        "Japan's rate of unemployment is expected to continue to climb to\nabout 3.5 pct within the next year from the three pct record of\n"
        "last month, senior economists said in a survey of the market on\nthe matter, which was done in the first week of the month by the\n"
        "paper, which asked them what they thought of the rates of growth.\n"
    )
    text = "JAPAN'S UNEMPLOYMENT RATE SEEN RISING TO 3.5 PCT SOON\n" + body
    assert repair(text).text.startswith("JAPAN'S UNEMPLOYMENT RATE SEEN RISING TO 3.5 PCT SOON\nJapan's rate")
    assert "climb to about 3.5" in repair(text).text


def test_a_paper_and_its_city_on_a_line_are_the_outlet_and_nobody_signs_there(read) -> None:
    found = read(
        "Kenya: Soldiers Leave Garissa\n\n12 December 2019\nThe Star (Nairobi)\nBy Cheti Rua\n\nSoldiers left the town of Garissa on Wednesday night.\n"
    )
    assert (found.article.outlet, found.article.authors) == ("The Star", ["Cheti Rua"])
    assert [(o.name, o.kind, o.role) for o in found.organizations] == [("Star", "media", "credit")]
    assert layout("Soldiers left.\n\nOil Prices Fall (Update)\n\nThey fell on Monday.")[0].kind == "body"


def test_a_table_under_a_line_of_place_and_date_is_the_story_in_capitals_too(read) -> None:
    text = "BASEBALL - MAJOR LEAGUE STANDINGS.\n\nNEW YORK 1996-08-28\n\nAMERICAN LEAGUE\nEASTERN DIVISION\nW L PCT GB\nNEW YORK 74 57 .565 -\n\n"
    text += "WEDNESDAY, AUGUST 28 SCHEDULE\nCLEVELAND AT DETROIT\nCHICAGO AT SEATTLE\n"
    found = read(text)
    assert [s.kind for s in found.article.sections] == ["title", "body"]
    assert found.article.published is not None and found.article.published.value == "1996-08-28"
    assert {"Cleveland", "Detroit", "Seattle", "Chicago", "American League"} <= {o.name for o in found.organizations}
    assert {o.role for o in found.organizations} == {"subject"}
    assert not any("Baseball" in o.name for o in found.organizations)


def test_countries_of_a_list_are_no_datelines_and_one_alone_is() -> None:
    listed = "Here is a list of the coups since 2020, by country:\n\nNIGER - In July guards held the president.\n\nMALI - In August colonels did.\n"
    assert find_datelines(listed, layout(listed)) == []
    alone = "KUWAIT: The ministry said on Monday that it would act.\n"
    assert [h.place for h in find_datelines(alone, layout(alone))] == ["Kuwait"]


def test_each_place_of_a_dateline_lies_in_its_own_country() -> None:
    text = "ANTAKYA, Turkey/JANDARIS, Syria, Feb 7 (Reuters) - Crews raced to dig people out on Tuesday.\n"
    assert [(h.place, h.country) for h in find_datelines(text, layout(text))] == [("Antakya", "TR")]


def test_an_agency_its_city_and_when_it_wrote_are_a_header() -> None:
    text = "Sales Rise at Orlan Motors in Pune\n\nPress Trust of India | Mumbai | Updated: Oct 12, 2023 18:22 IST\n\nIt said that sales rose in May.\n"
    assert [s.kind for s in layout(text)] == ["title", "header", "body"]


@pytest.mark.parametrize(("end", "kind"), [("REUTERS", "credit"), ("HARBOUR", "body")])
def test_an_agency_in_capitals_after_the_last_sentence_is_a_credit(end: str, kind: str) -> None:
    text = f"Bank opens\n\nThe bank opened on Monday in the capital, officials said. It is one of the biggest of the country. {end}\n"
    assert layout(text)[-1].kind == kind


def test_a_dateline_can_be_quoted_in_a_mail(read) -> None:
    head = "Sent: Tuesday, 12 November 2024 18:42\nSubject: FW: Haiti\n"
    story = ">> PORT-AU-PRINCE, Nov 12 (BNN) - Haiti's airport remained shut on Tuesday, a day after the attack.\n"
    record = read(f"{head}\n{story}\n--\nJo Lind | Duty Editor | +1 202 555 0100\n")
    assert (record.article.dateline.place, [p.name for p in record.people]) == ("Port-au-Prince", [])
