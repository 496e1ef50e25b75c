import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

/*
 * Called by the Maven build of the gateway: `build OUT STAMPS` makes the page into OUT, `check STAMPS`
 * lints, checks the types and runs the unit tests. Both are done in a moment when nothing has changed.
 */
const SOURCES = [
  "src",
  "public",
  "site",
  "liaison",
  "index.html",
  "vite.config.ts",
  "vite.site.config.ts",
  "vite.liaison.config.ts",
  "tsconfig.json",
  "package-lock.json",
  "scripts",
  join("..", "..", "services/contracts/src/main/resources/org/huiwu/contracts/rights.json"),
];
const CHECKED = [...SOURCES, "test", "dev", "e2e", "biome.json", "package.json"];
const INSTALLED = join("node_modules", ".huiwu-installed");

const [task, ...places] = process.argv.slice(2);
const [node = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (node < 20 || (node === 20 && minor < 19)) {
  console.error(`The console needs Node 20.19 or newer, this is ${process.versions.node}.`);
  console.error("Without the console: -Dskip.console");
  process.exit(1);
}

function filesUnder(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (/\.[a-z]+$/.test(path)) {
    return [path];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

const standsAt = (stamp, print) => existsSync(stamp) && readFileSync(stamp, "utf8") === print;

function npm(args, environment = {}) {
  execFileSync("npm", ["--silent", "--no-update-notifier", ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NO_COLOR: "1", ...environment },
    shell: process.platform === "win32",
  });
}

/** Beside each text its gzipped form, which the gateway sends to browsers that take it. */
function compress(folder) {
  for (const file of filesUnder(folder).filter((name) => /\.(js|css|svg|json)$/.test(name))) {
    const text = readFileSync(file);
    if (text.length > 1024) {
      writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    }
  }
}

function install() {
  const print = fingerprint(["package-lock.json", "package.json"]);
  if (!standsAt(INSTALLED, print)) {
    npm(["ci", "--no-fund", "--no-audit"]);
    writeFileSync(INSTALLED, print);
  }
}

function once(stamps, name, paths, alsoThere, work) {
  const stamp = join(stamps, `console-${name}`);
  const print = fingerprint(paths);
  if (standsAt(stamp, print) && alsoThere()) {
    return;
  }
  install();
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, print);
}

if (task === "build") {
  const [out, stamps] = places.map((place) => resolve(place));
  once(
    stamps,
    "built",
    SOURCES,
    () =>
      ["index", "s", "p", "me", "liaison"].every((page) => existsSync(join(out, `${page}.html`))),
    () => {
      rmSync(out, { recursive: true, force: true });
      npm(["run", "build", "--", "--logLevel", "warn"], { HUIWU_CONSOLE_OUT: out });
      npm(["run", "build:site", "--", "--logLevel", "warn"], { HUIWU_CONSOLE_OUT: out });
      npm(["run", "build:liaison", "--", "--logLevel", "warn"], { HUIWU_CONSOLE_OUT: out });
      compress(join(out, "assets"));
    },
  );
} else if (task === "check") {
  const [stamps] = places.map((place) => resolve(place));
  once(
    stamps,
    "checked",
    CHECKED,
    () => true,
    () => npm(["run", "check"]),
  );
} else {
  console.error("Usage: maven.mjs build OUT STAMPS | check STAMPS");
  process.exit(2);
}
