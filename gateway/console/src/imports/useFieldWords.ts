import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useCatalogue } from "../manifests/useCatalogue";

/** What a roster's fields are called, and what their values say, as people would. */
export function useFieldWords(conference: string) {
  const { t, word, language } = useWords();
  const { routes } = useCatalogue(conference);
  const say = (field: string, value: string): string => {
    if (value === "") {
      return "–";
    }
    switch (field) {
      case "gender":
        return value === "M" || value === "F" ? t(`people.gender.${value}`) : value;
      case "rank":
        return word("rank", value);
      case "diet":
        return word("diet", value);
      case "arrive":
      case "depart":
        return localMoment(value, language);
      case "arrive_at":
      case "depart_at":
        return word("place", value);
      case "route":
        return value === "none" ? t("imports.noRoute") : (routes.get(value)?.name ?? value);
      case "companion":
        return value === "yes" || value === "no" ? t(`kin.${value}`) : value;
      default:
        return value;
    }
  };
  return { name: (field: string) => word("rosterField", field), say };
}
