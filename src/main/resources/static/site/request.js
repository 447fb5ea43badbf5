// Sends files straight to the store: Bramble only signs, a batch at a time, for the ticket of this one upload.
const AT_ONCE = 4;
const BATCH = 50;
const BATCH_BYTES = 64 * 1024 * 1024; // what is signed together has to leave within a quarter of an hour
const STILL_HERE = 20 * 60 * 1000; // a ticket that nobody asks with ends after an hour
const TRIES = 5;
const MOST_ROWS = 200;

const $ = (id) => document.getElementById(id);
const form = $('request');
form.hidden = false;

/** @type {{file: File, path: string, sent: number, state: string, why: string, signedAgain?: boolean}[]} */
let items = [];
let plan;
let running = 0;

$('pick').addEventListener('click', () => $('files').click());
$('pick-folder').addEventListener('click', () => $('folder').click());
for (const input of [$('files'), $('folder')])
  input.addEventListener('change', () => {
    send([...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
    input.value = '';
  });
$('retry').addEventListener('click', () => {
  for (const item of items) if (item.state === 'failed') Object.assign(item, { state: 'waiting', sent: 0, signedAgain: false });
  void run();
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  $('drop').classList.add('over');
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) $('drop').classList.remove('over');
});
addEventListener('drop', async (event) => {
  event.preventDefault();
  $('drop').classList.remove('over');
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  send((await Promise.all(entries.map((entry) => below(entry)))).flat());
});
addEventListener('beforeunload', (event) => {
  if (running > 0) event.preventDefault();
});

/** Browsers hand out a folder's entries in pieces; an empty one is the end. */
async function below(entry) {
  if (entry.isFile)
    return [{ file: await new Promise((done, fail) => entry.file(done, fail)), path: entry.fullPath.slice(1) }];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return found;
    for (const each of some) found.push(...(await below(each)));
  }
}

function send(files) {
  if (files.length === 0) return;
  items = items.concat(files.map(({ file, path }) => ({ file, path: path.normalize('NFC'), sent: 0, state: 'waiting', why: '' })));
  $('progress').hidden = false;
  void run();
}

async function run() {
  if (running > 0) return draw();
  running = 1;
  const drawing = setInterval(draw, 250);
  try {
    for (let batch = waiting(); batch.length > 0; batch = waiting()) await sendBatch(batch);
    if (!items.some(({ state }) => state === 'failed')) await finish();
  } catch (problem) {
    for (const item of items) if (item.state === 'waiting') fail(item, problem.message);
  }
  running = 0;
  clearInterval(drawing);
  draw();
}

function waiting() {
  const batch = [];
  let bytes = 0;
  for (const item of items) {
    if (item.state !== 'waiting') continue;
    if (batch.length === BATCH || (batch.length > 0 && bytes + item.file.size > BATCH_BYTES)) break;
    batch.push(item);
    bytes += item.file.size;
  }
  return batch;
}

async function sendBatch(batch) {
  plan ??= await begin();
  const here = setInterval(() => void stillHere().catch(() => {}), STILL_HERE);
  try {
    await sendTo(batch);
  } finally {
    clearInterval(here);
  }
}

const stillHere = async () => plan && ask(`/api/v1/uploads/${plan.id}/files`, { files: [] });

async function sendTo(batch) {
  const wishes = batch.map(({ file, path }) => ({ key: plan.prefix + path, size: file.size, type: file.type || 'application/octet-stream' }));
  const { files } = await ask(`/api/v1/uploads/${plan.id}/files`, { files: wishes });
  const queue = batch.map((item, at) => ({ item, leave: files[at] }));
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await put(next.item, next.leave);
    }),
  );
}

async function begin() {
  const body = new URLSearchParams({ sender: $('sender').value });
  const answer = await fetch(`${form.dataset.base}/uploads`, { method: 'POST', body });
  if (!answer.ok) throw new Error('This link takes no more files. Ask who sent it.');
  return answer.json();
}

/** The folder is this page's own, so sending a file twice replaces nothing but itself. */
async function finish() {
  if (!plan) return;
  await ask(`/api/v1/uploads/${plan.id}/complete`, {});
  plan = undefined;
}

async function ask(path, body) {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'omit',
      headers: { authorization: `Bearer ${plan.ticket}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    if (answer?.status === 204) return undefined;
    if (answer?.ok) return answer.json();
    if (answer && answer.status < 500 && answer.status !== 429) {
      if (answer.status === 401 || answer.status === 403) plan = undefined; // another try begins anew
      throw new Error((await answer.json().catch(() => ({}))).detail ?? 'This link takes no more files.');
    }
    if (attempt === TRIES) throw new Error('Bramble does not answer. Try again later.');
    await pause(attempt);
  }
}

async function put(item, leave) {
  if (leave.problem) return fail(item, leave.problem.detail);
  item.state = 'sending';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const status = await request(item, leave);
    if (status >= 200 && status < 300) {
      item.state = 'done';
      return;
    }
    if (status === 403 && !item.signedAgain) {
      item.signedAgain = true; // its turn came too late for the signature
      item.state = 'waiting';
      return;
    }
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return fail(item, `The store refused it (${status}).`);
    await pause(attempt);
  }
  fail(item, 'The connection broke again and again.');
}

/** XMLHttpRequest, because fetch tells no progress of what it sends. */
const request = (item, leave) =>
  new Promise((done) => {
    const http = new XMLHttpRequest();
    http.open('PUT', leave.url);
    for (const [name, value] of Object.entries(leave.headers)) http.setRequestHeader(name, value);
    http.upload.onprogress = (event) => { item.sent = event.loaded; };
    http.onloadend = () => done(http.status);
    http.timeout = 0;
    http.send(item.file);
  });

const pause = (attempt) => new Promise((done) => setTimeout(done, 1000 * 2 ** attempt * (0.75 + Math.random() / 2)));

function fail(item, why) {
  item.state = 'failed';
  item.why = why;
}

function draw() {
  const groups = { failed: [], sending: [], waiting: [], done: [] };
  let bytes = 0;
  let sent = 0;
  for (const item of items) {
    groups[item.state].push(item);
    bytes += item.file.size;
    sent += item.state === 'done' ? item.file.size : item.sent;
  }
  const count = (state) => groups[state].length;
  $('bar').value = bytes === 0 ? count('done') / items.length : sent / bytes;
  $('bar').hidden = running === 0;
  $('retry').hidden = running > 0 || count('failed') === 0;
  $('summary').textContent = running > 0
    ? `Sending: ${count('done')} of ${items.length} files done. Keep this page open.`
    : `${count('done')} of ${items.length} files sent.${count('failed') > 0 ? ` ${count('failed')} failed.` : ' Thank you.'}`;
  const shown = Object.values(groups).flatMap((group) => group.slice(0, MOST_ROWS));
  $('list').replaceChildren(...shown.slice(0, MOST_ROWS).map(row));
}

function row(item) {
  const line = document.createElement('li');
  const name = document.createElement('bdi');
  name.className = 'share-name';
  name.textContent = item.path;
  const state = document.createElement('span');
  state.className = item.state === 'failed' ? 'problem' : 'share-size';
  state.textContent = item.state === 'failed' ? item.why : item.state;
  line.append(name, state);
  return line;
}
