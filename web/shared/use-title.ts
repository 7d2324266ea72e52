import { useEffect } from "react";

/** The tab's title: what the page is about, then the application. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · OpenFTZ`;
  }, [title]);
};
