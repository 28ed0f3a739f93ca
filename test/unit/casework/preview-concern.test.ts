import { describe, expect, it } from 'vitest'
import { lookupKeysOfConcern } from '../../../shared/casework/assess-concern.ts'
import { previewConcern } from '../../../shared/casework/preview-concern.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aFamily } from '../../builders/a-family.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { westmarchOwner } from '../../builders/clients.ts'
import { noPast } from '../../builders/no-past.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

const concern = concernSchema.parse(aConcern())

const previewing = async (authority: 'E06000991' | 'E08000992' = 'E06000991', sent = concern) => {
  const { recording, port, done, said } = aTrace()
  const known = { ...(await aFamily()), agreements: [] }
  const asked: unknown[] = []
  const recalled: unknown[] = []
  const preview = await previewConcern(
    { by: byOf(westmarchOwner), concern: sent, authority, agencyType: 'domestic-abuse' },
    {
      ...recording,
      gather: port('gather', (...question: unknown[]) => {
        asked.push(question)
        return known
      }),
      recall: port('recall', (...question: unknown[]) => {
        recalled.push(...question)
        return noPast
      }),
      model: defaultModel,
      trial: { needed: 0 },
    },
  )
  return { preview, done, said, asked, recalled }
}

describe('a preview', () => {
  it('says what the table says, as if an agreement were in force', async () => {
    const { preview, asked } = await previewing()
    expect(preview).toMatchObject({
      match: { band: 'CONFIRMED' },
      facts: { agreementInForce: true },
      decision: { rule: 'R10', decision: 'SHARE' },
      alerts: [{ authority: 'E06000991', kind: 'matched' }],
    })
    expect(asked).toEqual([
      [
        lookupKeysOfConcern(concern),
        { agency: 'preview', authority: 'E06000991', modelVersion: defaultModel.version },
      ],
    ])
  })

  it('takes the concern as if a service of that kind had just sent it', async () => {
    const { preview, recalled } = await previewing()
    expect(recalled[0]).toStrictEqual({
      concernId: anId(101),
      version: 1,
      state: 'RECEIVED',
      concern,
      submittedBy: {
        clientId: 'preview',
        agency: 'preview',
        agencyName: 'Preview',
        agencyType: 'domestic-abuse',
      },
      receivedAt: now.toISOString(),
      feedback: [],
    })
    expect(preview.facts.body).toBe('OTHER')
  })

  it.each(['safeguarding', 'welfare', 'other'] as const)(
    'takes an agreement for granted, for %s too',
    async (purpose) => {
      const { preview } = await previewing('E06000991', { ...concern, purpose })
      expect(preview.facts).toMatchObject({ purpose, agreementInForce: true })
    },
  )

  it('stores nothing but that somebody looked, which comes before the answer', async () => {
    const { done, said, preview } = await previewing()
    expect(done).toEqual(['gather', 'recall', 'record'])
    expect(said()).toEqual([
      saidOf(westmarchOwner, 'CONCERN_PREVIEWED', {
        subjects: ['westmarch-owner', 'E06000991.C1'],
        rule: 'R10',
        policyVersion: preview.decision.policyVersion,
        codes: { decision: 'SHARE', match: 'CONFIRMED', agencyType: 'domestic-abuse' },
      }),
    ])
  })

  it('finds nobody of another authority’s register', async () => {
    const { preview } = await previewing('E08000992')
    expect(preview.match).toMatchObject({ band: 'NONE', people: [] })
  })
})
