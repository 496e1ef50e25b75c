import { useEffect, useRef, useState } from "react";
import { nameOf } from "../book/riders";
import type { Book } from "../book/types";
import type { Phone } from "../phone";
import { marked } from "../roll/roll";
import { lookForCodes, openCamera } from "../scan/camera";
import { personOf } from "../scan/rollCode";
import { t } from "../words";

interface Props {
  readonly phone: Phone;
  readonly book: Book;
  readonly close: () => void;
}

type Seen =
  | { readonly kind: "aboard" | "unexpected"; readonly person: string }
  | { readonly kind: "unknown" };

/** The roll called by the codes on people's cards, one after another, without a network too. */
export default function Scan({ phone, book, close }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [refused, setRefused] = useState(false);
  const latest = useRef("");
  const judge = useRef<(code: string) => void>(() => {});
  judge.current = (code) => {
    if (code === latest.current) {
      return;
    }
    latest.current = code;
    const person = personOf(code);
    if (!person || !book.names.some((n) => n.person === person)) {
      setSeen({ kind: "unknown" });
      return;
    }
    const kind = book.manifest.lines[person] === undefined ? "unexpected" : "aboard";
    phone.telling.mark((r) => (r.marks[person] === kind ? r : marked(r, person, kind)));
    navigator.vibrate?.(60);
    setSeen({ kind, person });
  };
  useEffect(() => {
    const shown = video.current;
    if (!shown) {
      return;
    }
    let gone = false;
    let putAway = () => {};
    openCamera(shown).then(
      (putCameraAway) => {
        const stop = lookForCodes(shown, (code) => judge.current(code));
        putAway = () => {
          stop();
          putCameraAway();
        };
        if (gone) {
          putAway();
        }
      },
      () => setRefused(true),
    );
    return () => {
      gone = true;
      putAway();
    };
  }, []);
  return (
    <section className="scanning">
      <h1>{t("scan.title")}</h1>
      <p className="muted">{t("scan.about")}</p>
      {refused ? (
        <p className="notice warn">{t("scan.refused")}</p>
      ) : (
        <video ref={video} className="viewfinder" muted playsInline aria-label={t("scan.title")} />
      )}
      <p
        className={seen?.kind === "aboard" ? "notice" : "notice warn"}
        role="status"
        data-seen={seen?.kind ?? "nothing"}
      >
        {said(seen, book)}
      </p>
      <button type="button" className="wide main" onClick={close}>
        {t("scan.done")}
      </button>
    </section>
  );
}

function said(seen: Seen | null, book: Book): string {
  if (!seen) {
    return t("scan.nothing");
  }
  return seen.kind === "unknown"
    ? t("scan.unknown")
    : t(`scan.${seen.kind}`, { name: nameOf(book, seen.person) });
}
