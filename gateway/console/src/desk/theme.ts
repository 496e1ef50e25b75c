import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark";

const REMEMBERED = "huiwu.theme";
const listeners = new Set<() => void>();
const device = window.matchMedia("(prefers-color-scheme: dark)");

/** As last chosen here, else as the device is set: a desk at night is mostly dark. */
export function preferredTheme(): Theme {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === "light" || remembered === "dark") {
    return remembered;
  }
  return device.matches ? "dark" : "light";
}

export function wearTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  for (const listener of listeners) {
    listener();
  }
}

/** A device that turns dark in the evening takes the page along, unless somebody has chosen. */
export function followDevice(): void {
  wearTheme(preferredTheme());
  device.addEventListener("change", () => wearTheme(preferredTheme()));
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(REMEMBERED, theme);
  wearTheme(theme);
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (document.documentElement.dataset.theme === "dark" ? "dark" : "light"),
  );
