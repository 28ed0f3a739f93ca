// What a load costs: children a second, rows written and memory, on tables in memory: node bench/loading.ts [CHILDREN]
// With a second word it only writes the files, for `hub import`: node bench/loading.ts CHILDREN FOLDER
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { westmarch } from '../infra/stages/local.ts'
import { measureLoad } from './loading/measure-load.ts'
import { writeSsd } from './loading/write-ssd.ts'

const [children = '10000', kept] = process.argv.slice(2)
const today = new Date()
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'hub-loading-')))
await writeSsd(folder, { authority: westmarch, children: Number(children), today })
if (kept === undefined) {
  for await (const line of measureLoad(folder, today)) process.stdout.write(`${line}\n`)
  await rm(folder, { recursive: true })
}
