import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { momentText } from "#app/i18n/labels.ts";

/** Who keeps the portal; as long as there are several, each can be ended, also oneself. */
export function KeeperList({
  keepers,
}: {
  keepers: readonly { id: string; name: string; since: Date }[];
}) {
  return (
    <ul className="space-y-3">
      {keepers.map(({ id, name, since }) => (
        <li key={id}>
          {name}
          <span className="ml-2 text-note text-solid-gray-700">{momentText(since)}から</span>
          {keepers.length > 1 && (
            <Disclosure
              small
              summary={
                <>
                  管理を終了する<span className="sr-only">：{name}</span>
                </>
              }
            >
              <form method="post" className="space-y-3">
                <input type="hidden" name="intent" value="end" />
                <p>
                  次の操作から、ポータルの管理ができなくなります。団体への所属と、これまでの記録は変わりません。
                </p>
                <Button variant="outline" name="person" value={id}>
                  {name}の管理を終了する
                </Button>
              </form>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}
