/** Sample parties with a broker's mandates and general guarantees. Names, codes and persons are made up. */
import type { Act } from "./acts.ts";

/** In force from here on, so that another date than today (`--clock`) works too. */
export const SAMPLE_FROM = "2020-01-01";
const UNTIL = "2039-12-31";

/** The parties' codes: 18 characters, as social credit codes have, and plainly samples. */
export const PARTIES = {
  wine: "91310000SAMPLEWINE",
  electronics: "91310000SAMPLECHIP",
  broker: "91310000SAMPLEBRKR",
  warehouse: "91310000SAMPLEZONE",
} as const;

const party = (code: string, name: string, credit: string, contact: string, telephone: string): Act => [
  "party.register",
  { party: code, name, credit, from: SAMPLE_FROM, contact: { name: contact, telephone } },
];

const guarantee = (number: string, holder: string, limit: string): Act => [
  "guarantee.open",
  {
    guarantee: number,
    party: holder,
    guarantor: "Sample Bank, Shanghai",
    limit,
    from: SAMPLE_FROM,
    until: UNTIL,
  },
];

/** The acts that enter parties, mandates and guarantees. */
export const partyActs = (): readonly Act[] => [
  party(
    PARTIES.wine,
    "Sample Wine Importing Co. 样例酒业进口有限公司",
    "registered",
    "Chen Jing 陈静",
    "+86 21 5550 0101",
  ),
  party(
    PARTIES.electronics,
    "Sample Electronics Trading Co. 样例电子贸易有限公司",
    "advanced",
    "Wang Lei 王磊",
    "+86 21 5550 0102",
  ),
  party(
    PARTIES.broker,
    "Sample Customs Brokers Co. 样例报关有限公司",
    "advanced",
    "Zhou Min 周敏",
    "+86 21 5550 0103",
  ),
  party(
    PARTIES.warehouse,
    "Sample Zone Warehousing Co. 样例保税仓储有限公司",
    "registered",
    "Xu Tao 徐涛",
    "+86 21 5550 0104",
  ),
  ...[PARTIES.wine, PARTIES.electronics, PARTIES.warehouse].map(
    (trader): Act => ["mandate.give", { party: trader, broker: PARTIES.broker, from: SAMPLE_FROM }],
  ),
  guarantee("SAMPLE-GUARANTEE-BROKER", PARTIES.broker, "20000000.00"),
  guarantee("SAMPLE-GUARANTEE-WINE", PARTIES.wine, "5000000.00"),
];
