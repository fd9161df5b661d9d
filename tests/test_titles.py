"""Whose a title is, and all of it, as papers of many countries write."""

from __future__ import annotations

import pytest

from tests.test_entities import people


def held(text: str) -> dict[str, list[str]]:
    return {name: [t.text for t in p.titles] for name, p in people(text)[0].items()}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The managing director of the Harbour Fund (HF), [Ines Roa](PERSON), agreed.", ["managing director"]),
        ("Inspector General (IG) of Police [Adil Rauf](PERSON) came.", ["Inspector General of Police"]),
        ("Superintendent of Police (SP) [Adil Rauf](PERSON) came.", ["Superintendent of Police"]),
        ("The Chamber of Commerce (CCO) Chairman [Adil Rauf](PERSON) came.", ["Chairman"]),
        ("Lt Gen (retd) [Adil Rauf](PERSON) died.", ["Lt Gen"]),
    ],
)
def test_an_acronym_in_brackets_parts_no_title_from_its_name(text: str, titles: list[str]) -> None:
    assert [*held(text).values()] == [titles]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ministers [Adil Rauf](PERSON), [Ines Roa](PERSON) and [Omar Bey](PERSON) met.", ["Minister", "Minister", "Minister"]),
        ('Senators [Ann "Nan" Roe](PERSON) (D-Ohio) and [Bo Fry](PERSON) left.', ["Senator", "Senator"]),
        ("He met [Adil Rauf](PERSON), [Ines Roa](PERSON) and [Omar Bey](PERSON).", []),
        ("The ministers met [Adil Rauf](PERSON) and [Ines Roa](PERSON).", []),
    ],
)
def test_a_title_in_the_plural_is_that_of_each_name_after_it(text: str, titles: list[str]) -> None:
    assert [t for own in held(text).values() for t in own] == titles


def test_a_title_in_the_plural_has_its_status_and_country() -> None:
    found = people("Former French presidents [Ann Roe](PERSON) and [Bo Fry](PERSON) met.")[0]
    assert [([(t.text, t.status) for t in p.titles], p.countries) for p in found.values()] == [([("president", "former")], ["FR"])] * 2


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The former environment, forest and climate change minister [Adil Rauf](PERSON) fled.", ["environment, forest and climate change minister"]),
        (
            "The Minister of Foreign Affairs and International Cooperation [Ines Roa](PERSON) came.",
            ["Minister of Foreign Affairs and International Cooperation"],
        ),
        ("[Omar Bey](PERSON), Harbour's Chief Public Health Inspector, agreed.", ["Chief Public Health Inspector"]),
        ("The court blamed then-Senior Superintendent [Omar Bey](PERSON).", ["then-Senior Superintendent"]),
        ("[Omar Bey](PERSON), commander of Narcotics Suppression Division 4, agreed.", ["commander"]),
        ("[Omar Bey](PERSON), floor leader of the Harbour Party, agreed.", ["floor leader"]),
        ("House Minority Whip [Omar Bey](PERSON) agreed.", ["House Minority Whip"]),
        ("President and First Secretary [Omar Bey](PERSON) spoke.", ["First Secretary", "President"]),
        ("The Under Secretary and President [Omar Bey](PERSON) spoke.", ["President"]),
    ],
)
def test_an_office_is_whole_with_its_portfolios_and_rank(text: str, titles: list[str]) -> None:
    assert [*held(text).values()] == [titles]


def test_the_kind_of_an_office_is_that_of_what_it_begins_with() -> None:
    found = people("The Minister of Foreign Affairs and International Cooperation [Ines Roa](PERSON) came.")[0]
    assert [t.kind for p in found.values() for t in p.titles] == ["foreign-minister"]


def test_who_heads_a_part_of_a_body_is_named_right_after_it() -> None:
    text = "The leader of the Ala faction [Isa Omur](PERSON), general secretary of the Talas unit [Nur Asan](PERSON) and head of Bek wing [Ai Bar](PERSON) met."
    assert held(text) == {"Isa Omur": ["leader"], "Nur Asan": ["general secretary"], "Ai Bar": ["head"]}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("According to [Ines Roa](PERSON), the Public Prosecutor has opened a case.", []),
        ("According to [Ines Roa](PERSON), the public prosecutor, a case was opened.", ["public prosecutor"]),
        ("Minister [Ines Roa](PERSON), Chief Secretary, IG police, and others came.", ["Minister"]),
        ("Oyo State commissioner of Information, [Omar Bey](PERSON) said so.", ["commissioner of Information"]),
    ],
)
def test_an_office_between_commas_is_of_whom_it_stands_beside(text: str, titles: list[str]) -> None:
    assert [*held(text).values()] == [titles]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Solomon Islands PM [Ana Rua](PERSON) left.", ["PM"]),
        ("Alliance for Change president [Ana Rua](PERSON) left.", ["president"]),
        ("Zambia for Empowerment and Development president [Ana Rua](PERSON) left.", ["president"]),
        ("Labour Party leader [Ana Rua](PERSON) left.", ["leader"]),
        ("The Party leader [Ana Rua](PERSON) left.", ["Party leader"]),
        ("Health and Welfare minister [Ana Rua](PERSON) left.", ["Health and Welfare minister"]),
        ("Foreign Affairs Advisor [Ana Rua](PERSON) left.", ["Foreign Affairs Advisor"]),
        ("MP for Mora North [Ana Rua](PERSON) left.", ["MP"]),
        ("Kira Municipality MP [Ana Rua](PERSON) left.", ["MP"]),
    ],
)
def test_a_title_has_no_word_of_what_it_is_over(text: str, titles: list[str]) -> None:
    assert held(text)["Ana Rua"] == titles


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("A former Ambassador of Canada to Mongolia Ms [Ana Rua](PERSON) left.", ("Ambassador", "former"), ["CA"]),
        ("The Ambassador of Japan to Kenya, [Ana Rua](PERSON), left.", ("Ambassador", "current"), ["JP"]),
        ("The French Ambassador to Kenya [Ana Rua](PERSON) left.", ("Ambassador", "current"), ["FR"]),
    ],
)
def test_an_ambassador_is_of_the_land_that_sends(text: str, title: tuple[str, str], country: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert ([(t.text, t.status) for t in person.titles], person.countries) == ([title], country)


def test_in_a_list_parted_by_semicolons_a_title_is_not_the_next_names() -> None:
    text = "It met with O.Erdene, the Vice Minister of Mining; [Ana Rua](PERSON), the Minister of Trade; and [Bo Fry](PERSON), the Minister of Health."
    assert held(text) == {"Ana Rua": ["Minister of Trade"], "Bo Fry": ["Minister of Health"]}


def test_a_road_that_a_title_begins_is_nobody() -> None:
    assert [*people("Lady Musgrave left. He lives on Lady Musgrave Road.")[0]] == ["Musgrave"]


def test_a_rank_is_not_current_beside_the_same_one_retired() -> None:
    found = people("Lt Gen (retd) [Adil Rauf](PERSON) died. Lt Gen [Rauf](PERSON) was ill.")[0]
    assert [[(t.text, t.status) for t in p.titles] for p in found.values()] == [[("Lt Gen", "former")]]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The Chief Minister Punjab, [Omar Bey](PERSON) chaired it.", ["Chief Minister"]),
        ("The Chief Minister [Punjab](PERSON), [Omar Bey](PERSON) chaired it.", ["Chief Minister"]),
        ("Inspector General Police, [Punjab Omar Bey](PERSON), chaired it.", []),
    ],
)
def test_the_region_after_an_office_is_no_part_of_the_name(text: str, titles: list[str]) -> None:
    assert held(text) == {"Omar Bey": titles}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "They met.\n\nMinister of supply and commerce – [Ann Roe](PERSON)\n\nMinister of health – [Bo Fry](PERSON)\n",
            ["Minister of supply and commerce", "Minister of health"],
        ),
        ("They met.\n\nMinister of health: [Ann Roe](PERSON)\n", ["Minister of health"]),
        ("They met.\n\nThe harbour – [Ann Roe](PERSON)\n", []),
        ("They met.\n\nMinister of health – [Ann Roe](PERSON) lost\n", []),
    ],
)
def test_an_office_and_a_name_on_one_line(text: str, titles: list[str]) -> None:
    assert [t for own in held(text).values() for t in own] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[Ann Roe](PERSON), chairman and chief executive officer of Kestrel, spoke.", ["chairman", "chief executive officer"]),
        ("[Ann Roe](PERSON), Interior Minister and Acting Defence Minister.", ["Interior Minister", "Defence Minister"]),
        ("[Ann Roe](PERSON), the president and others, left.", []),
        ("[Ann Roe](PERSON), the president and the treasurer agreed.", ["president"]),
    ],
)
def test_two_offices_after_a_name_are_both_its_bearers(text: str, titles: list[str]) -> None:
    assert [*held(text).values()] == [titles]


def test_a_list_of_names_and_offices_gives_each_its_own() -> None:
    text = (
        "He met Major General [Adil Rauf](PERSON), director of the harbour, Major General [Omar Bey](PERSON), Secretary General of the Governorate, "
        "Dr. [Ali Roa](PERSON), Deputy Minister of the Amiri Diwan Affairs Sheikh [Nur Asan](PERSON), and others."
    )
    assert held(text) == {
        "Adil Rauf": ["Major General", "director"],
        "Omar Bey": ["Major General", "Secretary General"],
        "Ali Roa": ["Dr."],
        "Nur Asan": ["Sheikh"],
    }


@pytest.mark.parametrize(("text", "titles"), [("HH the Amir Sheikh [Nur Asan](PERSON) spoke.", ["Sheikh", "Amir"]), ("[Amir Khan](PERSON) spoke.", [])])
def test_the_amir_is_a_title_and_amir_a_name(text: str, titles: list[str]) -> None:
    assert [*held(text).values()] == [titles]


@pytest.mark.parametrize(
    ("rest", "status"),
    [("who was a legislator from 1987 to 1990", "former"), ("who was a legislator for Ohio", "current"), ("governor of Ohio from 1987 to 1990", "former")],
)
def test_who_was_something_in_years_that_are_said_is_it_no_more(rest: str, status: str) -> None:
    (person,) = people(f"[Ann Roe](PERSON), {rest}, spoke.")[0].values()
    assert [t.status for t in person.titles] == [status]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mostafa Rua", "Moustafa Rua"),
        ("Khaled Rua", "Khalid Rua"),
        ("Haralampos Rua", "Haralambos Rua"),
        ("Ana Shakiyev", "Ana Shakiev"),
        ("Prince Hamzah", "Prince Hamzeh"),
    ],
)
def test_spellings_of_one_name_in_other_scripts_are_one_person(spellings: tuple[str, str]) -> None:
    first, second = (f"[{s}](PERSON)".replace("[Prince ", "Prince [") for s in spellings)
    assert len(people(f"{first} spoke. Then {second} left.")[0]) == 1


@pytest.mark.parametrize("names", [("Jamal Rua", "Jamil Rua"), ("Hassan Rua", "Hussein Rua"), ("Lin Rua", "Len Rua"), ("Rashid Rua", "Rashad Rua")])
def test_names_that_sound_alike_are_two_people(names: tuple[str, str]) -> None:
    first, second = (f"[{s}](PERSON)" for s in names)
    assert len(people(f"{first} spoke. Then {second} left.")[0]) == 2


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[Ann Roe](PERSON) (President of the Harbour Bank) spoke.", ["President"]),
        ("[ANN ROE](PERSON) [ASSISTANT MINISTER]: Thanks.", ["ASSISTANT MINISTER"]),
        ("[Ann Roe](PERSON) (left) spoke.", []),
        ("[Ann Roe](PERSON) (Prime Minister 1990-97) spoke.", []),
        ("[Ann Roe](PERSON), the rival of the Kenyan president, left.", []),
    ],
)
def test_an_office_in_brackets_after_a_name(text: str, titles: list[str]) -> None:
    assert [*held(text).values()] == [titles]


@pytest.mark.parametrize(
    ("text", "kinds", "codes"),
    [
        ("The head of the State Salt Service [Omar Bey](PERSON) agreed.", ["head"], []),
        ("Speaker of the Georgian parliament [Omar Bey](PERSON) came.", ["speaker"], ["GE"]),
        ("US Ambassador to Georgia [Omar Bey](PERSON) came.", ["ambassador"], ["US"]),
        ("French Ambassador to Qatar H.E. [Omar Bey](PERSON) came.", ["honorific", "ambassador"], ["FR"]),
        ("Ex-President of Georgia [Omar Bey](PERSON) came.", ["president"], ["GE"]),
        ("The Mayor of London [Omar Bey](PERSON) came.", ["mayor"], []),
        ("The general secretary of the Communist Party of Vietnam [Omar Bey](PERSON) came.", ["secretary-general"], ["VN"]),
        ("President of FIFA [Omar Bey](PERSON) came.", ["president"], []),
        ("After the fall of the parliament [Omar Bey](PERSON) left.", [], []),
        ("The president of Orlan Tabeke [Omar Bey](PERSON) met him.", [], []),
        ("The president of Mali and the Bank of Togo [Omar Bey](PERSON) runs.", [], []),
        ("The president to Mali [Omar Bey](PERSON) met.", [], []),
    ],
)
def test_an_office_over_a_body_or_place_that_stands_before_the_name(text: str, kinds: list[str], codes: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert ([t.kind for t in person.titles], person.countries) == (kinds, codes)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "There came the Speaker, [Ann Roe](PERSON), the Minister of Works, Dr [Bo Fry](PERSON), and the Mayor of Orlan, [Cy Ode](PERSON).",
            [["Speaker"], ["Dr", "Minister of Works"], ["Mayor"]],
        ),
        (
            "There came the President of the Republic, [Ann Roe](PERSON), the Minister of Transport, Communications and Works, [Bo Fry](PERSON) and guests.",
            [["President"], ["Minister of Transport, Communications and Works"]],
        ),
        (
            "There came [Ann Roe](PERSON), the Speaker, [Bo Fry](PERSON), the Minister of Works, and [Cy Ode](PERSON), the Mayor of Orlan.",
            [["Speaker"], ["Minister of Works"], ["Mayor"]],
        ),
    ],
)
def test_a_list_of_offices_and_holders_in_turn_gives_each_its_own(text: str, titles: list[list[str]]) -> None:
    assert [*held(text).values()] == titles


@pytest.mark.parametrize(
    ("text", "titles", "codes"),
    [
        ("(Slovak Foreign Minister) [Ann Roe](PERSON) agreed.", ["Foreign Minister"], ["SK"]),
        ('"[President] [Roe](PERSON) agreed," she said.', ["President"], []),
        ("(Reuters) [Ann Roe](PERSON) agreed.", [], []),
        ("[Ann Roe](PERSON), chair of the Finnish Police Union, agreed.", ["chair"], []),
        ("[Ann Roe](PERSON), president of Finland, agreed.", ["president"], ["FI"]),
        ("[Ann Roe](PERSON), director of the Guangdong Department of Public Security, agreed.", ["director"], []),
        ("[Ann Roe](PERSON), president of the Qatar Diabetes Association, agreed.", ["president"], ["QA"]),
        ("[Ann Roe](PERSON), president of Kenya William Fry, and others met.", [], []),
        ("[Ann Roe](PERSON) CBE, director of Kestrel, agreed.", ["director"], []),
        ("[Ann Roe](PERSON), chairman of the National People's Congress Standing Committee, agreed.", ["chairman"], []),
        ("[Ann Roe](PERSON), who is also governor of Lagos, agreed.", ["governor"], []),
        ("[Ann Roe](PERSON) MP, the foreign secretary, agreed.", ["foreign secretary", "MP"], []),
        ("[Ann Roe](PERSON), politician and governor of Lagos, agreed.", ["governor"], []),
        ("[Ann Roe](PERSON), the president of Finland [Bo Fry](PERSON) and others met.", [], []),
    ],
)
def test_a_title_in_brackets_before_a_name_or_over_a_body_after_it(text: str, titles: list[str], codes: list[str]) -> None:
    person = people(text)[0]["Roe" if "[Roe]" in text else "Ann Roe"]
    assert ([t.text for t in person.titles], person.countries) == (titles, codes)


def test_kinship_is_no_office() -> None:
    assert held("[Ann Roe](PERSON), his late father, left. [Bo Fry](PERSON), the justice secretary, stayed.") == {
        "Ann Roe": [],
        "Bo Fry": ["justice secretary"],
    }


def test_a_crown_prince_is_nobody_with_an_office_and_his_first_name() -> None:
    assert len(people("Secretary General [Omar Bey](PERSON) met Crown Prince [Omar](PERSON).")[0]) == 2
    assert len(people("[Omar Bey](PERSON) said that Crown Prince [Omar](PERSON) left.")[0]) == 1


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[Do Van](PERSON), Politburo member, Secretary of the Party Committee, President of the Vietnam Front; others came.", ["Secretary", "President"]),
        ("[Do Van](PERSON), member of the board, Minister of Works.", ["Minister of Works"]),
        ("[Do Van](PERSON), Mayor of Orlan, Minister of Works [Bo Fry](PERSON), left.", ["Mayor", "Minister of Works"]),
        ("Presidents [Do Van](PERSON) of South Sudan and [Bo Fry](PERSON) of Kenya met.", ["President", "President"]),
        ("Press Secretary of the President of Russia [Do Van](PERSON) spoke.", ["Press Secretary"]),
        ("Press Secretary of the President of Russia [Do Van](PERSON), [Bo Fry](PERSON), spoke.", ["President", "Press Secretary"]),
        ("According to a Kremlin spokesman, [Do Van](PERSON)'s schedule is full.", []),
        ("According to a Kremlin spokesman, [Do Van](PERSON), it is full.", ["spokesman"]),
        ("Sen. Lieut. Gen. [Do Van](PERSON) came.", ["Sen. Lieut. Gen."]),
        ("An aide to U.S. Trade Representative [Do Van](PERSON) came.", ["Trade Representative"]),
    ],
)
def test_offices_in_a_row_and_of_those_who_work_for_one(text: str, titles: list[str]) -> None:
    assert [t for own in held(text).values() for t in own] == titles


def test_a_name_in_quotes_after_or_is_another_one_of_the_same() -> None:
    (person,) = people('General [Omar Bey](PERSON), or "[Hamit](PERSON)", left. [Hamit](PERSON) spoke.')[0].values()
    assert len(person.mentions) == 3


@pytest.mark.parametrize(("title", "status"), [("Lieutenant-Colonel", "current"), ("President", "former")])
def test_who_is_ousted_keeps_the_rank_and_not_the_office(title: str, status: str) -> None:
    (person,) = people(f"Traore ousted {title} [Omar Bey](PERSON) in May.")[0].values()
    assert [t.status for t in person.titles] == [status]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[Bo Fry](PERSON), a union leader and former maize farmer, won.", ["current leader", "former farmer"]),
        ("[Bo Fry](PERSON), Africa's first president and former president of Liberia, won.", ["former president"]),
        ("[Bo Fry](PERSON), a senator and a former mayor of Brno, won.", ["current senator", "former mayor"]),
        ("Former Mayor [Bo Fry](PERSON) was jailed. Mayor [Fry](PERSON) had left in May.", ["former Mayor"]),
        ("Former Mayor [Bo Fry](PERSON) was jailed. Senator [Fry](PERSON) had left in May.", ["former Mayor", "current Senator"]),
        ("Former Mayor [Bo Fry](PERSON) is back. Mayor [Bo Fry](PERSON) was sworn in.", ["former Mayor", "current Mayor"]),
    ],
)
def test_a_former_office_is_told_from_a_current_one(text: str, titles: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert [f"{t.status} {t.text.split()[-1 if ' of ' not in t.text else 0]}" for t in person.titles] == titles
