/** Where a request comes from: address, host and origin, as the socket or the proxy before us says. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

const first = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

/** The last address of X-Forwarded-For is the one our proxy saw; those before it anybody could have written. */
const forwardedFor = (headers: IncomingHttpHeaders): string | undefined =>
  first(headers["x-forwarded-for"])?.split(",").at(-1)?.trim();

/** A name for the sender's address. One sender has a whole /64 of IPv6, so that is what counts. */
export const addressOf = (request: IncomingMessage, behindProxy: boolean): string => {
  const address =
    (behindProxy && forwardedFor(request.headers)) || (request.socket.remoteAddress ?? "unknown");
  if (!isIPv6(address) || address.includes(".")) return address;
  return networkOf(address);
};

const networkOf = (address: string): string => {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...(tail === undefined ? [] : zeros), ...right].slice(0, 4).join(":");
};

/** The host that the sender addressed, with its port. */
export const hostOf = (headers: IncomingHttpHeaders, behindProxy: boolean): string | undefined =>
  (behindProxy && first(headers["x-forwarded-host"])) || headers.host;

/** The host's name without a port: "[::1]:8080" is "[::1]". */
export const nameOfHost = (host: string): string => host.toLowerCase().replace(/:[0-9]*$/, "");

/** True when Origin names this very server; a page of any other site, or none, does not. */
export const isOwnOrigin = (headers: IncomingHttpHeaders, behindProxy: boolean): boolean => {
  const { origin } = headers;
  const host = hostOf(headers, behindProxy);
  if (origin === undefined || host === undefined) return false;
  const protocol = behindProxy
    ? (first(headers["x-forwarded-proto"])?.split(",").at(-1)?.trim() ?? "https")
    : "http";
  return origin === `${protocol}://${host}`;
};
