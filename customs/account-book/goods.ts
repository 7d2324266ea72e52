/** The goods of a line of a book, as they are filed. */
import Type from "typebox";
import { CountryCode, closed } from "../define/fields.ts";

const Unit = Type.String({
  pattern: "^[0-9A-Za-z]{1,8}$",
  description: "A unit of the code list, for example 035 or kg.",
});

/** The goods of a line, as they are filed. */
export const LineGoods = Type.Object(
  {
    part: Type.String({ minLength: 1, maxLength: 50, description: "The enterprise's own part number." }),
    commodity: Type.String({ pattern: "^[0-9]{10}$", description: "Ten digits." }),
    description: Type.String({ minLength: 1, maxLength: 255 }),
    origin: CountryCode,
    unit: Unit,
    lawfulUnit: Unit,
    secondUnit: Type.Optional(Unit),
  },
  closed,
);

/** See `LineGoods`. */
export type Goods = {
  readonly part: string;
  readonly commodity: string;
  readonly description: string;
  readonly origin: string;
  readonly unit: string;
  readonly lawfulUnit: string;
  readonly secondUnit?: string;
};
