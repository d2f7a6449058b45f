import { Tag } from "#app/components/ui/tag.tsx";
import type { Theme } from "#app/domain/indicator/definition.ts";
import { themeLabels } from "#app/i18n/labels.ts";

/** The cross-cutting themes of a node. */
export function ThemeTags({ themes }: { themes: readonly Theme[] }) {
  return themes.map((theme) => (
    <Tag key={theme} tone="purple">
      {themeLabels[theme]}
    </Tag>
  ));
}
