import * as z from 'zod'
import { isPassing } from '../casework/failure-of.ts'
import { uuidSchema } from '../kernel/ids.ts'
import type { Log } from '../logging/logger.ts'
import { failureFields, reportFailure } from '../logging/report-failure.ts'

/** What the state machine of imports hands over: ids and codes, for its history keeps all of it. */
const taskSchema = z.object({
  import: uuidSchema,
  task: z.enum(['read', 'turn', 'end', 'fail']),
})
type Task = z.infer<typeof taskSchema>['task']

/** Without a cause, which could hold anything: the state machine keeps what is thrown. */
class ImportTaskFailed extends Error {
  override readonly name = 'ImportTaskFailed'
}

/** One task of an import. What passes by itself is no failure: the machine waits, and asks again. */
export const importTask =
  <Done extends object>(
    work: (importId: string, task: Task) => Promise<Done>,
    { log }: { readonly log: Log },
  ) =>
  async (event: unknown): Promise<(Done & { isBusy: false }) | { isBusy: true }> => {
    try {
      const { import: importId, task } = taskSchema.parse(event)
      return { ...(await work(importId, task)), isBusy: false }
    } catch (error) {
      if (isPassing(error)) {
        log('warn', 'RECORD_FAILED', failureFields('import', error))
        return { isBusy: true }
      }
      reportFailure(log, 'import', error)
    }
    throw new ImportTaskFailed()
  }
