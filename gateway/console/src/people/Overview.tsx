import { useQuery } from "@tanstack/react-query";
import { manifests } from "../api/reads";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { useParticipants } from "./useParticipants";

/** Before anybody is chosen: what there is, and how to begin. */
export function Overview({ conference }: { readonly conference: string }) {
  const { t, language } = useWords();
  const known = useCatalogue(conference);
  const people = useParticipants(conference).data;
  const lists = useQuery({
    queryKey: ["of", conference, "manifests"],
    queryFn: ({ signal }) => manifests(conference, signal),
  }).data;
  const figures = [
    [people?.filter((p) => p.attending).length, t("people.attending")],
    [people && known.delegations.size, t("people.delegations")],
    [lists?.filter((m) => !m.closed).length, t("people.manifests")],
  ] as const;
  return (
    <div className="overview">
      <h1>{t("people.choose")}</h1>
      <p>{t("people.chooseHint")}</p>
      <dl className="figures">
        {figures.map(([figure, about]) => (
          <div key={about}>
            <dd>{figure?.toLocaleString(language) ?? "–"}</dd>
            <dt>{about}</dt>
          </div>
        ))}
      </dl>
      <p className="muted">
        <kbd>/</kbd> {t("people.search")}
      </p>
    </div>
  );
}
