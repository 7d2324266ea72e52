import { Link } from "./link.tsx";

/** The number of a list or a stock slip; a list leads to its page. */
export const PaperLink = ({ paper }: { paper: string }) =>
  paper.startsWith("QD") ? (
    <Link href={`/lists/${paper}`}>
      <code>{paper}</code>
    </Link>
  ) : (
    <code>{paper}</code>
  );
