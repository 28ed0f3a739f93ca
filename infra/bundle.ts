import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { functionNames } from '../shared/config/functions.ts'

/** Where the bundles stand: a folder a function, each with one `index.mjs` that holds everything it needs. */
export const bundles = resolve('cdk.out-bundles')

// Some dependencies are CommonJS and ask for `require`, which an ES module does not have.
const banner =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"

/**
 * Bundles every function in one run of esbuild: a second or two, where one process each takes fifteen. The AWS SDK goes
 * in, so that what was tested is what runs.
 */
export const bundleFunctions = (): void => {
  rmSync(bundles, { recursive: true, force: true })
  buildSync({
    entryPoints: functionNames.map((name) => ({
      in: `functions/${name}/index.ts`,
      out: `${name}/index`,
    })),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    legalComments: 'none',
    logLevel: 'warning',
  })
}
