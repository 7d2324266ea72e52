/** The working days of China, as far as they are announced. A new year is a new file and a line here. */
import { workingCalendar } from "@openftz/kernel/working-days.ts";
import type { AnnouncedYear } from "./announced-year.ts";
import cn2024 from "./cn-2024.ts";
import cn2025 from "./cn-2025.ts";
import cn2026 from "./cn-2026.ts";

export const announcedYears: readonly AnnouncedYear[] = [cn2024, cn2025, cn2026];

export const calendar = workingCalendar(announcedYears);
