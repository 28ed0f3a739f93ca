import {
  type ReconcileConcernsDeps,
  type Reconciled,
  reconcileConcerns,
} from '../../shared/casework/reconcile-concerns.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import type { Log } from '../../shared/logging/logger.ts'

export type Deps = Omit<ReconcileConcernsDeps, 'onFaulty'> & { readonly log: Log }

/** A concern by its id; of another row what kind it is, for its key may be somebody's. */
const named = (id: string): { readonly concernId: string } | { readonly kind: string } => {
  const { data } = concernIdSchema.safeParse(id)
  return data === undefined ? { kind: id.split('#')[0] ?? '' } : { concernId: data }
}

const tell = ({ committed, counted, unaccounted }: Reconciled, log: Log): void => {
  for (const [kind, count] of Object.entries(counted.terms))
    if (count > 0) log('info', 'CONCERNS_COUNTED', { kind, count })
  const measured = { ConcernsUnaccounted: unaccounted }
  log('info', 'CONCERNS_RECONCILED', { count: committed + counted.committed, measured })
}

/** Whether everything that was committed is in a term of the sum. An alarm counts what is not. */
export const reconciling = async ({ log, ...deps }: Deps): Promise<void> => {
  const onFaulty: ReconcileConcernsDeps['onFaulty'] = ({ id, fault: errorName }) =>
    log('warn', 'CONCERN_UNACCOUNTED', { ...named(id), errorName })
  tell(await reconcileConcerns({ ...deps, onFaulty }), log)
}
