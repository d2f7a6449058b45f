const number = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 1 });

/** 「34KB」, 「1.2MB」. */
export function fileSizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${number.format(Math.max(1, Math.round(kilobytes)))}KB`
    : `${number.format(kilobytes / 1024)}MB`;
}
