import type { Leg } from "../api/types";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import type { Catalogue } from "../manifests/naming";
import type { Column, Row } from "./rows";

interface Props {
  readonly row: Row;
  readonly column: Column;
  readonly known: Catalogue;
}

const NOTHING = <span className="table-nothing">–</span>;

/** What stands in a cell, as people say it. */
export function CellText({ row, column, known }: Props) {
  const { t, word } = useWords();
  const { person, membership, stay, itinerary } = row;
  switch (column) {
    case "name":
      return (
        <>
          <span className="table-name">{person.name}</span>
          {person.companionOf && <span className="badge">{t("people.companion")}</span>}
          {!person.attending && <span className="badge removed">{t("people.withdrawn")}</span>}
        </>
      );
    case "delegation":
      return row.delegation;
    case "rank":
      return word("rank", String(person.rank));
    case "gender":
      return t(person.gender === "F" ? "people.gender.F" : "people.gender.M");
    case "title":
    case "phone":
      return person[column] || NOTHING;
    case "diet":
      return row.diet ? (
        <span className={row.diet.diet === "normal" ? undefined : "table-told"}>
          {word("diet", row.diet.diet)}
        </span>
      ) : (
        NOTHING
      );
    case "route":
      return membership?.route
        ? (known.routes.get(membership.route)?.name ?? membership.route)
        : NOTHING;
    case "bus":
      return membership?.route
        ? membership.bus || <span className="table-warn">{t("table.tbd")}</span>
        : NOTHING;
    case "hotel":
      return stay ? (known.hotels.get(stay.hotel)?.name ?? stay.hotel) : NOTHING;
    case "room":
      return stay ? stay.room || <span className="table-warn">{t("table.tbd")}</span> : NOTHING;
    case "arrival":
    case "departure":
      return itinerary ? <LegText leg={itinerary[column]} /> : NOTHING;
  }
}

function LegText({ leg }: { readonly leg: Leg }) {
  const { word, language } = useWords();
  // Where there is no room for all, the number is what one looks for.
  const about = [leg.number, leg.place && word("place", leg.place)].filter(Boolean).join(" ");
  return leg.time || about ? (
    <>
      {leg.time && <span className="table-time">{localMoment(leg.time, language)}</span>} {about}
    </>
  ) : (
    NOTHING
  );
}
