import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import type { Answer } from "../api/http";
import { isRefused } from "../api/problem";
import { settleTransfer, type Transfer, transfer } from "../api/transfers";
import { Problem } from "../desk/Problem";
import { useAgain } from "../duty/useDuty";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import type { Catalogue } from "../manifests/naming";
import { useRole } from "../session/useRole";

type Outcome = "apply" | "dismiss";

interface Props {
  readonly conference: string;
  readonly id: string;
  readonly known: Catalogue;
  /** What the exception says of it, as every one does. */
  readonly children: ReactNode;
}

/** A liaison moved somebody by a plan that has changed since: applied, or dismissed with a word. */
export function TransferRow({ conference, id, known, children }: Props) {
  const { t } = useWords();
  const role = useRole(conference, "settle-transfer");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <div className="transfer-waiting" data-transfer={id}>
      {children}
      {role && !outcome && (
        <div className="transfer-ends">
          <Button size="small" className="transfer-apply" onClick={() => setOutcome("apply")}>
            {t("transfer.apply")}
          </Button>
          <Button size="small" className="transfer-dismiss" onClick={() => setOutcome("dismiss")}>
            {t("transfer.dismiss")}
          </Button>
        </div>
      )}
      {role && outcome && (
        <Settling
          conference={conference}
          id={id}
          known={known}
          role={role}
          outcome={outcome}
          close={() => setOutcome(null)}
        />
      )}
    </div>
  );
}

interface SettlingProps {
  readonly conference: string;
  readonly id: string;
  readonly known: Catalogue;
  readonly role: string;
  readonly outcome: Outcome;
  readonly close: () => void;
}

function Settling({ conference, id, known, role, outcome, close }: SettlingProps) {
  const { t, language } = useWords();
  const again = useAgain(conference);
  /** What a colleague made of the person's place while this form was open. */
  const [since, setSince] = useState<number | null>(null);
  const { data, error } = useQuery({
    queryKey: ["of", conference, "exceptions", "transfer", id],
    queryFn: ({ signal }) => transfer(conference, id, signal),
  });
  if (!data) {
    return error ? <Problem error={error} /> : <Skeleton active paragraph={{ rows: 2 }} />;
  }
  const asked = data.body;
  const seen = since ?? asked.now?.version;
  const place = (route: string, bus: string) =>
    route === ""
      ? t("fact.noRoute")
      : [known.routes.get(route)?.name ?? route, bus].filter(Boolean).join(" · ");
  const now = (of: Transfer) => (of.now ? place(of.now.route, of.now.bus) : t("fact.noRoute"));
  const done = (_: Answer<Transfer>) => {
    again("exceptions", "duty");
    close();
  };
  return (
    <OrderForm<Transfer>
      conference={conference}
      etag={data.etag ?? ""}
      roles={[role]}
      content={`${outcome} ${seen}`}
      differs
      send={async (order) => {
        try {
          return await settleTransfer(conference, id, outcome, seen, order);
        } catch (e) {
          const current = isRefused(e, 412) ? (e.problem.current as Transfer | undefined) : null;
          setSince(current?.now?.version ?? since);
          throw e;
        }
      }}
      done={done}
      cancel={close}
      show={now}
      wanted={() => place(asked.route, asked.bus)}
      alreadySo={(current) => current.state !== "waiting"}
    >
      <p>
        {t(outcome === "apply" ? "transfer.applyWhat" : "transfer.dismissWhat", {
          from: now(asked),
          to: place(asked.route, asked.bus),
          by: asked.by,
          at: localMoment(asked.happenedAt, language),
        })}
      </p>
    </OrderForm>
  );
}
