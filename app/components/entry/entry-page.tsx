import { useEffect, useMemo, useState } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { columnsOf } from "#app/domain/entry/columns.ts";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { closedRoundText } from "#app/i18n/round.ts";
import { paths } from "#app/site/paths.ts";
import { type Entry, type EntryResult, rowsOf } from "./entry-data.ts";
import { EntrySession } from "./entry-session.ts";
import { EntryStatus } from "./entry-status.tsx";
import { EntryStore } from "./entry-store.ts";
import { EntryTable } from "./entry-table.tsx";
import { moveInGrid } from "./grid-keys.ts";
import { pasteIntoGrid } from "./grid-paste.ts";

/** Everything an organisation owes in a round, entered in one table. */
export function EntryPage({ entry, result }: { entry: Entry; result?: EntryResult }) {
  const { membership, plan, number, fy, groups, may, onlyOpen } = entry;
  const all = paths.entry(membership.slug, plan.code, number);
  const open = paths.openEntry(membership.slug, plan.code, number);
  const count = rowsOf(groups).length;
  const closed = !roundCapabilities[entry.state].takesFigures;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: "一括入力" },
        ]}
        eyebrow={`${membership.shortName}　${plan.name}`}
        title={`${fiscalYearLabel(fy)}実績の一括入力`}
        lead="この照会で求められている指標を、一つの表で入力します。下書きを閲覧できるのは、自団体の担当者だけです。"
        actions={
          <>
            <ButtonLink to={paths.entryForm(membership.slug, plan.code, number, "xlsx")}>
              様式（Excel）
            </ButtonLink>
            <ButtonLink to={paths.entryForm(membership.slug, plan.code, number, "csv")}>
              データ（CSV）
            </ButtonLink>
            <ButtonLink to={paths.imports(membership.slug, plan.code, number)}>
              様式を取り込む
            </ButtonLink>
          </>
        }
        meta={[
          { term: "件数", description: `${count}件` },
          { term: "回答期限", description: dayText(entry.dueOn) },
        ]}
      >
        <p className="mb-4 text-dns-16N-130 print:hidden">
          {onlyOpen ? (
            <TextLink to={all}>提出済み・受理済みの行も表示する</TextLink>
          ) : (
            <TextLink to={open}>これから入力する行だけを表示する</TextLink>
          )}
        </p>
      </PageHeader>
      {!may.save && count > 0 && (
        <NotificationBanner
          title={closed ? "回答の受付は終了しました" : "閲覧のみできます"}
          className="mb-6"
        >
          <p>{closed ? closedRoundText() : "入力は、起案又は決裁の役割を持つ人が行います。"}</p>
        </NotificationBanner>
      )}
      {count === 0 ? (
        <EmptyState
          title={
            onlyOpen
              ? "これから入力する行はありません"
              : "この照会で報告を求められている指標はありません"
          }
        >
          {onlyOpen
            ? "この照会で求められている報告は、すべて提出されています。"
            : "ほかの団体に宛てた照会です。"}
        </EmptyState>
      ) : (
        <EntryForm entry={entry} result={result} />
      )}
    </>
  );
}

function EntryForm({ entry, result }: { entry: Entry; result?: EntryResult }) {
  const { membership, plan, number, fy, may } = entry;
  // The page is read once; from then on the session keeps it up to date.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page
  const grid = useMemo(() => {
    const store = new EntryStore(entry, result);
    const address = paths.entryRows(membership.slug, plan.code, number);
    return {
      store,
      session: new EntrySession(store, address, entry.readAt),
      columns: columnsOf(rowsOf(entry.groups).map(({ asked }) => asked)),
      organisation: membership.slug,
      plan: plan.code,
      fy,
      maySave: may.save,
    };
  }, []);
  const { store, session, columns } = grid;
  const [pasted, setPasted] = useState("");
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    return session.start();
  }, [session]);
  return (
    <>
      <EntryStatus store={store} />
      {may.save && <Instructions ready={ready} />}
      <form
        method="post"
        action={(entry.onlyOpen ? paths.openEntry : paths.entry)(
          membership.slug,
          plan.code,
          number,
        )}
        noValidate
        aria-label="一括入力"
        data-ready={ready || undefined}
        onInput={(event) => session.noteInput(event.target)}
        onKeyDown={(event) => moveInGrid(event, store, columns)}
        onPaste={(event) => setPasted(pasteIntoGrid(event, grid) ?? "")}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          const intent = submitter?.getAttribute("value");
          session.press(intent === "submit" ? "submit" : "save");
        }}
      >
        {/* What the Enter key presses where there is no script. */}
        {may.save && (
          <button
            type="submit"
            name="intent"
            value="save"
            tabIndex={-1}
            aria-hidden="true"
            className="sr-only"
          >
            下書きを保存
          </button>
        )}
        <EntryTable
          grid={grid}
          groups={entry.groups}
          caption={`${membership.shortName}の${fiscalYearLabel(fy)}実績`}
        />
        <p role="status" className="mt-3 min-h-6 text-dns-14N-130 text-solid-gray-800">
          {pasted}
        </p>
        {may.save && (
          <div className="mt-3 flex flex-wrap gap-3">
            {may.submit && (
              <Button name="intent" value="submit" size="lg">
                {entry.handsIn === "propose"
                  ? "入力した分を起案する（決裁を求める）"
                  : "入力した分を提出する"}
              </Button>
            )}
            <Button name="intent" value="save" size="lg" variant="outline">
              下書きを保存
            </Button>
          </div>
        )}
      </form>
    </>
  );
}

function Instructions({ ready }: { ready: boolean }) {
  return (
    <Disclosure summary="入力のしかた" small className="mb-4">
      <p className="mb-2">
        <TextLink to={paths.guide("reporting")}>報告の手引き</TextLink>
      </p>
      <ul className="list-disc space-y-1 pl-6 text-dns-16N-130">
        <li>「1,450」「１，４５０件」「▲198」のように、普段の書き方で入力できます。</li>
        <li>
          提出済みの行と受理された行は変更できません。指標の名称を選ぶと、引戻しや訂正、ファイルの添付ができる画面に移ります。
        </li>
        <li>
          前回の値と大きく異なるなどの行は、備考に理由を入力すると提出できます。理由がない行は下書きのままです。
        </li>
        {ready && (
          <>
            <li>
              入力した内容は自動で下書きに保存されます。保存の状況は「状態」の列に表示します。
            </li>
            <li>
              Excelの表は、範囲をコピーし、左上にあたるセルを選んで貼り付けられます。列は、この表の「実績値」から右の並びに合わせてください。
            </li>
            <li>
              Enterキーと矢印キーで上下左右のセルへ移動します。備考の中の改行は、Altキーを押しながらEnterキーを押します。
            </li>
          </>
        )}
      </ul>
    </Disclosure>
  );
}
