import type { Subject } from "#app/policy/can.ts";
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
  | "one's own"
  | "kurume's"
  | "nobody's";

/** How a verb is tried: everybody tries it as it is. */
export type Call = {
  whose: Whose;
  run: (at: ServiceContext, scene: Scene) => Promise<unknown>;
  /** What it comes to for those who may; `done` unless it says otherwise, with the reason beside it. */
  comesTo?: string;
  /** What is so in this call alone. */
  given?: Given;
  /** The connection it works on, where it is not the pages'. */
  on?: "identity";
};

/** A permission that no verb asks for yet; its file must not exist. */
export type Later = { later: string };

export type Ids = { oita: string; fukuoka: string; council: string; kurume: string; self: string };

/** What rights are asked with. */
export function subjectOf(whose: Whose, ids: Ids): Subject {
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
    case "one's own":
      return { userId: ids.self };
    case "kurume's":
      return { ownerOrganisationId: ids.kurume };
    case "nobody's":
      return {};
  }
}
