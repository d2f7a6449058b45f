import { lookup } from "node:dns";
import { request as requestPlain } from "node:http";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.server.ts";

/** What a sign-in service may take to answer, and how much it may say. */
const longestMs = 5_000;
const mostBytes = 256 * 1024;

/** Where requests may go beyond the public internet. */
export type FetchRules = {
  /** Hosts that the operator names: they may have private addresses. In lower case. */
  allowedHosts: readonly string[];
  /** Also without encryption, to the named hosts: tests on this machine. */
  plain: boolean;
};

/** A request that is not made, or an answer that is not read. */
export class RefusedRequest extends Error {
  override readonly name = "RefusedRequest";
}

type Asked = {
  method: string;
  headers: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
};

/**
 * A fetch for addresses that an administrator typed, and those that the service behind them names. The
 * address that a name resolves to is looked at and then connected to, so that no second answer of a
 * name server leads elsewhere; redirects are not followed; time and size have their limits.
 */
export function guardedFetch(rules: FetchRules) {
  return async function fetchGuarded(address: string, asked: Asked): Promise<Response> {
    const url = new URL(address);
    const host = hostOf(url);
    const named = rules.allowedHosts.includes(host);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && rules.plain && named))
      throw new RefusedRequest("not over https");
    // For an address that is one already, nothing is looked up.
    if (isIP(host) !== 0 && !named && !isPublicAddress(host)) throw new RefusedRequest("address");
    const time = AbortSignal.timeout(longestMs);
    return send(url, {
      ...asked,
      signal: asked.signal ? AbortSignal.any([asked.signal, time]) : time,
      lookup: named ? lookup : lookupPublic,
    });
  };
}

/** The host of an address as it is looked up: in lower case, IPv6 without brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}

/** Resolves a name only when all that it stands for is public; `net` connects to just these addresses. */
const lookupPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return answer(error ?? new RefusedRequest("no address"), "", 0);
    if (!found.every(({ address }) => isPublicAddress(address)))
      return answer(new RefusedRequest("address"), "", 0);
    return options.all ? answer(null, found) : answer(null, first.address, first.family);
  });
};

function send(
  url: URL,
  { method, headers, body, signal, lookup }: Asked & { lookup: LookupFunction },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const begin = url.protocol === "https:" ? request : requestPlain;
    // No agent: a connection that was checked for one request serves no other.
    const options = { method, headers, signal, lookup, agent: false, maxHeaderSize: 16 * 1024 };
    const sent = begin(url, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on("data", (part: Buffer) => {
        size += part.length;
        if (size > mostBytes) sent.destroy(new RefusedRequest("too long"));
        else parts.push(part);
      });
      answer.on("error", reject);
      answer.on("end", () => {
        const { statusCode: status = 0, headers } = answer;
        // Of the headers only the one that says what the body is.
        const known = { headers: { "content-type": headers["content-type"] ?? "" }, status };
        if (status < 200) reject(new RefusedRequest("status"));
        else resolve(new Response([204, 205, 304].includes(status) ? null : asText(parts), known));
      });
    });
    sent.on("error", reject);
    sent.end(body === undefined || body === null ? undefined : String(body));
  });
}

const asText = (parts: readonly Buffer[]) => Buffer.concat(parts).toString("utf8");
