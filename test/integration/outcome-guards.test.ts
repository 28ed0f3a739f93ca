import { describe, expect, it } from 'vitest'
import { aConcern } from '../builders/a-concern.ts'
import { auditEntries, callsOf, type HubReply } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import { startInProcessHub } from './in-process-hub.ts'

const reason = 'Seen in October, and nothing of concern was found then.'
const nfa = { outcome: 'NO_FURTHER_ACTION', reason }
const grave = aConcern({ harm: 'H3', phoneCallMade: { made: true } })
const day = 24 * 60 * 60 * 1000
let keys = 0

const aHub = async () => {
  const hub = await startInProcessHub('guards')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  /** A further concern about the mother, and the alert that it raised. */
  const raise = async (concern = aConcern()): Promise<string> => {
    keys += 1
    const known = new Set((await calls.listAlerts()).map(({ alertId }) => alertId))
    await calls.submit(`a-key-of-its-own-${keys}`, concern)
    await hub.settle()
    const fresh = (await calls.listAlerts()).find(({ alertId }) => !known.has(alertId))
    return fresh?.alertId ?? ''
  }
  const answer = async (
    route: 'acknowledgeAlert' | 'recordOutcome' | 'giveFeedback',
    id: string,
    body?: unknown,
  ): Promise<HubReply> => {
    hub.advance(1000)
    const { version } = (await calls.readAlert(id)).body as { version: number }
    return calls.answer(route, { id, version, body })
  }
  const close = async (id: string, body: unknown): Promise<HubReply> => {
    await answer('acknowledgeAlert', id)
    return answer('recordOutcome', id, body)
  }
  return { hub, calls, raise, answer, close }
}

const pointersIn = ({ body }: HubReply) =>
  (body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer)
const stateIn = ({ body }: HubReply) => (body as { state: string }).state

describe('no further action on a child of whom there was word before', () => {
  it('needs the earlier alerts read, which the alert names and the audit log keeps', async () => {
    const { hub, calls, raise, answer, close } = await aHub()
    const first = await raise()
    await close(first, { outcome: 'ASSESSMENT_S17' })
    await answer('giveFeedback', first, { lines: told('We will visit.') })
    const second = await raise()
    expect((await calls.readAlert(first)).body).toMatchObject({ priorAlertIds: [] })
    expect((await calls.readAlert(second)).body).toMatchObject({ priorAlertIds: [first] })
    const refused = await close(second, nfa)
    expect(refused.status).toBe(400)
    expect(pointersIn(refused)).toEqual(['/priorItemsRead'])
    const foreign = { ...nfa, priorItemsRead: [first, second] }
    expect(pointersIn(await answer('recordOutcome', second, foreign))).toEqual(['/priorItemsRead'])
    const taken = await answer('recordOutcome', second, { ...nfa, priorItemsRead: [first] })
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    const entry = (await auditEntries(hub)).findLast(({ action }) => action === 'OUTCOME_RECORDED')
    expect(entry?.subjects).toContain(first)
    expect(entry?.codes).toMatchObject({ priorItemsRead: '1' })
  })

  it('shows nothing of the past of another child, or where nobody is identified', async () => {
    const { calls, raise } = await aHub()
    await raise()
    const stranger = aConcern({
      subject: {
        names: [{ given: 'Silke', family: 'Underhallow' }],
        dateOfBirth: '1979-09-09',
        relationshipToChild: 'FATHER',
        contactLevel: 'UNKNOWN',
      },
      children: [{ name: { given: 'Pim', family: 'Underhallow' }, dateOfBirth: '2018-08-08' }],
    })
    const unmatched = await raise(stranger)
    expect((await calls.readAlert(unmatched)).body).toMatchObject({
      kind: 'unmatched',
      priorAlertIds: [],
    })
  })

  it('shows an adopted child’s past to no concern about a birth parent', async () => {
    const { calls, raise } = await aHub()
    await raise()
    const adopted = await raise(aConcern({ flags: ['ADOPTED'] }))
    expect((await calls.readAlert(adopted)).body).toMatchObject({ priorAlertIds: [] })
  })
})

describe('closing within three months of suspected significant harm', () => {
  it('takes two people; the first proposes, the second decides', async () => {
    const { hub, raise, answer, close } = await aHub()
    const id = await raise(grave)
    const nameless = await close(id, nfa)
    expect(nameless.status).toBe(400)
    expect(pointersIn(nameless)).toEqual(['/practitioner'])
    const one = { ...nfa, practitioner: 'SW-101' }
    const proposed = await answer('recordOutcome', id, one)
    expect(proposed.body).toMatchObject({
      state: 'ACKNOWLEDGED',
      outcomeProposed: { practitioner: 'SW-101' },
    })
    expect((await answer('giveFeedback', id, { lines: told('No.') })).status).toBe(409)
    expect(stateIn(await answer('recordOutcome', id, one))).toBe('ACKNOWLEDGED')
    const decided = await answer('recordOutcome', id, { ...nfa, practitioner: 'SW-202' })
    expect(decided.body).toMatchObject({
      state: 'DECIDED',
      outcome: { practitioner: 'SW-101', confirmation: { practitioner: 'SW-202' } },
    })
    expect((await answer('giveFeedback', id, { lines: told('No.') })).status).toBe(200)
    const said = (await auditEntries(hub)).filter(({ action }) => action.startsWith('OUTCOME'))
    expect(said.map(({ action, codes }) => [action, codes?.['practitioner']])).toEqual([
      ['OUTCOME_PROPOSED', 'SW-101'],
      ['OUTCOME_PROPOSED', 'SW-101'],
      ['OUTCOME_RECORDED', 'SW-202'],
    ])
    expect(said.at(-1)?.codes).toMatchObject({ proposedBy: 'SW-101' })
  })

  it('counts an earlier alert about the child, until three months have gone', async () => {
    const { hub, raise, answer, close } = await aHub()
    const first = await raise(grave)
    await close(first, { outcome: 'SECTION_47' })
    await answer('giveFeedback', first, { lines: told('We visit today.') })
    hub.advance(60 * day)
    const second = await raise()
    const closing = { ...nfa, priorItemsRead: [first] }
    expect(pointersIn(await close(second, closing))).toEqual(['/practitioner'])
    hub.advance(33 * day)
    expect(stateIn(await answer('recordOutcome', second, closing))).toBe('DECIDED')
  })
})

describe('closing while another alert about the child is unread', () => {
  it('takes two people, or somebody who reads it first', async () => {
    const { raise, answer, close } = await aHub()
    const first = await raise()
    const second = await raise()
    expect(pointersIn(await close(first, nfa))).toEqual(['/practitioner'])
    await answer('acknowledgeAlert', second)
    expect(stateIn(await answer('recordOutcome', first, nfa))).toBe('DECIDED')
  })

  it('is asked again before the referrer is told', async () => {
    const { raise, answer, close } = await aHub()
    const first = await raise()
    expect(stateIn(await close(first, { ...nfa, practitioner: 'SW-101' }))).toBe('DECIDED')
    await raise()
    expect((await answer('giveFeedback', first, { lines: told('No.') })).status).toBe(409)
    const confirmed = await answer('recordOutcome', first, { ...nfa, practitioner: 'SW-202' })
    expect(stateIn(confirmed)).toBe('DECIDED')
    expect(stateIn(await answer('giveFeedback', first, { lines: told('No.') }))).toBe('FED_BACK')
  })
})

describe('who closes', () => {
  it.each(['Ines Marlowe', 'a.b', '', 'x'.repeat(65), 'é1', '-1', 'SW\u20281'])(
    'is not said by %j',
    async (practitioner) => {
      const { raise, close } = await aHub()
      const refused = await close(await raise(), { ...nfa, practitioner })
      expect(refused.status).toBe(400)
      expect(pointersIn(refused)).toEqual(['/practitioner'])
    },
  )
})
