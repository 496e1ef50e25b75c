import { Button, Skeleton } from "antd";
import { useState } from "react";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { useRecipient, useRecipients } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { channelsOf } from "../telling/channels";
import { ContactForm } from "./ContactForm";
import { NEW_CONTACT } from "./contact";

interface Props {
  readonly conference: string;
  /** A contact's code. */
  readonly open: string | null;
}

/** Who receives lists, how they are reached and by whom they are stood in for. */
export default function ContactRoom({ conference, open }: Props) {
  const { t, word, language } = useWords();
  const [, go] = usePlace();
  const { data, error } = useRecipients(conference);
  const may = useRole(conference, "add-contacts") !== undefined;
  const [adding, setAdding] = useState(false);
  const close = () => {
    setAdding(false);
    go({ section: "notices", open: "contacts" });
  };
  return (
    <section className="notices-room" aria-label={t("notices.contacts")}>
      <header className="notices-head">
        <h1>{t("notices.contacts")}</h1>
        {may && !adding && (
          <Button type="primary" className="contact-add" onClick={() => setAdding(true)}>
            {t("contacts.add")}
          </Button>
        )}
      </header>
      <p className="muted">{t("contacts.about")}</p>
      {adding && (
        <ContactForm
          conference={conference}
          contact={NEW_CONTACT}
          etag={null}
          others={data ?? []}
          close={close}
        />
      )}
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {data?.length === 0 && !adding && <p className="fact-none">{t("contacts.none")}</p>}
      <ul className="notices-list">
        {data?.map((c) => (
          <li key={c.code} data-contact={c.code}>
            {open === c.code && may ? (
              <Opened conference={conference} code={c.code} others={data} close={close} />
            ) : (
              <div className="notices-row">
                <strong>{c.name || c.code}</strong>
                <span className="badge">{word("contactRole", c.role)}</span>
                <code>{c.code}</code>
                <span className="notices-about">
                  {[c.phone, c.email].filter(Boolean).join(" · ")}
                  <br />
                  {channelsOf(c)
                    .map((k) => word("channel", k))
                    .join(language === "zh" ? "、" : ", ")}
                  {c.worksFrom && c.worksTo && (
                    <>
                      {" · "}
                      {c.worksFrom.slice(0, 5)}–{c.worksTo.slice(0, 5)}
                    </>
                  )}
                  {c.standIn && ` · ${t("contacts.stoodInBy", { who: nameOf(data, c.standIn) })}`}
                </span>
                {may && (
                  <a
                    className="quiet-button"
                    href={hashOf({
                      ...NOWHERE,
                      conference,
                      section: "notices",
                      open: `contacts:${c.code}`,
                    })}
                  >
                    {t("notices.change")}
                  </a>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = (all: readonly { code: string; name: string }[], code: string): string =>
  all.find((c) => c.code === code)?.name || code;

interface OpenedProps {
  readonly conference: string;
  readonly code: string;
  readonly others: Parameters<typeof ContactForm>[0]["others"];
  readonly close: () => void;
}

/** The contact with its version, as it stands when the form is opened. */
function Opened({ conference, code, others, close }: OpenedProps) {
  const { data, error, refetch, isFetching } = useRecipient(conference, code);
  const [begun, setBegun] = useState(0);
  if (error) {
    return <Problem error={error} />;
  }
  if (!data || (isFetching && begun === 0)) {
    return <Skeleton active paragraph={{ rows: 4 }} />;
  }
  return (
    <ContactForm
      key={begun}
      conference={conference}
      contact={data.body}
      etag={data.etag}
      others={others}
      close={close}
      begin={() => void refetch().then(() => setBegun((n) => n + 1))}
    />
  );
}
