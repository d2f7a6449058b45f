import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Permission, permissions } from "#app/policy/permissions.ts";
import { rightsDocument } from "#tests/rights/matrix-document.ts";

const root = new URL("../..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const all = Object.keys(permissions) as Permission[];

const fileOf = (permission: Permission) => {
  const [subject, verb = ""] = permission.split(".");
  return `app/services/${subject}/${verb.replaceAll("_", "-")}.server.ts`;
};
const camel = (text: string) => text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const nameOf = (permission: Permission) => {
  const [subject = "", verb = ""] = permission.split(".");
  return `${camel(verb)}${subject.charAt(0).toUpperCase()}${subject.slice(1)}`;
};

/** Verbs that stand elsewhere than in the file of their name, or are called otherwise, and where. */
const elsewhere: Partial<Record<Permission, { file?: string; name: string }>> = {
  // Every verb on a workspace asks for it.
  "workspace.read": { file: "app/services/context.server.ts", name: "requireMembership" },
  // What may be read in which state is decided row by row.
  "observation.read_draft": { file: "app/services/observation/read.server.ts", name: "readReport" },
  "observation.read_submitted": {
    file: "app/services/observation/read.server.ts",
    name: "readObservation",
  },
  "observation.read_accepted": {
    file: "app/services/observation/read.server.ts",
    name: "readObservation",
  },
  "plan.import": { file: "app/services/plan-import/begin.server.ts", name: "beginPlanImport" },
  "notification.read": {
    file: "app/services/notification/list.server.ts",
    name: "listNotifications",
  },
  "mail.read": { file: "app/services/mail/list.server.ts", name: "listMails" },
  // Words that say more than the subject's name.
  "approval.deputise": { name: "deputise" },
  "revision.propose": { name: "proposeChange" },
  "revision.withdraw": { name: "withdrawProposal" },
  "revision.decide": { name: "decideProposal" },
  "attachment.add": { name: "addAttachments" },
  "comment.read": { name: "readDiscussion" },
  "notification.choose": { name: "chooseNotifications" },
  "workspace.look_through": { name: "lookThrough" },
  "session.read": { name: "readSessions" },
  "session.end_all": { name: "endAllSessions" },
  "factor.renew_codes": { name: "renewFactorCodes" },
};

describe("a permission", () => {
  it.each(all)("%s has its verb", (permission) => {
    const { file = fileOf(permission), name = nameOf(permission) } = elsewhere[permission] ?? {};
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(read(file)).toMatch(new RegExp(`^export (?:async )?function ${name}\\b`, "m"));
  });

  it.each(all.filter((permission) => !("public" in permissions[permission])))(
    "%s is asked for by name",
    (permission) => {
      const [subject, verb] = permission.split(".");
      const said = sources("app/services").some(
        (text) =>
          text.includes(`"${permission}"`) ||
          (text.includes(`\`${subject}.\${`) && text.includes("authorize")),
      );
      expect(said, verb).toBe(true);
    },
  );

  it("stands for every action that is recorded", () => {
    // What is refused at sign-in is nobody's act.
    const others = ["session.refuse"];
    const recorded = sources("app/services").flatMap((text) =>
      [...text.matchAll(/action: "([a-z]+\.[a-z_]+)"/g)].map(([, action]) => action ?? ""),
    );
    expect(recorded.length).toBeGreaterThan(50);
    const unknown = recorded.filter(
      (action) => !(action in permissions) && !others.includes(action),
    );
    expect(unknown).toEqual([]);
  });
});

describe("a verb that refuses", () => {
  it("refuses by its promise, or pages answer with an error of the server", () => {
    const sync = paths("app/services").flatMap((path) =>
      [...read(path).matchAll(/^export function (\w+)\([\s\S]*?^\}/gm)]
        .filter(([text]) =>
          /^ {2}(?:const .* = )?(?:authorize|authorizeAs|requireMembership|authorizeOwn)\(/m.test(
            text,
          ),
        )
        .map(([, name]) => `${path} ${name}`),
    );
    expect(sync).toEqual([
      "app/services/audit/read.server.ts authorizeAudit",
      "app/services/context.server.ts authorizeAs",
      "app/services/context.server.ts requireMembership",
      "app/services/session/own-context.server.ts authorizeOwn",
    ]);
  });
});

describe("the documents", () => {
  it("of rights says what the table says", () => {
    expect(read("docs/rights.md")).toBe(rightsDocument());
  });

  it("of security names tests that there are", () => {
    const named = [
      ...read("docs/security.md").matchAll(/`((?:\w+\/)[\w./-]+\.(?:test|spec)\.tsx?)`/g),
    ];
    expect(named.length).toBeGreaterThan(40);
    const missing = named
      .map(([, path]) => path ?? "")
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

describe("what runs in production", () => {
  // MPL-2.0 asks something of those who change the files, which we do not.
  const free =
    /^(MIT(-0)?|ISC|Apache-2\.0|0?BSD(-[23]-Clause)?|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|MPL-2\.0)$/;
  /** Not of code, or of files that are used as they are; each looked at. */
  const looked: Record<string, string> = {
    "@svg-maps/japan": "CC-BY-4.0",
  };

  it("may be used and handed on", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { license?: string; dev?: boolean; devOptional?: boolean }>;
    };
    const doubtful = Object.entries(packages).flatMap(
      ([path, { license = "", dev, devOptional }]) => {
        const name = path.replace(/^.*node_modules\//, "");
        if (path === "" || dev || devOptional) return [];
        const choices = license.replace(/[()]/g, "").split(" OR ");
        const isFree = choices.some((choice) =>
          choice.split(" AND ").every((one) => free.test(one)),
        );
        return isFree || looked[name] === license ? [] : [`${name}: ${license}`];
      },
    );
    expect(doubtful).toEqual([]);
  });
});

function paths(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();
}

function sources(folder: string): string[] {
  return paths(folder).map(read);
}
