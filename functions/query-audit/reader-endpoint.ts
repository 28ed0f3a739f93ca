import { type ReadReadersDeps, readReaders } from '../../shared/casework/read-readers.ts'
import { readAlertReadersContract } from '../../shared/http/contracts/alert-readers.ts'
import { endpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

/** GET /alerts/{id}/readers: for whoever answers the alert, of the log only what stands under it. */
export const answerReaders = (deps: ReadReadersDeps) =>
  endpoint('readAlertReaders', readAlertReadersContract, async ({ by, params }) => {
    const result = await readReaders({ by, alertId: params.id }, deps)
    if (result.kind !== 'found') throw new HubError('not-found', 'no such alert of your authority')
    const { readers: items, isCut } = result
    return { status: 200, body: { items, isCut } }
  })
