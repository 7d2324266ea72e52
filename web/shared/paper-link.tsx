import { Link } from "./link.tsx";
import { pageOfNumber } from "./numbers.ts";

/** The number of a paper, a book or a line of one; it leads to its page. */
export const PaperLink = ({ paper }: { paper: string }) => {
  const page = pageOfNumber(paper);
  return page === undefined ? (
    <code>{paper}</code>
  ) : (
    <Link href={page}>
      <code>{paper}</code>
    </Link>
  );
};

/** Several of them, one after the other. */
export const PaperLinks = ({ papers }: { papers: readonly string[] }) => (
  <span className="paper-links">
    {papers.map((paper) => (
      <PaperLink key={paper} paper={paper} />
    ))}
  </span>
);
