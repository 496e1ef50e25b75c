import { Button } from "antd";
import { type PersonalLinks, voidPersonalLinks } from "../api/telling";
import { Problem } from "../desk/Problem";
import { useDeed } from "../duty/useDeed";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { useRole } from "../session/useRole";
import "./again.css";

interface Props {
  readonly conference: string;
  readonly person: string;
  readonly standing: PersonalLinks;
  readonly print: () => void;
  readonly cancel: () => void;
}

/** A card is about already: it stays good, or it is void (ADR 0035). */
export function PrintAgain({ conference, person, standing, print, cancel }: Props) {
  const { t, language } = useWords();
  const role = useRole(conference, "revoke-personal-links");
  const { doing, sending, submit } = useDeed(print);
  return (
    <div className="print-again" role="alertdialog" aria-label={t("paper.again")}>
      <p>
        {t("paper.standing", {
          count: standing.links,
          at: standing.latest ? dayAndTime(standing.latest, language) : "–",
        })}
      </p>
      <Button size="small" type="primary" autoFocus className="print-another" onClick={print}>
        {t("paper.another")}
      </Button>
      {role && (
        <Button
          size="small"
          danger
          className="print-void"
          loading={sending}
          onClick={() =>
            submit(person, (key) => voidPersonalLinks(conference, person, { key, role }))
          }
        >
          {t("paper.void")}
        </Button>
      )}
      <Button size="small" type="text" disabled={sending} onClick={cancel}>
        {t("form.cancel")}
      </Button>
      {doing.kind === "failed" && <Problem error={doing.error} />}
    </div>
  );
}
