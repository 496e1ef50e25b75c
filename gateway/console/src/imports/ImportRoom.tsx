import { Skeleton } from "antd";
import { useCallback } from "react";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { Icon } from "../styles/Icon";
import { DropZone } from "./DropZone";
import { OfficeList } from "./OfficeList";
import { OfficePanel } from "./OfficePanel";
import { officeOf } from "./office";
import { TrayList } from "./TrayList";
import { TrayPanel } from "./TrayPanel";
import { useDelegations, useOffices } from "./useRosters";
import { useTray } from "./useTray";
import "./imports.css";
import "./sheet.css";
import "./difference.css";
import "./pending.css";

interface Props {
  readonly conference: string;
  /** `file:3` of those dropped, or `office:GD`. */
  readonly open: string | null;
}

/** Rosters: dropped, understood, seen, taken in, and what of them waits for a clerk. */
export default function ImportRoom({ conference, open }: Props) {
  const { t } = useWords();
  const [, go] = usePlace();
  const may = useRole(conference, "import-roster") !== undefined;
  const { tray, files } = useTray(conference);
  const { offices, error } = useOffices(conference);
  const delegations = useDelegations(conference).data;
  const drop = useCallback(
    (dropped: readonly File[]) => {
      if (dropped.length > 0) {
        tray.drop(dropped, (name) => officeOf(name, delegations ?? []));
      }
    },
    [tray, delegations],
  );
  const [kind, of = ""] = (open ?? "").split(/:(.*)/s);
  const file = kind === "file" ? files.find((f) => f.id === Number(of)) : undefined;
  const office = kind === "office" ? offices?.find((o) => o.code === of) : undefined;
  const opened = file !== undefined || office !== undefined;
  return (
    <article className="import-room" data-opened={opened || undefined}>
      <div className="imports-side">
        <header className="imports-head">
          <h1>{t("imports.title")}</h1>
        </header>
        {may && delegations && <DropZone drop={drop} large={files.length === 0 && !opened} />}
        {files.length > 0 && (
          <TrayList conference={conference} tray={tray} files={files} open={file?.id ?? null} />
        )}
        {error && <Problem error={error} />}
        {!offices && !error && <Skeleton active paragraph={{ rows: 6 }} />}
        {offices && (
          <OfficeList conference={conference} offices={offices} open={office?.code ?? null} />
        )}
      </div>
      <div className="imports-main">
        {opened && (
          <button
            type="button"
            className="quiet-button back imports-back"
            onClick={() => go({ section: "imports" })}
          >
            <Icon name="back" /> {t("people.back")}
          </button>
        )}
        {file && (
          <TrayPanel
            key={file.id}
            conference={conference}
            tray={tray}
            file={file}
            files={files}
            delegations={delegations ?? []}
          />
        )}
        {office && (
          <OfficePanel key={office.code} conference={conference} office={office} may={may} />
        )}
        {!opened && (
          <div className="imports-how">
            <h2>{t("imports.howTitle")}</h2>
            <ol>
              <li>{t("imports.how1")}</li>
              <li>{t("imports.how2")}</li>
              <li>{t("imports.how3")}</li>
              <li>{t("imports.how4")}</li>
            </ol>
          </div>
        )}
      </div>
    </article>
  );
}
