// The keyboard and the mouse on a table of files: which rows are meant, and what is wished of them. The server decides.
// It hears "file-wish" with {wish, index, from, key}; index is -1 where no row has the focus.

// A letter alone counts only where the focus is in the table: who speaks to the page must not delete by a word.
const OWN_KEYS = new Set(['F2', 'Delete', 'Escape', 'i', 's', 'Mod+c', 'Mod+x']);
const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const LEAVES = new Set([...Object.keys(MOVES), 'Home', 'End', 'PageUp', 'PageDown']);

interface GridContext {
  index?: number;
  section?: string;
}
type Grid = HTMLElement & { getEventContext(event: Event): GridContext };

/** Where ranges begin: the row that was clicked, selected or gone to last, while rows are in that order. */
let anchor: { row: number; order: string | undefined } | undefined;
/** Longer than browsers take from the keys to their own event. */
const PASTE_MS = 100;
let pasting = 0;

function begin(grid: Grid, row: number): number {
  anchor = { row, order: grid.dataset.order };
  return row;
}

function beginning(grid: Grid, otherwise: number): number {
  return anchor && anchor.order === grid.dataset.order ? anchor.row : begin(grid, otherwise);
}

function table(): Grid | null {
  return document.querySelector<Grid>('vaadin-grid.file-table');
}

function busyElsewhere(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0] as HTMLElement;
  const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const box = target.tagName === 'INPUT' && (target as HTMLInputElement).type === 'checkbox';
  return (
    (typing && !box) ||
    document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]') !== null ||
    document.querySelector('vaadin-context-menu[opened], vaadin-select[opened]') !== null
  );
}

function wish(grid: Grid, wish: string, index = -1, from = -1, key = ''): void {
  grid.dispatchEvent(new CustomEvent('file-wish', { detail: { wish, index, from, key } }));
}

function bodyRow(grid: Grid, event: Event): number {
  const context = event.composedPath().includes(grid) ? grid.getEventContext(event) : {};
  return context.section === 'body' && context.index !== undefined ? context.index : -1;
}

function onCell(event: Event): boolean {
  return /^T[DH]$/.test((event.composedPath()[0] as HTMLElement).tagName);
}

function name(event: KeyboardEvent): string {
  const modified = event.ctrlKey || event.metaKey;
  return (modified ? 'Mod+' : '') + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

/** The browser goes first: files of the desktop come with an event of its own, which a key taken from it would not cause. */
function pasteSoon(grid: Grid): void {
  pasting = window.setTimeout(() => wish(grid, 'key', -1, -1, 'Mod+v'), PASTE_MS);
}

document.addEventListener('paste', (event) => {
  if (event.clipboardData?.files.length) clearTimeout(pasting); // the uploader takes them
});

function pressed(grid: Grid, event: KeyboardEvent): boolean {
  const row = bodyRow(grid, event);
  const key = name(event);
  if (key === 'Mod+a') wish(grid, 'all');
  else if (event.key === ' ' && row >= 0 && event.shiftKey) wish(grid, 'range', row, beginning(grid, row));
  else if (event.key === ' ' && row >= 0) wish(grid, 'toggle', begin(grid, row));
  else if (key === 'Enter' && row >= 0 && onCell(event)) wish(grid, 'open', row);
  else if (key in MOVES && event.shiftKey && row >= 0) {
    wish(grid, 'range', Math.max(0, row + MOVES[key]), beginning(grid, row));
    return false; // the focus moves along
  } else if (LEAVES.has(event.key) && !event.shiftKey && row >= 0) {
    anchor = undefined; // until the focus has gone where it is going
    return false;
  } else if (key === 'Mod+v') {
    pasteSoon(grid);
    return false;
  } else if ((key.length > 1 || event.composedPath().includes(grid)) && OWN_KEYS.has(key) && !(key.startsWith('Mod') && getSelection()?.toString())) {
    wish(grid, 'key', row, -1, key);
    return key !== 'Escape';
  } else return false;
  return true;
}

document.addEventListener(
  'keydown',
  (event) => {
    const grid = table();
    if (!grid || event.altKey || busyElsewhere(event) || !pressed(grid, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

document.addEventListener('keyup', (event) => {
  const grid = table();
  const row = grid && !anchor && LEAVES.has(event.key) ? bodyRow(grid, event) : -1;
  if (grid && row >= 0) begin(grid, row);
});

function clicked(grid: Grid, event: MouseEvent): boolean {
  const row = bodyRow(grid, event);
  if (row < 0) return false;
  const parts = event.composedPath().slice(0, event.composedPath().indexOf(grid)) as HTMLElement[];
  const box = parts.some((part) => part.localName === 'input');
  const beside = parts.some((part) => part.firstElementChild?.matches('.row-box:not([hidden])')); // who misses it means it
  const control = parts.some((part) => /^(a|button|vaadin-button)$/.test(part.localName ?? ''));
  const modified = event.ctrlKey || event.metaKey;
  if (event.shiftKey && (box || !control)) wish(grid, 'range', row, beginning(grid, row));
  else {
    begin(grid, row);
    if (box || control) return false;
    wish(grid, modified || beside ? 'toggle' : 'one', row);
  }
  return true;
}

document.addEventListener(
  'click',
  (event) => {
    const grid = table();
    if (grid && event.composedPath().includes(grid) && clicked(grid, event)) event.preventDefault();
  },
  true,
);

document.addEventListener('dblclick', (event) => {
  const grid = table();
  const row = grid && event.composedPath().includes(grid) ? bodyRow(grid, event) : -1;
  if (grid && row >= 0 && event.composedPath().every((part) => !(part instanceof HTMLAnchorElement))) wish(grid, 'open', row);
});

/** Opens the context menu below a row's button, for those who cannot click with the other button. */
export function openMenu(event: MouseEvent): void {
  const button = event.currentTarget as HTMLElement;
  const { left, bottom } = button.getBoundingClientRect();
  button.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true, clientX: left, clientY: bottom }),
  );
}

declare global {
  interface Window {
    brambleOpenMenu: typeof openMenu;
  }
}
window.brambleOpenMenu = openMenu;
