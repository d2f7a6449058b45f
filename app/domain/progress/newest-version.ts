/**
 * The version of one chain that counts: the highest, whenever it says it was written. Clocks go back,
 * and the next version is written upon the highest.
 */
export function newestVersion<Row extends { version: number }>(rows: readonly Row[]): Row | null {
  return rows.reduce<Row | null>(
    (newest, row) => (newest && newest.version >= row.version ? newest : row),
    null,
  );
}
