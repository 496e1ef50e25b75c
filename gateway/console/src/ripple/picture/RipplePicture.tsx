import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isRefused } from "../../api/problem";
import { caseFile } from "../../api/telling";
import { Problem } from "../../desk/Problem";
import { hashOf, NOWHERE } from "../../desk/place";
import { useConferenceClock } from "../../duty/clock";
import { contactName } from "../../duty/matters";
import { useContacts } from "../../duty/useDuty";
import { useNow } from "../../duty/useNow";
import { useWords } from "../../i18n/I18n";
import { useLiveSnapshot } from "../../live/Live";
import type { Kind } from "../../manifests/naming";
import { manifestName } from "../../manifests/naming";
import { useCatalogue } from "../../manifests/useCatalogue";
import { useRole } from "../../session/useRole";
import { type Drawing, drawing, INNER, type Inner, type Outer, SIGNS, toldOf } from "./layout";
import { SignMark } from "./SignMark";
import "./picture.css";
import "./spots.css";
import "./phone.css";

interface Props {
  readonly conference: string;
  readonly change: string;
}

const KIND_NONE = "";
/** So few that their names have room. */
const FEW = 7;
/** So many that a phone shows a part of the picture at a time. */
const MANY = 12;

/** A change in the middle, what it revised around it, and outside who is told and how they stand. */
export function RipplePicture({ conference, change }: Props) {
  const { t, word } = useWords();
  const now = useNow(useConferenceClock(conference));
  const ripple = useLiveSnapshot().ripples.byId.get(change);
  const [opened, open] = useState<Kind | "" | null>(null);
  const { data, error } = useQuery({
    queryKey: ["of", conference, "case", change],
    queryFn: ({ signal }) => caseFile(conference, change, signal),
  });
  const told = useMemo(() => toldOf(ripple?.revised ?? [], data), [ripple?.revised, data]);
  const drawn = useMemo(() => drawing(told, now, opened), [told, now, opened]);
  if (error && !isRefused(error, 404)) {
    return <Problem error={error} />;
  }
  const phase = ripple?.phase ?? "open";
  const people = Object.values(drawn.signs).reduce((sum, n) => sum + n, 0);
  return (
    <figure
      className="picture"
      data-phase={phase}
      data-few={drawn.outer.length <= FEW && drawn.inner.length <= FEW ? true : undefined}
      data-many={drawn.inner.length > MANY || undefined}
      aria-label={t("picture.title", { lists: told.length, people })}
    >
      <ul className="picture-legend">
        {SIGNS.filter((sign) => drawn.signs[sign]).map((sign) => (
          <li key={sign} data-sign={sign}>
            <SignMark sign={sign} /> {word("sign", sign)} <strong>{drawn.signs[sign]}</strong>
          </li>
        ))}
        {drawn.grouped.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className="chip"
              aria-pressed={opened === kind}
              onClick={() => open(opened === kind ? null : kind)}
            >
              {t(opened === kind ? "picture.closeKind" : "picture.openKind", {
                kind: kind === KIND_NONE ? t("picture.otherKind") : word("kind", kind),
              })}
            </button>
          </li>
        ))}
      </ul>
      <div className="picture-frame">
        <svg
          className="picture-edges"
          viewBox="-1 -1 2 2"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <ellipse className="ring" rx={INNER} ry={INNER} />
          <ellipse className="ring" rx="1" ry="1" />
          {drawn.inner.map((spot) => (
            <line key={spot.key} x1={0} y1={0} x2={spot.x} y2={spot.y} />
          ))}
          {drawn.edges.map(([from, to]) => {
            const [a, b] = [drawn.inner[from], drawn.outer[to]];
            return a && b ? (
              <line key={b.key} data-sign={b.sign} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
            ) : null;
          })}
        </svg>
        <div className="picture-spots">
          <p className="picture-middle" data-phase={phase}>
            <strong>
              {ripple?.brief ? word("action", ripple.brief.action) : t("ripple.title")}
            </strong>
            <span>
              {ripple?.brief && `#${ripple.brief.n} `}
              {word("ripple", phase)}
            </span>
          </p>
          {told.length === 0 && <p className="picture-nothing">{t("ripple.revisedNone")}</p>}
          <Spots conference={conference} drawn={drawn} open={open} />
        </div>
      </div>
    </figure>
  );
}

interface SpotsProps {
  readonly conference: string;
  readonly drawn: Drawing;
  readonly open: (kind: Kind | "") => void;
}

const at = (spot: { readonly x: number; readonly y: number }) => ({
  left: `${(spot.x + 1) * 50}%`,
  top: `${(spot.y + 1) * 50}%`,
});

/** On which side of a spot there is room for its name. */
const sideOf = (x: number): string => (x > 0.2 ? "right" : x < -0.2 ? "left" : "middle");

function Spots({ conference, drawn, open }: SpotsProps) {
  const { t } = useWords();
  return (
    <>
      <ul aria-label={t("picture.lists")}>
        {drawn.inner.map((spot) => (
          <li key={spot.key} className="spot inner" style={at(spot)}>
            <InnerSpot conference={conference} spot={spot} open={open} />
          </li>
        ))}
      </ul>
      <ul aria-label={t("picture.recipients")}>
        {drawn.outer.map((spot) => (
          <li
            key={spot.key}
            className="spot outer"
            data-side={sideOf(spot.x)}
            data-half={spot.y < 0 ? "upper" : "lower"}
            data-sign={spot.sign}
            style={at(spot)}
          >
            <OuterSpot conference={conference} spot={spot} open={open} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface SpotProps<T> {
  readonly conference: string;
  readonly spot: T;
  readonly open: (kind: Kind | "") => void;
}

function InnerSpot({ conference, spot, open }: SpotProps<Inner>) {
  const words = useWords();
  const { t, word } = words;
  const known = useCatalogue(conference);
  const owes = spot.open > 0 ? t("recipients.owing", { count: spot.open }) : "";
  if (spot.of === "kind") {
    const kind = spot.kind === KIND_NONE ? t("picture.otherKind") : word("kind", spot.kind);
    return (
      <button
        type="button"
        className="spot-list"
        data-owes={spot.open > 0 || undefined}
        onClick={() => open(spot.kind)}
      >
        <span>{kind}</span>
        <strong>{t("picture.ofKind", { count: spot.lists })}</strong>
        <span className="unseen">{owes}</span>
      </button>
    );
  }
  const { title } = manifestName(spot.manifest, known, words);
  return (
    <a
      className="spot-list"
      data-manifest={spot.manifest}
      data-owes={spot.open > 0 || undefined}
      title={[title, t("manifests.version", { version: spot.version }), owes]
        .filter(Boolean)
        .join(" · ")}
      href={hashOf({
        ...NOWHERE,
        conference,
        section: "manifests",
        open: spot.manifest,
        version: spot.version,
        against: spot.version - 1,
      })}
    >
      <span>{title}</span> <strong>v{spot.version}</strong>
      <span className="unseen">{owes}</span>
    </a>
  );
}

function OuterSpot({ conference, spot, open }: SpotProps<Outer>) {
  const { word } = useWords();
  const contacts = useContacts(conference);
  const watches = useRole(conference, "read-duty") !== undefined;
  if (spot.of === "crowd") {
    return (
      <button type="button" className="spot-recipient" onClick={() => open(spot.kind)}>
        <SignMark sign={spot.sign} />
        <span className="spot-name">
          {word("sign", spot.sign)} <strong>{spot.people}</strong>
        </span>
      </button>
    );
  }
  const name = contactName(spot.contact, contacts);
  return (
    <a
      className="spot-recipient"
      data-contact={spot.contact}
      title={`${name} · ${word("sign", spot.sign)}`}
      href={hashOf(
        watches
          ? { ...NOWHERE, conference, section: "duty", open: `debt:${spot.contact}` }
          : { ...NOWHERE, conference, section: "manifests", open: spot.manifest },
      )}
    >
      <SignMark sign={spot.sign} />
      <span className="spot-name">{name}</span>
      <span className="unseen">{word("sign", spot.sign)}</span>
    </a>
  );
}
