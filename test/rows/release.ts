import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/**
 * Keeps what the next release is tried against: the row readers of a release, and rows as it wrote them. The release is a
 * tag (`npm run rows:release -- v1.2.0`), or without one the code as it stands, for which `npm run rows:write` writes.
 */
const here = resolve(import.meta.dirname, '../..')

/** No module of the hub does anything by being imported, so that of which nothing is used is left out. */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }))
  },
}

const bundleReaders = async (tree: string): Promise<void> => {
  await build({
    entryPoints: [join(tree, 'shared/aws/dynamodb/rows/row-kinds.ts')],
    outfile: join(here, 'test/rows/reader.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    // The library is the one that is installed: what is kept is how rows are read by it.
    packages: 'external',
    plugins: [onlyWhatIsUsed],
    banner: { js: '// Made by npm run rows:release. Nobody edits it. jscpd:ignore-start' },
    legalComments: 'none',
  })
}

/** The tree of a tag in a folder of its own, while something is done there. */
const inTreeOf = async (tag: string, work: (tree: string) => Promise<void>): Promise<void> => {
  const tree = join(mkdtempSync(join(tmpdir(), 'hub-release-')), 'tree')
  execFileSync('git', ['worktree', 'add', '--detach', tree, tag], { cwd: here })
  try {
    symlinkSync(join(here, 'node_modules'), join(tree, 'node_modules'))
    await work(tree)
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: here })
  }
}

const [tag] = process.argv.slice(2)
if (tag === undefined) await bundleReaders(here)
else
  await inTreeOf(tag, async (tree) => {
    await bundleReaders(tree)
    execFileSync(process.execPath, ['test/rows/write.ts'], { cwd: tree })
    copyFileSync(join(tree, 'test/rows/rows.json'), join(here, 'test/rows/rows.json'))
  })
