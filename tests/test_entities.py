"""Resolvers over hand-made spans: no model is needed to say who is who, which country, which body."""

from __future__ import annotations

import re

import pytest

from extractor.article.flatten import flatten
from extractor.article.layout import layout
from extractor.article.published import find_datelines
from extractor.article.repair import repair
from extractor.entities.common import View, positions
from extractor.entities.countries import collect_countries, resolve_places
from extractor.entities.kinds import kind_of_name
from extractor.entities.organizations import collect_organizations
from extractor.entities.people import collect_people
from extractor.mentions import titled
from extractor.mentions.bodies import find_bodies
from extractor.mentions.mark import mark
from extractor.types import Organization, Person, Span
from tests.conftest import seconds


def view(text: str) -> View:
    cleaned = repair(text)
    sections = layout(cleaned.text)
    return View(text, cleaned, flatten(cleaned.text, sections, False), sections)


def tagged(text: str) -> tuple[View, list[Span]]:
    """Text with [names](LABEL) to a view of it without marks and the model spans that the marks say."""
    plain, spans, at = "", [], 0
    for m in re.finditer(r"\[([^\]]+)\]\((\w+)\)", text):
        plain += text[at : m.start()]
        spans.append(Span(len(plain), len(plain) + len(m[1]), m[2], "model"))
        plain += m[1]
        at = m.end()
    return view(plain + text[at:]), spans


def people(text: str) -> tuple[dict[str, Person], list[str]]:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, find_datelines(v.flat, v.sections))
    found, unresolved = collect_people(v, marked.people, blocked=positions((s.start, s.end) for s in marked.people))
    return {p.name: p for p in found}, [u.text for u in unresolved]


def orgs(text: str) -> dict[str, Organization]:
    v, spans = tagged(text)
    heads = find_datelines(v.flat, v.sections)
    marked = mark(v.flat, spans, heads)
    return {o.name: o for o in collect_organizations(v, marked.orgs, heads, blocked=positions((s.start, s.end) for s in marked.orgs))}


def countries(text: str) -> dict[str, list[str]]:
    v, spans = tagged(text)
    heads = find_datelines(v.flat, v.sections)
    marked = mark(v.flat, spans, heads)
    hits, _ = resolve_places(v, marked.listed, marked.places, heads)
    return {c.code: [m.how for m in c.mentions] for c in collect_countries(v, hits)}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("[Olaf Scholz](PERSON) met them. [Scholz](PERSON) left. Then Scholz spoke.", "Olaf Scholz", 3),
        ("[Xi Jinping](PERSON) came and [Xi](PERSON) spoke.", "Xi Jinping", 2),
        ("[Andrés Manuel López Obrador](PERSON) refused. [López Obrador](PERSON) left.", "Andrés Manuel López Obrador", 2),
        ("[Mohammed bin Salman](PERSON) met us. [Bin Salman](PERSON) spoke.", "Mohammed bin Salman", 2),
        ("[Abdel Fattah el-Sisi](PERSON) came. [Sisi](PERSON) spoke.", "Abdel Fattah el-Sisi", 2),
        ("[Ursula von der](PERSON) Leyen spoke. [Von der Leyen](PERSON) left.", "Ursula von der Leyen", 2),
        ("[Volodymyr Zelenskyy](PERSON) flew. [Zelensky](PERSON) spoke.", "Volodymyr Zelenskyy", 2),
        ("President (Ibrahim) Traore has decided. [Traore](PERSON) spoke.", "Ibrahim Traore", 2),
        ("[Phạm Minh Chính](PERSON) opened it. Mr [Chính](PERSON) spoke.", "Phạm Minh Chính", 2),
        ("[Antonio “Tony” Marchetti](PERSON) resigned. [Marchetti](PERSON), 61, left.", "Antonio “Tony” Marchetti", 2),
        ("[Sergey Lavrov](PERSON) arrived and [Lavrov](ORG) spoke.", "Sergey Lavrov", 2),
        ("Mali's [Abdoulaye Diop](PERSON) spoke.", "Abdoulaye Diop", 1),
        ("[Mali's Abdoulaye Diop](PERSON) spoke.", "Abdoulaye Diop", 1),
    ],
)
def test_a_short_name_joins_the_one_bearer_it_can_have(text: str, name: str, count: int) -> None:
    found, unresolved = people(text)
    assert list(found) == [name]
    assert len(found[name].mentions) == count
    assert unresolved == []


def test_a_month_after_a_name_is_no_part_of_it() -> None:
    found, _ = people("He will succeed [Amina K. Jallow Feb](PERSON). 1, and [Jane April Jensen](PERSON) stays.")
    assert set(found) == {"Amina K. Jallow", "Jane April Jensen"}


def test_a_surname_with_two_bearers_is_unresolved() -> None:
    found, unresolved = people("[Kim Jong Un](PERSON) and [Kim Yo Jong](PERSON) watched. [Kim](PERSON) spoke.")
    assert {n: len(p.mentions) for n, p in found.items()} == {"Kim Jong Un": 1, "Kim Yo Jong": 1}
    assert unresolved == ["Kim"]


@pytest.mark.parametrize(
    ("text", "bearer", "left"),
    [
        # a relative does not take the name
        ("[Ana Duarte](PERSON), daughter of the banker [Rui Duarte](PERSON), won. [Duarte](PERSON) was glad.", "Ana Duarte", 0),
        ("[Ana Duarte](PERSON) painted. She moved after marrying the journalist [Rui Duarte](PERSON). [Duarte](PERSON) was glad.", "Ana Duarte", 0),
        # nor does whoever is only spoken of, once the name is taken
        ("[Ana Duarte](PERSON) won. [Duarte](PERSON) spoke on a message to the rival she knew, [Rui Duarte](PERSON). [Duarte](PERSON) left.", "Ana Duarte", 0),
        # but a new subject may, and so may whoever stands beside
        ("[Ana Duarte](PERSON) and her brother [Rui Duarte](PERSON) sang. [Duarte](PERSON) left.", "Ana Duarte", 1),
        ("[Ana Duarte](PERSON) won. [Duarte](PERSON) spoke. [Rui Duarte](PERSON) said no. [Duarte](PERSON) left.", "Ana Duarte", 1),
        (
            "[Ana Duarte](PERSON) won. [Duarte](PERSON) spoke. On a later evening in a small hall [Rui Duarte](PERSON) said no. [Duarte](PERSON) left.",
            "Ana Duarte",
            1,
        ),
        # Mr. and Mrs., he and she
        ("[Ana Duarte](PERSON) and [Carlos Duarte](PERSON) sang. Mrs. [Duarte](PERSON) left.", "Ana Duarte", 0),
        ("[Ana Duarte](PERSON) and [Carlos Duarte](PERSON) sang. [Duarte](PERSON) said he was glad.", "Carlos Duarte", 0),
        ("[Ana Duarte](PERSON) and [Maria Duarte](PERSON) sang. Mrs. [Duarte](PERSON) left.", "Ana Duarte", 1),
        ("[Ana Duarte](PERSON) and her father [Xi Duarte](PERSON) sang. Mr [Duarte](PERSON) left.", "Xi Duarte", 0),
        ("[Ana Duarte](PERSON), wife of [Wu Duarte](PERSON), sang. Mr. [Duarte](PERSON) left.", "Wu Duarte", 0),
        # a surname before a first name, the spelling before its variants
        ("[Joe Louis](PERSON) met [Louis Banda](PERSON) and [Luis Roca](PERSON). [Louis](PERSON) won.", "Joe Louis", 0),
    ],
)
def test_the_name_stays_with_its_bearer_until_another_takes_it(text: str, bearer: str, left: int) -> None:
    found, unresolved = people(text)
    assert len(unresolved) == left
    assert {n: len(p.mentions) for n, p in found.items() if n != bearer} == dict.fromkeys(set(found) - {bearer}, 1)
    assert len(found[bearer].mentions) == text.count("(PERSON)") - left - (len(found) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "[Robert F. Kennedy Jr.](PERSON) spoke of [Robert F. Kennedy](PERSON).",
        "[Bill Clinton](PERSON) and [Hillary Clinton](PERSON) came.",
        "[George H. W. Bush](PERSON) saw [George W. Bush](PERSON).",
        "[Mahamat Deby](PERSON) followed [Idriss Deby](PERSON).",
        "King [Salman](PERSON) met [Mohammed bin Salman](PERSON).",
        "[Mohammed bin Zayed](PERSON) met [Khaled bin Mohamed bin Zayed](PERSON). President [Mohamed](PERSON) left.",
        "Sultan [Ibrahim](PERSON) pardoned him, [Anwar Ibrahim](PERSON) said.",
        "King [Abdullah](PERSON) met [Al Hussein bin Abdullah II](PERSON). [Abdullah](PERSON) left.",
    ],
)
def test_two_people_are_never_merged(text: str) -> None:
    assert len(people(text)[0]) == 2


@pytest.mark.parametrize(
    ("text", "name", "title", "status", "codes"),
    [
        ("Russian Foreign Minister [Sergey Lavrov](PERSON) spoke.", "Sergey Lavrov", "foreign-minister", "current", ["RU"]),
        ("[Sergey Lavrov](PERSON), Russia's foreign minister, spoke.", "Sergey Lavrov", "foreign-minister", "current", ["RU"]),
        ("Former President [Barack Obama](PERSON) spoke.", "Barack Obama", "president", "former", []),
        ("President-elect [Javier Milei](PERSON) spoke.", "Javier Milei", "president", "elect", []),
        ("acting Foreign Minister [Ivica Dacic](PERSON) spoke.", "Ivica Dacic", "foreign-minister", "acting", []),
        ("[Macky Sall](PERSON), the former president of Senegal, spoke.", "Macky Sall", "president", "former", ["SN"]),
        ("The Nigerian president, [Bola Tinubu](PERSON), spoke.", "Bola Tinubu", "president", "current", ["NG"]),
        ("President [Azali Assoumani](PERSON) of the Comoros spoke.", "Azali Assoumani", "president", "current", ["KM"]),
        ("Senator [Jane Smith](PERSON) of Georgia spoke.", "Jane Smith", "senator", "current", []),
        ("He met [Narendra Modi](PERSON) of India, Mayor [Sadiq Khan](PERSON) and others.", "Sadiq Khan", "mayor", "current", []),
        ("Retired Maj. Gen. [Paul Eaton](PERSON) spoke.", "Paul Eaton", "general", "former", []),
        ("the former Governor of Kogi, Alhaji [Paul Eaton](PERSON) spoke.", "Paul Eaton", "governor", "former", []),
        ("French Ambassador to Qatar H.E. [Paul Eaton](PERSON) spoke.", "Paul Eaton", "honorific", "current", ["FR"]),
        ("Lt Gen (Rtd) Dr [Paul Eaton](PERSON) spoke.", "Paul Eaton", "general", "former", []),
        ("They met then-President [Ivan Kozel](PERSON) there.", "Ivan Kozel", "president", "former", []),
        ("They met [Ivan Kozel](PERSON), then president of the bank.", "Ivan Kozel", "president", "former", []),
        ("They left. Then President [Ivan Kozel](PERSON) left.", "Ivan Kozel", "president", "current", []),
        ("The President of Belarus [Ivan Kozel](PERSON) left.", "Ivan Kozel", "president", "current", ["BY"]),
        ("Former Prime Minister of the Netherlands [Ivan Kozel](PERSON) left.", "Ivan Kozel", "prime-minister", "former", ["NL"]),
        ("[Ivan Kozel](PERSON), President of Belarus, left.", "Ivan Kozel", "president", "current", ["BY"]),
    ],
)
def test_titles_and_their_countries(text: str, name: str, title: str, status: str, codes: list[str]) -> None:
    p = people(text)[0][name]
    assert (title, status) in {(t.kind, t.status) for t in p.titles}
    assert p.countries == codes


def test_a_title_with_its_country_before_a_name_is_not_the_one_of_the_name_before() -> None:
    found, _ = people("[Ann Lee](PERSON), President of Belarus [Ivan Kozel](PERSON) and the Bank of Mali [Bo Diaz](PERSON) runs.")
    assert {n: [t.kind for t in p.titles] for n, p in found.items()} == {"Ann Lee": [], "Ivan Kozel": ["president"], "Bo Diaz": []}
    assert found["Bo Diaz"].countries == []


def test_a_title_announces_a_name_that_the_model_missed() -> None:
    assert [
        t for a, b in titled.title_led("The road reopened. Sgt Dana Whitlock said so.") for t in ["The road reopened. Sgt Dana Whitlock said so."[a:b]]
    ] == ["Dana Whitlock"]


@pytest.mark.parametrize("text", ["[He](PERSON) left.", "[Army](ORG) said.", "[God](PERSON) knows."])
def test_words_that_name_nobody_are_dropped(text: str) -> None:
    assert people(text)[0] == {}
    assert orgs(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("The [Economic Community of West African States](ORG) (ECOWAS) met. ECOWAS spoke.", "Economic Community of West African States", 3),
        ("The WHO, the [World Health Organization](ORG), warned. The WHO left.", "World Health Organization", 3),
        ("The [Harbour Conduct Authority](ORG), known as the [HCA](ORG), fined two. The [HCA](ORG) left.", "Harbour Conduct Authority", 3),
        ("Ukraine’s foreign ministry said no. The Ukrainian Foreign Ministry agreed.", "Ministry of Foreign Affairs of Ukraine", 2),
        ("The [United Kingdom Home Office](ORG) and the Home Office spoke.", "Home Office", 2),
        ("The Ministry of Defence of Kenya and Kenya's defense ministry spoke.", "Ministry of Defence of Kenya", 2),
        ("[Kestrel Mining Pty Limited](ORG) won; shares in [Kestrel Mining](ORG) rose.", "Kestrel Mining Pty Limited", 2),
        ("The United Nations asked. A U.N. spokesman said the UN had none.", "United Nations", 3),
        ("[Wagner](ORG) fighters left as the Wagner Group said.", "Wagner Group", 2),
        # an acronym that two bodies have is the one of the article
        ("The [Party of the Islands](ORG) (PTI) won. [PTI](ORG) has nine seats.", "Party of the Islands", 3),
        ("The Press Trust of India (PTI) said so. PTI is old.", "Press Trust of India", 3),
        ("The [Economic and Monetary Union of the West](ORG) (UEMOA) met.", "West African Economic and Monetary Union", 2),
        ("Reporters Without Borders protested. [RSF](ORG) said he was beaten.", "Reporters Without Borders", 2),
        ("[RSF](ORG) fighters left El Fasher.", "Rapid Support Forces", 1),
    ],
)
def test_one_body_under_all_its_names(text: str, name: str, count: int) -> None:
    found = orgs(text)
    assert list(found) == [name]
    assert len(found[name].mentions) == count


def test_the_agency_that_carries_a_story_is_credit_and_the_one_that_acts_is_not() -> None:
    carried = orgs("LAGOS (Reuters) - Nigeria will raise prices, the president said.")
    assert carried["Reuters"].role == "credit"
    acting = orgs("Reuters said on Monday that it would open a bureau.")
    assert acting["Reuters"].role == "subject"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Moscow said it would answer; tourists still walked the streets of Moscow.", {"RU": ["metonym", "place"]}),
        ("Growing suspicion about Beijing's long-term intentions was felt in Beijing's old town.", {"CN": ["metonym", "place"]}),
        ("The Damascus government fell; an envoy to Damascus moved to Damascus and decided to stay.", {"SY": ["metonym", "metonym", "place"]}),
        ("Flights between Algiers and Paris resumed, and rain hit much of Algiers.", {"DZ": ["place", "place"], "FR": ["place"]}),
        ("Tehran, meanwhile, has denied it. Canberra is looking at calm conditions.", {"IR": ["metonym"], "AU": ["place"]}),
        ("Tehran, which denies it, met Rome, which has a museum, and Oslo, which has hosted them.", {"IR": ["metonym"], "IT": ["place"], "NO": ["place"]}),
        ("Moscow, which has rejected it, and Paris, which is hot, spoke.", {"RU": ["metonym"], "FR": ["place"]}),
        ("It moved against Budapest on Tuesday, called on Oslo to act, and met in Prague on Monday.", {"HU": ["metonym"], "NO": ["metonym"], "CZ": ["place"]}),
        ("Paris attacks: what is known. Beijing attacks the deal.", {"FR": ["place"], "CN": ["metonym"]}),
        ("Iran, Iran and Pakistan met Khamenei. The Islamic Republic agreed.", {"IR": ["name", "name", "name"], "PK": ["name"]}),
        ("Iran, Iran and Pakistan met. The Islamic Republic agreed.", {"IR": ["name", "name"], "PK": ["name"]}),
        ("It was 10, according to Damascus. Washington wouldn't deal with them.", {"SY": ["metonym"], "US": ["metonym"]}),
        ("Moscow, Cairo and Doha would keep trying.", {"RU": ["metonym"], "EG": ["metonym"], "QA": ["metonym"]}),
        ("Washington commits to it; Beijing congratulated Harare.", {"US": ["metonym"], "CN": ["metonym"], "ZW": ["metonym"]}),
        ("Beijing accused Washington of bad faith.", {"CN": ["metonym"], "US": ["metonym"]}),
        ("Ties between Paris and Algiers are strained.", {"FR": ["metonym"], "DZ": ["metonym"]}),
        ("He arrived in Khartoum, Sudan.", {"SD": ["place", "name"]}),
        ("The Kremlin spoke to Downing Street.", {"RU": ["metonym"], "GB": ["metonym"]}),
        ("Malabo and Libreville both claim it; museums stand in Rome and Oslo.", {"GQ": ["metonym"], "GA": ["metonym"], "IT": ["place"], "NO": ["place"]}),
        ("The High Court, Abuja, over which he presided, closed.", {"NG": ["place"]}),
        ("He moved from London, Ont., to [Perth](GPE), W.A., and on to Paris, Texas.", {"CA": ["place"], "AU": ["place"], "US": ["place", "place"]}),
        ("Niger's junta and the Nigerian president spoke to Nigerien troops.", {"NE": ["name", "demonym"], "NG": ["demonym"]}),
        ("She speaks Spanish and Portuguese and ordered French fries.", {}),
        ("A nurse from Cuba, Missouri, went to Lebanon, Pennsylvania.", {"US": ["place", "place", "place", "place"]}),
        ("New Mexico's governor spoke; Mexico protested.", {"US": ["place"], "MX": ["name"]}),
        ("Congolese troops retook it, an army spokesman in Kinshasa said.", {"CD": ["demonym", "place"]}),
        ("TELL US WHAT YOU SAW, the poster read.", {}),
        ("Holland is in the Netherlands, a Dutch official said.", {"NL": ["name", "name", "demonym"]}),
        ("American Airlines cut flights.", {}),
        ("Ukraine's foreign ministry spoke.", {"UA": ["name"]}),
    ],
)
def test_how_a_country_was_said(text: str, want: dict[str, list[str]]) -> None:
    assert countries(text) == want


def test_georgia_is_decided_by_the_article() -> None:
    assert "GE" in countries("Georgia's prime minister met his Armenian counterpart in Tbilisi.")
    assert "GE" not in countries("ATLANTA — Georgia lawmakers voted on Wednesday to send the bill back.")


def test_an_ambiguous_demonym_without_evidence_is_unresolved_with_its_candidates() -> None:
    v = view("A Dominican man won the race.")
    marked = mark(v.flat, [], [])
    _, unresolved = resolve_places(v, marked.listed, marked.places, [])
    assert [(u.text, set(u.candidates)) for u in unresolved] == [("Dominican", {"DM", "DO"})]


def test_clustering_five_thousand_names_is_not_quadratic() -> None:
    def clustering(n: int) -> float:
        v, spans = tagged("\n".join(f"[Aab{i} Zor{i}](PERSON) spoke." for i in range(n)))
        return seconds(lambda: collect_people(v, spans))

    clustering(200)
    small, large = clustering(1_000), clustering(5_000)
    assert large < small * 5 * 4 + 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russian Foreign Minister [Sergey Lavrov](PERSON) came. Russia's top diplomat left.", {"Sergey Lavrov": ["Russia's top diplomat"]}),
        ("President [Ibrahim Traore](PERSON) came. The president's speech was short.", {"Ibrahim Traore": ["The president"]}),
        ("Former president [Ana Vale](PERSON) sued. Lawyers of the former president agreed.", {"Ana Vale": ["the former president"]}),
        ("Former president [Ana Vale](PERSON) sued. The president agreed.", {}),
        ("President [Ana Vale](PERSON) met President [Bo Lund](PERSON). The president smiled.", {}),
        ("President [Ana Vale](PERSON) came. The French president left, and the president followed.", {}),
        ("The president spoke before President [Ana Vale](PERSON) came.", {}),
        ("President [Ana Vale](PERSON) met the president of the club and the president, [Bo Lund](PERSON).", {}),
        ("US President [Ana Vale](PERSON) came, the first visit by a sitting U.S. president.", {}),
        ("President [Ana Vale](PERSON) came. The vice president stayed, and the company president too.", {}),
        ("Attorney General [Ana Vale](PERSON) came. [Ana Vale](PERSON), the attorney general, left.", {}),
    ],
)
def test_a_role_without_a_name_belongs_to_the_one_person_it_can_mean(text: str, found: dict[str, list[str]]) -> None:
    got = {name: [m.text for m in p.nominal_mentions] for name, p in people(text)[0].items() if p.nominal_mentions}
    assert got == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The [Ministry of Health](ORG) spoke. The ministry agreed.", {"Ministry of Health": ["The ministry"]}),
        ("[Arda Motors Ltd](ORG) lost. The company said so.", {"Arda Motors Ltd": ["The company"]}),
        ("[Arda Motors Ltd](ORG) sued [Bell Foods Inc](ORG). The company said so.", {}),
        ("[Arda Motors Ltd](ORG) sued [Zvezda](ORG). The company said so.", {}),
        ("The ministry agreed with the [Ministry of Health](ORG).", {}),
        ("[Arda University](ORG) closed. The university of the north did not.", {}),
    ],
)
def test_a_noun_belongs_to_the_one_body_it_can_mean(text: str, found: dict[str, list[str]]) -> None:
    got = {name: [m.text for m in o.nominal_mentions] for name, o in orgs(text).items() if o.nominal_mentions}
    assert got == found


DISPUTED = {
    "TW": "Taiwan, Taipei",
    "PS": "Palestine, Gaza, West Bank, East Jerusalem",
    "XK": "Kosovo, Pristina",
    "EH": "Western Sahara",
    "UA": "Crimea, Donetsk, Luhansk, Kherson, Sevastopol",
    "GE": "Abkhazia, South Ossetia",
    "MD": "Transnistria",
    "SO": "Somaliland",
    "CY": "Northern Cyprus",
    "AZ": "Nagorno-Karabakh",
    "IN": "Jammu and Kashmir",
    "PK": "Azad Kashmir",
    "GY": "Essequibo",
    "": "Golan Heights, Kashmir, Aksai Chin, Spratly Islands, Scarborough Shoal",
}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("SYDNEY, Australia – A plane went down near [Oakdale](GPE). Australian police left Canberra.", {"AU"}),
        ("The senator from [Oakdale](GPE) spoke.", {"US"}),
        ("SYDNEY, Australia – A plane from America went down near [Oakdale](GPE). Australian police left Canberra.", {"AU", "US"}),
        ("Australia: a plane from [Karachi](GPE) went down. Australian police left Canberra.", {"AU", "PK"}),
    ],
)
def test_a_town_listed_in_a_country_that_nothing_speaks_of_is_left_open(text: str, codes: set[str]) -> None:
    assert set(countries(text)) == codes


def test_the_owner_in_a_listed_name_is_a_mention_and_a_country_in_it_is_not() -> None:
    assert countries("Iran's Revolutionary Guards left, the U.S. Department of Justice said.") == {"IR": ["name"]}


def test_a_code_after_a_name_is_its_country_and_elsewhere_nobodys() -> None:
    text = "[Faith Kipyegon](PERSON) (KEN) beat [Femke Bol](PERSON) (NED) and [Ann Rua](PERSON) (ABC); the Kestrel Electric Network (KEN) paid in CHF."
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    found = collect_countries(v, resolve_places(v, marked.listed, marked.places, [])[0])
    assert {c.code: [(m.text, m.how, m.rule) for m in c.mentions] for c in found} == {
        "KE": [("KEN", "code", "country-code")],
        "NL": [("NED", "code", "country-code")],
    }
    assert [p.countries for p in people(text)[0].values()] == [["KE"], ["NL"], []]


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in DISPUTED.items() for name in names.split(", ")])
def test_a_disputed_place_has_the_code_that_the_policy_gives_it(code: str, name: str) -> None:
    assert list(countries(f"Envoys went to [{name}](GPE) on Monday to see it.")) == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kenyan Cabinet Secretary for Roads and Transport [Kipchumba Murkomen](PERSON) said no.", "Cabinet Secretary for Roads and Transport"),
        ("The minister of works and housing, [Ali Kamara](PERSON), resigned.", "minister of works and housing"),
        ("The EU's foreign policy chief [Kaja Kallas](PERSON) spoke.", "foreign policy chief"),
        ("Union Health and Family Welfare Minister [Mansukh Mandaviya](PERSON) spoke.", "Health and Family Welfare Minister"),
        ('"Yes", said [Shuutarou Yasuda](PERSON), a market analyst at a bank.', "market analyst"),
        ("[Kieran McAnulty](PERSON), who is Minister for Emergency Management, flew home.", "Minister for Emergency Management"),
        ("The shadow health secretary, [Edward Argar](PERSON), called for an inquiry.", "shadow health secretary"),
        ("Kestrel Rugby Union chief executive [Koli Sewabu](PERSON) left.", "chief executive"),
        ("Chamber of Commerce head [Koli Sewabu](PERSON) left.", "head"),
        ("The student union leader [Koli Sewabu](PERSON) left.", "student union leader"),
        ("Senate President [Koli Sewabu](PERSON) left.", "Senate President"),
    ],
)
def test_a_title_is_whole_with_what_it_is_for(text: str, title: str) -> None:
    (person,) = people(text)[0].values()
    assert [t.text for t in person.titles] == [title]


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("Deputy Finance Minister [Tadesse Kebede](PERSON) met them.", "Deputy Finance Minister", "deputy-minister"),
        ("Russia's First Deputy Prime Minister [Denis Manturov](PERSON) met them.", "First Deputy Prime Minister", "deputy-prime-minister"),
        ("Deputy US Trade Representative [Sarah Bianchi](PERSON) met them.", "Deputy US Trade Representative", "representative"),
        ("The assistant minister for roads, [Tim Mwale](PERSON), left.", "assistant minister for roads", "deputy-minister"),
        ("[Tim Mwale](PERSON), the deputy finance minister, left.", "deputy finance minister", "deputy-minister"),
        ("[Ann Banda](PERSON), assistant secretary of state for African affairs, left.", "assistant secretary of state", "deputy-minister"),
        ("[Joe Roe](PERSON), a deputy from the north, left.", "deputy", "legislator"),
    ],
)
def test_who_stands_below_an_office_is_not_given_it(text: str, title: str, kind: str) -> None:
    (person,) = people(text)[0].values()
    assert [(t.text, t.kind) for t in person.titles] == [(title, kind)]


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "The king met [Bo Diaz](PERSON), Deputy Prime Minister and Minister of Foreign Affairs [Ann Rua](PERSON), and others.",
            "Ann Rua",
            ["Minister of Foreign Affairs", "Deputy Prime Minister"],
        ),
        ("The king met [Bo Diaz](PERSON), Deputy Prime Minister and Minister of Foreign Affairs [Ann Rua](PERSON).", "Bo Diaz", []),
        ("[Bo Diaz](PERSON), Deputy Prime Minister and Minister of Defence, spoke.", "Bo Diaz", ["Deputy Prime Minister", "Minister of Defence"]),
        ("They met the Prime Minister and President [Bo Diaz](PERSON).", "Bo Diaz", ["President"]),
    ],
)
def test_offices_that_one_person_holds_are_joined(text: str, name: str, held: list[str]) -> None:
    assert [t.text for t in people(text)[0][name].titles] == held


def test_the_governor_of_a_place_named_after_a_country_is_not_of_that_country() -> None:
    (person,) = people("New Ireland Governor [Bo Diaz](PERSON) left.")[0].values()
    assert person.countries == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[Orbán Viktor](PERSON) won. [Viktor Orbán](PERSON) spoke.", 1),
        ("[James Thomas](PERSON) met [Thomas James](PERSON).", 2),
        ("[Aung San Suu Kyi](PERSON) is held, [Suu Kyi](PERSON)'s son [Kim Aris](PERSON) said.", 2),
        ("[Luis Díaz](PERSON)'s father [Luis Manuel Díaz](PERSON) was freed.", 2),
    ],
)
def test_a_name_in_another_order_or_said_with_a_relative_of_another_name_is_its_bearers(text: str, count: int) -> None:
    assert len(people(text)[0]) == count


def test_a_style_stands_between_an_office_and_a_name() -> None:
    (person,) = people("A former Minister of Aviation, Chief [Femi Rua](PERSON) (SAN), left.")[0].values()
    assert [(t.text, t.status) for t in person.titles] == [("Chief", "current"), ("Minister of Aviation", "former")]
    (person,) = people("He met the minister of aviation, Mayor [Femi Rua](PERSON), too.")[0].values()
    assert [t.text for t in person.titles] == ["Mayor"]


def test_a_deputy_of_something_that_is_no_title_is_no_legislator() -> None:
    (person,) = people("[Joe Roe](PERSON), deputy gardener of the park, left.")[0].values()
    assert not person.titles


@pytest.mark.parametrize(
    "text",
    [
        "The father of the striker [Luis Díaz](PERSON) was freed. [Luis Manuel Díaz](PERSON) had been held for days.",
        "[Luis Díaz](PERSON)'s father was freed. [Luis Manuel Díaz](PERSON) had been held for days.",
        "[Omar Bakri](PERSON) was there. His son, [Omar Khalil Bakri](PERSON), was not.",
    ],
)
def test_a_middle_name_tells_relatives_apart(text: str) -> None:
    assert len(people(text)[0]) == 2


def test_a_middle_name_that_is_said_once_makes_no_second_person() -> None:
    assert len(people("[Luis Manuel Díaz](PERSON) was freed. The police said [Luis Díaz](PERSON) was well.")[0]) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The US won. The US lost. [Melbourne](GPE) hosts the Australian Open.", "AU"),
        ("The US and the US and the US met. [Melbourne](GPE) waited.", "AU"),
        ("Sheriffs in Texas, Ohio and Utah told the FBI. The Senate heard it in [Manchester](GPE), as Iowa and the US had.", "US"),
    ],
)
def test_a_city_is_its_biggest_namesake_unless_the_article_speaks_much_of_another_country(text: str, code: str) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [h.code for h in hits if h.place and h.place[1] == "city"] == [code]


def test_tbilisi_outweighs_washington_when_georgia_is_named() -> None:
    v = view("Washington froze the aid, the US said. Georgia applied to the EU after Russia invaded, and Tbilisi waited.")
    marked = mark(v.flat, [], [])
    hits, unresolved = resolve_places(v, marked.listed, marked.places, [])
    assert (unresolved, [h.code for h in hits if v.flat.startswith("Georgia", h.span.start)]) == ([], ["GE"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in [Barrancas, La Guajira](GPE), near Venezuela.", [("Barrancas", "CO"), ("La Guajira", "CO")]),
        ("Camps in [Cox's Bazar](GPE) were flooded.", [("Cox's Bazar", "BD")]),
    ],
)
def test_places_after_one_another_are_two_and_the_second_places_the_first(text: str, found: list[tuple[str, str]]) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [(h.place[0], h.code) for h in hits if h.place] == found


def test_a_titled_name_ends_with_its_line() -> None:
    assert list(people("Dr T. O. Bello\nVictoria Island")[0]) == ["T. O. Bello"]


def test_of_two_bearers_the_one_spelled_so_is_meant() -> None:
    found, unresolved = people("[Traore](PERSON) names a premier. [Ibrahim Traore](PERSON) met [Jean Traoré](PERSON). [Traoré](PERSON) left.")
    assert ({n: [m.text for m in p.mentions] for n, p in found.items()}, unresolved) == (
        {"Ibrahim Traore": ["Traore", "Ibrahim Traore"], "Jean Traoré": ["Jean Traoré", "Traoré"]},
        [],
    )


def test_an_acronym_before_its_long_form_is_the_same_body() -> None:
    v, spans = tagged(
        "[IFC](ORG) launches a bond. The [International Finance Corporation](ORG) said so. [NTT](ORG) of [Nippon Telegraph Telephone Corp.](ORG) left."
    )
    marked = mark(v.flat, spans, [])
    assert [len(o.mentions) for o in collect_organizations(v, marked.orgs, [])] == [2, 2]


def test_a_name_that_somebody_is_known_by_is_theirs_from_there_on() -> None:
    found, _ = people(
        "[Andrés López Obrador](PERSON) won. [López Obrador](PERSON), known as [AMLO](PERSON), spoke. [AMLO](PERSON) left. [Ann Lee](PERSON) stayed."
    )
    assert {n: len(p.mentions) for n, p in found.items()} == {"Andrés López Obrador": 4, "Ann Lee": 1}
    assert len(people("[Igor Girkin](PERSON) (aka [Strelkov](PERSON)) left. [Strelkov](PERSON) lost.")[0]) == 1
    assert len(people("[Zoe Hart](PERSON) (née [Pugh](PERSON)) won. [Pugh](PERSON) left.")[0]) == 1
    assert len(people("[Zoe](PERSON) (née [Pugh](PERSON)) won.")[0]) == 1
    assert len(people("[Fred Doe](PERSON), also known as [Frederick Sines](PERSON), left. [Sines](PERSON) lost.")[0]) == 1


def test_a_full_name_that_somebody_is_known_by_is_theirs_wherever_it_stands() -> None:
    found, unresolved = people(
        "[Hero Roy](PERSON) sings. [Sumit Kumar Roy](PERSON)'s (mostly known as [Hero Roy](PERSON)) song is new. [Hero Roy](PERSON) won."
    )
    assert ({n: len(p.mentions) for n, p in found.items()}, unresolved) == ({"Sumit Kumar Roy": 4}, [])


def test_congress_is_a_party_where_no_parliament_is_called_so() -> None:
    for owner, name, kind in (("Indian", "Indian National Congress", "party"), ("Peruvian", "Congress of Peru", "government")):
        v, spans = tagged(f"The {owner} [Congress](ORG) won.")
        (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [])
        assert (body.name, body.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru's [Congress](ORG) voted. [Congress](ORG) left.", "Congress of Peru", ["PE"]),
        ("The [Kenyan Senate](ORG) voted. The [Senate](ORG) left.", "Senate of Kenya", ["KE"]),
        ("The American [Senate](ORG) voted. The [Senate](ORG) left.", "U.S. Senate", ["US"]),
    ],
)
def test_a_parliament_takes_the_country_that_is_said_with_it(text: str, name: str, country: list[str]) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    (body,) = collect_organizations(v, marked.orgs, [])
    assert (body.name, body.countries, body.kind, len(body.mentions)) == (name, country, "government", 2)


def test_two_countries_parliaments_of_one_name_stay_two() -> None:
    v, spans = tagged("The Ghanaian [Parliament](ORG) met. The Kenyan [Parliament](ORG) did not. [Parliament](ORG) left.")
    marked = mark(v.flat, spans, [])
    assert [o.name for o in collect_organizations(v, marked.orgs, [])] == ["Parliament of Ghana", "Parliament of Kenya", "Parliament"]


@pytest.mark.parametrize(
    ("codes", "name", "owners"),
    [
        (["NG"], "House of Representatives of Nigeria", ["NG"]),
        (["NG", "GH"], "House of Representatives of Nigeria", ["NG"]),  # Ghana has none of this name
        (["GH", "KE", "NG"], "House of Representatives", []),
        (["NG", "JP"], "House of Representatives", []),
        (["US", "GH"], "U.S. House of Representatives", ["US"]),
        ([], "U.S. House of Representatives", ["US"]),
    ],
)
def test_a_house_that_many_countries_have_is_american_only_where_america_is_spoken_of(codes: list[str], name: str, owners: list[str]) -> None:
    v, spans = tagged("The [House of Representatives](ORG) voted on it.")
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)
    assert (body.name, body.kind, list(body.countries)) == (name, "government", owners)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ukraine's Foreign Ministry wrote to Russia and Poland. The Foreign Ministry waits.", ["Ministry of Foreign Affairs of Ukraine"]),
        ("The Foreign Ministry waits for Ukraine's Foreign Ministry.", ["Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Ukraine"]),
        ("Kenya's Foreign Ministry wrote to Russia. The Foreign Ministry waits.", ["Ministry of Foreign Affairs of Kenya", "Ministry of Foreign Affairs"]),
        (
            "Russia's Foreign Ministry wrote. The Foreign Office waits.",
            ["Ministry of Foreign Affairs of Russia", "Ministry of Foreign Affairs of the United Kingdom"],
        ),
        ("The National Assembly met. The Assembly voted.", ["National Assembly"]),
        ("Kuwait's National Assembly met. The [Assembly](ORG) voted.", ["National Assembly of Kuwait"]),
        ("Russia's General Staff spoke. The General Staff of the Armed Forces of Ukraine wrote.", ["General Staff of Russia", "General Staff of Ukraine"]),
        ("The General Staff of the Ukrainian Armed Forces wrote.", ["General Staff of Ukraine", "Ukrainian Armed Forces"]),
        ("Ukraine's Armed Forces and the Armed Forces of Ukraine won. Kenya's armed forces left.", ["Ukrainian Armed Forces"]),
    ],
)
def test_an_authority_without_its_country_is_that_of_the_country_that_owned_it_before(text: str, names: list[str]) -> None:
    v, spans = tagged(text)
    made = mark(v.flat, spans, [])
    assert [o.name for o in collect_organizations(v, made.orgs, [], ["UA", "RU", "GB", "KW"])] == names


def test_a_national_assembly_is_that_of_the_only_country_said_most_that_has_one() -> None:
    def names(codes: list[str]) -> list[str]:
        v, spans = tagged("The National Assembly voted.")
        return [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)]

    assert names(["US"]) == names(["DE", "US", "KR"]) == names(["KR", "VN"]) == ["National Assembly"]
    assert names(["US", "KR"]) == ["National Assembly of South Korea"]


@pytest.mark.parametrize(("house", "code", "owners"), [("Congress", "UA", []), ("Congress", "PE", ["PE"]), ("Senate", "HU", []), ("Parliament", "HU", ["HU"])])
def test_a_country_is_given_no_house_that_it_does_not_have(house: str, code: str, owners: list[str]) -> None:
    v, spans = tagged(f"The [{house}](ORG) voted on it.")
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [], [code])
    assert list(body.countries) == owners


def test_a_body_in_capitals_is_written_otherwise_and_has_its_country() -> None:
    (body,) = orgs("The [HIGH COUNCIL OF KENYA](ORG) said so.").values()
    assert (body.name, list(body.countries)) == ("High Council of Kenya", ["KE"])


@pytest.mark.parametrize(("rest", "owners"), [("The governor agreed.", []), ("The president agreed in Washington.", ["US"])])
def test_the_senate_of_a_state_is_not_that_of_the_country(rest: str, owners: list[str]) -> None:
    v, spans = tagged(f"The [Senate](ORG) voted on it. {rest}")
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [], ["US"])
    assert list(body.countries) == owners


def test_a_newspaper_with_a_name_that_many_have_is_of_the_country_spoken_of_or_of_none() -> None:
    v, spans = tagged("[The Herald](ORG) said so.")
    orgs = mark(v.flat, spans, []).orgs
    assert [list(collect_organizations(v, orgs, [], codes)[0].countries) for codes in ({"ZW"}, {"GB", "ZW"})] == [[], ["GB"]]


def test_the_nickname_of_a_team_is_that_of_a_country_spoken_of_or_nobodys() -> None:
    v, spans = tagged("The [Sharks](ORG), the [Rangers](ORG) and the [Dodgers](ORG) lost.")
    found = mark(v.flat, spans, []).orgs
    named = [[o.name for o in collect_organizations(v, found, [], codes)] for codes in ({"ZA"}, {"US"}, ())]
    assert named == [["Natal Sharks", "Rangers", "Dodgers"], ["San Jose Sharks", "Rangers", "Los Angeles Dodgers"], ["Sharks", "Rangers", "Dodgers"]]


def test_an_acronym_that_is_not_sure_is_nobodys_where_other_countries_are_spoken_of() -> None:
    v, spans = tagged("The [EPA](ORG) and [ICI](ORG) said so.")
    found = mark(v.flat, spans, []).orgs
    named = [[list(o.countries) for o in collect_organizations(v, found, [], codes)] for codes in ({"GY"}, {"GB", "US"}, {"FJ"})]
    assert named == [[["GY"], []], [["US"], ["GB"]], [["US"], []]]


def test_an_acronym_of_a_party_is_that_of_a_country_spoken_of() -> None:
    v, spans = tagged("The [DPP](ORG) said so.")
    orgs = mark(v.flat, spans, []).orgs
    assert [list(collect_organizations(v, orgs, [], codes)[0].countries) for codes in ({"MW"}, {"GH"}, {"TW", "US"}, ())] == [["MW"], [], ["TW"], ["TW"]]
    v, spans = tagged("The [Democratic Party](ORG) and the [African National Congress](ORG) said so.")
    found = collect_organizations(v, mark(v.flat, spans, []).orgs, [], {"AL"})
    assert [list(o.countries) for o in found] == [[], ["ZA"]]


@pytest.mark.parametrize(
    ("text", "name", "owners"),
    [
        ("Uganda's Court of Appeal said so.", "Court of Appeal of Uganda", ["UG"]),
        ("The Kenyan High Court said so.", "High Court of Kenya", ["KE"]),
        ("Egypt's general prosecutor's office said so.", "Prosecutor General's Office of Egypt", ["EG"]),
        ("The [Harbour High Court](ORG) said so.", "Harbour High Court", []),
        ("Finland's [Border Guard](ORG) said so.", "Border Guard", ["FI"]),
        ("Zambia's [Anti-Corruption Commission](ORG) said so.", "Anti-Corruption Commission", ["ZM"]),
        ("The [Anti-Corruption Commission](ORG) of Dhaka said so.", "Anti-Corruption Commission", ["BD"]),
        ("The [Embassy of Japan](ORG) said so.", "Embassy of Japan", ["JP"]),
    ],
)
def test_a_body_has_the_country_that_owns_it_in_the_sentence(text: str, name: str, owners: list[str]) -> None:
    assert {n: list(o.countries) for n, o in orgs(text).items()} == {name: owners}


@pytest.mark.parametrize(
    ("name", "codes", "owners"),
    [
        ("Seoul Central District Court", [], ["KR"]),
        ("Ikeja High Court", ["NG"], ["NG"]),
        ("Ikeja High Court", [], []),
        ("Constitutional Council", ["FR"], ["FR"]),
        ("Constitutional Council", ["GA"], []),
    ],
)
def test_an_authority_is_of_the_country_of_its_city_and_a_common_name_of_one_spoken_of(name: str, codes: list[str], owners: list[str]) -> None:
    v, spans = tagged(f"The [{name}](ORG) said so.")
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)
    assert (body.name, list(body.countries)) == (name, owners)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Members of the [Rosko](ORG) militia fled.", "armed-group"),
        ("[Rosko](ORG), a London-based charity, said so.", "ngo"),
        ("[Rosko](ORG), one of the largest retailers, closed.", "company"),
        ("He left the airline [Rosko](ORG).", "company"),
        ("[Rosko](ORG) said so. They joined the [Rosko](ORG) party.", "party"),
        ("[Rosko](ORG), as a charity knows, is here.", "other"),
        ("[Rosko](ORG) news channel said so.", "media"),
        ("[Rosko](ORG) partygoers left a company.", "other"),
    ],
)
def test_a_body_is_of_the_kind_that_the_words_beside_it_say(text: str, kind: str) -> None:
    assert [o.kind for o in orgs(text).values()] == [kind]


@pytest.mark.parametrize(("codes", "name"), [({"PK"}, "Pakistan Peoples Party"), ({"GY"}, "People's Progressive Party"), ({"KR", "JP"}, "People Power Party")])
def test_an_acronym_that_parties_share_is_that_of_a_country_spoken_of(codes: set[str], name: str) -> None:
    v, spans = tagged("The [PPP](ORG) said so.")
    assert [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)] == [name]


def test_a_short_form_in_brackets_is_its_bearers_alone() -> None:
    found, _ = people("Mayor [Balendra Shah](PERSON) ([Balen](PERSON)) spoke. [Balen](PERSON) left, as [Ann Rua](PERSON) ([Petrov](PERSON)) did.")
    assert {n: [m.text for m in p.mentions] for n, p in found.items()} == {
        "Balendra Shah": ["Balendra Shah", "Balen", "Balen"],
        "Ann Rua": ["Ann Rua"],
        "Petrov": ["Petrov"],
    }


def test_a_newspaper_called_by_a_common_word_is_one_where_somebody_tells_it_something() -> None:
    found = orgs("He told the Nation that the star of the nation was a mirror; others told The Mirror Group.")
    assert {n: (o.kind, [m.text for m in o.mentions]) for n, o in found.items()} == {"The Nation": ("media", ["Nation"])}


@pytest.mark.parametrize(("name", "kind"), [("Bank of Mongolia", "government"), ("Bank of India", "company"), ("Bank of Harbour", "company")])
def test_the_bank_of_a_country_is_its_central_bank_unless_it_is_listed(name: str, kind: str) -> None:
    assert orgs(f"The [{name}](ORG) said so.")[name].kind == kind


@pytest.mark.parametrize(("name", "owners"), [("Reserve Bank of Kenya", ["KE"]), ("Association of the Gambia", ["GM"]), ("Friends of Syria", [])])
def test_a_body_of_a_country_is_its(name: str, owners: list[str]) -> None:
    v, spans = tagged(f"The [{name}](ORG) said so.")
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [])
    assert (body.name, list(body.countries)) == (name, owners)


def test_a_surname_is_not_the_writers_when_another_bears_it() -> None:
    found, unresolved = people(
        "Ports of the coast\nBy [Fareed Shah](PERSON)\nThey are quiet, [Amit Shah](PERSON) said on Monday. The minister [Shah](PERSON) told them so."
    )
    assert unresolved == []
    assert [m.text for m in found["Amit Shah"].mentions] == ["Amit Shah", "Shah"]


def test_a_state_by_its_newspaper_abbreviation_is_a_region_of_the_us() -> None:
    v, spans = tagged("Boeing, based in [Arlington, Va.](GPE), rose.")
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [(h.place, h.code) for h in hits] == [(("Arlington", "city"), "US"), (("Virginia", "region"), "US")]


def test_a_legal_form_before_a_name_makes_it_a_company_of_the_same_name() -> None:
    v, spans = tagged("[AVTOVAZ](ORG) sells. Shareholders of [OAO Avtovaz](GPE) met.")
    marked = mark(v.flat, spans, [])
    assert [len(o.mentions) for o in collect_organizations(v, marked.orgs, [])] == [2]


@pytest.mark.parametrize(
    ("text", "how"), [("The pro-Beijing camp won.", "metonym"), ("A Beijing-backed bill fell.", "metonym"), ("A Beijing-based firm fell.", "place")]
)
def test_who_is_for_or_behind_something_is_a_government(text: str, how: str) -> None:
    v = view(text)
    hits, _ = resolve_places(v, mark(v.flat, [], []).listed, [], [])
    assert [h.how for h in hits] == [how]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The Governor of [Lagos State](GPE) spoke.", "Lagos State", "NG"),
        ("The [City of Winnipeg](GPE) voted.", "City of Winnipeg", "CA"),
        ("[Liverpool](GPE) and [Leeds](GPE) beat [Norwich](GPE).", "Norwich", "GB"),
        ("They fell ill in [Salisbury](GPE), the English city.", "Salisbury", "GB"),
        ("The army took [Douma](GPE) in April.", "Douma", "SY"),
        ("The titles are in [Barcelona](GPE).", "Barcelona", "ES"),
        ("They met in [Cartagena](GPE).", "Cartagena", None),
        ("They met in [Gedo](GPE).", "Gedo", "SO"),  # a region, and a small town elsewhere
        ("They met in [Kasai](GPE).", "Kasai", None),
        ("Congo's army came to [Kasai](GPE). Kinshasa is far.", "Kasai", "CD"),
    ],
)
def test_a_place_is_found_by_its_kind_and_by_the_places_around_it(text: str, name: str, code: str | None) -> None:
    v, spans = tagged(text)
    hits, _ = resolve_places(v, mark(v.flat, [], []).listed, spans, [])
    assert [h.code for h in hits if h.place and h.place[0] == name] == [code]


def test_a_body_in_a_capital_is_that_countrys() -> None:
    v = view("The Interior Ministry in Rabat and the Foreign Ministry in Paris said so.")
    marked = mark(v.flat, [], [])
    assert [o.name for o in collect_organizations(v, marked.orgs, [])] == ["Ministry of the Interior of Morocco", "Ministry of Foreign Affairs of France"]


def test_one_body_has_one_row_and_a_ministry_by_one_countrys_word_is_that_countrys() -> None:
    found = orgs(
        "The [U.N. Office for the Coordination of Humanitarian Affairs](ORG), known as [OCHA](ORG), spoke. The [United States Navy](ORG) and the "
        "[U.S. Navy](ORG) sailed."
    )
    assert {n: len(o.mentions) for n, o in found.items()} == {"United Nations Office for the Coordination of Humanitarian Affairs": 2, "U.S. Navy": 2}
    for text, codes, name in (
        ("The Foreign Office said so.", ["GB", "CN"], "Ministry of Foreign Affairs of the United Kingdom"),
        ("The Foreign Office said so.", ["PK", "CN"], "Ministry of Foreign Affairs"),
        ("[Labour Party](ORG) rule ended.", ["NZ"], "New Zealand Labour Party"),
        ("The [National Party](ORG) leads.", ["FR"], "National Party"),
        ("The [National Party](ORG) leads.", ["HN"], "National Party of Honduras"),
        ("The [National Party](ORG) leads.", ["NZ", "AU"], "New Zealand National Party"),
        ("The [BNP](ORG) met.", ["BD", "GB"], "Bangladesh Nationalist Party"),
        ("The [BNP](ORG) met.", ["GB", "BD"], "British National Party"),
    ):
        v, spans = tagged(text)
        assert [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)] == [name]


def test_the_acronym_of_a_ministry_with_its_owner_is_that_ministry() -> None:
    found = orgs("Brunei's Ministry of Religious Affairs ([MoRA](ORG)) met. [MoRA](ORG) works.")
    assert {n: len(o.mentions) for n, o in found.items()} == {"Ministry of Religious Affairs of Brunei": 3}


def test_a_weak_acronym_is_the_body_of_the_article_before_any_listed_one() -> None:
    found = orgs("Aid came through the Japanese [Financial Services Agency](ORG). The [FSA](ORG) said so in Japan.")
    assert {n: len(o.mentions) for n, o in found.items()} == {"Financial Services Agency": 2}
    assert [*orgs("The [FSA](ORG) fought near Aleppo in Syria.")] == ["Free Syrian Army"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The [Zanzibar Electoral Commission](ORG) met. [ZEC](ORG) left.", {"Zanzibar Electoral Commission": ["TZ"]}),
        ("The [Zanzibar Electoral Commission](ORG) ([ZEC](ORG)) met.", {"Zanzibar Electoral Commission": ["TZ"]}),
        ("The [Southern Democratic Party](ORG) met. The [SDP](ORG) left.", {"Southern Democratic Party": []}),
        ("The [Orlan Liberation Army](ORG) fought. The [OLA](ORG) left.", {"Orlan Liberation Army": []}),
        ("The [OLA](ORG) left. The [Oromia Liberation Army](ORG) fought.", {"Oromo Liberation Army": ["ET"]}),
        ("[Taiwan Semiconductor Manufacturing Co](ORG) ([TSMC](ORG)) met.", {"TSMC": ["TW"]}),
    ],
)
def test_an_acronym_is_the_body_of_those_initials_that_the_article_names(text: str, found: dict[str, list[str]]) -> None:
    assert {n: list(o.countries) for n, o in orgs(text).items()} == found


def test_a_mauritian_spelling_of_a_mauritian_party_is_that_party() -> None:
    v, spans = tagged("The [Mauritian Socialist Movement](ORG) ([MSM](ORG)) met.")
    found = [collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)[0].name for codes in ({"MU"}, {"KE"})]
    assert found == ["Militant Socialist Movement", "Mauritian Socialist Movement"]


def test_co_operation_is_one_word_and_no_company(read) -> None:
    found = read("The Centre for Co-operation met on Monday. The Organisation of Islamic Co-operation left.").organizations
    assert [(o.name, o.kind) for o in found] == [("Centre for Co-operation", "ngo"), ("Organization of Islamic Cooperation", "intergovernmental")]


def test_the_acronym_of_an_authority_is_that_authority() -> None:
    (body,) = orgs("The Kenya Electoral Commission ([KEC](ORG)) met. [KEC](ORG) left.").values()
    assert (body.name, [m.text for m in body.mentions]) == ("Electoral Commission of Kenya", ["Kenya Electoral Commission", "KEC", "KEC"])


def test_a_short_form_in_brackets_is_no_acronym() -> None:
    v, spans = tagged("[Beh Joule Pars Trading Company](ORG) ([Beh Joule Pars](ORG)) paid. [Beh Joule Pars](ORG) was listed.")
    marked = mark(v.flat, spans, [])
    (body,) = collect_organizations(v, marked.orgs, [])
    assert (body.name, body.acronym, len(body.mentions)) == ("Beh Joule Pars Trading Company", None, 3)


@pytest.mark.parametrize("piece", ["2023-W53é", "O'", "A-", "Dr. ", "  \t"])
def test_bodies_are_searched_in_one_pass_of_a_page_of_one_piece(piece: str) -> None:
    find_bodies(piece * 100)
    small, large = seconds(lambda: find_bodies(piece * 1_000)), seconds(lambda: find_bodies(piece * 8_000))
    assert large < small * 8 * 4 + 1


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Cards were used in [Athens](GPE), [Clanton](GPE) and [Prattville](GPE) in Alabama.", "Athens", "US"),
        ("Cards were used in [Athens](GPE), [Clanton](GPE) and [Prattville](GPE) in Alabama.", "Clanton", "US"),
        ("They went to [Cologne](GPE), [Athens](GPE) and [Bonn](GPE) in Germany.", "Athens", "GR"),
    ],
)
def test_a_list_of_places_lies_where_it_ends_unless_one_cannot(text: str, name: str, code: str) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [h.code for h in hits if h.place and h.place[0] == name] == [code]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A judge closed [L.A.](ORG) schools.", "Los Angeles", "city"),
        ("NYC slept.", "New York City", "city"),
        ("An N.J. man fled.", "New Jersey", "region"),
        ("He fled Newark, [NJ](GPE).", "New Jersey", "region"),
        ("A [Md.](GPE) man fled.", "Maryland", "region"),
    ],
)
def test_what_a_city_or_state_is_called_in_short_is_the_place_whatever_the_model_reads(text: str, name: str, kind: str) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [(h.code, h.place) for h in hits] == [("US", (name, kind))]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("A joint drill with Tokyo ended.", ["metonym"]),
        ("He said that Moscow and New Delhi agree.", ["metonym", "metonym"]),
        ("He said that in Moscow and New Delhi it rained.", ["place", "place"]),
        ("It has leverage with both Tehran and Washington.", ["metonym", "metonym"]),
        ("A railway links Kunming with Vientiane.", ["place"]),
        ("It sent a signal to Tehran.", ["metonym"]),
        ("Washington and its allies agreed.", ["metonym"]),
        ("Dhaka may see rain.", ["place"]),
        ("Dhaka may agree.", ["metonym"]),
        ("It came of Moscow's desire to act.", ["metonym"]),
    ],
)
def test_the_other_party_is_a_government(text: str, how: list[str]) -> None:
    v = view(text)
    hits, _ = resolve_places(v, mark(v.flat, [], []).listed, [], [])
    assert [h.how for h in hits] == how


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Seoul said Korea agreed. KOREA WINS.", ["KR", "KR", "KR"]),
        ("Pyongyang said the war in Korea was long.", ["KP", None]),
        ("He fought in Korea. Ships left Korea Bay.", [None, None]),
        ("CONGO WINS in Kinshasa.", ["CD", "CD"]),
    ],
)
def test_korea_alone_is_the_south_where_the_article_speaks_of_it_else_a_region(text: str, codes: list[str | None]) -> None:
    v = view(text)
    hits, unresolved = resolve_places(v, mark(v.flat, [], []).listed, [], [])
    assert ([h.code for h in hits], unresolved) == (codes, [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("North Korea told South Korea that the South would pay. The North's army left.", ["KP", "KR", "KR", "KP"]),
        ("North Korea fired at South Korea from the north. Snow fell in the South of France.", ["KP", "KR", "FR"]),
        ("North Korea tested a missile. Snow fell in the South.", ["KP"]),
    ],
)
def test_the_north_and_the_south_are_korea_where_both_are_spoken_of(text: str, codes: list[str]) -> None:
    v = view(text)
    hits, _ = resolve_places(v, mark(v.flat, [], []).listed, [], [])
    assert [h.code for h in hits] == codes


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[Ann Lederer](PERSON), attorney for the National Lawyers Guild, agreed.", "attorney"),
        ("[Nigel Stone](PERSON), head of financial reporting at the institute, left.", "head of financial reporting"),
        ("[Max Hill](PERSON), the director of public prosecutions, rose.", "director of public prosecutions"),
        ("Head of news [Paul Grant](PERSON) is out.", "Head of news"),
        ("[Tom Ray](PERSON), owner of a landscaping firm, left.", "owner"),
        ("[Jim Poe](PERSON), member of parliament for Leeds, spoke.", "member of parliament"),
    ],
)
def test_a_title_is_whole_and_takes_no_part_of_a_bodys_name(text: str, title: str) -> None:
    found, _ = people(text)
    ((held,),) = [[t.text for t in p.titles] for p in found.values()]
    assert held == title


def test_a_surname_among_surnames_is_no_title() -> None:
    found, _ = people("It included [Zimmer](PERSON), King, and [Cortines](PERSON). [Earl Paysinger](PERSON) left, and [Paysinger](PERSON) slept.")
    assert {n: [t.text for t in p.titles] for n, p in found.items()} == {"Zimmer": [], "Cortines": [], "Earl Paysinger": []}


def test_somebody_elected_is_called_by_the_name_alone() -> None:
    found, _ = people("[President-elect Trump](PERSON) named two. [Trump](PERSON) left.")
    assert [(p.name, [(t.text, t.status) for t in p.titles], len(p.mentions)) for p in found.values()] == [("Trump", [("President-elect", "elect")], 2)]


def test_the_president_is_not_the_first_lady() -> None:
    found, _ = people("[Michelle Obama](PERSON) spoke. The first lady praised President [Obama](PERSON). Then President [Obama](PERSON) came.")
    assert {n: [t.text for t in p.titles] for n, p in found.items()} == {"Michelle Obama": [], "Obama": ["President"]}
    found, _ = people("[Dina Boluarte](PERSON) spoke. Her aides praised President [Boluarte](PERSON).")
    assert [*found] == ["Dina Boluarte"]


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("[Clinton Cancels](PERSON) Joint Events\n\n[Hillary Clinton](PERSON) has canceled events. [Clinton](PERSON) left.", ["Hillary Clinton"]),
        ("Icahn To [Advise Trump](PERSON)\n\nHe will advise [Donald Trump](PERSON).", ["Donald Trump"]),
        ("[Grace Mugabe](PERSON) Wins\n\nWith grace, [Robert Mugabe](PERSON) left.", ["Grace Mugabe", "Robert Mugabe"]),
        ("[Rose Banks](PERSON) Wins Race\n\nThe banks cheered. [Rose Banks](PERSON) and [Ann Rose](PERSON) ran.", ["Rose Banks", "Ann Rose"]),
    ],
)
def test_a_verb_that_the_article_says_is_no_half_of_a_name_in_its_title(text: str, names_: list[str]) -> None:
    assert [*people(text)[0]] == names_


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The Oklahoma Supreme Court ruled.", "Oklahoma Supreme Court", ["US"]),
        ("The Union Ministry of Culture met.", "Ministry of Culture", []),
        ("Japan's central bank and the Bank of Japan are one.", "Bank of Japan", ["JP"]),
        ("America's high court sat.", "Supreme Court of the United States", ["US"]),
        ("Kenya's central bank cut rates.", "Central Bank of Kenya", ["KE"]),
    ],
)
def test_a_body_is_called_by_its_own_name_and_is_of_its_own_place(text: str, name: str, code: list[str]) -> None:
    v = view(text)
    assert [(o.name, o.countries) for o in collect_organizations(v, mark(v.flat, [], []).orgs, [])] == [(name, code)]


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("Their law firm, [Morgan](ORG), [Lewis & Bockius](PERSON), sent it.", ["Morgan, Lewis & Bockius"]),
        ("[Skadden](ORG), Arps, Slate, Meagher & [Flom LLP](ORG) advised.", ["Skadden, Arps, Slate, Meagher & Flom LLP"]),
        ("The firms [Google](ORG), [Johnson & Johnson](ORG) and [Shell](ORG) paid.", ["Google", "Johnson & Johnson", "Shell"]),
        ("A [Democratic FCC](ORG) commissioner left the [FCC](ORG).", ["Federal Communications Commission"]),
    ],
)
def test_a_firm_is_whole_and_an_agency_has_no_party(text: str, names_: list[str]) -> None:
    assert [*orgs(text)] == names_


def test_an_airline_can_be_called_by_its_adjective_where_it_speaks() -> None:
    text = 'It hurt American Airlines. "We work on it," American said in a statement. American lawmakers met. An American said so.'
    assert ({n: len(o.mentions) for n, o in orgs(text).items()}, countries(text)) == ({"American Airlines": 2}, {"US": ["demonym", "demonym"]})


def test_the_islamic_republic_is_the_one_that_is_spoken_of() -> None:
    assert countries("Iran's president spoke. The Islamic Republic will wait.") == {"IR": ["name", "name"]}
    assert countries("They left Nouakchott. The Islamic Republic will wait.") == {"MR": ["place", "name"]}
    assert countries("The Islamic Republic will wait.") == {}


def test_three_letters_are_the_one_who_has_them() -> None:
    found, _ = people("[Franklin Roosevelt](PERSON) signed it. The grandson of [FDR](PERSON) spoke.")
    assert {n: len(p.mentions) for n, p in found.items()} == {"Franklin Roosevelt": 2}
    found, _ = people("[Franklin Roosevelt](PERSON) and [Fay Ross](PERSON) met. [FDR](PERSON) spoke.")
    assert [*found] == ["Franklin Roosevelt", "Fay Ross", "FDR"]


def test_the_president_is_not_the_daughter_whom_the_article_names() -> None:
    text = """[Haley](PERSON) to Resign as [Trump](PERSON)'s Envoy

President [Trump](PERSON)'s envoy left. [Nikki Haley](PERSON) had been a critic of Mr. [Trump](PERSON). His daughter [Ivanka Trump](PERSON) would be
incredible, he said. She is allied with Ms. [Trump](PERSON). [Jared Kushner](PERSON) smiled.
"""
    found, unresolved = people(text)
    assert ({n: len(p.mentions) for n, p in found.items()}, unresolved) == ({"Nikki Haley": 2, "Trump": 3, "Ivanka Trump": 2, "Jared Kushner": 1}, [])
    found, _ = people("His son [Bashar al-Assad](PERSON) took over. President [Assad](PERSON) stayed.")
    assert {n: len(p.mentions) for n, p in found.items()} == {"Bashar al-Assad": 2}


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("[Hillary Clinton](PERSON) spoke. Mr. [Clinton](PERSON) was silent.", ["Hillary Clinton", "Clinton"]),
        ("[Barack Obama](PERSON) spoke. Mr. [Obama](PERSON) left.", ["Barack Obama"]),
        ("[Kim Novak](PERSON) spoke. Mr. [Novak](PERSON) left.", ["Kim Novak"]),
    ],
)
def test_mr_is_no_woman_and_a_name_of_both_sexes_can_be_either(text: str, names_: list[str]) -> None:
    assert [*people(text)[0]] == names_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Files expose [Julian Assange -- Sott.net](PERSON)", "Julian Assange"),
        ("[David Morales CEO](PERSON) signed it.", "David Morales"),
        ("[Richard](PERSON) ([R.J.](GPE)) [Eskow](GPE) wrote it.", "Richard (R.J.) Eskow"),
    ],
)
def test_a_name_ends_before_the_site_and_the_office_and_goes_on_after_initials_in_brackets(text: str, name: str) -> None:
    assert [*people(text)[0]] == [name]


def test_a_member_of_a_party_is_no_body_but_of_a_state() -> None:
    assert countries("A [Pennsylvania Republican](ORG) and an [Iowa Democrat](PERSON) said so.") == {"US": ["place", "place"]}


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        (
            "The Amir [Nawaf Al-Ahmad Al-Sabah](PERSON) named [Ahmad Nawaf Al-Ahmad Al-Sabah](PERSON).",
            ["Nawaf Al-Ahmad Al-Sabah", "Ahmad Nawaf Al-Ahmad Al-Sabah"],
        ),
        ("[Laiba Abdul Basit](PERSON) won. Her father [Abdul Basit](PERSON) smiled.", ["Laiba Abdul Basit", "Abdul Basit"]),
        ("[Rubén Remigio Ferro](PERSON) spoke. [Remigio Ferro](PERSON) left.", ["Rubén Remigio Ferro"]),
        ("[Mohammed Nasser Al Wahaibi](PERSON) spoke. [Al Wahaibi](PERSON) left.", ["Mohammed Nasser Al Wahaibi"]),
    ],
)
def test_a_father_whose_name_ends_that_of_his_child_is_another(text: str, names_: list[str]) -> None:
    assert [*people(text)[0]] == names_


@pytest.mark.parametrize(
    ("text", "titles_"),
    [
        ("Since Kelly had come forward, [Roger Ailes](PERSON) was out.", []),
        ("It was the Nigerian president, [Bola Tinubu](PERSON).", ["president"]),
        ("Fox general counsel [Dianne Brandi](PERSON) met her.", ["general counsel"]),
        ("Then [Lady Gaga](PERSON) sang.", []),
    ],
)
def test_a_title_before_a_comma_is_somebodys(text: str, titles_: list[str]) -> None:
    ((name, person),) = people(text)[0].items()
    assert [t.text for t in person.titles] == titles_ and (name != "Gaga")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They thanked the [Institut](ORG) für [Seeverkehr](GPE) and left.", "Institut für Seeverkehr"),
        ("The [Instituto](ORG) Nacional de Estadística y Censos said so.", "Instituto Nacional de Estadística y Censos"),
        ("The [Institut](ORG) in Berlin said so.", "Institut"),
    ],
)
def test_a_foreign_body_goes_on_after_its_head(text: str, name: str) -> None:
    assert [*orgs(text)] == [name]


def test_the_country_of_the_dateline_is_what_news_for_those_at_home_is_about() -> None:
    lead = "DHAKA: The party's leader met the chief adviser on Monday and said that the polls must be held soon, and that she would stand. "
    for text, focus in (
        (lead * 2 + "She had come back from London in May.", {"BD"}),
        ("BRUSSELS — The company was fined on Monday, the commission said, and would appeal to its court. It said so twice. Ireland has a case.", {"IE"}),
        ("DHAKA: India's foreign minister met the chief adviser. " + lead[7:] + "India waits.", {"IN"}),
    ):
        v, spans = tagged(text)
        heads = find_datelines(v.flat, v.sections)
        marked = mark(v.flat, spans, heads)
        found = collect_countries(v, resolve_places(v, marked.listed, marked.places, heads)[0])
        assert {c.code for c in found if c.focus} == focus


def test_a_region_that_countries_share_is_that_of_the_one_spoken_of() -> None:
    assert countries("Pakistan's prime minister went to [Punjab](GPE).") == {"PK": ["name", "place"]}
    assert countries("India and Pakistan share [Punjab](GPE).") == {"IN": ["name"], "PK": ["name"]}
    assert countries("India's army went to [Kashmir](GPE).") == {"IN": ["name"]}


def test_a_team_is_no_people_where_its_city_is_spoken_of() -> None:
    assert countries("The Indians won in Cleveland on Sunday.") == {}
    assert countries("The Indians won in Delhi on Sunday.") == {"IN": ["demonym"]}


def test_a_treaty_is_no_word_of_the_country_where_it_was_signed() -> None:
    v, spans = tagged("The [Oslo](GPE) Accords, the [Paris](GPE) Climate Accord and the [Minsk](GPE) agreements; then [Geneva](GPE) Convention Center.")
    marked = mark(v.flat, spans, [])
    assert [v.flat[s.start : s.end] for s in (*marked.places, *marked.listed)] == ["Geneva"]


def test_names_before_counties_are_places() -> None:
    v, spans = tagged("It serves [Rogers](PERSON), [Craig](PERSON) and [Mayes](GPE) counties.")
    marked = mark(v.flat, spans, [])
    assert ([*marked.people], len(marked.places)) == ([], 3)


def test_a_town_of_a_countrys_name_is_where_it_is_said_to_lie_and_a_direction_is_no_part_of_a_name() -> None:
    assert countries("The tree stands in Liberia, the capital of Guanacaste.") == {"CR": ["place"]}
    assert countries("He lives in Cuba, a town in Missouri.") == {"US": ["place", "place"]}
    assert countries("It rained in [northeastern Jilin province](GPE).") == {"CN": ["place"]}


def test_the_reactor_of_a_town_makes_it_no_person() -> None:
    v, spans = tagged("The [Bushehr](PERSON) plant: fuel for the [Bushehr](PERSON) reactor came. They had put off [Bushehr](PERSON).")
    marked = mark(v.flat, spans, [])
    assert ([*marked.people], len(marked.places)) == ([], 3)


@pytest.mark.parametrize(
    ("text", "mentions_"),
    [
        ("[Michelle King](PERSON) was not told when King first met him. King declined to speak.", 3),
        ("[Michelle King](PERSON) met the King of Sweden. King declined to speak.", 1),
    ],
)
def test_a_surname_that_is_a_title_elsewhere_is_a_surname_where_nobody_has_that_title(text: str, mentions_: int) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    assert len(marked.people) == mentions_


def test_a_pope_is_nobody_whose_middle_name_it_is() -> None:
    found, _ = people("Cardinal [Robert Francis Prevost](PERSON) succeeds Pope [Francis](PERSON), who died in April. [Francis](PERSON) was 88.")
    assert {n: len(p.mentions) for n, p in found.items()} == {"Robert Francis Prevost": 1, "Francis": 2}


def test_a_nickname_in_quotes_is_part_of_the_name_and_stands_for_it() -> None:
    found, _ = people('The leader [Jimmy "Barbecue](PERSON)" [Chérizier](PERSON) spoke. "We are at war," [Barbecue](PERSON) said.')
    assert {n: len(p.mentions) for n, p in found.items()} == {'Jimmy "Barbecue" Chérizier': 2}


def test_a_town_that_an_army_retook_is_nobody() -> None:
    v, spans = tagged("The army retook [Wad Madani](PERSON).")
    assert not mark(v.flat, spans, []).people


def test_he_does_not_choose_between_a_known_man_and_somebody_who_may_be_one() -> None:
    found, _ = people(
        "The father, [Seddique Mateen](PERSON), met reporters. He spoke of his son, [Omar Mateen](PERSON). [Mateen](PERSON) sells insurance. "
        "In a video, [Mateen](PERSON) said he had called on them."
    )
    assert len(found["Omar Mateen"].mentions) == 1


@pytest.mark.parametrize(
    ("text", "titles_"),
    [
        ("Solicitor General [Elizabeth Prelogar](PERSON) spoke. General [Prelogar](PERSON) sat down.", ["Solicitor General"]),
        ("Major General [John Omenda](PERSON) spoke.", ["Major General"]),
        ("[Mohammed Roe](PERSON), Vice President and Prime Minister of the UAE and Ruler of Dubai, ordered it.", ["Vice President"]),
        ("Lt Gen ([Retd](PERSON)) [Jahangir Chowdhury](PERSON) spoke.", ["Lt Gen"]),
        ("Interior CS [Kipchumba Roe](PERSON) spoke.", ["Interior CS"]),
        ("Deputy PM and FM [Ishaq Roe](PERSON) spoke.", ["FM", "Deputy PM"]),
        ("Morton County sheriff [Kyle Roe](PERSON) spoke.", ["sheriff"]),
        ("Montgomery County Executive [Marc Roe](PERSON) spoke.", ["County Executive"]),
    ],
)
def test_a_title_is_whole_and_takes_nothing_of_a_county(text: str, titles_: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert [t.text for t in person.titles] == titles_


@pytest.mark.parametrize(
    "text",
    [
        "He went to guard Queen [Miri](PERSON), the $70 million yacht of a tycoon.",
        "The ferry [Sewol](ORG) sank.",
        "Ann Roe, author of The [Palestine Laboratory](ORG), a book about arms, spoke.",
        'He railed against the cast of "[Hamilton](PERSON)".',
        "She played in the film [Black Panther](ORG).",
        "The National Museum of Fish opens.",
        "The attorney general sued. The [AG](ORG)'s complaint says so.",
    ],
)
def test_ships_works_and_offices_in_short_are_no_names(text: str) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    assert ([*marked.people], [*marked.orgs], [*marked.listed]) == ([], [], [])


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("The song was one that [Apple](ORG) had used; the book [Facebook](ORG) fears, too.", ["Apple", "Facebook"]),
        ("[General Motors](ORG) has a general manager, and [GM](ORG) will keep him.", ["General Motors"]),
        ("[Sheldon Adelson](PERSON) came from [Adelson's Sands](ORG).", ["Sands"]),
        ("The [UC Global company](ORG) files were read.", ["UC Global"]),
        ("He ran the [Donald J. Trump](PERSON) [Foundation](ORG).", ["Donald J. Trump Foundation"]),
        ("He ran the [Donald J.](PERSON) [Trump Foundation](ORG).", ["Donald J. Trump Foundation"]),
        ("It stands at [pic.example.com/EWgDSVvrHO](ORG), said [Verizon CIO](ORG) Ann Roe.", ["Verizon"]),
        ("[Deutsche Bank AG](ORG) and [Toyota Motor Corp.](ORG) fell.", ["Deutsche Bank", "Toyota"]),
        ("[Orient Lines AG](ORG) fell.", ["Orient Lines AG"]),
        (
            "[Unrwa](ORG) and [Asean](ORG) met; [Nice](ORG) did not.",
            ["United Nations Relief and Works Agency", "Association of Southeast Asian Nations", "Nice"],
        ),
        ("[Tencent Holdings](ORG) fell; [Tencent](ORG) rose.", ["Tencent"]),
        ("The [Centre for Strategic and International Studies](ORG) met.", ["Center for Strategic and International Studies"]),
        ("[TODAY NICARAGUA](ORG) ([EFE](ORG)) said so.", ["Today Nicaragua", "EFE"]),
        ("[Diabetes](ORG) is a challenge. Most cases of diabetes are late.", []),
        ("The Orlan Special Growth Zone ([ZEDO](ORG)) opened. [ZEDO](ORG) grew.", []),
        ("The Orlan Rail System ([SRO](ORG)) opened.", ["SRO"]),
        ("The Institute for Rural Technology ([TIR](ORG)) opened.", ["TIR"]),
        ("The High Constitutional Court sat.", ["High Constitutional Court"]),
        ("[Kestrel](ORG) paid; see kestrel.com and @kestrel.", ["Kestrel"]),
        ("The [CRA](ORG) paid.", ["CRA"]),
        ("Soldiers of Breaking the Silence, an NGO of veterans, spoke.", ["Breaking the Silence"]),
    ],
)
def test_a_body_is_what_its_name_says(text: str, names_: list[str]) -> None:
    assert [*orgs(text)] == names_


def test_two_orders_of_words_are_one_department_and_employees_have_no_owner() -> None:
    found = orgs("The [Energy Department](ORG) and the [Department of Energy](ORG) are one in Washington, United States.")
    assert {n: len(o.mentions) for n, o in found.items()} == {"Energy Department": 2}
    assert countries("The [American Federation of Government Employees](ORG) met.") == {}


def test_the_adjective_in_the_name_of_an_event_and_a_language_are_no_country() -> None:
    assert countries("The British Touring Car season and the International Spanish Piano Competition began.") == {}
    assert countries("He speaks in Spanish after a pause.") == {}
    assert countries("The British minister left before the Spanish cup final.") == {"GB": ["demonym"], "ES": ["demonym"]}


def test_a_style_within_the_next_name_is_no_title_of_this_one(read) -> None:
    r = read("Abiy, Somalia's Hassan Sheikh and others met Abiy Ahmed. Prosecutor-General Paulo Gonet was there.")
    assert {p.name: [t.kind for t in p.titles] for p in r.people if p.name in ("Abiy Ahmed", "Paulo Gonet")} == {
        "Abiy Ahmed": [],
        "Paulo Gonet": ["prosecutor"],
    }


def test_a_paper_or_an_office_says_whose_town_it_is(read) -> None:
    assert [c.code for c in read("A man was held in Dunedin on Monday, the Otago Daily Times said.").countries] == ["NZ"]
    assert [c.code for c in read("A man was held in Dunedin on Monday, police said.").countries] == []


def test_a_region_called_by_a_direction_is_that_of_a_country_spoken_of(read) -> None:
    def homes(text: str) -> set[str | None]:
        return {p.country for p in read(text).places if p.name == "South-West"}

    assert "CM" not in homes("Nigeria: it was set up in the six South-West states.")
    assert homes("Cameroon: fighting went on in the South-West region, Cameroon said.") == {"CM"}


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Zambia votes. A chief of Central Province complained in Lusaka.", "ZM"),
        ("A chief of Central Province complained on Friday.", None),
        ("Zambia votes. Chief Nkole of Central Province in Kenya complained.", "KE"),
        ("Zambia votes. A chief in Kenya's Central Province complained in Lusaka.", "KE"),
    ],
)
def test_a_province_called_by_a_direction_is_no_other_countrys(read, text: str, home: str | None) -> None:
    assert [(p.country, p.kind) for p in read(text).places if p.name == "Central Province"] == [(home, "region" if home else "other")]


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Bolivia votes. She hid in the city of Trinidad, police said. Trinidad is calm.", {"BO": 3}),
        ("Bolivia votes. She hid in Trinidad, police said.", {"BO": 1, "TT": 1}),
        ("Bolivia votes. She hid in the city of Trinidad. Trinidadians left Port of Spain.", {"BO": 1, "TT": 3}),
        ("Madagascar is flooded. Roads in Sofia region are cut, and in Sava and Sofia schools.", {"MG": 4}),
        ("Madagascar is flooded. Its envoy is in Sofia, Bulgaria said.", {"MG": 1, "BG": 2}),
    ],
)
def test_a_land_or_capital_called_a_city_or_region_is_the_one_where_the_article_is(read, text: str, homes: dict[str, int]) -> None:
    assert {c.code: len(c.mentions) for c in read(text).countries} == homes


@pytest.mark.parametrize(("text", "codes"), [("The Pan-American Highway is shut.", []), ("The American highway is shut.", ["US"])])
def test_what_is_of_all_americas_is_no_word_of_one_country(read, text: str, codes: list[str]) -> None:
    assert [c.code for c in read(text).countries] == codes


@pytest.mark.parametrize(("land", "name"), [("SV", "Legislative Assembly of El Salvador"), ("CA", "Legislative Assembly")])
def test_a_legislative_assembly_is_a_lands_where_that_has_one(land: str, name: str) -> None:
    v, spans = tagged("The [Legislative Assembly](ORG) met.")
    assert [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], [land])] == [name]


def test_a_town_that_an_adjective_begins_is_no_word_of_that_country(read) -> None:
    assert [c.code for c in read("He left Spanish Town on Monday.").countries] == ["JM"]
    assert [c.code for c in read("He left Spanish Towers on Monday.").countries] == ["ES"]


def test_who_rates_is_a_listed_body(read) -> None:
    assert [o.name for o in read("Bonds rose. Fitch affirmed the rating of Kenya in May.").organizations] == ["Fitch Ratings"]


def test_a_capital_that_is_angered_or_offered_is_its_government_and_a_treaty_is_no_place(read) -> None:
    r = read("Armenia ratified the Rome Statute, angering Moscow, which it had offered Moscow a way out of.")
    assert {c.code: {m.how for m in c.mentions} for c in r.countries} == {"AM": {"name"}, "RU": {"metonym"}}


@pytest.mark.parametrize(
    ("text", "titles_"),
    [
        ("The Minister of Works, [Ana Rua](PERSON), said so.", ["Minister of Works"]),
        ("The Senate President, [Ana Rua](PERSON), agreed.", ["Senate President"]),
        ("On Monday, the Speaker of the House, [Ana Rua](PERSON), agreed.", ["Speaker"]),
        ("The Executive Director of Kestrel Trust, [Ana Rua](PERSON), urged calm.", ["Executive Director"]),
        ("In New Orlan, the President of Kenya, [Ana Rua](PERSON), spoke.", ["President"]),
        ("Bela Duarte, the Secretary General of Kestrel, [Ana Rua](PERSON), and others met.", []),
        ("The King, [Ana Rua](PERSON), and others met.", []),
        ("It met Minister of Works, [Rua](PERSON) among them.", []),
    ],
)
def test_a_title_in_capitals_before_a_comma_is_that_of_the_name_after_it(text: str, titles_: list[str]) -> None:
    assert [t.text for t in people(text)[0]["Rua" if "[Rua]" in text else "Ana Rua"].titles] == titles_


def test_a_nickname_before_the_surname_is_the_one_whose_name_holds_it_in_quotes() -> None:
    found, _ = people('[Bill Rua](PERSON) came. [William "Bill" Rua](PERSON) spoke. [Bill Duarte](PERSON) and [Bill Rua](PERSON) left.')
    assert {n: len(p.mentions) for n, p in found.items()} == {'William "Bill" Rua': 3, "Bill Duarte": 1}


def test_and_is_written_in_two_ways() -> None:
    assert countries("Trinidad & Tobago and Bosnia & Herzegovina met.") == {"TT": ["name"], "BA": ["name"]}


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("[Russia's Security Council](ORG) met the U.N. Security Council.", ["Security Council of Russia", "U.N. Security Council"]),
        ("The U.S. National Security Council and Kenya's National Security Council met.", ["National Security Council", "National Security Council of Kenya"]),
        ("The [U.S. Navy](ORG) told the [U.N.](ORG) so.", ["U.S. Navy", "United Nations"]),  # whose initials are the same
        ("[Teach For Orlan](ORG) grew. [TFO](ORG) hired.", ["Teach For Orlan"]),
        ("The [US Justice Dept](ORG) sued.", ["Justice Department"]),
    ],
)
def test_bodies_of_like_names_are_told_apart_and_their_initials_are_theirs(text: str, names_: list[str]) -> None:
    assert [*orgs(text)] == names_


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The [Superior Court of Quebec](ORG) sat; the U.S. watched.", ["CA"]),
        ("[Canada Post](ORG) delivers.", ["CA"]),
        ("The [Liberal Party](ORG) met.", []),
        ("The [Malta Financial Services Authority](ORG) ([MFSA](ORG)) met.", ["MT"]),
    ],
)
def test_a_body_has_the_country_that_its_name_says(text: str, owners: list[str]) -> None:
    assert next(iter(orgs(text).values())).countries == owners


def test_a_list_in_a_headline_gives_nobody_the_next_ones_title() -> None:
    found, _ = people("[Rua](PERSON), Saudi deputy minister discuss cricket\n\n[Ana Rua](PERSON), Saudi deputy minister, left.")
    assert [(t.text, t.kind) for t in found["Ana Rua"].titles] == [("deputy minister", "deputy-minister")]
    found, _ = people("[Ana Rua](PERSON), Saudi deputy minister discuss cricket")
    assert found["Ana Rua"].titles == []


def test_ranks_are_read_with_half_their_dots() -> None:
    found, _ = people("Lt. Gen [Ana Rua](PERSON) spoke.")
    assert [(t.text, t.kind) for t in found["Ana Rua"].titles] == [("Lt. Gen", "general")]


def test_argentine_is_the_adjective_of_a_country() -> None:
    assert countries("An Argentine officer left Argentina.") == {"AR": ["demonym", "name"]}


def test_a_province_in_short_is_called_by_its_name(read) -> None:
    assert [(p.name, p.country) for p in read("A man died in Owen Sound, Ont., on Monday.").places][1:] == [("Ontario", "CA")]


def test_the_boss_of_a_body_has_no_title_of_its_acronym() -> None:
    found, _ = people("[Tabeke Information Office](ORG) ([CIO](ORG)) spoke. CIO boss [Ana Rua](PERSON) left. Sheikh H E [Bela Rua](PERSON) came.")
    assert [[t.text for t in p.titles] for p in found.values()] == [["boss"], ["H E", "Sheikh"]]


def test_the_nickname_of_a_team_is_that_of_the_country_of_the_other_teams() -> None:
    assert [*orgs("[Manchester United](ORG) beat [Spurs](ORG).")] == ["Manchester United", "Tottenham Hotspur"]


def test_two_listed_teams_make_an_article_on_sport(read) -> None:
    def liverpool(text: str) -> bool:
        return "Liverpool FC" in [o.name for o in read(text).organizations]

    assert liverpool("Mohamed Salah took Liverpool nine points clear of Nottingham Forest and Manchester United on Saturday.")
    assert not liverpool("A ship took Liverpool by surprise on Saturday.")


def test_a_father_is_no_clergyman_unless_he_is_called_father() -> None:
    found, _ = people("His father [Ana Rua](PERSON) and Father [Bela Duarte](PERSON) came.")
    assert {n: [t.kind for t in p.titles] for n, p in found.items()} == {"Ana Rua": [], "Bela Duarte": ["clergy"]}


def test_a_quarter_of_a_match_is_none_of_the_year(read) -> None:
    def dates(text: str) -> list[str]:
        return [d.value for d in read(f"June 5, 2024\n\n{text}").dates if "Q" in d.value or "H" in d.value]

    assert dates("The Denver Nuggets led the Phoenix Suns in the second quarter and lost the second half on Sunday.") == []
    assert dates("The Denver Nuggets led the Phoenix Suns in the second quarter; their sales fell in the first half of 2022.") == ["2022-H1"]
    assert dates("Shares of Manchester United and Liverpool FC fell as profit shrank in the second quarter.") == ["2024-Q2"]
    assert dates("Exports shrank in the second quarter.") == ["2024-Q2"]


def test_the_land_of_a_princes_title_is_no_mention() -> None:
    assert countries("The Prince of Wales met the mayor in Wales.") == {"GB": ["name"]}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Former Bank of Canada governor [Ana Rua](PERSON) spoke.", "former"),
        ("Ex-Chelsea striker [Ana Rua](PERSON) spoke.", "former"),
        ("The former Tottenham and Chelsea manager [Ana Rua](PERSON) spoke.", "former"),
        ("[Ana Rua](PERSON), a former Manchester United manager, spoke.", "former"),
        ("Acting Homeland Security Secretary [Ana Rua](PERSON) spoke.", "acting"),
        ("He meant the former, and Manchester United manager [Ana Rua](PERSON) spoke.", "current"),
        ("He called the former, Manchester United manager [Ana Rua](PERSON).", "current"),
    ],
)
def test_the_status_before_a_body_is_that_of_the_title_after_it(text: str, status: str) -> None:
    found, _ = people(text)
    assert [t.status for t in found["Ana Rua"].titles] == [status]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[Ana Rua](PERSON), a criminal defence lawyer, spoke.", ["lawyer"]),
        ("[Ana Rua](PERSON), an air force captain, spoke.", ["captain"]),
        ("[Ana Rua](PERSON), introduced as a professor, spoke.", []),
        ("For [Ana Rua](PERSON), he suffered major losses.", []),
        ("[Ana Rua](PERSON), another artist who drew it, spoke.", []),
    ],
)
def test_words_that_only_describe_may_stand_before_a_title_in_apposition(text: str, kinds: list[str]) -> None:
    found, _ = people(text)
    assert [t.kind for t in found["Ana Rua"].titles] == kinds


def test_titles_in_capitals_are_no_words_of_a_headline() -> None:
    found, _ = people("DIG [Asad Rua](PERSON) said: Dig [Asad Rua](PERSON) out.")
    assert [t.text for t in found["Asad Rua"].titles] == ["DIG"]


def test_a_headline_says_the_short_form_of_a_body_before_the_long_one() -> None:
    story = "Two planes of [Kestrel Airways](ORG) met on a runway in Nairobi, officials said on Monday, and nobody was hurt."
    assert [(o.name, len(o.mentions)) for o in orgs(f"Two [Kestrel](ORG) planes meet\n\n{story}\n").values()] == [("Kestrel Airways", 2)]
    assert [*orgs(f"It was [Kestrel](ORG), they said in the morning.\n\n{story}\n")] == ["Kestrel", "Kestrel Airways"]


def test_a_superior_court_is_none_of_a_town_called_superior() -> None:
    v, spans = tagged("Justice [Ana Rua](PERSON) of the [Superior Court of Justice](ORG) spoke to a U.S. judge in Canada.")
    marked = mark(v.flat, spans, [])
    assert [o.countries for o in collect_organizations(v, marked.orgs, [], ["US", "CA"])] == [[]]


def test_an_island_is_in_its_country_and_a_region_named_with_it_is_no_city(read) -> None:
    found = read("Bars closed in Mallorca. Roads flooded in Maranhão, Brazil, on Monday.")
    assert [(p.name, p.kind, p.country) for p in found.places] == [("Mallorca", "region", "ES"), ("Maranhão", "region", "BR")]


def test_a_town_with_an_article_is_a_ship_or_something_else(read) -> None:
    assert [p.name for p in read("Crews in Baltimore freed the Dali, which had hit a bridge in Baltimore.").places] == ["Baltimore"]
    assert [p.name for p in read("Crews in Dali freed a bus.").places] == ["Dali"]


def test_an_ex_president_is_the_former_president(read) -> None:
    found = read("France's ex-President Sarkozy loses his appeal\n\nNicolas Sarkozy says that he will challenge the ruling in Europe's court next month.\n")
    assert [(p.name, [(t.kind, t.status) for t in p.titles]) for p in found.people] == [("Nicolas Sarkozy", [("president", "former")])]


def test_a_court_or_department_of_a_state_is_none_of_the_country() -> None:
    def bodies(text: str) -> set[str]:
        v, spans = tagged(text)
        marked = mark(v.flat, spans, [])
        return {o.name for o in collect_organizations(v, marked.orgs, [], ["US"])}

    assert bodies("Montana’s [Supreme Court](ORG) agreed in the United States.") == {"Montana Supreme Court"}
    assert bodies("The [Supreme Court](ORG) agreed in the United States.") == {"Supreme Court of the United States"}
    assert bodies("Rua ordered the state’s [Department of Health and Human Services](ORG) to stop.") == {"Department of Health and Human Services"}
    of_york = "New York State Department of Health"
    assert bodies(f"The [{of_york}](ORG) spoke.") == {of_york}


def test_a_headline_verb_is_no_name_after_an_office() -> None:
    assert people("Central Bank Governor Urges Canada to Act. Olympian Dies From Burns.")[0] == {}
    assert [*people("Governor [Urges Rua](PERSON) to act.")[0]] == ["Rua"]


def test_who_a_team_calls_its_boss_is_somebody() -> None:
    assert [*people("[Chelsea](ORG) trust [Mudra](PERSON), says boss [Maresca](ORG).")[0]] == ["Mudra", "Maresca"]


def test_a_name_that_says_what_it_plans_is_a_body() -> None:
    text = "[Blue Heron](PERSON) says it is closing 50 of its restaurants."
    assert (people(text)[0], [*orgs(text)]) == ({}, ["Blue Heron"])


def test_the_short_name_of_a_state_university_is_no_state() -> None:
    text = "The [Arizona State University](ORG) held a feast. She earned a doctorate from [Arizona State](GPE)."
    assert [(o.name, len(o.mentions)) for o in orgs(text).values()] == [("Arizona State University", 2)]


@pytest.mark.parametrize(
    ("said", "name"),
    [("S.E.C.", "Securities and Exchange Commission"), ("N.F.L.", "NFL"), ("I.C.C.", "International Criminal Court"), ("G.O.P.", "Republican Party")],
)
def test_an_acronym_with_full_stops_is_the_one_without(said: str, name: str) -> None:
    assert [*orgs(f"The {said} spoke in the United States.")] == [name]


def test_an_unlisted_acronym_with_full_stops_is_a_body_whatever_the_model_reads() -> None:
    assert [*orgs("The [Q.X.Z.B.](GPE) spoke.")] == ["Q.X.Z.B."]


def test_the_region_of_a_governor_is_no_part_of_the_name() -> None:
    found, _ = people("Governor [Sindh Tessori](PERSON) came. Governor [Sindh Kamran Khan Tessori](PERSON) spoke.")
    assert {n: [t.kind for t in p.titles] for n, p in found.items()} == {"Kamran Khan Tessori": ["governor"]}


def test_what_leads_to_a_name_in_a_headline_is_no_part_of_it() -> None:
    assert [*people("Police Arrest Lawmakers [Allied With Imran Rua](PERSON).")[0]] == ["Imran Rua"]


def test_the_bearer_of_a_double_name_is_called_by_its_second_half() -> None:
    assert [(n, len(p.mentions)) for n, p in people("[Madhabi Puri-Buch](PERSON) left. [Buch](PERSON) spoke.")[0].items()] == [("Madhabi Puri-Buch", 2)]
    assert len(people("[Kim Jong-un](PERSON) left. [Un](PERSON) spoke.")[0]) == 2


def test_an_article_without_a_country_is_of_the_one_whose_authorities_it_names() -> None:
    assert [*orgs("The [Bank of Canada](ORG) spoke. The [Interior Ministry](ORG) agreed.")] == ["Bank of Canada", "Ministry of the Interior of Canada"]


def test_the_initials_of_a_cited_author_are_no_body() -> None:
    assert [*orgs("Cited: van der Maaten, L.J.P.; Hinton, G.E. (2008). F.B.I. agents met.")] == ["Federal Bureau of Investigation"]


def test_somebody_who_arrives_after_a_name_is_another() -> None:
    found, _ = people(
        "According to Bela Duarte, [Ana Rua](PERSON), a British barrister arrived. [Carl Moss](PERSON), a British barrister accused of theft, left."
    )
    assert {n: p.countries for n, p in found.items()} == {"Ana Rua": [], "Carl Moss": ["GB"]}


def test_congress_leaders_are_of_the_party_where_india_is_spoken_of() -> None:
    def bodies(text: str, codes: list[str]) -> list[str]:
        v, spans = tagged(text)
        return [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)]

    text = "[Congress](ORG) leader Rahul Rua spoke in India, the United States and Kenya."
    assert bodies(text, ["IN", "US", "KE"]) == ["Indian National Congress"]
    assert bodies(text, ["US", "KE"]) == ["U.S. Congress"]
    assert bodies(text, ["BR", "US"]) == ["Congress"]


def test_a_vp_is_the_vice_president_unless_of_a_body() -> None:
    found, _ = people("VP [Sara Rua](PERSON) met Orlan VP [Ana Duarte](PERSON).")
    assert {n: [t.kind for t in p.titles] for n, p in found.items()} == {"Sara Rua": ["vice-president"], "Ana Duarte": ["executive"]}


def test_a_nickname_before_a_surname_of_two_words_is_the_same_senator() -> None:
    assert [*people('[Bato dela Rosa](PERSON) met a judge. [Ronald "Bato" dela Rosa](PERSON) spoke.')[0]] == ['Ronald "Bato" dela Rosa']


def test_georgia_is_what_its_town_or_office_says() -> None:
    text = "Police in Tbilisi, Georgia, met the Georgian president. In Atlanta, Georgia Gov. Rua spoke. Georgia's parliament met the Senate."
    assert countries(text)["GE"] == ["place", "name", "demonym", "name"]
    assert countries(text)["US"] == ["place"]
    assert people("Georgia Gov. [Brian Rua](PERSON) spoke.")[0]["Brian Rua"].countries == []
    v = view("Tbilisi, Georgia (AP) — Police met on Monday and they said that nothing had come of it.")
    assert [h.country for h in find_datelines(v.flat, v.sections)] == ["GE"]


def test_the_main_opposition_party_of_a_country_is_none_of_another() -> None:
    (party,) = orgs("South Korea's main opposition [Democratic Party](ORG) (DP) met in the United States.").values()
    assert party.countries == ["KR"]


def test_somebody_of_a_body_is_no_body() -> None:
    assert [*people("The National Assembly's [Marine Rua](ORG) had backed it.")[0]] == ["Marine Rua"]
    assert people("Maria's [Rock Café](ORG) has closed.")[0] == {}


def test_somebodys_deputy_is_no_legislator() -> None:
    assert people("The judge and her deputy [Ana Rua](PERSON) met deputy [Bela Duarte](PERSON).")[0]["Ana Rua"].titles == []


def test_a_fire_is_nobody_and_who_is_missed_is_somebody() -> None:
    assert people("Crews fought the Palisades and [Rua](PERSON) fires.")[0] == {}
    assert [*people("A [Mbarua](GPE)-less team won.")[0]] == ["Mbarua"]


def test_said_ends_a_name_before_a_stop() -> None:
    assert [*people("It was Datuk Seri [Azalina Othman Said](PERSON).")[0]] == ["Azalina Othman Said"]
    assert [*people("It was late, [Azalina Othman Said](PERSON) on Monday.")[0]] == ["Azalina Othman"]


def test_a_name_that_begins_with_a_company_is_a_body() -> None:
    text = "He led [Pertamina Patra Niaga](PERSON) in Jakarta."
    assert (people(text)[0], [*orgs(text)]) == ({}, ["Pertamina Patra Niaga"])


def test_the_state_of_a_senator_in_short_is_nobody(read) -> None:
    found = read("WASHINGTON - Sens. Susan Collins, R-Maine, and Todd Young, R-Ind., are seen as swing votes, aides said on Monday.")
    assert [p.name for p in found.people] == ["Susan Collins", "Todd Young"]
    assert [p.name for p in found.places] == ["Washington", "Maine", "Indiana"]


def test_the_premier_of_a_region_heads_no_country() -> None:
    found, _ = people("Gauteng premier [Ana Rua](PERSON) met New South Wales Premier [Bela Duarte](PERSON) and Chinese Premier [Li Qiang](PERSON).")
    assert [[t.kind for t in p.titles] for p in found.values()] == [["head-of-government"], ["head-of-government"], ["prime-minister"]]


def test_a_deputy_chief_minister_in_short_is_below_one() -> None:
    found, _ = people("Dy CM [Ana Rua](PERSON) met ex-Dy CM [Bela Duarte](PERSON) and AAP convener [Carl Moss](PERSON).")
    assert [[(t.kind, t.status) for t in p.titles] for p in found.values()] == [
        [("deputy-minister", "current")],
        [("deputy-minister", "former")],
        [("leader", "current")],
    ]


def test_a_government_and_a_police_command_are_of_their_country() -> None:
    text = "The [Federal Government of Somalia](ORG) met the [Lagos State Police Command](ORG)."
    assert [(o.kind, o.countries) for o in orgs(text).values()] == [("government", ["SO"]), ("government", ["NG"])]


def test_an_ex_governor_with_a_full_stop_is_one() -> None:
    assert [(t.kind, t.status) for t in people("Ex-Gov. [Ana Rua](PERSON) left.")[0]["Ana Rua"].titles] == [("governor", "former")]


def test_an_unlisted_town_is_where_the_article_says_once(read) -> None:
    v, spans = tagged("A man died in [Ashdale](GPE), Ont., on Monday. He had lived in [Ashdale](GPE) and [Elmdale](GPE).")
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [(v.flat[h.span.start : h.span.end], h.code) for h in hits if h.place and "dale" in h.place[0]] == [
        ("Ashdale", "CA"),
        ("Ashdale", "CA"),
        ("Elmdale", None),
    ]


def test_somebody_called_by_three_initials_is_who_has_them() -> None:
    found, _ = people("[RFK Jr.](PERSON) is back. [Robert F. Kennedy Jr.](PERSON) and [Bela Rua](PERSON) spoke.")
    assert {n: len(p.mentions) for n, p in found.items()} == {"Robert F. Kennedy Jr.": 2, "Bela Rua": 1}
    assert len(people("[RFK Jr.](PERSON) is back. [Robert G. Kennedy Jr.](PERSON) spoke.")[0]) == 2


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE"])
@pytest.mark.parametrize(("said", "dot", "name"), [("D-Calif", ".", "California"), ("R-Ind", ".", "Indiana"), ("D-N.Y.", "", "New York")])
def test_the_state_beside_a_senator_is_one_whatever_the_model_reads(said: str, dot: str, name: str, label: str) -> None:
    v, spans = tagged(f"The senator, [{said}]({label}){dot}, spoke.")
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [(h.place, h.code) for h in hits] == [((name, "region"), "US")]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("[Marsh Electric Co](ORG) rose. [Marsh](PERSON) said it would sell. [MARSH](GPE) fell.", {"Marsh Electric Co": 3}),
        ("[Orlan Paper Corp](ORG) met [Orlan Ink Inc](ORG). [Orlan](ORG) rose.", {"Orlan Paper Corp": 1, "Orlan Ink Inc": 1, "Orlan": 1}),
        ("[Orlan Capital](ORG) owns it. [Orlan](ORG) rose.", {"Orlan Capital": 2}),
        ("[Security Pacific](ORG) owns it. [Security](ORG) rose.", {"Security Pacific": 2}),
        ("[Orlan AB](ORG) owns [Orlan Paper Inc](ORG). [Orlan](ORG) rose.", {"Orlan AB": 2, "Orlan Paper Inc": 1}),
        ("MARSH HARBOUR SOLD\n\n[MARSH](GPE), Conn. - [Marsh Financial Corp](ORG) paid.", {"Marsh Financial Corp": 1}),
    ],
)
def test_the_first_words_of_a_company_are_its_short_name_whatever_the_model_reads(text: str, bodies: dict[str, int]) -> None:
    v, spans = tagged(text)
    made = collect_organizations(v, mark(v.flat, spans, []).orgs, [])
    assert {o.name: len(o.mentions) for o in made} == bodies


def test_a_surname_stays_a_persons_beside_a_company_of_that_name() -> None:
    v, spans = tagged("[Marsh Electric Co](ORG) named [Ann Marsh](PERSON). [Marsh](PERSON) said she would stay.")
    marked = mark(v.flat, spans, [])
    assert [v.flat[s.start : s.end] for s in marked.people] == ["Ann Marsh", "Marsh"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harbour Courier Corp", "company"),
        ("Orlan United Inc", "company"),
        ("Union Marsh Ltd", "company"),
        ("Orlan Broadcasting Corporation", "media"),
        ("Life Society of the United States", "ngo"),
        ("Harbour Workers United", "sport"),
        ("United Harbour Workers", "other"),
        ("Harbour Savings and Loan Association", "company"),
        ("Union Marsh Petroleum", "company"),
        ("Union of Harbour Workers", "ngo"),
    ],
)
def test_the_legal_form_tells_the_kind_before_other_words(name: str, kind: str) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    ("text", "titles", "codes"),
    [
        ("India's Home Minister, Dr [Ravi Menon](PERSON), agreed.", ["Dr", "Home Minister"], ["IN"]),
        ("The army chief, Gen. [Ali Rua](PERSON), said it was over.", ["Gen.", "army chief"], []),
        ("Police Commissioner, Mr [Jim Opa](PERSON), and his deputy met.", ["Police Commissioner"], []),
        ("In the capital, General [Ann Marsh](PERSON) said so.", ["General"], []),
        ("The Vice President of the Republic of Mauritius, Mr [Jim Rua](PERSON), came.", ["Vice President"], ["MU"]),
        ("The Prime Minister of the Kingdom of Lesotho, Dr [Sam Rua](PERSON), came.", ["Dr", "Prime Minister"], ["LS"]),
        ("The Minister of Orlan and Harbour Growth, [Ivo Petrov](PERSON), ruled.", ["Minister"], []),
        ("The general director of customs [Ivo Petrov](PERSON) ruled.", ["general director of customs"], []),
        ("The Supervisor General of the fund, Dr. [Ali Rua](PERSON), said so.", ["Dr.", "Supervisor General of the fund"], []),
        ("Orlan Management Chairman [Carl Marsh](PERSON) left.", ["Chairman"], []),
        ("Orlan Legal Rights legal director [Carl Marsh](PERSON) left.", ["legal director"], []),
        ("[Ivo Petrov](PERSON), who also serves as Bulgaria's finance minister, agreed.", ["finance minister"], ["BG"]),
        ("The project manager, [Ann Rua](PERSON), said so.", ["project manager"], []),
    ],
)
def test_an_office_in_apposition_and_what_it_is_for(text: str, titles: list[str], codes: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert ([t.text for t in person.titles], person.countries) == (titles, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[Sydney](GPE) burned. Roads to [Penrith](GPE) were shut.", {"AU"}),
        ("[Sydney](GPE) burned. Roads to [Penrith](GPE) and [Swindon](GPE) were shut.", {"AU", "GB"}),
        ("[Sydney](GPE) burned. He flew to [Sikasso](GPE).", {"AU", "ML"}),
        ("[Alei Sinai](GPE) was attacked in Israel.", {"IL"}),
        ("[Northern Sinai](GPE) was attacked.", {"EG"}),
    ],
)
def test_a_town_whose_name_is_found_in_countries_of_one_language_is_left_open(text: str, codes: set[str]) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert {h.code for h in hits if h.code} == codes


def test_a_name_between_places_in_a_list_is_a_place() -> None:
    v, spans = tagged("Fires hit [Queanbeyan](GPE), [O'Connor](PERSON), [Mount Wanniassa](GPE) and [Red Hill](GPE).")
    assert [v.flat[s.start : s.end] for s in mark(v.flat, spans, []).people] == []


def test_what_a_title_is_for_is_no_title_of_its_own() -> None:
    found, _ = people("A spokesman for the Interior Minister, [Yunis Rua](PERSON), emerged.")
    assert [t.kind for t in found["Yunis Rua"].titles] == ["interior-minister"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Queensland Premier says he accepts it. Premier [Peter Rua](PERSON) says so.", "head-of-government"),
        ("Premier [Ann Rua](PERSON) spoke. Victoria's premier has left.", "head-of-government"),
        ("Western Australian Premier [Ann Rua](PERSON) spoke.", "head-of-government"),
        ("Premier [Li Rua](PERSON) met the Queensland Premier.", "head-of-government"),
        ("Premier [Li Rua](PERSON) met the President. China's premier left.", "prime-minister"),
        ("Chinese Premier [Li Rua](PERSON) met the Queensland Premier.", "prime-minister"),
    ],
)
def test_a_premier_heads_a_region_where_the_article_speaks_of_premiers_of_regions(text: str, kind: str) -> None:
    (person,) = people(text)[0].values()
    assert [t.kind for t in person.titles] == [kind]


@pytest.mark.parametrize(
    ("text", "titles", "codes"),
    [
        ("The UN's deputy envoy to Kenya, [Ahmed Rua](PERSON), spoke.", ["deputy envoy"], []),
        ("The spokesman on Home Affairs, [John Rua](PERSON), spoke.", ["spokesman"], []),
        ("prizes for [Ewen Rua](PERSON), best director for Orlan", [], []),
    ],
)
def test_an_office_to_a_country_or_on_a_matter(text: str, titles: list[str], codes: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert ([t.text for t in person.titles], person.countries) == (titles, codes)


def test_a_state_in_short_after_its_town_needs_no_stop() -> None:
    v, spans = tagged("It was held in [Pasadena](GPE), [Calif](GPE) on Sunday.")
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    assert [(h.code, h.place) for h in hits] == [("US", ("Pasadena", "city")), ("US", ("California", "region"))]


@pytest.mark.parametrize(
    ("text", "name", "titles", "codes"),
    [
        ("They sent a letter to U.S. Agriculture Secretary [Richard Rua](PERSON).", "Richard Rua", ["Agriculture Secretary"], ["US"]),
        ("They spoke to French President [Jacques Rua](PERSON).", "Jacques Rua", ["President"], ["FR"]),
        ("It met [Mike Opa](PERSON), and the Under Secretary of Commerce, [Bruce Rua](PERSON).", "Bruce Rua", ["Under Secretary of Commerce"], []),
        ("Rep. [Ed Rua](PERSON), D-Mass, the chairman of a panel, left.", "Ed Rua", ["Rep.", "chairman"], []),
        ("The Minerals and Energy Minister [John Rua](PERSON) left.", "John Rua", ["Minerals and Energy Minister"], []),
        ("The head of the employers' federation, [Jose Rua](PERSON), left.", "Jose Rua", ["head"], []),
        ("The head of the gang that attacked the town, [Jose Rua](PERSON), left.", "Jose Rua", [], []),
        ("The mother of the boy, [Ola Rua](PERSON), wept.", "Ola Rua", [], []),
        ("West German Finance Minister [Max Rua](PERSON) left.", "Max Rua", ["Finance Minister"], ["DE"]),
    ],
)
def test_whose_office_stands_before_a_name(text: str, name: str, titles: list[str], codes: list[str]) -> None:
    person = people(text)[0][name]
    assert ([t.text for t in person.titles], person.countries) == (titles, codes)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("[Marsh Foods Co](PERSON) rose, and [Orlan Cos](PERSON) fell.", ["Marsh Foods Co", "Orlan Cos"]),
        ("The [Oversea](ORG)-[Chinese Banking Corp](ORG) rose.", ["Oversea-Chinese Banking Corp"]),
        ("[Arsenal Holdings Inc](ORG) rose. [Arsenal](ORG) agreed.", ["Arsenal Holdings Inc"]),
        ("[MARSH STAKE](ORG) RISES\n\n[Marsh Network Inc](ORG) rose. [Marsh](ORG) agreed.", ["MARSH STAKE", "Marsh Network Inc"]),
    ],
)
def test_companies_by_their_form_in_the_article(text: str, bodies: list[str]) -> None:
    v, spans = tagged(text)
    made = collect_organizations(v, mark(v.flat, spans, []).orgs, [])
    assert [o.name for o in made] == bodies


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Orlan president and chief executive officer [Guido Rua](PERSON) left.", ["chief executive officer", "president"]),
        ("Co-founder and chairman [Ann Rua](PERSON) left.", ["chairman", "Co-founder"]),
        ("The secretary met the president and chief executive [Ann Rua](PERSON).", ["chief executive", "president"]),
        ("The judge and director [Ann Rua](PERSON) left.", ["director"]),
    ],
)
def test_two_offices_of_a_firm_have_one_holder(text: str, titles: list[str]) -> None:
    (person,) = people(text)[0].values()
    assert [t.text for t in person.titles] == titles


def test_a_word_in_capitals_that_the_article_has_in_lower_case_is_no_place() -> None:
    v, spans = tagged("EDELMAN IN [STANDSTILL](GPE) PACT\n\nThe standstill applies.")
    assert mark(v.flat, spans, []).places == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("[Lincoln Savings Bank Inc](ORG) rose, a [Lincoln](GPE) spokesman said.", {"Lincoln Savings Bank Inc": 2}),
        ("[Boston Paper Corp](ORG) rose in [Boston](GPE). [Boston](GPE) shares fell.", {"Boston Paper Corp": 1}),
        ("[Coniston Partners](ORG) bought it. [Coniston](PERSON) declined comment.", {"Coniston Partners": 2}),
    ],
)
def test_a_town_that_has_a_spokesman_is_the_company_that_it_begins(text: str, bodies: dict[str, int]) -> None:
    v, spans = tagged(text)
    made = collect_organizations(v, mark(v.flat, spans, []).orgs, [])
    assert {o.name: len(o.mentions) for o in made} == bodies


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenya's Faith Okello won.", ["KE"]),
        ("South Africa’s Faith Okello won.", ["ZA"]),
        ("Georgia's Faith Okello won.", []),  # or the state
        ("New Mexico's Faith Okello won.", []),
        ("In Kenya Faith Okello won.", []),
        ("Faith Okello, Kenya's long-serving energy minister, won.", ["KE"]),
        ("Kenya's embattled, if able energy minister, Faith Okello, won.", []),
        ("Kenya's newly appointed energy minister Faith Okello won.", ["KE"]),
    ],
)
def test_who_is_said_to_be_a_country_s_is_of_it(read, text: str, countries: list[str]) -> None:
    assert [p.countries for p in read(text).people] == [countries]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The former long-serving president, Faith Okello, won.", "former"),
        ("Faith Okello, Kenya's former longtime president, won.", "former"),
        ("Kenya's longtime president Faith Okello won.", "current"),
        ("Deposed long-ruling president Faith Okello won.", "former"),
    ],
)
def test_how_long_an_office_is_held_says_nothing_of_when(read, text: str, status: str) -> None:
    assert [t.status for p in read(text).people for t in p.titles] == [status]


@pytest.mark.parametrize(
    ("text", "titles", "codes"),
    [
        ("[Ana Rua](PERSON) was sworn in on Tuesday as the first female president of Mexico.", [("president", "current")], ["MX"]),
        ("[Ana Rua](PERSON) took over as acting president on Monday.", [("president", "acting")], []),
        ("[Ana Rua](PERSON) became prime minister on Friday.", [("prime minister", "current")], []),
        ("[Ana Rua](PERSON) became prime minister after a long war.", [], []),
        ("Ben Opa is deputy PM. [Ana Rua](PERSON) takes health.", [], []),
        ("[Ana Rua](PERSON) sworn in as Ghana's 10th president", [("president", "current")], ["GH"]),
        ("[Ana Rua](PERSON) was sworn in as Ghana's president.", [("president", "current")], ["GH"]),
        ("[Ana Rua](PERSON), 54, has been appointed foreign minister.", [("foreign minister", "current")], []),
        ("[Ana Rua](PERSON), who resigned as prime minister of Spain, spoke.", [("prime minister", "former")], ["ES"]),
        ("[Ana Rua](PERSON) was fired as police chief.", [("police chief", "former")], []),
        ("The king named [Ana Rua](PERSON) as his new finance minister.", [("finance minister", "current")], []),
        ("He succeeded the ailing [Ana Rua](PERSON) as prime minister.", [("prime minister", "former")], []),
        ("[Ana Rua](PERSON) named her friend finance minister.", [], []),
        ("[Ana Rua](PERSON) was named in the lawsuit by the minister.", [], []),
        ("[Ana Rua](PERSON) was elected president in 2010.", [], []),
        ("In 1911, [Ana Rua](PERSON) was elected president.", [], []),
        ("He wants to replace [Ana Rua](PERSON) as prime minister.", [], []),
    ],
)
def test_titles_that_a_verb_gives_or_takes(text: str, titles: list[tuple[str, str]], codes: list[str]) -> None:
    person = people(text)[0]["Ana Rua"]
    assert ([(t.text, t.status) for t in person.titles], person.countries) == (titles, codes)


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("In South Korea the [Democratic Party](ORG) spoke.", "Democratic Party of Korea", ["KR"]),
        ("In Japan the [Liberal Democratic Party](ORG) spoke.", "Liberal Democratic Party of Japan", ["JP"]),
        ("In Canada the [Conservative Party](ORG) spoke.", "Conservative Party of Canada", ["CA"]),
        ("The [Labour](ORG) leader spoke.", "Labour Party", []),
        ("In Britain the [Conservative Party](ORG) spoke.", "Conservative Party", ["GB"]),
        ("In France, France and Spain, Spain and Chad the [Liberal Party](ORG) spoke of Canada.", "Liberal Party", []),
        ("In Mexico the [Chamber of Deputies](ORG) voted.", "Chamber of Deputies of Mexico", ["MX"]),
    ],
)
def test_bodies_that_many_countries_call_alike_are_the_articles(text: str, name: str, codes: list[str]) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    hits, _ = resolve_places(v, marked.listed, marked.places, [])
    said = [h.code for h in hits if h.code]
    (body,) = collect_organizations(v, marked.orgs, [], sorted(set(said), key=lambda c: -said.count(c)))
    assert (body.name, body.countries) == (name, codes)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Army chief General [Ola Rua](PERSON) left.", ["General", "Army chief"]),
        ("Chief of the General Staff [Ola Rua](PERSON) left.", ["Chief of the General Staff"]),
        ("Chief of Army Staff Lt Gen [Ola Rua](PERSON) left.", ["Lt Gen", "Chief of Army Staff"]),
        ("The Chairman of the Joint Chiefs of Staff, Gen. [Ola Rua](PERSON), left.", ["Gen.", "Chairman of the Joint Chiefs of Staff"]),
        ("She met [Ola Rua](PERSON), her 15th prime minister, there.", ["prime minister"]),
        ("She met [Ola Rua](PERSON), a 43-year-old teacher, there.", ["teacher"]),
        ("It met [Ola Rua](PERSON), its third finance minister in a year.", ["finance minister"]),
        ("House Speaker Emerita [Ola Rua](PERSON) left.", ["Speaker Emerita"]),
        ("The bodies of [Ola Rua](PERSON), the country's foreign minister and others were found.", []),
        ("She met [Ola Rua](PERSON), 15 ministers and a king.", []),
    ],
)
def test_offices_of_the_military_and_those_that_are_counted(text: str, titles: list[str]) -> None:
    assert [t.text for t in people(text)[0]["Ola Rua"].titles] == titles


def test_the_country_of_an_office_that_is_counted() -> None:
    assert people("They met [Ola Rua](PERSON), Japan's 100th prime minister, there.")[0]["Ola Rua"].countries == ["JP"]


def test_an_acronym_that_is_said_and_no_listed_body_of_other_words() -> None:
    found = orgs("The [National System of Conservation Areas](ORG) known as [SINAC](GPE) runs parks. [SINAC](GPE) has rangers.")
    assert {n: len(o.mentions) for n, o in found.items()} == {"National System of Conservation Areas": 3}
    found = orgs("The [Agricultural Development Fund](ORG)'s ([ADF](ORG)) loans grew, the [ADF](ORG) said.")
    assert {n: (len(o.mentions), o.kind) for n, o in found.items()} == {"Agricultural Development Fund": (3, "other")}


def test_a_surname_in_capitals_after_such_a_title_is_written_otherwise() -> None:
    found, _ = people("MINISTER [KONO](PERSON): Yes. President [JFK](PERSON) left. POPE [LEO XIV](PERSON) came.")
    assert [*found] == ["Kono", "JFK", "Leo XIV"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Media Council", "government"), ("Harbour Broadcasting Commission", "government"), ("Harbour Media", "media"), ("Harbour Broadcasting", "media")],
)
def test_who_regulates_the_media_is_no_outlet(name: str, kind: str) -> None:
    assert [o.kind for o in orgs(f"The [{name}](ORG) met.").values()] == [kind]


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("The [Harbour Workers' Union HWU](ORG) spoke. [HWU](ORG) left.", {"Harbour Workers' Union": "HWU"}),
        ("The [Harbour Institute](ORG) SYRU spoke. [SYRU](ORG) left.", {"Harbour Institute": "SYRU"}),
        ("The [Harbour Agency](ORG)-EYRU spoke. [EYRU](ORG) left.", {"Harbour Agency": "EYRU"}),
        ("The [Harbour Mahasabha](ORG)-EYRU spoke. [EYRU](ORG) left.", {"Harbour Mahasabha": None, "EYRU": None}),
        ("The [Harbour Institute SYRU](ORG) spoke.", {"Harbour Institute SYRU": None}),
        ("The [Harbour Institute UN](ORG) spoke. The [UN](ORG) left.", {"Harbour Institute UN": None, "United Nations": "UN"}),
    ],
)
def test_an_acronym_right_after_a_long_name_that_stands_alone_elsewhere_is_its_own(text: str, acronyms: dict[str, str | None]) -> None:
    assert {o.name: o.acronym for o in orgs(text).values()} == acronyms


@pytest.mark.parametrize(
    ("text", "code"), [("They ran by the Salt Lake at dusk.", None), ("They ran to Salt Lake at dusk.", "US"), ("They ran to the Walvis Bay port.", "NA")]
)
def test_a_lake_with_an_article_is_no_town(text: str, code: str | None) -> None:
    v = view(text)
    name = "Walvis Bay" if "Walvis" in text else "Salt Lake"
    spans = [Span(text.index(name), text.index(name) + len(name), "GPE", "model")]
    hits, _ = resolve_places(v, [], spans, [])
    assert [h.code for h in hits] == [code]


@pytest.mark.parametrize(
    ("text", "name", "owners"),
    [
        ("The [Southern Chiefs Organization](ORG) (SCO) met.", "Southern Chiefs Organization", []),
        ("The [Anti Corruption Commission](ORG) (ACC) met in Bangladesh.", "Anti-Corruption Commission of Bangladesh", ["BD"]),
        ("The [Winnipeg Police Board](ORG) (WPB) met in Canada.", "Winnipeg Police Board", ["CA"]),
    ],
)
def test_a_body_that_an_article_names_in_full_is_the_listed_one_only_by_its_own_words(text: str, name: str, owners: list[str]) -> None:
    v, spans = tagged(text)
    codes = ["BD"] if "Bangladesh" in text else ["CA"]
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)
    assert (body.name, list(body.countries)) == (name, owners)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Under Jordan's Principle it pays.", []),
        ("Under Jordan's king it pays.", ["JO"]),
        ("Under Israel's Law on Return he came.", ["IL"]),
        ("It shut over Labour Weekend.", []),
    ],
)
def test_a_law_called_after_somebody_is_no_country(text: str, codes: list[str]) -> None:
    v = view(text)
    marked = mark(v.flat, [], [])
    hits, _ = resolve_places(v, marked.listed, [], [])
    assert ([h.code for h in hits], marked.orgs) == (codes, [])


@pytest.mark.parametrize(("name", "code"), [("Taupō", "NZ"), ("Whangārei", "NZ"), ("southern Mahé", "SC"), ("Rūa", None)])
def test_a_place_is_found_without_its_accents_and_in_its_parts(name: str, code: str | None) -> None:
    v = view(f"They ran to {name} at dusk.")
    hits, _ = resolve_places(v, [], [Span(12, 12 + len(name), "GPE", "model")], [])
    assert [h.code for h in hits] == [code]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Joseph Roe](PERSON) died. [Joe Roe](PERSON) was kind.", ["Joseph Roe"]),
        ("[Joseph Roe](PERSON) died. His son, [Joe Roe](PERSON), was kind.", ["Joseph Roe", "Joe Roe"]),
        ("[Joseph Roe](PERSON) died. [Joe Roe Jr.](PERSON) was kind.", ["Joseph Roe", "Joe Roe Jr."]),
        ("[Joseph Roe](PERSON) died. [Tom Roe](PERSON) was kind.", ["Joseph Roe", "Tom Roe"]),
        ("[Joseph Roe](PERSON) died. [Joe Fry](PERSON) was kind.", ["Joseph Roe", "Joe Fry"]),
    ],
)
def test_a_first_name_in_short_is_its_bearers_unless_relatives_are_spoken_of(text: str, names: list[str]) -> None:
    assert [*people(text)[0]] == names


@pytest.mark.parametrize(
    ("text", "names", "codes"),
    [
        ("He leaves his wife, Maureen, and children, Jon and Jordan.", ["Jordan"], []),
        ("Her sister, Georgia, came.", ["Georgia"], []),
        ("His two sons, Chad and Israel, came.", ["Chad", "Israel"], []),
        ("His sister went to Jordan.", [], ["JO"]),
        ("Their children, India's future, came.", [], ["IN"]),
        ("Its neighbours, Jordan and Israel, came.", [], ["JO", "IL"]),
    ],
)
def test_a_relative_called_like_a_country_is_somebody(text: str, names: list[str], codes: list[str]) -> None:
    v = view(text)
    marked = mark(v.flat, [], [])
    hits, _ = resolve_places(v, marked.listed, [], [])
    assert ([v.flat[s.start : s.end] for s in marked.people], [h.code for h in hits]) == (names, codes)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Harbour Works, Inc.](ORG) grew. [Harbour](ORG) said so.", ["Harbour Works, Inc"]),
        ("The [BJPs](ORG) vote share fell.", ["Bharatiya Janata Party"]),
        ("The Kerala State Election Commission met in India.", ["Kerala State Election Commission"]),
        ("The Election Commission met in India.", ["Election Commission of India"]),
        ("The U.S. Department of Housing and Urban Development met.", ["Department of Housing and Urban Development"]),
        ("He left [Newcastle](GPE)-under-[Lyme High School](ORG).", ["Newcastle-under-Lyme High School"]),
    ],
)
def test_a_body_is_whole_and_its_own(text: str, names: list[str]) -> None:
    v, spans = tagged(text)
    marked = mark(v.flat, spans, [])
    assert [o.name for o in collect_organizations(v, marked.orgs, [], ["IN"])] == names


@pytest.mark.parametrize(
    ("codes", "name", "owners"),
    [
        (["GR", "TR"], "National Intelligence Service of Greece", ["GR"]),
        (["KR"], "National Intelligence Service", ["KR"]),
        (["BW"], "National Intelligence Service", []),
        ([], "National Intelligence Service", ["KR"]),
    ],
)
def test_an_office_with_a_name_that_many_countries_have_is_of_one_spoken_of(codes: list[str], name: str, owners: list[str]) -> None:
    v, spans = tagged("The [National Intelligence Service](ORG) met.")
    (body,) = collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)
    assert (body.name, list(body.countries)) == (name, owners)


def test_a_party_is_the_one_of_its_name_that_has_the_acronym_said_here() -> None:
    found = orgs("The [Democratic Party](ORG) (PD) met. The [PD](ORG) won.").values()
    assert [(o.name, o.acronym) for o in found] == [("Democratic Party of Italy", "PD")]
    assert [o.name for o in orgs("The [Democratic Party](ORG) (DRU) met.").values()] == ["Democratic Party"]


@pytest.mark.parametrize(("land", "name"), [("FI", "Social Democrats"), ("SE", "Sweden Democrats")])
def test_an_acronym_is_no_foreign_partys_that_shares_but_words_of_parties_with_its_name(land: str, name: str) -> None:
    v, spans = tagged("The [Social Democrats](ORG) (SD) met.")
    assert [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], {land})] == [name]


def test_an_agency_is_the_same_with_what_it_is_after_its_name() -> None:
    assert [o.name for o in orgs("[Kazinform News Agency](ORG) reports.").values()] == ["Kazinform"]


def test_letters_of_pension_funds_are_no_agency() -> None:
    assert [o.name for o in orgs("Chile's pension funds, the [AFPs](ORG), are private.").values()] == ["AFPs"]


def test_who_is_the_source_of_an_item_carries_it() -> None:
    found = orgs("The claim is false. (Source: [Agence France-Presse](ORG) - AFP) The [Harbour Bank](ORG) met.").values()
    assert {o.name: o.role for o in found} == {"Agence France-Presse": "credit", "Harbour Bank": "subject"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shares of Orlan Kestrel (NYSE: ORK) rose on Monday, analysts said.", "company"),
        ("Shares of Orlan Kestrel (ORK) rose on Monday, analysts said.", "other"),
    ],
)
def test_what_is_traded_on_an_exchange_is_a_company(read, text: str, kind: str) -> None:
    (body,) = read(text).organizations
    assert body.kind == kind


def test_a_photographer_after_the_agency_is_credited(read) -> None:
    record = read("Mayor speaks\n\nThe mayor speaks at the fair.(AFP: Petr Dvorak)\n\nThe mayor spoke on Monday, and said that the fair was open again.\n")
    assert [(p.name, p.role) for p in record.people] == [("Petr Dvorak", "credit")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Many indigenous leaders say that Rua, an Aymara Indian, won in Bolivia.", ["BO"]),
        ("Many leaders say that Rua, an Indian, won in Bolivia.", ["IN", "BO"]),
        ("Many indigenous leaders say that Rua, an Indian born in New Delhi, won.", ["IN"]),
    ],
)
def test_an_indian_among_the_indigenous_is_of_no_country(read, text: str, codes: list[str]) -> None:
    assert [c.code for c in read(text).countries] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He was held in the Clifton neighborhood of Karachi.", "PK"),
        ("He was held in Clifton, Nevada.", "US"),
        ("He lives at Ballina, Co. Mayo.", "IE"),
    ],
)
def test_a_quarter_is_where_its_city_is_and_a_county_where_its_name_is(read, text: str, code: str) -> None:
    assert {c.code for c in read(text).countries} == {code}


def test_stories_of_one_place_are_no_transcript(read) -> None:
    assert read("KARACHI: The court met on Monday.\n" * 3).article.dateline.place == "Karachi"


def test_a_ministry_that_is_one_republics_stays_its_own(read) -> None:
    text = "MOSCOW (AP) - Dagestan's Interior Ministry said on Monday that they had left. {} Interior Ministry spokesman Omar Bey said so.\n"
    assert [o.name for o in read(text.format("The")).organizations if o.kind == "government"] == ["Dagestan Interior Ministry"]
    assert len([o for o in read(text.format("Russia's")).organizations if o.kind == "government"]) == 2


@pytest.mark.parametrize(("said", "code"), [("CZE x1", "CZ"), ("CZE, 14", "CZ"), ("CZE", "CZ"), ("CZE best", None)])
def test_a_code_with_a_seed_is_a_country(read, said: str, code: str | None) -> None:
    (person,) = read(f"Karolina Pliskova ({said}) won on Monday, as everybody had thought.").people
    assert person.countries == ([code] if code else [])


def test_a_sum_of_millions_is_no_company(read) -> None:
    assert not read("It had half-year pretax profits of 42.8M pounds against 52.3M pounds.").organizations


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("The winger came on loan and the striker left: he joined Norwich on loan.", True),
        ("The striker scored in the league: he was signed from Norwich on a two-year deal.", True),
        ("The striker scored in the league: Southampton are closing in on a deal.", True),
        ("The striker scored in the league: he lives in Norwich.", False),
        ("The minister came by train from Norwich on a visit.", False),
    ],
)
def test_a_club_is_where_a_player_goes(read, text: str, club: bool) -> None:
    assert any(o.kind == "sport" for o in read(text).organizations) == club


@pytest.mark.parametrize(
    ("text", "country"), [("He told AFP that Canberra was ready.", "FR"), ("An AFP photographer saw it.", "FR"), ("The AFP arrested two in Canberra.", "AU")]
)
def test_who_is_told_is_the_agency_of_all_that_letters_can_mean(read, text: str, country: str) -> None:
    (body,) = read(f"Australia's police were out on Monday. {text}").organizations
    assert body.countries == [country]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[David L. Rua](PERSON) leads it. They like [Dave](PERSON).", ["David L. Rua"]),
        ("[David L. Rua](PERSON) and [David Okoro](PERSON) lead it. They like [Dave](PERSON).", ["David L. Rua", "David Okoro"]),
        ("[Peter L. Rua](PERSON) leads it. They like [Dave](PERSON).", ["Dave", "Peter L. Rua"]),
        ("[David L. Rua](PERSON) leads it. Senator [Dave](PERSON) left.", ["Dave", "David L. Rua"]),
    ],
)
def test_a_first_name_in_short_is_the_only_one_it_can_be(text: str, names: list[str]) -> None:
    assert sorted(people(text)[0]) == names


def test_an_arabic_article_is_the_same_with_a_capital() -> None:
    assert [*orgs("The [Hayat Tahrir Al-Sham](ORG) group came.")] == ["Hayat Tahrir al-Sham"]


@pytest.mark.parametrize(
    ("text", "joined", "unresolved"),
    [
        ("[Brandt](PERSON) picks a judge\n\n[Otto Brandt](PERSON) spoke to [Ida Brandt](PERSON), Paul's wife.", {"Otto Brandt": 2, "Ida Brandt": 1}, []),
        ("[Brandt](PERSON) picks a judge\n\n[Otto Brandt](PERSON) spoke to [Ida Brandt](PERSON).", {"Otto Brandt": 1, "Ida Brandt": 1}, ["Brandt"]),
        (
            "[Brandt](PERSON)'s wife is a judge\n\n[Otto Brandt](PERSON) spoke to [Ida Brandt](PERSON), Paul's wife.",
            {"Otto Brandt": 1, "Ida Brandt": 1},
            ["Brandt"],
        ),
        (
            "Defence Minister [Kim Ho](PERSON) met First Lady [Kim Na](PERSON). The minister [Kim](PERSON) left.",
            {"Kim Ho": 2, "Kim Na": 1},
            [],
        ),
        (
            "Prime Minister [Kim Ho](PERSON) met Minister [Kim Na](PERSON). Minister [Kim](PERSON) left.",
            {"Kim Ho": 1, "Kim Na": 2},
            [],
        ),
        (
            "It fell to [Tigre](PERSON), as [Luis Roa](PERSON) is widely known. Mr [Roa](PERSON) left.",
            {"Luis Roa": 3},
            [],
        ),
        # a surname that comes first is shared by strangers: the one last introduced is meant, not so one of a family
        ("[Kim Dae-ho](PERSON) spoke.\n[Kim Na-ra](PERSON) said no. [Kim](PERSON) left.", {"Kim Dae-ho": 1, "Kim Na-ra": 2}, []),
        ("Ms [Eve Lam Na-ra](PERSON) left.\n[Tim Lam Dae-sun](PERSON) said no. [Lam](PERSON) sat.", {"Eve Lam Na-ra": 1, "Tim Lam Dae-sun": 2}, []),
        ("[Kim Dae-ho](PERSON) spoke. It was for the good of [Kim Na-ra](PERSON). [Kim](PERSON) left.", {"Kim Dae-ho": 1, "Kim Na-ra": 1}, ["Kim"]),
        ("[Dae Kim](PERSON) spoke.\n[Nara Kim](PERSON) said no. [Kim](PERSON) left.", {"Dae Kim": 1, "Nara Kim": 1}, ["Kim"]),
        # of two surnames the first is said, too; so is the one after an English first name in Hong Kong
        ("[Ana Rojas Pineda](PERSON) won. [Rojas](PERSON) left. [Eva Rojas](PERSON) came.", {"Ana Rojas Pineda": 2, "Eva Rojas": 1}, []),
        ("[Eve Lam Kok Na-ra](PERSON) won. [Lam](PERSON) left. [Lam Dae-ho](PERSON) came.", {"Eve Lam Kok Na-ra": 2, "Lam Dae-ho": 1}, []),
        (
            "[Ana Bernos Pineda](PERSON) won. [Pineda](PERSON) left. [Eva Bernos](PERSON) came. [Bernos](PERSON) sat.",
            {"Ana Bernos Pineda": 2, "Eva Bernos": 2},
            [],
        ),
        ("[Mary James Pineda](PERSON) won. [Eva James](PERSON) came. [James](PERSON) left.", {"Mary James Pineda": 1, "Eva James": 2}, []),
        # a president is not whoever stands nearest
        (
            "[Joao Pinto](PERSON) won. [Pinto](PERSON) spoke. " + "It rained. " * 60 + "[Ana Pinto](PERSON) said that President [Pinto](PERSON) left.",
            {"Joao Pinto": 3, "Ana Pinto": 1},
            [],
        ),
        (
            "The [Kim Ho-sun](PERSON) administration fell. Rep. [Kim Na-ra](PERSON) said that President [Kim](PERSON) left.",
            {"Kim Ho-sun": 2, "Kim Na-ra": 1},
            [],
        ),
        # a surname that comes first, though the writer's comes last; and whose son a prince is
        ("[Kim Jong Un](PERSON) came. [Kim](PERSON) left. By [Ana Kim](PERSON)", {"Kim Jong Un": 2, "Ana Kim": 1}, []),
        ("Prince [Ali bin Al Hussein](PERSON) left. Crown Prince [Hussein](PERSON) stayed.", {"Ali bin Al Hussein": 1, "Hussein": 1}, []),
        # who governs
        ("President [Otto Brandt](PERSON) met [Ida Brandt](PERSON). The [Brandt](PERSON) administration fell.", {"Otto Brandt": 2, "Ida Brandt": 1}, []),
        ("[Otto Brandt](PERSON) met [Ida Brandt](PERSON). The [Brandt](PERSON) administration fell.", {"Otto Brandt": 1, "Ida Brandt": 1}, ["Brandt"]),
    ],
)
def test_a_surname_of_two_is_the_ones_that_the_words_beside_it_single_out(text: str, joined: dict[str, int], unresolved: list[str]) -> None:
    found, left = people(text)
    assert ({n: len(p.mentions) for n, p in found.items()}, left) == (joined, unresolved)


def test_a_docket_holds_no_title_and_a_baron_after_an_office_is_a_first_name() -> None:
    found, _ = people("The case is Kesk v. [Rua-Tabeke](PERSON), 22-cr-00673. Secretary General [Baron Waqa](PERSON) left.")
    assert {p.name: [t.text for t in p.titles] for p in found.values()} == {"Rua-Tabeke": [], "Baron Waqa": ["Secretary General"]}


def test_a_country_said_once_in_the_body_is_no_focus_beside_one_said_more() -> None:
    text = "Rain fell for a week and nobody came. " * 6 + "Nigeria is big. Nigeria is old. Ghana is small."
    v, _ = tagged(text)
    found = collect_countries(v, resolve_places(v, mark(v.flat, [], []).listed, [], [])[0])
    assert {c.code: c.focus for c in found} == {"NG": True, "GH": False}


def test_an_article_that_names_many_countries_once_is_about_none() -> None:
    v, _ = tagged("Rain fell for a week and nobody came. " * 6 + "Nigeria is big. Togo is old. Ghana is small.")
    found = collect_countries(v, resolve_places(v, mark(v.flat, [], []).listed, [], [])[0])
    assert {c.code: c.focus for c in found} == {"NG": False, "TG": False, "GH": False}


def test_an_acronym_in_mixed_case_is_the_body_that_its_letters_spell() -> None:
    assert {n: len(o.mentions) for n, o in orgs("The [Bank of Kesk](ORG) met. [BoK](ORG) left.").items()} == {"Bank of Kesk": 2}
    assert len(orgs("The [US Navy](ORG) met. The [UN](ORG) left.")) == 2


def test_a_cousin_may_be_called_by_the_first_of_his_names() -> None:
    found, _ = people(
        "Mr [Ken Rua](PERSON), a cousin of President [Nana Addo Dankwa Akufo-Addo](PERSON), left for the north with some others. [Nana Addo](PERSON) stayed."
    )
    assert {n: len(p.mentions) for n, p in found.items()} == {"Ken Rua": 1, "Nana Addo Dankwa Akufo-Addo": 2}


def test_indias_ministry_is_that_of_external_affairs_where_india_is_spoken_of() -> None:
    v, spans = tagged("The External Affairs Ministry said so.")
    for codes, name in ((["MM", "IN"], "Ministry of Foreign Affairs of India"), (["MM"], "Ministry of Foreign Affairs of Myanmar")):
        assert [o.name for o in collect_organizations(v, mark(v.flat, spans, []).orgs, [], codes)] == [name]


@pytest.mark.parametrize(
    ("text", "status"), [("[Ana Rua](PERSON), an ex-electoral chief, left.", "former"), ("Ex-mayor and theatre director [Ana Rua](PERSON) left.", "current")]
)
def test_an_office_is_former_by_the_word_before_it(text: str, status: str) -> None:
    found, _ = people(text)
    assert [t.status for p in found.values() for t in p.titles][-1] == status
