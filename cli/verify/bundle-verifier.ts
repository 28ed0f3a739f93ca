import { resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')

const banner = `#!/usr/bin/env node
// hub-verify: whether a safeguarding hub's audit log, a part of it or a receipt is what the hub signed.
// It is one file, needs Node 22 or later and nothing else, opens no connection, and writes nothing but its answer.
//   node hub-verify.mjs --key KEY PATH ...
// Names above parts ("// shared/audit/merkle.ts") are files of the hub's source, where each says why it is so.`

/** The verifier as one file: whole and readable, so that whoever is to believe it can read it first. */
export const bundleVerifier = async (): Promise<string> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['cli/hub-verify.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: banner },
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error('esbuild made no file')
  return file.text
}
