import type { Actor, Subject } from "#app/policy/can.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import type { Given } from "./rehearsal.ts";
import type { Scene } from "./scene.ts";

/** Whose a thing is: what the verb must find out by itself, and the table of rights is asked with. */
export type Whose =
  | "oita's"
  | "led"
  | "owned"
  | "both"
  | "all"
  | "oneself"
  | "kurume's"
  | "nobody's";

/** How a verb is tried: everybody tries it as it is. */
export type Call = {
  whose: Whose;
  run: (at: ServiceContext, scene: Scene) => Promise<unknown>;
  /** For those who may it comes to something else than `done`, which depends on more than rights. */
  comesTo?: "anything but forbidden";
  /** Members of other organisations are not told that there is such a thing. */
  hidden?: true;
  /** What is so in this call alone. */
  given?: Given;
  /** The connection it works on, where it is not the pages'. */
  on?: "identity" | "pages";
};

export type Ids = { oita: string; fukuoka: string; council: string; kurume: string };

/** What rights are asked with. */
export function subjectOf(whose: Whose, ids: Ids, actor: Actor | null): Subject {
  const own = { organisationId: ids.oita };
  const led = { leadOrganisationId: ids.fukuoka };
  const owned = { ownerOrganisationId: ids.council };
  switch (whose) {
    case "oita's":
      return own;
    case "led":
      return led;
    case "owned":
      return owned;
    case "both":
      return { ...led, ...owned };
    case "all":
      return { ...own, ...led, ...owned };
    case "oneself":
      return { userId: actor?.id };
    case "kurume's":
      return { ownerOrganisationId: ids.kurume };
    case "nobody's":
      return {};
  }
}
