import type { PlantedFault } from "./planted-fault.ts";

const applier = "server/desk/applier.ts";

/** Lists that do not show what the journal says. */
export const viewFaults: readonly PlantedFault[] = [
  {
    name: "entry-applied-twice",
    promise: "Every entry is applied to a view once.",
    file: applier,
    was: "await this.#store.journal.read(from + 1, await this.#sliceLength(from));",
    becomes: "await this.#store.journal.read(from, await this.#sliceLength(from));",
  },
  {
    name: "view-moves-before-its-rows",
    promise: "A list that waited for a position shows what happened up to it.",
    file: applier,
    was: "      await this.#store.views.apply(from, to, await gathered.work(",
    becomes: "      this.#position = to;\n      await this.#store.views.apply(from, to, await gathered.work(",
  },
  {
    name: "views-stuck-after-a-failure",
    promise: "Views go on after a failure, whether the store had applied the slice or not.",
    file: applier,
    was: "if (!this.#stopped) await this.#findPosition();",
    becomes: "if (this.#stopped) await this.#findPosition();",
  },
  {
    name: "list-ends-after-its-first-page",
    promise: "Page by page a list shows every row.",
    file: "server/desk/ask.ts",
    was: "limit: limit + 1,",
    becomes: "limit,",
  },
  {
    name: "paid-but-shown-as-held",
    promise: "A list shows a declaration as its record says.",
    file: "server/views/declaration-view.ts",
    was: 'set(declaration, { state, taxState: "paid", holdTax: false })',
    becomes: 'set(declaration, { state, taxState: "paid" })',
  },
  {
    name: "list-keeps-withdrawn-reservations",
    promise: "The list of guarantees shows what their books say.",
    file: "server/views/register-views.ts",
    was: '    "declaration.withdrawn": posted,\n',
    becomes: "",
  },
  {
    name: "counted-on-another-day",
    promise: "What happens after midnight in the district counts on the new day.",
    file: "server/views/count-view.ts",
    was: "const minute = at.slice(0, 16);",
    becomes: "const minute = at.slice(0, 10);",
  },
  {
    name: "rows-across-a-rebuild",
    promise: "Rows that were read while the views were being emptied do not claim to be complete.",
    file: "server/desk/ask.ts",
    was: "position: parts.applier.rebuilds === rebuilds ? position : 0,",
    becomes: "position: Math.max(position, rebuilds),",
  },
  {
    name: "recalled-rows-outlive-a-failure",
    promise:
      "What a view recalls is what its tables hold, also after a slice that may not have been applied.",
    file: "server/desk/applier.ts",
    was: "    } catch (error) {\n      this.#recalled.clear();",
    becomes: "    } catch (error) {",
  },
];
