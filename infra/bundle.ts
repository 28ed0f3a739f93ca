import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { functionNames } from '../shared/config/functions.ts'

/** Where the bundles stand until the CDK has taken them: a folder a function, each with one `index.mjs`. */
export const bundles = mkdtempSync(join(tmpdir(), 'hub-bundles-'))
process.once('exit', () => rmSync(bundles, { recursive: true, force: true }))

// Some dependencies are CommonJS and ask for `require`, which an ES module does not have.
const banner =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"

/**
 * Bundles every function in one run of esbuild: a second or two, where one process each takes fifteen. The AWS SDK goes
 * in, so that what was tested is what runs; so does the model, which no environment variable could hold.
 */
export const bundleFunctions = (model: string | undefined): void => {
  buildSync({
    entryPoints: functionNames.map((name) => ({
      in: `functions/${name}/index.ts`,
      out: `${name}/index`,
    })),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    // Node prints the line that threw before it says why: of a whole bundle in one line, the reason would be cut off.
    lineLimit: 1_000,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    define: model === undefined ? {} : { DEPLOYED_MODEL: JSON.stringify(model) },
    legalComments: 'none',
    logLevel: 'warning',
  })
}
