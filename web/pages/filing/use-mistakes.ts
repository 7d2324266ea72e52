import type { Fault } from "@openftz/customs/define/problem.ts";
import { useMemo } from "react";
import { useApp } from "../../app/context.tsx";
import { findField } from "../../shared/pointer.ts";
import { serverText } from "../../shared/problem-words.ts";
import type { Mistake } from "./filing-context.ts";
import { type Form, fieldsOf, type Lack } from "./form.ts";

/** All that is wrong, found here or told by the server, each once and at its field. */
export const useMistakes = (form: Form, lacks: readonly Lack[], faults: readonly Fault[]) => {
  const { t, language } = useApp();
  return useMemo(() => {
    const fields = fieldsOf(form);
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
  }, [form, lacks, faults, t, language]);
};
