import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import { replay } from '../../shared/assessing/replay.ts'
import type { HouseholdChange } from '../../shared/register/household-change.ts'
import { aChild, anAdult, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { drugService, drugServiceLead, otherService } from '../builders/clients.ts'
import { actionsAbout, allRows, auditEntries, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { crashOnce, transactions } from '../fakes/around-dynamodb.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub, startInProcessHub } from './in-process-hub.ts'

type Concern = ReturnType<typeof aConcern>
type Adult = ReturnType<typeof anAdult>

const day = 24 * 60 * 60 * 1000

const partner = anAdult({
  id: 'A2',
  names: [{ given: 'Ivo', family: 'Larkspur' }],
  dateOfBirth: '1988-08-08',
  sex: 'M',
  addresses: [{ houseNumber: '3', street: 'Kiln Yard', town: 'Westmarch', postcode: 'WM9 9ZZ' }],
  relationship: 'FATHER',
})
const movedIn: Adult = { ...partner, relationship: 'PARTNER_OF_PARENT', livesWithChild: 'YES' }
const hisChild = aChild({
  name: { given: 'Ida', family: 'Larkspur' },
  dateOfBirth: '2017-06-30',
  addresses: partner.addresses,
  adults: [partner],
  status: closedLongAgo,
})

const early = (change: Partial<Concern> = {}): Concern =>
  aConcern({ harm: 'H1', consent: { status: 'REFUSED' }, ...change })
const aboutHim = (change: Partial<Concern> = {}): Concern =>
  early({
    factors: ['4B'],
    reason: 'His mood has been low since the spring.',
    children: [{ name: { given: 'Ida', family: 'Larkspur' }, dateOfBirth: '2017-06-30' }],
    subject: {
      names: partner.names,
      dateOfBirth: '1988-08-08',
      sex: 'M',
      addresses: partner.addresses ?? [],
      relationshipToChild: 'FATHER',
      contactLevel: 'RESIDENT',
    },
    ...change,
  })

const twoHomes = async (told: Parameters<typeof twoHomesIn>[1] = {}) =>
  twoHomesIn(await startCaseworkHub('household'), told)

/** Two homes, and one held concern about an adult of each. */
const twoHomesIn = async <H extends TestHub>(
  hub: H,
  { mother = early(), father = aboutHim(), child = hisChild } = {},
) => {
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  await calls.putChild('C2', child)
  const hers = concernIdIn(await calls.submit('about-the-mother-of-one', mother, drugService))
  const his = concernIdIn(await calls.submit('about-the-father-of-other', father, otherService))
  await hub.settle()
  const states = async () => [await stateOf(hub, hers), await stateOf(hub, his)]
  return { hub, calls, hers, his, states }
}

const rowsOf = async (hub: TestHub, pk: string) =>
  (await allRows(hub, 'casework')).filter((row) => row['pk'] === pk)

const stateOf = async (hub: TestHub, concernId: string) =>
  (await rowsOf(hub, `CONCERN#${concernId}`)).find(({ sk }) => sk === 'CONCERN')?.['state']

const assessmentsOf = async (hub: TestHub, concernId: string) =>
  (await rowsOf(hub, `CONCERN#${concernId}`)).flatMap(({ assessment }) =>
    assessment === undefined ? [] : [assessment as Assessment],
  )

const isChange = ({ sk }: Record<string, unknown>): boolean => String(sk).startsWith('HOUSEHOLD#')

/** By which somebody joined somebody. */
const changesIn = async (hub: TestHub) =>
  (await allRows(hub, 'casework'))
    .filter(isChange)
    .filter(({ change }) => (change as HouseholdChange).kinds.includes('joined'))

const moveIn = (calls: ReturnType<typeof callsOf>, adult = movedIn) =>
  calls.putChild('C1', aChild({ status: closedLongAgo, adults: [anAdult(), adult] }))

const raisedOnce = {
  CONCERN_SUBMITTED: 1,
  CONCERN_ASSESSED: 1,
  CONCERN_REASSESSED: 1,
  REVIEW_RAISED: 1,
}

describe('a partner who moves in', () => {
  it('brings what was held of each home before the partnership lead, once (F3)', async () => {
    const { hub, calls, hers, his, states } = await twoHomes()
    expect(await states()).toEqual(['HELD', 'HELD'])
    expect((await moveIn(calls)).status).toBe(200)
    await hub.settle()
    expect(await states()).toEqual(['IN_REVIEW', 'IN_REVIEW'])
    for (const [concernId, other] of [
      [hers, his],
      [his, hers],
    ] as const) {
      expect(await assessmentsOf(hub, concernId)).toMatchObject([
        { number: 1, cause: 'received', decision: { rule: 'R16', decision: 'HOLD' } },
        {
          number: 2,
          cause: 'household-changed',
          facts: { combination: true },
          decision: { rule: 'R16', decision: 'HUMAN_REVIEW', asked: 'partnership-lead' },
          contributing: [other],
        },
      ])
      expect(replay(await assessmentsOf(hub, concernId))).toEqual([])
      expect(await actionsAbout(hub, concernId)).toEqual(raisedOnce)
    }
    const before = await allRows(hub, 'casework')
    await hub.settle()
    expect(await allRows(hub, 'casework')).toEqual(before)
  })

  it('leads to the least that serves when the partnership lead says nothing for two working days', async () => {
    const { hub, calls, states } = await twoHomes()
    await moveIn(calls)
    await hub.settle()
    expect(await calls.listAlerts()).toEqual([])
    hub.advance(3 * day)
    await hub.settle()
    expect(await states()).toEqual(['ALERTED', 'ALERTED'])
    const alerts = (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'ALERT')
    expect(alerts.map(({ alert }) => alert)).toMatchObject([
      { decision: 'SHARE_MINIMAL', rule: 'R16' },
      { decision: 'SHARE_MINIMAL', rule: 'R16' },
    ])
  })

  it('does not ask a person again who has decided to hold, while there is nothing new', async () => {
    const { hub, calls, hers } = await twoHomes({
      mother: aConcern({ consent: { status: 'REFUSED' } }),
      father: aboutHim({ factors: ['2B'] }),
    })
    const [review] = await calls.listReviews(drugServiceLead)
    const by = { caller: drugServiceLead }
    await calls.decideReview(review?.reviewId ?? '', aVerdict('HOLD'), by)
    await hub.settle()
    expect(await stateOf(hub, hers)).toBe('HELD')
    await moveIn(calls)
    await hub.settle()
    expect(await stateOf(hub, hers)).toBe('HELD')
    expect((await assessmentsOf(hub, hers)).map(({ cause }) => cause)).toEqual([
      'received',
      'verdict-taken-up',
      'household-changed',
    ])
    expect(await calls.listReviews(drugServiceLead)).toEqual([])
  })

  it('is attended to once by two sweeps at a time', async () => {
    const { hub, calls, hers, his } = await twoHomes()
    await moveIn(calls)
    hub.advance(61_000)
    await Promise.all([hub.sweep(), hub.sweep()])
    await hub.settle()
    for (const concernId of [hers, his])
      expect(await actionsAbout(hub, concernId)).toEqual(raisedOnce)
  })

  it('is recorded with its cause', async () => {
    const { hub, calls, hers } = await twoHomes()
    await moveIn(calls)
    await hub.settle()
    const entry = (await auditEntries(hub)).find(
      ({ action, subjects }) => action === 'CONCERN_REASSESSED' && subjects.includes(hers),
    )
    expect(entry).toMatchObject({ rule: 'R16', codes: { cause: 'household-changed' } })
  })

  it('brings with him what was told of the mother of his own child, on the day he moves in and not before', async () => {
    const idasMother = anAdult({
      id: 'A3',
      names: [{ given: 'Berta', family: 'Oakapple' }],
      dateOfBirth: '1990-10-10',
      addresses: partner.addresses,
    })
    const { names, addresses = [] } = idasMother
    const aboutHer = { names, addresses, dateOfBirth: '1990-10-10', sex: 'F' } as const
    const {
      hub,
      calls,
      hers,
      his: idas,
      states,
    } = await twoHomes({
      child: { ...hisChild, adults: [partner, idasMother] },
      father: aboutHim({
        subject: { ...aboutHer, relationshipToChild: 'MOTHER', contactLevel: 'RESIDENT' },
      }),
    })
    await moveIn(calls, { ...movedIn, livesWithChild: 'NO' })
    await hub.settle()
    expect(await states()).toEqual(['HELD', 'HELD'])
    await moveIn(calls)
    await hub.settle()
    expect(await states()).toEqual(['IN_REVIEW', 'IN_REVIEW'])
    for (const concernId of [hers, idas])
      expect(await actionsAbout(hub, concernId)).toEqual(raisedOnce)
  })

  it('counts for the child who depends on him though he lives elsewhere, and then for her', async () => {
    const { hub, calls, states } = await twoHomes()
    await moveIn(calls, { ...movedIn, livesWithChild: 'NO' })
    await hub.settle()
    expect(await states()).toEqual(['IN_REVIEW', 'IN_REVIEW'])
    expect(await changesIn(hub)).toMatchObject([{ change: { status: 'APPLIED' } }])
  })

  it('gives what was shared its next version, and nobody a second alert', async () => {
    const { hub, calls, hers, his } = await twoHomes({
      mother: aConcern(),
      father: aboutHim({ harm: 'H2', consent: { status: 'GIVEN' } }),
    })
    await moveIn(calls)
    await hub.settle()
    for (const concernId of [hers, his])
      expect(await assessmentsOf(hub, concernId)).toMatchObject([
        { number: 1, decision: { decision: 'SHARE' } },
        { number: 2, cause: 'household-changed', decision: { decision: 'SHARE' } },
      ])
    expect(await calls.listAlerts()).toHaveLength(2)
  })

  it('of the same problem raises neither; each is kept for the child whom it joins', async () => {
    const { hub, calls, hers, his, states } = await twoHomes({
      father: aboutHim({ factors: ['2B'] }),
    })
    await moveIn(calls)
    await hub.settle()
    expect(await states()).toEqual(['HELD', 'HELD'])
    for (const concernId of [hers, his])
      expect(await assessmentsOf(hub, concernId)).toMatchObject([
        { decision: { rule: 'R16' }, joined: [{}] },
        { cause: 'household-changed', decision: { rule: 'R16' }, joined: [{}, {}] },
      ])
    const later = await calls.submit('a-later-concern-about-her', early({ factors: ['5B'] }))
    await hub.settle()
    expect(await assessmentsOf(hub, concernIdIn(later))).toMatchObject([
      { contributing: [hers, his] },
    ])
    expect(await changesIn(hub)).toMatchObject([{ change: { status: 'APPLIED' } }])
  })
})

describe('an adopted child', () => {
  it('joins no past of the birth father to that of the adoptive home, in either direction (X6)', async () => {
    const adopted = { status: { code: 'ADOPTED' }, restricted: { adopted: true } } as const
    const { hub, calls, hers, his, states } = await twoHomes()
    await calls.putChild('C1', aChild({ ...adopted }))
    await calls.putChild(
      'C1',
      aChild({ ...adopted, adults: [anAdult(), { ...partner, livesWithChild: 'NO' }] }),
    )
    await hub.settle()
    expect(await changesIn(hub)).toMatchObject([{ change: { status: 'APPLIED' } }])
    // That a child was removed from him is known of him, and asks for a person's eye; nothing else joins the two.
    expect(await states()).toEqual(['HELD', 'IN_REVIEW'])
    for (const concernId of [hers, his])
      expect((await assessmentsOf(hub, concernId)).at(-1)).toMatchObject({
        decision: { harmAfter: 'H1' },
        contributing: [],
      })
  })
})

describe('a new baby', () => {
  it('joins its parents’ homes, and raises what was held of both', async () => {
    const { hub, calls, states } = await twoHomes()
    const baby = aChild({
      name: { given: 'Una' },
      status: closedLongAgo,
      dateOfBirth: '2026-11-20',
      adults: [anAdult(), { ...partner, livesWithChild: 'YES' }],
    })
    await calls.putChild('C3', baby)
    await hub.settle()
    expect(await states()).toEqual(['IN_REVIEW', 'IN_REVIEW'])
  })
})

describe('another name or address', () => {
  it('changes nothing of what was decided', async () => {
    const { hub, calls, states } = await twoHomes()
    const decided = async () => (await allRows(hub, 'casework')).filter((row) => !isChange(row))
    const before = await decided()
    await calls.putChild(
      'C1',
      aChild({ name: { given: 'Otto' }, status: closedLongAgo, addresses: [] }),
    )
    await calls.putChild('C2', { ...hisChild, adults: [{ ...partner, addresses: [] }] })
    await hub.settle()
    expect(await decided()).toEqual(before)
    expect(await states()).toEqual(['HELD', 'HELD'])
  })
})

describe('a crash while a change of household takes effect', () => {
  it.each([
    ['before', 'assessment'],
    ['after', 'assessment'],
    ['before', 'chronology'],
  ] as const)('%s the transaction of the %s is made good by the next sweep', async (when, what) => {
    const { hub, calls, hers, his } = await twoHomesIn(await startInProcessHub('household'))
    await moveIn(calls)
    const text = what === 'assessment' ? transactions.assessment : `"CHILD#${westmarch}.C1"`
    const { hasCrashed, stop } = crashOnce(hub.dynamodb, when, text)
    hub.advance(61_000)
    await hub.sweep()
    stop()
    expect(hasCrashed()).toBe(true)
    expect(await changesIn(hub)).toMatchObject([{ change: { status: 'PENDING' } }])
    await hub.settle()
    for (const concernId of [hers, his])
      expect(await actionsAbout(hub, concernId)).toEqual(raisedOnce)
    expect(await changesIn(hub)).toMatchObject([{ change: { status: 'APPLIED' } }])
  })

  it('of the register leaves neither the change nor what waits for it', async () => {
    const { hub, calls } = await twoHomesIn(await startInProcessHub('household'))
    crashOnce(hub.dynamodb, 'before', transactions.register)
    expect((await moveIn(calls)).status).toBe(500)
    expect(await changesIn(hub)).toEqual([])
  })
})
