import type { Sign } from "./layout";

/** Each has a form of its own: who does not tell colours apart tells these. */
const FORMS: Record<Sign, string> = {
  failed: "M3 3h10v10H3zM5.4 5.4l5.2 5.2M10.6 5.4 5.4 10.6",
  escalated: "M8 1.6 14.4 8 8 14.4 1.6 8ZM8 11V5M5.8 7.2 8 5l2.2 2.2",
  late: "M8 2 14.6 13.4H1.4ZM8 6.2v3.4M8 11.4v.2",
  told: "M8 13.6A5.6 5.6 0 1 0 8 2.4a5.6 5.6 0 0 0 0 11.2ZM8 9a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z",
  acknowledged: "M8 13.6A5.6 5.6 0 1 0 8 2.4a5.6 5.6 0 0 0 0 11.2ZM5.4 8.2l1.8 1.8 3.4-3.8",
  settled: "M3 5.4 8 2.4l5 3v5.2l-5 3-5-3ZM5.6 8h4.8",
  released: "M8 11.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8Z",
};

export function SignMark({ sign }: { readonly sign: Sign }) {
  return (
    <svg
      className="sign"
      data-sign={sign}
      width={18}
      height={18}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={FORMS[sign]} />
    </svg>
  );
}
