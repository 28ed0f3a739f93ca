import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BuildOptions, buildSync, type Metafile } from 'esbuild'
import { consoleFunction, functionNames } from '../shared/config/functions.ts'
import { buildConsole } from './build-console.ts'
import type { StageFile } from './stages/stage-file.ts'

/** Where the bundles stand until the CDK has taken them: a folder a function, each with one `index.mjs`. */
export const bundles = mkdtempSync(join(tmpdir(), 'hub-bundles-'))
process.once('exit', () => rmSync(bundles, { recursive: true, force: true }))

// Some dependencies are CommonJS and ask for `require`, which an ES module does not have.
const banner =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"

/** How whatever runs in Lambda is bundled. */
export const bundleOptions: BuildOptions = {
  bundle: true,
  minify: true,
  // Node prints the line that threw before it says why: of a whole bundle in one line, the reason would be cut off.
  lineLimit: 1_000,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Names are data of many alphabets: escaped, each letter of them takes six bytes.
  charset: 'utf8',
  mainFields: ['module', 'main'],
  // A function's credentials stand in its environment; the SDK's chain of other places is a hundred kilobytes that never run.
  alias: {
    '@aws-sdk/credential-provider-node': resolve(
      import.meta.dirname,
      '../shared/aws/environment-credentials.ts',
    ),
  },
  banner: { js: banner },
  legalComments: 'none',
  logLevel: 'warning',
}

/**
 * Bundles every function in one run of esbuild: a second or two, where one process each takes fifteen. The AWS SDK goes
 * in, so that what was tested is what runs; so do the model and the postcodes, which no environment variable could hold. What it gives
 * back says of which files each bundle was made.
 */
export const bundleFunctions = (model: string | undefined, places?: string): Metafile =>
  buildSync({
    ...bundleOptions,
    metafile: true,
    entryPoints: functionNames.map((name) => ({
      in: `functions/${name}/index.ts`,
      out: `${name}/index`,
    })),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    define: {
      ...(model !== undefined && { DEPLOYED_MODEL: JSON.stringify(model) }),
      ...(places !== undefined && { DEPLOYED_PLACES: JSON.stringify(places) }),
    },
  }).metafile

/** Bundles the console, with its pages beside it as code. @see functions/serve-console/built.ts */
export const bundleConsole = (file: StageFile): Metafile => {
  const into = join(bundles, consoleFunction)
  buildConsole(into, file)
  return buildSync({
    ...bundleOptions,
    metafile: true,
    entryPoints: [`functions/${consoleFunction}/index.ts`],
    outfile: join(into, 'index.mjs'),
  }).metafile
}
