import { AsyncLocalStorage } from "node:async_hooks";
import { english } from "#app/i18n/en/index.ts";
import { isLocale, type Locale, readLocaleFrom } from "#app/i18n/locale.ts";
import { provideEnglish } from "#app/i18n/t.ts";
import { speaksEnglish } from "#app/site/english.ts";
import { webConfig } from "./web-config.server.ts";

const answering = new AsyncLocalStorage<Locale>();
readLocaleFrom(() => answering.getStore() ?? "ja");
provideEnglish(english);

const cookieName = "portal-language";
const inCookies = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`);
const yearSeconds = 365 * 24 * 60 * 60;

/** The language that somebody chose on this machine; Japanese until they do. */
export function chosenLocale(request: Request): Locale {
  const cookies = request.headers.get("cookie") ?? "";
  const value = inCookies.exec(cookies)?.[1];
  return isLocale(value) ? value : "ja";
}

/** Answers a request in the language that was chosen, where the page exists in it. */
export function inChosenLocale<Answer>(request: Request, answer: () => Answer): Answer {
  const english = chosenLocale(request) === "en" && speaksEnglish(new URL(request.url).pathname);
  return answering.run(english ? "en" : "ja", answer);
}

/** Does something in Japanese, whoever asked for it: what is made once for all. */
export function inJapanese<Result>(work: () => Result): Result {
  return answering.run("ja", work);
}

/** Keeps a choice on this machine. */
export function localeCookie(locale: Locale): string {
  const secure = webConfig().appUrl.startsWith("https:") ? "; Secure" : "";
  return `${cookieName}=${locale}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
