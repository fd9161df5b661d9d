"""What a name is by its words and those beside it, as papers of many countries write."""

from __future__ import annotations

import pytest

from tests.test_entities import orgs
from tests.test_mentions import marked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He is the son of [Md](PERSON). Ali.", ["Md. Ali"]),
        ("Professor [Md](PERSON). Adil Rauf left.", ["Md. Adil Rauf"]),
        ("By [Ana Rua BISHKEK](PERSON): Polls opened.", ["Ana Rua"]),
        ("REUTERS/[Ana RuaREUTERS](PERSON)", ["Ana Rua"]),
        ("President [Roa Ally](PERSON) Says Paper Lies", ["Roa"]),
        ("President [Roa Today](PERSON) Says Nothing", ["Roa"]),
        ("Party Forces Speaker [Election Tomorrow](PERSON)", []),
        ("[Roa Campaign](PERSON) Ends", ["Roa"]),
        ("Rua Criticizes [Roa](PERSON) Today", ["Roa"]),
        ("Pope Names Archbishop [Roa Nuncio](PERSON) to Iraq", ["Roa"]),
        ("Archbishop [Roa Nuncio](PERSON) left.", ["Roa Nuncio"]),
        ("The crowd waits. (Xinhua/[Yan Rua](GPE))", ["Yan Rua"]),
        ("Former education minister [Mailis Rua](ORG) left.", ["Mailis Rua"]),
        ("The education minister [Mailis Institute](ORG) runs left.", []),
        ("Mayor [Roa Supports RCMP](PERSON) Inquiry", ["Roa"]),
        ("[Ana](PERSON)'s Law was read.", []),
        ("[Ana](PERSON)'s lawyer was read.", ["Ana"]),
        ("It condemned the [Mnakele](ORG) administration.", ["Mnakele"]),
        ("It condemned the [Harbour](ORG) administration.", []),
        ("Inspector General Police, [Punjab Omar Bey](PERSON), chaired it.", ["Omar Bey"]),
        ("Orlan Mayor Guilty of Theft\nA jury found him guilty.", []),
        ("Orlan Mayor Guilty of Theft\nA jury found him.", ["Guilty"]),
        ("It met [Evo Rua.EFE](PERSON)", ["Evo Rua"]),
        ("By Own Correspondent [Sep](PERSON). 19, 2023", []),
        ("By [Stringer](PERSON) in Lima and [Lucy Rua](PERSON) in Brno", ["Lucy Rua"]),
        ("A victory like [EVO RUA.Politics](PERSON) 04:58", ["EVO RUA"]),
        ("The mayor. (Antara/[Evo Awal Rua](ORG))", ["Evo Awal Rua"]),
        ("The mayor. (Harbour/[Evo Awal Rua](ORG))", []),
        ("[Insp. Gen. Evo Rua](PERSON) spoke.", ["Evo Rua"]),
        ("[April Jensen](DATE) flew home.", ["April Jensen"]),
        ("It is [April Week](DATE) here. [Summer Games](DATE) end.", []),
        ("Sela, Spain, [bt Evo Rua](PERSON), Japan, 6-4", ["Evo Rua"]),
        ("Cars with [Dagestani](PERSON) officials came.", []),
        ("[Thierry Breton](PERSON) came. [Breton](PERSON) left.", ["Thierry Breton", "Breton"]),
        ("Additional IG Karachi Dr [Omar Ahmed Bey](PERSON) came.", ["Omar Ahmed Bey"]),
        ("[Mary Ellen](PERSON) ([Nellie](PERSON)) [Rua](PERSON) died.", ["Mary Ellen (Nellie) Rua"]),
        ("[Sterling](PERSON) ([Foden](PERSON)) [Rua](PERSON) came.", ["Sterling", "Foden", "Rua"]),
        ("Plot Against Gov [Rua Thickens](PERSON)\nGovernor [Evo Rua](PERSON) said so on Monday in a statement.", ["Rua", "Evo Rua"]),
        ("Plot Against Gov [Rua Williams](PERSON)\nGovernor [Evo Rua](PERSON) said so on Monday in a statement.", ["Rua Williams", "Evo Rua"]),
        ("The Mayor Guilty has left the town, and is guilty.", ["Guilty"]),
    ],
)
def test_a_name_is_whole_and_no_more(text: str, names: list[str]) -> None:
    assert marked(text)["people"] == names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("[Kelu Rua](PERSON) factions left.", ["Kelu Rua"]),
        ("[Lashkar-e-Islam](PERSON) struck.", ["Lashkar-e-Islam"]),
        ("[Youm-e-Ashur](PERSON) passed.", []),
        ("The [Special Branch](PERSON) came.", ["Special Branch"]),
        ("The [Daily Star BNP](ORG) Chairperson Ana Rua left.", ["Daily Star", "BNP"]),
        ("The [Daily Star BNP](ORG) was read.", ["Daily Star BNP"]),
        ("The [Ministers of Foreign Affairs](ORG) met.", []),
        ("The [Members of Parliament](ORG) met.", ["Parliament"]),
        ("The [UN Syria](ORG) envoy left.", ["UN"]),
        ("A [P3 Orion](ORG) flew.", []),
        ("The [South SSP](ORG) came.", []),
        ("[RT](ORG) @harbour: it rains.", []),
        ("Present: Rua ([Harbour/EFA, Germany](ORG)), chair.", ["Harbour/EFA"]),
        ("The [Nairobi MCAs](ORG) came.", []),
        ("T\n\n[he Harbour Commission](ORG) came.", ["Harbour Commission"]),
        ("The pro-[Kurdish Harbour Party](ORG) came.", ["Harbour Party"]),
        ("The [Kurdish Harbour Party](ORG) came.", ["Kurdish Harbour Party"]),
        ("The [Dagestani Parliamentary](ORG) Chairman came.", []),
        ("The [Dagestani Parliamentary](ORG) came.", ["Dagestani Parliamentary"]),
        ("[DIG Acquisition Corp](ORG) came.", ["DIG Acquisition Corp"]),
        ("The [HMNZS Harbour](ORG) came. The [Harbour](ORG) left.", []),
        ("[Micronesia - Compact](ORG) signed", []),
        ("The [HSBC Malta](ORG) envoy left.", ["HSBC Malta"]),
        ("Orlan [Q3 Income](ORG) Declines", []),
        ("NEW YORK (CNN/Money) - The bank rose.", ["CNN/Money"]),
        ("The [Friends of Parliament](ORG) met.", ["Friends of Parliament"]),
        ("It flooded [Ward](ORG) No. 2.", []),
        ("It flooded the [Ward](ORG).", ["Ward"]),
        ("He lost in the [PASO](ORG) primaries.", []),
        ("He left the [PASO](ORG).", ["PASO"]),
        ("([Abridged](ORG)) The talks went on.", []),
        ("The [Standing Committee of the](ORG) Harbour Party met.", ["Standing Committee"]),
        ("The [Standing Committee of](ORG) the [Harbour Party](ORG) met.", ["Standing Committee", "Harbour Party"]),
        ("The Minister for Housing and Urban Development left.", []),
        ("The US Housing and Urban Development left.", ["Housing and Urban Development"]),
        ("[Sumar](PERSON)'s leader left. [Sumar](PERSON) won.", ["Sumar", "Sumar"]),
        ("The local paper [Uutisrua](PERSON) reports it.", ["Uutisrua"]),
        ("The paper, [Ana](PERSON) thinks, reports it.", []),
    ],
)
def test_a_body_by_its_words_and_what_follows(text: str, bodies: list[str]) -> None:
    assert marked(text)["orgs"] == bodies


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It shut the [Upper Harbour Constituency](PERSON) office.", ["Upper Harbour Constituency"]),
        ("Rua of [Surigao del Norte](ORG) left.", ["Surigao del Norte"]),
        ("He flew to the [Republic of Tatarstan](ORG).", ["Republic of Tatarstan"]),
        ("He flew to the [Republic of Rua](ORG).", []),
        ("He died at his [Gulshan](PERSON) residence.", ["Gulshan"]),
        ("He left the [Gulshan](PERSON) residence.", []),
        ("He thanked the member for [Kavel](PERSON).", ["Kavel"]),
        ("He thanked the speaker for [Kavel](PERSON).", []),
        ("Ms ROE ([Bragg](PERSON)—Deputy Leader of the Opposition) (16:10): Thank you.", ["Bragg"]),
        ("Ms ROE ([Bragg](PERSON)) left.", []),
        ("He read the [Thunder Bay](GPE) report. The [Thunder Bay Board](ORG) met.", ["Thunder Bay"]),
    ],
)
def test_a_place_by_its_words_and_what_is_beside(text: str, places: list[str]) -> None:
    assert marked(text)["places"] == places


def test_a_chapter_of_a_party_is_a_party_of_its_country() -> None:
    found = orgs("The [Manda Upazila Awami League](ORG), [Lagos APC](ORG) and [Manda Upazila League](ORG) met.")
    assert [(o.kind, o.countries) for o in found.values()][:1] == [("party", ["BD"])]
    assert found["Manda Upazila League"].kind != "party"


@pytest.mark.parametrize(("name", "code"), [("Peoples Democratic Party", "NG"), ("People's Democratic Party", "NG")])
def test_a_party_is_listed_with_and_without_its_apostrophe(name: str, code: str) -> None:
    (found,) = orgs(f"The [{name}](ORG) met.").values()
    assert found.countries in ([code], [])
    assert found.name == "People's Democratic Party"


def test_two_bodies_of_a_kind_are_two() -> None:
    found = marked("The [National Police and Drug Control Police](ORG) met the [Ministry of Health and Welfare](ORG).")["orgs"]
    assert found == ["National Police", "Drug Control Police", "Ministry of Health and Welfare"]


@pytest.mark.parametrize(("after", "bodies"), [("Officer [Ana Rua](PERSON) left.", []), ("left.", ["Rua Partnership"])])
def test_what_an_officer_is_for_is_no_body(after: str, bodies: list[str]) -> None:
    assert marked(f"Kestrel's [Rua Partnership](ORG) {after}")["orgs"] == bodies


def test_the_agency_of_a_picture_is_told_from_an_army_of_its_letters(read) -> None:
    text = "Rua stands in Manila. File photo by Ana Rua/AFP\n\nThe AFP said on Tuesday that its troops in the Philippines were ready to leave.\n"
    assert [(o.kind, o.role) for o in read(text).organizations] == [("agency", "credit"), ("military", "subject")]


def test_an_agency_alone_on_its_line_carries_the_story() -> None:
    (found,) = orgs("The minister met them in Cairo on Friday, he said there.\n\n[MENA](ORG)\n").values()
    assert found.role == "credit"


@pytest.mark.parametrize(("text", "code"), [("will travel to Washington this week.", []), ("spoke in Washington.", ["US"])])
def test_where_somebody_travels_is_not_whose_the_ministry_is(read, text: str, code: list[str]) -> None:
    found = next(o for o in read(f"A delegation of the Ministry of Economy {text}").organizations if o.name.startswith("Ministry"))
    assert found.countries == code


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[Roa County District](GPE) Attorney [Ana Rua](PERSON) left.", ["Roa County"]),
        ("The [Roa County District](GPE) grew.", ["Roa County District"]),
        ("[TOLEDO](GPE), [OH](ORG) (AP) - Jurors met.", ["TOLEDO", "OH"]),
        ("It is the [Upper Roa Commune](ORG).", ["Upper Roa Commune"]),
    ],
)
def test_a_place_ends_before_an_office_and_by_its_kind(text: str, places: list[str]) -> None:
    assert marked(text)["places"] == places


def test_the_land_of_counties_is_the_only_one_spoken_of_that_has_them(read) -> None:
    def lands(rest: str) -> list[str | None]:
        return [p.country for p in read(f"Jurors met in Roa Bay County on Monday, the court there said. {rest}").places if p.name == "Roa Bay County"]

    assert lands("The United States agreed.") == ["US"]
    assert lands("The United States and Kenya agreed.") == [None]


def test_what_an_article_says_nothing_of_must_outweigh_what_it_speaks_of(read) -> None:
    found = {p.name: p.country for p in read("Residents of Madina met officials of the ministry in Accra, Ghana, on Monday, they said.").places}
    assert found["Madina"] != "SA"


@pytest.mark.parametrize("text", ["It measured 5 on the [Richter](PERSON) scale.", "REUTERS/[Stringer](ORG)"])
def test_a_scale_and_no_photographer_are_nobody(text: str) -> None:
    assert (marked(text)["people"], marked(text)["orgs"]) in (([], []), ([], ["REUTERS"]))


def test_a_division_of_something_is_no_department_of_it() -> None:
    found = marked("The Division of Homeland Security and Emergency Management left. The Department of Homeland Security agreed.")["orgs"]
    assert "Homeland Security" not in found
    assert "Department of Homeland Security" in found


def test_an_acronym_after_a_legal_form_is_the_companys() -> None:
    assert [o.acronym for o in orgs("[Orlan Tabeke Inc](ORG). ([OGTB](ORG)) grew. [OGTB](ORG) paid.").values()] == ["OGTB"]


def test_a_town_of_a_countrys_name_is_where_its_province_is(read) -> None:
    found = read("Costa Rica's police arrested two people in Liberia, capital of the northwestern province of Guanacaste, on Monday, they said.")
    assert [c.code for c in found.countries] == ["CR"]


def test_an_acronym_in_another_language_is_the_body_before_it() -> None:
    found = orgs("The [Single Union of Construction Workers](ORG) ([Suntracs](ORG)) struck. [Suntracs](ORG) paid. [Harbour Bank](ORG) ([London](ORG)) grew.")
    assert next((o.name, o.acronym, len(o.mentions)) for o in found.values()) == ("Single Union of Construction Workers", "Suntracs", 3)
    assert found["Harbour Bank"].acronym is None


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("[Roa Tunga](GPE) president [Ana Rua](PERSON) left.", ["Roa Tunga"]),
        ("[Jokoru Kenes](PERSON) (Kenya's parliament) met.", ["Jokoru Kenes"]),
        ("The [Cabinet Committee on](ORG) law and order met.", ["Cabinet Committee on law and order"]),
        ("Through the [economic Criminal Justice](ORG) it paid. [afrol News](ORG) grew.", ["Criminal Justice", "afrol News"]),
    ],
)
def test_a_body_by_a_post_in_it_and_by_what_explains_it(text: str, bodies: list[str]) -> None:
    assert marked(text)["orgs"] == bodies


def test_a_headline_verb_before_a_prince_is_no_name() -> None:
    assert marked("Jordan's King [Restricts Prince Hamza](PERSON)'s Moves")["people"] == ["Hamza"]


@pytest.mark.parametrize(("name", "kind"), [("Congress of El Salvador", "government"), ("Congress of Harbour", "other")])
def test_a_congress_of_a_country_is_its_parliament(name: str, kind: str) -> None:
    (found,) = orgs(f"The [{name}](ORG) met.").values()
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Residents of Kugluktuk in Canada met on Monday, the Canadian hamlet said.", "CA"),
        ("Residents of Kugluktuk met on Monday, the hamlet said there.", None),
        ("Residents of Kugluktuk in Kenya met on Monday, the Kenyan hamlet said.", None),
    ],
)
def test_a_small_town_is_in_the_country_that_the_article_speaks_of_most(read, text: str, country: str | None) -> None:
    assert {p.name: p.country for p in read(text).places}.get("Kugluktuk") == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PM [Ana Rua Declares Victory](PERSON)\n\nThe vote is over, [Ana Rua](PERSON) said on Monday in the old town.", ["Ana Rua", "Ana Rua"]),
        ("PM [Ana Rua Oduya](PERSON) Wins Vote\n\nIt is [Ana Rua](PERSON) of whom [Bo Oduya](PERSON) spoke.", ["Ana Rua Oduya", "Ana Rua", "Bo Oduya"]),
        ("[Ana Rua Jr](PERSON) Wins Vote\n\nIt is [Ana Rua](PERSON) who said so.", ["Ana Rua Jr", "Ana Rua"]),
    ],
)
def test_words_of_a_headline_are_no_part_of_a_full_name(text: str, names: list[str]) -> None:
    assert marked(text)["people"] == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The governors of [Oshana](PERSON), [Khomas](PERSON) and [Erongo](GPE) met.", ["Oshana", "Khomas", "Erongo"]),
        ("The sons of [Oshana](PERSON) and [Erongo](GPE) met.", ["Erongo"]),
        ("[Roa Tunga](ORG) assemblyman Ana Rua left.", ["Roa Tunga"]),
        ("[Roa](ORG) assemblyman Ana Rua left.", []),
        ("The DAP's [Roa](ORG) Assemblyman Ana Rua left.", ["Roa"]),
        ("He asked Ana Rua ([BN-Arau](PERSON)) why.", ["Arau"]),
    ],
)
def test_regions_among_others_and_what_a_legislator_sits_for_are_places(text: str, places: list[str]) -> None:
    assert marked(text)["places"] == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The [Roa State](ORG) Secretary's Office agreed.", ["Roa State Secretary's Office"]),
        ("He met president of [FIFA Ana Rua](ORG) there.", ["FIFA"]),
        ("He is president of the [Native Bee Institute](ORG) there.", ["Native Bee Institute"]),
    ],
)
def test_a_body_ends_where_its_holder_begins(text: str, bodies: list[str]) -> None:
    assert marked(text)["orgs"] == bodies


@pytest.mark.parametrize(
    ("text", "places", "people"),
    [
        ("[Ana Rua](PERSON), member of parliament for [St](ORG) [Catherine South](PERSON), left.", ["St Catherine South"], ["Ana Rua"]),
        ("The MP for [Roa Hills](PERSON) said so.", ["Roa Hills"], []),
        ("He votes for [Roa Hills](PERSON), too.", [], ["Roa Hills"]),
        ("MP for [Roa](GPE) [Daniel Fry](PERSON), who left, agreed.", ["Roa"], ["Daniel Fry"]),
    ],
)
def test_what_an_mp_is_for_is_a_place(text: str, places: list[str], people: list[str]) -> None:
    found = marked(text)
    assert (found["places"], found["people"]) == (places, people)


def test_a_body_that_ends_with_its_land_in_letters_is_nobody() -> None:
    found = marked("[Harbour Aid USA](PERSON) helped. [Miss USA](PERSON) smiled.")
    assert (found["orgs"], found["people"]) == (["Harbour Aid USA"], [])


def test_the_seat_of_a_member_is_parted_from_the_name_after_it() -> None:
    found = marked("MP for [Mora Central Ana Rua](ORG) agreed.")
    assert (found["people"], found["places"], found["orgs"]) == (["Ana Rua"], ["Mora Central"], [])


@pytest.mark.parametrize("said", ["the lower [house Chamber of Deputies](ORG)", "the [lower house Chamber of Deputies](ORG)", "the [Chamber of Deputies](ORG)"])
def test_a_house_of_parliament_is_called_without_which_one_it_is(said: str) -> None:
    assert marked(f"It will return to {said} today.")["orgs"] == ["Chamber of Deputies"]


def test_ministries_of_security_are_told_apart() -> None:
    found = orgs("Kenya's National Security Ministry and Kenya's Security Ministry met. Kenya's Supreme Court of Appeal ruled.")
    assert [*found] == ["Ministry of National Security of Kenya", "Ministry of Security of Kenya", "Supreme Court of Appeal of Kenya"]


def test_a_channel_is_no_party_of_its_letters_and_a_process_no_town() -> None:
    found = marked("He told [BN](ORG) TV of the [Berlin](GPE) Process. The [BN](ORG) won in [Berlin](GPE).")
    assert (found["orgs"], found["places"]) == (["BN TV", "BN"], ["Berlin"])


@pytest.mark.parametrize(("text", "names"), [("Photo [Ana Rua Roe HÀ NỘI](PERSON) — It rained.", ["Ana Rua Roe"]), ("New [Sen](PERSON). Ana left.", ["Ana"])])
def test_no_dateline_and_no_abbreviation_is_in_a_name(text: str, names: list[str]) -> None:
    assert marked(text)["people"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President [Roa Instructs Ana Rua](PERSON) to Fly", ["Roa"]),
        ("Photo of [Ana RuaAna Rua](PERSON) (Mayo)", ["Ana Rua"]),
        ("Presidential Chief of [Staff Moelo](PERSON) spoke.", ["Moelo"]),
        ("Ana Rua shot him at [Orlan](GPE), [Diego Martin](PERSON).\n", []),
        ("[REPUBLIKA.CO.ID](PERSON), JAKARTA -- It rained.", []),
    ],
)
def test_what_headlines_and_pages_run_together_with_a_name(text: str, names: list[str]) -> None:
    assert [n for n in marked(text)["people"] if n != "Ana Rua" or "Photo" in text] == names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The [Keembe UPND](ORG) MP left.", ["UPND"]),
        ("[Homeland Security](ORG) Minister Ana Rua left.", []),
        ("[Roa: Inquiries](ORG) can resume.", ["Roa"]),
    ],
)
def test_what_stands_beside_a_body_is_no_part_of_it(text: str, bodies: list[str]) -> None:
    assert marked(text)["orgs"] == bodies


def test_ministries_that_coordinate_and_those_of_utilities_have_their_whole_name() -> None:
    found = orgs("Indonesia's Coordinating Ministry of Political, Legal and Security Affairs met Kenya's Ministry of Public Utilities.")
    assert [*found] == ["Coordinating Ministry of Political, Legal and Security Affairs of Indonesia", "Ministry of Public Utilities of Kenya"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("He found them at CHI St. Vincent North on Monday, the police of the town said.", []),
        ("He landed in St. Vincent on Monday, the police of the town said in a statement.", ["VC"]),
        ("It was paid by the Government of Mongolia, the office said in a statement on Monday.", ["MN"]),
    ],
)
def test_countries_in_the_names_of_hospitals_and_governments(read, text: str, codes: list[str]) -> None:
    assert [c.code for c in read(text).countries] == codes


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The [Department of Foreign Affairs](ORG) of Switzerland met.", ["Department of Foreign Affairs of Switzerland"]),
        ("The [Department of Foreign Affairs](ORG) of the Philippines met.", ["Department of Foreign Affairs"]),
        ("[United States Defense](ORG) Secretary Ana Rua left.", []),
        ("The [M&A](ORG) team left.", []),
    ],
)
def test_an_office_of_another_land_is_not_the_listed_one(text: str, bodies: list[str]) -> None:
    assert marked(text)["orgs"] == bodies
