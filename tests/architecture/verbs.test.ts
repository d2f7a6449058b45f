import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { observationSteps } from "#app/domain/observation/states.ts";
import { permissions } from "#app/policy/permissions.ts";

const root = new URL("../..", import.meta.url).pathname;

/** The source files below a folder, as paths from the root; tests are left out. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);
}

const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("the verbs of observations", () => {
  const folder = "app/services/observation";
  /** Verb → its file, for every file that offers `<verb>Observation` as its only one. */
  const verbs = sources(folder).flatMap((path) => {
    const [offered, ...more] = [
      ...read(path).matchAll(/^export (?:async )?function (\w+)Observation\(/gm),
    ].map((match) => match[1] ?? "");
    expect(more, path).toEqual([]);
    if (offered === undefined) return [];
    const verb = offered.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
    return [{ verb, path }];
  });
  const fileOf = (verb: string) => `${folder}/${verb.replaceAll("_", "-")}.server.ts`;
  // What may be read in which state is decided row by row; one verb reads.
  const granted = Object.keys(permissions)
    .flatMap((permission) => /^observation\.(\w+)$/.exec(permission)?.[1] ?? [])
    .filter((verb) => !verb.startsWith("read_"));

  it("have a permission each, and each permission its verb", () => {
    const writing = verbs.map(({ verb }) => verb).filter((verb) => verb !== "read");
    expect(writing.sort()).toEqual([...granted].sort());
  });

  it("stand in the file of their name", () => {
    for (const { verb, path } of verbs) expect(path).toBe(fileOf(verb));
  });

  it("are the steps of an observation's life, which name its audit events", () => {
    expect([...granted].sort()).toEqual([...observationSteps].sort());
    // The permission asked for and the action recorded are made from the same step.
    expect(read(`${folder}/append-version.server.ts`)).toMatch(/action: `observation\.\$\{step\}`/);
  });

  it.each(observationSteps)(
    "%s authorizes what it is called, before it changes anything",
    (verb) => {
      const shared = ["judge", "decide", "write"].map((name) => `${folder}/${name}.server.ts`);
      const texts = [fileOf(verb), ...shared].map(read);
      const own = texts[0] ?? "";
      const asked = own.includes(`"observation.${verb}"`)
        ? own
        : texts.slice(1).find((text) => own.includes(`"${verb}"`) && /authorize\(/.test(text));
      expect(asked).toBeDefined();
      const text = asked ?? "";
      expect(text.indexOf("authorize(context")).toBeLessThan(
        text.search(/(appendVersion|decideTarget)\((tx|part)/),
      );
    },
  );
});

describe("the verbs of good practices, their roll-outs, of imports, rounds and packs", () => {
  const verbs = Object.keys(permissions).filter((permission) =>
    /^(practice|rollout|import|round|pack)\.(?!read$)/.test(permission),
  );
  it.each(verbs)(
    "%s stands in the file of its name, which authorizes and records it so",
    (name) => {
      const [subject = "", verb = ""] = name.split(".");
      const folder = `app/services/${subject}`;
      const own = read(`${folder}/${verb}.server.ts`);
      expect(own).toMatch(new RegExp(`^export (?:async )?function ${verb}${subject}\\(`, "im"));
      const all = sources(folder).map(read).join("\n");
      const said = (before: string) =>
        all.includes(`${before}"${name}"`) || all.includes(`${before}\`${subject}.\${`);
      expect(said("authorizeAs(context, ")).toBe(true);
      expect(said("action: ")).toBe(true);
    },
  );
});

describe("files", () => {
  const limits: [folder: string, lines: number][] = [
    ["app/routes", 200],
    ["app/services", 150],
    ["app/domain", 200],
    ["app/components", 250],
  ];

  it.each(limits)("of %s have at most %i lines", (folder, limit) => {
    const long = sources(folder)
      .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
      .filter(({ lines }) => lines > limit);
    expect(long).toEqual([]);
  });

  it("say by their name what is in them", () => {
    const folders = ["app", "db", "seeds", "server", "tests", "e2e", "bench"];
    const vague = folders
      .flatMap(sources)
      .filter((path) =>
        /^(utils?|helpers?|misc|common|service|types)\./.test(basename(path).toLowerCase()),
      );
    expect(vague).toEqual([]);
  });
});
