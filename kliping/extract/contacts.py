"""What stands below a text about who wrote it: how to reach an office, and an author's box."""

import re
from collections.abc import Sequence
from itertools import islice

from kliping.extract.block_features import BlockFeatures
from kliping.extract.labels import BODY, Layout
from kliping.text import lines

# "Twitter: @kpumelati", "FB: kpu_melati", "Email: kpu@contoh.id"; the group is there where it is a social network
_CHANNEL = re.compile(
    r"(?:(twitter|x|fb|facebook|fanpage|ig|instagram|tik ?tok|youtube|threads)"
    r"|e-?mail|surel|telp|telepon|tlp|hp|wa|whatsapp|website|web|situs)\s?:\s?\S+(?:\s\S+){0,5}",
    re.I,
)
_NAMED = 3  # lines above the channels that say whose they are
_BOX = 3  # sentences of an author's box


def label_contacts(layout: Layout, last: int) -> None:
    """Label the channels behind the last sentence (block `last`), and the lines above them that say whose they are.

    One alone, or none of a social network, may be what the article tells its readers.
    """
    behind = [i for i in layout.indices(BODY) if i > last]
    found = [(i, match) for i in behind if (match := _CHANNEL.fullmatch(layout.blocks[i].text))]
    if len(found) < 2 or not any(match[1] for _, match in found):
        return
    first = found[0][0]
    owner = [i for i in behind if first - _NAMED <= i < first and not lines.ends_sentence(layout.blocks[i].text)]
    for i in (*owner, *(i for i, _ in found)):
        layout.label(i, "contact", "how to reach somebody")


def is_author_box(blocks: Sequence[BlockFeatures], i: int, start: int) -> bool:
    """Whether block `i` is the name that a byline above the body (block `start`) gives, over a few words about him.

    A name of which the article speaks is none.
    """
    name = blocks[i].text
    if blocks[i].byline or not 1 <= name.count(" ") <= 3 or not lines.is_name(name, most=4):
        return False
    below = islice((j for j in range(i + 1, len(blocks)) if blocks[j].prose), _BOX + 1)
    if not any(block.prose for block in blocks[i + 1 : i + 3]) or len(list(below)) > _BOX:
        return False
    if not any(name in block.text and re.search(r"[\d:]", block.text) for block in blocks[:start]):
        return False
    return not any(name in block.text for block in blocks[start:i])
