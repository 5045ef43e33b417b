"""The language of a text: by its script, else by the small words that no sentence does without."""

import re
from collections import Counter
from collections.abc import Iterable

_SAMPLE = 120  # characters that tell the script
_SHARE = 8  # one word in so many, at the least, is a small word of the language; in English prose every third is
_OTHER = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")  # letters that are not Latin
_SCRIPTS = (  # kana and hangul before Han, which Japanese writes too
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("jv", re.compile(r"[\ua980-\ua9df]")),
)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]")

_SMALL = {
    "id": "yang dan di dari untuk dengan pada ini itu akan dalam tidak kata juga oleh ke sebagai para telah sudah"
    " adalah bahwa karena saat bisa hingga tersebut sebanyak yakni yaitu serta saja",
    "en": "the of and to in for is that was with on by as at from said has have it be are an were will which not",
    "jv": "ing lan kang saka iki kuwi ora sing marang dening nalika uga amarga kanggo menyang ingkang menika",
    "su": "jeung anu dina teu ieu éta eta tina keur ogé oge sarta lamun nyaéta nyaeta téh pikeun ngeunaan",
}
# Malay shares its small words with Indonesian; these it alone writes so, and Indonesian writes the others so.
_MALAY = frozenset("bahawa kerana sahaja iaitu pengerusi suruhanjaya pengundi mengundi mesyuarat ogos disember".split())
_NOT_MALAY = frozenset("bahwa karena saja yaitu yakni bisa ketua komisi pemilih agustus desember".split())
_OF = {word: language for language, words in _SMALL.items() for word in words.split()}


def detect_language(body: Iterable[str]) -> str:
    """The ISO 639-1 code of some paragraphs; `id` where nothing else is plain, as in a table of results."""
    text = "\n".join(body)[:1200]  # characters: the small words of a few paragraphs decide
    if 3 * len(_OTHER.findall(text, 0, _SAMPLE)) > min(len(text), _SAMPLE):
        return next((code for code, letters in _SCRIPTS if letters.search(text)), "id")
    words = text.casefold().split()
    counts = Counter([_OF[word] for word in words if word in _OF])
    if len(counts) > 1 and "id" in counts:  # an Indonesian paper may quote English at length, and the reverse
        words = _QUOTED.sub(" ", text).casefold().split() or words
        counts = Counter([_OF[word] for word in words if word in _OF])
    indonesian = counts.pop("id", 0)
    if not counts:
        malay = 0 if _MALAY.isdisjoint(words) else sum(word in _MALAY for word in words)
        return "ms" if malay >= 3 and malay > sum(word in _NOT_MALAY for word in words) else "id"
    code, count = counts.most_common(1)[0]
    return code if count > max(2, 2 * indonesian) and count * _SHARE >= len(words) else "id"
