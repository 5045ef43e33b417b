"""XML that asks its reader to fetch or to multiply."""

from __future__ import annotations

from tests.hostile.inputs import ARTICLE, EITHER, ROOT, Input, html, sentences

_LAUGHS = "".join(f'<!ENTITY t{n} "{f"&t{n - 1};" * 10}">' for n in range(1, 10))
_HEADS = {
    "tawa": f'<!DOCTYPE html [<!ENTITY t0 "tawa">{_LAUGHS}]>',
    "kuadrat": f'<!DOCTYPE html [<!ENTITY t9 "{"x" * 20_000}">]>',
    "berkas": f'<!DOCTYPE html [<!ENTITY t9 SYSTEM "file://{ROOT}/rahasia/kunci.txt">]>',
    "sandi": '<!DOCTYPE html [<!ENTITY t9 SYSTEM "file:///etc/passwd">]>',
    "jauh": '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY t9 SYSTEM "http://127.0.0.1:9/x">]>',
    "parameter": f'<!DOCTYPE html [<!ENTITY % a SYSTEM "file://{ROOT}/rahasia/kunci.txt">%a;<!ENTITY t9 "%a;">]>',
    "berputar": '<!DOCTYPE html [<!ENTITY t9 "&t8;"><!ENTITY t8 "&t9;">]>',
    "atribut": '<!DOCTYPE html [<!ATTLIST p onclick CDATA "window.kena=1"><!ENTITY t9 "ya">]>',
    "lembar": f'<?xml-stylesheet type="text/xsl" href="file://{ROOT}/rahasia/kunci.txt"?><!DOCTYPE html>',
}
_INSIDE = {
    "xinclude": f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{ROOT}/rahasia/kunci.txt" parse="text"/>',
    "xinclude-sandi": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"></xi:include>',
    "objek": f'<object data="file://{ROOT}/rahasia/kunci.txt"></object><img src="file:///etc/passwd">',
    "instruksi": f'<?include file="{ROOT}/rahasia/kunci.txt"?><!--#include file="/etc/passwd"-->',
    "ruang-nama": '<a:script xmlns:a="http://www.w3.org/1999/xhtml">window.kena=1</a:script>',
    "xslt": f"<xsl:copy-of select=\"document('file://{ROOT}/rahasia/kunci.txt')\"/>",
}
_NO_HTML = {
    "umpan.html": "<?xml version='1.0'?><rss version='2.0'><channel><title>Umpan</title><item><title>x</title></item></channel></rss>",
    "gambar.html": "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='window.kena=1'><text>Halo</text></svg>",
    "xml.txt": f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY t SYSTEM "file://{ROOT}/rahasia/kunci.txt">]><x>&t;</x>',
    "arsip.htm": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>halo</p>\n--x--",
}


def inputs() -> list[Input]:
    found = []
    for name, head in _HEADS.items():
        page = html(f"bom {name}", "Di sana tertulis &t9; kata Rara Contoh kepada warga balai.")
        for form in ("html", "xhtml"):
            data = page.replace("<!DOCTYPE html>", f'<?xml version="1.0" encoding="utf-8"?>{head}')
            if form == "xhtml":
                data = data.replace("<html ", '<html xmlns="http://www.w3.org/1999/xhtml" ').replace(f"bom {name}", "")
                found.append(Input(f"xml/{name}-x.html", data.encode(), EITHER))
            else:
                found.append(Input(f"xml/{name}.html", data.encode(), ARTICLE, (sentences(f"bom {name}")[0],)))
    for name, inside in _INSIDE.items():
        page = html(f"bom {name}", f"Di sana {inside} ada tulisan, kata Rara Contoh kepada warga.")
        found.append(Input(f"xml/{name}.html", page.encode(), ARTICLE, (sentences(f"bom {name}")[0],)))
    return [*found, *(Input(f"xml/{name}", data.encode(), EITHER) for name, data in _NO_HTML.items())]
