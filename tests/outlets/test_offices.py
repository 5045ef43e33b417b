"""Election offices are known by the hosts of their sites."""

from __future__ import annotations

import pytest

from kliping.outlets.hosts import is_outlet
from kliping.outlets.offices import branch_at, is_branch, office_of


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("kota-bandung.kpu.go.id", "KPU Kota Bandung"),
        ("kab-tts.kpu.go.id", "KPU Kabupaten Timor Tengah Selatan"),
        ("kab-bolaangmongondowtimur.kpu.go.id", "KPU Kabupaten Bolaang Mongondow Timur"),
        ("gorontalo.kpu.go.id", "KPU Provinsi Gorontalo"),
        ("bandungkab.bawaslu.go.id", "Bawaslu Kabupaten Bandung"),
        ("surabaya.bawaslu.go.id", "Bawaslu Kota Surabaya"),
        ("kotabaru.bawaslu.go.id", "Bawaslu Kabupaten Kotabaru"),
        ("bandung.bawaslu.go.id", None),  # of the kabupaten or of the kota
        ("kab-melati.kpu.go.id", None),
        ("bandung.go.id", None),
    ],
)
def test_a_host_below_the_domain_of_an_office_names_its_branch(host, name):
    assert office_of(host) == name


def test_services_of_an_office_are_no_branch_and_no_outlet():
    assert is_branch("kab-melati.kpu.go.id")
    assert not is_branch("infopemilu.kpu.go.id")
    assert not is_outlet("infopemilu.kpu.go.id")
    assert is_outlet("bandung.go.id")


def test_the_branch_at_a_place_is_told_only_where_there_is_just_one():
    assert branch_at("kpu.go.id", "SUKOHARJO") == ("KPU Kabupaten Sukoharjo", "kab-sukoharjo.kpu.go.id")
    assert branch_at("kpu.go.id", "Bandung") is None
    assert branch_at("zamrud.go.id", "Sukoharjo") is None
