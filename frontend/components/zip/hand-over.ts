/* Hands the bytes of an archive to the service worker that saves them: static/zip/stream.js is the other end. */
import { NAME_BYTES } from './archive.js';
import { giveBack } from './spare.js';

/** Pieces on their way at once: with four times as many it was no faster. */
const WINDOW = 4;

/** What the worker says: it has passed a piece on, of which this is the buffer, or nobody wants the rest. */
type Said = ArrayBuffer | 'cancelled';

/**
 * Piece by piece, and not as a transferred stream: that leaves two copies of each piece to the collector, and Safari has
 * none.
 */
export function handOver(port: MessagePort): WritableStream<Uint8Array<ArrayBuffer>> {
  let room = WINDOW;
  let go = (): void => undefined;
  return new WritableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.signal.addEventListener('abort', () => go()); // who stops does not wait for a browser that takes nothing
      port.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data === 'cancelled') controller.error(new Error('the browser has stopped saving it'));
        else giveBack(data);
        room++;
        go();
      };
    },
    async write(piece) {
      if (piece.byteLength > NAME_BYTES) port.postMessage(piece, [piece.buffer]);
      else {
        port.postMessage(piece.slice()); // the archive may need it again
        giveBack(piece.buffer);
      }
      if (--room === 0) await new Promise<void>((resolve) => (go = resolve));
    },
    close: () => port.postMessage('end'),
    abort: () => port.postMessage('broken'),
  });
}
