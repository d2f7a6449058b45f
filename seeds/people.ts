import type { Role } from "#app/policy/roles.ts";
import { type OrganisationSlug, organisations } from "#seeds/organisations.ts";

export type Membership = { organisation: OrganisationSlug; role: Role };

export type PersonData = {
  email: string;
  name: string;
  /** The organisation of the address first. */
  memberships: readonly Membership[];
  /** Keeps the portal: makes organisations and names their first administrators. */
  keepsPortal?: true;
};

/** A person to sign in as, as it is printed when a demo starts. */
export type SignIn = { role: string; organisation: string; email: string; password: string };

/** One password for all demo people, meant to be printed. */
export const demoPassword = "kyushu-demo-2026";

/** The domain of every demo address (RFC 6761 and JPRS keep it free). */
export const demoDomain = "example.jp";

const duties: Record<Role, string> = {
  viewer: "閲覧担当",
  editor: "起案担当",
  approver: "決裁担当",
  admin: "管理担当",
};

const emailOf = (organisation: OrganisationSlug, role: Role) =>
  `${role}@${organisation}.${demoDomain}`;

function organisationLabel(slug: OrganisationSlug): string {
  const found = organisations.find((organisation) => organisation.slug === slug);
  if (!found) throw new RangeError(`No organisation ${slug}`);
  return found.kind === "economic_body" ? found.shortName : found.name;
}

function person(organisation: OrganisationSlug, role: Role, duty = duties[role]): PersonData {
  return {
    email: emailOf(organisation, role),
    name: `デモ ${organisationLabel(organisation)} ${duty}`,
    memberships: [{ organisation, role }],
  };
}

/** Works for two organisations, to show how one switches between them. */
const twice: PersonData = {
  ...person("oita", "editor"),
  memberships: [
    { organisation: "oita", role: "editor" },
    { organisation: "kyukeikyo", role: "editor" },
  ],
};

const keeper: PersonData = {
  email: `admin@portal.${demoDomain}`,
  name: "デモ ポータル管理者",
  memberships: [],
  keepsPortal: true,
};

/**
 * Demo people, by office and not by name: one who drafts and one who approves for each organisation,
 * some who look after an organisation's members, and who keeps the portal.
 */
export const demoPeople: readonly PersonData[] = [
  ...organisations
    .filter((organisation) => organisation.kind !== "council")
    .flatMap(({ slug }) => [
      slug === "oita" ? twice : person(slug, "editor"),
      person(slug, "approver"),
    ]),
  person("saga", "viewer"),
  person("council", "viewer", "委員"),
  person("council", "editor", "事務局"),
  person("council", "approver", "事務局長"),
  person("saga", "admin"),
  person("kyukeikyo", "admin"),
  person("council", "admin"),
  keeper,
];

/** Who stands for an organisation in the demo figures. */
export const demoEditor = (organisation: OrganisationSlug) => emailOf(organisation, "editor");
export const demoApprover = (organisation: OrganisationSlug) => emailOf(organisation, "approver");

function signIn(organisation: OrganisationSlug, role: Role, duty: string): SignIn {
  const label = organisationLabel(organisation);
  return {
    role: `${label} ${duty}`,
    organisation: label,
    email: emailOf(organisation, role),
    password: demoPassword,
  };
}

/** One sign-in for each part of the story. */
export const demoSignIns: readonly SignIn[] = [
  signIn("saga", "editor", "起案担当"),
  signIn("saga", "approver", "決裁担当"),
  signIn("fukuoka", "approver", "決裁担当（しごとづくりPT幹事）"),
  signIn("kyukeiren", "editor", "担当"),
  signIn("council", "viewer", "委員"),
  signIn("council", "editor", "事務局"),
  signIn("council", "approver", "事務局長"),
  signIn("nagasaki", "editor", "起案担当"),
  signIn("kurume", "approver", "決裁担当"),
  signIn("kitakyushu", "approver", "決裁担当"),
  signIn("saga", "admin", "管理担当"),
  {
    role: "ポータル管理者",
    organisation: "ポータル",
    email: keeper.email,
    password: demoPassword,
  },
];
