import { useEffect, useState } from "react";
import { look } from "./client.ts";
import type { LookAnswer, LookName, LookRequest } from "./types.ts";

const AT_ONCE = 10;

/** Looks at many records, a few at a time. */
export const lookAtEach = async <Name extends LookName>(
  name: Name,
  requests: readonly LookRequest<Name>[],
): Promise<readonly LookAnswer<Name>[]> => {
  const found: LookAnswer<Name>[] = [];
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    const some = requests.slice(from, from + AT_ONCE);
    found.push(...(await Promise.all(some.map((request) => look(name, request)))));
  }
  return found;
};

/** The same for records that are found by their number. */
export const lookAtAll = <Name extends LookName>(
  name: Name,
  ids: readonly string[],
): Promise<readonly LookAnswer<Name>[]> =>
  lookAtEach(
    name,
    ids.map((id) => ({ id }) as LookRequest<Name>),
  );

/** The same for a page: undefined while they are fetched, and none of them when one may not be seen. */
export const useLooks = <Name extends LookName>(
  name: Name,
  ids: readonly string[],
): readonly LookAnswer<Name>[] | undefined => {
  const [found, setFound] = useState<readonly LookAnswer<Name>[]>();
  const all = ids.join(" ");
  useEffect(() => {
    let wanted = true;
    lookAtAll(name, all === "" ? [] : all.split(" ")).then(
      (answers) => wanted && setFound(answers),
      () => wanted && setFound([]),
    );
    return () => {
      wanted = false;
    };
  }, [name, all]);
  return found;
};
