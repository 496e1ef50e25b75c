import { Button } from "antd";
import { lazy, Suspense, useCallback, useState } from "react";
import { manifestVersion } from "../api/reads";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useParticipants } from "../people/useParticipants";
import { type Card, changedSince, printed } from "./printedCards";
import { seated } from "./seated";
import "./again.css";

const TableCards = lazy(() => import("./TableCards"));

interface Props {
  readonly conference: string;
  readonly manifest: string;
  readonly version: number;
  readonly known: Catalogue;
}

/** All cards of a session, and those of them that have changed since they were printed here. */
interface Offer {
  readonly all: readonly Card[];
  readonly changed: readonly Card[];
}

/** A card for each who has a seat; printed again, only those that have changed (incident 13). */
export function PrintCards({ conference, manifest, version, known }: Props) {
  const words = useWords();
  const { t } = words;
  const { data: people } = useParticipants(conference);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [printing, setPrinting] = useState<(Offer & { readonly now: readonly Card[] }) | null>(
    null,
  );

  const begin = async () => {
    setAsking(true);
    setFailed(null);
    try {
      const content = await manifestVersion(conference, manifest, version);
      const session = manifestName(manifest, known, words).title;
      const all = seated(content, people ?? []).map((person) => ({
        person,
        delegation: known.delegations.get(person.delegation)?.name ?? person.delegation,
        session,
      }));
      const changed = await changedSince(conference, manifest, all);
      if (changed === null || changed.length === all.length) {
        setPrinting({ all, changed: all, now: all });
      } else {
        setOffer({ all, changed });
      }
    } catch (error) {
      setFailed(error);
    } finally {
      setAsking(false);
    }
  };
  const print = (now: readonly Card[]) => {
    setPrinting(offer && { ...offer, now });
    setOffer(null);
  };
  const all = printing?.all;
  const done = useCallback(() => {
    setPrinting(null);
    if (all) {
      void printed(conference, manifest, all);
    }
  }, [conference, manifest, all]);

  return (
    <>
      <Button className="print-cards" loading={asking} disabled={!people} onClick={begin}>
        {t("paper.cards")}
      </Button>
      {failed !== null && <Problem error={failed} />}
      {offer && (
        <div className="print-again" role="alertdialog" aria-label={t("paper.cards")}>
          <p>
            {t(offer.changed.length > 0 ? "paper.cardsChanged" : "paper.cardsSame", {
              count: offer.changed.length,
              total: offer.all.length,
            })}
          </p>
          {offer.changed.length > 0 && (
            <Button
              size="small"
              type="primary"
              autoFocus
              className="print-changed"
              onClick={() => print(offer.changed)}
            >
              {t("paper.onlyChanged", { count: offer.changed.length })}
            </Button>
          )}
          <Button size="small" className="print-all" onClick={() => print(offer.all)}>
            {t("paper.allAgain")}
          </Button>
          <Button size="small" type="text" onClick={() => setOffer(null)}>
            {t("form.cancel")}
          </Button>
        </div>
      )}
      {printing && (
        <Suspense>
          <TableCards cards={printing.now} done={done} />
        </Suspense>
      )}
    </>
  );
}
