import { handOver } from './hand-over.js';
import { giveBack } from './spare.js';

/** Bytes have to go to disk as they come: an archive may be larger than the memory. */
export interface Target {
  write(bytes: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void>;
}

/** Without a way to write to disk no more than this is kept in memory. */
const MOST_IN_MEMORY = 200 * 1024 * 1024;
const PING_MS = 10_000;

export class TooLarge extends Error {}

/** Asks where to save, if the browser can; undefined when the person thought better of it. */
export async function target(name: string): Promise<Target | undefined> {
  if ('showSaveFilePicker' in window) return picked(name);
  const worker = await streamWorker().catch(() => undefined);
  return worker ? byWorker(worker, name) : inMemory(name);
}

async function picked(name: string): Promise<Target | undefined> {
  try {
    const handle = await window.showSaveFilePicker!({
      suggestedName: name,
      types: [{ description: 'Zip archive', accept: { 'application/zip': ['.zip'] } }],
    });
    return { write: async (bytes, signal) => bytes.pipeTo(into(await handle.createWritable()), { signal }) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    const worker = await streamWorker().catch(() => undefined); // the picker may be forbidden here
    return worker ? byWorker(worker, name) : inMemory(name);
  }
}

function into(file: FileSystemWritableFileStream): WritableStream<Uint8Array<ArrayBuffer>> {
  const writer = file.getWriter();
  return new WritableStream({
    async write(piece) {
      await writer.write(piece);
      giveBack(piece.buffer);
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
}

async function streamWorker(): Promise<ServiceWorker | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const registration = await navigator.serviceWorker.register('/zip/stream.js', { scope: '/zip/' });
  await registration.update().catch(() => undefined); // this page may be newer than what is active
  const worker = registration.installing ?? registration.waiting ?? registration.active; // the newest
  if (!worker || worker.state === 'activated') return worker ?? undefined;
  return new Promise((resolve) =>
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker);
      if (worker.state === 'redundant') resolve(undefined);
    }),
  );
}

/** The worker answers a request of a frame with the stream, which the browser saves as any download. */
function byWorker(worker: ServiceWorker, name: string): Target {
  return {
    async write(bytes, signal) {
      const id = crypto.randomUUID();
      const { port1, port2 } = new MessageChannel();
      const ready = new Promise((resolve) => (port1.onmessage = resolve));
      worker.postMessage({ id, name }, [port2]);
      const ping = setInterval(() => worker.postMessage({}), PING_MS); // an idle worker is ended
      const frame = document.createElement('iframe');
      frame.hidden = true;
      try {
        await ready;
        frame.src = `/zip/${id}/${encodeURIComponent(name)}`;
        document.body.append(frame);
        await bytes.pipeTo(handOver(port1), { signal });
      } finally {
        clearInterval(ping);
        setTimeout(() => frame.remove(), PING_MS);
      }
    },
  };
}

function inMemory(name: string): Target {
  return {
    async write(bytes, signal) {
      const pieces: BlobPart[] = [];
      let size = 0;
      const keep = new WritableStream<Uint8Array<ArrayBuffer>>({
        write(piece) {
          size += piece.byteLength;
          if (size > MOST_IN_MEMORY) throw new TooLarge();
          pieces.push(piece.slice());
          giveBack(piece.buffer);
        },
      });
      await bytes.pipeTo(keep, { signal });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(pieces, { type: 'application/zip' }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), PING_MS);
    },
  };
}

declare global {
  interface Window {
    showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  }
}
