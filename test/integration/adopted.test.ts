import { describe, expect, it } from 'vitest'
import {
  type LocalCode,
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../infra/stages/local.ts'
import { aChild, anAdult } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { northmoor, reviewLead, westmarch } from '../builders/clients.ts'
import { allRows, auditEntries, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import { startCaseworkHub } from './in-process-hub.ts'

/** A concern about the mother that names the child, answered by the authority that she states. */
const answered = async (stated: LocalCode) => {
  const hub = await startCaseworkHub('adopted')
  const calls = callsOf(hub)
  // She is the birth mother: the child does not live with her.
  const adults = [anAdult({ livesWithChild: 'NO' })]
  const record = { status: { code: 'ADOPTED' }, restricted: { adopted: true }, adults } as const
  await calls.putChild('C1', aChild({ ...record, adults: [...adults] }))
  const concern = aConcern({ authority: stated })
  const concernId = concernIdIn(await calls.submit('a-key-of-some-length', concern))
  await hub.settle()
  const by = stated === westmarchCode ? westmarch : northmoor
  const id = (await calls.listAlerts(by))[0]?.alertId ?? ''
  await calls.answer('acknowledgeAlert', { id, version: 1 }, by)
  await calls.answer('recordOutcome', { id, version: 2, body: { outcome: 'ASSESSMENT_S17' } }, by)
  await calls.answer('giveFeedback', { id, version: 3, body: { lines: told('Received.') } }, by)
  return {
    hub,
    calls,
    alert: await calls.readAlert(id, by),
    followed: await calls.follow(concernId),
  }
}

describe('feedback about an adopted child', () => {
  it('does not tell the referrer of the birth family which authority the child lives in', async () => {
    const { followed } = await answered(northmoorCode)
    expect(followed.body).toMatchObject({
      status: 'answered',
      feedback: [{ lines: told('Received.') }],
    })
    expect(JSON.stringify(followed.body)).not.toContain(westmarchCode)
  })
})

describe('an alert about an adopted child', () => {
  it('names no child and no register id to whoever is told of the birth family', async () => {
    const { alert } = await answered(westmarchCode)
    expect(alert.body).toMatchObject({ isLeadsOnly: false, content: { children: [], joined: [] } })
    expect(JSON.stringify(alert.body)).not.toContain(`${westmarchCode}.C1`)
  })

  it('goes to the lead of its authority alone, without the birth family', async () => {
    const { calls } = await answered(northmoorCode)
    expect(await calls.listAlerts(westmarch)).toEqual([])
    const [listed] = await calls.listAlerts(reviewLead)
    const id = listed?.alertId ?? ''
    expect((await calls.readAlert(id, westmarch)).status).toBe(404)
    const { body } = await calls.readAlert(id, reviewLead)
    expect(body).toMatchObject({
      isLeadsOnly: true,
      content: { joined: [{ childId: `${westmarchCode}.C1` }], adults: [] },
    })
    expect(JSON.stringify(body)).not.toMatch(/Marta|Tannery|heroin/)
  })
})

describe('a birth parent and adopters in one record', () => {
  const adopter = anAdult({
    id: 'P1',
    names: [{ given: 'Petra', family: 'Larkspur' }],
    dateOfBirth: '1980-02-02',
    addresses: [{ houseNumber: '9', street: 'Canary Rise', postcode: 'ZQ7 3XY' }],
    relationship: 'OTHER',
  })
  const record = aChild({
    status: { code: 'ADOPTED' },
    addresses: [],
    adults: [anAdult({ livesWithChild: 'NO' }), adopter],
  })
  const bothTold = async () => {
    const hub = await startCaseworkHub('adopted')
    const calls = callsOf(hub)
    await calls.putChild('C1', record)
    await calls.putChild(
      'C2',
      aChild({
        name: { given: 'Kit' },
        dateOfBirth: '2021-01-01',
        addresses: [],
        adults: [adopter],
      }),
    )
    await calls.submit(
      'a-concern-about-an-adopter',
      aConcern({
        harm: 'H1',
        consent: { status: 'REFUSED' },
        factors: ['4B'],
        subject: {
          names: [{ given: 'Petra', family: 'Larkspur' }],
          dateOfBirth: '1980-02-02',
          addresses: [...(adopter.addresses ?? [])],
          relationshipToChild: 'MOTHER',
          contactLevel: 'RESIDENT',
        },
        children: [],
        whyChildrenUnknown: 'Not said.',
      }),
    )
    await hub.settle()
    const about = concernIdIn(await calls.submit('a-concern-about-the-mother', aConcern()))
    await hub.settle()
    return { hub, calls, about }
  }

  it('are never joined: what is told of adopters does not weigh for the birth parent, nor is named', async () => {
    const { hub, calls, about } = await bothTold()
    const rows = await allRows(hub, 'casework')
    const assessments = rows.flatMap(({ assessment }) =>
      assessment === undefined ? [] : [assessment as { concernId: string; contributing: object[] }],
    )
    expect(assessments).toHaveLength(2)
    expect(assessments.find(({ concernId }) => concernId === about)).toMatchObject({
      facts: { match: 'CONFIRMED', combination: false },
      contributing: [],
    })
    const [listed] = await calls.listAlerts()
    const { body } = await calls.readAlert(listed?.alertId ?? '')
    expect(body).toMatchObject({
      content: { accumulation: { rules: [], contributing: [] }, earlier: [] },
    })
    const said = JSON.stringify([body, (await calls.explainAlert(listed?.alertId ?? '')).body])
    for (const hidden of ['Petra', 'Larkspur', 'Canary Rise', 'P1', 'C1', 'C2'])
      expect(said).not.toContain(hidden)
  })

  it('leave nothing to be read under the child, and no trace of the child in what the log says of the alert', async () => {
    const { hub, calls } = await bothTold()
    expect((await calls.chronology()).body).toEqual({
      childId: `${westmarchCode}.C1`,
      agreements: [],
      items: [],
      protected: ['restricted-team'],
      links: {},
    })
    const rows = (await allRows(hub, 'casework')).filter(
      ({ pk }) => pk === `CHILD#${westmarchCode}.C1`,
    )
    const kinds = rows.map(({ sk }) => String(sk).split('#')[0])
    expect(kinds.filter((kind) => kind === 'ENTRY' || kind === 'LEADS')).toEqual([])
    const [ofMother] = await calls.listAlerts()
    const raised = (await auditEntries(hub)).find(
      ({ action, subjects }) => action === 'ALERT_RAISED' && subjects[0] === ofMother?.alertId,
    )
    expect(raised?.subjects.filter((subject) => subject.startsWith('E06'))).toEqual([])
  })
})
