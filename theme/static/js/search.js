// The search page. What is asked stands in the address; Pagefind's index answers; results become cards.

const STEP = 10; // results shown at a time
const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");

const site = new URL("../../", import.meta.url);
const form = document.querySelector("form.search");
const status = document.querySelector(".results [role=status]");
const nowhere = document.querySelector(".nowhere");
const list = document.querySelector(".results .cards");
const more = document.querySelector(".more button");
const selects = [...form.querySelectorAll("select[data-filter]")];
const labels = new Map(selects.map((select) => [select, new Map([...select.options].map((o) => [o.value, o.text]))]));
const title = document.title;
const parts = Number(form.dataset.parts);

let opened; // the index, once it is asked for
let latest = 0; // the question that is being answered: an earlier one, still under way, shows nothing

/** The index with all its parts, and how many articles each value of each filter has. */
async function open() {
  const index = await import(new URL("pagefind/pagefind.js", site).href);
  await index.options({ mergeFilter: { part: "0" } });
  await index.filters(); // fails where the index cannot be loaded
  const others = Array.from({ length: parts - 1 }, (_, i) => String(i + 1));
  await Promise.all(
    others.map((part) => index.mergeIndex(new URL(`pagefind/${part}/`, site).pathname, { mergeFilter: { part } })),
  );
  return { index, all: await index.filters() };
}

/** What the address asks. */
function asked() {
  const values = new URLSearchParams(location.search);
  const filters = {};
  for (const select of selects) {
    if (values.get(select.name)) filters[select.dataset.filter] = values.get(select.name);
  }
  const words = (values.get("q") ?? "").trim();
  return { words, filters, newest: values.get("urut") === "terbaru" };
}

/** Answer what the address asks. */
async function answer() {
  const turn = ++latest;
  const question = asked();
  const values = new URLSearchParams(location.search);
  form.q.value = question.words;
  form.urut.value = question.newest ? "terbaru" : "";
  for (const select of selects) offer(select, {}, values.get(select.name) ?? "");
  document.title = question.words ? `${question.words} – ${title}` : title;
  const waiting = setTimeout(() => turn === latest && tell("Mencari …"), 400);
  try {
    const { index, all } = await (opened ??= open());
    // Without a word Pagefind would load the whole index, so that is no question.
    const found = question.words ? await search(index, question) : { total: 0, counts: all, next: async () => [] };
    const first = await found.next();
    if (turn !== latest) return;
    for (const select of selects) offer(select, found.counts[select.dataset.filter] ?? {}, select.value);
    tell(question.words ? told(found.total) : Object.keys(question.filters).length ? "Tulis kata yang dicari" : "");
    nowhere.hidden = !question.words || found.total > 0;
    list.replaceChildren(...first.map(card));
    show(found, turn);
  } catch {
    opened = undefined;
    if (turn !== latest) return;
    tell("Pencarian gagal dimuat. Periksa sambungan internet, lalu muat ulang halaman ini.");
    nowhere.hidden = false;
    list.replaceChildren();
    more.hidden = true;
  } finally {
    clearTimeout(waiting);
  }
}

/** How many articles fit, how many each choice in a filter would leave, and the results by and by. */
async function search(index, { words, filters, newest }) {
  const sort = newest ? { date: "desc" } : {};
  const ask = (chosen) => index.search(words, { filters: chosen, sort });
  // Pagefind sorts each part by itself and then mixes them, so for the newest each is asked alone.
  const parted = newest && parts > 1 ? Array.from({ length: parts }, (_, i) => ({ part: String(i) })) : [{}];
  const found = await Promise.all(parted.map((part) => ask({ ...filters, ...part })));
  const counts = sum(found.map((answer) => answer.filters));
  for (const name of Object.keys(filters)) {
    const { [name]: _, ...rest } = filters;
    counts[name] = (await ask(rest)).filters[name];
  }
  const total = found.reduce((count, { results }) => count + results.length, 0);
  return { total, counts, next: inTurn(found.map(({ results }) => results)) };
}

/** The counts of several answers together: filter -> value -> articles. */
function sum(answers) {
  const all = {};
  for (const [name, counts] of answers.flatMap(Object.entries)) {
    all[name] ??= {};
    for (const [value, count] of Object.entries(counts)) all[name][value] = (all[name][value] ?? 0) + count;
  }
  return all;
}

/** Gives the next results: of one list as they come, of several, each newest first, the newest of all. */
function inTurn(lists) {
  if (lists.length === 1) {
    return () => Promise.all(lists[0].splice(0, STEP).map((result) => result.data()));
  }
  const loading = lists.map((results) => results.splice(0, 2).map((result) => result.data()));
  return async () => {
    const taken = [];
    while (taken.length < STEP) {
      const heads = await Promise.all(loading.map((queue) => queue[0]));
      const days = heads.map((head) => (head ? facts(head).get("date") ?? "0" : ""));
      const newest = days.indexOf(days.reduce((a, b) => (a > b ? a : b)));
      if (!heads[newest]) break;
      taken.push(heads[newest]);
      loading[newest].shift();
      loading[newest].push(...lists[newest].splice(0, 1).map((result) => result.data()));
    }
    return taken;
  };
}

/** Let readers ask for more, as long as there is more. */
function show(found, turn) {
  more.hidden = list.children.length >= found.total;
  more.onclick = async () => {
    const cards = (await found.next()).map(card);
    if (turn !== latest) return;
    list.append(...cards);
    more.hidden = list.children.length >= found.total;
    cards[0]?.querySelector("a").focus();
  };
}

/** Offer the values of a filter that leave any article, with how many, and the one that is chosen. */
function offer(select, counts, chosen) {
  const known = labels.get(select);
  const values = Object.keys(counts).filter((value) => counts[value] && !known.has(value));
  values.sort((a, b) => (select.name === "tahun" ? b.localeCompare(a) : a.localeCompare(b)));
  const mine = [...known.keys()].filter((value) => counts[value]);
  const all = select.name === "tahun" ? [...values, ...mine] : [...mine, ...values];
  if (chosen && !all.includes(chosen)) all.push(chosen);
  const options = all.map((value) => new Option(`${known.get(value) ?? value} (${number(counts[value] ?? 0)})`, value));
  select.replaceChildren(new Option(known.get(""), ""), ...options);
  select.value = chosen;
}

/** An article as on every list of the site, with the words around what was found. */
function card(data) {
  const told = facts(data);
  const [path] = data.raw_url.split("#");
  const lang = told.get("lang");
  const link = element("a", { href: new URL(path, site).href, ...(lang && { lang }) }, data.meta.title);
  const date = told.get("date");
  const outlet = data.meta.outlet;
  return element(
    "li",
    { class: "card" },
    element("h2", { class: "headline" }, link, told.has("untitled") && " ", told.has("untitled") && tag("tanpa judul")),
    element(
      "p",
      { class: "facts" },
      element("span", {}, outlet ? element("b", {}, outlet) : missing("Media tidak dikenali")),
      " ",
      element("span", {}, date ? element("time", { datetime: date }, day(date)) : missing("Tanpa tanggal")),
      " ",
      told.has("origin") && element("span", {}, element("span", { class: "doubt" }, `tanggal ${told.get("origin")}`)),
      " ",
      data.meta.reporter && element("span", {}, data.meta.reporter),
    ),
    element("p", { class: "summary", ...(lang && { lang }) }, ...excerpt(data)),
  );
}

/** What a result shows besides what is searched: it lies behind its address. */
function facts(data) {
  return new URLSearchParams(data.raw_url.split("#")[1]);
}

/** The words around what was found, as nodes: Pagefind writes `<mark>` around a word, and `&lt;` for any other `<`. */
function excerpt(data) {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const words = plain(data.plain_excerpt);
  const nodes = data.excerpt
    .split(/<mark>|<\/mark>/)
    .map((text, i) => (i % 2 ? element("mark", {}, plain(text)) : plain(text)));
  return [!data.content.startsWith(words) && "… ", ...nodes, !data.content.endsWith(words) && " …"];
}

function tag(text) {
  return element("span", { class: "tag" }, text);
}

function missing(text) {
  return element("span", { class: "missing" }, text);
}

/** An element with its attributes and children; a child that is not there is left out. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter(Boolean));
  return made;
}

function told(total) {
  return total ? `${number(total)} berita ditemukan` : "Tidak ada berita yang cocok";
}

function tell(text) {
  status.textContent = text;
}

function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

function day(date) {
  const [year, month, number] = date.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

/** Put what the form asks into the address, and answer it. */
function ask(event) {
  event.preventDefault();
  const values = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = String(new URLSearchParams(values));
  const address = query ? `?${query}` : location.pathname;
  if (new URL(address, location.href).search !== location.search) history.pushState(null, "", address);
  answer();
}

form.addEventListener("submit", ask);
form.addEventListener("change", (event) => event.target.matches("select") && ask(event));
addEventListener("popstate", answer);
answer();
