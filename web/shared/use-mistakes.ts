import type { Fault } from "@openftz/customs/define/problem.ts";
import { useMemo } from "react";
import { useApp } from "../app/context.tsx";
import type { Lack } from "./lacks.ts";
import type { Mistake } from "./marks.ts";
import { findField } from "./pointer.ts";
import { serverText } from "./problem-words.ts";

/** All that is wrong, found here or told by the server, each once and at its field among `fields`. */
export const useMistakes = (
  fields: readonly string[],
  lacks: readonly Lack[],
  faults: readonly Fault[],
): { readonly all: readonly Mistake[]; readonly fromServer: ReadonlySet<string | undefined> } => {
  const { t, language } = useApp();
  return useMemo(() => {
    const found = new Map<string, Mistake>();
    for (const { pointer, key } of lacks)
      found.set(pointer, {
        pointer,
        field: findField(pointer, [...fields, pointer]),
        text: t(key),
        tries: [],
      });
    const fromServer = new Set<string | undefined>();
    for (const fault of faults) {
      const field = findField(fault.pointer, fields) ?? undefined;
      fromServer.add(field);
      const text = serverText(language, fault.detail);
      const tries = (fault.try ?? []).map((each) => serverText(language, each));
      found.set(fault.pointer + text, { pointer: fault.pointer, field, text, tries });
    }
    return { all: [...found.values()], fromServer };
  }, [fields, lacks, faults, t, language]);
};
