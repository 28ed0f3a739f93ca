import * as z from 'zod'
import { verifierKey } from '../../shared/audit/checkpoint.ts'
import type { RouteName } from '../../shared/config/routes.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'
import { aChild } from './a-child.ts'
import { anApiEvent } from './an-api-event.ts'
import { auditor } from './clients.ts'
import { allRows, callsOf, deskOf } from './hub-calls.ts'

const checkpointSchema = z.looseObject({ checkpoint: z.string(), size: z.int() })
const sealedSchema = z.object({ entry: z.object({ entryId: z.string() }), salt: z.string() })

type Asked = { readonly id?: string; readonly query?: Record<string, string> }

/**
 * What the routes of the log answer, as they answer it: a checkpoint after each of so many runs of the sequencer, the proof of every
 * entry in the newest, and how each of these trees grew into each later one.
 */
export const answersOfLog = async (runs: number) => {
  const hub = await startInMemoryHub()
  const ask = async (route: RouteName, asked: Asked = {}): Promise<unknown> => {
    const token = await hub.tokenFor(auditor)
    const event = anApiEvent(route, { token, headers: deskOf(auditor), ...asked })
    const { status, body } = await hub.call('audit', event)
    if (status !== 200) throw new Error(`${route} answers ${status}`)
    return body
  }
  const checkpoints: z.infer<typeof checkpointSchema>[] = []
  for (let run = 0; run < runs; run += 1) {
    for (let child = 0; child <= run % 3; child += 1)
      await callsOf(hub).putChild(`C${run}-${child}`, aChild())
    await hub.seal()
    checkpoints.push(checkpointSchema.parse(await ask('readCheckpoint')))
  }
  const newest = checkpoints.at(-1)?.size ?? 0
  const sealed = (await allRows(hub, 'auditLog')).flatMap((row) => {
    const { data } = sealedSchema.safeParse(row)
    return data === undefined ? [] : [data.entry.entryId]
  })
  const proofs: unknown[] = []
  for (const id of sealed) proofs.push(await ask('proveAuditEntry', { id }))
  const consistencies: unknown[] = []
  for (const { size: to } of checkpoints)
    for (const { size: from } of checkpoints.filter(({ size }) => size <= to)) {
      const query = { from: String(from), ...(to < newest && { to: String(to) }) }
      consistencies.push(await ask('proveConsistency', { query }))
    }
  const [key] = await hub.logKeys()
  if (key === undefined) throw new Error('the hub has no key of its log')
  return {
    verifierKey: verifierKey(hub.logOrigin, key),
    checkpoints: checkpoints.map(({ checkpoint }) => checkpoint),
    proofs,
    consistencies,
  }
}
