/**
 * Reads a day typed by a person or sent by a browser's calendar: 2026-11-30, 2026/11/30,
 * 令和8年11月30日, R8.11.30, also in full-width digits. Null when it is no day of the calendar.
 */
export function parseDay(typed: string): string | null {
  const plain = typed.normalize("NFKC").trim();
  const match =
    /^(令和|R|(?:19|20)(?=\d\d))(元|\d{1,2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/i.exec(
      plain,
    );
  if (!match) return null;
  const [, era = "", years = "", month = "", date = ""] = match;
  const since = /^\d/.test(era) ? Number(era) * 100 : 2018;
  const year = since + (years === "元" ? 1 : Number(years));
  const day = new Date(Date.UTC(year, Number(month) - 1, Number(date)));
  const exists = day.getUTCMonth() === Number(month) - 1 && day.getUTCDate() === Number(date);
  return exists ? day.toISOString().slice(0, 10) : null;
}
