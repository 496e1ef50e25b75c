import { type ReactNode, useId } from "react";

interface Option {
  readonly value: string;
  readonly label: string;
  readonly about?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly choose: (value: string) => void;
  readonly first?: boolean;
}

/** One of a few, all in sight: arrow keys on a desk, a thumb on a phone. */
export function Choice({ label, value, options, choose, first = false }: Props) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="choice-options">
        {options.map((option, i) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              // biome-ignore lint/a11y/noAutofocus: the form was asked for just now
              autoFocus={first && (option.value === value || (i === 0 && value === ""))}
              onChange={() => choose(option.value)}
            />
            <span>
              {option.label}
              {option.about && <small>{option.about}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
