import type { Permission } from "#app/policy/permissions.ts";
import type { Call } from "./call.ts";
import { figureCalls } from "./calls-figures.ts";
import { memberCalls } from "./calls-members.ts";
import { peopleCalls } from "./calls-people.ts";
import { planCalls } from "./calls-plans.ts";

// A new permission does not compile until it has an entry here. Its entry calls the verb of that name as
// everybody would, on something of the scene (scene.ts), and says whose that is; the rest is the table's.

/** How the verb of each permission is tried. */
export const calls: Record<Permission, Call> = {
  ...figureCalls,
  ...planCalls,
  ...memberCalls,
  ...peopleCalls,
};
