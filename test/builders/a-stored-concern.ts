import { concernSchema } from '../../shared/concerns/concern.ts'
import { newlyReceived } from '../../shared/concerns/newly-received.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import { uuidV7 } from '../../shared/kernel/uuid-v7.ts'
import { aConcern } from './a-concern.ts'

/** The id of a number: the same number always gives the same id. */
export const anId = (number: number): string =>
  uuidV7(new Date('2026-11-23T10:00:00Z'), Buffer.alloc(16, number))
export const aConcernId = (number = 1) => concernIdSchema.parse(anId(number))

/** A concern as the hub keeps it, just received. */
export const aStoredConcern = (
  change: Partial<StoredConcern> = {},
  sent: Parameters<typeof aConcern>[0] = {},
): StoredConcern => ({
  ...newlyReceived({
    concernId: aConcernId(),
    concern: concernSchema.parse(aConcern(sent)),
    submittedBy: {
      clientId: 'drug-service',
      agency: 'turning-tide',
      agencyName: 'Turning Tide',
      agencyType: 'substance-misuse',
    },
    receivedAt: '2026-11-23T10:00:00.000Z',
  }),
  ...change,
})
