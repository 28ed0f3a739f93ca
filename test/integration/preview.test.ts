import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { drugService, northmoorOwner, westmarchOwner } from '../builders/clients.ts'
import { auditEntries, callsOf, rowsButCounts } from '../builders/hub-calls.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const refused = aConcern({
  consent: { status: 'REFUSED' },
  whyOverridden: 'The child is alone with him at night.',
})

const aHub = async () => {
  const hub = await startCaseworkHub('preview')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  return { hub, calls }
}

describe('a preview', () => {
  it('says what would happen and why, and stores nothing but that somebody looked', async () => {
    const { hub, calls } = await aHub()
    const before = await rowsButCounts(hub)
    const { status, body } = await calls.preview(refused)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      people: [
        { person: 'subject', band: 'CONFIRMED', considered: [{ id: `${westmarch}.A1001` }] },
        { person: 'children/0', band: 'CONFIRMED', considered: [{ id: `${westmarch}.C1` }] },
      ],
      facts: { consent: 'REFUSED', body: 'DUTY', match: 'CONFIRMED' },
      decision: { rule: 'R19', decision: 'SHARE_MINIMAL' },
      joined: 1,
      told: [{ authority: westmarch }],
      reviews: [{ kind: 'refused-consent', asked: 'sender-lead' }],
    })
    expect(await rowsButCounts(hub)).toEqual(before)
    const [entry, ...others] = (await auditEntries(hub)).filter(
      ({ action }) => action === 'CONCERN_PREVIEWED',
    )
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      rule: 'R19',
      subjects: ['westmarch-owner', `${westmarch}.A1001`, `${westmarch}.C1`],
      purpose: 'safeguarding',
      caseReference: 'case-7',
    })
  })

  it('says who would be told, and repeats no value', async () => {
    const { calls } = await aHub()
    const { body } = await calls.preview(aConcern())
    expect(body).toMatchObject({
      told: [{ authority: westmarch, why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'] }],
    })
    expect(JSON.stringify(body)).not.toMatch(/Quillfeather|Tannery|heroin|1991/)
  })

  it('decides as if the kind of service asked about had sent it', async () => {
    const { calls } = await aHub()
    const { body } = await calls.preview(refused, { agencyType: 'domestic-abuse' })
    expect(body).toMatchObject({ facts: { body: 'OTHER' } })
  })

  it('does not look into another authority’s register', async () => {
    const { calls } = await aHub()
    const { body } = await calls.preview(refused, { caller: northmoorOwner })
    expect(body).toMatchObject({ facts: { match: 'NONE' }, decision: { rule: 'R12' }, joined: 0 })
  })

  it('is where a concern with preview=true is sent, before anything is read of it', async () => {
    const { hub } = await aHub()
    const query = { preview: 'true', agencyType: 'substance-misuse' }
    const reply = await hub.call('submit', anApiEvent('submitConcern', { query, rawBody: '{' }))
    expect(reply.status).toBe(307)
    expect(reply.headers['Location']).toBe(
      'concerns/preview?preview=true&agencyType=substance-misuse',
    )
    expect((await auditEntries(hub)).map(({ action }) => action)).not.toContain('CONCERN_SUBMITTED')
  })

  it('is not for referrers', async () => {
    const { calls } = await aHub()
    expect((await calls.preview(refused, { caller: drugService })).status).toBe(403)
    expect((await calls.preview(refused, { caller: westmarchOwner })).status).toBe(200)
  })

  it('needs to know who would send it', async () => {
    const { calls } = await aHub()
    const reply = await calls.preview(refused, { agencyType: 'a-friend' })
    expect([reply.status, reply.body]).toMatchObject([
      400,
      { errors: [{ pointer: '/agencyType' }] },
    ])
  })
})
