import { describe, expect, it } from "vitest";
import { createQueue } from "./queue.ts";

describe("a queue", () => {
  it("lets in as many as it may, in order, and turns away those who find the line full", async () => {
    const inTurn = createQueue({ atOnce: 2, waiting: 2 });
    const began: number[] = [];
    const ends: (() => void)[] = [];
    const work = (number: number) =>
      inTurn(async () => {
        began.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        return number;
      });
    const all = [0, 1, 2, 3].map(work);
    await expect(work(4)).rejects.toMatchObject({ reason: "busy" });
    expect(began).toEqual([0, 1]);
    ends[1]?.();
    expect(await all[1]).toBe(1);
    expect(began).toEqual([0, 1, 2]);
    ends[0]?.();
    ends[2]?.();
    expect(await Promise.all([all[0], all[2]])).toEqual([0, 2]);
    ends[3]?.();
    await all[3];
    expect(began).toEqual([0, 1, 2, 3]);
  });

  it("goes on after a failure", async () => {
    const inTurn = createQueue({ atOnce: 1, waiting: 1 });
    const failing = inTurn(() => Promise.reject(new Error("boom")));
    const next = inTurn(async () => "next");
    await expect(failing).rejects.toThrow("boom");
    expect(await next).toBe("next");
  });
});
