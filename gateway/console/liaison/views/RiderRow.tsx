import type { Rider } from "../book/riders";
import type { Deed } from "../deeds/deed";
import type { Mark } from "../roll/roll";
import { t, word } from "../words";

interface Props {
  readonly rider: Rider;
  readonly mark: Mark | null;
  readonly reported: Mark | null;
  /** On the way to another bus, and not told yet. */
  readonly leaving: Deed | undefined;
  readonly tap: (mark: Mark | null) => void;
  /** Null where nobody changes buses: a pickup. */
  readonly move: (() => void) | null;
}

export function RiderRow({ rider, mark, reported, leaving, tap, move }: Props) {
  const aboard = mark === "aboard" || mark === "unexpected";
  const absent = mark === "absent";
  return (
    <li
      className="rider"
      data-person={rider.person}
      data-mark={mark ?? "open"}
      data-reported={mark !== null && mark === reported}
    >
      <div className="rider-who">
        <span className="rider-name">{rider.name}</span>
        <span className="muted">
          {rider.rank && word("rank", rider.rank)}
          {leaving && ` · ${t("move.leaving")}`}
          {mark !== null && mark === reported && ` · ${t("roll.reported")}`}
        </span>
      </div>
      {move && (
        <button
          type="button"
          className="move"
          onClick={move}
          aria-label={t("move.of", { name: rider.name })}
        >
          {t("move")}
        </button>
      )}
      <button
        type="button"
        className="mark absent"
        aria-pressed={absent}
        aria-label={t("mark.absentOf", { name: rider.name })}
        onClick={() => tap(absent ? null : "absent")}
      >
        {t("mark.absent")}
      </button>
      <button
        type="button"
        className="mark aboard"
        aria-pressed={aboard}
        aria-label={t("mark.aboardOf", { name: rider.name })}
        onClick={() => tap(aboard ? null : "aboard")}
      >
        {t("mark.aboard")}
      </button>
    </li>
  );
}
