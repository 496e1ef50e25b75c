import { useEffect, useId, useState } from "react";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";

interface Props {
  readonly drop: (files: readonly File[]) => void;
  /** Nothing has been dropped yet: there is room to say what it is for. */
  readonly large: boolean;
}

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes("Files") ?? false;

/** Files are dropped anywhere on the page, or chosen. */
export function DropZone({ drop, large }: Props) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const id = useId();
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        setOver(event.type !== "dragleave" || event.relatedTarget !== null);
      }
    };
    const dropped = (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        setOver(false);
        drop([...(event.dataTransfer?.files ?? [])]);
      }
    };
    const kinds = ["dragenter", "dragover", "dragleave"] as const;
    for (const kind of kinds) {
      document.addEventListener(kind, drag);
    }
    document.addEventListener("drop", dropped);
    return () => {
      for (const kind of kinds) {
        document.removeEventListener(kind, drag);
      }
      document.removeEventListener("drop", dropped);
    };
  }, [drop]);
  return (
    <div className="drop-zone" data-over={over || undefined} data-large={large || undefined}>
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        accept=".xlsx,.xls,.csv,.tsv,.txt"
        aria-describedby={`${id}h`}
        onChange={(e) => {
          drop([...(e.target.files ?? [])]);
          e.target.value = "";
        }}
      />
      <label htmlFor={id}>
        <Icon name="manifests" size={large ? 28 : 18} />
        <strong>{t("imports.choose")}</strong>
        <span>{t("imports.orDrop")}</span>
      </label>
      <p id={`${id}h`} className="muted">
        {t("imports.forms")}
      </p>
    </div>
  );
}
