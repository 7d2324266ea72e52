/** `openftz policy check`: what is wrong with the law of this release, before anybody meets it. */
import { fileURLToPath } from "node:url";
import type {
  DeclarationAnswers,
  DeclarationFacts,
  GoodsAnswers,
  GoodsFacts,
} from "@openftz/customs/law/facts.ts";
import { nameOf } from "@openftz/kernel/measure.ts";
import { declarationFrame, goodsFrame, onDay, placed } from "@openftz/policy/frames.ts";
import { declarationMeasures, goodsMeasures } from "@openftz/policy/measures/index.ts";
import { type Book, checkBook } from "./check-book.ts";
import { type Lock, lockFaults, MEASURE_FILE } from "./lock.ts";
import { readHashes, readLock } from "./measure-files.ts";
import { nameFaults, unreadableLock } from "./publish.ts";
import { type PolicyFault, type PolicyReport, reportOf } from "./report.ts";
import type { Rule } from "./written-faults.ts";

/** Everything a check looks at. `hashes` are of the files that are there. */
export type Policy = {
  readonly goods: Book<GoodsFacts, GoodsAnswers>;
  readonly declaration: Book<DeclarationFacts, DeclarationAnswers>;
  readonly hashes: Lock;
  readonly lock: Lock | undefined;
};

/** The law of this release, without files. */
export const goodsBook: Policy["goods"] = {
  frame: goodsFrame,
  measures: goodsMeasures,
  moves: { onDay, placed },
};
export const declarationBook: Policy["declaration"] = {
  frame: declarationFrame,
  measures: declarationMeasures,
  moves: { onDay, placed },
};

/** The file that a measure must be in: "cn.payment-days" version 2 in "cn/payment-days.v2.ts". */
export const fileOf = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${id.replace(".", "/")}.v${version}.ts`;

/** Checks a policy. Pure. */
export const checkPolicy = ({ goods, declaration, hashes, lock }: Policy): PolicyReport => {
  const measures: readonly Rule[] = [...goods.measures, ...declaration.measures];
  const [ofGoods, ofDeclarations] = [checkBook(goods), checkBook(declaration)];
  const faults = [
    ...listFaults(measures, Object.keys(hashes)),
    ...(lock === undefined ? [unreadableLock] : lockFaults(lock, hashes)),
    ...ofGoods.faults,
    ...ofDeclarations.faults,
  ];
  return reportOf(faults, {
    measures: measures.length,
    examples: ofGoods.examples + ofDeclarations.examples,
    cases: ofGoods.cases + ofDeclarations.cases,
    unconfirmedCitations: measures.filter(({ citation }) => !citation.confirmed).length,
    unpublished: Object.keys(hashes).filter((file) => !Object.hasOwn(lock ?? {}, file)).length,
  });
};

/** Files that are not listed, measures whose file is not there, and one name for two measures. */
const listFaults = (measures: readonly Rule[], files: readonly string[]): PolicyFault[] => {
  const listed = measures.map(fileOf);
  return [
    ...nameFaults(files),
    ...files
      .filter((file) => MEASURE_FILE.test(file) && !listed.includes(file))
      .map(
        (where): PolicyFault => ({
          kind: "file",
          where,
          detail: "No measure of this name is listed, so it is not law.",
          next: "List it in policy/measures/index.ts; its id and version must be those of the file's name.",
        }),
      ),
    ...measures
      .filter((measure) => !files.includes(fileOf(measure)))
      .map(
        (measure): PolicyFault => ({
          kind: "file",
          where: nameOf(measure),
          detail: `Its file ${fileOf(measure)} is not there.`,
          next: "Name the file after the measure's id and version.",
        }),
      ),
    ...measures
      .filter((measure, index) => listed.indexOf(fileOf(measure)) !== index)
      .map(
        (measure): PolicyFault => ({
          kind: "name",
          where: nameOf(measure),
          detail: "It is listed twice, or two measures have this name.",
          next: "Give each measure an id and version of its own.",
        }),
      ),
  ];
};

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Checks the law of this release. `root` is the repository's folder, this one unless told. */
export const policyCheck = async ({ root = ROOT }: { root?: string } = {}): Promise<PolicyReport> =>
  checkPolicy({
    goods: goodsBook,
    declaration: declarationBook,
    hashes: await readHashes(root),
    lock: await readLock(root),
  });
