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

/** What the frame of every page needs. */
export type RootData = {
  person: { name: string; email: string } | null;
  organisations: OrganisationLink[];
  /** Whether the portal shows made-up figures. */
  demo: boolean;
  /** The organisation the page is about; without it the address decides. */
  currentOrganisation?: string;
  /** Entries this person may open; the public ones when absent. */
  navigation?: NavigationItem[];
};
