import { dismissItem, type QueueItem } from "../api/rosters";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import { rolesIn, useWho } from "../session/who";
import { dismissedBy } from "./settlers";
import { useReadAgain } from "./useRosters";

interface Props {
  readonly conference: string;
  readonly item: QueueItem;
  readonly close: () => void;
}

/** Nothing comes of it, for a reason that is kept. */
export function DismissForm({ conference, item, close }: Props) {
  const { t, word } = useWords();
  const { me } = useWho();
  const again = useReadAgain(conference);
  const kind = item.kind === "file" ? "row" : item.kind;
  return (
    <OrderForm<QueueItem>
      conference={conference}
      etag={`"${item.version}"`}
      roles={dismissedBy(rolesIn(me, conference))}
      content={`${item.id} dismissed`}
      differs
      send={(order) => dismissItem(conference, item.id, order)}
      done={() => {
        again();
        close();
      }}
      cancel={close}
      show={(now) => <span>{word("itemState", now.state)}</span>}
      wanted={() => <span>{word("itemState", "dismissed")}</span>}
      alreadySo={(now) => now.state !== "waiting"}
    >
      <p>{t(`dismissed.${kind}`)}</p>
    </OrderForm>
  );
}
