import { useCodes } from "./use-codes.ts";

/** What the fields with `list="countries"` and `list="currencies"` offer; once on a page. */
export const CodeLists = () => {
  const { codes, countryName } = useCodes();
  return (
    <>
      <datalist id="countries">
        {codes?.countries.map((code) => (
          <option key={code} value={code} label={countryName(code)} />
        ))}
      </datalist>
      <datalist id="currencies">
        {codes?.currencies.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </>
  );
};
