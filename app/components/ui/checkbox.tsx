import type { ComponentProps, ReactNode } from "react";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "size" | "ref"> & {
  id: string;
  name: string;
  label: ReactNode;
};

/** Something that holds or does not, with its words behind it. */
export function Checkbox({ label, className = "", ...rest }: CheckboxProps) {
  return (
    <label
      className={`flex w-fit min-h-11 items-center gap-2 py-2 text-dns-16N-130 ${className}`}
      htmlFor={rest.id}
    >
      <input
        type="checkbox"
        className="size-5 shrink-0 appearance-none rounded-4 border-2 border-solid-gray-600 bg-white before:hidden before:size-full before:bg-white before:[clip-path:path('M3.2_8.1_6.5_11.4_13_4.9_11.6_3.5_6.5_8.6_4.6_6.7Z')] checked:border-blue-900 checked:bg-blue-900 checked:before:block hover:border-black aria-invalid:border-error-1 forced-colors:checked:before:bg-[Highlight]"
        {...rest}
      />
      <span>{label}</span>
    </label>
  );
}
