// The upload page: opens the archive on the device, says what goes and what stays, sends it in pieces.
// Without this script the form sends the whole file by itself.

import { open, total, unsorted } from "./choice.js";
import { fingerprint, send, Stopped } from "./tus.js";

const MOST_LISTED = 500;
const form = document.getElementById("upload");
const input = document.getElementById("files");
const button = form.querySelector("button[type=submit]");
const plan = document.getElementById("plan");
const intro = document.getElementById("intro");
const sending = document.getElementById("sending");
const words = JSON.parse(form.dataset.words);
const language = document.documentElement.lang;
const begun = JSON.parse(form.dataset.begun);
const plainWord = button.textContent;
const heading = document.querySelector("h1");
const chooseWord = heading.textContent;
let opened = null;
let attempt = String(Math.random());

for (const part of document.querySelectorAll(".scripted")) part.hidden = false;
for (const part of document.querySelectorAll(".unscripted")) part.hidden = true;
button.classList.add("quiet");

const number = (value, options) => new Intl.NumberFormat(language, options).format(value);
const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, key) => values[key]);

function size(bytes) {
  const step = [[1e9, words.giga], [1e6, words.mega], [1e3, words.kilo]].find(([unit]) => bytes >= unit);
  const [unit, name] = step ?? [1, words.byte];
  return `${number(bytes / unit, { maximumFractionDigits: unit > 1e3 && bytes < 10 * unit ? 1 : 0 })}\u00a0${name}`;
}

function duration(seconds) {
  return seconds < 90
    ? say(words.seconds, { n: number(Math.max(1, Math.round(seconds))) })
    : say(words.minutes, { n: number(Math.round(seconds / 60)) });
}

const slot = (name) => plan.querySelector(`[data-slot=${name}]`);

function fill(name, text) {
  slot(name).textContent = text ?? "";
  slot(name).hidden = !text;
}

function list(name, entries) {
  const shown = entries.slice(0, MOST_LISTED).map((entry) => {
    const item = document.createElement("li");
    const why = words.why[entry.purpose ?? entry.why];
    item.textContent = `${entry.name} (${size(entry.storedSize)})${why ? `, ${why}` : ""}`;
    return item;
  });
  slot(name).replaceChildren(...shown);
  if (entries.length > MOST_LISTED) {
    const item = document.createElement("li");
    item.textContent = say(words.more, { n: number(entries.length - MOST_LISTED) });
    slot(name).append(item);
  }
}

const plural = new Intl.PluralRules(language);
const counted = ([one, more], n, values) => say(plural.select(n) === "one" ? one : more, { ...values, n: number(n) });

/** The private conversations, each with a box that is off. */
function offer(conversations) {
  slot("private").hidden = !conversations.length;
  slot("chats").replaceChildren(...conversations.map(({ name, entries }, place) => {
    const [label, box, text] = ["label", "input", "span"].map((tag) => document.createElement(tag));
    label.className = "tick";
    [box.type, box.value] = ["checkbox", place];
    text.textContent = `${name} (${size(total(entries))})`;
    label.append(box, " ", text);
    return label;
  }));
}

const ticked = () => [...slot("chats").querySelectorAll("input:checked")].map((box) => opened.conversations[box.value]);

function show() {
  const { platforms, stays, bytes, isWhole, isOpened, problem, conversations } = opened;
  const titles = platforms.map((platform) => words.platforms[platform] ?? platform);
  const names = new Intl.ListFormat(language).format(titles);
  // Opened, and nothing was found to send: what may still go whole goes only at the donor's own wish.
  const isInVain = isOpened && isWhole && !problem;
  fill("problem", problem && `${words[problem]} ${words.unsent}`);
  fill("known", titles.length && !problem ? say(words.known[Number(titles.length > 1)], { names, size: size(bytes) }) : "");
  fill("whole", isWhole && !problem && !isInVain ? say(words.whole, { size: size(bytes) }) : "");
  fill("unknown", isInVain ? words[titles.length ? "inVain" : "unknown"] : "");
  const anyway = words[titles.length ? "inVainWhole" : "unknownWhole"];
  fill("device", isWhole && !problem ? say(isInVain ? anyway : words.device, { size: size(bytes) }) : "");
  button.classList.toggle("quiet", isInVain);
  fill("counts", Object.keys(opened.unknown).length && !problem ? words.counts : "");
  offer(conversations);
  if (conversations.length && !opened.goes.length) slot("private").open = true;
  plan.querySelector("details.all").hidden = isWhole;
  list("stays-list", stays);
  slot("stays-part").hidden = !stays.length;
  count();
  input.classList.add("chosen");
  plan.hidden = false;
}

/** What goes and what stays, with the conversations as they are ticked. */
function count() {
  const { bytes, isWhole, problem } = opened;
  const chats = new Set(ticked());
  const goes = [...opened.goes, ...[...chats].flatMap(({ entries }) => entries)];
  const stays = [...opened.stays, ...opened.conversations.filter((chat) => !chats.has(chat)).flatMap(({ entries }) => entries)];
  const kinds = ["signal", "context"].filter((kind) => opened.goes.some(({ purpose }) => purpose === kind)).map((kind) => words.kinds[kind]);
  if (chats.size) kinds.push(words.kinds.chats);
  const inWords = new Intl.ListFormat(language).format(kinds);
  const isNothing = !isWhole && !goes.some(({ purpose }) => purpose !== "identity");
  fill("goes", isWhole || isNothing ? "" : counted(words.goes, goes.length, { size: size(total(goes)), list: inWords }));
  fill("identity", !isNothing && goes.some(({ purpose }) => purpose === "identity") ? words.identity : "");
  const homely = [
    opened.stays.some(({ why }) => why === "media") && words.stayKinds.media,
    opened.stays.some(({ why }) => why !== "media") && words.stayKinds.rest,
    chats.size < opened.conversations.length && words.stayKinds.chats,
  ].filter(Boolean);
  fill("stays", isWhole || !stays.length ? "" : counted(words.stays, stays.length, {
    size: size(total(stays)), list: new Intl.ListFormat(language).format(homely),
  }));
  fill("none", isNothing && !problem ? words[opened.conversations.length ? "none" : "inVain"] : "");
  list("goes-list", goes);
  button.disabled = Boolean(problem) || isNothing;
  button.textContent = isNothing || problem
    ? plainWord
    : say(isWhole ? words.continue : words.send, { size: size(isWhole ? bytes : total(goes)) });
}

async function choose(chosen) {
  // What is empty is not opened: the form is sent, and the site answers.
  if (!chosen.some(({ file }) => file.size)) {
    [opened, plan.hidden] = [null, true];
    button.classList.add("quiet");
    return;
  }
  form.setAttribute("aria-busy", "true");
  [opened, button.disabled, plan.hidden] = [null, true, true];
  try {
    const tables = await (await fetch(form.dataset.wanted)).json();
    opened = await open(tables, chosen);
  } catch {
    // Whatever the trouble, the whole can still go: the page says so before anything does.
    opened = unsorted(chosen);
  } finally {
    form.removeAttribute("aria-busy");
  }
  show();
}

const paths = (files) => [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** Files of a dropped folder, with their path in it. */
async function walk(entry, folder = "") {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => { entry.file(resolve, reject); });
    return [{ file, path: folder + file.name }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (!some.length) break;
    for (const one of some) found.push(...(await walk(one, `${folder}${entry.name}/`)));
  }
  return found;
}

slot("chats").addEventListener("change", count);
slot("all-chats").addEventListener("click", () => {
  for (const box of slot("chats").querySelectorAll("input")) box.checked = true;
  count();
});
input.addEventListener("change", () => { if (input.files.length) choose(paths(input.files)); });
const folder = document.getElementById("folder");
folder.closest("details").hidden = !("webkitdirectory" in folder);
folder.addEventListener("change", () => { if (folder.files.length) choose(paths(folder.files)); });
form.addEventListener("dragover", (event) => event.preventDefault());
form.addEventListener("drop", async (event) => {
  event.preventDefault();
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = (await Promise.all(entries.map((entry) => walk(entry)))).flat();
  if (files.length) choose(files);
});

async function post(address, fields = []) {
  const body = new URLSearchParams([["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value], ...fields]);
  if (opened.platforms.length) body.append("platform", opened.platforms[0]);
  const answer = await fetch(address, { method: "POST", body });
  if (!answer.ok) throw new Stopped(answer.status);
  return answer;
}

/** The code, once: as soon as there is a donation it opens. Without its card, begun is not begun. */
async function begin() {
  const answer = await post(form.dataset.begin, [["attempt", attempt]]);
  if (answer.status === 201) document.getElementById("code-card").innerHTML = await answer.text();
  attempt = "";
}

function meter(all) {
  const bar = sending.querySelector("progress");
  const line = sending.querySelector("[data-slot=line]");
  const [startedAt, state] = [performance.now(), { first: null }];
  return (sent) => {
    state.first ??= sent;
    const seconds = (performance.now() - startedAt) / 1000;
    const speed = (sent - state.first) / Math.max(seconds, 0.1);
    const percent = all ? Math.floor((100 * sent) / all) : 100;
    bar.value = percent;
    line.textContent = speed
      ? say(words.line, {
        p: number(percent), sent: size(sent), all: size(all), speed: size(speed),
        left: duration((all - sent) / speed),
      })
      : say(words.start, { all: size(all) });
  };
}

async function deliver() {
  const blobs = await opened.blobs(ticked());
  const progress = meter(blobs.reduce((sum, { blob }) => sum + blob.size, 0));
  const status = sending.querySelector("[role=status]");
  const uploads = [];
  let before = 0;
  for (const { name, blob } of blobs) {
    const print = await fingerprint(blob);
    const earlier = begun.find((one) => print && one.fingerprint === print && one.length === blob.size);
    const start = before;
    uploads.push(await send({
      address: form.dataset.uploads, begun: earlier, blob, metadata: { filename: name, fingerprint: print },
      onProgress: (sent) => progress(start + sent),
      onHeld: (by) => {
        const sentence = words[by ?? "sending"];
        if (status.textContent !== sentence) status.textContent = sentence;
      },
    }));
    before += blob.size;
  }
  const counts = Object.keys(opened.unknown).length ? [["unknown", JSON.stringify(opened.unknown)]] : [];
  await post(form.dataset.finish, [...uploads.map((upload) => ["upload", upload]), ...counts]);
  status.textContent = words.sent;
  sending.querySelector("[data-slot=line]").textContent = "";
  document.getElementById("sent").hidden = false;
  document.getElementById("sent").querySelector("a").focus();
}

form.addEventListener("submit", async (event) => {
  // Nothing opened here, as when nothing was chosen: the form speaks for itself.
  if (!opened) return;
  event.preventDefault();
  [form.hidden, intro.hidden, sending.hidden] = [true, true, false];
  heading.textContent = heading.dataset.code;
  heading.focus();
  try {
    await begin();
    await deliver();
  } catch (trouble) {
    const status = sending.querySelector("[role=status]");
    status.textContent = trouble instanceof Stopped && trouble.status === 413 ? words.tooBig : words.stopped;
    [form.hidden, intro.hidden, heading.textContent] = [false, false, chooseWord];
  }
});
