# Settings of the digest. Plain values only; `pelican -s pelican.conf.py` works with them as `uv run invoke build` does.
import os

SITENAME = "Kliping Pilkada Jakarta"
SITE_DESCRIPTION = "Kliping berita pemilihan, dikelompokkan menurut tahapan resmi, dengan sumber dan asal setiap fakta."
PUBLISHER = ""  # who publishes the digest, shown at the foot of each page and in feeds
CONTACT = ""  # an e-mail address, a web address or a number, by which readers reach them
SITEURL = (os.environ.get("SITEURL") or "http://localhost:8000").rstrip("/")
MESSAGES = ""  # language of what the commands say: "id" or "en"; empty follows the machine
FULL_TEXT = True  # False shows the lead and a link to the outlet instead of the whole text

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
LOCALE = "C"  # dates are written by kliping.text.dates, never by the machine's locale

PLUGINS = ["kliping.site.pelican.plugin"]
ARTICLE_PATHS = []  # our own generator reads content/articles
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
STATIC_PATHS = []
READERS = {"rst": None, "html": None}
INTRASITE_LINK_REGEX = "(?!)"  # never matches: {static} and {attach} in a text are text
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}

DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
DELETE_OUTPUT_DIRECTORY = False
