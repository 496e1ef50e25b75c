import { useId } from "react";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly fresh?: boolean;
}

export const SHORTEST_PIN = 6;

/** Digits by the number pad; whoever wants letters types them all the same. */
export function PinField({ name, label, value, change, fresh }: Props) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="pin"
        name={name}
        type="password"
        inputMode="numeric"
        autoComplete={fresh ? "new-password" : "off"}
        minLength={SHORTEST_PIN}
        maxLength={64}
        value={value}
        onChange={(e) => change(e.target.value)}
        required
      />
    </>
  );
}
