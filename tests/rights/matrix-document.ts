import { type Permission, permissions } from "#app/policy/permissions.ts";
import { type Role, roles } from "#app/policy/roles.ts";
import { permissionWords, scopeWords } from "./words.ts";

type Scopes = keyof typeof scopeWords;

const heads: Record<Role, string> = {
  viewer: "閲覧担当",
  editor: "起案担当",
  approver: "決裁担当",
  admin: "管理担当",
};

const introduction = `# 権限表

誰が何を行えるかの一覧です。\`app/policy/permissions.ts\`の表から作成しており、内容が異なるときは試験が失敗します。
改めるときは、表を直した後に\`npx tsx tests/rights/write-matrix.ts\`を実行してください。

- 各欄は、その役割の利用者が、どの立場の団体に属していれば行えるかを示します。「－」は行えません。
- **自団体**…その報告値・資料などを持つ団体。**自団体の代決者**…自団体で代決を定められた期間中の人。
- **幹事団体**…そのPTの幹事団体。**計画の策定主体**…その計画を定めた団体（九州・山口の計画では戦略会議）。
- **戦略会議**…九州地域戦略会議の委員と事務局。**全団体**…ポータルに参加するいずれかの団体。
- **本人**・**ポータル管理者**・**だれでも**は、団体での役割によりません。ポータル管理者は、それによって団体の報告値を閲覧することはできません。
- ここにない操作は行えません。同じことをデータベースの行単位の権限でも確かめています。

`;

/** The table of rights as officials read it. */
export function rightsDocument(): string {
  const rows = (Object.keys(permissions) as Permission[]).map(rowOf);
  const head = ["操作", ...roles.map((role) => heads[role]), "権限名"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${introduction}${lines.join("\n")}\n`;
}

function rowOf(permission: Permission): string[] {
  const grants: Partial<Record<Scopes, readonly Role[] | true>> = permissions[permission];
  const scopes = (Object.keys(scopeWords) as Scopes[]).filter((scope) => grants[scope]);
  const cells = roles.map((role) => {
    const given = scopes.filter((scope) => {
      const grant = grants[scope];
      return grant === true || grant?.includes(role);
    });
    return given.map((scope) => scopeWords[scope]).join("・") || "－";
  });
  return [permissionWords[permission], ...cells, `\`${permission}\``];
}
