import { describe, expect, it } from "vitest";
import { getConfig, readConfig } from "./config.server.ts";

const SECRET = "0123456789abcdefghijklmnopqrstuv";

describe("readConfig", () => {
  it("starts a local demo with an embedded database from an empty environment", () => {
    expect(readConfig({}).config).toEqual({
      mode: "local",
      port: 3000,
      dataDirectory: ".data",
      databaseUrl: null,
      appUrl: "http://localhost:3000",
      authSecret: null,
      demo: true,
      trustProxy: false,
      logLevel: "info",
      smtp: null,
      mailDigestMinutes: 10,
      adminEmail: null,
      oidcAllowedHosts: [],
    });
  });

  it("is no demo in production unless it is asked to be", () => {
    const env = {
      NODE_ENV: "production",
      AUTH_SECRET: SECRET,
      APP_URL: "https://portal.example.jp",
    };
    expect(readConfig(env).config).toMatchObject({ mode: "production", demo: false });
    expect(readConfig({ ...env, DEMO: "1" }).config).toMatchObject({ demo: true });
  });

  it("takes an empty variable for an unset one", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " " }).config).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it("derives the address from the port", () => {
    expect(readConfig({ PORT: "8080" }).config).toMatchObject({ appUrl: "http://localhost:8080" });
  });

  it("drops a trailing slash from the address", () => {
    expect(readConfig({ APP_URL: "https://portal.example.jp/" }).config).toMatchObject({
      appUrl: "https://portal.example.jp",
    });
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["APP_URL", "portal.example.jp"],
    ["APP_URL", "ftp://portal.example.jp"],
    ["APP_URL", "https://portal.example.jp/portal"],
    ["APP_URL", "https://user@portal.example.jp"],
    ["DATABASE_URL", "mysql://localhost/portal"],
    ["DATABASE_URL", "postgres://localhost"],
    ["DATABASE_URL", "localhost:5432"],
    ["AUTH_SECRET", "too-short"],
    ["AUTH_SECRET", "a".repeat(40)],
    ["DEMO", "yes"],
    ["TRUST_PROXY", "true"],
    ["LOG_LEVEL", "loud"],
    ["SMTP_URL", "https://smtp.example.jp"],
    ["SMTP_URL", "smtp://smtp.example.jp/path"],
    ["SMTP_URL", "smtp.example.jp:587"],
    ["SMTP_URL", "smtp://me:100%@smtp.example.jp"],
    ["MAIL_FROM", "ポータル <portal@example.jp>"],
    ["MAIL_FROM", "portal@example.jp\nBcc: all@example.jp"],
    ["MAIL_DIGEST_MINUTES", "90"],
    ["OIDC_ALLOWED_HOSTS", "https://login.example.jp"],
    ["OIDC_ALLOWED_HOSTS", "login.example.jp,"],
  ])("refuses %s=%s and names it with an example", (variable, value) => {
    const { config, problems } = readConfig({ [variable]: value });
    expect(config).toBeNull();
    expect(problems.map((problem) => problem.variable)).toContain(variable);
    expect(problems[0]?.example).toContain(`${variable}=`);
  });

  it("takes the hosts of sign-in services apart", () => {
    const env = { OIDC_ALLOWED_HOSTS: "Login.pref.example.lg.jp, 10.1.2.3" };
    expect(readConfig(env).config?.oidcAllowedHosts).toEqual([
      "login.pref.example.lg.jp",
      "10.1.2.3",
    ]);
  });

  it("requires a secret and an address in production", () => {
    const { problems } = readConfig({ NODE_ENV: "production" });
    expect(problems.map((problem) => problem.variable)).toEqual(["AUTH_SECRET", "APP_URL"]);
  });

  it("sends mail where it is told how and as whom", () => {
    const smtp = { SMTP_URL: "smtp://me:pass@smtp.example.jp:587", MAIL_FROM: "portal@example.jp" };
    expect(readConfig(smtp).config?.smtp).toEqual({ url: smtp.SMTP_URL, from: smtp.MAIL_FROM });
    const { problems } = readConfig({ SMTP_URL: smtp.SMTP_URL });
    expect(problems.map(({ variable }) => variable)).toEqual(["MAIL_FROM"]);
  });

  it("reports every problem at once", () => {
    const { problems } = readConfig({ PORT: "x", DEMO: "x", NODE_ENV: "production" });
    expect(problems.map((problem) => problem.variable)).toEqual([
      "PORT",
      "DEMO",
      "AUTH_SECRET",
      "APP_URL",
    ]);
  });

  it("never repeats a secret or a password in what it reports", () => {
    const env = { AUTH_SECRET: "hunter2", DATABASE_URL: "mysql://me:hunter2@localhost/x" };
    expect(JSON.stringify(readConfig(env).problems)).not.toContain("hunter2");
  });
});

describe("getConfig", () => {
  it("throws one list of everything that is wrong", () => {
    expect(() => getConfig({ PORT: "x" })).toThrowError(
      expect.objectContaining({ japanese: expect.stringContaining("PORT=3000") }),
    );
  });
});
