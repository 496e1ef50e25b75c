import type { Matter } from "../api/duty";
import type { Contact } from "../api/telling";
import type { Place } from "../desk/place";
import type { Words } from "../i18n/messages";
import { type Catalogue, manifestName } from "../manifests/naming";
import { placeOfMoving } from "../plans/moving/places";
import { spanOf, spanSaid } from "../plans/moving/span";

export interface Named {
  readonly known: Catalogue;
  readonly contacts: ReadonlyMap<string, Contact>;
}

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** A contact as people call them; their code where nothing better is known. */
export const contactName = (code: string, contacts: ReadonlyMap<string, Contact>): string =>
  contacts.get(code)?.name || code;

export interface Told {
  /** What is the matter. */
  readonly title: string;
  /** What else is known of it. */
  readonly about: string;
}

/** A matter in words; one that the page does not know yet, in the platform's. */
export function told(matter: Matter, named: Named, words: Words): Told {
  const { t, word } = words;
  const { details, code } = matter;
  const whom = contactName(matter.whom ?? "", named.contacts);
  const manifest = text(details.manifest);
  const trip = (of: string) => manifestName(`trip:${of}`, named.known, words).title;
  const list = manifest && manifestName(manifest, named.known, words).title;
  switch (code) {
    case "gate-red":
      return {
        title: t("matter.gate", { trip: trip(text(details.trip)) }),
        about: text(details.trip),
      };
    case "call":
      return {
        title: whom ? t("matter.call", { whom }) : t("matter.callNobody"),
        about: list,
      };
    case "call-left-on-red":
      return {
        title: t("matter.leftOnRed", { whom: whom || list }),
        about: `${trip(text(details.leftOnRed))} · ${list}`,
      };
    case "letter-failed":
    case "letter-unknown":
      return {
        title: t(code === "letter-failed" ? "matter.letterFailed" : "matter.letterUnknown", {
          whom,
          channel: word("channel", text(details.channel)),
        }),
        about: word("reason", text(details.reason)),
      };
    case "retiming": {
      const span = spanOf(Number(details.minutes));
      return {
        title: t("matter.retiming", {
          desk: word("role", text(details.desk)),
          count: Number(details.plans),
        }),
        about: t("matter.retimingBy", {
          desk: word("role", text(details.askedAs)),
          span: `${t(span.way === "later" ? "shift.later" : "shift.earlier")} ${spanSaid(span, t)}`,
        }),
      };
    }
    case "debt":
      return {
        title: t("matter.debt", { whom, count: Number(details.manifests) }),
        about: details.letterState
          ? `${word("channel", text(details.letterChannel))} ${word("letter", text(details.letterState))}`
          : t("matter.noLetter"),
      };
    default:
      return details.action ? ofChange(matter, words) : { title: matter.text, about: "" };
  }
}

function ofChange({ code, details, text: said }: Matter, { t, word }: Words): Told {
  const change = { n: text(details.n), action: word("action", text(details.action)) };
  switch (code) {
    case "change-open":
      return { title: t("matter.changeOpen", change), about: "" };
    case "change-stalled":
      return { title: t("matter.changeStalled", change), about: "" };
    case "change-parked":
      return {
        title: t("matter.changeParked", { ...change, count: Number(details.parked) }),
        about: "",
      };
    case "case-overdue":
      return {
        title: t("matter.case", { ...change, count: Number(details.outstanding) }),
        about: "",
      };
    default:
      return { title: said, about: "" };
  }
}

/** Where a matter is acted upon. */
export function targetOf({ kind, key, details }: Matter): Partial<Place> {
  if (kind === "retiming") {
    return {
      section: "plans",
      open: placeOfMoving({ kind: "asked", id: text(details.retiming) }),
    };
  }
  return kind === "change" || kind === "case"
    ? { section: "duty", change: text(details.change) }
    : { section: "duty", open: key };
}
