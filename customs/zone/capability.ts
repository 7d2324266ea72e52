/** What may be done in a zone, in words that programs read. Which zone may do what is data: see `capability-matrix.ts`. */

/** May it be done? "limited" comes with a note that says how. */
const PERMISSION = ["yes", "no", "limited"] as const;

/**
 * Every capability with the values it takes: a list, or the form of the text.
 * - storage-limit: "none", or months and months of extension, "24+12".
 * - book-type: the letter of a logistics account book (bwlTypecd); district-digit: the fifth of a district code.
 */
export const CAPABILITIES = {
  processing: PERMISSION,
  storage: PERMISSION,
  repair: PERMISSION,
  research: PERMISSION,
  display: PERMISSION,
  "retail-inside": PERMISSION,
  "port-operations": PERMISSION,
  "refund-on-entry": PERMISSION,
  "selective-duty": PERMISSION,
  "e-commerce-1210": PERMISSION,
  "storage-limit": /^(none|[0-9]{1,3}(\+[0-9]{1,3})?)$/,
  "duty-on-entry": ["bonded", "bonded-or-exempt"],
  "taxed-on-leaving": ["contained-materials", "finished-product", "actual-state", "selective"],
  "ledger-required": ["yes", "no"],
  "first-line-declaration": ["none", "statistics", "full"],
  "second-line-declarant": ["outside", "inside", "both"],
  "book-type": /^[A-Z]$/,
  "district-digit": /^[0-9A-Z]$/,
} as const;

/** The name of a capability. */
export type CapabilityName = keyof typeof CAPABILITIES;

/** The names of all. */
export const CAPABILITY_NAMES = Object.keys(CAPABILITIES) as readonly CapabilityName[];

/** True for a name of the list. */
export const isCapability = (name: string): name is CapabilityName => Object.hasOwn(CAPABILITIES, name);

/** What a zone sets when from then on it does as its type does again. */
export const AS_TYPE = "as-type";

/** True when the capability takes the value. */
export const takesValue = (name: CapabilityName, value: string): boolean => {
  const values: readonly string[] | RegExp = CAPABILITIES[name];
  return values instanceof RegExp ? values.test(value) : values.includes(value);
};

/** Values that would be right, for people. */
export const examplesOf = (name: CapabilityName): readonly string[] => {
  const values: readonly string[] | RegExp = CAPABILITIES[name];
  if (!(values instanceof RegExp)) return values;
  return name === "storage-limit" ? ["none", "24+12"] : name === "book-type" ? ["Z"] : ["6"];
};
