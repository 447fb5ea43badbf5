// Keys that work on every page: "/" searches, "c" creates, "?" lists them, "g" and a letter goes somewhere.
// Elements take part by an attribute: data-shortcut="c".

const PLACES: Record<string, string> = { d: '', b: 'buckets', u: 'usage', t: 'tokens', a: 'account' };
const AFTER_G_MS = 1500;
const SWITCH = 'bramble-single-keys'; // "off" in this browser, see HelpDialog
let pressedG = -Infinity; // times count from the page's own beginning

function typing(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0] as HTMLElement;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function dialogIsOpen(): boolean {
  return document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]') !== null;
}

function act(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!element || element.hasAttribute('disabled')) return false;
  if (key === '/') element.focus();
  else element.click();
  return true;
}

function go(key: string): boolean {
  if (!(key in PLACES)) return false;
  const link = document.querySelector<HTMLElement>(`vaadin-side-nav-item[path="${PLACES[key]}"]`);
  link?.shadowRoot?.querySelector('a')?.click();
  return link !== null;
}

document.addEventListener('keydown', (event) => {
  if (localStorage.getItem(SWITCH) === 'off') return;
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || dialogIsOpen()) return;
  const afterG = event.timeStamp - pressedG < AFTER_G_MS;
  pressedG = event.key === 'g' ? event.timeStamp : -Infinity;
  if (afterG ? go(event.key) : act(event.key)) event.preventDefault();
});

export {};
