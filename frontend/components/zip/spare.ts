/* Buffers that go round: read into, handed to the worker, given back. What is read anew each time is left to the collector, which comes late. */

const BYTES = 128 * 1024;
const MOST = 8;
const spare: ArrayBuffer[] = [];

/** The bytes of an answer, as they come. */
export interface Bytes {
  read(): Promise<ReadableStreamReadResult<Uint8Array>>;
  cancel(): Promise<void>;
}

/** Read into such buffers where the browser can: Safari cannot. */
export function bytesOf(body: ReadableStream<Uint8Array>): Bytes {
  try {
    const reader = body.getReader({ mode: 'byob' });
    return { read: () => into(reader), cancel: () => reader.cancel() };
  } catch {
    return body.getReader();
  }
}

async function into(reader: ReadableStreamBYOBReader): Promise<ReadableStreamReadResult<Uint8Array>> {
  const piece = await reader.read(new Uint8Array(spare.pop() ?? new ArrayBuffer(BYTES)));
  if (!piece.done) return piece;
  if (piece.value) giveBack(piece.value.buffer);
  return { done: true, value: undefined };
}

export function giveBack(buffer: ArrayBuffer): void {
  if (buffer.byteLength === BYTES && spare.length < MOST) spare.push(buffer);
}
