import { z } from "zod";

const text = z.string().max(20_000);
const shape = z.object({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text.optional(),
    authenticatorData: text.optional(),
    signature: text.optional(),
    userHandle: text.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});

/** What a browser answers of a passkey, as far as its form goes; null when it is something else. */
export function readResponse(json: string): z.infer<typeof shape> | null {
  if (json.length > 60_000) return null;
  try {
    return shape.parse(JSON.parse(json));
  } catch {
    return null;
  }
}
