import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { paths } from "#app/site/paths.ts";

/**
 * Finds people by their whole address, or by a part of their name within an organisation. Sent and not
 * asked for by address, so that no address stands in a browser's history or a log.
 */
export function PersonSearchForm({
  search,
  organisations,
}: {
  search: { address: string; name: string; organisation: string };
  organisations: readonly { slug: string; shortName: string }[];
}) {
  return (
    <form method="post" action={paths.platformPeople} className="space-y-4">
      <TextField
        id="address"
        name="address"
        type="email"
        autoComplete="off"
        label="メールアドレス"
        support="アドレスの全部を入力してください。"
        defaultValue={search.address}
        maxLength={254}
      />
      <p>又は</p>
      <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
        <TextField
          id="name"
          name="name"
          autoComplete="off"
          label="名前の一部"
          defaultValue={search.name}
          maxLength={100}
        />
        <SelectField
          id="organisation"
          name="organisation"
          label="現在又は過去の団体"
          defaultValue={search.organisation}
          options={[
            { value: "", label: "選択してください" },
            ...organisations.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
          ]}
        />
      </div>
      <Button name="intent" value="search">
        探す
      </Button>
    </form>
  );
}
