import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { platform } from "./dev/platform.ts";

/** Maven says where the built page goes; without it, dist/. */
const outDir = process.env.HUIWU_CONSOLE_OUT ?? "dist";

/** Who may do what, from where the services read it. */
const rights = fileURLToPath(
  new URL(
    "../../services/contracts/src/main/resources/org/huiwu/contracts/rights.json",
    import.meta.url,
  ),
);

export default defineConfig({
  resolve: { alias: { "@rights": rights } },
  server: { fs: { allow: [".", rights] } },
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
