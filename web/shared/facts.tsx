import type { ReactNode } from "react";

export type Fact = readonly [label: string, value: ReactNode];

/** Short facts under a heading, each under its label. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
