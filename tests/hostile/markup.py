"""Active content in HTML pages: as markup it is gone, as escaped text it stands as it was printed."""

from __future__ import annotations

import json

from tests.hostile.inputs import ARTICLE, EITHER, KENA, Input, headline, html, sentences, shown

_SAID = "kata Rara Contoh di balai itu kepada warga."

# As they stand, within a paragraph. What a reader of the page saw of them differs, so no words are asked for but ours.
_LIVE = (
    ("skrip", f"<script>{KENA}</script>"),
    ("skrip-rusak", f"<scr<script>ipt>{KENA}</scr</script>ipt>"),
    ("gambar", f"<img src=x onerror={KENA}>"),
    ("svg", f"<svg onload={KENA}><script>{KENA}</script><foreignObject><body onload={KENA}></foreignObject></svg>"),
    ("svg-mutasi", f'<svg></p><style><a id="</style><img src=1 onerror={KENA}>"></svg>'),
    (
        "mathml",
        f"<math><mtext><table><mglyph><style><math><img src onerror={KENA}></style></mglyph></table></mtext></math>",
    ),
    ("templat", f"<template><script>{KENA}</script></template>"),
    ("noscript", f"<noscript><img src=x onerror={KENA}></noscript>"),
    ("noscript-atribut", f'<noscript><p title="</noscript><img src=x onerror={KENA}>"></noscript>'),
    ("textarea", f"<textarea></textarea><img src=x onerror={KENA}></textarea>"),
    ("xmp", f"<xmp><script>{KENA}</script></xmp><plaintext-x>"),
    ("komentar", f"<!--><img src=x onerror={KENA}>-->"),
    ("komentar-bersyarat", f"<!--[if gte IE 4]><script>{KENA}</script><![endif]-->"),
    ("cdata", f"<![CDATA[><img src=x onerror={KENA}>]]>"),
    ("tautan", f'<a href="javascript:{KENA}">klik</a> <a href=" &#1;java&Tab;script:{KENA}">klik</a>'),
    ("tautan-data", '<a href="data:text/html,<script>x</script>">klik</a> <a href="vbscript:x">klik</a>'),
    ("atribut", f'<b onmouseover={KENA} style="background:url(javascript:{KENA})" data-x="{{{{7*7}}}}">tebal</b>'),
    (
        "bingkai",
        f'<iframe srcdoc="&lt;script&gt;parent.{KENA}&lt;/script&gt;" src="javascript:parent.{KENA}"></iframe>',
    ),
    (
        "gaya",
        "<style>@import url(https://jahat.example/x.css);p{behavior:url(#x)}</style><link rel=stylesheet href=//jahat.example/x.css>",
    ),
    (
        "formulir",
        f'<form action="javascript:{KENA}"><input name=x onfocus={KENA} autofocus><button formaction="javascript:{KENA}">ok</button></form>',
    ),
    ("objek", '<object data="data:text/html,x"></object><embed src="//jahat.example/x.swf"><applet code=x></applet>'),
    ("video", f"<video poster=javascript:{KENA} onloadstart={KENA}><source src=x onerror={KENA}></video>"),
    ("khusus", f"<x-tampil onclick={KENA}>tampil</x-tampil><slot onslotchange={KENA}></slot>"),
    ("instruksi", f"<?php echo 1 ?><?xml-stylesheet href='javascript:{KENA}'?><% {KENA} %>"),
)

_ESCAPED = (
    f"<script>{KENA}</script>", f"<img src=x onerror={KENA}>", f'"><svg onload={KENA}>', f"</p></main><script>{KENA}</script>",
    f"<!-- <script>{KENA}</script>", f"&lt;script&gt;{KENA}&lt;/script&gt;", f"&amp;lt;img src=x onerror={KENA}&amp;gt;",
    f"[klik](javascript:{KENA})", "{{ 7*7 }} {% include '/etc/passwd' %}", f"<a href='javascript:{KENA}'>klik</a>",
    "<![CDATA[ ]]>", f"<style>*{{background:url(javascript:{KENA})}}</style>",
)  # fmt: skip

_TITLES = (
    f"<script>{KENA}</script>",
    f'"><img src=x onerror={KENA}>',
    f"</title><script>{KENA}</script>",
    "{{ 7*7 }} {% x %}",
    "&lt;b&gt; &amp;amp;",
)
_ADDRESSES = (
    f"javascript:{KENA}//contoh.example/a", "data:text/html,<script>x</script>", f'https://contoh.example/"onclick="{KENA}',
    f"https://contoh.example/<script>{KENA}</script>", "https://contoh.example/a b\nc", "//jahat.example/x", "file:///etc/passwd",
    "https://contoh.example:99999999/x", "https://[::1/x", f"HTTPS://contoh.example/'><svg/onload={KENA}>", "https://a@b@contoh.example/../..",
)  # fmt: skip


def _heads() -> list[Input]:
    """The head of a page says hostile things of it."""
    found = []
    for number, address in enumerate(_ADDRESSES):
        quoted = address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        linked = json.dumps({"@type": "NewsArticle", "url": address, "image": address, "author": {"name": address}})
        head = (
            f'<link rel="canonical" href="{quoted}"><meta property="og:url" content="{quoted}">'
            f'<base href="{quoted}"><meta http-equiv="refresh" content="0;url={quoted}">'
            f'<script type="application/ld+json">{linked.replace("</", "<" + chr(92) + "/")}</script>'
        )
        page = html(f"alamat {number}", head=head)
        found.append(Input(f"markup/alamat-{number}.html", page.encode(), ARTICLE, (sentences(f"alamat {number}")[0],)))
    return found


def _titles() -> list[Input]:
    found = []
    for number, trap in enumerate(_TITLES):
        title = f"Warga Melati Tulis {trap} pada Papan {number}"
        quoted = shown(title).replace('"', "&quot;")
        linked = json.dumps({"@type": "NewsArticle", "headline": title, "author": {"@type": "Person", "name": trap}})
        head = (
            f'<meta property="og:title" content="{quoted}"><meta name="author" content="{quoted}">'
            f'<meta name="description" content="{quoted}">'
            f'<script type="application/ld+json">{linked.replace("</", "<" + chr(92) + "/")}</script>'
        )
        page = html(f"kepala {number}", title=shown(title), head=head)
        found.append(Input(f"markup/judul-{number}.html", page.encode(), ARTICLE, (title,)))
        page = html(f"kepala hidup {number}", title=title)  # not escaped: broken markup
        found.append(Input(f"markup/judul-hidup-{number}.html", page.encode(), EITHER))
    return found


def _names() -> list[Input]:
    """The outlet's and other names, of which the site makes folders, filters and feeds."""
    found = []
    names = (
        f"<script>{KENA}</script>",
        f'"><img src=x onerror={KENA}>',
        "..",
        "../../x",
        "index",
        "rss.xml",
        "😀",
        "Koran " * 40,
        "a/b?c#d",
        "{{ 7*7 }}",
        "con",
    )
    for number, name in enumerate(names):
        seed = f"media {number}"
        quoted = shown(name).replace('"', "&quot;")
        credit = f"<figure><img src=x.jpg><figcaption>Balai dibuka (Foto: {shown(name)})</figcaption></figure>"
        page = html(seed, before=credit).replace("Contoh Berita", quoted).replace("CONTOHBERITA.ID, ", "")
        page = page.replace(
            "Rara Contoh</p>", f"{shown(name)}</p><p class='editor'>Editor: {shown(name)}</p><p>({shown(name)}/ANT)</p>"
        )
        found.append(
            Input(f"markup/media-{number}.html", page.encode(), ARTICLE, (sentences(seed)[0], sentences(seed)[5]))
        )
    return found


def _around() -> list[Input]:
    """Hostile markup around the article."""
    seed = "sekitar"
    frames = {
        "bingkai": f"<iframe src='javascript:{KENA}'></iframe><script>{KENA}</script>",
        "dasar": "<base href='https://jahat.example/'><link rel=import href=//jahat.example/x>",
        "awan": f"<body onload={KENA} onpageshow={KENA}><div hidden onbeforematch={KENA}>x</div>",
        "ld": f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"<script>{KENA}</script>"}}</script>',
        "ld-rusak": '<script type="application/ld+json">{"headline": [}, </script>',
        "ld-angka": '<script type="application/ld+json">{"headline": 7, "author": [[[]]], "datePublished": {"a": 1e999}}</script>',
    }
    return [
        Input(
            f"markup/{seed}-{name}.html",
            html(f"{seed} {name}", before=markup).encode(),
            ARTICLE,
            (headline(f"{seed} {name}"),),
        )
        for name, markup in frames.items()
    ]


def inputs() -> list[Input]:
    live = [
        Input(
            f"markup/{name}.html",
            html(f"markup {name}", f"Di sana {markup} ada tulisan, {_SAID}").encode(),
            ARTICLE,
            (sentences(f"markup {name}")[0],),
        )
        for name, markup in _LIVE
    ]
    told = [
        Input(f"markup/tampil-{number}.html", html(f"tampil {number}", shown(line)).encode(), ARTICLE, (line,))
        for number, line in enumerate(f"Di sana tertulis {trap}, {_SAID}" for trap in _ESCAPED)
    ]
    return [*live, *told, *_heads(), *_titles(), *_names(), *_around()]
