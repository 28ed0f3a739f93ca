import { describe, expect, it } from 'vitest'
import { sendParts } from '../../../../cli/import/send-parts.ts'
import { westmarch } from '../../../../infra/stages/local.ts'
import { createInMemoryStore } from '../../../../local/in-memory/store.ts'
import { tables as definitions } from '../../../../shared/aws/dynamodb/tables.ts'
import { type LoadPart, loadChildren } from '../../../../shared/casework/load-children.ts'
import { flaws } from '../../../../shared/loading/flaws.ts'
import type { Part } from '../../../../shared/loading/parts.ts'
import type { LoadReport } from '../../../../shared/loading/report.ts'
import { childSchema } from '../../../../shared/register/child.ts'
import type { LoadStep } from '../../../../shared/register/load.ts'
import { aChild } from '../../../builders/a-child.ts'
import { loadDepsOf } from '../../../builders/a-load.ts'
import { recordsIn } from '../../../builders/a-register.ts'
import { westmarchRegister } from '../../../builders/clients.ts'
import { byOf } from '../../../builders/ports.ts'

const digest = 'a'.repeat(64)
const ids = Array.from({ length: 9 }, (_, at) => `C${at + 1}`)

/** Nine children in one part, somebody who is kept among them, and the part that ends the load. */
async function* partsOfNine(): AsyncGenerator<Part> {
  const child = childSchema.parse(aChild({ adults: [] }))
  yield { records: ids.map((id) => ({ id, child })), kept: ['C5x'], purged: [], upTo: 'C9' }
  yield { records: [], kept: [], purged: [], upTo: undefined }
}

/** The register itself, behind a gateway that answers 504 where a call takes longer than it waits. */
const gateway = (most: number) => {
  const store = createInMemoryStore(definitions)
  const deps = loadDepsOf(store)
  const sizes: number[] = []
  const post = async (_path: string, body: unknown) => {
    const part = body as LoadPart
    if (part.records.length > most) return { status: 504, body: {} }
    sizes.push(part.records.length)
    const done = await loadChildren(
      { ...byOf(westmarchRegister), practitioner: 'rm-7' },
      part,
      deps,
    )
    if (done.kind !== 'done') throw new Error(done.kind)
    const { extent, phase, position, counts, standing } = done.load
    const load = { digest, extent, phase, position, counts, standing }
    return { status: 200, body: { isDone: true, load, records: [] } }
  }
  return { store, sizes, post }
}

const send = (step: LoadStep, { post }: ReturnType<typeof gateway>, report?: LoadReport) =>
  sendParts(partsOfNine(), step, {
    api: { post },
    load: { authority: westmarch, digest, extent: 'FULL' },
    onPart: () => undefined,
    ...(report !== undefined && { report }),
  })

describe('parts of a load', () => {
  it('are sent in halves where the hub cannot do them in its time, and leave nobody out', async () => {
    const hub = gateway(4)
    await send('compare', hub)
    const applied = await send('apply', hub)
    expect(applied).toMatchObject({ phase: 'APPLIED', counts: { NEW: 9 } })
    expect(hub.sizes).toEqual([4, 4, 1, 0, 4, 4, 1, 0])
    expect(
      recordsIn(hub.store)
        .children.map(({ childId }) => childId)
        .toSorted(),
    ).toEqual(ids.map((id) => `${westmarch}.${id}`))
  })

  it('say what was wrong in the files where a step begins, and there alone', async () => {
    const hub = gateway(4)
    const told: unknown[] = []
    const post: typeof hub.post = (path, body) => {
      told.push((body as LoadPart).report)
      return hub.post(path, body)
    }
    const records = { loaded: 9, refused: 1, leftOut: 0, purged: 0 }
    const found = { code: 'NAME_IN_PART', rows: 2, ...flaws.NAME_IN_PART } as const
    await send('compare', { ...hub, post }, { rows: 30, records, flaws: [found] })
    const report = { rows: 30, records, flaws: [{ code: 'NAME_IN_PART', rows: 2 }] }
    // The first part is sent twice, until it is small enough.
    expect(told.map((one) => one !== undefined)).toEqual([true, true, false, false, false, false])
    expect(told[0]).toEqual(report)
  })
})
