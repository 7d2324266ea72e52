import type { ReactNode } from "react";
import { useApp } from "../app/context.tsx";
import { clockOf, dayText, legalDayOf } from "./format.ts";

export type Happened = {
  readonly key: string | number;
  readonly at: string;
  readonly what: ReactNode;
  /** The account that did it. */
  readonly by?: string | null;
  readonly note?: ReactNode;
  readonly end?: ReactNode;
};

/** What happened, as an ordered list: when, what, by whom, and why. */
export const StoryList = ({ story }: { story: readonly Happened[] }) => {
  const { word, language } = useApp();
  return (
    <ol className="story">
      {story.map(({ key, at, what, by, note, end }) => (
        <li key={key}>
          <time dateTime={at}>
            {dayText(legalDayOf(at), language)} <b>{clockOf(at)}</b>
          </time>
          <span>
            <b>{what}</b> {by && <span className="quiet">{word("actor", by)}</span>}
            {note && <p>{note}</p>}
          </span>
          {end}
        </li>
      ))}
    </ol>
  );
};
