import { createRandom } from '../../../local/people/random.ts'
import { demoClients } from '../../../local/seed/clients.ts'
import type { DemoConcern } from '../../../local/seed/concerns.ts'
import { assessMatch, type Plan } from '../../../shared/assessing/assess.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import { lookupKeysOfConcern } from '../../../shared/casework/assess-concern.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { storedConcernSchema } from '../../../shared/concerns/stored-concern.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { noPast } from '../../builders/no-past.ts'
import type { InMemoryRegister } from './in-memory-register.ts'

const random = createRandom(7)
const newId = (now: Date): string =>
  uuidV7(
    now,
    Uint8Array.from({ length: 16 }, () => random.between(0, 255)),
  )

/** Takes a concern through parsing, look-up, matching, decision and alerts, as the hub does; nothing is stored but what it remembers. */
export const assessInMemory = (
  register: InMemoryRegister,
  { client, concern }: Pick<DemoConcern, 'client' | 'concern'>,
  now: Date,
): Plan => {
  const from = demoClients.find(({ clientId }) => clientId === client)
  const stored = storedConcernSchema.parse({
    concernId: newId(now),
    version: 1,
    state: 'RECEIVED',
    concern: concernSchema.parse(JSON.parse(JSON.stringify(concern))),
    submittedBy: {
      clientId: client,
      agency: from?.agency,
      agencyName: from?.agencyName,
      agencyType: from?.agencyType,
    },
    receivedAt: now.toISOString(),
    feedback: [],
  })
  const known = register.gather(lookupKeysOfConcern(stored.concern), now)
  const match = identify(stored, known, { model: defaultModel, trial: { needed: 0 } })
  const plan = assessMatch(
    stored,
    { match, known, past: noPast },
    { number: 1, cause: 'received', now, newId },
  )
  register.remember(plan.chronologies)
  return plan
}
