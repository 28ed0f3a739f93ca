import { stage } from '../../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { loadRegister } from '../../../local/load-register.ts'
import { demoClients } from '../../../local/seed/clients.ts'
import type { DemoConcern } from '../../../local/seed/concerns.ts'
import { directoryRows } from '../../../local/seed/directory.ts'
import { defaultChildren } from '../../../local/seed/register.ts'
import type { AssessmentCommit } from '../../../shared/assessing/commit-plan.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { assessDepsFrom } from '../../../shared/aws/assess-deps.ts'
import { put, putNew } from '../../../shared/aws/dynamodb/actions.ts'
import { commitAssessmentIn } from '../../../shared/aws/dynamodb/commit-assessment.ts'
import { receivedRows } from '../../../shared/aws/dynamodb/concern-rows.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { type AssessConcernDeps, assessConcern } from '../../../shared/casework/assess-concern.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { newlyReceived } from '../../../shared/concerns/newly-received.ts'
import { type ConcernId, concernIdSchema } from '../../../shared/kernel/ids.ts'

const tables = forEachTable((name) => name)

/** The demo's register and agreements over tables in memory, and what the hub makes of a concern sent to it. */
export const seededHub = async (request: { readonly today: Date; readonly seed?: number }) => {
  const store = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  const place = { tables, indexKey: keyIds.index }
  await loadRegister({ store, keys }, place, { children: defaultChildren, ...request })
  for (const row of directoryRows(request.today)) await store.transact([put(tables.directory, row)])
  const depsAt = (at: Date): AssessConcernDeps => ({
    ...assessDepsFrom({ store, keys, now: () => at, log: () => undefined }, tables, {
      INDEX_KEY: keyIds.index,
      TRIAL_MATCHES: stage.trial.needed,
      TRIAL_AUTHORITIES: [...stage.trial.authorities],
    }),
    commit: commitAssessmentIn(store, tables),
    recorder: (now) => recorderFor({ actor: 'assess-concern' }, now, newId),
    newId,
    now: () => at,
  })
  const ids = new Map<string, ConcernId>()

  /** @throws Error when the concern was not decided */
  return async (demo: DemoConcern, at: Date): Promise<AssessmentCommit> => {
    const from = demoClients.find(({ clientId }) => clientId === demo.client)
    const concernId = concernIdSchema.parse(newId(at))
    ids.set(demo.key, concernId)
    const corrects = demo.corrects === undefined ? {} : { corrects: ids.get(demo.corrects) }
    const stored = newlyReceived({
      concernId,
      concern: concernSchema.parse(JSON.parse(JSON.stringify({ ...demo.concern, ...corrects }))),
      submittedBy: {
        clientId: demo.client,
        agency: from?.agency ?? '',
        agencyName: from?.agencyName ?? '',
        agencyType: from?.agencyType ?? 'substance-misuse',
      },
      receivedAt: at.toISOString(),
    })
    await store.transact(receivedRows(stored, 'routine').map((row) => putNew(tables.intake, row)))
    const result = await assessConcern({ concernId }, depsAt(at))
    if (result.kind !== 'assessed') throw new Error(`${demo.key} was ${result.kind}`)
    return result.commit
  }
}
