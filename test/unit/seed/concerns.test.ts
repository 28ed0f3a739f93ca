import { beforeAll, describe, expect, it } from 'vitest'
import { seedConcerns } from '../../../local/seed/concerns.ts'
import { generateRegister } from '../../../local/seed/register.ts'
import { tellStory } from '../../../local/seed/story.ts'
import type { Plan } from '../../../shared/assessing/assess.ts'
import { ruleIds } from '../../../shared/sharing/decision.ts'
import { assessInMemory } from './assess-in-memory.ts'
import { createInMemoryRegister, type InMemoryRegister } from './in-memory-register.ts'

const secondsAfter = (instant: Date, seconds: number): Date =>
  new Date(instant.getTime() + seconds * 1000)

const registerOf = async (request: { today: Date; seed?: number }): Promise<InMemoryRegister> => {
  const register = createInMemoryRegister()
  for (const child of generateRegister(request)) await register.put(child, request.today)
  return register
}

const answerOf = ({ assessment: { match, decision } }: Plan) => ({
  rule: decision.rule,
  decision: decision.decision,
  match: match.band,
  raisedBy: decision.raisedBy,
})

describe.each([
  { today: new Date('2026-11-24T10:00:00Z') },
  { today: new Date('2027-06-01T09:00:00Z'), seed: 1 },
  { today: new Date('2028-02-29T12:00:00Z'), seed: 99 },
])('the concerns of seed $seed on $today', (request) => {
  const { today } = request
  const concerns = seedConcerns(request)
  const plans = new Map<string, Plan>()
  beforeAll(async () => {
    const register = await registerOf(request)
    for (const [at, concern] of concerns.entries())
      plans.set(concern.key, assessInMemory(register, concern, secondsAfter(today, at)))
  })

  it('are sixty, each with a key of its own, after those they build on', () => {
    expect(concerns).toHaveLength(60)
    expect(new Set(concerns.map(({ key }) => key)).size).toBe(60)
    for (const [at, { after = [] }] of concerns.entries())
      for (const key of after)
        expect(concerns.slice(0, at).map((before) => before.key)).toContain(key)
  })

  it.each(concerns)('$key is answered as it expects', ({ key, expects }) => {
    const plan = plans.get(key)
    const found = plan && answerOf(plan)
    expect(found, JSON.stringify(plan?.assessment.match.candidates, null, 1)).toEqual({
      raisedBy: [],
      ...expects,
    })
  })

  it('meet every row of the table that a concern can meet while agreements are in force', () => {
    const met = new Set(
      [...plans.values()].flatMap(({ assessment: { decision } }) => [
        decision.rule,
        ...decision.raisedBy,
      ]),
    )
    expect(ruleIds.filter((id) => id !== 'R0' && id !== 'R18' && !met.has(id))).toEqual([])
  })

  it('alert both authorities that know one mother', () => {
    const alerts = plans.get('r9-known-to-two-authorities')?.alerts ?? []
    expect(new Set(alerts.map(({ authority }) => authority)).size).toBe(2)
  })

  it('alert without identity at H2 and H3 where nobody is known', () => {
    for (const key of ['r10-unknown-family', 'r9-unknown-family'])
      expect(plans.get(key)?.alerts.map(({ kind }) => kind)).toEqual(['unmatched'])
  })

  it('share nothing from a decision that holds', () => {
    const held = [...plans.values()].filter(
      ({ assessment }) => assessment.decision.decision === 'HOLD',
    )
    expect(held.flatMap(({ alerts }) => alerts)).toEqual([])
  })
})

describe('the story', () => {
  const today = new Date('2026-11-24T10:00:00Z')

  it('finds the mother by her nickname and former name, and not the stranger', async () => {
    const register = await registerOf({ today })
    const { known, unknown } = tellStory(today)
    const matched = assessInMemory(register, known, today)
    expect(answerOf(matched)).toEqual({ raisedBy: [], ...known.expects })
    expect(matched.alerts).toMatchObject([
      {
        authority: 'E06000991',
        kind: 'matched',
        content: { children: [{ childId: 'E06000991.C000001' }, { childId: 'E06000991.C000002' }] },
      },
    ])
    const unmatched = assessInMemory(register, unknown, secondsAfter(today, 1))
    expect(answerOf(unmatched)).toEqual({ raisedBy: [], ...unknown.expects })
    expect(unmatched.alerts).toMatchObject([{ kind: 'unmatched', content: { children: [] } }])
  })

  it('is the same whatever the seed, in the same words for both families', () => {
    const { family, known, unknown } = tellStory(today)
    for (const seed of [1, 2]) {
      const [first, second] = [...generateRegister({ children: 2, seed, today })]
      expect([first, second]).toEqual(family.children)
    }
    expect(unknown.concern.narrative).toEqual(known.concern.narrative)
    expect(unknown.concern.reason).toBe(known.concern.reason)
  })
})
