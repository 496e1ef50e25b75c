import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useId } from "react";
import { useWords } from "../i18n/I18n";
import { optionsOf, type Surroundings } from "./choices";
import type { Field } from "./fields";
import { fieldName } from "./naming";

const LOCAL = "YYYY-MM-DDTHH:mm";
const SHOWN = "YYYY-MM-DD HH:mm";
const DAY = "YYYY-MM-DD";

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly about: Surroundings;
  readonly wrong: boolean;
  readonly first: boolean;
  /** Where a calendar opens that has no day yet. */
  readonly near: string;
}

/** One field of a form, by its shape. */
export function FieldInput({ field, value, change, about, wrong, first, near }: Props) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const options = field.from ? optionsOf(field.from, about, words) : [];
  const called = options.find((o) => o.value === value)?.label;
  const status = wrong ? ("error" as const) : undefined;
  const label = (
    <label htmlFor={id}>
      {fieldName(field, t)}
      {field.optional && <span className="muted"> · {t("plan.optional")}</span>}
    </label>
  );
  switch (field.shape) {
    case "moment":
    case "date": {
      const format = field.shape === "moment" ? LOCAL : DAY;
      return (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter ends the time, not the form
        <div className="order-field" onKeyDown={(e) => e.key === "Enter" && e.preventDefault()}>
          {label}
          <DatePicker
            id={id}
            autoFocus={first}
            status={status}
            showTime={field.shape === "moment" && { format: "HH:mm", minuteStep: 5 }}
            format={field.shape === "moment" ? SHOWN : DAY}
            needConfirm={false}
            placeholder={t("form.unknown")}
            defaultPickerValue={near ? dayjs(near) : undefined}
            value={value ? dayjs(value) : null}
            onChange={(at) => change(at ? at.format(format) : "")}
          />
        </div>
      );
    }
    case "code":
    case "codes":
      return (
        <div className="order-field" data-shape={field.shape}>
          {label}
          <Select<string | string[]>
            id={id}
            autoFocus={first}
            status={status}
            mode={field.shape === "codes" ? "multiple" : undefined}
            showSearch={{ optionFilterProp: "label" }}
            value={field.shape === "codes" ? value.split(" ").filter(Boolean) : value}
            onChange={(to) => change(Array.isArray(to) ? to.join(" ") : to)}
            options={withNow(options, field, value)}
          />
        </div>
      );
    case "text":
    case "number":
      return (
        <div className="order-field">
          {label}
          <Input
            id={id}
            autoFocus={first}
            autoComplete="off"
            status={status}
            inputMode={field.shape === "number" ? "numeric" : undefined}
            list={options.length > 0 ? `${id}-known` : undefined}
            maxLength={field.longest}
            value={value}
            onChange={(e) => change(e.target.value)}
          />
          {called && called !== value && <small className="muted">{called}</small>}
          {options.length > 0 && (
            <datalist id={`${id}-known`}>
              {options.map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
            </datalist>
          )}
        </div>
      );
  }
}

/** What stands there stays to be chosen, also when it is cancelled by now. */
function withNow(options: readonly { value: string; label: string }[], field: Field, now: string) {
  const there = field.shape === "codes" ? now.split(" ") : [now];
  const gone = there.filter((v) => v !== "" && !options.some((o) => o.value === v));
  return [...options, ...gone.map((value) => ({ value, label: value }))];
}
