import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { platform } from "./dev/platform.ts";

/**
 * The liaison's phone, `/liaison`: a page of its own beside the console's, which opens without a
 * network. Built into the same folder.
 */
const root = fileURLToPath(new URL("liaison", import.meta.url));
const WORKER = "liaison/sw.js";
/** What the page asks for besides what was built. */
const MORE = ["/icon.svg", "/liaison/app.webmanifest", "/liaison/icon-192.png"];

/** Tells the service worker which files make up the page, and names their sum. */
const filesOfThePage = (): Plugin => ({
  name: "huiwu-files-of-the-page",
  enforce: "post",
  generateBundle(_, bundle) {
    const worker = bundle[WORKER];
    if (worker?.type !== "chunk") {
      throw new Error(`${WORKER} was not built`);
    }
    const files = Object.keys(bundle)
      .filter((name) => name.startsWith("assets/"))
      .sort()
      .map((name) => `/${name}`);
    const sum = createHash("sha256");
    for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
      sum.update(name).update(file.type === "chunk" ? file.code : file.source);
    }
    const build = sum.digest("hex").slice(0, 16);
    const said = `const HUIWU_FILES=${JSON.stringify([...MORE, ...files])},HUIWU_BUILD="${build}";`;
    worker.code = said + worker.code;
  },
});

export default defineConfig({
  root,
  publicDir: false,
  server: { fs: { allow: [".."] } },
  plugins: [
    react(),
    platform(process.env.HUIWU_PLATFORM ?? "http://127.0.0.1:18300"),
    filesOfThePage(),
  ],
  build: {
    outDir: fileURLToPath(new URL(process.env.HUIWU_CONSOLE_OUT ?? "dist", import.meta.url)),
    emptyOutDir: false,
    target: ["chrome100", "safari16", "firefox115"],
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        liaison: fileURLToPath(new URL("liaison/liaison.html", import.meta.url)),
        worker: fileURLToPath(new URL("liaison/worker/worker.ts", import.meta.url)),
      },
      output: {
        entryFileNames: (chunk) => (chunk.name === "worker" ? WORKER : "assets/[name]-[hash].js"),
      },
    },
  },
});
