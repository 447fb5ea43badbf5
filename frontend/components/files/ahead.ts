// Rows are asked for before they come into view. The grid's connector asks when nobody has scrolled for 150 ms, and for little
// more than what is in view: while somebody flicks through a folder nearly all rows are blank.

interface Connector {
  /** First and last row to ask for; the connector adds as many before and behind. */
  getViewportRange?(): [number, number];
  requestPage?(page: number): void;
}
export type Scrolled = HTMLElement & {
  size: number;
  pageSize: number;
  $connector?: Connector;
  $?: { table?: HTMLElement };
  _getRenderedRows?(): (HTMLElement & { index: number })[];
  _dataProviderController?: { rootCache?: { items: unknown[] } };
};

/** Each of them costs the session memory. */
const AHEAD_ROWS = 120;
/** With fewer one asks: at a hard flick they pass in a fifth of a second, about what an answer takes. */
const LEAST_ROWS = 80;
const BEHIND_ROWS = 20;
const PAUSE_MS = 80;

/** Leaves the connector as it is where it lacks what this would call. */
export function askAhead(grid: Scrolled): void {
  const { $connector: connector, $: { table } = {}, _dataProviderController: { rootCache } = {} } = grid;
  if (!connector?.requestPage || !connector.getViewportRange || !table || !rootCache || !grid._getRenderedRows) return;
  let top = table.scrollTop;
  let down = true;
  let asked = 0;
  const wanted = (ahead: number): [number, number] => {
    const rows = grid._getRenderedRows!();
    const [before, behind] = down ? [BEHIND_ROWS, ahead] : [ahead, BEHIND_ROWS];
    const last = Math.max(0, grid.size - 1);
    return [Math.max(0, (rows.at(0)?.index ?? 0) - before), Math.min(last, (rows.at(-1)?.index ?? 0) + behind)];
  };
  const isThere = (row: number): boolean => grid._dataProviderController!.rootCache!.items[row] !== undefined;

  connector.getViewportRange = () => {
    const [first, last] = wanted(AHEAD_ROWS);
    const third = Math.floor((last - first) / 3);
    return [first + third, last - third];
  };
  table.addEventListener(
    'scroll',
    () => {
      const turned = table.scrollTop !== top && table.scrollTop > top !== down; // what is on its way is no longer ahead
      if (turned) down = !down;
      top = table.scrollTop;
      if (grid.size === 0 || (!turned && performance.now() - asked < PAUSE_MS)) return;
      const [first, last] = wanted(LEAST_ROWS);
      if (!turned && isThere(first) && isThere(last)) return;
      asked = performance.now();
      connector.requestPage!(Math.floor((down ? last : first) / grid.pageSize));
    },
    { passive: true },
  );
}
