import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { type MoveAlertDeps, moveAlertOfEnded } from '../../../shared/casework/move-alert.ts'
import { moveReviewOfEnded } from '../../../shared/casework/move-review.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aTrace } from '../../builders/ports.ts'

type Change = Parameters<MoveAlertDeps['commitAlert']>[0]
const until = '2026-11-23'
/** Westmarch has ended, this morning. */
const replacedBy = (...codes: AuthorityCode[]) => ({
  ...aDirectory,
  authorities: aDirectory.authorities.map((one) =>
    one.code === westmarch ? { ...one, until, replacedBy: codes } : one,
  ),
})
const dayBefore = { receivedAt: '2026-11-22T10:00:00.000Z' }
const atNorthmoor = { authority: northmoor }

const moving = async (
  alert: Alert,
  stored: readonly StoredConcern[],
  { directory = replacedBy(northmoor), siblings = [] as readonly Alert[] } = {},
) => {
  const { acting, port, keep } = aTrace()
  const changes: Change[] = []
  const result = await moveAlertOfEnded(alert, {
    ...acting,
    readDirectory: port('readDirectory', () => directory),
    readAlert: port('readAlert', () => alert),
    readAgreement: port('readAgreement', (agency: string) =>
      anAgreement(agency, northmoor, new Date(`${until}T10:00:00Z`)),
    ),
    readAlerts: port('readAlerts', () => siblings),
    readConcern: port('readConcern', (id) => stored.find(({ concernId }) => concernId === id)),
    commitAlert: port<[Change], 'committed'>('commitAlert', (change) => {
      changes.push(change)
      keep(change.entries)
      return 'committed'
    }),
  })
  return { result, changes, next: changes[0]?.raised[0] }
}

describe('an alert of an authority that has ended', () => {
  it('is told of in each concern that it tells of', async () => {
    const ids = [aConcernId(1), aConcernId(5), aConcernId(6)]
    const furtherNotices = ids
      .slice(1)
      .map((concernId) => ({ concernId, assessment: 1, at: dayBefore.receivedAt }))
    const { changes, next } = await moving(
      anAlert({ furtherNotices }),
      ids.map((concernId) => aStoredConcern({ concernId })),
    )
    const told = { authority: northmoor, alertId: next?.alertId }
    expect(next).toMatchObject({ furtherNotices })
    expect(changes[0]?.concerns.map(({ concernId, told: by }) => [concernId, by])).toEqual(
      ids.map((concernId) => [concernId, [told]]),
    )
  })

  it('leaves a concern that says so already as it stands', async () => {
    const theirs = anAlert({ alertId: alertIdSchema.parse(anId(8)), ...atNorthmoor })
    const told = [{ alertId: theirs.alertId, ...atNorthmoor }]
    const { changes } = await moving(anAlert(), [aStoredConcern({ told })], { siblings: [theirs] })
    expect(changes).toMatchObject([{ others: [{ version: 2 }], raised: [], concerns: [] }])
  })

  it.each([
    ['the one where the child is, said before its day', dayBefore.receivedAt, northmoor],
    ['the partnership lead, whatever was written after', '2026-11-23T00:00:00.000Z', 'HOLDING'],
  ])('that several replace goes to %s', async (_, receivedAt, to) => {
    const directory = replacedBy(northmoor, eastvale)
    const stored = aStoredConcern({ receivedAt }, atNorthmoor)
    expect((await moving(anAlert(), [stored], { directory })).next?.authority).toBe(to)
  })
})

describe('a question to an authority that has ended', () => {
  it.each([
    [dayBefore.receivedAt, northmoor],
    ['2026-11-23T00:00:00.000Z', 'HOLDING'],
  ])('of a concern received at %s is asked of %s', async (receivedAt, to) => {
    const { acting, port } = aTrace()
    const asked: unknown[] = []
    await moveReviewOfEnded(
      { reviewId: aReviewId },
      {
        ...acting,
        readDirectory: port('readDirectory', () => replacedBy(northmoor, eastvale)),
        readReview: port('readReview', () =>
          aReview({ kind: 'identity', asked: 'authority', authority: westmarch }),
        ),
        readConcern: port('readConcern', () => aStoredConcern({ receivedAt }, atNorthmoor)),
        commitReview: port('commitReview', ({ review }): 'committed' => {
          asked.push(review.heldBy)
          return 'committed'
        }),
      },
    )
    expect(asked).toEqual([to])
  })
})
