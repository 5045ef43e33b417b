"""The places that datelines name: lists a person can keep in order."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from kliping.system.config_file import ConfigFile

FILE = ConfigFile.read(Path(str(resources.files("kliping").joinpath("data/places.yaml"))))


def test_the_places_are_kept_by_kind():
    assert FILE.problems == []
    assert set(FILE.data) == {"provinces", "regencies", "towns", "abroad"}


@pytest.mark.parametrize("kind", FILE.data)
def test_the_places_of_a_kind_are_texts_in_alphabetical_order_and_none_stands_twice(kind):
    places = FILE.data[kind]
    assert all(isinstance(place, str) for place in places), "put odd words in quotes"
    small = [place.casefold().replace("ü", "u") for place in places]
    assert small == sorted(small)
    assert len({place.casefold() for place in places}) == len(places)


def test_regencies_stand_without_the_words_kabupaten_and_kota():
    regencies = FILE.data["regencies"]
    assert {"Jakarta Pusat", "Kepulauan Seribu", "Pangkajene dan Kepulauan", "Teluk Bintuni"} <= set(regencies)
    assert [place for place in regencies if place.startswith(("Kabupaten ", "Kota "))] == []
