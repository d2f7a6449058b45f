import { BlockList, isIP } from "node:net";

/** IPv4 that is not the public internet (IANA special-purpose registry), and what clouds keep for themselves. */
const inside = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Azure's own, reachable from every machine there.
  "168.63.129.16/32",
];

/** The public part of IPv6, and what in it is documentation, or wraps an IPv4 address (Teredo, 6to4). */
const publicIpv6 = "2000::/3";
const insideIpv6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const refused = listOf(inside, "ipv4");
const refusedIpv6 = listOf(insideIpv6, "ipv6");
const acceptedIpv6 = listOf([publicIpv6], "ipv6");

/**
 * Whether an IP address belongs to the public internet: not to this machine, its network, or what a
 * cloud tells its machines about themselves. What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, "ipv4");
    // Outside 2000::/3 are loopback, link-local, unique local, NAT64 and IPv4 written as IPv6.
    case 6:
      return acceptedIpv6.check(address, "ipv6") && !refusedIpv6.check(address, "ipv6");
    default:
      return false;
  }
}

function listOf(subnets: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", bits] = subnet.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
