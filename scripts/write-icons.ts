import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endWithReader } from '../src/cli/end-with-reader';
import { ICON_FILES, renderIcon } from './icon-files';

endWithReader();

/** Renders the project's drawings to the icons of `public/icons/`. */
for (const icon of ICON_FILES) {
  const png = await renderIcon(icon);
  mkdirSync(path.dirname(icon.file), { recursive: true });
  writeFileSync(icon.file, png);
  console.log(`${path.basename(icon.file)}: ${png.length} bytes`);
}
