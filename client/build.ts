// Makes the package: one file with what it uses of the hub's own code, and the types beside it. `npm pack` calls it.
import { execFileSync } from 'node:child_process'
import { copyFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
const dist = resolve(here, 'dist')

await rm(dist, { recursive: true, force: true })
await build({
  absWorkingDir: here,
  entryPoints: ['index.ts'],
  outfile: 'dist/index.js',
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  charset: 'utf8',
  packages: 'external',
  logLevel: 'warning',
})
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '--project', here], { stdio: 'inherit' })
await copyFile(resolve(here, '..', 'LICENSE'), resolve(dist, 'LICENSE'))
