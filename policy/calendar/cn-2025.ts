import { announcedYear } from "./announced-year.ts";

/** New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, National Day with Mid-Autumn. */
export default announcedYear(
  2025,
  ["01-01", "01-28..02-04", "04-04..04-06", "05-01..05-05", "05-31..06-02", "10-01..10-08"],
  ["01-26", "02-08", "04-27", "09-28", "10-11"],
  {
    text: "State Council General Office, telegram (2024) 12 of 2024-11-12, holidays of 2025",
    url: "https://m.gmw.cn/2024-11/12/content_1303894933.htm",
    confirmed: true,
  },
);
