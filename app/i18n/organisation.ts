import type { OrganisationKind } from "#app/domain/indicator/definition.ts";

/** What an organisation is, for who keeps the portal. */
export const organisationKindLabels: Record<OrganisationKind, string> = {
  prefecture: "都道府県",
  economic_body: "経済団体",
  municipality: "市町村",
  council: "会議",
};

/** What a form says of an organisation, field by field. */
export const organisationLabels = {
  slug: "アドレスに使う名前",
  kind: "種類",
  code: "団体コード",
  shortName: "略称",
  name: "名称",
} as const;
