import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

// An authenticator in software, as far as a portal sees one: ES256, attestation "none".

/** The few forms of CBOR that an authenticator writes: integers, byte strings, texts and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number) => {
    if (n < 24) return Buffer.from([(major << 5) | n]);
    if (n < 256) return Buffer.from([(major << 5) | 24, n]);
    return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  };
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each as never)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const flags = { present: 1, verified: 4, attested: 64 };

/** A key that answers what a portal asks, for pages of `origin`. */
export function softwarePasskey(origin: string, { verifies = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, challenge: string, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const data = (extra: number, host: string) => {
    const count = Buffer.alloc(4);
    counter += 1;
    count.writeUInt32BE(counter);
    const set = flags.present | (verifies ? flags.verified : 0) | extra;
    return Buffer.concat([sha256(host), Buffer.from([set]), count]);
  };
  const answer = (response: Record<string, string>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      response,
      clientExtensionResults: {},
    });
  const host = new URL(origin).hostname;

  return {
    /** What a browser sends when a passkey was made. */
    made(challenge: string): string {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]);
      const length = Buffer.from([0, id.length]);
      const authData = Buffer.concat([
        data(flags.attested, host),
        Buffer.alloc(16),
        length,
        id,
        cbor(key),
      ]);
      const attestation = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return answer({
        clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
      });
    },
    /** What a browser sends when it was asked for one, `at` another page perhaps. */
    answered(challenge: string, at = origin): string {
      const client = clientData("webauthn.get", challenge, at);
      const authData = data(0, host);
      const signature = createSign("sha256")
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}
