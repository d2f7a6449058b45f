import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isLocale } from "#app/i18n/locale.ts";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { localeCookie } from "#app/lib/locale.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { sessionOf } from "#app/lib/session.server.ts";
import { chooseLanguage } from "#app/services/identity/choose-language.server.ts";

/** There is nothing to see here; choosing a language is a POST. */
export function loader() {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { locale, to = null } = formValues(await request.formData());
  if (!isLocale(locale)) throw new Response(null, { status: 422 });
  const session = await sessionOf(request, context);
  if (session) await chooseLanguage(databases().identity, session, locale);
  return redirect(safeReturnPath(to), { headers: { "Set-Cookie": localeCookie(locale) } });
}
