import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildSync, type Metafile } from 'esbuild'
import { bundleFunctions, bundleOptions, bundles } from '../../infra/bundle.ts'
import { environmentOf } from '../../local/environment-of.ts'
import { keyIds } from '../../local/in-memory/keys.ts'
import { forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { functionNames } from '../../shared/config/functions.ts'
import { median } from '../median.ts'

/** What loading one bundle in a fresh process costs: milliseconds of the processor, the median of the rounds. */
export type Init = {
  readonly name: string
  readonly bytes: number
  /** Of packages that are not ours. */
  readonly packageBytes: number
  readonly milliseconds: number
}

export const bareName = 'bare SDK client'

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value || 'none' : JSON.stringify(value)

/** What a deployment would tell a function, as text. */
const environment = Object.fromEntries(
  Object.entries(
    environmentOf({
      address: 'https://hub.example/v1',
      tables: forEachTable((name) => name),
      keys: keyIds,
      trial: { needed: 0, authorities: [] },
    }),
  ).map(([name, value]) => [name, textOf(value)]),
)

const script = `
const before = process.cpuUsage()
await import(process.argv[1])
const { user, system } = process.cpuUsage(before)
process.stdout.write(String((user + system) / 1000))`

const load = (file: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script, file], {
      env: {
        ...environment,
        AWS_REGION: 'eu-west-2',
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
      },
      encoding: 'utf8',
    }),
  )

const packageBytesOf = ({ outputs }: Metafile, file: string): number =>
  Object.entries(outputs[relative(process.cwd(), file)]?.inputs ?? {})
    .filter(([input]) => input.startsWith('node_modules/'))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)

/** Loads the bundle of every function, as it is deployed, and that of a bare client: each in a fresh process, in turn, round after round. */
export const measureInit = (rounds: number): readonly Init[] => {
  const metafile = bundleFunctions(undefined)
  const bare = join(bundles, 'bare', 'index.mjs')
  buildSync({ ...bundleOptions, entryPoints: ['bench/init/bare-client.ts'], outfile: bare })
  const files = [
    [bareName, bare] as const,
    ...functionNames.map((name) => [name, join(bundles, name, 'index.mjs')] as const),
  ]
  const times = new Map<string, number[]>(files.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, file] of files) times.get(name)?.push(load(file))
  return files.map(([name, file]) => ({
    name,
    bytes: statSync(file).size,
    packageBytes: packageBytesOf(metafile, file),
    milliseconds: median(times.get(name) ?? []),
  }))
}
