import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { type Acknowledging, acknowledgeFor } from "../api/telling";
import { Problem } from "../desk/Problem";
import { useDeed } from "../duty/useDeed";
import { useAgain } from "../duty/useDuty";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";

interface Props {
  readonly conference: string;
  readonly contact: string;
  readonly manifest: string;
  /** The newest that they were told of. */
  readonly version: number;
  readonly role: string;
  readonly close: () => void;
}

const LONGEST_NAME = 100;

/** A recipient's word, given by phone or in person, that they have read a version. */
export function AcknowledgeForm({ conference, contact, manifest, version, role, close }: Props) {
  const { t, word } = useWords();
  const again = useAgain(conference);
  const [asked] = useState(version);
  const [name, setName] = useState("");
  const [how, setHow] = useState<Acknowledging["how"]>("desk");
  const [lacking, setLacking] = useState(false);
  const { doing, sending, submit } = useDeed(() => {
    again("standings", "duty", "gates", "case");
    close();
  });
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = { contact, manifest, version: asked, name: name.trim(), how };
    setLacking(body.name === "");
    if (body.name) {
      void submit(JSON.stringify(body), (key) => acknowledgeFor(conference, body, { key, role }));
    }
  };
  return (
    <form
      className="order acknowledge"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && close()}
    >
      <div className="order-field">
        <label htmlFor={id}>{t("ack.name", { version: asked })}</label>
        <Input
          id={id}
          name="name"
          autoFocus
          autoComplete="off"
          aria-required
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(e) => setName(e.target.value)}
        />
      </div>
      <Choice
        label={t("ack.how")}
        value={how}
        options={(["desk", "call"] as const).map((h) => ({ value: h, label: word("how", h) }))}
        choose={(v) => setHow(v as Acknowledging["how"])}
      />
      {lacking && name.trim() === "" && (
        <p className="order-nothing" role="status">
          {t("call.lacksName")}
        </p>
      )}
      {doing.kind === "failed" && <Problem error={doing.error} />}
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending}>
          {t("ack.submit")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
