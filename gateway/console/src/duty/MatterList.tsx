import { Skeleton } from "antd";
import { useState } from "react";
import { MATTER_KINDS, type Matter, type MatterKind } from "../api/duty";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { useRole } from "../session/useRole";
import { Icon } from "../styles/Icon";
import { Chip } from "./Chip";
import { Age, Countdown } from "./Countdown";
import type { Reading } from "./clock";
import { type Named, targetOf, told } from "./matters";
import { countsBy } from "./urgency";
import { useContacts, useOpenMatters } from "./useDuty";
import "./duty.css";
import "./boards.css";
import "./log.css";

const SHOWN_AT_FIRST = 150;
const VIEWS = ["gates", "calls", "letters", "log"] as const;

/** Everything that is open, the most urgent and the oldest first; and the duty room's boards. */
export default function MatterList({ conference }: { readonly conference: string }) {
  const { t, word } = useWords();
  const [place] = usePlace();
  const named = { known: useCatalogue(conference), contacts: useContacts(conference) };
  const { items, reading, error } = useOpenMatters(conference);
  const [kind, setKind] = useState<MatterKind | null>(null);
  const [all, setAll] = useState(false);
  const counts = countsBy(items ?? [], (m) => m.kind);
  const chosen = (items ?? []).filter((m) => kind === null || m.kind === kind);
  const shown = all ? chosen : chosen.slice(0, SHOWN_AT_FIRST);
  const open = place.open ?? "gates";
  const mine = useRole(conference, "read-duty") !== undefined;
  return (
    <div className="find duty-find">
      <nav className="duty-views" aria-label={t("duty.boards")}>
        {VIEWS.filter((view) => mine || view === "gates").map((view) => (
          <a
            key={view}
            href={hashOf({ ...NOWHERE, conference, section: "duty", open: view })}
            aria-current={place.change === null && open === view ? "page" : undefined}
          >
            {t(`duty.${view}`)}
          </a>
        ))}
        {mine && (
          <a
            className="duty-to-wall"
            href={hashOf({ ...NOWHERE, conference, section: "duty", wall: true })}
            title={t("duty.wallHint")}
          >
            <Icon name="wall" /> {t("duty.wall")}
          </a>
        )}
      </nav>
      {!mine && <p className="find-none">{t("duty.notYours")}</p>}
      <fieldset className="duty-kinds" hidden={!mine}>
        <legend className="unseen">{t("duty.filter")}</legend>
        <Chip pressed={kind === null} press={() => setKind(null)} count={items?.length}>
          {t("duty.all")}
        </Chip>
        {MATTER_KINDS.filter((k) => counts[k] || k === kind).map((k) => (
          <Chip
            key={k}
            pressed={kind === k}
            press={() => setKind(kind === k ? null : k)}
            count={counts[k] ?? 0}
          >
            {word("matterKind", k)}
          </Chip>
        ))}
      </fieldset>
      {error && <Problem error={error} />}
      {mine && !items && !error && (
        <Skeleton className="find-wait" active paragraph={{ rows: 8 }} />
      )}
      {items && items.length === 0 && <p className="find-none">{t("duty.nothing")}</p>}
      <ol className="find-list matters" aria-label={t("duty.open")}>
        {shown.map((matter) => (
          <MatterRow
            key={matter.key}
            conference={conference}
            matter={matter}
            named={named}
            reading={reading}
          />
        ))}
        {chosen.length > shown.length && (
          <li>
            <button type="button" className="quiet-button" onClick={() => setAll(true)}>
              {t("duty.more", { count: chosen.length - shown.length })}
            </button>
          </li>
        )}
      </ol>
    </div>
  );
}

interface Row {
  readonly conference: string;
  readonly matter: Matter;
  readonly named: Named;
  readonly reading: Reading | null;
}

function MatterRow({ conference, matter, named, reading }: Row) {
  const words = useWords();
  const { t, word } = words;
  const [place] = usePlace();
  const target = targetOf(matter);
  const { title, about } = told(matter, named, words);
  const current = target.change
    ? place.change === target.change
    : place.change === null && place.open === matter.key;
  return (
    <li>
      <a
        className="matter"
        data-urgency={matter.urgency}
        data-kind={matter.kind}
        data-key={matter.key}
        aria-current={current ? "page" : undefined}
        href={hashOf({ ...NOWHERE, conference, ...target })}
      >
        <span className="matter-head">
          <span className="matter-urgency">{word("urgency", matter.urgency)}</span>
          <span className="matter-kind">{word("matterKind", matter.kind)}</span>
          <Countdown due={matter.due} reading={reading} />
        </span>
        <span className="matter-title">{title}</span>
        <span className="matter-about">
          {about && `${about} · `}
          {t("duty.openFor")} <Age since={matter.since} reading={reading} />
          {typeof matter.details.assignedTo === "string" &&
            ` · ${t("duty.heldBy", { account: matter.details.assignedTo })}`}
        </span>
      </a>
    </li>
  );
}
