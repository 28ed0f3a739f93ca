import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import { openCheckpoint } from '../../shared/audit/checkpoint.ts'
import { leafHash } from '../../shared/audit/merkle.ts'
import { verifyConsistency, verifyInclusion } from '../../shared/audit/merkle-verify.ts'
import type { RouteName } from '../../shared/config/routes.ts'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import {
  auditLead,
  auditor,
  drugService,
  northmoor,
  reviewLead,
  westmarchRegister,
} from '../builders/clients.ts'
import { callsOf, concernIdIn, deskOf, inCase } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const child = `${westmarchCode}.C1`
const mother = `${westmarchCode}.A1001`
const secondRegister = { ...westmarchRegister, clientId: 'westmarch-register-lead' }

let hub: TestHub
let concernId: string
let heldId: string
let alertId: string

type Sent = Parameters<typeof anApiEvent>[1]
type Entries = {
  readonly items: readonly AuditEntry[]
  readonly links: { readonly next?: string }
  readonly checkpoint?: string
}

/** What an auditor asks, by their system and work id. */
const ask = async (route: RouteName, sent: Sent = {}, who = auditor) => {
  const token = await hub.tokenFor(who)
  const headers = { ...deskOf(who), ...sent.headers }
  const reply = await hub.call('audit', anApiEvent(route, { ...sent, token, headers }))
  hub.advance(1000)
  return reply
}
const entriesOf = async (query: Record<string, string>, who = auditor): Promise<Entries> => {
  const { status, body } = await ask('listAuditEntries', { query }, who)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Entries
}
const said = ({ items }: Entries): readonly string[] =>
  items.map(({ action, actor, practitioner = '-' }) => `${action} ${actor} ${practitioner}`)

/** A morning: a concern about a known mother, one about nobody known, an alert read and guessed at, a restriction lifted. */
beforeAll(async () => {
  hub = await startCaseworkHub('auditors-day', undefined, { seals: true })
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ restricted: { address: true } }))
  concernId = concernIdIn(await calls.submit('a-key-for-the-mother'))
  await hub.settle()
  alertId = String((await calls.listAlerts())[0]?.alertId)
  const nobody = aConcern({
    subject: {
      ...aConcern().subject,
      names: [{ given: 'Ludmila', family: 'Ostrander' }],
      dateOfBirth: '1984-07-09',
      addresses: [],
    },
    children: [{ name: { given: 'Pavel', family: 'Ostrander' }, dateOfBirth: '2015-05-05' }],
  })
  heldId = concernIdIn(await calls.submit('a-key-for-somebody-else', nobody))
  await hub.settle()
  await calls.readAlert(alertId)
  await calls.readAlert(alertId, northmoor)
  await calls.chronology(child)
  await calls.answer('acknowledgeAlert', { id: alertId, version: 1 })
  const outcome = {
    outcome: 'NO_FURTHER_ACTION',
    reason: 'Visited on Monday, and the family is well supported now.',
    noFurtherActionReason: 'DISPROVED',
  }
  await calls.answer('recordOutcome', { id: alertId, version: 2, body: outcome })
  const second = { id: alertId, version: 3, body: outcome, practitioner: 'SW-2' }
  await calls.answer('recordOutcome', second, reviewLead)
  for (const by of [westmarchRegister, secondRegister]) {
    const { version } = (await readChild()) as { version: string }
    await hub.call(
      'register',
      anApiEvent('liftChildRestriction', {
        id: 'C1',
        token: await hub.tokenFor(by),
        headers: { ...deskOf(by), 'If-Match': version },
        body: { restriction: 'address', reason: 'The order that hid it has ended this week.' },
      }),
    )
    hub.advance(1000)
  }
  await hub.seal()
})

const readChild = async () => {
  const { headers } = await hub.call(
    'register',
    anApiEvent('readChild', {
      id: 'C1',
      token: await hub.tokenFor(westmarchRegister),
      headers: { ...deskOf(westmarchRegister), ...inCase },
    }),
  )
  return { version: String(headers['ETag']) }
}

describe('one call each', () => {
  it('tells who saw anything about this mother, and about this child', async () => {
    const ofMother = said(await entriesOf({ subject: mother }))
    expect(ofMother).toContain('ALERT_READ westmarch-case-system w-westmarch-case-system')
    const found = said(await entriesOf({ subject: child }))
    expect(found).toContain('ALERT_READ westmarch-case-system w-westmarch-case-system')
    expect(found).toContain('CHRONOLOGY_READ westmarch-case-system w-westmarch-case-system')
  })

  it('tells who lifted this restriction, and who proposed it', async () => {
    const lifted = await entriesOf({ subject: child, action: 'RESTRICTION_LIFTED' })
    expect(said(lifted)).toEqual([
      'RESTRICTION_LIFTED westmarch-register-lead w-westmarch-register-lead',
    ])
    const proposed = await entriesOf({ subject: child, action: 'LIFTING_PROPOSED' })
    expect(said(proposed)).toEqual(['LIFTING_PROPOSED westmarch-register w-westmarch-register'])
  })

  it('tells who tried to see this alert, and every refusal of a client', async () => {
    const tried = 'ACCESS_REFUSED northmoor-case-system w-northmoor-case-system'
    expect(said(await entriesOf({ askedFor: alertId }))).toEqual([tried])
    const refused = await entriesOf({ outcome: 'REFUSED', actor: northmoor.clientId })
    expect(said(refused)).toEqual([tried])
  })

  it('tells who decided', async () => {
    const decided = await entriesOf({ subject: alertId, action: 'OUTCOME_RECORDED' })
    expect(said(decided)).toEqual(['OUTCOME_RECORDED westmarch-lead sw-2'])
    const proposed = await entriesOf({ subject: alertId, action: 'OUTCOME_PROPOSED' })
    expect(said(proposed)).toEqual(['OUTCOME_PROPOSED westmarch-case-system sw-1'])
  })

  it('tells what a person did, and what was done in a case', async () => {
    const inCase7 = await entriesOf({ caseReference: 'case-7', purpose: 'safeguarding' })
    expect(said(inCase7)).toContain('CHRONOLOGY_READ westmarch-case-system w-westmarch-case-system')
    const person = await entriesOf({ practitioner: 'W-Westmarch-Case-System', limit: '100' })
    expect(person.items.length).toBeGreaterThan(1)
    expect(new Set(person.items.map(({ practitioner }) => practitioner))).toEqual(
      new Set(['w-westmarch-case-system']),
    )
  })

  it('tells what the auditor looked up, to a second auditor', async () => {
    await entriesOf({ subject: mother })
    const looked = await entriesOf({ actor: auditor.clientId, action: 'AUDIT_QUERIED' }, auditLead)
    expect(looked.items.some(({ subjects }) => subjects.includes(mother))).toBe(true)
    const under = await entriesOf({ subject: mother, action: 'AUDIT_QUERIED' }, auditLead)
    expect(said(under)).toContain('AUDIT_QUERIED auditor w-auditor')
  })
})

describe('a copy that follows the log', () => {
  it('gets every leaf once, in the order of sealing, and nothing twice', async () => {
    const found: string[] = []
    let since = '0'
    for (let pages = 0; pages < 100; pages += 1) {
      const { items, links } = await entriesOf({ since, limit: '7' })
      found.push(...items.map(({ entryId }) => entryId))
      since = new URL(String(links.next), hub.issuer).searchParams.get('since') ?? ''
      if (items.length === 0) break
    }
    const leaves = await hub.rows('auditLog')
    const head = leaves.find(({ sk }) => sk === 'HEAD')
    expect(found).toHaveLength(Number(head?.['size']))
    expect(new Set(found).size).toBe(found.length)
    expect(since).toBe(String(head?.['size']))
  })

  it('gets an entry that is sealed late', async () => {
    const { links } = await entriesOf({ since: '0', limit: '100' })
    const next = new URL(String(links.next), hub.issuer).searchParams.get('since') ?? ''
    await hub.seal()
    const { items } = await entriesOf({ since: next, limit: '100' })
    expect(items.length).toBeGreaterThan(0)
  })
})

describe('what the log shows of itself', () => {
  type Proof = {
    readonly index: number
    readonly size: number
    readonly leaf: string
    readonly proof: readonly string[]
    readonly checkpoint: string
    readonly receipt: string
  }
  const buffers = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, 'base64'))
  const opened = async (note: string) => {
    const [key] = await hub.logKeys()
    return openCheckpoint(note, { origin: hub.logOrigin, publicKey: key ?? Buffer.alloc(0) })
  }

  it('proves any entry against a checkpoint that its key signed, and leaves an entry under whom that was about', async () => {
    const [entry] = (await entriesOf({ subject: child, action: 'ALERT_READ' })).items
    const { status, body } = await ask('proveAuditEntry', { id: entry?.entryId ?? '' })
    expect(status, JSON.stringify(body)).toBe(200)
    const { index, size, leaf, proof, checkpoint, receipt } = body as Proof
    const signed = await opened(checkpoint)
    expect(signed?.size).toBe(size)
    expect(JSON.parse(leaf)).toMatchObject({ entry: { entryId: entry?.entryId } })
    const root = signed?.root ?? Buffer.alloc(0)
    const claim = { index, size, leaf: leafHash(leaf), proof: buffers(proof), root }
    expect(verifyInclusion(claim)).toBe(true)
    const extra = `extra ${Buffer.from(leaf).toString('base64')}`
    expect(receipt.split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      extra,
      `index ${index}`,
    ])
    expect(receipt.endsWith(`\n\n${checkpoint}`)).toBe(true)
    const read = await entriesOf({ subject: child, action: 'AUDIT_PROOF_READ' })
    expect(said(read)).toEqual(['AUDIT_PROOF_READ auditor w-auditor'])
  })

  it('gives any client its checkpoint, and shows that it grew from one that was kept', async () => {
    const kept = (await ask('readCheckpoint', {}, drugService)).body as {
      checkpoint: string
      size: number
      ageInSeconds: number
    }
    expect(kept.ageInSeconds).toBeLessThan(3600)
    await hub.seal()
    const query = { from: String(kept.size) }
    const { body } = await ask('proveConsistency', { query }, northmoor)
    const { to, proof, checkpoint } = body as Proof & { readonly to: number }
    expect(to).toBeGreaterThan(kept.size)
    const [older, newer] = [await opened(kept.checkpoint), await opened(checkpoint)]
    expect(
      verifyConsistency({
        oldSize: kept.size,
        newSize: to,
        oldRoot: older?.root ?? Buffer.alloc(0),
        newRoot: newer?.root ?? Buffer.alloc(0),
        proof: buffers(proof),
      }),
    ).toBe(true)
    const ahead = { from: '1', to: '999999' }
    expect((await ask('proveConsistency', { query: ahead })).status).toBe(400)
  })

  it('proves nothing of what is not there, or not sealed yet', async () => {
    await entriesOf({ action: 'ALERT_READ' })
    const waiting = (await entriesOf({ actor: auditor.clientId, limit: '1' })).items[0]
    const { status } = await ask('proveAuditEntry', { id: waiting?.entryId ?? '' })
    expect(status).toBe(404)
    expect((await ask('proveAuditEntry', { id: alertId })).status).toBe(404)
  })
})

describe('a person who asks who saw them', () => {
  const search = async (body: unknown, who = auditor) =>
    ask('searchPeople', { body, headers: inCase }, who)
  const marta = {
    kind: 'adult',
    name: { given: 'marta', family: 'QUILLFEATHER' },
    dateOfBirth: '1991-04-17',
  }
  const ludmila = {
    kind: 'adult',
    name: { given: 'Ludmila', family: 'Ostrander' },
    dateOfBirth: '1984-07-09',
  }

  it('is found by exactly their name and day of birth, with their concerns, and the search is on record', async () => {
    expect((await search(marta)).body).toEqual({
      people: [mother],
      concerns: [concernId],
      isCut: false,
    })
    const near = { ...marta, name: { ...marta.name, given: 'Martha' } }
    expect((await search(near)).body).toMatchObject({ people: [] })
    expect((await search({ ...marta, dateOfBirth: '1991-04-18' })).body).toEqual({
      people: [],
      concerns: [],
      isCut: false,
    })
    expect((await search({ ...marta, kind: 'child' })).body).toMatchObject({ people: [] })
    const { items } = await entriesOf({ subject: mother, action: 'AUDIT_SEARCHED' }, auditLead)
    expect(items).toHaveLength(1)
    expect(items[0]?.subjects).toEqual([auditor.clientId, mother, concernId])
    expect(JSON.stringify(items)).not.toMatch(/quillfeather|1991/i)
  })

  it('is found in a concern that is held and matched nobody', async () => {
    expect((await search(ludmila)).body).toEqual({ people: [], concerns: [heldId], isCut: false })
  })

  it('is told of by words for people until a second person asks that they be shown', async () => {
    const body = { personId: mother, concernIds: [concernId] }
    const opened = await ask('openSubjectAccess', { body, headers: inCase })
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    const { requestId, about } = opened.body as { requestId: string; about: string[] }
    expect(about).toEqual(expect.arrayContaining([mother, concernId, alertId]))
    const page = async () => {
      const { body } = await ask('readSubjectAccess', { id: requestId, query: { limit: '100' } })
      return body as { isUnmasked: boolean; items: { action: string; who?: string }[] }
    }
    const seenBy = ({ items }: Awaited<ReturnType<typeof page>>) =>
      items.filter(({ action }) => action === 'ALERT_READ').map(({ who }) => who)
    const masked = await page()
    expect(seenBy(masked)).toEqual([expect.stringMatching(/^P-[0-9a-f]{10}$/)])
    expect(JSON.stringify(masked)).not.toContain('w-westmarch')
    expect(JSON.stringify(masked)).not.toContain(child)
    const step = async (who = auditor) =>
      (await ask('unmaskSubjectAccess', { id: requestId }, who)).body
    expect(await step()).toEqual({ status: 'PROPOSED' })
    expect(await step()).toEqual({ status: 'PROPOSED' })
    expect((await page()).isUnmasked).toBe(false)
    expect(await step(auditLead)).toEqual({ status: 'UNMASKED' })
    expect(seenBy(await page())).toEqual(['w-westmarch-case-system'])
    const steps = await entriesOf({ subject: requestId })
    expect(said(steps)).toEqual([
      'UNMASKED audit-lead w-audit-lead',
      'UNMASKING_PROPOSED auditor w-auditor',
      'SUBJECT_ACCESS_OPENED auditor w-auditor',
    ])
  })

  it('is told of to nobody without the scope, and under no request that there is not', async () => {
    const plain = { ...auditor, scopes: ['audit.read'] as const }
    const body = { personId: mother }
    const asked = { body, headers: inCase }
    expect(
      (await ask('openSubjectAccess', asked, { ...plain, scopes: [...plain.scopes] })).status,
    ).toBe(403)
    expect((await ask('readSubjectAccess', { id: alertId })).status).toBe(404)
    expect((await ask('unmaskSubjectAccess', { id: alertId })).status).toBe(404)
  })
})
