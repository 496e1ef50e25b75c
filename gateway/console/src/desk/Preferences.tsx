import { useWords } from "../i18n/I18n";
import { rolesIn, useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { chooseTheme, useTheme } from "./theme";

/** Language and light, for this device. */
export function Preferences() {
  const { t, language, speakIn } = useWords();
  const theme = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <>
      <button
        type="button"
        className="quiet-button icon-button"
        aria-label={t(`theme.${other}`)}
        title={t(`theme.${other}`)}
        onClick={() => chooseTheme(other)}
      >
        <Icon name={other === "dark" ? "moon" : "sun"} />
      </button>
      <button
        type="button"
        className="quiet-button"
        lang={language === "zh" ? "en" : "zh-CN"}
        aria-label={t("language.label")}
        onClick={() => speakIn(language === "zh" ? "en" : "zh")}
      >
        {t("language.switch")}
      </button>
    </>
  );
}

/** Who one is here, as what, and the way out. */
export function AccountMenu({ conference }: { readonly conference: string | null }) {
  const { t, word } = useWords();
  const { me, leave } = useWho();
  const roles = conference ? rolesIn(me, conference) : [];
  const named = [
    ...roles.map((role) => word("role", role)),
    ...(me.platformRoles.includes("administrator") ? [t("account.administrator")] : []),
  ];
  return (
    <>
      <button
        type="button"
        className="quiet-button account"
        aria-label={`${t("account.menu")}: ${me.name || me.account}`}
        popoverTarget="account"
      >
        <Icon name="user" />
        <span className="account-name">{me.name || me.account}</span>
      </button>
      <div id="account" popover="auto" className="account-card">
        <strong>{me.name || me.account}</strong>
        {me.name && me.name !== me.account && <span className="muted">{me.account}</span>}
        {named.length > 0 && (
          <ul aria-label={t("account.roles")}>
            {named.map((name) => (
              <li key={name} className="badge">
                {name}
              </li>
            ))}
          </ul>
        )}
        <button type="button" className="quiet-button leave" onClick={leave}>
          {t("account.signOut")}
        </button>
      </div>
    </>
  );
}
