// Sending a blob by tus 1.0: in small pieces, each with its hash, taken up again where it broke off.

const PIECE_BYTES = 2 * 1024 * 1024;
const LONGEST_WAIT = 30_000;
const NO_ROOM = 507;
const VERSION = { "Tus-Resumable": "1.0.0" };

/** The site no longer takes this upload; `status` says why. */
export class Stopped extends Error {
  constructor(status) {
    super();
    this.status = status;
  }
}

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

async function hash(blob) {
  // Browsers hash on secure pages only; elsewhere the transport's own check must do.
  return crypto.subtle && new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
}

/** What tells one file from another when it is chosen again: its size, its start and its end. */
export async function fingerprint(blob) {
  const ends = new Blob([blob.slice(0, 65536), blob.slice(Math.max(0, blob.size - 65536)), String(blob.size)]);
  const digest = await hash(ends);
  return digest ? [...digest.subarray(0, 16)].map((b) => b.toString(16).padStart(2, "0")).join("") : "";
}

function request(method, address, headers, body, onProgress = () => {}) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(method, address);
    for (const [name, value] of Object.entries({ ...VERSION, ...headers })) {
      sending.setRequestHeader(name, value);
    }
    sending.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    sending.addEventListener("load", () => resolve(sending));
    sending.addEventListener("error", () => reject(new TypeError("network")));
    sending.addEventListener("timeout", () => reject(new TypeError("network")));
    sending.send(body);
  });
}

function rest(milliseconds) {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener("online", over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    addEventListener("online", over);
  });
}

const offsetOf = (answer) => Number(answer.getResponseHeader("Upload-Offset"));

/** The address of a new upload. */
async function create(address, blob, metadata) {
  const pairs = Object.entries(metadata).map(
    ([key, value]) => `${key} ${base64(new TextEncoder().encode(value))}`,
  );
  const headers = { "Upload-Length": blob.size, "Upload-Metadata": pairs.join(",") };
  const answer = await request("POST", address, headers, null);
  if (answer.status !== 201) throw new Stopped(answer.status);
  return new URL(answer.getResponseHeader("Location")).pathname;
}

/**
 * Send a blob, however often the connection breaks off.
 *
 * Out: the upload's address. In: where uploads are made; an upload that was begun before, or none; told how many bytes are there
 * (`onProgress`) and what holds it up (`onHeld`: "lost" for the connection, "full" for room on the site, null for nothing any
 * more). Throws Stopped.
 */
export async function send({ address, begun, blob, metadata, onProgress, onHeld }) {
  let [upload, offset, failures, isFull] = [begun?.address, undefined, 0, false];
  while (offset !== blob.size) {
    try {
      if (!upload) [upload, offset] = [await create(address, blob, metadata), 0];
      if (offset === undefined) {
        const answer = await request("HEAD", upload, {}, null);
        if (answer.status >= 400 && answer.status < 500) throw new Stopped(answer.status);
        if (answer.status !== 200) throw new TypeError("network");
        offset = offsetOf(answer);
      }
      // Where there was no room there may be none yet: the next piece tells.
      if (!isFull) onHeld(null);
      const sent = offset;
      onProgress(sent);
      if (sent === blob.size) break;
      const piece = blob.slice(sent, sent + PIECE_BYTES);
      const digest = await hash(piece);
      const answer = await request(
        "PATCH", upload,
        {
          "Content-Type": "application/offset+octet-stream", "Upload-Offset": sent,
          ...(digest ? { "Upload-Checksum": `sha256 ${base64(digest)}` } : {}),
        },
        piece, (bytes) => onProgress(sent + bytes),
      );
      if (answer.status === 204) {
        offset = offsetOf(answer);
        [failures, isFull] = [0, false];
      } else if (answer.status === 409 || answer.status === 460 || answer.status >= 500) {
        isFull = answer.status === NO_ROOM;
        throw new TypeError("again");
      } else {
        throw new Stopped(answer.status);
      }
    } catch (trouble) {
      if (!(trouble instanceof TypeError)) throw trouble;
      offset = undefined;
      onHeld(isFull ? "full" : "lost");
      await rest(Math.min(LONGEST_WAIT, 500 * 2 ** failures));
      failures += 1;
    }
  }
  return upload;
}
