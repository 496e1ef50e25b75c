import { useQuery } from "@tanstack/react-query";
import { Button, Segmented, Select, Skeleton } from "antd";
import { manifests, versions as readVersions } from "../api/reads";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { PrintManifest } from "../print/PrintManifest";
import { Icon } from "../styles/Icon";
import { Recipients } from "../telling/Recipients";
import { ManifestDifferenceView } from "./ManifestDifferenceView";
import { ManifestText } from "./ManifestText";
import { KINDS, kindOf, manifestName } from "./naming";
import { useCatalogue } from "./useCatalogue";
import "./manifests.css";

interface Props {
  readonly conference: string;
  readonly manifest: string | null;
}

/** One manifest, at any of its versions, whole or set against any other. */
export default function ManifestPanel({ conference, manifest }: Props) {
  const { t } = useWords();
  return manifest ? (
    <Opened conference={conference} manifest={manifest} />
  ) : (
    <div className="overview">
      <h1>{t("manifests.choose")}</h1>
      <p>{t("manifests.chooseHint")}</p>
      <HowMany conference={conference} />
    </div>
  );
}

/** How many lists of each kind there are. */
function HowMany({ conference }: { readonly conference: string }) {
  const { word } = useWords();
  const { data } = useQuery({
    queryKey: ["of", conference, "manifests"],
    queryFn: ({ signal }) => manifests(conference, signal),
  });
  const living = (data ?? []).filter((m) => !m.closed);
  return (
    <dl className="figures">
      {KINDS.map((kind) => (
        <div key={kind}>
          <dd>{data ? living.filter((m) => kindOf(m.manifest) === kind).length : "–"}</dd>
          <dt>{word("kind", kind)}</dt>
        </div>
      ))}
    </dl>
  );
}

function Opened({ conference, manifest }: { conference: string; manifest: string }) {
  const words = useWords();
  const { t, word, language } = words;
  const [place, go] = usePlace();
  const known = useCatalogue(conference);
  const { data, error } = useQuery({
    queryKey: ["of", conference, "manifest", manifest, "versions"],
    queryFn: ({ signal }) => readVersions(conference, manifest, signal),
  });
  if (error) {
    return <Problem error={error} />;
  }
  if (!data) {
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  const latest = data[data.length - 1]?.version ?? 0;
  const version = Math.min(place.version ?? latest, latest);
  const against = place.against === null ? null : Math.min(place.against, latest);
  const note = data.find((v) => v.version === version);
  const name = manifestName(manifest, known, words);
  const kind = kindOf(manifest);
  const show = (to: { version?: number | null; against?: number | null }) =>
    go({ section: "manifests", open: manifest, version: place.version, against, ...to });
  /** The latest is followed as it changes; an older one stays. */
  const turn = (to: number) => show({ version: to === latest ? null : to });
  const options = [...data].reverse().map((v) => ({
    value: v.version,
    label: `${t("manifests.version", { version: v.version })} · ${dayAndTime(v.cutAt, language)}`,
  }));
  return (
    <article className="manifest" data-version={version}>
      <button
        type="button"
        className="quiet-button back"
        onClick={() => go({ section: "manifests" })}
      >
        <Icon name="back" /> {t("people.back")}
      </button>
      <header className="manifest-head">
        <p className="muted">
          {kind && word("kind", kind)} <code>{name.code}</code>
        </p>
        <h1>{name.title}</h1>
      </header>
      <div className="manifest-tools">
        <fieldset className="turner">
          <legend className="unseen">{t("manifests.versions")}</legend>
          <Button
            aria-label={t("manifests.earlier")}
            icon={<Icon name="back" />}
            disabled={version <= 1}
            onClick={() => turn(version - 1)}
          />
          <Select
            aria-label={t("manifests.versions")}
            className="turner-select"
            popupMatchSelectWidth={false}
            value={version}
            options={options}
            onChange={turn}
            labelRender={() => t("manifests.version", { version })}
          />
          <Button
            aria-label={t("manifests.later")}
            icon={<Icon name="next" />}
            disabled={version >= latest}
            onClick={() => turn(version + 1)}
          />
          <span className="muted">
            {version === latest ? t("manifests.latest") : t("manifests.of", { count: latest })}
          </span>
        </fieldset>
        <Segmented<string>
          aria-label={t("manifests.difference")}
          value={against === null ? "full" : "difference"}
          onChange={(mode) => show({ against: mode === "full" ? null : version - 1 })}
          options={[
            { value: "full", label: t("manifests.full") },
            { value: "difference", label: t("manifests.difference") },
          ]}
        />
        {against !== null && (
          <span className="turner">
            <span className="muted">{t("manifests.comparedWith")}</span>
            <Select
              aria-label={t("manifests.comparedWith")}
              className="turner-select"
              popupMatchSelectWidth={false}
              value={against}
              options={[
                ...options,
                { value: 0, label: t("manifests.version", { version: 0 }) },
              ].filter((o) => o.value !== version)}
              onChange={(v: number) => show({ against: v })}
              labelRender={() => t("manifests.version", { version: against })}
            />
          </span>
        )}
        {against === null && (
          <PrintManifest
            conference={conference}
            manifest={manifest}
            version={version}
            note={note}
            known={known}
          />
        )}
        {note && (
          <span className="manifest-note muted">
            {t("manifests.cutAt", { time: dayAndTime(note.cutAt, language) })}
            <Button type="link" size="small" onClick={() => go({ ...place, change: note.change })}>
              {t("manifests.fromChange")}
            </Button>
          </span>
        )}
      </div>
      {version < latest && (
        <p className="newer">
          {t("manifests.newer", { version: latest })}
          <Button type="link" size="small" onClick={() => show({ version: null })}>
            {t("manifests.toLatest")}
          </Button>
        </p>
      )}
      <Recipients conference={conference} manifest={manifest} known={known} />
      {against === null ? (
        <ManifestText conference={conference} manifest={manifest} version={version} known={known} />
      ) : (
        <ManifestDifferenceView
          conference={conference}
          manifest={manifest}
          from={against}
          to={version}
          known={known}
        />
      )}
    </article>
  );
}
