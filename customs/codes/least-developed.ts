/**
 * Least developed countries whose goods China admits at a special rate of 0 where a tariff line says "LD".
 * Source: tariff adjustment plan of 2026, re-keyed from the official notice in the order it lists them (43 countries).
 */
const CODES_2026 = `
  AF ET AO BJ BF BI TL TG ER GM CD KI DJ GW GN KH KM LS LA LR RW MG MW ML MR BD MM MZ SS NP NE SL SN ST SD
  SB SO TZ UG YE ZM TD CF
`;

/** The list of 2026. A tariff line that says "LD" means exactly these. */
export const LEAST_DEVELOPED_2026: readonly string[] = CODES_2026.trim().split(/\s+/);
