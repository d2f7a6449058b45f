/**
 * A baseline or target as the plan prints it, without the word that the page says already:
 * 「目標：8,000 社」 under the heading 目標値.
 */
export function printedText(text: string): string {
  return text.replace(/^(?:現状|目標)\s*[：:]\s*/, "");
}
