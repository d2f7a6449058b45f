import { describe, expect, it } from "vitest";
import { checkPassword, passwordText } from "./password.ts";

const owner = {
  email: "sato.hanako@pref.saga.lg.jp",
  name: "佐藤　花子",
  organisations: ["佐賀県"],
};
const check = (password: string) => checkPassword(password, owner);

describe("a new password", () => {
  it.each([
    ["x9$Lq2", "password.short"],
    ["あいうえおかきくけこさ", "password.short"],
    ["q7".repeat(70), "password.long"],
    ["passwordpassword", "password.guessable"],
    ["password1234", "password.guessable"],
    ["123456789012", "password.guessable"],
    ["qwertyuiop12", "password.guessable"],
    ["aaaaaaaaaaaaaaaa", "password.guessable"],
    ["hanako.sato1", "password.guessable"],
    ["kyushuportal", "password.guessable"],
    ["佐賀県佐賀県佐賀県佐賀県", "password.guessable"],
    ["筑後川-nagare-2026", null],
    ["correct-horse-battery-staple", null],
    ["つくしのくにのかわのながれ", null],
    [`${"q7#vT".repeat(3)}mäßig wird es 長く`, null],
  ])("%s: %s", async (password, problem) => expect(await check(password)).toBe(problem));

  it("counts characters as people see them, and not the units of a machine", async () => {
    expect(await check("🐸🌋🗻".repeat(3))).toBe("password.short");
    expect(await check("x9$Lq2🐸🌋🗻♨木")).toBe("password.short");
    expect(await check("x9$Lq2🐸🌋🗻♨木七")).toBe(null);
  });

  it("is one whether it is typed in full or half width", () => {
    expect(passwordText("ｐａｓｓ１２ ｶﾞ")).toBe("pass12 ガ");
  });
});
