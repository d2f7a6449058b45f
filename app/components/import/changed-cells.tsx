import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import type { ComparedCell } from "#app/domain/import/compare-cell.ts";
import { importField } from "#app/domain/import/decide.ts";
import { entryFieldLabels, fieldText } from "#app/i18n/entry.ts";
import { momentText } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import type { PreviewRow } from "./preview-data.ts";

/** What a file changes in a row: old and new, and where both sides changed, the choice. */
export function ChangedCells({
  row,
  values,
  errors,
}: {
  row: PreviewRow;
  /** What was chosen in a form that was refused. */
  values: Readonly<Record<string, string>> | null;
  errors: Readonly<Record<string, string>>;
}) {
  const shown = row.cells.filter(({ standing }) => standing !== "unchanged");
  return (
    <div className="space-y-2">
      {shown.map((cell) =>
        cell.standing === "conflict" && row.standing === "conflict" ? (
          <Choice key={cell.column} row={row} cell={cell} values={values} errors={errors} />
        ) : (
          <p key={cell.column} className="break-words">
            <span className="mr-2 text-solid-gray-600">{entryFieldLabels[cell.field]}</span>
            <Change cell={cell} />
          </p>
        ),
      )}
    </div>
  );
}

function Change({ cell }: { cell: ComparedCell }) {
  const { standing, field, file, now, at, error } = cell;
  switch (standing) {
    case "rejected":
      return (
        <>
          <strong className="whitespace-pre-line">「{file}」</strong>
          <span className="ml-1 text-solid-gray-600">（{at}）</span>
          <span className="block text-red-900">＊{message(error ?? "figure.unreadable")}</span>
        </>
      );
    case "theirs":
    case "same":
      return (
        <>
          <Text field={field} text={now} />
          <span className="ml-2 text-solid-gray-600">
            {standing === "same" ? "（保存済みの内容と同じ）" : "（ポータルで変更済み）"}
          </span>
        </>
      );
    default:
      return (
        <>
          <span className="text-solid-gray-700">
            <Text field={field} text={now} />
          </span>
          <span aria-hidden="true" className="mx-2">
            →
          </span>
          <span className="sr-only">から</span>
          {file === "" ? <strong>消去</strong> : <Text field={field} text={file} strong />}
        </>
      );
  }
}

function Choice({
  row,
  cell,
  values,
  errors,
}: {
  row: PreviewRow;
  cell: ComparedCell;
  values: Readonly<Record<string, string>> | null;
  errors: Readonly<Record<string, string>>;
}) {
  const name = importField(`choice-${cell.column}`, row.key);
  const error = errors[name];
  const who = row.kept
    ? `${row.kept.author ?? "ほかの担当者"}さん、${momentText(new Date(row.kept.at))}`
    : "";
  return (
    <RadioGroup
      id={name}
      name={name}
      label={
        <span className="text-dns-14B-130">
          <span className="sr-only">{row.question.name}　</span>
          {entryFieldLabels[cell.field]}
        </span>
      }
      defaultValue={values?.[name]}
      error={error && message(error)}
      options={[
        {
          value: "file",
          label: <Side words="ファイルの内容" cell={cell} text={cell.file} />,
          support: cell.at,
        },
        {
          value: "kept",
          label: <Side words="保存されている内容" cell={cell} text={cell.now} />,
          support: who,
        },
      ]}
    />
  );
}

function Side({ words, cell, text }: { words: string; cell: ComparedCell; text: string }) {
  return (
    <>
      {words}：
      <Text field={cell.field} text={text} strong />
    </>
  );
}

function Text({
  field,
  text,
  strong = false,
}: {
  field: ComparedCell["field"];
  text: string;
  strong?: boolean;
}) {
  if (text === "") return <span className="text-solid-gray-600">（空欄）</span>;
  const Tag = strong ? "strong" : "span";
  return <Tag className="whitespace-pre-line tabular-nums">{fieldText(field, text)}</Tag>;
}
