import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type PackFileType, packFileTypes } from "#app/domain/pack/pack.ts";
import { fileSizeText } from "#app/i18n/attachment.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

export type ListedFile = { type: PackFileType; size: number };

const names: Record<PackFileType, string> = { pdf: "PDF", xlsx: "Excel" };

function inOrder(files: readonly ListedFile[]): ListedFile[] {
  return packFileTypes.flatMap((type) => files.find((file) => file.type === type) ?? []);
}

/** The files of a pack in a row of a table. */
export function FileLinks({
  plan,
  pack,
  files,
}: {
  plan: string;
  pack: string;
  files: readonly ListedFile[];
}) {
  return (
    <span className="flex flex-wrap gap-x-4">
      {inOrder(files).map(({ type, size }) => (
        <TextLink key={type} to={paths.packFile(plan, pack, type)} download>
          {t`${names[type]}（${fileSizeText(size)}）`}
        </TextLink>
      ))}
    </span>
  );
}

/** The files of a pack on its own page. */
export function PackFiles({
  plan,
  pack,
}: {
  plan: string;
  pack: { id: string; files: readonly ListedFile[] };
}) {
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {inOrder(pack.files).map(({ type, size }) => (
        <ButtonLink
          key={type}
          to={paths.packFile(plan, pack.id, type)}
          variant={type === "pdf" ? "solid-fill" : "outline"}
          download
        >
          {t`${names[type]}をダウンロード（${fileSizeText(size)}）`}
        </ButtonLink>
      ))}
    </div>
  );
}
