// Answers a page's own requests with streams it was handed, so that the browser saves them as downloads while they are
// still being made. Nothing is kept; other requests are none of its business.
const waiting = new Map();

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data, ports }) => {
  if (!data.id) return; // a ping, by which this worker stays alive
  waiting.set(data.id, data);
  ports[0].postMessage('ready');
});

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
