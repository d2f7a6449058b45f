/** What a contact of an organisation says, in the order of its form. */
export const contactLabels = {
  department: "部署",
  person: "担当者",
  phone: "電話番号",
  email: "メールアドレス",
  note: "備考",
} as const;
export type ContactField = keyof typeof contactLabels;
