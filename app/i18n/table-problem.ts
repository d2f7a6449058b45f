import type { TableProblem } from "#app/domain/import/table.ts";

/** Why a file cannot be read as tables, and what its sender can do about it. */
export const tableProblemWords: Record<TableProblem, string> = {
  type: "表計算ファイル（xlsx、xls、ods）又はCSVファイルではありません。ファイルを確かめてください。",
  protected: "パスワードが設定されています。パスワードを外して保存したファイルを選んでください。",
  macros:
    "マクロを含むファイルは受け付けていません。「Excel ブック（*.xlsx）」で保存し直したファイルを選んでください。",
  too_large: "ファイルの内容が大きすぎます。不要なシートや画像を除くか、ファイルを分けてください。",
  too_many_rows: "行数が上限を超えています。ファイルを分けてください。",
  too_many_columns:
    "列数が上限を超えています。表の右側に離れて入力されたセルがないか確かめてください。",
  too_slow: "読み取りに時間がかかりすぎたため、中止しました。ファイルを分けてください。",
  unreadable:
    "ファイルを読み取れませんでした。壊れている可能性があります。表計算ソフトで開き、保存し直したファイルを選んでください。",
  encoding:
    "文字コードを判別できません。UTF-8 又は Shift_JIS で保存し直したファイルを選んでください。",
  empty: "ファイルに何も入力されていません。",
};
