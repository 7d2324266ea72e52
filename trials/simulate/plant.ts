/**
 * Loaded before everything else (`node --import ./trials/simulate/plant.ts ...`): puts the planted fault that
 * OPENFTZ_PLANTED names into its file as that file is loaded; nothing on the disk changes. Without the variable it
 * does nothing. An unknown name, or a fault whose text is not there, ends the process with an error.
 */
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../files.ts";
import { type PlantedFault, plantInto } from "./planted/planted-fault.ts";
import { findFault } from "./planted-faults.ts";

/** Node strips the types afterwards, so the fault is written in TypeScript like the file that it changes. */
const plant = (fault: PlantedFault): void => {
  const at = pathToFileURL(path.join(root, fault.file)).href;
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (url !== at) return loaded;
      if (loaded.source == null) throw new Error(`${fault.file} came without its source.`);
      return { ...loaded, source: plantInto(textOf(loaded.source), fault) };
    },
  });
};

const textOf = (source: string | NodeJS.ArrayBufferView | ArrayBuffer): string =>
  typeof source === "string" ? source : new TextDecoder().decode(source);

const name = process.env.OPENFTZ_PLANTED;
if (name) plant(findFault(name));
