/** The one cookie: the session. */
import type { IncomingHttpHeaders } from "node:http";
import { SESSION_LIFE } from "../../accounts/sessions.ts";

/** Behind a proxy the name binds the cookie to this host and to https (RFC 6265bis); on loopback there is no https. */
const nameOf = (secure: boolean): string => (secure ? "__Host-openftz" : "openftz");

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The session's secret that a request carries, if it looks like one. */
export const sessionIn = (headers: IncomingHttpHeaders, secure: boolean): string | undefined => {
  const { cookie } = headers;
  if (cookie === undefined) return undefined;
  const start = `${nameOf(secure)}=`;
  for (const part of cookie.split(";")) {
    const pair = part.trim();
    if (pair.startsWith(start)) {
      const value = pair.slice(start.length);
      return SECRET.test(value) ? value : undefined;
    }
  }
  return undefined;
};

const flags = (secure: boolean): string => `; Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;

/** Set-Cookie for a new session. */
export const cookieFor = (secret: string, secure: boolean): string =>
  `${nameOf(secure)}=${secret}; Max-Age=${SESSION_LIFE.mostMs / 1_000}${flags(secure)}`;

/** Set-Cookie that takes the cookie away. */
export const noCookie = (secure: boolean): string => `${nameOf(secure)}=; Max-Age=0${flags(secure)}`;
