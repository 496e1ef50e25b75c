interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}

/** One choice above the table, with its name before it. */
export function TableSelect({ label, value, options, choose }: Props) {
  return (
    <label className="table-select">
      <span>{label}</span>
      <select value={value} onChange={(e) => choose(e.target.value)}>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
