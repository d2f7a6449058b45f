import { SaxesParser } from "saxes";
import { UnreadableTable } from "./problem.ts";

export type Attributes = Record<string, string>;

/** What is done with a document as it goes by. Names come without their prefix. */
export type XmlHandler = {
  open: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /** After each piece: the time to hand on what has gathered. */
  pause?: () => Promise<void>;
};

/** Characters without a tag between them: no cell has so many, and what has no end is never one. */
const longestText = 1_000_000;

/** Elements within each other: those of a sheet are a handful deep. */
const deepest = 100;

/**
 * Reads a document in XML piece by piece. One with a document type is refused, because that is where
 * entities are defined that unfold to more than the file; so is one that is not well formed.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let sinceTag = 0;
  let depth = 0;
  const broken = () => {
    throw new UnreadableTable("unreadable");
  };
  const text = (value: string) => handler.text?.(value);
  parser.on("doctype", broken);
  parser.on("error", broken);
  parser.on("opentag", ({ name, attributes }) => {
    sinceTag = 0;
    depth += 1;
    if (depth > deepest) broken();
    handler.open(localName(name), attributes as Attributes);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", ({ name }) => {
    sinceTag = 0;
    depth -= 1;
    handler.close?.(localName(name));
  });
  for await (const piece of pieces) {
    const decoded = decode(decoder, piece);
    sinceTag += decoded.length;
    if (sinceTag > longestText) throw new UnreadableTable("too_large");
    parser.write(decoded);
    await handler.pause?.();
  }
  parser.close();
}

/** An attribute whatever its prefix, as of `r:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((each) => localName(each) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decode(decoder: TextDecoder, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw new UnreadableTable("unreadable");
  }
}
