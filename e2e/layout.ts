import { expect, type Page } from "@playwright/test";

/** The page itself never scrolls sideways; only tables may, inside their own frame. */
export async function expectToFit(page: Page, name: string): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ]);
  expect.soft(content, name).toBeLessThanOrEqual(window);
}

/** No cell of a table spills over into its neighbour. */
export async function expectCellsToHold(page: Page, name: string): Promise<void> {
  const spilling = await page.locator("main td, main th").evaluateAll((cells) =>
    cells
      // A head that is only spoken on a phone is one pixel wide.
      .filter((cell) => (cell.parentElement?.parentElement?.offsetWidth ?? 0) > 1)
      .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
      .map((cell) => cell.textContent),
  );
  expect.soft(spilling, name).toEqual([]);
}
