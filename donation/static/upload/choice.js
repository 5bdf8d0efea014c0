// What a donor chose, opened on their own device: what goes, and what stays at home.

import { Recogniser } from "./recognise.js";
import { NotReadable, readDirectory, thinZip } from "./zip.js";

const NUMBERED = /-\d{3}(?: ?\(\d+\))?\.zip$/i;
const MOST_CRC_BYTES = 1024 * 1024 * 1024;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

async function crc32(file) {
  let crc = ~0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ~crc >>> 0;
    for (const byte of value) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
}

/** A file that lies in no zip, as an entry: its content starts at once. */
function looseEntry(file, name) {
  return {
    file, name, nameBytes: new TextEncoder().encode(name), flags: 0x800, method: 0, start: 0,
    size: file.size, storedSize: file.size, isEncrypted: false, isLink: false,
  };
}

async function isZip(file) {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return start[0] === 0x50 && start[1] === 0x4b;
}

export const total = (entries) => entries.reduce((sum, entry) => sum + entry.storedSize, 0);

/** Why none of these files, which lie in no zip, can be read: `unsupported`, `notAnArchive`, or nothing. */
async function refusal({ media, marksElsewhere, marksNotAnArchive }, loose) {
  let isForeign = loose.length > 0;
  for (const { file, name } of loose) {
    const start = String.fromCharCode(...new Uint8Array(await file.slice(0, 8).arrayBuffer()));
    const has = (marks) => marks.some((mark) => start.startsWith(mark));
    if (has(marksElsewhere)) return "unsupported";
    isForeign &&= has(marksNotAnArchive) || media.some((suffix) => name.toLowerCase().endsWith(suffix));
  }
  return isForeign ? "notAnArchive" : undefined;
}

/** Private conversations by what they lie in, so that each can be ticked: `[{ name, entries }]`. */
function conversationsOf(entries) {
  const found = new Map();
  for (const entry of entries) {
    const path = entry.name.split("/");
    const stem = path.pop().replace(/\.\w{1,5}$/, "").replace(/[\s_-]*\d*$/, "");
    const name = [...path.slice(-1), stem].filter(Boolean).join("/");
    const key = `${path.join("/")}/${stem}`;
    if (!found.has(key)) found.set(key, { name, entries: [] });
    found.get(key).entries.push(entry);
  }
  return [...found.values()];
}

/** What was chosen, as it would go when nothing can be sorted here: every file, as it is. */
export function unsorted(chosen) {
  return {
    platforms: [], goes: [], stays: [], conversations: [], isWhole: true, isOpened: false, unknown: {},
    bytes: chosen.reduce((sum, { file }) => sum + file.size, 0),
    blobs: async () => chosen.map(({ file, path }) => ({ name: path, blob: file })),
  };
}

/**
 * Open what was chosen. In: the readers' tables, and the files as `[{ file, path }]`.
 *
 * Out: `platforms`; `goes` and `stays`, lists of entries (`purpose`, `name`, `storedSize`, and `why` it
 * stays); `conversations`, the private ones, which go only when ticked; `bytes` of all that was chosen;
 * `isWhole` when nothing can be sorted here and every file would go as it is; `isOpened` when the names
 * inside could be read all the same; `problem`, when nothing should go; and `blobs(ticked)`, what to
 * send: `[{ name, blob }]`. `unknown` counts what stays because no reader knows it, by neutral kinds.
 */
export async function open(tables, chosen) {
  const [entries, loose] = [[], []];
  let isReadable = true;
  for (const { file, path } of chosen) {
    try {
      if (await isZip(file)) entries.push(...(await readDirectory(file)));
      else loose.push(looseEntry(file, path));
    } catch (trouble) {
      if (!(trouble instanceof NotReadable)) throw trouble;
      isReadable = false;
    }
  }
  const all = [...entries, ...loose];
  const zips = new Set(entries.map(({ file }) => file));
  const whole = unsorted(chosen);
  if (!isReadable) return whole;
  whole.isOpened = true;
  const found = await new Recogniser(tables).recognise(all);
  if (found.isNested && !found.wanted.some(({ row }) => row.purpose === "signal")) {
    return { ...whole, platforms: found.platforms, problem: "nested" };
  }
  if (!found.wanted.length) {
    return { ...whole, platforms: found.platforms, problem: entries.length ? undefined : await refusal(tables, loose) };
  }
  const wanted = new Map(found.wanted.map(({ entry, row }) => [entry, row.purpose]));
  const isPrivate = (row) => row.family === tables.privateFamily;
  const [goes, messages] = [[], []];
  for (const { entry, row } of found.wanted) {
    (isPrivate(row) ? messages : goes).push(Object.assign(entry, { purpose: row.purpose }));
  }
  if ([...goes, ...messages].some((entry) => entry.isEncrypted)) return { ...whole, problem: "password" };
  return {
    platforms: found.platforms, goes, isWhole: false, isOpened: true, unknown: found.unknown, bytes: whole.bytes,
    conversations: conversationsOf(messages),
    stays: all.filter((entry) => !wanted.has(entry) && entry.size),
    blobs: (ticked = []) => pack(chosen, [...goes, ...ticked.flatMap(({ entries: some }) => some)], zips),
  };
}

/**
 * One thin zip for each zip; loose files in one zip of their own, a single one as it is. A zip of which
 * nothing goes is sent empty where it is one of a numbered series: else it would be missed.
 */
async function pack(chosen, goes, zips) {
  const blobs = [];
  for (const { file, path } of chosen) {
    const inside = goes.filter((entry) => entry.file === file && entry.start === undefined);
    const isMissed = NUMBERED.test(path) && zips.has(file) && goes.length > 0;
    if (inside.length || isMissed) blobs.push({ name: path, blob: await thinZip(inside) });
  }
  const loose = goes.filter((entry) => entry.start !== undefined);
  if (loose.length === 1 || total(loose) > MOST_CRC_BYTES) {
    blobs.push(...loose.map((entry) => ({ name: entry.name, blob: entry.file })));
  } else if (loose.length) {
    for (const entry of loose) entry.crc = await crc32(entry.file);
    blobs.push({ name: "archive.zip", blob: await thinZip(loose) });
  }
  return blobs;
}
