import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/**
 * The recipients' pages, `/s` and `/p`, and the delegates', `/me`: no framework, and old telephones read them too. Built beside
 * the console, into the same folder.
 */
const page = (name: string) => fileURLToPath(new URL(`site/${name}.html`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL("site", import.meta.url)),
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL(process.env.HUIWU_CONSOLE_OUT ?? "dist", import.meta.url)),
    emptyOutDir: false,
    target: ["chrome61", "safari11", "firefox60"],
    cssTarget: ["chrome61", "safari11", "firefox60"],
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { s: page("s"), p: page("p"), me: page("me") } },
  },
});
