/**
 * What a password may be, after NIST SP 800-63B-4 and 総務省's guideline: long, not one that is tried
 * first, and of whatever signs somebody likes. It is counted in characters as people see them typed
 * (code points, after NFKC) and never cut.
 */
export const passwordLength = { least: 12, most: 128 } as const;

/** The form in which a password is measured and hashed, whatever machine it was typed on. */
export function passwordText(given: string): string {
  return given.normalize("NFKC");
}

/** Of whom words are no secret. */
export type PasswordOwner = { email: string; name: string; organisations: readonly string[] };

/** What everybody would try first here. */
const wordsOfPortal = [
  "portal",
  "kyushu",
  "yamaguchi",
  "jewels",
  "kouiki",
  "renkei",
  "九州",
  "山口",
];

/**
 * The message key of what is wrong with a new password, or null. What is guessed first is known from a
 * list of 100,000 leaked ones and from the words of the portal and the person; it is read only here,
 * when somebody chooses a password.
 */
export async function checkPassword(given: string, owner: PasswordOwner): Promise<string | null> {
  const password = passwordText(given);
  const length = [...password].length;
  if (length < passwordLength.least) return "password.short";
  if (length > passwordLength.most) return "password.long";
  const words = [owner.name, ...owner.organisations, ...owner.email.split(/[@.\-_+]/)]
    .flatMap((text) => text.normalize("NFKC").split(/[\s・　]+/))
    .filter((word) => word.length >= 2);
  // The list of leaked ones knows little of names; without them something must be left to guess.
  const rest = [...wordsOfPortal, ...words].reduce(
    (text, word) => text.replaceAll(word.toLowerCase(), ""),
    password.toLowerCase(),
  );
  if ([...rest].length < passwordLength.least / 2) return "password.guessable";
  const zxcvbn = await estimator();
  return zxcvbn.check(password, [...wordsOfPortal, ...words]).score < 3
    ? "password.guessable"
    : null;
}

let made: ReturnType<typeof makeEstimator> | undefined;

function estimator() {
  made ??= makeEstimator();
  return made;
}

async function makeEstimator() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
