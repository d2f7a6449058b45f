import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import type { ItemState, ItemStep, SubjectKind } from "#app/domain/plan/revision.ts";
import { momentText } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { itemStateLabels, itemStepLabels } from "#app/i18n/revision.ts";
import { paths } from "#app/site/paths.ts";

export type ShownItem = {
  subjectKind: SubjectKind;
  subjectCode: string;
  name: string;
  isNew: boolean;
  version: number;
  state: ItemState;
  reason: string;
  author: string;
  createdAt: Date;
  organisation: { shortName: string };
  mayWithdraw: boolean;
  mayDecide: boolean;
  history: readonly {
    version: number;
    step: ItemStep;
    reason: string;
    author: string;
    createdAt: Date;
  }[];
};

/** What was sent about an item and refused. */
export type RefusedDecision = {
  code: string;
  reason: string;
  /** A message key. */
  error: string | undefined;
} | null;

const tones: Record<ItemState, TagTone> = { proposed: "blue", withdrawn: "gray", set_aside: "red" };

/** The proposals of a revision, whose they are and what becomes of them. */
export function RevisionItems({
  plan,
  number,
  items,
  adopted,
  projectWord,
  requestKeys,
  refused,
}: {
  plan: string;
  number: number;
  items: readonly ShownItem[];
  /** The revision was: what was proposed stands in the plan. */
  adopted: boolean;
  /** What the plan calls a project. */
  projectWord: string;
  /** One for each item, by its code. */
  requestKeys: Record<string, string>;
  refused: RefusedDecision;
}) {
  return (
    <ul className="border-t border-solid-gray-420">
      {items.map((item) => {
        const { subjectKind: kind, subjectCode: code, state } = item;
        const proposal = item.history.findLast(({ step }) => step === "propose");
        return (
          <li
            key={`${kind} ${code}`}
            id={`item-${code}`}
            className="border-b border-solid-gray-200 py-4"
          >
            <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-std-17B-170">
              <Tag tone={tones[state]}>
                {adopted && state === "proposed" ? "採用" : itemStateLabels[state]}
              </Tag>
              {item.mayWithdraw ? (
                <TextLink to={paths.proposal(plan, number, kind, code)}>
                  {code}　{item.name}
                </TextLink>
              ) : (
                `${code}　${item.name}`
              )}
              <span className="text-dns-14N-130 text-solid-gray-700">
                {kind === "indicator" ? "KPI" : projectWord}の{item.isNew ? "追加" : "変更"}
              </span>
            </h3>
            <p className="mt-1 text-dns-14N-130 text-solid-gray-700">
              {item.organisation.shortName}　{item.author}　{momentText(item.createdAt)}
            </p>
            {proposal && (
              <p className="mt-2 max-w-[52rem] leading-160 whitespace-pre-line">
                提案の理由：{proposal.reason}
              </p>
            )}
            {state !== "proposed" && item.reason && (
              <p className="mt-1 max-w-[52rem] leading-160 whitespace-pre-line">
                {itemStateLabels[state]}の理由：{item.reason}
              </p>
            )}
            <Decisions
              item={item}
              requestKey={requestKeys[code] ?? ""}
              refused={refused?.code === code ? refused : null}
            />
            {item.history.length > 1 && (
              <Disclosure summary={`この提案の履歴（${item.history.length}件）`} small>
                <Timeline
                  label={`${code}の提案の履歴`}
                  entries={item.history.toReversed().map((entry) => ({
                    id: String(entry.version),
                    at: entry.createdAt.toISOString(),
                    atText: momentText(entry.createdAt),
                    person: entry.author,
                    change: itemStepLabels[entry.step],
                    reason: entry.reason,
                  }))}
                />
              </Disclosure>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What the reader may do with an item: each a form of its own, a reason asked for where it is due. */
function Decisions({
  item: { subjectKind, subjectCode: code, state, version, mayWithdraw, mayDecide },
  requestKey,
  refused,
}: {
  item: ShownItem;
  requestKey: string;
  refused: RefusedDecision;
}) {
  const hidden = (
    <>
      <input type="hidden" name="kind" value={subjectKind} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="baseVersion" value={version} />
      <input type="hidden" name="requestKey" value={requestKey} />
    </>
  );
  const about = <span className="sr-only">（{code}）</span>;
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-6 gap-y-2 empty:hidden print:hidden">
      {mayWithdraw && state !== "withdrawn" && (
        <form method="post">
          {hidden}
          <Button name="intent" value="withdraw" variant="outline" size="sm">
            取り下げる
            {about}
          </Button>
        </form>
      )}
      {mayDecide && state === "set_aside" && (
        <form method="post">
          {hidden}
          <Button name="intent" value="take_up" variant="outline" size="sm">
            採用に戻す
            {about}
          </Button>
        </form>
      )}
      {mayDecide && state === "proposed" && (
        <Disclosure summary={<>不採用にする{about}</>} small open={refused !== null}>
          <form method="post" className="w-full max-w-2xl space-y-3">
            {hidden}
            <TextareaField
              id={`reason-${code}`}
              name="reason"
              label="不採用とする理由"
              support="提案した団体に示されます。"
              required
              rows={2}
              defaultValue={refused?.reason ?? ""}
              error={refused?.error && message(refused.error)}
            />
            <Button name="intent" value="set_aside" size="sm">
              不採用にする
            </Button>
          </form>
        </Disclosure>
      )}
    </div>
  );
}
