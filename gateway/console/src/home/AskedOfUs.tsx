import { useQuery } from "@tanstack/react-query";
import { openRetimings } from "../api/retimings";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { Countdown } from "../duty/Countdown";
import { useConferenceClock } from "../duty/clock";
import { useWords } from "../i18n/I18n";
import { placeOfMoving } from "../plans/moving/places";
import { spanOf, spanSaid } from "../plans/moving/span";
import { rolesIn, useWho } from "../session/who";

/** What other desks have asked of one's own, and what one's own waits for; nothing where nothing is. */
export function AskedOfUs({ conference }: { readonly conference: string }) {
  const { t, word } = useWords();
  const { me } = useWho();
  const mine = rolesIn(me, conference);
  const reading = useConferenceClock(conference);
  const { data, error } = useQuery({
    queryKey: ["of", conference, "retimings", "open"],
    queryFn: ({ signal }) => openRetimings(conference, signal),
  });
  const found = (data ?? []).filter(
    (r) => mine.includes(r.desk) || mine.includes(r.askedAs) || mine.includes("duty"),
  );
  if (found.length === 0 && !error) {
    return null;
  }
  return (
    <section className="home-part home-asked" aria-label={t("home.asked")}>
      <header className="home-part-head">
        <h2>{t("home.asked")}</h2>
        <span className="count warn">{found.length}</span>
      </header>
      {error && <Problem error={error} />}
      <ul className="home-rows">
        {found.map((r) => {
          const span = spanOf(r.minutes);
          return (
            <li key={r.id}>
              <a
                className="home-row"
                data-retiming={r.id}
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "plans",
                  open: placeOfMoving({ kind: "asked", id: r.id }),
                })}
              >
                <span className={`home-row-kind ${mine.includes(r.desk) ? "warn" : ""}`}>
                  {word("role", r.desk)}
                </span>
                <span className="home-row-title">
                  {t("home.askedWhat", {
                    count: r.plans.length,
                    way: t(span.way === "later" ? "shift.later" : "shift.earlier"),
                    span: spanSaid(span, t),
                  })}
                </span>
                <span className="home-row-end">
                  <Countdown due={r.due} reading={reading} />
                </span>
                <span className="home-row-about">
                  {t("home.askedBy", { by: word("role", r.askedAs) })} · {r.askedBy}
                  {r.reason && ` · ${r.reason}`}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
