"""Make movable.tsv, the days of feasts that follow the moon: a build-time script.

    pip install hijridate pyluach lunardate holidays
    python src/extractor/data/make_movable.py

One line a feast: its names, whether a sighting of the moon can shift it by a day, and its day or days in every year of YEARS.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from hijridate import Hijri
from holidays.calendars.hindu import _HinduLunisolar
from lunardate import LunarDate
from pyluach.dates import HebrewDate

YEARS = range(1990, 2036)


def islamic(month: int, day: int) -> Iterator[date]:
    """Days of the Umm al-Qura calendar."""
    for year in range(1410, 1459):
        yield Hijri(year, month, day).to_gregorian()


def jewish(month: int, day: int) -> Iterator[date]:
    for year in range(5750, 5798):
        yield HebrewDate(year, month, day).to_pydate()


def chinese(month: int, day: int) -> Iterator[date]:
    for year in YEARS:
        yield LunarDate(year, month, day).to_solar_date()


def orthodox_easter() -> Iterator[date]:
    """Julian Easter (Meeus), thirteen days on."""
    for year in YEARS:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        yield date(year, month, day + 1) + timedelta(13)


def diwali() -> Iterator[date]:
    months = {"OCT": 10, "NOV": 11}
    for year in YEARS:
        month, day = _HinduLunisolar.DIWALI_DATES.get(year, (0, 0))
        if month:
            yield date(year, months.get(month, month), day)


def lasting(days: int, first: Iterator[date]) -> Iterator[tuple[date, date]]:
    for d in first:
        yield d, d + timedelta(days - 1)


def ramadan() -> Iterator[tuple[date, date]]:
    for first, feast in zip(islamic(9, 1), islamic(10, 1), strict=True):
        yield first, feast - timedelta(1)


FEASTS: tuple[tuple[str, str, Iterator[date | tuple[date, date]]], ...] = (
    ("ramadan; ramazan", "approx", ramadan()),
    ("eid al-fitr; eid ul-fitr; eid el-fitr", "approx", islamic(10, 1)),
    ("eid al-adha; eid ul-adha; eid el-adha; eid-el-kabir", "approx", islamic(12, 10)),
    ("ashura", "approx", islamic(1, 10)),
    ("passover; pesach", "", lasting(7, jewish(1, 15))),
    ("rosh hashanah; rosh hashana", "", lasting(2, jewish(7, 1))),
    ("yom kippur", "", jewish(7, 10)),
    ("hanukkah; chanukah", "", lasting(8, jewish(9, 25))),
    ("lunar new year; chinese new year", "", chinese(1, 1)),
    ("mid-autumn festival", "", chinese(8, 15)),
    ("diwali; deepavali", "", diwali()),
    ("orthodox easter", "", orthodox_easter()),
)


def main() -> None:
    lines = ["names\tmoon\tdays\n"]
    for names, moon, days in FEASTS:
        spans = sorted({d if isinstance(d, tuple) else (d, d) for d in days})
        said = (f"{a}/{b}" if a != b else str(a) for a, b in spans if a.year in YEARS)
        lines.append(f"{names}\t{moon}\t{' '.join(said)}\n")
    Path(__file__).with_name("movable.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
