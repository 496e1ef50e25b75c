import { lazy, Suspense } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { RippleView } from "../ripple/RippleView";
import { Icon } from "../styles/Icon";
import { CaseView } from "../telling/CaseView";

const RipplePicture = lazy(async () => ({
  default: (await import("../ripple/picture/RipplePicture")).RipplePicture,
}));

interface Props {
  readonly conference: string;
  readonly change: string;
}

/** A change that somebody made, over whatever was open; putting it away shows that again. */
export default function ChangePanel({ conference, change }: Props) {
  const { t } = useWords();
  const [place, go] = usePlace();
  const close = () => go({ ...place, change: null });
  const ripple = <RippleView conference={conference} change={change} close={close} />;
  const who = (
    <>
      <details className="picture-section" open={window.matchMedia("(min-width: 821px)").matches}>
        <summary>{t("picture.show")}</summary>
        <Suspense>
          <RipplePicture conference={conference} change={change} />
        </Suspense>
        <a href={hashOf({ ...NOWHERE, conference, section: "boards", open: "ripple", change })}>
          {t("picture.large")}
        </a>
      </details>
      <CaseView conference={conference} change={change} />
    </>
  );
  // The duty room asks who does not know yet; a desk asks what its change did.
  return place.section === "duty" ? (
    <>
      <button type="button" className="quiet-button back" onClick={close}>
        <Icon name="back" /> {t("people.back")}
      </button>
      {who}
      {ripple}
    </>
  ) : (
    <>
      {ripple}
      {who}
    </>
  );
}
