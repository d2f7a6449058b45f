import type { ReactNode } from "react";

export type TagTone = "gray" | "blue" | "green" | "yellow" | "orange" | "red" | "purple";
export type TagVariant = "outline" | "soft" | "plain";

const outline: Record<TagTone, string> = {
  gray: "border-solid-gray-420 text-solid-gray-700",
  blue: "border-blue-900 text-blue-900",
  green: "border-green-800 text-green-800",
  yellow: "border-yellow-900 text-yellow-1000",
  orange: "border-orange-900 text-orange-900",
  red: "border-red-900 text-red-900",
  purple: "border-purple-800 text-purple-800",
};
const soft: Record<TagTone, string> = {
  gray: "border-transparent bg-solid-gray-50 text-solid-gray-700",
  blue: "border-transparent bg-blue-50 text-blue-1000",
  green: "border-transparent bg-green-50 text-green-900",
  yellow: "border-transparent bg-yellow-50 text-yellow-1100",
  orange: "border-transparent bg-orange-50 text-orange-1000",
  red: "border-transparent bg-red-50 text-red-1000",
  purple: "border-transparent bg-purple-50 text-purple-900",
};

export type TagProps = {
  tone?: TagTone;
  variant?: TagVariant;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A short word about a thing: its kind, its theme, 再掲. Never the only carrier of a state. */
export function Tag({
  tone = "gray",
  variant = "outline",
  icon,
  children,
  className = "",
}: TagProps) {
  const looks =
    variant === "plain"
      ? `border-transparent px-0 ${soft[tone].split(" ").at(-1)}`
      : variant === "outline"
        ? `bg-white ${outline[tone]}`
        : soft[tone];
  return (
    <span className={`tag ${looks} ${className}`}>
      {icon}
      {children}
    </span>
  );
}
