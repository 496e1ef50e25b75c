/** One point, and what spreads from it. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <circle cx="16" cy="16" r="2.2" className="mark-point" />
      <path className="mark-wave" d="M10.5 21.5a7.8 7.8 0 0 1 0-11M21.5 10.5a7.8 7.8 0 0 1 0 11" />
      <path className="mark-wave far" d="M7 25a12.7 12.7 0 0 1 0-18M25 7a12.7 12.7 0 0 1 0 18" />
    </svg>
  );
}
