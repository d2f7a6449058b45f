import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { idOfSecret, linkSecretOf, secretPath } from "./secret-link.server.ts";

const secret = linkSecretOf("a secret of the portal, 32 characters");
const id = randomUUID();
const lastPart = (path: string) => path.slice(path.lastIndexOf("/") + 1);

describe("a secret address", () => {
  it("opens the row it was made for", () => {
    const path = secretPath(secret, "invitation", id);
    expect(path).toMatch(/^\/invitations\/[0-9a-f-]{36}\.[\w-]{43}$/);
    expect(idOfSecret(secret, "invitation", lastPart(path))).toBe(id);
  });

  it("opens nothing else, and is not guessed", () => {
    const given = lastPart(secretPath(secret, "invitation", id));
    const [, mac] = given.split(".");
    expect(idOfSecret(secret, "reporter_link", given)).toBeNull();
    expect(idOfSecret(linkSecretOf("another secret"), "invitation", given)).toBeNull();
    expect(idOfSecret(secret, "invitation", `${randomUUID()}.${mac}`)).toBeNull();
    for (const guess of ["", id, `${id}.`, `${given}x`, given.slice(0, -1), `${given}\n`])
      expect(idOfSecret(secret, "invitation", guess)).toBeNull();
  });
});
