import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./public-address.server.ts";

const octet = fc.nat(255);
const group = fc.nat(0xffff).map((n) => n.toString(16));
/** An IPv4 address that begins so, and goes on as it likes. */
const beginning = (...first: number[]) =>
  fc
    .array(octet, { minLength: 4 - first.length, maxLength: 4 - first.length })
    .map((rest) => [...first, ...rest].join("."));
const beginning6 = (...first: string[]) =>
  fc
    .array(group, { minLength: 8 - first.length, maxLength: 8 - first.length })
    .map((rest) => [...first, ...rest].join(":"));

describe("the public internet", () => {
  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "128.0.0.1",
    "169.253.255.255",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2400:cb00::1",
    "2606:4700:4700::1111",
    "2001:200::1",
    "2a00:1450:4001:80b::200e",
  ])("holds %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    "0.0.0.0",
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.19.255.255",
    "224.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "0:0:0:0:0:ffff:a9fe:a9fe",
    "::127.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a9fe:a9fe::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "4000::1",
  ])("does not hold %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    "",
    "localhost",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "1.1.1.1 ",
    "[::1]",
  ])("has no address 「%s」", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.prop([fc.oneof(beginning(10), beginning(127), beginning(0), beginning(192, 168))])(
    "holds nothing of what is inside, however it ends (%s)",
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
      expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
    },
  );

  test.prop([
    fc.oneof(beginning6("fd12"), beginning6("fe80"), beginning6("2002"), beginning6("0")),
  ])("holds nothing of IPv6 that is inside (%s)", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.prop([fc.ipV4()])("knows no IPv4 that is public only when written as IPv6", (address) => {
    expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
    expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
  });
});
