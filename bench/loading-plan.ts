// How long a load of England would take and what it would cost, from a load that is counted here: node bench/loading-plan.ts [CHILDREN]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { westmarch } from '../infra/stages/local.ts'
import { sortingOnDisk } from '../shared/files/sort-on-disk.ts'
import { measureCost } from './loading/measure-cost.ts'
import { planOf } from './loading/plan.ts'
import { readFiles } from './loading/read-files.ts'
import { writeSsd } from './loading/write-ssd.ts'

const children = Number(process.argv[2] ?? '300')
const today = new Date()
const folder = await mkdtemp(join(tmpdir(), 'hub-loading-'))
await writeSsd(folder, { authority: westmarch, children, today })
const sorting = await sortingOnDisk()
const files = await readFiles(folder, today, sorting)
for (const line of planOf(await measureCost(files, today))) process.stdout.write(`${line}\n`)
await sorting.end()
await rm(folder, { recursive: true })
