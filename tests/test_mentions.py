"""Which stretch of a text is what, over hand-made spans: edges of names, and one kind for one string in an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.article.published import find_datelines
from extractor.mentions.mark import mark
from extractor.resources import table
from extractor.types import Span
from tests.conftest import seconds
from tests.test_entities import tagged


def marked(text: str) -> dict[str, list[str]]:
    """The surfaces of people, organizations, places and listed names."""
    v, spans = tagged(text)
    found = mark(v.flat, spans, find_datelines(v.flat, v.sections))
    return {k: [v.flat[s.start : s.end] for s in getattr(found, k)] for k in ("people", "orgs", "places", "listed")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr [Rua AM](PERSON) spoke.", ["Rua"]),
        ("[Ravi Menon Saheb](PERSON) spoke.", ["Ravi Menon"]),
        ("[Ana & Bela Rua](PERSON) spoke.", ["Ana", "Bela Rua"]),
        ("Minister of [Tourism Okello](PERSON) spoke.", ["Okello"]),
        ("The band [Tourism Okello](PERSON) sang.", ["Tourism Okello"]),
        ("[Fahad bin Tarik Al Said](PERSON), his deputy, came.", ["Fahad bin Tarik Al Said"]),
        ("[Nana Kofi Mensah](PERSON) spoke.", ["Nana Kofi Mensah"]),
        ("[MS Rua](PERSON) and [Ms Duarte](PERSON) spoke.", ["MS Rua", "Duarte"]),
        ("The speech in [Wuhan](PERSON) was long.", []),
        ("Lions Motors-backed Arrow and General Lions-backed Arrow grew.", []),
    ],
)
def test_what_belongs_to_a_name_and_what_does_not(text: str, names: list[str]) -> None:
    assert marked(text)["people"] == names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("[Sekuri Group](ORG) sued. [Sekuri](PERSON) won. [Sekuri](PERSON) grew.", ["Sekuri Group", "Sekuri", "Sekuri"]),
        ("[Sekuri](PERSON) chairman Ana Rua left. [Sekuri](ORG) won.", ["Sekuri", "Sekuri"]),
        ("[Ana Rua](PERSON) left. [Rua Group](ORG) won. [Rua](PERSON) spoke.", ["Rua Group"]),
        ("[Qatar Airways](ORG) won. [Qatar](GPE) spoke.", ["Qatar Airways"]),
        ("The [JD](ORG)(S) and the [PML](ORG)-N met.", ["JD(S)", "PML-N"]),
        ("The Al-[Iman](ORG) schools closed.", ["Al-Iman"]),
        ("The [Sector](ORG) closed.", []),
        ("[Kestrel Tavan Mining JSC](PERSON) paid, [Anatel](PERSON)'s head Ana Rua said.", ["Kestrel Tavan Mining JSC", "Anatel"]),
        ("The [M5](ORG)-[RFP](ORG), [CSP-DPA](ORG) and [UN](ORG)-[AU](ORG) met.", ["M5-RFP", "CSP-DPA", "UN", "AU"]),
        ("The 5th [Infantry](ORG) Division and the First Army met on the 5th floor.", ["5th Infantry Division", "First Army"]),
        ("[Kestrel Backs](ORG) Berlin Fund", ["Kestrel"]),
        ("The [KB - Kestrel](ORG) grew; the [Council on American - Islamic Relations](ORG) met.", ["KB", "Council on American - Islamic Relations"]),
        ("The Conservative party and the Labour Party met.", ["Conservative party", "Labour Party"]),
    ],
)
def test_what_speaks_for_a_body(text: str, bodies: list[str]) -> None:
    assert marked(text)["orgs"] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Nepal's Ministry of Labour and Employment sued.", [("Nepal's Ministry of Labour and Employment", "NP")]),
        ("The Ministry of Water, Sanitation and Hygiene Services of Malawi sued.", [("Ministry of Water, Sanitation and Hygiene Services of Malawi", "MW")]),
        ("The Kenyan Ministry of Home Affairs sued.", [("Kenyan Ministry of Home Affairs", "KE")]),
        ("The Ministry of Health and Pfizer met.", [("Ministry of Health", None)]),
        ("The Ministry of Finance and Central Bank of Kenya met.", [("Ministry of Finance", None), ("Central Bank of Kenya", "KE")]),
    ],
)
def test_ministries_with_several_portfolios_are_one_body(text: str, bodies: list[tuple[str, str | None]]) -> None:
    v, spans = tagged(text)
    found = [s for s in mark(v.flat, spans, []).orgs if s.label == "BODY"]
    assert [(v.flat[s.start : s.end], s.value[1]) for s in found] == bodies


@pytest.mark.parametrize(
    ("text", "places", "listed"),
    [
        ("It cost US$ 30 million and US$5.", [], []),
        ("Traders in [mainland China](GPE) sold.", [], ["China"]),
        ("Schools in [Northern Uganda](GPE) closed.", ["Northern Uganda"], []),
        ("Schools in northern [Uganda](GPE) closed.", [], ["Uganda"]),
        ("Police in [Nakhon Pathom's Bang Len](GPE) came.", ["Nakhon Pathom", "Bang Len"], []),
        ("They met in the markets [of Bombay](GPE) and [Jos in](GPE) winter.", ["Bombay", "Jos"], []),
        ("Open: [Rua National Park – Sector](GPE) One", ["Rua National Park"], []),
        ("Ships left [Hawke's Bay](GPE).", ["Hawke's Bay"], []),
        ("The [Sector](GPE) closed.", [], []),
    ],
)
def test_where_a_place_begins_and_ends(text: str, places: list[str], listed: list[str]) -> None:
    found = marked(text)
    assert (found["places"], found["listed"]) == (places, listed)


@pytest.mark.parametrize("text", ["It cost 6 million U.S. dollars.", "The Hong Kong dollar fell.", "They paid US$ 3 million."])
def test_a_currency_is_no_mention_of_its_country(text: str) -> None:
    assert mark(text, [], []).listed == []


def test_a_country_before_no_currency_is_one() -> None:
    assert [s.label for s in mark("The U.S. poundage and the U.S. won.", [], []).listed] == ["country", "country"]


def test_a_storm_is_nobody() -> None:
    v, spans = tagged(
        "Hurricane Beryl hit Grenada. [Beryl](GPE) was strong, [Beryl](PERSON) was fast, [Ann Lee](PERSON) said. "
        "[Typhoon Rai](GPE), locally called [Odette](PERSON)."
    )
    marked = mark(v.flat, spans, [])
    assert [v.flat[s.start : s.end] for s in (*marked.people, *marked.places)] == ["Ann Lee"]


def test_a_first_name_that_is_a_city_goes_with_its_surname() -> None:
    v, spans = tagged("[Santiago](GPE) [Bayas](PERSON), the manager, said so.")
    marked = mark(v.flat, spans, [])
    assert [v.flat[s.start : s.end] for s in (*marked.people, *marked.places, *marked.listed)] == ["Santiago Bayas"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Ana Cruz](GPE), the bank's general manager, agreed.", "PERSON"),
        ("[Ana Cruz](ORG) said so.", "PERSON"),
        ("In Berlin, [Carsten Spohr](ORG), the carrier's CEO, agreed.", "PERSON"),
        ("They came to [Ana Cruz](GPE) and left.", "PLACE"),
        ("[Santa Ana](GPE) said so.", "PLACE"),
        ("[Victoria Bank](ORG) said so.", "ORG"),
    ],
)
def test_an_unsure_body_or_place_with_a_first_name_that_speaks_is_a_person(text: str, kind: str) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, [replace(s, score=0.5) for s in spans], [])
    found = {"PERSON": marked.people, "PLACE": marked.places, "ORG": marked.orgs}
    assert [k for k, s in found.items() if s] == [kind]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Guðni Th](PERSON). [Jóhannesson](PERSON) spoke.", ["Guðni Th. Jóhannesson"]),
        ("They met [Ann Lee](PERSON). [Jóhannesson](PERSON) spoke.", ["Ann Lee", "Jóhannesson"]),
        ("The chairman [Debretsion](ORG) [Gebremichael](PERSON) spoke. [Debretsion](ORG) left.", ["Debretsion Gebremichael", "Debretsion"]),
        ("The case [R v Huhne](PERSON) goes on.", ["Huhne"]),
        ("[Ijaz Ahmad c Spearman b Vaughan](PERSON) 59", ["Ijaz Ahmad", "Spearman", "Vaughan"]),
        ('The minister [Andre Pitra "Petroff](PERSON)" spoke.', ['Andre Pitra "Petroff"']),
        ('He met [Andre "Pitra](PERSON) there.', ["Andre"]),
        ("[Thandi Maro](PERSON)-[Dube](PERSON) spoke. [Maro](PERSON)-[Dube](PERSON) left.", ["Thandi Maro-Dube", "Maro-Dube"]),
        ("The [Maro](PERSON)-[Dube](PERSON) talks failed, as did those of [Ann Lee](PERSON)-[Bo Diaz](PERSON).", ["Maro", "Dube", "Ann Lee", "Bo Diaz"]),
        ("Prince [Siaosi](PERSON) ‘[Alaivahamama](PERSON) spoke.", ["Siaosi 'Alaivahamama"]),
        ("The speaker, [Nabih](ORG) [Khalil](PERSON), and [Valdemar Costa](GPE) [Neto](PERSON) spoke.", ["Nabih Khalil", "Valdemar Costa Neto"]),
        ("In [Lagos](GPE) [Ann Lee](PERSON), at [Kestrel Bank](ORG) [Neto](PERSON) spoke.", ["Ann Lee", "Neto"]),
        ("General (GOC) [Kestrel](ORG) Corps spoke.", []),
        ("Cr [Dorothy Hill](PERSON) met [Cr Ann Lee](PERSON).", ["Dorothy Hill", "Ann Lee"]),
        ("They call [Ann Lee](PERSON) '[Bertie](PERSON)' here.", ["Ann Lee", "Bertie"]),
        ("[Gwen née Pugh](PERSON) left, and [née Pugh](PERSON) too.", ["Gwen", "Pugh", "Pugh"]),
        ("[Taoiseach](GPE) [Ann Rua](PERSON) spoke.", ["Ann Rua"]),
        ("President His Highness Sheikh [Hamdan](PERSON) spoke.", ["Hamdan"]),
        ("[Inzamam](GPE)-[ul-Haq b](GPE) [Mushtaq Ahmed](PERSON) 43", ["Inzamam-ul-Haq", "Mushtaq Ahmed"]),
        ("The Kabaka, [Ronald Mutebi](PERSON) [II](GPE), and [Rua](PERSON) II spoke.", ["Ronald Mutebi II", "Rua"]),
        ("[Femi Rua](PERSON) ([SAN](GPE)) and [DIG](ORG) [Asad Raza](PERSON) met.", ["Femi Rua", "Asad Raza"]),
        (
            'The sons of [Joaquín](PERSON) "[El Chapo](PERSON)" Guzmán met [Ann Lee](PERSON). "Yes", he said.',
            ['Joaquín "El Chapo" Guzmán', "Ann Lee"],
        ),
        ("[Johor Menteri Besar Onn Hafiz](PERSON) met Datuk [Seri](PERSON) Dr [Ahmad Zahid](PERSON).", ["Onn Hafiz", "Ahmad Zahid"]),
        ("The [Trump-Putin](PERSON) call failed; [Kedibone-Rua](PERSON) spoke.", ["Trump", "Putin", "Kedibone-Rua"]),
        ("@[KivuVoice](PERSON) and [@AnnRua](PERSON) wrote to [Ann Rua](PERSON).", ["Ann Rua"]),
        ("[Elon](PERSON) [Rua](ORG) met [Elon](PERSON) [Kestrel](ORG) Group.", ["Elon Rua", "Elon"]),
        ("[Jimmy Rua](PERSON), alias Barbecue, and [Ann Lee](PERSON) a.k.a. [Bo](ORG) met.", ["Jimmy Rua", "Barbecue", "Ann Lee", "Bo"]),
        ("The palace of [Christian IV](ORG) and of [Christian](GPE) VII is near the [Kestrel II](ORG).", ["Christian IV", "Christian VII"]),
        ("[Svandís](GPE) [Svavarsdóttir](ORG) met Prime Minister Senior General [Min Aung Hlaing](PERSON).", ["Svandís Svavarsdóttir", "Min Aung Hlaing"]),
        ("Governor [Mutfwang Condemns Attack](PERSON); Army Chief Rua Arrested in Lagos; Dhaka's [Marcos](PERSON) Says No", ["Mutfwang", "Rua", "Marcos"]),
        ("HAMAS COMMANDER IN KHAN YOUNIS SPEAKS; Chief Justice Of Nigeria Left; First by an Indian PM Since 1991", []),
        ("King [Mswati](PERSON) III met [Svandís Svavarsdóttir](ORG) of the [MK) Party](ORG).", ["Mswati III", "Svandís Svavarsdóttir"]),
        ("[GD](PERSON)'s [Irakli Rua](PERSON) and [AMLO](PERSON)'s [Bo Diaz](PERSON) met.", ["Irakli Rua", "AMLO", "Bo Diaz"]),
        ("Out: [A.](PERSON) [Stewart](PERSON) and [B. Rua](PERSON).", ["A. Stewart", "B. Rua"]),
    ],
)
def test_a_name_is_whole_where_the_model_cuts_it(text: str, found: list[str]) -> None:
    v, spans = tagged(text)
    assert [v.flat[s.start : s.end] for s in mark(v.flat, spans, []).people] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The fire on the MV [Mary Joy](PERSON) was put out.", None),
        ("Oldmere 4 Nordham 3 ([Isak](GPE) 6pen, Barnes 77, 83, Gordon pen; Bowen 48). Att: 52,224.", "PERSON"),
        ("Serie A: [Napoli](GPE) 1 Atalanta 3.", "ORG"),
        ("Five-nation games: [France](GPE) 1 Italy 3.", None),
        ("Jim Cher, alias [Barbecue](ORG), fled.", "PERSON"),
        ("In [Napoli](GPE) 1 man and 3 women were hurt.", "PLACE"),
    ],
)
def test_ships_scorers_and_clubs_are_known_by_what_stands_around(text: str, kind: str | None) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    found = {"PERSON": marked.people, "PLACE": marked.places, "ORG": marked.orgs}
    assert [k for k, s in found.items() if s] == ([kind] if kind else [])


def test_a_company_named_with_its_legal_form_is_one_without_it() -> None:
    v, spans = tagged("[Voltera Inc.](ORG) went under. [Voltera](PERSON) had said so.")
    marked = mark(v.flat, spans, [])
    assert ([s.label for s in marked.orgs], marked.people) == (["ORG", "ORG"], [])


def test_an_hour_makes_no_prime_minister() -> None:
    assert mark("It began at 4:47 PM PST on Monday.", [], []).people == []


def test_a_quarter_of_a_fiscal_year_is_no_body() -> None:
    v, spans = tagged("Revenue in [Q2](ORG) of [FY26](ORG) rose, said [Q2 Holdings](ORG).")
    assert [v.flat[s.start : s.end] for s in mark(v.flat, spans, []).orgs] == ["Q2 Holdings"]


def test_a_time_zone_is_no_body() -> None:
    v, spans = tagged("They meet at 3 p.m. [EDT](ORG) today.")
    assert mark(v.flat, spans, []).orgs == []


def test_a_body_that_goes_on_after_a_listed_one_is_whole() -> None:
    v, spans = tagged("He teaches at [Renmin University of China](ORG) now.")
    marked = mark(v.flat, [replace(s, score=0.95) for s in spans], [])
    assert [v.flat[s.start : s.end] for s in (*marked.orgs, *marked.listed)] == ["Renmin University of China"]


def test_a_surname_that_is_a_listed_body_is_its_bearers() -> None:
    v, spans = tagged("[John Hess](PERSON) came. [Hess](PERSON) said so. Hess left.")
    marked = mark(v.flat, spans, [])
    assert ([v.flat[s.start : s.end] for s in marked.people], marked.orgs) == (["John Hess", "Hess", "Hess"], [])


def test_a_weak_name_with_a_cue_is_a_body_where_nobody_bears_it() -> None:
    marked = mark("Shares of Hess fell, Hess said.", [], [])
    assert {s.label for s in marked.orgs} == {"org"}


def test_a_weak_name_that_once_stands_for_its_body_does_so_everywhere() -> None:
    marked = mark("Hess said so. The price of Hess is low.", [], [])
    assert [s.label for s in marked.orgs] == ["org"] * 2


def test_a_people_a_draw_and_a_slug_are_no_bodies_or_places() -> None:
    found = marked(
        "[SOCCER](ORG) - [NIGERIA](GPE) EDGE [GHANA](GPE)\n\n[Group A](ORG) is hard. The [Hutu](ORG) rebels fled the [Tutsi](GPE) army.\n\n[W L PCT GB](ORG)"
    )
    assert (found["orgs"], found["places"], found["listed"]) == ([], [], ["NIGERIA", "GHANA"])


def test_a_title_that_is_the_name_of_a_newspaper_is_a_title_before_a_name() -> None:
    found = marked("Economist [Ann Rua](PERSON) left. She wrote in the Economist.")
    assert (found["people"], found["orgs"]) == (["Ann Rua"], ["Economist"])


def test_a_place_ends_before_its_state_and_a_party_with_a_district_is_neither() -> None:
    found = marked("In [Newark NJ](GPE) [Ann Rua](PERSON), [D-Union](ORG), met [Bo Diaz](PERSON) ([R-Monmouth](GPE)) and the [D-Link](ORG) people.")
    assert (found["places"], found["orgs"]) == (["Newark"], ["D-Link"])


def test_the_agency_of_a_dateline_is_a_body_whatever_the_model_says() -> None:
    found = marked("LUSAKA, Sept 5 ([Copperbelt News](PERSON)) - The mine closed on Monday, its owner said.")
    assert (found["people"], found["orgs"]) == ([], ["Copperbelt News"])
    assert marked("OSLO, Oct. 11 (Kestrel/AP) — The mine closed on Monday.")["orgs"] == ["Kestrel", "AP"]


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("[Barcelona](GPE) signed the striker last season. He flew in from [Dortmund](GPE) and lives in [Barcelona](GPE).", ["Barcelona"]),
        ("The league match: [Barcelona](GPE) 2-1 [Liverpool](ORG).", ["Barcelona", "Liverpool"]),
        ("The goalkeeper saved a penalty against [Dortmund](GPE), and [Dortmund](GPE) left.", ["Dortmund", "Dortmund"]),
        ("[Barcelona](GPE) will host the summit on trade; [Leicester](GPE) beat the drum.", []),
        ("The goalkeeper saved a penalty in [Dortmund](GPE).", []),
        ("Guingamp host [Auxerre](PERSON). The striker said Rangers face Celtic in the league.", ["Auxerre", "Rangers", "Celtic"]),
        ("Ann Rua met [Paul Motherwell](PERSON); the goals in the league were [Motherwell](PERSON)'s [Owen Coyle](PERSON)'s.", []),
        ("The goals in the league match were [Motherwell](PERSON)'s [Owen Coyle](PERSON)'s.", ["Motherwell"]),
        ("The team drew 1-1 with [Kilmarnock](PERSON) in the league match.", ["Kilmarnock"]),
        ("The Rangers like Celtic music.", []),
    ],
)
def test_a_city_is_its_club_where_it_plays(text: str, clubs: list[str]) -> None:
    assert marked(text)["orgs"] == clubs


def test_a_city_of_america_that_plays_is_its_team_or_one_of_them() -> None:
    found = marked("Goals in overtime: [Chicago](GPE) beat [Utah](GPE) in the NBA. She was born in [Chicago](GPE), and [Chicago](GPE) cheers.")
    assert (found["orgs"], found["places"]) == (["Chicago", "Utah", "NBA"], ["Chicago", "Chicago"])
    assert marked("[Chicago](GPE) beat [Utah](GPE) to the subsidies.")["orgs"] == []


def test_the_rating_of_a_debtor_and_the_month_of_a_contract_are_no_bodies() -> None:
    assert marked("Moody's cut [Kestrel](ORG) to [Ba1](ORG) and put [BBB](ORG) on watch.")["orgs"] == ["Moody's", "Kestrel"]
    assert marked("The [BBB](ORG) warns of frauds.")["orgs"] == ["BBB"]
    assert marked("[Nymex January](ORG) crude and [Kestrel January](ORG) fell.")["orgs"] == ["Nymex", "Kestrel January"]


def test_a_short_title_announces_a_full_name_whatever_the_model_says() -> None:
    assert marked("Interior [CS Kip Tabeke](ORG) and DCP [Ann Rua](ORG) met.")["people"] == ["Kip Tabeke", "Ann Rua"]
    assert marked("[Asantehene Otumfuo Osei Tabeke II](ORG) asked [Prince Rua University](ORG).")["people"] == ["Osei Tabeke II"]
    assert marked("[CS Lewis](PERSON) wrote it; CM [Punk](ORG) sang.")["people"] == ["CS Lewis"]


def test_a_town_that_is_called_like_somebody_with_a_style_is_a_town_where_something_happens_in_it() -> None:
    assert marked("The chiefs met in [Prince Albert](GPE).")["people"] == []
    assert marked("The chiefs met [Prince Albert](GPE).")["people"] == ["Albert"]


def test_a_name_in_two_with_a_nickname_or_an_owner_is_one() -> None:
    assert marked('[Jesus Rua](PERSON) "Boying" [Tabeke](GPE) came.')["people"] == ['Jesus Rua "Boying" Tabeke']
    assert marked("Rain in [Mohale](PERSON)'s [Hoek](PERSON) fell on [Ann](PERSON)'s [Rua](PERSON).")["places"] == ["Mohale's Hoek"]
    assert marked("The Ex-[Kestrel](ORG) and [Ex-Orlan](ORG) players met.")["orgs"] == ["Kestrel", "Orlan"]


def test_a_lone_name_that_owns_somebody_or_trades_is_a_body() -> None:
    assert marked("[Kestrel](PERSON)'s [Ann Rua](PERSON) spoke.")["orgs"] == ["Kestrel"]
    assert marked("[Bo Kestrel](PERSON) came. [Kestrel](PERSON)'s [Ann Rua](PERSON) spoke.")["orgs"] == []
    found = marked("Shares rose, analysts said. [Kestrel](PERSON) and Orlan slipped; [Tabeke](PERSON) rebounded. [Rua](PERSON) left.")
    assert (found["people"], found["orgs"]) == (["Rua"], ["Kestrel", "Tabeke"])
    assert marked("On ice [Kestrel](PERSON) slipped.")["orgs"] == []


def test_a_surname_without_its_article_and_with_its_junior_are_the_bearer_s() -> None:
    assert marked("[Tabeke](GPE) met [Assad al-Tabeke](PERSON).")["people"] == ["Tabeke", "Assad al-Tabeke"]
    assert marked("They back [Tabeke Jr](ORG) now.")["people"] == ["Tabeke Jr"]
    assert marked("[Bo Orlan Jr](PERSON) spoke. The [Orlan](ORG) group split.")["people"] == ["Bo Orlan Jr", "Orlan"]


def test_a_weak_name_is_its_body_where_the_model_or_the_words_around_it_say_so() -> None:
    assert marked("He likes Celtic music, an Orange shirt and a Slate roof.")["orgs"] == []
    assert marked("She wrote in Slate, owned by [Orange](ORG).")["orgs"] == ["Slate", "Orange"]
    assert marked("U.S. officers of ICE came; so did fans of an LCD screen.")["orgs"] == ["ICE"]


def test_a_town_that_only_tables_of_places_know_is_one_where_something_happens_in_it() -> None:
    found = marked("The rebels seized [Lashio](ORG); the general toured [Kestrel](ORG).")
    assert (found["places"], found["orgs"]) == (["Lashio"], ["Kestrel"])
    assert marked("The [Lashio](ORG) won.")["orgs"] == ["Lashio"]


def test_who_is_named_to_a_post_is_not_the_body_that_has_it() -> None:
    found = marked("It named [David Okafor](PERSON) chief executive. [Kestrel](PERSON) chief executive Ann Rua left.")
    assert (found["people"][:1], found["orgs"]) == (["David Okafor"], ["Kestrel"])


def test_a_name_begins_after_the_office_in_a_party() -> None:
    assert marked("[BNP Chairperson Khaleda Zia](PERSON) left with [KP Sharma Oli](PERSON).")["people"] == ["Khaleda Zia", "KP Sharma Oli"]


def test_a_place_that_holds_the_name_of_a_body_is_a_place() -> None:
    found = marked("They walked in [Barra Honda National Park](GPE); [Honda](ORG) rose.")
    assert (found["places"], found["orgs"]) == (["Barra Honda National Park"], ["Honda"])


def test_what_a_text_abbreviates_is_no_body_unless_it_is_one() -> None:
    found = marked("Sellers of liquefied natural gas ([LNG](ORG)) met. [LNG](ORG) is dear. The [Chief Commissioner](ORG) (CC) left; the [CC](ORG) stayed.")
    assert found["orgs"] == []
    found = marked("The [Institute of Botany](ORG) ([IB](ORG)) and the electoral commission ([EC](ORG)) met.")
    assert found["orgs"] == ["Institute of Botany", "IB", "EC"]
    assert marked("A Cumulative Impact Assessment (CIA) was made, and the CIA took months.")["orgs"] == []


def test_a_country_before_or_after_anothers_body_makes_it_its_own() -> None:
    found = marked("The [Jordan Food and Drug Administration](ORG) and the [Royal Air Force of Oman](ORG) met.")
    assert found["orgs"] == ["Jordan Food and Drug Administration", "Royal Air Force of Oman"]


def test_a_name_of_a_title_in_capitals_is_a_body_unless_a_name_follows_and_an_address_is_none() -> None:
    assert marked("The [SRI](ORG) said so. [DIG](ORG) Asad Raza wrote to [INFO@KOPA.EC](ORG).")["orgs"] == ["SRI"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Edited by HV [Seshadri](PERSON), by MS [Rao](PERSON), not UK [Smith](PERSON) or MP [Joshi](PERSON).", ["HV Seshadri", "MS Rao", "Smith", "Joshi"]),
        ("He met [Lin Chang Su-O.](PERSON) The rest left.", ["Lin Chang Su-O"]),
        ("The Minister of Tourism [Usi](PERSON) left.", ["Usi"]),
        ("General Secretary [To Lam](PERSON) met [To Kigali](PERSON).", ["To Lam"]),
        ("Inspector General of [Police Abas Rua](ORG) left.", ["Abas Rua"]),
        ("Prime Minister Sheikh [Hasina](PERSON) met Sheikh [Tamim](PERSON).", ["Sheikh Hasina", "Tamim"]),
        ("The work of the [Sangh](ORG) is old, said the [Sangh](ORG); [Hari Sangh](PERSON) left.", ["Hari Sangh"]),
    ],
)
def test_where_a_name_of_a_person_begins_and_ends(text: str, people: list[str]) -> None:
    assert marked(text)["people"] == people


def test_two_bodies_with_the_verb_of_a_headline_between_them_are_two() -> None:
    assert marked("[Siemens Backs Airbus](ORG) On Jet")["orgs"] == ["Siemens", "Airbus"]
    assert marked("[Kestrel Backs Trust](ORG) met.")["orgs"] == ["Kestrel Backs Trust"]


def test_the_rows_of_a_scorecard_name_its_players_and_a_minute_its_scorer() -> None:
    card = "Ade Bello c Croft b [Cork](GPE) 176\nInzamam-ul-Haq lbw b Mullally 35\n[Salim](GPE) not out 2\nBowling: Lewis 9-1-49-0, [Cork](GPE) 14-4-45-1\n"
    found = marked(card)
    assert found["people"] == ["Ade Bello", "Croft", "Cork", "Inzamam-ul-Haq", "Mullally", "Salim", "Lewis", "Cork"] and found["places"] == []
    assert marked("Scorers: Okri (23rd), [Riedle](GPE) (80th pen)")["people"] == ["Riedle"]
    assert marked("[Cork](GPE) b Dublin is a vote of 14-4.")["places"] == ["Cork"]


def test_the_rows_of_standings_and_schedules_name_teams_in_an_article_on_sport_alone() -> None:
    table = "NEW YORK 74 57 .565 -\nBALTIMORE 70 61 .534 4\nNamibia 6 3 2 1\nPaul Okri 10 6 4 3\n"
    found = marked(f"Hockey League standings after Tuesday:\n{table}Friday's schedule\nCLEVELAND AT DETROIT\nHartford 4 BOSTON 2 (2-1)\n")
    assert found["orgs"] == ["NEW YORK", "BALTIMORE", "CLEVELAND", "DETROIT", "Hartford", "BOSTON"]
    assert marked("French league results:\nLens 0 Nantes 4\nCaen 1 Monaco 1\nStandings\nMetz 18 9 2 1\nLille 18 8 2 1\n")["orgs"][3:4] == ["Monaco"]
    assert marked(f"Revenue by region, results on Tuesday:\n{table}")["orgs"] == []
    assert marked("[Revenue](ORG) 12 14 16\n[Net income](ORG) 3 4 5\n[Revenue Authority](ORG) 9")["orgs"] == ["Revenue Authority"]
    assert marked("[Arsenal](ORG) 2 ([Adams](ORG) 88, Wright 12 penalty) Leeds 0")["people"] == ["Adams", "Wright"]
    table = "Manly 21 17 0 4\nSydney City 20 14 1 5\nSt George 21 12 1 8\nCronulla 20 12 2 6\n"
    assert "Sydney City" in marked(f"Rugby League standings:\n{table}")["orgs"]
    assert marked("BOXING - RESULTS AT SYDNEY OPEN.\n\nResults at the weekend:\n")["orgs"] == []
    assert "Leeds" in marked("[Leeds](GPE) 1 (Wallace 77) [Arsenal](ORG) 2 (Booth 14)")["orgs"]


def test_a_city_listed_between_places_is_no_person() -> None:
    assert marked("The rebels took [Goma](GPE), [Bukavu](PERSON) and [Uvira](GPE).")["people"] == []
    assert marked("He met [Goma](GPE), [Ann Rua](PERSON) and [Uvira](GPE).")["people"] == ["Ann Rua"]
    assert marked("She was in [Labasa](GPE), [Vanua Levu](PERSON).")["people"] == []
    assert marked("She went from [Labasa](GPE), [Ann Rua](PERSON) said.")["people"] == ["Ann Rua"]


def test_the_level_of_an_office_is_no_part_of_its_body_and_a_site_is_one() -> None:
    assert marked("[NDC National](ORG) Chairman Cy Okri and [First National](ORG) staff left.")["orgs"] == ["NDC", "First National"]
    assert marked("[Akchabar.kg](GPE) showed it.")["orgs"] == ["Akchabar.kg"]


def test_what_follows_a_listed_body_in_small_letters_is_no_part_of_it() -> None:
    assert marked("[Chicago Board of Trade wheat futures](ORG) fell; [Bureau of inland fisheries](ORG) spoke.")["orgs"] == [
        "Chicago Board of Trade",
        "Bureau of inland fisheries",
    ]


def test_the_office_after_a_body_is_no_part_of_it_and_a_number_no_name() -> None:
    titled = "[DILG Sec](ORG). [Ann Rua](PERSON) met [PAS' Tan Sri](ORG) [Bo Diaz](PERSON)."
    found = marked(f"{titled} Finance Minister [II](PERSON) Datuk [Cy Okri](PERSON) and [Usec](ORG). Ana left.")
    assert (found["people"], found["orgs"]) == (["Ann Rua", "Bo Diaz", "Cy Okri"], ["DILG", "PAS"])


def test_what_is_called_after_a_person_spoken_of_names_the_person() -> None:
    assert marked("[Tom Cruise](PERSON) left. The [Cruise](MISC) video ran; the [Sangh](MISC) did not.")["people"] == ["Tom Cruise", "Cruise"]


def test_the_portfolio_of_a_minister_is_no_body() -> None:
    found = marked("Minister of [National Defense Ana Rua](ORG) met the Secretary of [Defense](ORG) and the [Defense Fund](ORG).")
    assert (found["people"], found["orgs"]) == (["Ana Rua"], ["Defense Fund"])


def test_an_institution_is_a_body_whatever_the_model_reads() -> None:
    found = marked("The [Harbour School District](GPE) sued the [Harbour District](GPE).")
    assert (found["orgs"], found["places"]) == (["Harbour School District"], ["Harbour District"])


def test_a_name_of_a_thousand_words_is_not_looked_for_at_each_of_them() -> None:
    def marking(n: int) -> float:
        text = "Institut de la " * n
        return seconds(lambda: mark(text, [Span(0, len(text) // 2, "ORG", "model")], []))

    marking(10)
    assert marking(800) < marking(100) * 8 * 4 + 1


@pytest.mark.parametrize("row", table("heads"), ids=lambda row: f"{row['head']}-{row['where']}")
def test_a_head_tells_that_a_name_is_nobodys(row: dict[str, str]) -> None:
    head = row["head"]
    name = {"end": f"[Orlan Tabeke {head.title()}](PERSON)", "start": f"[{head.title()} Tabeke](PERSON)", "next": f"[Tabeke](PERSON) {head}"}
    found = marked(f"They saw {name[row['where']]} twice.")
    assert found["people"] == []
    assert bool(found["places"]) == (row["kind"] == "PLACE")
    assert bool(found["orgs"]) == (row["kind"] == "ORG")


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("[Amy Beach](PERSON) composed.", "people", ["Amy Beach"]),  # a first name and one word more are a name
        ("[Tabeke](PERSON) won. [Tabeke](PERSON) spoke in [Tabeke](PERSON) stadium.", "people", ["Tabeke", "Tabeke", "Tabeke"]),
        ("[Maria Tabeke](PERSON) village elders met.", "people", ["Maria Tabeke"]),
        ("Judge [Tabeke Beach](PERSON) spoke.", "people", ["Tabeke Beach"]),
        ("[Amy Brothers](PERSON) sold it.", "orgs", ["Amy Brothers"]),
        ("[Amy Orlan Fort](PERSON) lobbied.", "people", ["Amy Orlan Fort"]),
        ("[Amy Orlan National Park](PERSON) opened.", "places", ["Amy Orlan National Park"]),
        ("[ORLANA](PERSON), Russia (AP) - They met.", "places", ["ORLANA"]),
        ("STANDINGS OF THE ICE HOCKEY LEAGUE", "orgs", []),
        ("U.S. officers of ICE came.", "orgs", ["ICE"]),
        ("[Pakistan Orlan Tabeke](PERSON) won.", "people", ["Orlan Tabeke"]),
        ("The [Tabeke Wildlife Reserve](ORG) opened.", "places", ["Tabeke Wildlife Reserve"]),
        ("[Tabeke School District](GPE) closed.", "orgs", ["Tabeke School District"]),
        ("The [West Bank](GPE) is calm.", "orgs", []),
        ("The [Office of Trade and Strategy](ORG) closed.", "orgs", ["Office of Trade and Strategy"]),
        ("The [Orlan Project](ORG) hired.", "orgs", ["Orlan Project"]),
        ("[Chicken](PERSON) is cheap. They sell chicken.", "people", []),
        ("[Grace](PERSON) came. She said grace.", "people", ["Grace"]),
    ],
)
def test_a_head_gives_way(text: str, kind: str, names: list[str]) -> None:
    assert marked(text)[kind] == names


def test_what_stands_beside_a_name_tells_a_body_from_a_person() -> None:
    assert marked("[Africa Corps](ORG), formerly [Wagner](PERSON), left; so did [Minusma](PERSON).")["orgs"] == ["Africa Corps", "Wagner", "Minusma"]
    assert marked("In the camp, [Umm Ahmed](GPE), 48, queued at dawn.")["people"] == ["Umm Ahmed"]
    assert marked("In [New Haven](GPE), 48, she said, had gone.")["people"] == []


def test_a_body_is_no_part_of_a_longer_listed_one() -> None:
    assert marked("The Independent National Electoral Commission and the European Central Bank met; so did Kenya's Electoral Commission.")["orgs"] == [
        "Independent National Electoral Commission",
        "European Central Bank",
        "Kenya's Electoral Commission",
    ]


def test_a_party_before_a_state_makes_no_body() -> None:
    found = marked("[Republican Florida](ORG) Gov. [Ana Rua](PERSON) and the [Democratic](ORG) New York Gov. spoke; [Democratic Tabeke Front](ORG) left.")
    assert (found["orgs"], found["listed"]) == (["Democratic Tabeke Front"], ["Florida", "New York"])


def test_what_is_numbered_and_an_acronym_that_stands_alone_are_no_part_of_a_name() -> None:
    assert marked("Sen. Rua's [S. No](PERSON). 446 was filed.")["people"] == ["Rua"]
    assert marked("[ORL Ana Rua](PERSON) spoke, the ORL said.")["people"] == ["Ana Rua"]
    assert marked("[ORL Ana Rua](PERSON) spoke.")["people"] == ["ORL Ana Rua"]
    assert marked('[Tiko Rua](ORG) spoke. [Ana "Tiko" Rua](PERSON) left.')["people"] == ["Tiko Rua", 'Ana "Tiko" Rua']
    assert marked("It is so, says V.D. [Tabekeshan](PERSON).")["people"] == ["V.D. Tabekeshan"]


def test_a_title_before_an_owner_is_the_owners() -> None:
    assert marked("PM [Rua](PERSON)'s Kashmir rally drew crowds.")["people"] == ["Rua"]


def test_a_ship_of_a_navy_is_nobody_and_initials_are_no_ship() -> None:
    assert marked("The navy commissioned [INS Tabeke](PERSON).")["people"] == []
    assert marked("[MV Tabeke](PERSON) wrote.")["people"] == ["MV Tabeke"]


def test_initials_after_a_title_are_somebody_who_does_something_unless_they_are_listed() -> None:
    assert marked("Party president [KTR](ORG) holds a meeting.")["people"] == ["KTR"]
    assert marked("Party president [UNICEF](ORG) holds a meeting.")["people"] == []
    assert marked("Chairman [UNICEF Ana Rua](PERSON) left.")["people"] == ["Ana Rua"]


def test_in_a_headline_a_name_ends_before_the_event_and_begins_after_the_gerund() -> None:
    assert marked("Suspect Held In General [Rua Assassination](PERSON)\n\nIt is so.")["people"] == ["Rua"]
    text = "Which Members Are Publicly Backing or [Opposing Rua](PERSON)\n\n[Ana Rua](PERSON) is to stay."
    assert marked(text)["people"] == ["Rua", "Ana Rua"]


def test_a_body_is_whole_without_its_owners_land_or_its_star() -> None:
    assert marked("A stake in [Tabeke](ORG) [Iron's Canada](ORG) project.")["orgs"] == ["Tabeke Iron"]
    assert marked("[Chicago Bears Star](ORG)'s message.")["orgs"] == ["Chicago Bears"]
    assert marked("The [Yankees](ORG) GM Ana Rua left. GM sold cars.")["orgs"] == ["Yankees", "GM"]
    assert marked("The [SA](ORG) closed, [Tabeke SA](ORG) did not.")["orgs"] == ["Tabeke SA"]


def test_a_name_is_whole_with_its_half_in_small_letters_and_a_noble_first_name() -> None:
    assert marked("[Sophia Chong Suk](PERSON)-fan spoke.")["people"] == ["Sophia Chong Suk-fan"]
    assert marked("The [Ana Rua](PERSON)-led party won.")["people"] == ["Ana Rua"]
    assert marked("CEO [Sultan A. Al-Rua](PERSON) spoke.")["people"] == ["Sultan A. Al-Rua"]
    assert marked("[Sultan Rua](PERSON) spoke.")["people"] == ["Rua"]


def test_a_city_that_somebody_is_of_is_no_person_unless_it_has_a_surname_here() -> None:
    assert marked("Guillén of [Tuxtla Gutiérrez](PERSON) won.")["places"] == ["Tuxtla Gutiérrez"]
    assert marked("The arrival of [Venustiano Carranza](PERSON); [Carranza](PERSON) won.")["people"] == ["Venustiano Carranza", "Carranza"]


def test_the_body_whose_head_somebody_is_is_no_part_of_the_name() -> None:
    found = marked("The head of [TBKO Orlan Tabeke](PERSON) spoke.")
    assert (found["orgs"], found["people"]) == (["TBKO"], ["Orlan Tabeke"])


def test_a_source_of_one_word_that_is_nobodys_surname_is_a_body() -> None:
    assert marked("It sold well, according to [Tabekix](PERSON).")["orgs"] == ["Tabekix"]
    assert marked("It sold well, according to [Tabekix](PERSON); [Ana Tabekix](PERSON) sold it.")["orgs"] == []


def test_the_full_stop_of_a_legal_form_is_no_part_of_the_name() -> None:
    assert marked("[Tabeke Steel Inc.](ORG) did not say so.")["orgs"] == ["Tabeke Steel Inc"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("[Brent](PERSON) was at $20 a barrel.", []),
        ("[Brent](PERSON) left.", ["Brent"]),
        ("[Brent Rua](PERSON) sold a barrel. [Brent](PERSON) left.", ["Brent Rua", "Brent"]),
    ],
)
def test_brent_is_oil_where_barrels_are_spoken_of_and_nobody_bears_the_name(text: str, people: list[str]) -> None:
    assert marked(text)["people"] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mother Teresa's health was better.", ["Mother Teresa"]),
        ("Mother Nature was kind, and Mother [Ann Rua](PERSON) spoke.", ["Ann Rua"]),
        ("[Bardot](GPE) denies a racist slur.", ["Bardot"]),
        ("[Mittagong](GPE) mourns.", []),
        ("Bones of the [Tsar](PERSON) lie there.", []),
    ],
)
def test_a_nun_by_her_style_and_who_does_what_people_do(text: str, people: list[str]) -> None:
    assert marked(text)["people"] == people


@pytest.mark.parametrize(
    ("name", "score", "people"),
    [("June Abara", 0.2, ["June Abara"]), ("June Abara", 0.8, []), ("Villa abara", 0.2, []), ("June Beach", 0.2, []), ("San Francisco", 0.2, [])],
)
def test_what_the_model_hardly_takes_for_a_place_is_somebody_by_a_first_name(name: str, score: float, people: list[str]) -> None:
    text = f"They flew to {name} with a friend."
    at = text.index(name)
    found = mark(text, [Span(at, at + len(name), "GPE", "model", None, score)], [])
    assert [text[s.start : s.end] for s in found.people] == people


@pytest.mark.parametrize(
    ("before", "score", "people"), [("Former Rep.", 0.5, ["Tavo Co"]), ("Former Rep.", 0.9, []), ("Shares of", 0.5, []), ("The shares fell.", 0.5, [])]
)
def test_an_abbreviated_title_before_a_company_that_the_model_doubts_makes_it_somebody(before: str, score: float, people: list[str]) -> None:
    text = f"{before} Tavo Co rose on Monday."
    at = text.index("Tavo")
    found = mark(text, [Span(at, at + 7, "ORG", "model", None, score)], [])
    assert [text[s.start : s.end] for s in found.people] == people


@pytest.mark.parametrize("thing", ["Elections", "Strike", "Practitioners", "Budget", "Conference"])
def test_what_is_general_is_no_general(thing: str) -> None:
    assert marked(f"The General {thing} came.")["people"] == []
    assert marked("The General Okello came.")["people"] == ["Okello"]


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("[India Rua](ORG) fell. [India](GPE) Rua rose, and [India Rua](ORG) fell.", ["India Rua", "India Rua", "India Rua"]),
        ("[India](GPE) rose, and [India Rua](ORG) fell.", ["India Rua"]),
        ("[China Rua](GPE) fell. They met [China Rua](GPE) again.", ["China Rua", "China Rua"]),
        ("[China Rua](GPE) fell.", []),
        ("[Panama Area](GPE) fell. They met [Panama Area](GPE) again.", []),
    ],
)
def test_a_body_that_begins_with_a_country_is_that_body_each_time(text: str, orgs: list[str]) -> None:
    assert marked(text)["orgs"] == orgs


@pytest.mark.parametrize(
    ("text", "orgs", "people"),
    [
        ("They opened [Rua](PERSON)'s Books in May.", ["Rua's Books"], []),
        ("Sales of [Rua](PERSON)'s books rose.", [], ["Rua"]),
        ("[Orlana](PERSON), the party he founded, won.", ["Orlana"], []),
        ("[Orlana](PERSON), a populist party, came third.", ["Orlana"], []),
        ("[Orlana](PERSON), a member of the party, came third.", [], ["Orlana"]),
        ("[Orlana](PERSON), the party leader, came third.", [], ["Orlana"]),
        ("She met the late [Mavis Rua](ORG) there.", [], ["Mavis Rua"]),
        ("It is from the late [Ming Dynasty](ORG) there.", ["Ming Dynasty"], []),
        ("She won the [BMW](ORG) Championship.", ["BMW"], []),
        ("She won the BMW Championship and the Nissan Women's Open.", [], []),
        ("They played at Toyota Center and at Citi Field.", [], []),
        ("Workers of BMW met [AGOA](ORG) envoys.", ["BMW"], []),
    ],
)
def test_shops_parties_the_dead_sponsors_and_laws(text: str, orgs: list[str], people: list[str]) -> None:
    found = marked(text)
    assert (found["orgs"], found["people"]) == (orgs, people)


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("The S&P 500 fell. [S&P](ORG) cut its rating.", ["S&P"]),
        ("The [Standard & Poor's](ORG) 500 and the [Standard & Poor's](ORG) 500 index fell.", []),
        ("The [Dow](ORG) fell, and [Dow](ORG) futures rose.", []),
        ("[Dow](ORG) said so.", ["Dow"]),
        ("Yields on the 10-year [Treasury](ORG) and two-year [Treasury](ORG) notes fell.", []),
        ("CRISIL upgraded its debt to [AA](ORG).", ["CRISIL"]),
        ("[Union Road](ORG) Transport Minister [Nitin Rua](PERSON) left around [Diwali](ORG).", []),
        ("[Union Road](ORG) fell.", ["Union Road"]),
        ("The [Treasury](ORG) said so.", ["Treasury"]),
        ("Peacekeepers of [Monusco](GPE) left.", ["Monusco"]),
    ],
)
def test_what_is_traded_is_no_body_and_an_acronym_written_as_a_word_is_one(text: str, orgs: list[str]) -> None:
    assert marked(text)["orgs"] == orgs


def test_a_councillor_sits_for_wards_whatever_the_model_reads() -> None:
    found = marked("Cllr [Ann Rua](PERSON) (Lab, [Kippax](ORG) and [Methley](PERSON)) met [Jo Opa](PERSON) ([Con, Otley](ORG)).")
    assert found["people"] == ["Ann Rua", "Jo Opa"]
    assert (found["places"], found["orgs"]) == (["Kippax", "Methley", "Otley"], [])


@pytest.mark.parametrize(
    ("text", "orgs", "people", "places"),
    [
        ("They crossed under [Operation](ORG) [Linda Nchi](PERSON).", [], [], []),
        ("[Operation Rua](ORG) began on Monday.", [], [], []),
        ("Members of [Operation Rua](ORG) spoke.", ["Operation Rua"], [], []),
        ("The Duke of [Wessex](GPE) met people in [Wessex](GPE).", [], [], ["Wessex"]),
        ("[Wagner](PERSON)'s [Rua](PERSON) left [Wagner](PERSON).", ["Wagner", "Wagner"], ["Rua"], []),
        ("[Richard Wagner](PERSON) left. [Wagner](PERSON)'s [Rua](PERSON) sang.", [], ["Richard Wagner", "Wagner", "Rua"], []),
        ("[Senate Confirms Rua](ORG)\n\nIt voted.", ["Senate", "Rua"], [], []),
        ("Opposition Leader Held\n\nHe was held.", [], [], []),
    ],
)
def test_operations_peerages_owners_and_headlines(text: str, orgs: list[str], people: list[str], places: list[str]) -> None:
    found = marked(text)
    assert (found["orgs"], found["people"], found["places"]) == (orgs, people, places)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President [Bola Rua Tuesday](PERSON) left.", ["Bola Rua"]),
        ("Prime Minister Dr. Keith Rua Thursday called on them.", ["Keith Rua"]),
        ("They met [Joseph Sunday](PERSON) there.", ["Joseph Sunday"]),
        ("It was owed to E. [Jean Rua](PERSON) there.", ["E. Jean Rua"]),
        ("He chose plan B. [Jean Rua](PERSON) left.", ["Jean Rua"]),
    ],
)
def test_the_day_of_what_somebody_does_is_no_part_of_a_name_and_an_initial_is(text: str, people: list[str]) -> None:
    assert marked(text)["people"] == people


@pytest.mark.parametrize(
    ("name", "label", "score", "people"),
    [
        ("Marine Le Pen", "MISC", 0.8, ["Marine Le Pen"]),
        ("Marine Rua", "ORG", 0.7, ["Marine Rua"]),
        ("Marine Rua", "ORG", 0.95, []),
        ("Orlan Rua", "ORG", 0.7, []),
        ("Marine Bank", "ORG", 0.7, []),
        ("Muslim Freedom Fighters", "ORG", 0.7, []),
    ],
)
def test_a_full_name_that_a_country_has_is_somebody_where_the_model_is_unsure(name: str, label: str, score: float, people: list[str]) -> None:
    text = f"They met France's {name} there."
    at = text.index(name)
    found = mark(text, [Span(at, at + len(name), label, "model", None, score)], [])
    assert [text[s.start : s.end] for s in found.people] == people


@pytest.mark.parametrize(
    ("text", "score", "places"),
    [
        ("They had no word from Quetta since.", 0.9, ["Quetta"]),
        ("They had no word from Quetta since.", 0.95, []),
        ("It fell, then Quetta did.", 0.3, ["Quetta"]),
        ("That Quetta film fell.", 0.3, []),
        ("It fell, then Quetta did.", 0.8, []),
    ],
)
def test_a_big_city_that_the_model_hardly_takes_for_somebody_is_one(text: str, score: float, places: list[str]) -> None:
    at = text.index("Quetta")
    found = mark(text, [Span(at, at + 6, "PERSON", "model", None, score)], [])
    assert [text[s.start : s.end] for s in found.places] == places


def test_who_speaks_for_a_firm_names_it() -> None:
    assert marked("It fell, said [Ana Rua](PERSON) at Annex Wealth Management in Oslo.")["orgs"] == ["Annex Wealth Management"]
    assert marked("It fell, said [Ana Rua](PERSON) at Annex Wealth Management Day.")["orgs"] == []


@pytest.mark.parametrize(
    ("text", "orgs", "people"),
    [
        ("They ousted [Alpha Rua](ORG). [Rua](PERSON) fled.", [], ["Alpha Rua", "Rua"]),
        ("They left [Alpha Bank](ORG). [Rua](PERSON) fled.", ["Alpha Bank"], ["Rua"]),
        ("[Kisimba](GPE), which owns the mine, fell.", ["Kisimba"], []),
        ("[Kisimba](GPE), which lies by the mine, fell.", [], []),
        ("The house of [Datin Seri](PERSON) [Ann Rua](PERSON) fell.", [], ["Ann Rua"]),
        ("They met at Istana Negara and on the floor of Bursa Malaysia.", ["Bursa Malaysia"], []),
    ],
)
def test_somebody_by_the_surname_alone_and_a_firm_by_what_it_owns(text: str, orgs: list[str], people: list[str]) -> None:
    v, spans = tagged(text)
    found = mark(v.flat, [Span(s.start, s.end, s.label, s.rule, None, 0.6) for s in spans], [])
    assert ([v.flat[s.start : s.end] for s in found.orgs], [v.flat[s.start : s.end] for s in found.people]) == (orgs, people)


@pytest.mark.parametrize(
    ("text", "people", "places"),
    [
        ("[Kano](PERSON)'s governor, [Abba Rua](PERSON), left.", ["Abba Rua"], ["Kano"]),
        ("[Kano](PERSON)'s wife, [Abba Rua](PERSON), left.", ["Kano", "Abba Rua"], []),
        ("[Oulu](PERSON) grew. Finland is big. Finland is cold.", [], ["Oulu"]),
        ("[Oulu](PERSON) said so. Finland is big. Finland is cold.", ["Oulu"], []),
        ("[Oulu](PERSON) grew. Finland is big.", ["Oulu"], []),
        ("[Ana Kano](PERSON) left. [Kano](PERSON)'s governor came.", ["Ana Kano", "Kano"], []),
    ],
)
def test_a_city_has_a_governor(text: str, people: list[str], places: list[str]) -> None:
    found = marked(text)
    assert (found["people"], found["places"]) == (people, places)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dr [Sultan Al Rua](PERSON) spoke.", ["Sultan Al Rua"]),
        ("Sultan [Haitham bin Rua](PERSON) spoke.", ["Haitham bin Rua"]),
        ("The tycoon [Truong My Rua](ORG) spoke.", ["Truong My Rua"]),
        ("[Tycoon Truong My Rua](ORG) spoke.", ["Truong My Rua"]),
        ("The owner [Kestrel My Rua](ORG) spoke.", []),
    ],
)
def test_who_is_called_a_sultan_or_tycoon(text: str, people: list[str]) -> None:
    assert marked(text)["people"] == people


@pytest.mark.parametrize(
    ("text", "countries"),
    [("The tanker Brazil sank.", 0), ("Brazil sank.", 1), ("The space shuttle Colombia came down.", 0)],
)
def test_a_vessel_is_no_country(text: str, countries: int) -> None:
    assert len(marked(text)["listed"]) == countries


def test_a_spacecraft_is_one_wherever_it_is_said() -> None:
    assert marked("The space shuttle Columbia landed. Gouges were found on [Columbia](GPE)'s tiles.")["places"] == []
    assert marked("The shuttle landed. Gouges were found on [Columbia](GPE)'s tiles.")["places"] == ["Columbia"]


@pytest.mark.parametrize(
    ("text", "people", "places", "orgs"),
    [
        # in a place
        ("They live in [Tagaleg](PERSON). [Tagaleg](PERSON) is small.", [], ["Tagaleg", "Tagaleg"], []),
        ("They live in [Tagaleg](GPE). [Tagaleg](PERSON) is small. [Tagaleg](PERSON) grew.", [], ["Tagaleg", "Tagaleg", "Tagaleg"], []),
        ("They trust in [Tagaleg](PERSON). She is calm.", ["Tagaleg"], [], []),
        ("They sat in [Tagaleg](PERSON)'s office.", ["Tagaleg"], [], []),
        ("It was a blow in [Tagaleg](PERSON) circles.", ["Tagaleg"], [], []),
        ("They live in [Tagaleg](PERSON). [Ana Tagaleg](PERSON) left.", ["Tagaleg", "Ana Tagaleg"], [], []),
        ("She is a manager in [JP Tagaleg](PERSON).", ["JP Tagaleg"], [], []),
        # the thing
        ("They joined the [Tagaleg](PERSON). The [Tagaleg](PERSON) was new.", [], [], []),
        ("They joined the [Tagaleg](PERSON) family.", ["Tagaleg"], [], []),
        ("They joined the [Tagalegs](PERSON).", ["Tagalegs"], [], []),
        # a town of its district
        ("[Tabeke](PERSON). Police in [Tabeke District](GPE) came.", [], ["Tabeke", "Tabeke District"], []),
        ("The [Tagaleg Regional](GPE) police came.", [], ["Tagaleg"], []),
        # the uncle of somebody
        ("The uncle of [Kian](GPE) wept.", ["Kian"], [], []),
        ("The sons of [Lagos](GPE) wept.", [], ["Lagos"], []),
        # flights
        ("They left on flight [CX](GPE) 907.", [], [], []),
        # brands
        ("They sell brands such as [Orlana](PERSON), [Tagaleg](GPE) and [Kesk](PERSON).", [], [], ["Orlana", "Tagaleg", "Kesk"]),
        ("The [Orlana](PERSON) brand is old.", [], [], ["Orlana"]),
        # acronyms that are said as words
        ("The Tagaleg Energy Commission of Orlana (Teco) met. [Teco](GPE) is new.", [], [], ["Teco", "Teco"]),
        ("The [Harbour Board of Kesk](ORG) ([HBoK](PERSON)) met. The [HBoK](PERSON) is new.", [], [], ["Harbour Board of Kesk", "HBoK", "HBoK"]),
        ("The [Harbour Board of Kesk](ORG) ([Habok](PERSON)) met. [Habok](PERSON) is new.", [], [], ["Harbour Board of Kesk", "Habok", "Habok"]),
        ("The [Workers Party of Kesk](ORG) ([Marxist](PERSON)) met.", ["Marxist"], [], ["Workers Party of Kesk"]),
        # languages and the like, whatever the model reads
        ("She spoke in [Hindi](GPE) and [Amharic](PERSON) of the [Umrah](ORG).", [], [], []),
        # employees of a body, unless it is a listed place
        ("The employees of [Orlana Tagaleg](GPE) left.", [], [], ["Orlana Tagaleg"]),
        ("The employees of [Lagos](GPE) left.", [], ["Lagos"], []),
    ],
)
def test_the_words_around_a_name_tell_its_kind(text: str, people: list[str], places: list[str], orgs: list[str]) -> None:
    found = marked(text)
    assert (found["people"], found["places"], found["orgs"]) == (people, places, orgs)


@pytest.mark.parametrize(("text", "people"), [("[Su Chen-kang](PERSON) came. [Su](PERSON) spoke.", ["Su Chen-kang", "Su"]), ("[Su](PERSON) spoke.", [])])
def test_a_surname_of_two_letters_is_one_where_the_article_has_its_bearer(text: str, people: list[str]) -> None:
    v, spans = tagged(text)
    found = mark(v.flat, [replace(s, score=None) for s in spans], [])
    assert [v.flat[s.start : s.end] for s in found.people] == people


@pytest.mark.parametrize(
    ("text", "people", "orgs"),
    [
        ("[Archie Tabeke](PERSON) sang. [Archie](ORG) won. [Archie](ORG) left.", ["Archie Tabeke", "Archie", "Archie"], []),
        ("[Tagaleg Kesk](PERSON) sang. [Tagaleg](ORG) won. [Tagaleg](ORG) left.", ["Tagaleg Kesk"], ["Tagaleg", "Tagaleg"]),
        ("[Archie Tabeke](PERSON) sang. [Uncle Archie](PERSON) won.", ["Archie Tabeke", "Archie"], []),
        ("[Aunty Tabeke](PERSON) won.", ["Tabeke"], []),
        ("[Uncle Sam](PERSON) pays.", [], []),
        ("Leader of the [Opposition Kesk](PERSON) left.", ["Kesk"], []),
    ],
)
def test_a_first_name_is_its_bearers_whatever_the_model_reads_and_an_uncle_is_no_part_of_it(text: str, people: list[str], orgs: list[str]) -> None:
    found = marked(text)
    assert (found["people"], found["orgs"]) == (people, orgs)


def test_who_signs_for_a_site_is_somebody_and_the_site_a_body() -> None:
    found = marked("With reports from [Dwight Rua](PERSON) and [Jairo Tabeke/Kesk.com](ORG)")
    assert (found["people"], found["orgs"]) == (["Dwight Rua", "Jairo Tabeke"], ["Kesk.com"])


@pytest.mark.parametrize(("land", "bodies"), [("Nigeria", []), ("America", ["Housing and Urban Development"])])
def test_a_portfolio_is_the_department_of_a_country_that_is_spoken_of(land: str, bodies: list[str]) -> None:
    assert marked(f"The Minister of State, Housing and Urban Development, came to {land}.")["orgs"] == bodies
    assert marked(f"He met the minister, Reuters said in {land}.")["orgs"] == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "places", "orgs", "people"),
    [
        ("He comes from [Mathira in Nyeri County](GPE).", ["Mathira", "Nyeri County"], [], []),
        ("[Murang'a](PERSON) Governor [Ana Rua](PERSON) left.", ["Murang'a"], [], ["Ana Rua"]),
        ("[Tabeke](PERSON) Governor [Ana Rua](PERSON) left.", [], [], ["Tabeke", "Ana Rua"]),
        ("She wrote so on [X.](ORG) Rain fell.", [], [], []),
        ("They lead [Group B.](ORG) Rain fell.", [], [], []),
        ("It owes [Ping An and China Merchants Bank](ORG) much.", [], ["Ping An", "China Merchants Bank"], []),
        ("It owes [Ping An and Tabeke Bank](ORG) much.", [], ["Ping An and Tabeke Bank"], []),
    ],
)
def test_two_names_read_as_one_and_a_county_read_as_somebody(text: str, places: list[str], orgs: list[str], people: list[str]) -> None:
    v, spans = tagged(text)
    found = mark(v.flat, spans, [])
    regions = [v.flat[s.start : s.end] for s in found.listed if s.label == "region"]
    assert ([v.flat[s.start : s.end] for s in found.places] + regions, [v.flat[s.start : s.end] for s in found.orgs]) == (places, orgs)
    assert [v.flat[s.start : s.end] for s in found.people] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The goal came from [Eden Tabeke](ORG)'s assist.", ["Eden Tabeke"]),
        ("The goal came from [Eden Tabeke](ORG)'s stadium.", []),
        ("It was changed by the [Tabeke](GPE) government.", ["Tabeke"]),
        ("It was changed by [Tabeke](GPE) authorities.", []),
    ],
)
def test_who_assists_or_governs_is_somebody(text: str, people: list[str]) -> None:
    v, spans = tagged(text)
    found = mark(v.flat, [replace(s, score=0.5) for s in spans], [])
    assert [v.flat[s.start : s.end] for s in found.people] == people
