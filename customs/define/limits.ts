/** The largest amount that is taken as meant, in fen: 100,000,000,000.00 CNY. Views add amounts up as exact integers. */
export const MOST_FEN = 10n ** 13n;
