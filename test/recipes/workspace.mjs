// A copy of the repository, its tests apart, in a temporary folder: for edits that are only tried out.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './markdown.mjs';

const copied = ['src', 'stories', 'package.json', 'custom-elements.json', 'tsconfig.json', 'tsconfig.domain.json'];

export class Workspace {
  /** @param context The test that it belongs to, and is removed with. */
  constructor(context) {
    this.folder = mkdtempSync(join(tmpdir(), 'customers-overview-'));
    context.after(() => rmSync(this.folder, { recursive: true, force: true }));
    for (const path of copied) cpSync(join(root, path), join(this.folder, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
  }

  read(path) {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Does what a block of a recipe says: runs a command, changes a file, or makes a new one. Returns its path. */
  follow({ language, path, code }) {
    if (language === 'sh') execFileSync('sh', ['-euc', code], { cwd: this.folder });
    else if (language === 'diff') this.write(path, changed(this.read(path), code, path));
    else this.write(path, code);
    return path;
  }

  /** What `tsc` finds, a line each; nothing where all is well. */
  typeErrors(project = '.') {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', project],
      { cwd: this.folder, encoding: 'utf8' },
    );
    return status === 0 ? [] : stdout.trim().split('\n');
  }
}

/** A text with the hunks of a diff in it. Each hunk (they are separated by `@@`) must fit at exactly one place. */
function changed(text, diff, path) {
  return diff.split(/^@@.*\n/m).reduce((before, hunk) => {
    const lines = hunk.split('\n').filter((line) => line !== '');
    const side = (sign) =>
      lines
        .filter((line) => !line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const places = before.split(side('+'));
    if (places.length !== 2) throw new Error(`${path}: fits at ${places.length - 1} places:\n${hunk}`);
    return places.join(side('-'));
  }, text);
}
