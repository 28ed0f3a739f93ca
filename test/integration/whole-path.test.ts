import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../infra/stages/local.ts'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import {
  auditor,
  drugService,
  northmoor,
  westmarch,
  westmarchRegister,
} from '../builders/clients.ts'
import { told } from '../builders/told.ts'
import { type InProcessHub, startInProcessHub } from './in-process-hub.ts'

const atTheDesk = { 'Hub-Practitioner': 'SW-1' }
type Item = { readonly alertId: string; readonly action: string }

describe('a concern from submission to feedback', () => {
  let hub: InProcessHub
  beforeAll(async () => {
    hub = await startInProcessHub('path')
  })

  const submit = async (key: string, body: unknown) =>
    hub.call(
      'submit',
      anApiEvent('submitConcern', {
        token: await hub.tokenFor(drugService),
        body,
        headers: { 'Idempotency-Key': key },
      }),
    )

  it('reaches the authority, is answered, and the referrer hears back', async () => {
    const put = await hub.call(
      'register',
      anApiEvent('putChild', {
        id: 'C1',
        token: await hub.tokenFor(westmarchRegister),
        body: aChild(),
      }),
    )
    expect(put.status, JSON.stringify(put.body)).toBe(200)

    const accepted = await submit('first-key-of-the-path', aConcern())
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(202)
    const { concernId } = accepted.body as { concernId: string }
    const follow = async () =>
      hub.call(
        'follow',
        anApiEvent('followConcern', { id: concernId, token: await hub.tokenFor(drugService) }),
      )
    expect((await follow()).body).toEqual({
      concernId,
      status: 'received',
      silenceFrom: expect.any(String) as string,
      feedback: [],
    })

    await hub.settle()
    expect(hub.published).toHaveLength(1)
    expect(hub.published[0]?.message).not.toContain('Quillfeather')
    expect((await follow()).body).toEqual({
      concernId,
      status: 'received',
      silenceFrom: expect.any(String) as string,
      feedback: [],
    })

    const listed = await hub.call(
      'read',
      anApiEvent('listAlerts', { token: await hub.tokenFor(westmarch) }),
    )
    const [item] = (listed.body as { items: Item[] }).items
    const id = item?.alertId ?? ''
    const alert = await hub.call(
      'read',
      anApiEvent('readAlert', { id, token: await hub.tokenFor(westmarch), headers: atTheDesk }),
    )
    expect(alert.body).toMatchObject({
      kind: 'matched',
      content: { joined: [{ childId: `${westmarchCode}.C1` }] },
    })
    const elsewhere = await hub.call(
      'read',
      anApiEvent('readAlert', { id, token: await hub.tokenFor(northmoor), headers: atTheDesk }),
    )
    expect(elsewhere.status).toBe(404)

    const answer = async (
      route: 'acknowledgeAlert' | 'recordOutcome' | 'giveFeedback',
      version: number,
      body?: unknown,
    ) =>
      hub.call(
        'answer',
        anApiEvent(route, {
          id,
          token: await hub.tokenFor(westmarch),
          headers: { ...atTheDesk, 'If-Match': `"${version}"` },
          ...(body !== undefined && { body }),
        }),
      )
    expect((await answer('recordOutcome', 1, { outcome: 'ASSESSMENT_S17' })).status).toBe(409)
    expect((await answer('acknowledgeAlert', 1)).status).toBe(200)
    expect((await answer('acknowledgeAlert', 1)).status).toBe(200)
    expect((await answer('recordOutcome', 1, { outcome: 'ASSESSMENT_S17' })).status).toBe(412)
    expect((await answer('recordOutcome', 2, { outcome: 'ASSESSMENT_S17' })).status).toBe(200)
    expect(
      (await answer('giveFeedback', 3, { lines: told('A social worker will visit on Thursday.') }))
        .status,
    ).toBe(200)
    expect((await follow()).body).toMatchObject({
      status: 'answered',
      feedback: [{ outcome: 'ASSESSMENT_S17' }],
    })

    const entries = await hub.call(
      'audit',
      anApiEvent('listAuditEntries', {
        token: await hub.tokenFor(auditor),
        headers: { 'Hub-Practitioner': 'AUDIT-1' },
        query: { subject: concernId },
      }),
    )
    const actions = (entries.body as { items: Item[] }).items.map(({ action }) => action)
    for (const action of [
      'CONCERN_SUBMITTED',
      'CONCERN_ASSESSED',
      'ALERT_RAISED',
      'ALERT_READ',
      'ALERT_ACKNOWLEDGED',
      'OUTCOME_RECORDED',
      'FEEDBACK_GIVEN',
      'CONCERN_FOLLOWED',
    ])
      expect(actions).toContain(action)
  })
})
