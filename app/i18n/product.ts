import { t } from "./t.ts";

/** The portal's name on its pages; files and mails have it from site/name. */
export function productTitle(): string {
  return t`九州・山口 広域連携ポータル`;
}
