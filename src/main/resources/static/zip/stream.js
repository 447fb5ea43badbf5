// Answers a page's own request with the bytes it is handed, so that the browser saves them as a download while they are
// still being made. Nothing is kept; other requests are none of its business. The page's end is zip/hand-over.ts.
const waiting = new Map();

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data, ports: [port] }) => {
  if (!data.id) return; // a ping, by which this worker stays alive
  waiting.set(data.id, { name: data.name, stream: handedBy(port) });
  port.postMessage('ready');
});

/** When the next piece is asked for, the one before has gone: the page gets its buffer back. */
function handedBy(port) {
  const pieces = [];
  let last;
  let come = () => {};
  return new ReadableStream({
    start(controller) {
      port.onmessage = ({ data }) => {
        if (data === 'broken') return controller.error(new Error('The page has stopped')); // before what still waits
        pieces.push(data);
        come();
      };
    },
    async pull(controller) {
      if (last) port.postMessage(last.buffer, [last.buffer]);
      last = undefined;
      while (pieces.length === 0) await new Promise((resolve) => { come = resolve; });
      const piece = pieces.shift();
      if (piece === 'end') return controller.close();
      last = piece;
      controller.enqueue(piece);
    },
    cancel: () => port.postMessage('cancelled'),
  }, { highWaterMark: 0 });
}

self.addEventListener('fetch', (event) => {
  const [, , id] = new URL(event.request.url).pathname.split('/');
  const found = waiting.get(id);
  if (!found) return;
  waiting.delete(id);
  event.respondWith(new Response(found.stream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'x-content-type-options': 'nosniff',
    },
  }));
});
