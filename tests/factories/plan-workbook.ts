import { utils, write } from "@e965/xlsx";

export type SheetRows = Record<string, readonly (readonly (string | number)[])[]>;

/** The definition of a small plan of 久留米市, by the sheets of its workbook. */
export function planSheetsOf(code: string): SheetRows {
  return {
    計画: [
      ["項目", "内容"],
      ["計画のコード", code],
      ["計画の名称", "第３期久留米市総合戦略"],
      ["開始年度", "R6"],
      ["終了年度", "R10"],
    ],
    体系: [
      ["コード", "種別", "番号", "名称", "上位のコード", "目的"],
      ["（例）G0", "基本目標", "0", "例", "", ""],
      ["G1", "基本目標", "1", "仕事をつくる", "", ""],
      ["G1-1", "施策", "（1）", "創業を支える", "G1", ""],
      ["G1-1-1", "事業", "①", "創業支援事業", "G1-1", "市内での創業を支援する。"],
    ],
    指標: [
      [
        "コード",
        "所属のコード",
        "名称",
        "単位",
        "値の種類",
        "目指す方向",
        "数値の種類",
        "報告の頻度",
        "基準値",
        "目標値",
      ],
      ["K1", "G1-1-1", "創業件数", "件", "単年度", "増加を目指す", "実数", "", 35, 50],
      [
        "K2",
        "G1",
        "就業率",
        "％",
        "年度末時点",
        "増加を目指す",
        "割合（％）",
        "",
        "55.5%",
        "60.1%",
      ],
      ["K3", "G1-1-1", "相談件数", "件", "単年度", "増加を目指す", "実数", "毎月", "", 1200],
    ],
    目標値: [
      ["指標のコード", "R6", "R7", "R8"],
      ["K1", "40件", "43件", "※検討"],
    ],
    実績: [
      ["指標のコード", "団体", "年度", "期間", "区分", "実績値", "備考"],
      ["K1", "", "R5", "", "", 38, ""],
      ["K1", "久留米市", "R6", "", "確定", "４２件", ""],
      ["K2", "", "R6", "", "集計中", "57.0%", "速報値"],
      ["K3", "", "R6", "4月", "", 100, ""],
      ["K3", "", "R6", "5月", "", 0, ""],
    ],
  };
}

/** The sheets as a workbook of Excel. */
export function workbookOf(sheets: SheetRows): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", bookSST: true }));
}
