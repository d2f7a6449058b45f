import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isLocale } from "#app/i18n/locale.ts";
import { formValues } from "#app/lib/form-values.ts";
import { localeCookie } from "#app/lib/locale.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { ownContext, sessionOf } from "#app/lib/session.server.ts";
import { chooseLanguage } from "#app/services/language/choose.server.ts";

/** There is nothing to see here; choosing a language is a POST. */
export function loader() {
  return redirect("/");
}

export async function action(args: ActionFunctionArgs) {
  const { locale, to = null } = formValues(await args.request.formData());
  if (!isLocale(locale)) throw new Response(null, { status: 422 });
  const session = await sessionOf(args.request, args.context);
  if (session) await chooseLanguage(ownContext(args, session), locale);
  return redirect(safeReturnPath(to), { headers: { "Set-Cookie": localeCookie(locale) } });
}
