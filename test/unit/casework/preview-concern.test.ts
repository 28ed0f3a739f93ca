import { describe, expect, it } from 'vitest'
import { type LocalCode, northmoor, westmarch } from '../../../infra/stages/local.ts'
import { previewConcern } from '../../../shared/casework/preview-concern.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { knownFamily } from '../../builders/assessing.ts'
import { westmarchOwner } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

const childId = childIdSchema.parse(`${westmarch}.C1`)
const concern = concernSchema.parse(aConcern())
/** Told by another agency about the same family, of another domain. */
const earlier = aNotification({
  concernId: aConcernId(8),
  recordedAt: '2026-11-10T10:00:00.000Z',
  factors: ['3A'],
  harm: 'H2',
})

const previewing = async ({
  authority = westmarch,
  sent = concern,
  isShared = true,
}: {
  readonly authority?: LocalCode
  readonly sent?: typeof concern
  readonly isShared?: boolean
} = {}) => {
  const { recording, port, done, said } = aTrace()
  const { gathered, around } = await knownFamily()
  const told = isShared ? [{ authority, alertId: aConcernId(7) }] : []
  const preview = await previewConcern(
    {
      by: { ...byOf(westmarchOwner), inCase: { caseReference: 'case-7', purpose: 'welfare' } },
      concern: sent,
      authority,
      agencyType: 'domestic-abuse',
    },
    {
      ...recording,
      gather: port('gather', () => gathered),
      gatherAround: port('gatherAround', () => ({
        ...around,
        chronologies: [{ childId, version: 1, notifications: [earlier] }],
      })),
      readConcerns: port('readConcerns', () => [
        aStoredConcern({ concernId: aConcernId(8), told: told as never }),
      ]),
      model: defaultModel,
      trial: { needed: 0, authorities: [] },
    },
  )
  return { preview, done, said }
}

describe('a preview', () => {
  it('says what the table says, whom it would tell and why', async () => {
    const { preview } = await previewing()
    expect(preview).toMatchObject({
      facts: { match: 'CONFIRMED', body: 'OTHER' },
      decision: { rule: 'R10', decision: 'SHARE' },
      joined: 1,
      told: [{ authority: westmarch, why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'] }],
    })
  })

  it('says nothing of concerns that were not shared with whoever asks', async () => {
    const withDomain = concernSchema.parse(aConcern({ factors: ['2B'] }))
    const shared = await previewing({ sent: withDomain })
    const unshared = await previewing({ sent: withDomain, isShared: false })
    expect(shared.preview.facts.combination).toBe(true)
    expect(unshared.preview.facts.combination).toBe(false)
    expect(JSON.stringify(unshared.preview)).not.toContain(aConcernId(8))
  })

  it('stores nothing but that somebody looked and in which case, which comes before the answer', async () => {
    const { done, said, preview } = await previewing()
    expect(done).toEqual(['gather', 'gatherAround', 'readConcerns', 'record'])
    expect(said()).toEqual([
      saidOf(westmarchOwner, 'CONCERN_PREVIEWED', {
        subjects: ['westmarch-owner', `${westmarch}.A1001`, `${westmarch}.C1`],
        purpose: 'welfare',
        caseReference: 'case-7',
        rule: 'R10',
        policyVersion: preview.decision.policyVersion,
        codes: {
          decision: 'SHARE',
          match: 'CONFIRMED',
          agencyType: 'domestic-abuse',
        },
      }),
    ])
  })

  it('finds nobody of another authority’s register', async () => {
    const { preview } = await previewing({ authority: northmoor })
    expect(preview).toMatchObject({ facts: { match: 'NONE' }, joined: 0 })
    expect(JSON.stringify(preview)).not.toMatch(new RegExp(`${westmarch}\\.[AC]`))
  })

  it('names nobody of the register, but by id', async () => {
    const { preview } = await previewing()
    expect(JSON.stringify(preview)).not.toMatch(/Quillfeather|Tannery/)
  })
})
