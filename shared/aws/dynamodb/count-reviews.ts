import type { AssessmentCommit } from '../../assessing/commit-plan.ts'
import { londonDay } from '../../calendar/london-day.ts'
import { countUse } from '../../casework/count-use.ts'
import { askIn, tallyIn } from './quotas.ts'
import type { Store } from './store.ts'

/**
 * Counts the questions that an assessment raised against the client whose concern it is: a person is asked about too
 * many, and the sender sees nothing of it. Beside the transaction, for many concerns of one client are assessed at once: what
 * has to be decided once more is then counted twice.
 */
export const countReviews = async (
  store: Store,
  intake: string,
  { raised, concern: { submittedBy }, assessment }: AssessmentCommit,
): Promise<void> => {
  if (raised.length === 0) return
  const { clientId, agencyName } = submittedBy
  const day = londonDay(new Date(assessment.assessedAt))
  const use = { clientId, agencyName, day, kind: 'reviews', times: raised.length } as const
  await countUse(use, { tally: tallyIn(store, intake), ask: askIn(store, intake) })
}
