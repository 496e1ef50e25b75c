import { useWords } from "../i18n/I18n";
import type { Seat } from "./seats";

interface Props {
  readonly seats: readonly Seat[];
  /** Only the seats: no names. */
  readonly small?: boolean;
  readonly unexpected?: ReadonlySet<string>;
  readonly nameOf?: (delegation: string) => string;
}

/** A bus from above, its front on top. Neighbouring delegations differ in tone and say who they are. */
export function BusPlan({ seats, small, unexpected, nameOf = (code) => code }: Props) {
  const { t } = useWords();
  const tones = new Map<string, number>();
  for (const { member } of seats) {
    if (member && !tones.has(member.delegation)) {
      tones.set(member.delegation, tones.size % 2);
    }
  }
  const place = (seat: Seat) => ({ gridRow: seat.row + 1, gridColumn: seat.column + 1 });
  if (small) {
    return (
      <span className="bus-plan small" aria-hidden="true">
        {seats.map((seat) => (
          <span
            key={seat.n}
            className="seat"
            data-free={!seat.member || undefined}
            data-over={seat.over || undefined}
            data-tone={seat.member ? tones.get(seat.member.delegation) : undefined}
            style={place(seat)}
          />
        ))}
      </span>
    );
  }
  return (
    <ol className="bus-plan" aria-label={t("seats.plan")}>
      {seats.map((seat) => {
        const { member } = seat;
        const star = member !== null && unexpected?.has(member.person);
        return (
          <li
            key={seat.n}
            className="seat"
            data-free={!member || undefined}
            data-over={seat.over || undefined}
            data-unexpected={star || undefined}
            data-tone={member ? tones.get(member.delegation) : undefined}
            style={place(seat)}
            title={
              member
                ? `${member.name} · ${nameOf(member.delegation)}`
                : t("seats.freeSeat", { n: seat.n })
            }
          >
            {member ? (
              <>
                <span className="seat-code">
                  {star && "★"}
                  {seat.over && "▲"}
                  {member.delegation}
                </span>
                <span className="seat-name">{member.name}</span>
              </>
            ) : (
              <span className="seat-code">{t("seats.freeMark")}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
