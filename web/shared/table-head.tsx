type Props = {
  /** Each column's title, and "number" for one whose cells stand at the right. */
  readonly columns: readonly (readonly [title: string, kind?: "number"])[];
};

/** The head of a table: one row of titles, no two the same. */
export const TableHead = ({ columns }: Props) => (
  <thead>
    <tr>
      {columns.map(([title, kind]) => (
        <th key={title} scope="col" className={kind}>
          {title}
        </th>
      ))}
    </tr>
  </thead>
);
