/** The name of the box by which a form chooses a PT (or basic goal). */
export const goalField = (id: string) => `goal:${id}`;

/** The ids of the PTs that a form chooses, in order, so that two choices of the same are equal. */
export function chosenGoals(values: Record<string, unknown>): string[] {
  return Object.keys(values)
    .flatMap((name) => (name.startsWith("goal:") ? [name.slice("goal:".length)] : []))
    .sort();
}
