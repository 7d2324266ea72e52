import { useApp } from "../../app/context.tsx";

/** A capability's value in words: of the catalogue, months of storage, or a letter as it is. */
export const useCapabilityWords = () => {
  const { t, word } = useApp();
  const value = (capability: string, code: string): string => {
    const [, months, more] = /^(\d+)(?:\+(\d+))?$/.exec(code) ?? [];
    if (capability !== "storage-limit" || months === undefined) {
      const own = word("capabilityValue", `${capability}.${code}`);
      return own === `${capability}.${code}` ? word("capabilityValue", code) : own;
    }
    return more === undefined ? t("zone.months", { months }) : t("zone.monthsMore", { months, more });
  };
  return { name: (capability: string) => word("capability", capability), value };
};
