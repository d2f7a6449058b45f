import type { OrganisationKind } from "#app/domain/indicator/definition.ts";

type OrganisationData = {
  slug: string;
  kind: OrganisationKind;
  /** JIS code of a prefecture or a municipality. */
  code: string | null;
  shortName: string;
  name: string;
};

function prefecture<Slug extends string>(slug: Slug, code: string, name: string) {
  return { slug, kind: "prefecture", code, shortName: name, name } as const;
}

function economicBody<Slug extends string>(slug: Slug, shortName: string, name: string) {
  return { slug, kind: "economic_body", code: null, shortName, name } as const;
}

function municipality<Slug extends string>(slug: Slug, code: string, name: string) {
  return { slug, kind: "municipality", code, shortName: name, name } as const;
}

/** The members of the council in the order in which it lists them, and the council itself, and the cities. */
export const organisations = [
  prefecture("fukuoka", "40", "福岡県"),
  prefecture("saga", "41", "佐賀県"),
  prefecture("nagasaki", "42", "長崎県"),
  prefecture("kumamoto", "43", "熊本県"),
  prefecture("oita", "44", "大分県"),
  prefecture("miyazaki", "45", "宮崎県"),
  prefecture("kagoshima", "46", "鹿児島県"),
  prefecture("okinawa", "47", "沖縄県"),
  prefecture("yamaguchi", "35", "山口県"),
  economicBody("kyukeiren", "九経連", "一般社団法人九州経済連合会"),
  economicBody("kyushoren", "九商連", "九州商工会議所連合会"),
  economicBody("kyudoyu", "九同友", "九州経済同友会"),
  economicBody("kyukeikyo", "九経協", "九州経営者協会"),
  {
    slug: "council",
    kind: "council",
    code: null,
    shortName: "戦略会議",
    name: "九州地域戦略会議",
  },
  municipality("kitakyushu", "40100", "北九州市"),
  municipality("kurume", "40203", "久留米市"),
  municipality("mine", "35213", "美祢市"),
] as const satisfies readonly OrganisationData[];

export type OrganisationSlug = (typeof organisations)[number]["slug"];

export const prefectureSlugs = organisations
  .filter((organisation) => organisation.kind === "prefecture")
  .map((organisation) => organisation.slug);
