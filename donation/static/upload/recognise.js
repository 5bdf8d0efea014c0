// Which platforms an archive comes from, and which of its entries their readers want: the same tables
// and the same order as the server's (filters/recognition.py). What is in doubt is claimed by name.

import { head } from "./zip.js";

const READ = ["identity", "context", "signal"];
const LOOKS_A_ROW = 40;
// Of a thousand message files the first forty are looked into; the server looks into every one.

/** A name as it is matched: NFC, plain spaces and apostrophes, no case. */
function folded(name) {
  return name.normalize("NFC").replace(/[\u00a0\u202f]/g, " ").replace(/[\u2019\u02bc]/g, "'")
    .toLowerCase().replace(/ß/g, "ss");
}

function asText(bytes) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
    bytes = new TextEncoder().encode(text);
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

export class Recogniser {
  /** In: the tables as the site serves them (filters/wanted.py). */
  constructor(tables) {
    this.tables = tables;
    this.readers = tables.readers.map((reader) => ({
      ...reader,
      rows: reader.rows.map((row) => ({
        ...row, reader,
        name: row.name && new RegExp(`^(?:${row.name})$`, "u"),
        signature: row.signature && new RegExp(row.signature, "u"),
      })),
    }));
    for (const reader of this.readers) {
      const names = tables.readers.find((one) => one.platform === reader.platform).rows;
      reader.any = new RegExp(`^(?:${names.map((r) => r.name).filter(Boolean).join("|") || "(?!)"})$`, "u");
    }
  }

  /** Out: what to send, the platforms, how many entries nobody knows by kind, and whether an archive is
      among those: { wanted, platforms, unknown, isNested }. */
  async recognise(entries) {
    const { looksInto, telltaleBytes } = this.tables;
    let looksLeft = looksInto;
    const found = [];
    for (const entry of entries) {
      entry.folded = folded(entry.name);
      if (this.#isLitter(entry)) continue;
      let able = [];
      const isMedia = this.tables.media.some((suffix) => entry.folded.endsWith(suffix));
      if (!isMedia) {
        const look = { text: undefined };
        able = await this.#byName(entry, look, telltaleBytes);
        if (!able.length && looksLeft && !entry.isEncrypted) {
          const text = await this.#look(entry, look);
          able = text === null ? [] : this.#byContent(text);
          looksLeft -= able.length ? 0 : 1;
        }
      }
      entry.why = isMedia ? "media" : able.length ? "known" : "unknown";
      const reading = able.filter((row) => READ.includes(row.purpose));
      found.push([entry, reading.length ? reading : able]);
    }
    return this.#share(found);
  }

  #share(found) {
    const spokenFor = new Map();
    for (const [, able] of found) {
      if (able.length === 1 && able[0].telling) {
        const platform = able[0].reader.within;
        spokenFor.set(platform, (spokenFor.get(platform) ?? 0) + 1);
      }
    }
    const claims = found.filter(([, able]) => able.length).map(([entry, able]) => {
      const folders = entry.folded.slice(0, entry.folded.lastIndexOf("/") + 1);
      const rank = (row) => [
        Number(folders.includes(row.reader.within)), spokenFor.get(row.reader.within) ?? 0,
        Number(row.telling),
      ];
      const better = (a, b) => {
        const [x, y] = [rank(a), rank(b)];
        const at = x.findIndex((value, index) => value !== y[index]);
        return at < 0 || x[at] > y[at] ? a : b;
      };
      return { entry, able, row: able.reduce(better) };
    });
    const platforms = this.readers
      .filter((reader) => claims.some(({ row }) => row.telling && row.reader.platform === reader.platform))
      .map((reader) => reader.platform);
    // What went to a platform that is not there after all goes to another that knows it.
    for (const claim of claims) {
      const isThere = (row) => platforms.includes(row.reader.platform);
      if (!isThere(claim.row)) claim.row = claim.able.find(isThere) ?? claim.row;
    }
    const wanted = claims.filter(
      ({ row }) => READ.includes(row.purpose) && platforms.includes(row.reader.platform),
    );
    const strangers = [
      ...found.filter(([entry, able]) => !able.length && entry.why !== "media").map(([entry]) => entry),
      ...claims.filter(({ row }) => !platforms.includes(row.reader.platform)).map(({ entry }) => entry),
    ];
    const unknown = {};
    for (const kind of strangers.map((entry) => this.#kind(entry))) unknown[kind] = (unknown[kind] ?? 0) + 1;
    const isNested = strangers.some((entry) => entry.start === undefined
      && this.tables.archives.some((end) => entry.folded.endsWith(end)));
    return { wanted, platforms, unknown, isNested };
  }

  /** A common extension or `other`, never one as it stands (filters/layout.py). */
  #kind(entry) {
    const [last] = entry.folded.split("/").slice(-1);
    const extension = last.includes(".") ? last.split(".").at(-1) : "";
    return this.tables.spokenOf.includes(extension) ? extension : "other";
  }

  #isLitter(entry) {
    const last = entry.folded.slice(entry.folded.lastIndexOf("/") + 1);
    return !last || !entry.size || entry.isLink || last.startsWith("._")
      || this.tables.junk.includes(last) || entry.folded.includes("__macosx/");
  }

  async #look(entry, look) {
    if (look.text === undefined) {
      const bytes = await head(entry, this.tables.headBytes).catch(() => null);
      look.text = bytes && this.#ownWords(asText(bytes));
    }
    return look.text;
  }

  /** The files in an inner archive may lie there as they are: their words are not its own. */
  #ownWords(text) {
    const { archiveMarks, telltaleBytes } = this.tables;
    const mark = archiveMarks.find((one) => text.startsWith(one));
    return mark ? mark.padEnd(telltaleBytes + 1, "\0") : text;
  }

  async #byName(entry, look, telltaleBytes) {
    const able = [];
    for (const reader of this.readers) {
      if (!reader.any.test(entry.folded)) continue;
      for (const row of reader.rows) {
        if (!row.name?.test(entry.folded)) continue;
        if (row.signature && !entry.isEncrypted && !(row.seen >= LOOKS_A_ROW)) {
          const text = await this.#look(entry, look);
          row.seen = (row.seen ?? 0) + 1;
          if (text !== null && text.length > telltaleBytes && !row.signature.test(text)) continue;
        }
        able.push(row);
        break;
      }
    }
    if (!look.text || able.length < 2) return able;
    const signed = able.filter((row) => !row.signature || row.signature.test(look.text));
    return signed.length ? signed : able;
  }

  #byContent(text) {
    for (const reader of this.readers) {
      for (const row of reader.rows) {
        if (row.signature?.test(text)) return [row];
      }
    }
    return [];
  }
}
