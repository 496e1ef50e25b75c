import { hashOf, NOWHERE } from "../desk/place";
import { usePhase } from "../duty/clock";
import { Planning } from "../duty/Planning";
import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { rolesIn, useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { AskedOfUs } from "./AskedOfUs";
import { Exceptions } from "./Exceptions";
import { servicesOf } from "./exceptionStory";
import { News } from "./News";
import { OpenCases } from "./OpenCases";
import { Unacknowledged } from "./Unacknowledged";
import "./home.css";

/** What a desk sees first: what changed for it, and what it has to see to. */
export default function Home({ conference }: { readonly conference: string }) {
  const { t, word, language } = useWords();
  const { me } = useWho();
  const roles = rolesIn(me, conference);
  const live = usePhase(conference).data?.live;
  const reads = useRole(conference, "read-feed") !== undefined;
  const leads = useRole(conference, "report-departure") !== undefined;
  const tells = useRole(conference, "read-standings") !== undefined;
  return (
    <article className="home-desk">
      <header className="home-head">
        <h1>{t("home.title")}</h1>
        <p className="muted">
          {roles.map((r) => word("role", r)).join(language === "zh" ? "、" : ", ")}
        </p>
        <a className="home-gates" href={hashOf({ ...NOWHERE, conference, section: "plans" })}>
          <Icon name="plans" /> {t("plan.mine")}
        </a>
        {leads && (
          <a
            className="home-gates"
            href={hashOf({ ...NOWHERE, conference, section: "duty", open: "gates" })}
          >
            <Icon name="bus" /> {t("duty.gates")}
          </a>
        )}
      </header>
      {live === false && <Planning />}
      {tells && <AskedOfUs conference={conference} />}
      {reads && <News conference={conference} />}
      {tells && live && <Unacknowledged conference={conference} />}
      {tells && <OpenCases conference={conference} />}
      {servicesOf(roles).map((service) => (
        <Exceptions key={service} conference={conference} service={service} />
      ))}
    </article>
  );
}
