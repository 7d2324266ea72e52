import { defineCommand } from "../define/command.ts";
import { defineLookup } from "../define/query.ts";
import type { CustomsLaw } from "./law.ts";

/** Defines a command that may ask the customs law. */
export const command = defineCommand<CustomsLaw>();

/** Defines a look at records that may ask the customs law for texts. */
export const lookup = defineLookup<CustomsLaw>();
