import { useEffect, useRef, useState } from "react";
import { useApp } from "../../app/context.tsx";
import { navigate, useAddress } from "../../shared/router.ts";
import { type Question, questionIn, searchOfQuestion } from "./question.ts";

const PAUSE_MS = 200;
/** The page's own address. */
export const DUTY = "/duty";

/**
 * The question as it is typed, kept in the address: written when the typing pauses, and taken over when the address
 * changes by itself (back, a link).
 */
export const useQuestion = () => {
  const { start } = useApp();
  const { search } = useAddress();
  const [question, setQuestion] = useState(() => questionIn(search, start.today));
  const written = useRef(search);
  useEffect(() => {
    if (search === written.current) return;
    written.current = search;
    setQuestion(questionIn(search, start.today));
  }, [search, start.today]);
  useEffect(() => {
    const next = searchOfQuestion(question);
    if (next === written.current) return;
    const timer = setTimeout(() => {
      written.current = next;
      navigate(next === "" ? DUTY : `${DUTY}?${next}`, { replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [question]);
  const change = (fields: Partial<Question>) => setQuestion((now) => ({ ...now, ...fields }));
  return { question, change } as const;
};
