/** Heights of the Digital Agency inputs. */
export type InputSize = "lg" | "md" | "sm" | "xs";

const heights: Record<InputSize, string> = {
  lg: "h-14 px-4 rounded-8",
  md: "h-12 px-4 rounded-8",
  sm: "h-10 px-3 rounded-6",
  xs: "h-9 px-2 rounded-6",
};

const surface =
  "max-w-full border border-solid-gray-600 bg-white text-solid-gray-800 hover:border-black " +
  "aria-invalid:border-error-1 aria-invalid:hover:border-red-1000 read-only:not-[select]:border-dashed " +
  "disabled:border-solid-gray-300 disabled:bg-solid-gray-50 disabled:text-solid-gray-536";

/** The classes of a one-line input. */
export function inputStyle(size: InputSize, className = ""): string {
  return `${surface} ${heights[size]} text-dns-16N-130 ${className}`.trimEnd();
}

/** The classes of an input of several lines. */
export function areaStyle(className = ""): string {
  return `${surface} rounded-8 px-4 py-3 text-std-16N-170 ${className}`.trimEnd();
}
