import { describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { northmoor, westmarch } from '../builders/clients.ts'
import { auditEntries, callsOf, type HubReply } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const reason = 'Seen in October, and nothing of concern was found then.'
const nfa = { outcome: 'NO_FURTHER_ACTION', reason, noFurtherActionReason: 'ALREADY_ADDRESSED' }
const lead = { ...westmarch, clientId: 'westmarch-lead-system' }

type Who = { readonly practitioner?: string; readonly caller?: typeof westmarch }
const grave = aConcern({ harm: 'H3', phoneCallMade: { made: true } })
const day = 24 * 60 * 60 * 1000
let keys = 0

const aHub = async () => {
  const hub = await startCaseworkHub('guards')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
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
    { body, practitioner = 'SW-101', caller = westmarch }: Who & { readonly body?: unknown } = {},
  ): Promise<HubReply> => {
    hub.advance(1000)
    const { version } = (await calls.readAlert(id)).body as { version: number }
    return calls.answer(route, { id, version, body, practitioner }, caller)
  }
  const decide = (id: string, body: unknown, who: Who = {}): Promise<HubReply> =>
    answer('recordOutcome', id, { body, ...who })
  const tell = (id: string, text: string): Promise<HubReply> =>
    answer('giveFeedback', id, { body: { lines: told(text) } })
  const close = async (id: string, body: unknown, who: Who = {}): Promise<HubReply> => {
    await answer('acknowledgeAlert', id)
    return decide(id, body, who)
  }
  return { hub, calls, raise, answer, decide, tell, close }
}

const pointersIn = ({ body }: HubReply) =>
  (body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer)
const stateIn = ({ body }: HubReply) => (body as { state: string }).state

describe('no further action on a child of whom there was word before', () => {
  it('needs the earlier alerts opened and named, which the audit log keeps', async () => {
    const { hub, calls, raise, decide, tell, close } = await aHub()
    const first = await raise()
    await close(first, { outcome: 'ASSESSMENT_S17' })
    await tell(first, 'We will visit.')
    const second = await raise()
    expect((await calls.readAlert(first)).body).toMatchObject({ priorAlertIds: [] })
    expect((await calls.readAlert(second)).body).toMatchObject({ priorAlertIds: [first] })
    const refused = await close(second, nfa)
    expect(refused.status).toBe(400)
    expect(pointersIn(refused)).toEqual(['/priorItemsRead'])
    const foreign = { ...nfa, priorItemsRead: [first, second] }
    expect(pointersIn(await decide(second, foreign))).toEqual(['/priorItemsRead'])
    const taken = await decide(second, { ...nfa, priorItemsRead: [first] })
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    const entry = (await auditEntries(hub)).findLast(({ action }) => action === 'OUTCOME_RECORDED')
    expect(entry?.subjects).toContain(first)
    expect(entry?.codes).toMatchObject({ priorItemsRead: '1' })
  })

  it('is refused where what is named was never opened, and taken once it was', async () => {
    const { hub, calls, raise, decide } = await aHub()
    const first = await raise()
    await calls.answer('acknowledgeAlert', { id: first, version: 1 })
    const second = await raise()
    await calls.answer('acknowledgeAlert', { id: second, version: 1 })
    const ticked = { ...nfa, priorItemsRead: [first] }
    const refused = await decide(second, ticked)
    expect([refused.status, pointersIn(refused)]).toEqual([400, ['/priorItemsRead']])
    await calls.readAlert(first)
    hub.advance(1000)
    expect((await decide(second, ticked)).status).toBe(200)
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

  it('shows of an adopted child nothing to a concern about a birth parent', async () => {
    const { calls, raise } = await aHub()
    await raise()
    await calls.putChild('C1', aChild({ status: { code: 'ADOPTED' } }))
    const nobody = { children: [], whyChildrenUnknown: 'She spoke of none.' }
    const unnamed = await raise(aConcern({ ...nobody, incidentOn: '2026-10-01' }))
    expect((await calls.readAlert(unnamed)).body).toMatchObject({
      kind: 'unmatched',
      priorAlertIds: [],
    })
  })
})

describe('turning away within three months of suspected significant harm', () => {
  it('takes two people; the first proposes, the second decides', async () => {
    const { hub, calls, raise, decide, tell, close } = await aHub()
    const id = await raise(grave)
    expect(stateIn(await close(id, nfa))).toBe('ACKNOWLEDGED')
    expect((await calls.readAlert(id)).body).toMatchObject({
      outcomeProposed: { practitioner: 'sw-101' },
    })
    expect((await tell(id, 'No.')).status).toBe(409)
    for (const same of ['SW-101', ' sw-101 ', 'ＳＷ－101'])
      expect(stateIn(await decide(id, nfa, { practitioner: same, caller: lead }))).toBe(
        'ACKNOWLEDGED',
      )
    expect(stateIn(await decide(id, nfa, { practitioner: 'SW-202', caller: lead }))).toBe(
      'ACKNOWLEDGED',
    )
    expect(stateIn(await decide(id, nfa, { practitioner: 'SW-303' }))).toBe('DECIDED')
    expect((await calls.readAlert(id)).body).toMatchObject({
      outcome: { practitioner: 'sw-202', confirmation: { practitioner: 'sw-303' } },
    })
    expect((await tell(id, 'No.')).status).toBe(200)
    const said = (await auditEntries(hub)).filter(({ action }) => action.startsWith('OUTCOME'))
    const proposals = said.filter(({ action }) => action === 'OUTCOME_PROPOSED')
    expect([said.length, proposals.length]).toEqual([6, 5])
    expect(said.find(({ action }) => action === 'OUTCOME_RECORDED')).toMatchObject({
      practitioner: 'sw-303',
      codes: { proposedBy: 'sw-202' },
    })
  })

  it('counts an earlier alert about the child, until three months have gone', async () => {
    const { hub, raise, decide, tell, close } = await aHub()
    const first = await raise(grave)
    await close(first, { outcome: 'SECTION_47' })
    await tell(first, 'We visit today.')
    hub.advance(60 * day)
    const second = await raise()
    const closing = { ...nfa, priorItemsRead: [first] }
    expect(stateIn(await close(second, closing))).toBe('ACKNOWLEDGED')
    hub.advance(33 * day)
    expect(stateIn(await decide(second, closing))).toBe('DECIDED')
  })
})

describe('turning away while another alert about the child is unread', () => {
  it('takes two people, or somebody who takes it on first', async () => {
    const { raise, answer, decide, close } = await aHub()
    const first = await raise()
    const second = await raise()
    expect(stateIn(await close(first, nfa))).toBe('ACKNOWLEDGED')
    await answer('acknowledgeAlert', second)
    expect(stateIn(await decide(first, nfa))).toBe('DECIDED')
  })

  it('is asked again before the referrer is told', async () => {
    const { raise, decide, tell, close } = await aHub()
    const first = await raise()
    expect(stateIn(await close(first, nfa))).toBe('DECIDED')
    await raise()
    expect((await tell(first, 'No.')).status).toBe(409)
    const second = { practitioner: 'SW-202', caller: lead }
    expect(stateIn(await decide(first, nfa, second))).toBe('DECIDED')
    expect(stateIn(await tell(first, 'No.'))).toBe('FED_BACK')
  })
})

describe('an outcome', () => {
  it('goes up at any time, and the referrer is told again', async () => {
    const { calls, raise, decide, tell, close } = await aHub()
    const id = await raise()
    await close(id, { outcome: 'ADVICE_GIVEN', reason })
    await tell(id, 'Advice.')
    expect(stateIn(await decide(id, { outcome: 'SECTION_47' }))).toBe('DECIDED')
    await tell(id, 'We visit today.')
    expect((await calls.readAlert(id)).body).toMatchObject({
      state: 'FED_BACK',
      outcome: { code: 'SECTION_47' },
      revised: [{ outcome: { code: 'ADVICE_GIVEN' } }],
    })
  })

  it('passes the alert on, and the first authority keeps it until the second has it', async () => {
    const { calls, raise, tell, close } = await aHub()
    const id = await raise()
    const elsewhere = { outcome: 'OTHER_AUTHORITY', otherAuthority: northmoorCode, reason }
    expect(stateIn(await close(id, elsewhere))).toBe('DECIDED')
    await tell(id, 'They have moved.')
    expect((await calls.listAlerts()).map(({ alertId }) => alertId)).toContain(id)
    const [theirs] = await calls.listAlerts(northmoor)
    const other = theirs?.alertId ?? ''
    const read = await calls.readAlert(other, northmoor)
    expect(read.body).toMatchObject({
      kind: 'unmatched',
      content: { children: [{ name: { given: 'Odo' } }] },
    })
    expect(JSON.stringify(read.body)).not.toContain(`${westmarchCode}.C1`)
    await calls.answer('acknowledgeAlert', { id: other, version: 1 }, northmoor)
    expect((await calls.listAlerts()).map(({ alertId }) => alertId)).not.toContain(id)
  })
})

describe('the telling of a parent', () => {
  it('is kept on the alert, a version on, by whoever recorded it', async () => {
    const { hub, calls, raise } = await aHub()
    const id = await raise()
    const toldAt = hub.now().toISOString()
    const mother = { wasTold: true, who: ['MOTHER'], toldBy: 'SW-7', toldAt }
    const reply = await calls.answer('recordTelling', { id, version: 1, body: mother })
    expect([reply.status, reply.body]).toEqual([
      200,
      { alertId: id, state: 'RAISED', version: 2, links: { self: `/v1/alerts/${id}` } },
    ])
    const nobody = { wasTold: false, whyNot: 'RISK_TO_CHILD', reason: 'He would be told.' }
    await calls.answer('recordTelling', { id, version: 2, body: nobody })
    expect((await calls.readAlert(id)).body).toMatchObject({
      tellings: [
        { practitioner: 'sw-1', given: { wasTold: true, who: ['MOTHER'], toldBy: 'sw-7', toldAt } },
        { practitioner: 'sw-1', given: nobody },
      ],
    })
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'TELLING_RECORDED')
    expect(said.map(({ codes }) => codes?.['told']).toSorted()).toEqual(['MOTHER', 'nobody'])
    expect(JSON.stringify(said)).not.toContain('He would be told')
    const foreign = await calls.answer('recordTelling', { id, version: 3, body: nobody }, northmoor)
    expect(foreign.status).toBe(404)
    const later = { ...mother, toldAt: '2031-01-01T00:00:00.000Z' }
    const early = await calls.answer('recordTelling', { id, version: 3, body: later })
    expect([early.status, pointersIn(early)]).toEqual([400, ['/toldAt']])
  })
})

describe('who answers', () => {
  it.each(['Ines Marlowe', 'a.b', '', 'x'.repeat(65), 'é1', '-1', 'SW\u20281', 'a, b'])(
    'is not said by %j',
    async (practitioner) => {
      const { raise, calls } = await aHub()
      const id = await raise()
      const refused = await calls.answer('acknowledgeAlert', { id, version: 1, practitioner })
      expect(refused.status).toBe(400)
      expect(pointersIn(refused)).toEqual(['/hub-practitioner'])
    },
  )
})
