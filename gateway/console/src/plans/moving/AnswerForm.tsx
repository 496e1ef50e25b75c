import { Button, Input } from "antd";
import { useId, useState } from "react";
import { answerRetiming, type Retiming, type RetimingOutcome } from "../../api/retimings";
import { Problem } from "../../desk/Problem";
import { useDeed } from "../../duty/useDeed";
import { useAgain } from "../../duty/useDuty";
import { useWords } from "../../i18n/I18n";
import { rolesIn, useWho } from "../../session/who";
import { rolesFor } from "../tables";

const LONGEST_WORD = 500;

interface Props {
  readonly conference: string;
  readonly asked: Retiming;
  /** It has been moved just now, or as much of it as could be. */
  readonly moved: boolean;
}

/** What was asked of a desk is answered: done, or not and why. */
export function AnswerForm({ conference, asked, moved }: Props) {
  const { t } = useWords();
  const { me } = useWho();
  const again = useAgain(conference);
  const [word, setWord] = useState("");
  const { doing, sending, submit } = useDeed(() => again("retimings", "duty"));
  const id = useId();
  const may = rolesFor("answer-retiming", rolesIn(me, conference)).find(
    (role) => role === asked.desk || role === "duty",
  );
  if (!may) {
    return null;
  }
  const answer = (outcome: RetimingOutcome) =>
    submit(`${outcome} ${word}`, (key) =>
      answerRetiming(conference, asked.id, { outcome, word }, { key, role: may }),
    );
  return (
    <div className="moving-answer">
      <div className="order-field">
        <label htmlFor={id}>{t("moving.word")}</label>
        <Input
          id={id}
          value={word}
          maxLength={LONGEST_WORD}
          onChange={(e) => setWord(e.target.value)}
        />
      </div>
      <Button
        type={moved ? "primary" : "default"}
        className="moving-done"
        loading={sending}
        onClick={() => answer("done")}
      >
        {t("moving.done")}
      </Button>
      <Button
        className="moving-decline"
        disabled={sending || word.trim() === ""}
        onClick={() => answer("declined")}
      >
        {t("moving.decline")}
      </Button>
      {doing.kind === "failed" && <Problem error={doing.error} />}
    </div>
  );
}
