import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { platform } from "./dev/platform.ts";

/** Maven says where the built page goes; without it, dist/. */
const outDir = process.env.HUIWU_CONSOLE_OUT ?? "dist";

export default defineConfig({
  plugins: [react(), platform(process.env.HUIWU_PLATFORM ?? "http://127.0.0.1:18300")],
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    // An inlined picture would need data: in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
} as Parameters<typeof defineConfig>[0] & { test: object });
