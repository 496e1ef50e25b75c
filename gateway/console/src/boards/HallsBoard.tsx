import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useCatalogue } from "../manifests/useCatalogue";
import { Numbers } from "./Numbers";
import { Panel } from "./Panel";
import { useHalls, useSeats, useSessions } from "./useBoards";
import "./halls.css";

interface Props {
  readonly conference: string;
  readonly session: string | null;
}

/** A session's seats, a block for each delegation; where a block stands nobody has said. */
export function HallsBoard({ conference, session }: Props) {
  const { t, language } = useWords();
  const sessions = useSessions(conference);
  const known = useCatalogue(conference);
  const all = (sessions.data ?? [])
    .filter((s) => !s.cancelled)
    .sort((a, b) => a.starts.localeCompare(b.starts));
  const chosen = all.find((s) => s.code === session) ?? all[0];
  const capacity =
    useHalls(conference).data?.find((h) => h.name === chosen?.hall)?.capacity ?? null;
  const seats = useSeats(conference, chosen?.code ?? null);
  const blocks = [...(seats.data ?? [])].sort(
    (a, b) => b.seats - a.seats || a.delegation.localeCompare(b.delegation),
  );
  const nameOf = (code: string, name: string) => name || known.delegations.get(code)?.name || code;
  const total = blocks.reduce((sum, b) => sum + b.seats, 0);
  return (
    <Panel
      title={t("halls.title")}
      name="halls"
      asked={chosen ? [sessions, seats] : [sessions]}
      tools={
        <nav className="chips" aria-label={t("halls.which")}>
          {all.map((s) => (
            <a
              key={s.code}
              className="chip"
              aria-current={s.code === chosen?.code ? "page" : undefined}
              href={hashOf({
                ...NOWHERE,
                conference,
                section: "boards",
                open: `halls:${s.code}`,
              })}
            >
              {s.title}
            </a>
          ))}
        </nav>
      }
    >
      {!chosen && <p className="muted">{t("halls.none")}</p>}
      {chosen && (
        <>
          <p className="hall-about">
            <strong>{chosen.hall}</strong> · {localMoment(chosen.starts, language)} ·{" "}
            {t("halls.total", { seats: total, count: blocks.length })}
          </p>
          {capacity !== null && (
            <p
              className="hall-filling"
              data-over={total > capacity || undefined}
              data-capacity={capacity}
            >
              <meter
                aria-label={t("halls.filling")}
                min={0}
                max={capacity}
                high={capacity}
                optimum={0}
                value={Math.min(total, capacity)}
              />
              {t(total > capacity ? "halls.over" : "halls.left", {
                seats: total,
                capacity,
                count: Math.abs(capacity - total),
              })}
            </p>
          )}
          <p className="hall-front">{t("halls.front")}</p>
          <ul className="hall" data-session={chosen.code}>
            {blocks.map((block) => (
              <li key={block.delegation} className="hall-block" data-delegation={block.delegation}>
                <span className="hall-name">
                  {nameOf(block.delegation, block.name)} <strong>{block.seats}</strong>
                </span>
                <span
                  className="hall-seats"
                  aria-hidden="true"
                  style={{
                    gridTemplateColumns: `repeat(${Math.ceil(Math.sqrt(block.seats * 2))}, 12px)`,
                  }}
                >
                  {Array.from({ length: block.seats }, (_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: one seat is like another
                    <span key={i} className="hall-seat" />
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <p className="muted">{t("halls.note")}</p>
          <Numbers
            caption={chosen.title}
            head={[t("halls.delegation"), t("halls.seats")]}
            rows={blocks.map((b) => [nameOf(b.delegation, b.name), b.seats])}
          />
        </>
      )}
    </Panel>
  );
}
