import {
  ArrowDown,
  ArrowUp,
  CircleMinus,
  CirclePlus,
  type LucideIcon,
  PencilLine,
  Plus,
  Undo2,
} from "lucide-react";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { ChangeKind } from "#app/domain/rollup/changes.ts";
import { changeKindSentences, changeKindWords } from "#app/i18n/changes.ts";

const looks: Record<ChangeKind, { tone: TagTone; Icon: LucideIcon }> = {
  better: { tone: "green", Icon: ArrowUp },
  worse: { tone: "red", Icon: ArrowDown },
  first: { tone: "blue", Icon: Plus },
  withdrawn: { tone: "gray", Icon: Undo2 },
  corrected: { tone: "orange", Icon: PencilLine },
  added: { tone: "blue", Icon: CirclePlus },
  removed: { tone: "gray", Icon: CircleMinus },
};

/** How a KPI or a project was seen otherwise: a sign and a word. */
export function KindTag({ kind }: { kind: ChangeKind }) {
  const { tone, Icon } = looks[kind];
  return (
    <span title={changeKindSentences[kind]}>
      <Tag tone={tone} icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.6} />}>
        {changeKindWords[kind]}
      </Tag>
    </span>
  );
}
