// What Vaadin's grid does to every row where only the end of a long table has changed, or where a row has moved, done to none:
// while somebody flicks through a folder each page of rows that came was a frame of 100 ms. Uses what is the grid's own;
// where a later grid lacks any of it, it works as it always does.
import { askAhead, type Scrolled } from './ahead';
import { plainBoxes } from './plain-boxes';

interface Rows {
  size: number;
  readonly items: { length: number };
  __size: number;
  _physicalCount: number;
  _virtualCount: number;
  _updateScrollerSize?(force: boolean): void;
  _increasePoolIfNeeded?(count: number): void;
}
type Grid = Scrolled & {
  requestContentUpdate(): void;
  __virtualizer?: { __adapter?: Rows };
  __updateVisibleRows?(first: number, last: number): void;
  __updateRowOrderParts?(row: HTMLElement & { index: number }): void;
  _flatSize?: number;
};

/** Above it the grid shows a part of the rows, which a new size may move. */
const MOST_AT_ONCE = 100_000;

/** More rows at the end leave those that are drawn as they are: the grid would give each another index and content. */
function growAtTheEnd(rows: Rows, size: PropertyDescriptor): void {
  Object.defineProperty(rows, 'size', {
    get: size.get,
    set(this: Rows, wanted: number) {
      const full = this.__size > this._physicalCount;
      if (!full || wanted < this.__size || wanted > MOST_AT_ONCE) {
        size.set!.call(this, wanted);
        return;
      }
      this.__size = wanted;
      this._virtualCount = this.items.length;
      this._updateScrollerSize!(true);
      this._increasePoolIfNeeded!(0);
    },
  });
}

function inherited(object: object, name: string): PropertyDescriptor | undefined {
  const found = Object.getOwnPropertyDescriptor(object, name);
  const above = Object.getPrototypeOf(object);
  return found ?? (above ? inherited(above, name) : undefined);
}

/** Asked for with each page of rows that was scrolled past before it came: only what still waits is drawn anew. */
function updateWaiting(this: Grid): void {
  const waiting = this._getRenderedRows!().filter((row) => row.hasAttribute('loading'));
  if (waiting.length === 0) return;
  const indexes = waiting.map((row) => row.index);
  this.__updateVisibleRows!(Math.min(...indexes), Math.max(...indexes));
}

/** Odd and even rows look alike here, so few are told: that would style each row that moves anew, and all that is in it. */
function tellOnlyTheEnds(grid: Grid): void {
  const update = grid.__updateRowOrderParts!;
  grid.__updateRowOrderParts = function (this: Grid, row) {
    if (row.index === 0 || row.index === this._flatSize! - 1 || row.matches('[first], [last]')) update.call(this, row);
  };
}

const done = new WeakSet<Grid>();

/** @param grid drawn already; a second time for the same grid changes nothing */
export function longTable(grid: Grid): void {
  if (done.has(grid) || !grid.__virtualizer) return;
  done.add(grid);
  const rows = grid.__virtualizer.__adapter;
  const size = rows && inherited(rows, 'size');
  const known = rows && '_virtualCount' in rows && rows._updateScrollerSize && rows._increasePoolIfNeeded;
  if (known && size?.set) growAtTheEnd(rows, size);
  if (grid._getRenderedRows && grid.__updateVisibleRows) grid.requestContentUpdate = updateWaiting;
  if (grid.__updateRowOrderParts && grid._flatSize !== undefined) tellOnlyTheEnds(grid);
  plainBoxes(grid);
  askAhead(grid);
}

declare global {
  interface Window {
    brambleLongTable: typeof longTable;
  }
}
window.brambleLongTable = longTable;
