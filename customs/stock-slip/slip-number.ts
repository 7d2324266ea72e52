/** The numbers of business forms and stock slips. Their official grammar is not published: these are in the manner of lists'. */
import Type from "typebox";

/** SD, office, two digits of the year, and nine of its own. */
export const FormNumber = Type.String({
  pattern: "^SD[0-9]{15}$",
  description: "17 characters: SD, office, year, serial, for example SD221826000000042.",
});

/** SS, office, two digits of the year, I or E, and nine of its own. */
export const SlipNumber = Type.String({
  pattern: "^SS[0-9]{6}[IE][0-9]{9}$",
  description: "18 characters: SS, office, year, I in or E out, serial, for example SS221826E000000042.",
});

const SERIALS = 1_000_000_000;
const SERIAL_DIGITS = 9;

/** A number out of its prefix, office, day, an optional letter, and the position of its entry. */
export const paperNumber = (
  prefix: string,
  office: string,
  day: string,
  letter: string,
  ticket: number,
): string =>
  `${prefix}${office}${day.slice(2, 4)}${letter}${String(ticket % SERIALS).padStart(SERIAL_DIGITS, "0")}`;
