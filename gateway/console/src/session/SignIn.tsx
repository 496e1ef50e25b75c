import type { Issuer } from "../api/problem";
import type { Me } from "../api/types";
import { useWords } from "../i18n/I18n";
import { SignInForm } from "./SignInForm";
import { Threshold } from "./Threshold";

interface Props {
  readonly issuers: readonly Issuer[];
  readonly entered: (me: Me) => void;
}

export function SignIn({ issuers, entered }: Props) {
  const { t } = useWords();
  return (
    <Threshold title={t("signin.title")}>
      <SignInForm entered={entered} />
      {issuers.map(({ name, href }) => (
        <a key={href} className="issuer" href={href}>
          {t("signin.with", { name })}
        </a>
      ))}
    </Threshold>
  );
}
