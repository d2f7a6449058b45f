import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type PackPart, type PackState, packParts } from "#app/domain/pack/pack.ts";
import { dayText } from "#app/i18n/labels.ts";
import { listText } from "#app/i18n/list.ts";
import { editionText, packPartLabel, packStateWords } from "#app/i18n/pack.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { FileLinks, type ListedFile } from "./pack-files.tsx";

const tones: Record<PackState, TagTone> = { making: "blue", ready: "green", failed: "red" };

/** The packs of a plan, the newest meeting first, with their files. */
export function PackList({
  plan,
  packs,
}: {
  plan: { code: string; levelNames: { goal: string } };
  packs: readonly {
    id: string;
    fy: number;
    edition: number;
    meeting: string;
    meetingOn: string;
    parts: readonly PackPart[];
    state: PackState;
    isInterrupted: boolean;
    files: readonly ListedFile[];
  }[];
}) {
  return (
    <Table caption={t`会議資料の一覧`} captionHidden dense stacks>
      <THead>
        <Tr>
          <Th>{t`会議`}</Th>
          <Th>{t`会議の日`}</Th>
          <Th>{t`版`}</Th>
          <Th>{t`資料の部分`}</Th>
          <Th>{t`状態`}</Th>
          <Th>{t`ファイル`}</Th>
        </Tr>
      </THead>
      <TBody>
        {packs.map((pack) => (
          <Tr key={pack.id}>
            <Th scope="row">
              <TextLink to={paths.pack(plan.code, pack.id)} quiet lang="ja">
                {pack.meeting}
              </TextLink>
            </Th>
            <Td label={t`会議の日`}>{dayText(pack.meetingOn)}</Td>
            <Td label={t`版`}>{editionText(pack)}</Td>
            <Td label={t`資料の部分`}>
              {pack.parts.length === packParts.length
                ? t`すべて`
                : listText(pack.parts.map((part) => packPartLabel(part, plan.levelNames)))}
            </Td>
            <Td label={t`状態`}>
              <Tag tone={pack.isInterrupted ? "yellow" : tones[pack.state]}>
                {pack.isInterrupted ? t`中断` : packStateWords[pack.state]}
              </Tag>
            </Td>
            <Td label={t`ファイル`}>
              {pack.state === "ready" && (
                <FileLinks plan={plan.code} pack={pack.id} files={pack.files} />
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
