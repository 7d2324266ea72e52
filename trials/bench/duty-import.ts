/** How long the import of a whole tariff takes, checks included: as a person would, through the bin, on a data folder. */
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Figure, figureOf } from "./figures.ts";

const BIN = path.resolve(import.meta.dirname, "../../server/bin/openftz.mjs");
const LINES = 11_988;
const ROUNDS = 7;
const HEADS =
  "code,name_zh,licence_codes,general_rate,mfn_rate,note,export_rate,consumption_tax_rate,vat_rate,unit1,unit2,declaration_elements";

/** A made-up schedule in the form of the one of 2020 and of its size; in each version every tenth rate differs. */
export const madeUpSchedule = (version: number): string => {
  const rows = Array.from({ length: LINES }, (_, at) => {
    const heading = String(1 + (at % 97)).padStart(2, "0") + String(1 + Math.floor(at / 97)).padStart(4, "0");
    const percent = 5 + (at % 20) + (at % 10 === 0 ? version : 0);
    const mfn = `0.${String(percent).padStart(2, "0")}`;
    return `${heading}0000,货物 ${at},AB,0.50,${mfn},备注 ${at},0,0,0.13,035,007,1品牌;2型号;3用途;4材质`;
  });
  return `${HEADS}\n${rows.join("\n")}\n`;
};

/** The codes of the schedule as an HS edition, so that the check of codes is measured too. */
const madeUpHs = (): string => {
  const codes = Array.from(
    { length: LINES },
    (_, at) => String(1 + (at % 97)).padStart(2, "0") + String(1 + Math.floor(at / 97)).padStart(4, "0"),
  );
  return `code\n${codes.join("\n")}\n`;
};

const run = (...argv: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...argv], { stdio: ["ignore", "ignore", "inherit"] });
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${argv[0]} ended with ${code}`)),
    );
  });

/**
 * Imports versions of the schedule one after another, each checked against the one before and an HS edition. Seconds of
 * the whole command: start of the process and of the database, reading, checks, adoption, close.
 */
export const measureImport = async (folder: string, say: (line: string) => void): Promise<Figure> => {
  await mkdir(folder, { recursive: true });
  const data = path.join(folder, "data");
  const hs = path.join(folder, "hs.csv");
  await writeFile(hs, madeUpHs());
  await run("hs", "import", hs, "--edition", "2017", "--data", data);
  const seconds: number[] = [];
  // The first has nothing to be compared with: it makes the folder ready and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const file = path.join(folder, `schedule-${round}.csv`);
    await writeFile(file, madeUpSchedule(round));
    const began = performance.now();
    await run("tariff", "import", file, "--from", `${2018 + round}-01-01`, "--data", data);
    if (round > 0) seconds.push((performance.now() - began) / 1000);
  }
  say(`tariff imports: ${seconds.map((each) => each.toFixed(2)).join(" ")} s`);
  return figureOf("duty.importSeconds", "s", seconds);
};
