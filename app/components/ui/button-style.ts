/** Variants and sizes of the Digital Agency button. */
export type ButtonVariant = "solid-fill" | "outline" | "text";
export type ButtonSize = "lg" | "md" | "sm" | "xs";

const base =
  "inline-flex items-center justify-center gap-1.5 text-center underline-offset-[3px] transition-colors print:hidden " +
  "disabled:forced-colors:text-[GrayText] aria-disabled:pointer-events-none";

const variants: Record<ButtonVariant, string> = {
  "solid-fill":
    "border-4 border-double border-transparent bg-blue-900 text-white hover:bg-blue-1000 hover:underline " +
    "active:bg-blue-1200 disabled:bg-solid-gray-300 disabled:text-solid-gray-50 disabled:no-underline " +
    "aria-disabled:bg-solid-gray-300 aria-disabled:text-solid-gray-50",
  outline:
    "border border-current bg-white text-blue-900 hover:bg-blue-200 hover:text-blue-1000 hover:underline " +
    "active:bg-blue-300 active:text-blue-1200 disabled:bg-white disabled:text-solid-gray-420 disabled:no-underline " +
    "aria-disabled:text-solid-gray-420",
  text:
    "text-blue-900 underline hover:bg-blue-50 hover:text-blue-1000 hover:decoration-[3px] active:bg-blue-100 " +
    "active:text-blue-1200 focus-visible:bg-yellow-300 disabled:text-solid-gray-420 aria-disabled:text-solid-gray-420",
};

// Small buttons keep their looks; what can be touched around them is 44 px high.
const sizes: Record<ButtonSize, string> = {
  lg: "min-h-14 min-w-34 rounded-8 px-4 py-3 text-oln-16B-100",
  md: "min-h-12 min-w-24 rounded-8 px-4 py-2 text-oln-16B-100",
  sm: "touch-target min-h-9 min-w-20 rounded-6 px-3 py-0.5 text-oln-16B-100",
  xs: "touch-target min-h-7 min-w-18 rounded-4 px-2 py-0.5 text-oln-14B-100",
};

/** The classes of a button; shared by buttons and links that look like one. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className = ""): string {
  return `${base} ${variants[variant]} ${sizes[size]} ${className}`.trimEnd();
}
