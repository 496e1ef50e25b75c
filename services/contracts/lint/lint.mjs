// Reads asyncapi.yaml, with the schemas and examples that it refers to, with AsyncAPI's own parser
// and rules. Errors and warnings fail the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const file = process.argv[2] ?? join(here, '../src/main/resources/org/huiwu/contracts/asyncapi.yaml');

/** Installs what package-lock.json says, unless that has been done. */
function install() {
  const lock = join(here, 'package-lock.json');
  const done = join(here, 'node_modules/.package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) {
    return;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--prefer-offline', '--loglevel=error'], {
    cwd: here,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.error('npm ci failed. Without a network: -Dskip.lint');
    process.exit(2);
  }
}

const SEVERITIES = ['error', 'warning'];
const WARNING = 1;

install();
const { Parser } = await import('@asyncapi/parser');
const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'), { source: file });
const bad = diagnostics.filter((d) => d.severity <= WARNING);
for (const d of bad) {
  console.error(`${SEVERITIES[d.severity]}: ${d.path.join('.')}: ${d.message} (${d.code})`);
}
if (!document || bad.length > 0) {
  console.error(`asyncapi.yaml is not accepted: ${bad.length} finding(s).`);
  process.exit(1);
}
console.log(`asyncapi.yaml is accepted: ${document.allMessages().length} messages.`);
