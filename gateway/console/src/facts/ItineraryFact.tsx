import type { Itinerary, Leg } from "../api/types";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";

/** Both legs, side by side where there is room. */
export function ItineraryFact({ itinerary }: { readonly itinerary: Itinerary }) {
  const { t } = useWords();
  return (
    <span className="legs">
      <LegFact label={t("fact.arrival")} leg={itinerary.arrival} />
      <LegFact label={t("fact.departure")} leg={itinerary.departure} />
    </span>
  );
}

function LegFact({ label, leg }: { readonly label: string; readonly leg: Leg }) {
  const { t, word, language } = useWords();
  const about = [leg.place && word("place", leg.place), leg.number].filter(Boolean).join(" · ");
  return (
    <span className="leg">
      <span className="leg-label">{label}</span>
      <span className={leg.time ? "fact-value" : "fact-none"}>
        {leg.time ? localMoment(leg.time, language) : t("fact.unknownTime")}
      </span>
      <span className="fact-about">{about || "–"}</span>
    </span>
  );
}
