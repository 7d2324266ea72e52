import { useApp } from "../app/context.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** What a colour means, everywhere: never alone, always with its icon and a word. */
export type Tone = "done" | "you" | "others" | "stopped" | "closed";

/** The icon of a colour. */
export const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  done: "check",
  you: "hand",
  others: "clock",
  stopped: "stop",
  closed: "box",
};

export const Tag = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`tag tone-${tone}`}>
    <Icon name={TONE_ICONS[tone]} size={12} />
    {children}
  </span>
);

const STATE_TONES: Readonly<Record<string, Tone>> = {
  held: "others",
  released: "done",
  closed: "closed",
  withdrawn: "closed",
};

/** A declaration's state; one that is held is amber for whoever is asked to act. */
export const StateTag = ({ state, yours = false }: { state: string; yours?: boolean }) => {
  const { word } = useApp();
  const tone = state === "held" && yours ? "you" : (STATE_TONES[state] ?? "others");
  return <Tag tone={tone}>{word("state", state)}</Tag>;
};

const TAX_TONES: Readonly<Record<string, Tone>> = {
  none: "closed",
  due: "you",
  guaranteed: "others",
  paid: "done",
  overdue: "stopped",
};

export const TaxTag = ({ state }: { state: string }) => {
  const { word, has } = useApp();
  // Amber is for whoever can pay; for everybody else it is somebody else's turn.
  const tone = TAX_TONES[state] ?? "others";
  return <Tag tone={tone === "you" && !has("declarant") ? "others" : tone}>{word("taxState", state)}</Tag>;
};
