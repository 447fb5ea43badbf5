/* Hands the bytes of an archive to the service worker that saves them: static/zip/stream.js is the other end. */
import { NAME_BYTES } from './archive.js';

/** Pieces on their way at once: with four times as many it was no faster, but took half as much memory again. */
const WINDOW = 4;

/** What the worker says: it has passed a piece on, or nobody wants the rest. */
type Said = 'taken' | 'cancelled';

/**
 * Piece by piece and not as a transferred stream, which Safari does not know, and which leaves two copies of each piece to
 * the collector instead of one.
 */
export function handOver(port: MessagePort): WritableStream<Uint8Array> {
  let room = WINDOW;
  let go = (): void => undefined;
  return new WritableStream<Uint8Array>({
    start(controller) {
      controller.signal.addEventListener('abort', () => go()); // who stops does not wait for a browser that takes nothing
      port.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data === 'cancelled') controller.error(new Error('the browser has stopped saving it'));
        room++;
        go();
      };
    },
    async write(piece) {
      if (piece.byteLength <= NAME_BYTES) port.postMessage(piece); // the archive may need it again
      else {
        const own = piece.byteLength === piece.buffer.byteLength ? piece : piece.slice();
        port.postMessage(own, [own.buffer]);
      }
      if (--room === 0) await new Promise<void>((resolve) => (go = resolve));
    },
    close: () => port.postMessage('end'),
    abort: () => port.postMessage('broken'),
  });
}
