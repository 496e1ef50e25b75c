interface Props {
  readonly pressed: boolean;
  readonly press: () => void;
  readonly count: number | undefined;
  readonly children: string;
}

/** Shows only those of one kind, of which there are so many. */
export function Chip({ pressed, press, count, children }: Props) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={press}>
      {children} {count !== undefined && <span>{count}</span>}
    </button>
  );
}
