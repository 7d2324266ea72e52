import { useApp } from "../app/context.tsx";
import { Tag, type Tone } from "./tag.tsx";

const BOOK_TONES: Readonly<Record<string, Tone>> = {
  declared: "others",
  effective: "done",
  rejected: "stopped",
  closed: "closed",
};

/** A book's state; one that is to be decided is amber for an officer. */
export const BookTag = ({ state }: { state: string }) => {
  const { word, has } = useApp();
  const tone = state === "declared" && has("officer") ? "you" : (BOOK_TONES[state] ?? "others");
  return <Tag tone={tone}>{word("bookState", state)}</Tag>;
};

const LIST_TONES: Readonly<Record<string, Tone>> = {
  approved: "others",
  posted: "done",
  deleted: "closed",
  reversed: "stopped",
};

/** A verification list's state. */
export const ListTag = ({ state }: { state: string }) => {
  const { word } = useApp();
  return <Tag tone={LIST_TONES[state] ?? "others"}>{word("listState", state)}</Tag>;
};

const PASS_TONES: Readonly<Record<string, Tone>> = { approved: "others", passed: "done", voided: "closed" };

/** A gate pass's state; one whose passage is to be recorded is amber for an officer. */
export const PassTag = ({ state }: { state: string }) => {
  const { word, has } = useApp();
  const tone = state === "approved" && has("officer") ? "you" : (PASS_TONES[state] ?? "others");
  return <Tag tone={tone}>{word("passState", state)}</Tag>;
};

/** A business form's state; one that is to be decided is amber for an officer. */
export const FormTag = ({ state }: { state: string }) => {
  const { word, has } = useApp();
  const tone = state === "filed" && has("officer") ? "you" : (BOOK_TONES[state] ?? "others");
  return <Tag tone={tone}>{word("formState", state)}</Tag>;
};

const SLIP_TONES: Readonly<Record<string, Tone>> = {
  passed: "you",
  declared: "done",
  deleted: "closed",
};

/** A stock slip's state; one that went is still to be declared, by its enterprise. */
export const SlipTag = ({ state }: { state: string }) => {
  const { word, has } = useApp();
  const tone = SLIP_TONES[state] ?? "others";
  return <Tag tone={tone === "you" && !has("declarant") ? "others" : tone}>{word("slipState", state)}</Tag>;
};
