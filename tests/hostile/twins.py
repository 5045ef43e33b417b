"""Pages that claim to be one another."""

from __future__ import annotations

from tests.hostile.inputs import ARTICLE, EITHER, KENA, Input, headline, sentences, text


def inputs() -> list[Input]:
    page = text("kembar").encode()
    model = text("kembar")
    near = f"Di sela itu tertulis <script>{KENA}</script> pada papan."
    return [
        *(Input(f"kembar/sama-{n}.txt", page, ARTICLE, (headline("kembar"),)) for n in range(6)),
        *(Input(f"kembar/spasi-{n}.txt", page.replace(b" ", b" " * (n + 2)), ARTICLE) for n in range(4)),
        *(
            Input(
                f"kembar/judul-{n}.txt",
                text(f"kembar {n}", title=headline("kembar")).encode(),
                ARTICLE,
                (sentences(f"kembar {n}")[0],),
            )
            for n in range(4)
        ),
        *(
            Input(
                f"kembar/teks-{n}.txt",
                text("kembar teks", title=f"Judul Lain Nomor {n} untuk Teks yang Sama").encode(),
                EITHER,
            )
            for n in range(4)
        ),
        *(Input(f"kembar/kosong-{n}.txt", b"\n" * n, "named") for n in range(3)),
        # One that ends like another article, of another outlet that claims the same day and headline.
        Input(
            "kembar/dekat.txt",
            model.replace("CONTOHBERITA.ID", "LAINBERITA.ID").replace("\n\n", f"\n\n{near}\n\n", 3).encode(),
            EITHER,
        ),
        Input("kembar/palsu.txt", text("kembar palsu", near, title=headline("baik 0")).encode(), ARTICLE, (near,)),
    ]
