import type { Membership } from "../api/types";
import { useWords } from "../i18n/I18n";
import type { Catalogue } from "../manifests/naming";

interface Props {
  readonly membership: Membership;
  readonly known: Catalogue;
}

export function RouteFact({ membership, known }: Props) {
  const { t } = useWords();
  const { route, bus, absent } = membership;
  if (!route) {
    return <span className="fact-none">{t("fact.noRoute")}</span>;
  }
  const plate = known.trips.get(bus)?.plate;
  return (
    <>
      <span className="fact-value">
        {known.routes.get(route)?.name ?? route} <code>{route}</code>
      </span>
      <span className={bus ? "fact-about" : "fact-about warn"}>
        {bus ? t("fact.bus", { bus }) : t("fact.noBus")}
        {plate && ` · ${plate}`}
        {absent && <span className="badge removed">{t("fact.calledAbsent")}</span>}
      </span>
    </>
  );
}
