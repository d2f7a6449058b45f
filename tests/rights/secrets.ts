/** What is planted in the scene, and who may meet it anywhere: everybody else never does. */
export const secrets = {
  draft: { text: "秘密の下書き注記", for: /^own / },
  proposed: { text: "秘密の決裁待ち注記", for: /^own / },
  submitted: { text: "秘密の提出注記", for: /^(own |lead |council editor)/ },
  accepted: { text: "会員限定の受理注記", for: /^(own|other|lead|council) / },
  practice: { text: "秘密の事例案", for: /^own / },
  file: { text: "秘密の取込表", for: /^own / },
  thread: { text: "秘密の相談", for: /^(own |lead |council editor)/ },
  deputy: { text: "秘密の代決理由", for: /^own / },
  round: { text: "秘密の準備中照会", for: /^council / },
  invitation: { text: "secret-invitee@example.jp", for: /^own admin/ },
  link: { text: "秘密の照会先", for: /^own / },
  token: { text: "秘密の鍵の名前", for: /^own admin/ },
  update: { text: "会員限定の近況", for: /^(own|other|lead|council) / },
} as const satisfies Record<string, { text: string; for: RegExp }>;

export type Secret = keyof typeof secrets;

/** What a visitor must not have met in a text. */
export function leaksOf(visitor: string, text: string): Secret[] {
  return (Object.keys(secrets) as Secret[]).filter(
    (name) => !secrets[name].for.test(visitor) && text.includes(secrets[name].text),
  );
}
