import { useWords } from "../i18n/I18n";
import type { Values } from "./merging";
import type { Fieldwise } from "./OrderForm";

interface Props<T> {
  readonly values: Values;
  readonly fieldwise: Fieldwise<T>;
}

/** What was settled field by field, and nothing else, is asked for. */
export function Settled<T>({ values, fieldwise }: Props<T>) {
  const { t } = useWords();
  return (
    <div className="order-settled">
      <strong>{t("merge.settled")}</strong>
      <dl className="person-fields">
        {Object.entries(values).map(([field, value]) => (
          <div key={field}>
            <dt>{fieldwise.name(field)}</dt>
            <dd>{value ? fieldwise.say(field, value) : "–"}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
