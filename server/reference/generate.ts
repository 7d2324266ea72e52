/** Makes the reference pages from what the release registers. Run: node server/reference/generate.ts */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { entryTypes, kinds } from "@openftz/customs/customs.ts";
import { figures } from "@openftz/policy/figures/index.ts";
import { declarationMeasures, goodsMeasures } from "@openftz/policy/measures/index.ts";
import { registry } from "../installation.ts";
import { commandsPage } from "./commands-page.ts";
import { entriesPage } from "./entries-page.ts";
import { figuresPage } from "./figures-page.ts";
import { measuresPage } from "./measures-page.ts";
import { metricsPage } from "./metrics-page.ts";
import { problemsPage } from "./problems-page.ts";

/** Where the pages go. */
export const REFERENCE_FOLDER = path.resolve(import.meta.dirname, "../../docs/reference");

/** Every page by its file. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ["commands.md", commandsPage(registry)],
    ["measures.md", measuresPage(goodsMeasures, declarationMeasures)],
    ["figures.md", figuresPage(figures)],
    ["problems.md", problemsPage()],
    ["metrics.md", metricsPage()],
    ["entries.md", entriesPage(entryTypes, kinds)],
  ]);

const write = (): void => {
  mkdirSync(REFERENCE_FOLDER, { recursive: true });
  for (const [file, text] of referencePages()) writeFileSync(path.join(REFERENCE_FOLDER, file), text);
};

if (import.meta.main) write();
