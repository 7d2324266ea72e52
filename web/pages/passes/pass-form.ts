/** A gate pass as it is typed, and what it takes of a list. */
import type { PassKind } from "@openftz/customs/gate-pass/gate-pass.ts";
import type { CommandRequest } from "../../api/types.ts";
import { countOf, lessOf, shareOf, sumOf } from "../../shared/decimal.ts";
import { DECIMAL, filled } from "../../shared/lacks.ts";

type Request = CommandRequest<"gate-pass.request">;

type Line = {
  readonly line: string;
  readonly declared: string;
  readonly onPasses: string;
  readonly grossMassKg: string;
};

/** What is on no pass yet of each line of a list; lines that are all on passes are left out. */
export type Rest = { readonly index: number; readonly line: string; readonly rest: string };

export const restOf = (lines: readonly Line[]): readonly Rest[] =>
  lines
    .map(({ line, declared, onPasses }, index) => ({ index, line, rest: lessOf(declared, onPasses) }))
    .filter(({ rest }) => rest !== "0");

/** So much of the lines of a list, by their index. */
export type Taken = readonly { readonly index: number; readonly declared: string }[];

/** The gross mass of what is taken, each line's by its share. */
export const massOf = (lines: readonly Line[], taken: Taken): string =>
  sumOf(
    taken.map(({ index, declared }) => {
      const line = lines[index];
      return line ? shareOf(line.grossMassKg, declared, line.declared) : "0";
    }),
  );

/** What was typed, without lines of which nothing is taken. */
export const takenOf = (rests: readonly Rest[], typed: Readonly<Record<number, string>>): Taken =>
  rests
    .map(({ index, rest }) => ({ index, declared: typed[index] ?? rest }))
    .filter(({ declared }) => countOf(declared) > 0n || (declared !== "" && !DECIMAL.test(declared)));

/** The fields of a vehicle. */
export type Vehicle = Readonly<
  Record<
    "vehicle" | "container" | "grossMassKg" | "vehicleMassKg" | "frameMassKg" | "containerMassKg",
    string
  >
>;

export const emptyVehicle = (grossMassKg: string): Vehicle => ({
  ...{ vehicle: "", container: "", grossMassKg },
  ...{ vehicleMassKg: "", frameMassKg: "", containerMassKg: "" },
});

/** A plate as people write it, in the form that passes take: "沪A·12345" is 沪A-12345. */
export const plateOf = (text: string): string => text.toUpperCase().replace(/[·•.]/g, "-").replace(/\s/g, "");

type About = {
  readonly reference: string;
  readonly book: string;
  readonly kind: PassKind;
  readonly direction: "in" | "out";
  readonly lists?: readonly { readonly list: string; readonly lines?: Taken }[];
  readonly slips?: readonly string[];
  readonly transportDocument?: string;
  readonly description?: string;
};

/** The whole request: what the pass is for, and the vehicle as it was typed. */
export const passRequest = (about: About, { vehicle, grossMassKg, ...rest }: Vehicle): Request =>
  ({ ...about, vehicle, grossMassKg, ...filled(rest) }) as Request;

export const isVehicleReady = ({ vehicle, container: _, ...masses }: Vehicle): boolean =>
  vehicle.length >= 4 &&
  Object.entries(masses).every(
    ([name, mass]) => DECIMAL.test(mass) || (mass === "" && name !== "grossMassKg"),
  );
