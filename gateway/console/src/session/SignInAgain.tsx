import { useEffect, useRef } from "react";
import type { Me } from "../api/types";
import { useWords } from "../i18n/I18n";
import { SignInForm } from "./SignInForm";
import "./threshold.css";

interface Props {
  readonly account: string;
  readonly entered: (me: Me) => void;
}

/** Over the page as it is: nothing that was typed is lost. */
export function SignInAgain({ account, entered }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="threshold-card again"
      aria-label={t("signin.title")}
      onCancel={(e) => e.preventDefault()}
    >
      <h1>{t("signin.title")}</h1>
      <p className="threshold-note">{t("signin.again")}</p>
      <SignInForm account={account} entered={entered} />
    </dialog>
  );
}
