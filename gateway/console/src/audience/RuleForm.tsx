import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { addAudienceRule } from "../api/notices";
import { manifests } from "../api/reads";
import { recipientsOf } from "../api/telling";
import { useDeed } from "../duty/useDeed";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { KINDS, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { Refused } from "../notices/Refused";
import { useReadAgain, useRecipients } from "../notices/useNotices";
import { roleFor } from "../session/useRole";
import { rolesIn, useWho } from "../session/who";

/** A desk's word on who receives a list, or all of a kind; of its own kinds only. */
export function RuleForm({ conference }: { readonly conference: string }) {
  const words = useWords();
  const { t, word, language } = words;
  const { me } = useWho();
  const mine = rolesIn(me, conference);
  const known = useCatalogue(conference);
  const contacts = useRecipients(conference).data ?? [];
  const lists = useQuery({
    queryKey: ["of", conference, "manifests"],
    queryFn: ({ signal }) => manifests(conference, signal),
  }).data;
  const again = useReadAgain(conference, "audience", "standings", "manifest");
  const kinds = KINDS.filter((k) => roleFor("rule-audience", mine, `${k}:*`));
  const [kind, setKind] = useState<string>(kinds[0] ?? "");
  const [list, setList] = useState("*");
  const [contact, setContact] = useState("");
  const [effect, setEffect] = useState("add");
  const ids = useId();
  const pattern = `${kind}:${list}`;
  const present = useQuery({
    queryKey: ["of", conference, "audience", "recipients", pattern],
    queryFn: ({ signal }) => recipientsOf(conference, pattern, signal),
    enabled: list !== "*",
  }).data;
  const { doing, sending, submit } = useDeed(() => {
    setContact("");
    again();
  });
  const role = roleFor("rule-audience", mine, pattern) ?? "";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = { pattern, contact, effect: effect === "remove" ? "remove" : "add" } as const;
    void submit(JSON.stringify(body), (key) => addAudienceRule(conference, body, { key, role }));
  };
  const nameOf = (code: string) => contacts.find((c) => c.code === code)?.name || code;
  return (
    <form className="order notices-form" onSubmit={onSubmit}>
      <div className="notices-fields">
        <div className="order-field">
          <label htmlFor={`${ids}k`}>{t("audience.kind")}</label>
          <select
            id={`${ids}k`}
            className="plain-input"
            value={kind}
            onChange={(e) => {
              setKind(e.target.value);
              setList("*");
            }}
          >
            {kinds.map((k) => (
              <option key={k} value={k}>
                {word("kind", k)}
              </option>
            ))}
          </select>
        </div>
        <div className="order-field">
          <label htmlFor={`${ids}l`}>{t("audience.which")}</label>
          <select
            id={`${ids}l`}
            className="plain-input"
            value={list}
            onChange={(e) => setList(e.target.value)}
          >
            <option value="*">{t("audience.all")}</option>
            {lists
              ?.filter((m) => m.manifest.startsWith(`${kind}:`) && !m.closed)
              .map((m) => {
                const { title, code } = manifestName(m.manifest, known, words);
                return (
                  <option key={m.manifest} value={code}>
                    {title === code ? code : `${title} (${code})`}
                  </option>
                );
              })}
          </select>
        </div>
        <div className="order-field">
          <label htmlFor={`${ids}c`}>{t("audience.who")}</label>
          <select
            id={`${ids}c`}
            className="plain-input"
            value={contact}
            onChange={(e) => setContact(e.target.value)}
          >
            <option value="" disabled>
              {t("audience.choose")}
            </option>
            {contacts.map((c) => (
              <option key={c.code} value={c.code}>
                {c.name || c.code}
              </option>
            ))}
          </select>
        </div>
      </div>
      {present && (
        <p className="muted">
          {present.length === 0
            ? t("audience.nobody")
            : t("audience.present", {
                who: present.map(nameOf).join(language === "zh" ? "、" : ", "),
              })}
        </p>
      )}
      <Choice
        label={t("audience.effect")}
        value={effect}
        choose={setEffect}
        options={[
          { value: "add", label: t("audience.add") },
          { value: "remove", label: t("audience.remove") },
        ]}
      />
      <Refused doing={doing} />
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending} disabled={contact === ""}>
          {t("audience.keep")}
        </Button>
      </div>
    </form>
  );
}
