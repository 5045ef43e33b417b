"""Rules kept in YAML: what is wrong is named with its file and the way out, and the rest counts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml

from kliping.system.config_file import ConfigFile
from kliping.system.hashing import content_hash
from kliping.system.yaml import parse_yaml


def rules(folder: Path, text: str) -> ConfigFile:
    path = folder / "aturan.yaml"
    path.write_text(text, encoding="utf-8")
    return ConfigFile.read(path)


def test_a_key_we_do_not_know_is_left_out_and_told_with_its_nearest_match(tmp_path):
    file = rules(tmp_path, "domian: contoh.id\nname: Contoh\n")
    file.drop_unknown(("name", "domain"))
    assert file.data == {"name": "Contoh"}
    assert file.problems == ["aturan.yaml: unknown key `domian`; did you mean `domain`?"]


def test_a_key_like_no_other_is_told_with_all_that_are_known(tmp_path):
    file = rules(tmp_path, "xyz: 1\n")
    file.drop_unknown(("name", "domain"))
    assert file.problems == ["aturan.yaml: unknown key `xyz`; known are: name, domain"]


@pytest.mark.parametrize(
    "text",
    [
        "name: [Contoh\n", "name: a: b\n", "\tname: Contoh\n", "name: *nobody\n", "a: !!python/object:os.x {}\n",
        "a: !!int\n", "a: !!bool x\n", "a: !!float _\n", f"a: {'9' * 5000}\n",
        "[" * 60_000, "- " * 60_000, "? " * 60_000, "- - " * 60_000 + "a",
        "a: &a [*a]\n", "a: &a [1, 2]\nb: &b [*a, *a]\n",
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_a_text_that_is_no_yaml_is_named_with_its_line(tmp_path, text):
    file = rules(tmp_path, text)
    assert file.data == {}
    (problem,) = file.problems
    assert problem.startswith("aturan.yaml: is not YAML: line ")
    assert problem.endswith(("; mend that line", "; mend that line, or put its text in quotes"))


@pytest.mark.parametrize("start", ["", "a:\n  ", "a:\r  ", "# a\u2028"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_levels_without_end_are_told_in_whatever_encoding_and_lines_they_come(start, encoding):
    text = f"\ufeff{start}{'- ' * 100_000}x\n"
    with pytest.raises(yaml.YAMLError, match="more than 100 levels deep"):
        parse_yaml(text.encode(encoding))


def test_nothing_in_a_rule_file_is_run(tmp_path):
    made = tmp_path / "made"
    file = rules(tmp_path, f'name: !!python/object/apply:os.mkdir ["{made}"]\n')
    assert file.problems
    assert not made.exists()


def test_an_impossible_date_stays_a_text_so_that_its_key_can_be_named(tmp_path):
    file = rules(tmp_path, "start: 2024-02-30\nend: 2024-02-29\nname: Contoh\n")
    assert file.problems == []
    assert file.data == {"start": "2024-02-30", "end": datetime.date(2024, 2, 29), "name": "Contoh"}


def test_what_could_nest_and_does_not_is_read(tmp_path):
    words = ["- [satu, dua]" for _ in range(3000)]
    assert len(rules(tmp_path, "\n".join(["kata:", *words])).data["kata"]) == 3000
    assert rules(tmp_path, "a: '*'\nb: '&'\n").data == {"a": "*", "b": "&"}


def test_a_time_that_is_none_stays_a_text(tmp_path):
    assert rules(tmp_path, "a: !!timestamp x\n").data == {"a": "x"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a word to the reader\n"])
def test_an_empty_file_holds_nothing_and_is_no_mistake(tmp_path, text):
    file = rules(tmp_path, text)
    assert file.data == {}
    assert file.problems == []


@pytest.mark.parametrize("text", ["- satu\n- dua\n", "satu\n", "5\n"])
def test_a_file_without_keys_is_named(tmp_path, text):
    assert rules(tmp_path, text).problems == ["aturan.yaml: must hold `key: value` lines; see docs/ for the keys"]


def test_a_file_that_is_not_there_is_named(tmp_path):
    (problem,) = ConfigFile.read(tmp_path / "aturan.yaml").problems
    assert problem.startswith("aturan.yaml: cannot be read (")


@pytest.mark.parametrize(
    ("text", "words", "problem"),
    [
        ("kata: [satu, dua]", ("satu", "dua"), None),
        ("kata: satu", ("satu",), None),
        ("kata: []", (), None),
        ("lain: 1", (), None),
        ("kata: [satu, no]", (), "aturan.yaml: `kata` must be a list of texts; put odd words in quotes"),
        ("kata: [satu, a: b]", (), "aturan.yaml: `kata` must be a list of texts; put odd words in quotes"),
        ("kata: 5", (), "aturan.yaml: `kata` must be a list of texts; put odd words in quotes"),
    ],
)
def test_a_list_of_words_holds_texts_only(tmp_path, text, words, problem):
    file = rules(tmp_path, text)
    assert file.words("kata") == words
    assert file.problems == ([problem] if problem else [])


def test_a_text_is_stripped_and_anything_else_is_named(tmp_path):
    file = rules(tmp_path, "name: ' Contoh '\nnote: 5\nempty: ' '\nnone: null\n")
    assert [file.text(key) for key in ("name", "note", "empty", "none", "absent")] == ["Contoh", None, None, None, None]
    assert file.problems == [
        "aturan.yaml: `note` must be a text, not 5",
        "aturan.yaml: `empty` must be a text, not ' '",
    ]


def test_an_unknown_key_inside_a_section_is_named_with_its_place(tmp_path):
    file = rules(tmp_path, "labels: {editr: [Ed], reporter: [Rep]}\n")
    assert file.section("labels", ("reporter", "editor")) == {"reporter": ["Rep"]}
    assert file.problems == ["aturan.yaml: unknown key `labels.editr`; did you mean `labels.editor`?"]


def test_a_digest_tells_its_parts_apart():
    assert content_hash("ab", "c") != content_hash("a", "bc")
    assert content_hash("a", b"b") == content_hash(b"a", "b")


def test_the_safe_loader_makes_no_objects():
    with pytest.raises(yaml.YAMLError):
        parse_yaml("!!python/name:os.system")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: &x [1]\nb: *x\n", "is not YAML: line 2: repeats a value by its mark (*x); write the value out"),
        ("a: " + "[" * 100_000, "more than 100 levels deep"),
        ("a: " + "[" * 100_000 + "]" * 100_000, "is not YAML: line 1: has values inside values, more than 100 levels"),
        ("a: 0x" + "f" * 5_000, "has a number of more than 18 digits"),
        ("a: !!set {b}", "has a value of the kind set"),
    ],
)
def test_yaml_that_breaks_its_readers_is_told_and_not_read(tmp_path, text, why):
    file = rules(tmp_path, text)
    assert file.data == {}
    assert len(file.problems) == 1
    assert why in file.problems[0]
