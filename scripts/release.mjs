// npm run release: builds, and writes beside the build what others need to check it (SECURITY.md).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashList, sbom } from './lib/release.mjs';
import { build, install, requireNode, root } from './lib/setup.mjs';

requireNode();
install();
build();
const folder = join(root, '.release');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'hashes.txt'), hashList(join(root, 'build')));
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom(lock), null, '\t')}\n`);
console.log('Built build/; wrote .release/hashes.txt and .release/sbom.cdx.json.');
