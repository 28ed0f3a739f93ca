import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSsd } from '../../../../bench/loading/write-ssd.ts'
import { westmarch } from '../../../../infra/stages/local.ts'
import type { Served } from '../../../../local/serve/start-server.ts'
import { newFolder } from '../../../builders/new-folder.ts'
import {
  ended,
  loadIn,
  rememberedOf,
  rowsOf,
  serve,
  startImport,
  timeless,
  untilHalfWay,
} from './killed-load.ts'

/** Of three parts, so that some are left when the first is done. */
const children = 90

describe('hub import, killed half way through a load', () => {
  const folders: string[] = []
  const hubs: Served[] = []
  const aFolder = async (): Promise<string> => {
    const folder = await newFolder()
    folders.push(folder)
    return folder
  }
  const aHub = async (): Promise<Served> => {
    const served = await serve(await aFolder())
    hubs.push(served)
    return served
  }
  let files: string
  beforeAll(async () => {
    files = await aFolder()
    await writeSsd(files, { authority: westmarch, children, today: new Date() })
  })
  afterAll(async () => {
    for (const served of hubs) await served.stop()
    for (const folder of folders) await rm(folder, { recursive: true })
  })

  it('leaves, once it is started again, what a load leaves that nobody killed', async () => {
    const [killed, whole] = [await aHub(), await aHub()]
    const first = startImport(files, killed)
    await untilHalfWay(killed)
    first.kill('SIGKILL')
    await once(first, 'close')
    expect(first.signalCode).toBe('SIGKILL')
    const left = await loadIn(killed)
    expect(left).toMatchObject({ phase: 'APPLYING' })
    expect(left?.counts['NEW']).toBeLessThan(children)

    const again = await ended(startImport(files, killed))
    const unkilled = await ended(startImport(files, whole))
    expect(again).toMatchObject({ applied: { phase: 'APPLIED', counts: { NEW: children } } })
    expect(unkilled).toMatchObject({ applied: { phase: 'APPLIED', counts: { NEW: children } } })
    const rows = await Promise.all(hubs.map((served) => rowsOf(served, 'register')))
    const [after, expected] = rows.map((all) => all.map(timeless).toSorted())
    expect(expected?.length).toBeGreaterThan(children * 50)
    expect(after).toEqual(expected)
    const [remembered, meant] = await Promise.all(hubs.map(rememberedOf))
    expect(meant?.length).toBeGreaterThan(children)
    expect(remembered).toEqual(meant)

    // A second load changes no row, whoever was killed before.
    expect(await ended(startImport(files, killed))).toMatchObject({
      applied: { counts: { UNCHANGED: children } },
    })
    const second = await rowsOf(killed, 'register')
    expect(second.map((row) => JSON.stringify(row)).toSorted()).toEqual(
      rows[0]?.map((row) => JSON.stringify(row)).toSorted(),
    )
  }, 300_000)
})
