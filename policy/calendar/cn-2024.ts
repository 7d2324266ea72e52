import { announcedYear } from "./announced-year.ts";

/** New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day. */
export default announcedYear(
  2024,
  ["01-01", "02-10..02-17", "04-04..04-06", "05-01..05-05", "06-10", "09-15..09-17", "10-01..10-07"],
  ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
  {
    text: "State Council General Office, telegram (2023) 7 of 2023-10-25, holidays of 2024",
    url: "http://paper.people.com.cn/rmrb/html/2023-10/26/nw.D110000renmrb_20231026_3-06.htm",
    confirmed: true,
  },
);
