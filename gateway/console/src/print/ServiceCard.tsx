import { useQueries } from "@tanstack/react-query";
import { QRCode } from "antd";
import { useEffect, useState } from "react";

import { rollCodeOf } from "../../liaison/scan/rollCode";
import * as reads from "../api/reads";
import { issuePersonalLink, contacts as readContacts } from "../api/telling";
import type { Participant } from "../api/types";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import type { Catalogue } from "../manifests/naming";
import { kitchensFor } from "./board";
import { Paper } from "./Paper";

interface Props {
  readonly conference: string;
  readonly person: Participant;
  readonly known: Catalogue;
  /** Whoever may give somebody a personal page; otherwise the card has no code. */
  readonly mayIssue: boolean;
  readonly done: () => void;
}

/** Whom a guest calls. */
const STAFF = ["duty", "chief-liaison", "liaison"];
const CODE_SIDE = 132;

/** One person's card (incident 53): delegation, hall, board, lodging, bus, whom to call, the code of the
 * personal page and the one that a liaison calls the roll by. */
export default function ServiceCard({ conference, person, known, mayIssue, done }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const [link, setLink] = useState<string | null | undefined>(mayIssue ? undefined : null);
  useEffect(() => {
    if (mayIssue) {
      issuePersonalLink(conference, person.id).then(setLink, () => setLink(null));
    }
  }, [conference, person.id, mayIssue]);
  const [facts, stays, members, trips, staff] = useQueries({
    queries: [
      {
        queryKey: ["conference", conference],
        queryFn: () => reads.conference(conference),
      },
      { queryKey: ["of", conference, "stays"], queryFn: () => reads.stays(conference) },
      {
        queryKey: ["of", conference, "fact", "route", person.id],
        queryFn: () => reads.membership(conference, person.id),
      },
      {
        queryKey: ["of", conference, "catalogue", "trips"],
        queryFn: () => reads.trips(conference),
      },
      { queryKey: ["of", conference, "contacts"], queryFn: () => readContacts(conference) },
    ],
  });
  const settled = [facts, stays, members, trips, staff].every((q) => !q.isLoading);
  const stay = stays.data?.find((s) => s.person === person.id);
  const membership = members.data?.body;
  const bus = trips.data?.find((trip) => trip.code === membership?.bus);
  const hotel = stay ? (known.hotels.get(stay.hotel)?.name ?? stay.hotel) : "";
  const eater = { hotel: stay?.hotel ?? "", rank: person.rank, route: membership?.route ?? "" };
  const kitchens = kitchensFor(eater, known.meals.values());
  const numbers = STAFF.flatMap((role) =>
    (staff.data ?? []).filter((c) => c.role === role && c.phone),
  );
  const halls = person.companionOf
    ? []
    : [...known.sessions.values()].map((s) => `${s.title} · ${s.hall}`);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [
      word("field", "delegation"),
      [known.delegations.get(person.delegation)?.name ?? person.delegation],
    ],
    [word("field", "hall"), halls],
    [t("paper.board"), kitchens.map((k) => known.hotels.get(k)?.name ?? k)],
    [
      t("paper.lodging"),
      stay
        ? [
            `${hotel} ${stay.room ?? t("table.tbd")}`,
            `${localMoment(stay.from, language)} – ${localMoment(stay.to, language)}`,
          ]
        : [],
    ],
    [
      t("paper.bus"),
      membership?.route
        ? [
            known.routes.get(membership.route)?.name ?? membership.route,
            bus ? `${bus.code} · ${bus.plate}` : t("table.tbd"),
          ]
        : [],
    ],
  ];
  return (
    <Paper ready={settled && link !== undefined} done={done}>
      <article className="service-card" data-person={person.id}>
        <header>
          <p>{facts.data?.name}</p>
          <h1>{person.name}</h1>
          {person.title && <p>{person.title}</p>}
        </header>
        <dl>
          {rows.map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {values.length === 0
                  ? "–"
                  : values.map((value) => <span key={value}>{value}</span>)}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t("paper.staff")}</dt>
            <dd>
              {numbers.length === 0
                ? "–"
                : numbers.map((c) => (
                    <span key={c.code}>
                      {c.name} <b>{c.phone}</b>
                    </span>
                  ))}
            </dd>
          </div>
        </dl>
        <div className="service-card-codes">
          {link && <Code value={link} caption={t("paper.code.scan")} />}
          <Code value={rollCodeOf(person.id)} caption={t("paper.code.roll")} />
        </div>
      </article>
    </Paper>
  );
}

function Code({ value, caption }: { readonly value: string; readonly caption: string }) {
  return (
    <figure>
      <QRCode
        type="svg"
        value={value}
        size={CODE_SIDE}
        errorLevel="M"
        bordered={false}
        color="#000000"
        bgColor="#ffffff"
      />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
