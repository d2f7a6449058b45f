import type { Column } from "./table-model.ts";

/** How far blocks may be wider than the grid before the grid gets another column. */
const tolerance = 2;

/** From which column of the grid to which a column of a block reaches; counted from 1. */
export type Span = { from: number; to: number };

/**
 * The one set of column widths a sheet has. The block with the most columns sets it, so that its
 * cells are single cells that can be sorted and computed with; the others are laid over it.
 */
export function gridOf(blocks: readonly (readonly Column[])[]): number[] {
  const base = blocks.reduce<readonly Column[]>(
    (most, columns) => (columns.length > most.length ? columns : most),
    [],
  );
  const grid = base.map(({ width }) => width);
  const missing = Math.max(0, ...blocks.map(total)) - total(base);
  return missing > tolerance ? [...grid, missing] : grid;
}

/**
 * Lays the columns of a block over the grid: each edge at the nearest edge of the grid, every
 * column at least one of the grid's.
 */
export function spansOn(grid: readonly number[], columns: readonly Column[]): Span[] {
  const edges = edgesOf(grid);
  let before = 0;
  return edgesOf(columns.map(({ width }) => width)).map((edge, index) => {
    const last = grid.length - (columns.length - 1 - index);
    let to = before + 1;
    while (to < last && distance(edges, to + 1, edge) <= distance(edges, to, edge)) to += 1;
    const span = { from: before + 1, to };
    before = to;
    return span;
  });
}

function edgesOf(widths: readonly number[]): number[] {
  let sum = 0;
  return widths.map((width) => {
    sum += width;
    return sum;
  });
}

function distance(edges: readonly number[], column: number, edge: number): number {
  return Math.abs((edges[column - 1] ?? 0) - edge);
}

function total(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
