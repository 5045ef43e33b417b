"""What front matter says of publishing: it takes an article down, leaves it, or cannot be read, and nothing else."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from kliping.article.kinds import WrongValue
from kliping.article.publication import withdrawal


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"publish": False}, "publish: false"),
        ({"Publish": "Tidak"}, "Publish: tidak"),
        ({"terbitkan": "tidak"}, "terbitkan: tidak"),
        ({"TERBIT": "off"}, "TERBIT: off"),
        ({"publish": 0}, "publish: 0"),
        ({"status": "draft"}, "status: draft"),
        ({"status": "Draf"}, "status: draf"),
        ({"draft": True}, "draft: true"),
        ({"published": False}, "published: false"),
        ({"published": "tidak"}, "published: tidak"),
        ({"Published": "False"}, "Published: false"),
        ({"public": False}, "public: false"),
        ({"unpublished": True}, "unpublished: true"),
        ({"hidden": "ya"}, "hidden: ya"),
        ({"Ditarik": "ya"}, "Ditarik: ya"),
        ({"publikasikan": "tidak"}, "publikasikan: tidak"),
        ({"do-publish": False}, "do-publish: false"),
        ({"tayang": "tidak"}, "tayang: tidak"),
        ({"withdrawn": "yes"}, "withdrawn: yes"),
        ({"dicabut": True}, "dicabut: true"),
        ({"publish": True, "status": "draft"}, "status: draft"),
        ({"publish": "tidak", "alasan": "diminta narasumber"}, "diminta narasumber"),
        ({"publish": "nanti", "status": "draft"}, "status: draft"),
    ],
)
def test_front_matter_that_takes_its_article_down_says_why(values: dict[str, Any], why: str) -> None:
    assert withdrawal(values) == why


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"title": "Publish", "stage": "draft", "note": "tidak"},
        {"publish": True},
        {"terbit": "ya"},
        {"status": "published", "draft": False},
        {"published": datetime.date(2024, 11, 20)},
        {"terbit": datetime.date(2024, 11, 20)},
        {"diterbitkan": "5 November 2024"},
        {"tanggal terbit": "5 November 2024", "penerbit": "Koran Teladan"},
        {"hidden": False, "ditarik": "tidak"},
        {"publication": "Koran Teladan", "status_gizi": "baik", "last_published": "2024-11-20"},
        {"published": "2024-11-20 19:30"},
        {"publisher": "Koran Teladan", "tags": ["draft"]},
    ],
)
def test_any_other_front_matter_leaves_its_article_published(values: dict[str, Any]) -> None:
    assert withdrawal(values) is None


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"publish": "tidka"}, "`publish` must be yes or no (ya, tidak), not 'tidka'"),
        ({"publish": None}, "`publish` must be yes or no (ya, tidak), and is empty"),
        ({"publish": ["tidak"]}, "`publish` must be yes or no (ya, tidak), not ['tidak']"),
        ({"published": "belum"}, "`published` must be yes or no"),
        ({"publish": datetime.date(2030, 1, 1)}, "`publish` must be yes or no"),
        ({"status": "kosong"}, "`status` must be draft or published, not 'kosong'"),
        ({"draft": "mungkin"}, "`draft` must be yes or no"),
        ({"pubish": False}, "`pubish` may be meant to publish or withdraw; write `publish: yes`"),
        ({"terbitkn": "tidak"}, "`terbitkn` may be meant to publish or withdraw; write `publish: yes`"),
    ],
)
def test_what_may_take_an_article_down_and_cannot_be_read_is_refused(values: dict[str, Any], why: str) -> None:
    with pytest.raises(WrongValue) as caught:
        withdrawal(values)
    assert str(caught.value).startswith(why)
