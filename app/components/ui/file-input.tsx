import type { ComponentProps } from "react";

/** Chooses a file of the reader's own. Inside a `FieldFrame`, with `describedBy`. */
export function FileInput(props: Omit<ComponentProps<"input">, "type" | "className" | "ref">) {
  return (
    <input
      type="file"
      className="block w-full max-w-full rounded-8 border border-solid-gray-600 bg-white text-dns-16N-130 text-solid-gray-800 hover:border-black aria-invalid:border-error-1 file:mr-4 file:h-12 file:border-0 file:border-r file:border-solid-gray-600 file:bg-solid-gray-50 file:px-4 file:text-blue-1000 file:underline"
      {...props}
    />
  );
}
