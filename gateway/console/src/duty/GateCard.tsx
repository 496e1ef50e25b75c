import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { Gate, GateSite } from "../api/duty";
import { hashOf, NOWHERE } from "../desk/place";
import { useFocusBack } from "../desk/useFocusBack";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useRole } from "../session/useRole";
import { Countdown } from "./Countdown";
import type { Reading } from "./clock";

const LeaveForm = lazy(() => import("./LeaveForm"));

interface Props {
  readonly conference: string;
  readonly gate: Gate;
  readonly known: Catalogue;
  readonly reading: Reading | null;
}

/** A bus, its light, and what it waits for. */
export function GateCard({ conference, gate, known, reading }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const role = useRole(conference, "report-departure");
  const [leaving, setLeaving] = useState(false);
  const card = useFocusBack<HTMLElement>(leaving, ".order-end button");
  const name = manifestName(`trip:${gate.trip}`, known, words);
  const gone = gate.departedAt !== null;
  const maySayGone = role && !gone && gate.light !== "not-live" && gate.light !== "no-roll-call";
  return (
    <article
      ref={card}
      className="gate"
      data-light={gate.light}
      data-gone={gone || undefined}
      data-trip={gate.trip}
    >
      <header className="gate-head">
        <span className="gate-light">
          <span className="gate-dot" aria-hidden="true" />
          {gone
            ? t("gate.left", { time: gate.departedAt.slice(11, 16) })
            : word("light", gate.light)}
        </span>
        <a
          className="gate-name"
          href={hashOf({ ...NOWHERE, conference, section: "manifests", open: `trip:${gate.trip}` })}
        >
          {name.title} <code>{gate.trip}</code>
        </a>
        <span className="gate-plate">{gate.plate}</span>
      </header>
      <p className="gate-about muted">
        {gate.departs && t("gate.departs", { time: localMoment(gate.departs, language) })}
        {!gone && (
          <>
            {" "}
            <Countdown due={gate.departs} reading={reading} />
          </>
        )}
        {gate.rollCallAt && ` · ${t("gate.rollCall", { time: gate.rollCallAt.slice(11, 16) })}`}
      </p>
      {gate.driver?.number && (
        <p className="gate-about gate-call">
          <span className="muted">{t("gate.contact")}</span> {gate.driver.name}{" "}
          <a href={`tel:${gate.driver.number}`}>{gate.driver.number}</a>
        </p>
      )}
      <ul className="gate-sites">
        {gate.sites.map((site) => (
          <Site key={site.manifest} conference={conference} site={site} />
        ))}
      </ul>
      {leaving && role ? (
        <Suspense>
          <LeaveForm
            conference={conference}
            gate={gate}
            role={role}
            reading={reading}
            close={() => setLeaving(false)}
          />
        </Suspense>
      ) : (
        maySayGone && (
          <div className="order-end">
            <Button danger={!gate.mayLeave} onClick={() => setLeaving(true)}>
              {t(gate.mayLeave ? "gate.sayLeft" : "gate.leaveAnyway")}
            </Button>
          </div>
        )
      )}
    </article>
  );
}

function Site({ conference, site }: { readonly conference: string; readonly site: GateSite }) {
  const { t, language } = useWords();
  return (
    <li className="gate-site" data-why={site.why} data-required={site.required}>
      <span className="gate-site-state">
        {t(
          site.why === "acknowledged"
            ? "site.acknowledged"
            : site.why === "no-recipient"
              ? "site.noRecipient"
              : "site.unacknowledged",
        )}
      </span>
      <a
        href={hashOf({ ...NOWHERE, conference, section: "manifests", open: site.manifest })}
        className="gate-site-name"
      >
        {site.name}
      </a>
      <span className="muted">
        {t("manifests.version", { version: site.version })}
        {site.arrives && ` · ${t("site.arrives", { time: localMoment(site.arrives, language) })}`}
        {!site.required && ` · ${t("site.later")}`}
      </span>
      {!site.acknowledged &&
        site.receivers.map((r) => (
          <span key={r.contact} className="gate-receiver">
            {r.name || r.contact}
            {r.number && <a href={`tel:${r.number}`}>{r.number}</a>}
            <span className="muted">
              {r.acknowledged > 0
                ? t("site.holds", { version: r.acknowledged })
                : t("site.holdsNone")}
            </span>
          </span>
        ))}
    </li>
  );
}
