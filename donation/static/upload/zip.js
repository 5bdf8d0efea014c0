// Zip files on the donor's device: the directory is read, and a new zip is made of the entries that are
// wanted, as slices of the old one. Nothing is inflated but the first bytes of what must be recognised.
// Format: APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.

const TAIL_BYTES = 22 + 0xffff;
const LOCAL_BYTES = 30;
const AT_ONCE = 64;
const SLACK_BYTES = 1024;
const [STORED, DEFLATED] = [0, 8];

/** A file that is no zip, or one that only the server can read. */
export class NotReadable extends Error {}

async function view(blob, start, end) {
  return new DataView(await blob.slice(start, end).arrayBuffer());
}

function large(data, at) {
  const value = data.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new NotReadable();
  return Number(value);
}

async function findDirectory(file) {
  const start = Math.max(0, file.size - TAIL_BYTES);
  const tail = await view(file, start, file.size);
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const found = { count: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true) };
    found.offset = tail.getUint32(at + 16, true);
    const locator = start + at - 20;
    if (locator >= 0) {
      const data = await view(file, locator, locator + 20);
      if (data.getUint32(0, true) === 0x07064b50) {
        const end = await view(file, large(data, 8), large(data, 8) + 56);
        if (end.byteLength < 56 || end.getUint32(0, true) !== 0x06064b50) throw new NotReadable();
        return { count: large(end, 32), size: large(end, 40), offset: large(end, 48) };
      }
    }
    return found;
  }
  throw new NotReadable();
}

function decoded(bytes, isUtf8) {
  for (const encoding of isUtf8 ? ["utf-8"] : ["utf-8", "windows-1252"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch { /* the next one */ }
  }
  return new TextDecoder("utf-8").decode(bytes);
}

/** The entries of a zip: name, sizes, where they lie. Throws NotReadable. */
export async function readDirectory(file) {
  const { count, size, offset } = await findDirectory(file);
  if (offset + size > file.size) throw new NotReadable();
  const data = await view(file, offset, offset + size);
  const entries = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > data.byteLength || data.getUint32(at, true) !== 0x02014b50) throw new NotReadable();
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((o) => data.getUint16(at + o, true));
    if (at + 46 + nameSize + extraSize + noteSize > data.byteLength) throw new NotReadable();
    const flags = data.getUint16(at + 8, true);
    const nameBytes = new Uint8Array(data.buffer, at + 46, nameSize);
    const entry = {
      file, flags, nameBytes,
      name: decoded(nameBytes, flags & 0x800),
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      storedSize: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      place: data.getUint32(at + 42, true),
      isLink: data.getUint8(at + 5) === 3 && (data.getUint32(at + 38, true) >>> 28) === 0xa,
      isEncrypted: Boolean(flags & 1),
    };
    readLarge(data, at + 46 + nameSize, extraSize, entry);
    entries.push(entry);
    at += 46 + nameSize + extraSize + noteSize;
  }
  markEnds(entries, offset);
  return entries;
}

/** Where what follows an entry begins: up to there its header, its content and no other's lie. */
function markEnds(entries, directory) {
  const inOrder = [...entries].sort((a, b) => a.place - b.place);
  inOrder.forEach((entry, number) => { entry.end = inOrder[number + 1]?.place ?? directory; });
}

/** Sizes and place beyond four gigabytes stand in an extra field. */
function readLarge(data, start, length, entry) {
  for (let at = start; at + 4 <= start + length; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + data.getUint16(at + 2, true), start + length);
    let field = at + 4;
    for (const key of ["size", "storedSize", "place"]) {
      if (entry[key] !== 0xffffffff || field + 8 > end) continue;
      entry[key] = large(data, field);
      field += 8;
    }
  }
}

async function dataStart(entry) {
  if (entry.start !== undefined) return entry.start;
  const header = await view(entry.file, entry.place, entry.place + LOCAL_BYTES);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== 0x04034b50) throw new NotReadable();
  return entry.place + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

/** The first bytes of an entry, inflated; null when this browser cannot. */
export async function head(entry, bytes) {
  const start = await dataStart(entry);
  const stored = entry.file.slice(start, start + entry.storedSize);
  if (entry.method === STORED) return new Uint8Array(await stored.slice(0, bytes).arrayBuffer());
  if (entry.method !== DEFLATED || !globalThis.DecompressionStream) return null;
  const reader = stored.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const found = new Uint8Array(bytes);
  let filled = 0;
  try {
    while (filled < bytes) {
      const { done, value } = await reader.read();
      if (done) break;
      found.set(value.subarray(0, bytes - filled), filled);
      filled += value.length;
    }
  } catch {
    return null;
  } finally {
    reader.cancel().catch(() => {});
  }
  return found.subarray(0, Math.min(filled, bytes));
}

function record(signature, layout, tail = []) {
  const fixed = new DataView(new ArrayBuffer(4 + layout.reduce((sum, [bytes]) => sum + bytes, 0)));
  fixed.setUint32(0, signature, true);
  let at = 4;
  for (const [bytes, value] of layout) {
    if (bytes === 2) fixed.setUint16(at, value, true);
    else if (bytes === 4) fixed.setUint32(at, value, true);
    else fixed.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return [fixed.buffer, ...tail];
}

/** An entry with its header, as it lies in its zip; null when something unnamed may lie behind it. */
function asItLies(entry) {
  const shortest = LOCAL_BYTES + entry.nameBytes.length + entry.storedSize;
  const length = entry.end - entry.place;
  if (entry.start !== undefined || length < shortest || length > shortest + SLACK_BYTES) return null;
  return { parts: [entry.file.slice(entry.place, entry.end)], length };
}

/** An entry behind a header of ours: sizes stand in it, not behind the content (bit 3). */
async function rewritten(entry) {
  const start = await dataStart(entry);
  const header = record(0x04034b50, [
    [2, 20], [2, entry.flags & 0x801], [2, entry.method], [4, 0x00210000], [4, entry.crc],
    [4, entry.storedSize], [4, entry.size], [2, entry.nameBytes.length], [2, 0],
  ], [entry.nameBytes]);
  const length = LOCAL_BYTES + entry.nameBytes.length + entry.storedSize;
  return { parts: [...header, entry.file.slice(start, start + entry.storedSize)], length };
}

/** A zip of some entries of others, still compressed: a Blob of slices, nothing is copied. */
export async function thinZip(entries) {
  const pieces = [];
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const some = entries.slice(at, at + AT_ONCE);
    pieces.push(...(await Promise.all(some.map((entry) => asItLies(entry) ?? rewritten(entry)))));
  }
  const parts = [];
  const directory = [];
  let [offset, directorySize] = [0, 0];
  entries.forEach((entry, number) => {
    if (Math.max(entry.size, entry.storedSize, offset) >= 0xffffffff) throw new NotReadable();
    parts.push(...pieces[number].parts);
    directory.push(...record(0x02014b50, [
      [2, 20], [2, 20], [2, entry.flags & 0x809], [2, entry.method], [4, 0x00210000], [4, entry.crc],
      [4, entry.storedSize], [4, entry.size], [2, entry.nameBytes.length], [2, 0], [2, 0], [2, 0],
      [2, 0], [4, 0], [4, offset],
    ], [entry.nameBytes]));
    offset += pieces[number].length;
    directorySize += 46 + entry.nameBytes.length;
  });
  const end = offset + directorySize;
  if (end >= 0xffffffff) throw new NotReadable();
  if (entries.length >= 0xffff) {
    const counts = [[8, entries.length], [8, entries.length], [8, directorySize], [8, offset]];
    directory.push(...record(0x06064b50, [[8, 44], [2, 45], [2, 45], [4, 0], [4, 0], ...counts]));
    directory.push(...record(0x07064b50, [[4, 0], [8, end], [4, 1]]));
  }
  const shown = Math.min(entries.length, 0xffff);
  directory.push(...record(
    0x06054b50, [[2, 0], [2, 0], [2, shown], [2, shown], [4, directorySize], [4, offset], [2, 0]],
  ));
  return new Blob([...parts, ...directory], { type: "application/zip" });
}
