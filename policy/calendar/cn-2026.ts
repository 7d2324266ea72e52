import { announcedYear } from "./announced-year.ts";

/** New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day. */
export default announcedYear(
  2026,
  [
    "01-01..01-03",
    "02-15..02-23",
    "04-04..04-06",
    "05-01..05-05",
    "06-19..06-21",
    "09-25..09-27",
    "10-01..10-07",
  ],
  ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  {
    text: "State Council General Office, notice of 2025-11-04, holidays of 2026",
    url: "https://politics.gmw.cn/2025-11/04/content_38391083.htm",
    confirmed: true,
  },
);
