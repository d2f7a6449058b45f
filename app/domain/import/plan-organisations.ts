import { plainWord } from "./table.ts";

/** An organisation as people name it in a file. */
export type NamedOrganisation = { slug: string; shortName: string; name: string };

/** Whose plan it is, and who is meant by a name. */
export type Naming = {
  owner: string;
  all: readonly string[];
  slugOf: (typed: string) => string | null;
};

/** Finds organisations by their short or full names, or as addresses write them. */
export function namingOf(owner: string, organisations: readonly NamedOrganisation[]): Naming {
  const slugs = new Map(
    organisations.flatMap(({ slug, shortName, name }) =>
      [slug, shortName, name].map((each) => [plainWord(each), slug]),
    ),
  );
  return {
    owner,
    all: organisations.map(({ slug }) => slug),
    slugOf: (typed) => slugs.get(plainWord(typed)) ?? null,
  };
}
