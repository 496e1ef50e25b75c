import { t } from "../words";

/** The scanner is not on this phone yet, and there is no network to fetch it. */
export function NoScan({ close }: { readonly close: () => void }) {
  return (
    <section className="scanning">
      <h1>{t("scan.title")}</h1>
      <p className="notice warn" role="alert">
        {t("scan.missing")}
      </p>
      <button type="button" className="wide main" onClick={close}>
        {t("back")}
      </button>
    </section>
  );
}
