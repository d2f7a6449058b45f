/** What a table program may take for a formula; Japanese Excel also when the sign is full-width. */
const formula = /^(?:[=+\-@\t\r\n]|[＝＋－＠].)/s;

/** Text with an apostrophe in front of what would be computed instead of shown (OWASP, CSV injection). */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that `guardFormula` put in front of it. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
