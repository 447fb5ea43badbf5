// The browser's own boxes beside the rows. The grid's is a component of 16 elements, a third of what Chromium styles for a
// row: in a long folder the difference between a scroll that is smooth and one that is not.

interface SelectionColumn extends HTMLElement {
  renderer?: (cell: HTMLElement, column: SelectionColumn, row: { item: unknown; selected: boolean }) => void;
  _selectItem?(item: unknown): void;
  _deselectItem?(item: unknown): void;
}
type Selectable = HTMLElement & { isItemSelectable?: (item: unknown) => boolean };
/** By this name the grid finds it, too. */
type Box = HTMLInputElement & { __item: unknown };

function newBox(column: SelectionColumn): Box {
  const box = document.createElement('input') as Box;
  box.type = 'checkbox';
  box.className = 'row-box';
  box.ariaLabel = 'Select Row';
  box.tabIndex = -1; // Tab leads through the grid; Space and Enter act on the cell
  box.addEventListener('change', () => (box.checked ? column._selectItem!(box.__item) : column._deselectItem!(box.__item)));
  return box;
}

/** Leaves the grid its own boxes where its column lacks what they would call. */
export function plainBoxes(grid: Selectable): void {
  const column = grid.querySelector<SelectionColumn>('vaadin-grid-flow-selection-column');
  if (!column?._selectItem || !column._deselectItem) return;
  column.renderer = (cell, _column, { item, selected }) => {
    if (!cell.firstElementChild) cell.append(newBox(column));
    const box = cell.firstElementChild as Box;
    box.__item = item;
    box.checked = selected;
    box.disabled = grid.isItemSelectable?.(item) === false;
    box.hidden = !selected && box.disabled;
  };
}
