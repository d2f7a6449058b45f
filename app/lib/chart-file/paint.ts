/**
 * The colours of the design system that drawings use, as a drawing outside of the portal needs them. A
 * test holds them to the style sheet's.
 */
export const inks = {
  white: "#ffffff",
  black: "#000000",
  "blue-50": "#e8f1fe",
  "blue-100": "#d9e6ff",
  "blue-200": "#c5d7fb",
  "blue-300": "#9db7f9",
  "blue-600": "#3460fb",
  "blue-900": "#0017c1",
  "blue-1000": "#00118f",
  "green-100": "#c2e5d1",
  "green-800": "#197a4b",
  "yellow-50": "#fbf5e0",
  "yellow-100": "#fff0b3",
  "yellow-900": "#927200",
  "yellow-1000": "#806300",
  "yellow-1100": "#6e5600",
  "red-100": "#ffdada",
  "red-900": "#ce0000",
  "solid-gray-50": "#f2f2f2",
  "solid-gray-100": "#e6e6e6",
  "solid-gray-200": "#cccccc",
  "solid-gray-300": "#b3b3b3",
  "solid-gray-420": "#949494",
  "solid-gray-500": "#7f7f7f",
  "solid-gray-600": "#666666",
  "solid-gray-700": "#4d4d4d",
  "solid-gray-900": "#1a1a1a",
} as const;

/** As in app.css. */
const fonts =
  "'BIZ UDPGothic','Noto Sans JP','Hiragino Kaku Gothic ProN',Meiryo,'Noto Sans CJK JP',sans-serif";

/** What only lays a drawing out on a page. */
const pageOnly = new Set(["inline-block", "shrink-0", "block", "h-auto", "w-full", "size-5"]);

const fixed: Record<string, string> = {
  "fill-none": "fill:none",
  "fill-current": "fill:currentColor",
  "stroke-none": "stroke:none",
  "stroke-current": "stroke:currentColor",
  "font-bold": "font-weight:700",
  "font-normal": "font-weight:400",
  "font-sans": `font-family:${fonts}`,
  "tabular-nums": "font-variant-numeric:tabular-nums",
  "[paint-order:stroke]": "paint-order:stroke",
};

const properties: Record<string, string> = { fill: "fill", stroke: "stroke", text: "color" };

/** A class of a drawing as a declaration. Throws for one that a drawing must not have. */
function declaration(name: string): string {
  if (pageOnly.has(name) || /^(print:)?max-w-/.test(name)) return "";
  const size = /^text-\[([\d.]+px)\]$/.exec(name)?.[1];
  if (size) return `font-size:${size}`;
  const [, property = "", ink = ""] = /^(fill|stroke|text)-(.+)$/.exec(name) ?? [];
  const found =
    fixed[name] ??
    (ink in inks ? `${properties[property]}:${inks[ink as keyof typeof inks]}` : null);
  if (found === null) throw new RangeError(`No drawing outside of the portal knows ${name}`);
  return found;
}

/**
 * The markup of a drawing with its classes as styles of its own, so that it looks the same in any program:
 * none of them knows the portal's style sheet.
 */
export function withOwnStyles(markup: string): string {
  const styled = markup.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const style = names.split(/\s+/).filter(Boolean).map(declaration).filter(Boolean).join(";");
    return style ? ` style="${style}"` : "";
  });
  return haloFirst(styled);
}

/** Programs that do not know `paint-order` would cover the letters with their halo: it is drawn before them. */
function haloFirst(markup: string): string {
  return markup.replace(
    /<text ([^>]*paint-order[^>]*)>(.*?)<\/text>/gs,
    (_, attributes: string, content: string) => {
      const plain = attributes.replace(/;?\bpaint-order:stroke| paint-order="stroke"/g, "");
      const letters = plain
        .replace(/\bstroke:[^;"]+;?/g, "")
        .replace(/ ?stroke-(width|linejoin)="[^"]*"/g, "");
      const inside = content.replace(/ stroke-width="[^"]*"/g, "");
      return `<text aria-hidden="true" ${plain}>${content}</text><text ${letters}>${inside}</text>`;
    },
  );
}
