"""The tests, laid out as the code is: what `kliping/extract/byline.py` must do stands in `tests/extract/test_byline.py`.

A test says in its name what should be true; a module says in its first line what it is about. Beside those of one
module stand tests of the whole:

- `test_floors.py`: which folder may import which. `test_docs.py`, `test_samples.py`: documents and samples say what is.
  `test_workflows.py`: what GitHub is told to do. `test_frozen.py`: nothing here reads what is the user's; content and settings are copies, in `project/`.
- `extract/test_evidence.py`: pages of every outlet under `pages/` become the Markdown beside them (`write_pages.py`
  writes it).
- `site/`: what holds of a built site, over all its folders (`test_repeatable.py`, `test_incremental.py`, a real browser
  in `test_browser.py`).
- `hostile/`: pages made to do harm. `fuzz/`: made at random, by `invoke fuzz` too; what it finds is kept in `findings/`.
- `benchmarks/`: what is outside the wheel.

Helpers, in the folder of those that need them:

- `conftest.py`: `project`, an empty project in a folder of its own; `browser`, one Chromium (`browser.py` finds it). `saves.py`: texts that
  were saved again, reprinted, or made from one template.
- `site/conftest.py`: `site`, the sample built once; `large_site`, 900 odd articles (`site/large.py`); `invoke` runs a
  task. `site/scratch.py`: a project small enough to be built over and over; `site/trial.py`: builds that are cut short.
- `runner.py` runs tasks in forks of one process, for most of a short build is the start of Python.

All pages, names and sentences are made up. No test measures time or puts a stand-in in the place of a part.
"""
