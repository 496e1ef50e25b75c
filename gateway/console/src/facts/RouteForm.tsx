import { useState } from "react";
import { switchRoute } from "../api/commands";
import type { Answer } from "../api/http";
import type { Membership } from "../api/types";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import type { Catalogue } from "../manifests/naming";
import { Choice } from "./Choice";
import { OrderForm } from "./OrderForm";
import { RouteFact } from "./RouteFact";

export interface FormProps<T> {
  readonly conference: string;
  readonly fact: Answer<T>;
  readonly roles: readonly string[];
  readonly known: Catalogue;
  readonly done: (answer: Answer<T>) => void;
  readonly cancel: () => void;
  /** What was filled in elsewhere: what it would touch is asked at once. */
  readonly draft?: string;
}

export function RouteForm(props: FormProps<Membership>) {
  const { conference, fact, roles, known, done, cancel, draft } = props;
  const { t, language } = useWords();
  const now = fact.body;
  const [route, setRoute] = useState(draft ?? now.route);
  const open = [...known.routes.values()].filter((r) => !r.cancelled || r.code === now.route);
  return (
    <OrderForm<Membership>
      conference={conference}
      atOnce={draft !== undefined}
      etag={fact.etag ?? ""}
      roles={roles}
      content={route}
      differs={route !== now.route}
      send={(order) => switchRoute(conference, now.person, route, order)}
      done={done}
      cancel={cancel}
      show={(m) => <RouteFact membership={m} known={known} />}
      alreadySo={(m) => m.route === route}
      wanted={() => (route === "" ? t("fact.noRoute") : (known.routes.get(route)?.name ?? route))}
    >
      <Choice
        first={draft === undefined}
        label={t("form.route")}
        value={route}
        choose={setRoute}
        options={[
          ...open.map((r) => ({
            value: r.code,
            label: r.name,
            about: localMoment(r.departs, language),
          })),
          { value: "", label: t("form.none"), about: " " },
        ]}
      />
    </OrderForm>
  );
}
