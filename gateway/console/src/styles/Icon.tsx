const PATHS = {
  people:
    "M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8ZM2.6 13.6c.5-2.6 2.6-4 5.4-4s4.9 1.4 5.4 4",
  manifests: "M4 2.5h5.5L12.5 5.5v8h-8.5zM6.2 7h4M6.2 9.2h4M6.2 11.4h2.4",
  changes: "M1.8 8.4h2.7L6.3 4l3 8.4 1.9-4h3",
  search: "M7 11.6a4.6 4.6 0 1 0 0-9.2 4.6 4.6 0 0 0 0 9.2ZM10.5 10.5l3.2 3.2",
  back: "M9.8 3.2 5 8l4.8 4.8",
  next: "M6.2 3.2 11 8l-4.8 4.8",
  down: "M3.6 6.2 8 10.6l4.4-4.4",
  close: "M4 4l8 8M12 4l-8 8",
  sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.6v1.4M8 13v1.4M1.6 8H3M13 8h1.4M3.5 3.5l1 1M11.5 11.5l1 1M3.5 12.5l1-1M11.5 4.5l1-1",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z",
  bus: "M3 3.2h10v7.6H3zM3 7.2h10M5 10.8v1.6M11 10.8v1.6",
  meal: "M4.4 2.4v4a1.6 1.6 0 0 0 3.2 0v-4M6 8v5.6M11.4 13.6V2.4c-1.6.8-2.2 2.6-2.2 5.2h2.2",
  bed: "M2.2 12.6V4M2.2 10.6h11.6v2M13.8 10.6V8.4c0-1-.8-1.6-1.8-1.6H7v3.8M4.6 8.2a1.1 1.1 0 1 0 0-2.2 1.1 1.1 0 0 0 0 2.2Z",
  place:
    "M8 14s4.4-4 4.4-7.4a4.4 4.4 0 0 0-8.8 0C3.6 10 8 14 8 14ZM8 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z",
  seat: "M4.6 2.6v6h6.8v-6M4.6 8.6v5M11.4 8.6v5M2.8 6.4v4.2h10.4V6.4",
  plane: "M2 9.2 14 5.4M5.4 8.2 3.6 4.8M9 7 6.6 13",
  user: "M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8ZM2.6 13.6c.5-2.6 2.6-4 5.4-4s4.9 1.4 5.4 4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
