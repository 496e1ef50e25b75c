import { Button, Skeleton } from "antd";
import { type AudienceRule, removeAudienceRule } from "../api/notices";
import { Problem } from "../desk/Problem";
import { useDeed } from "../duty/useDeed";
import { useWords } from "../i18n/I18n";
import { kindOf, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { Refused } from "../notices/Refused";
import { useAudienceRules, useReadAgain, useRecipients } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { RuleForm } from "./RuleForm";

/** Who receives what beside those whom the lists' owners name: what desks have added and removed. */
export default function AudienceRoom({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const rules = useAudienceRules(conference);
  const may = useRole(conference, "rule-audience") !== undefined;
  return (
    <section className="notices-room" aria-label={t("notices.audience")}>
      <header className="notices-head">
        <h1>{t("notices.audience")}</h1>
      </header>
      <p className="muted">{t("audience.about")}</p>
      {may && <RuleForm conference={conference} />}
      {rules.error && <Problem error={rules.error} />}
      {!rules.data && !rules.error && <Skeleton active paragraph={{ rows: 3 }} />}
      {rules.data?.length === 0 && <p className="fact-none">{t("audience.none")}</p>}
      <ul className="notices-list">
        {rules.data?.map((rule) => (
          <li key={rule.id}>
            <Rule conference={conference} rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RuleProps {
  readonly conference: string;
  readonly rule: AudienceRule;
}

function Rule({ conference, rule }: RuleProps) {
  const words = useWords();
  const { t, word } = words;
  const known = useCatalogue(conference);
  const who = useRecipients(conference).data?.find((c) => c.code === rule.contact);
  const role = useRole(conference, "rule-audience", rule.pattern);
  const again = useReadAgain(conference, "audience", "standings", "manifest");
  const { doing, sending, submit } = useDeed(again);
  const kind = kindOf(rule.pattern);
  const all = rule.pattern.endsWith(":*");
  const { title } = manifestName(rule.pattern, known, words);
  return (
    <>
      <div className="notices-row" data-pattern={rule.pattern}>
        <span className={rule.effect === "add" ? "badge added" : "badge removed"}>
          {t(`audience.${rule.effect}`)}
        </span>
        <strong>{who?.name || rule.contact}</strong>
        <span>
          {all && kind ? t("audience.allOf", { kind: word("kind", kind) }) : title}{" "}
          <code>{rule.pattern}</code>
        </span>
        {role && (
          <Button
            size="small"
            loading={sending}
            onClick={() =>
              submit(rule.id, (key) => removeAudienceRule(conference, rule.id, { key, role }))
            }
          >
            {t("audience.takeBack")}
          </Button>
        )}
      </div>
      <Refused doing={doing} />
    </>
  );
}
