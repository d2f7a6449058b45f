import type { Locale } from "#app/i18n/locale.ts";

/** An entry of the main navigation; `count` is what waits there. */
export type NavigationItem = {
  to: string;
  label: string;
  count?: number;
  /** Current only at exactly this address. */
  end?: boolean;
};

/** An organisation of the signed-in person. */
export type OrganisationLink = { slug: string; shortName: string };

/** Who is signed in, with how many notices they have not read. */
export type SignedInPerson = { name: string; email: string; unread: number };

/** What the frame of every page needs. */
export type RootData = {
  /** The language of the page. */
  locale: Locale;
  /** The language that was asked for, in which there may be no such page. */
  chosenLocale: Locale;
  person: SignedInPerson | null;
  organisations: OrganisationLink[];
  /** What counts only with a second factor, which this session has not. */
  barred: { organisations: string[]; keeping: boolean };
  /** Whether the portal shows made-up figures. */
  demo: boolean;
  /** The organisation the page is about; without it the address decides. */
  currentOrganisation?: string;
  /** Entries this person may open; the public ones when absent. */
  navigation?: NavigationItem[];
};
