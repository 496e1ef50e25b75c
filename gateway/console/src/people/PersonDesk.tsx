import { Button } from "antd";
import { useState } from "react";
import type { Answer } from "../api/http";
import type { Participant } from "../api/types";
import { useFocusBack } from "../desk/useFocusBack";
import { actingRoles, changedBy, type Fact } from "../facts/rights";
import { useWords } from "../i18n/I18n";
import { rolesIn, useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { AttendanceForm } from "./AttendanceForm";
import { CorrectForm } from "./CorrectForm";
import type { Draft } from "./particulars";
import { SubstituteForm } from "./SubstituteForm";
import { useParticularWords } from "./useParticularWords";
import "./person.css";

type Doing = Extract<Fact, "particulars" | "withdraw" | "reinstate" | "substitute">;

interface Props {
  readonly conference: string;
  readonly person: Participant;
  readonly companions: number;
  readonly changed: (answer: Answer<Participant>) => void;
  readonly begun: () => void;
  /** What was filled in in the table, and on top of which version. */
  readonly draft?: { readonly seen: Participant; readonly values: Draft };
  readonly drop?: () => void;
}

/** Who somebody is and whether they come: the registration desk's own. */
export function PersonDesk(props: Props) {
  const { conference, person, companions, changed, begun, draft, drop } = props;
  const { t, word, language } = useWords();
  const { me } = useWho();
  const words = useParticularWords();
  const [doing, setDoing] = useState<{ what: Doing; seen: Participant } | null>(
    draft ? { what: "particulars", seen: draft.seen } : null,
  );
  const part = useFocusBack<HTMLElement>(doing !== null, ".fact-action");
  const mine = rolesIn(me, conference);
  const roles = (fact: Fact) => actingRoles(fact, mine);
  const offers: readonly { what: Doing; label: string }[] = (
    person.attending
      ? ([
          { what: "particulars", label: t("person.correct") },
          { what: "substitute", label: t("person.substitute") },
          { what: "withdraw", label: t("person.withdraw") },
        ] as const)
      : ([
          { what: "particulars", label: t("person.correct") },
          { what: "reinstate", label: t("person.reinstate") },
        ] as const)
  ).filter(({ what }) => roles(what).length > 0);
  const close = () => {
    setDoing(null);
    drop?.();
  };
  const form = doing && {
    conference,
    person: doing.seen,
    roles: roles(doing.what),
    cancel: close,
    done: (answer: Answer<Participant>) => {
      close();
      changed(answer);
    },
  };
  const desks = changedBy("particulars").map((role) => word("role", role));
  return (
    <section
      ref={part}
      className="fact person-desk"
      data-fact="particulars"
      data-editing={!!doing || undefined}
    >
      <header>
        <Icon name="user" />
        <h2>{t("person.particulars")}</h2>
        <span className="fact-version">{t("fact.version", { version: person.version })}</span>
        {!doing && offers.length > 0 && (
          <span className="person-offers">
            {offers.map(({ what, label }) => (
              <Button
                key={what}
                size="small"
                className="fact-action"
                data-doing={what}
                onClick={() => {
                  begun();
                  setDoing({ what, seen: person });
                }}
              >
                {label}
              </Button>
            ))}
          </span>
        )}
        {offers.length === 0 && (
          <span className="fact-owner">
            {t("fact.ownedBy", { desk: desks.join(language === "zh" ? "、" : ", ") })}
          </span>
        )}
      </header>
      <dl className="person-fields">
        {(["title", "rank", "gender", "phone"] as const).map((field) => (
          <div key={field}>
            <dt>{words.name(field)}</dt>
            <dd>{words.say(field, String(person[field])) || "–"}</dd>
          </div>
        ))}
        <div>
          <dt>{t("person.id")}</dt>
          <dd>
            <code>{person.id.slice(0, 8)}</code>
          </dd>
        </div>
      </dl>
      {doing && doing.seen.version !== person.version && (
        <p className="fact-newer" role="status">
          {t("fact.changedMeanwhile")}
        </p>
      )}
      {form && doing?.what === "particulars" && <CorrectForm {...form} draft={draft?.values} />}
      {form && doing?.what === "substitute" && <SubstituteForm {...form} />}
      {form && (doing?.what === "withdraw" || doing?.what === "reinstate") && (
        <AttendanceForm {...form} companions={companions} />
      )}
    </section>
  );
}
