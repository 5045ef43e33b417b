"""The places that datelines name: lists a person can keep in order."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from kliping.outlets.places import is_place
from kliping.system.config_file import ConfigFile

FILE = ConfigFile.read(Path(str(resources.files("kliping").joinpath("data/places.yaml"))))


def test_the_places_are_kept_by_kind():
    assert FILE.problems == []
    assert set(FILE.data) == {"towns", "abroad"}


@pytest.mark.parametrize("kind", FILE.data)
def test_the_places_of_a_kind_are_texts_in_alphabetical_order_and_none_stands_twice(kind):
    places = FILE.data[kind]
    assert all(isinstance(place, str) for place in places), "put odd words in quotes"
    small = [place.casefold().replace("ü", "u") for place in places]
    assert small == sorted(small)
    assert len({place.casefold() for place in places}) == len(places)


@pytest.mark.parametrize(
    "name", ["Jawa Barat", "jabar", "Kulonprogo", "Soreang", "Sofifi", "Rote Ndao", "Cepu", "Paris"]
)
def test_provinces_kabupaten_kota_and_their_seats_are_places_as_towns_and_cities_abroad_are(name):
    assert is_place(name)


def test_the_words_of_the_lists_are_no_places():
    assert not any(map(is_place, ("kabupaten", "kota", "also", "seat", "ordinary", "provinces")))
