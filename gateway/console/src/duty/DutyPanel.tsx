import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import { CallBoard } from "./CallBoard";
import { ContactDesk } from "./ContactDesk";
import { GateBoard } from "./GateBoard";
import { LetterBoard } from "./LetterBoard";
import { LogBoard } from "./LogBoard";
import { useOpenMatters } from "./useDuty";
import "./duty.css";
import "./boards.css";
import "./log.css";

interface Props {
  readonly conference: string;
  /** A board, or the key of a matter. */
  readonly open: string | null;
}

/** The duty room's boards, and whatever is acted upon. */
export default function DutyPanel({ conference, open }: Props) {
  const { t } = useWords();
  const [, go] = usePlace();
  return (
    <article className="duty-panel" data-open={open}>
      <button type="button" className="quiet-button back" onClick={() => go({ section: "duty" })}>
        <Icon name="back" /> {t("people.back")}
      </button>
      <Board conference={conference} open={open} />
    </article>
  );
}

function Board({ conference, open }: Props) {
  const at = open?.indexOf(":") ?? -1;
  const of = open?.slice(at + 1) ?? "";
  switch (at < 0 ? open : open?.slice(0, at)) {
    case "calls":
      return <CallBoard conference={conference} task={null} />;
    case "call":
      return <CallBoard key={of} conference={conference} task={of} />;
    case "letters":
      return <LetterBoard conference={conference} />;
    case "letter":
      return <OfLetter conference={conference} matter={open ?? ""} />;
    case "debt":
      return <ContactDesk key={of} conference={conference} contact={of} />;
    case "log":
      return <LogBoard conference={conference} />;
    case "gate":
      return <GateBoard conference={conference} trip={of} />;
    default:
      return <GateBoard conference={conference} trip={null} />;
  }
}

/** Whoever did not get a letter; once that has been mended, all that were lost. */
function OfLetter({ conference, matter }: { conference: string; matter: string }) {
  const whom = useOpenMatters(conference).items?.find((m) => m.key === matter)?.whom;
  return whom ? (
    <ContactDesk conference={conference} contact={whom} />
  ) : (
    <LetterBoard conference={conference} />
  );
}
