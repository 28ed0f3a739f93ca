import { KMSClient } from '@aws-sdk/client-kms'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTablesOver } from '../../../cli/recovery/live-recovery.ts'
import { textOfNote } from '../../../shared/audit/checkpoint.ts'
import { leafOf } from '../../../shared/audit/leaf-text.ts'
import { rootOf } from '../../../shared/audit/merkle.ts'
import { sealableEntrySchema } from '../../../shared/audit/sealed-leaf.ts'
import { placesOf } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { countConservation } from '../../../shared/aws/dynamodb/count-conservation.ts'
import { aChild, closedLongAgo } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { otherService } from '../../builders/clients.ts'
import { actionsAbout, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { newFolder } from '../../builders/new-folder.ts'
import { told } from '../../builders/told.ts'
import { startHubOver } from '../in-process-hub.ts'
import { emulator } from '../tables.ts'
import {
  dynamodb,
  exportTables,
  freshTables,
  restoreLine,
  runHub,
  type SealingHub,
  startSealingHub,
  type Tables,
} from './drill.ts'

const day = 24 * 60 * 60_000
const minute = 60_000

/** What is published while this runs is lost on its way. */
const withoutPublishing = async (hub: SealingHub, work: () => Promise<unknown>): Promise<void> => {
  const push = hub.published.push
  hub.published.push = () => {
    throw new Error('nothing is published')
  }
  await work().finally(() => {
    hub.published.push = push
  })
}

/** A concern in every state that one can be in, and what follows each. */
const play = async (hub: SealingHub) => {
  const calls = callsOf(hub)
  let sent = 0
  const submit = async (concern = aConcern(), caller?: typeof otherService): Promise<string> => {
    sent += 1
    return concernIdIn(await calls.submit(`a-key-of-its-own-${sent}-and-long`, concern, caller))
  }
  const ofDay = (days: number) =>
    aConcern({ incidentOn: `2026-11-0${days}`, factors: ['4B'] } as Parameters<typeof aConcern>[0])
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const ids = {
    held: await submit(aConcern({ harm: 'H0', factors: ['21'] })),
    unanswered: await submit(ofDay(1), otherService),
  }
  await hub.settle()
  hub.advance(3 * day)
  await hub.settle()
  const alertsNow = async () => (await calls.listAlerts()).filter(({ state }) => state === 'RAISED')
  const escalated = new Set((await alertsNow()).map(({ alertId }) => alertId))
  const newAlert = async () =>
    (await alertsNow()).find(({ alertId }) => !escalated.has(alertId)) ?? { alertId: '' }
  const inReview = await submit(aConcern({ harm: 'H2', consent: { status: 'REFUSED' } }))
  const fedBack = await submit(ofDay(2))
  await hub.settle()
  const { alertId: answered } = await newAlert()
  await calls.answer('acknowledgeAlert', { id: answered, version: 1 })
  const outcome = { outcome: 'ASSESSMENT_S17' }
  await calls.answer('recordOutcome', { id: answered, version: 2, body: outcome })
  const lines = told('A social worker will visit.')
  await calls.answer('giveFeedback', { id: answered, version: 3, body: { lines } })
  const acknowledged = await submit(ofDay(3))
  await hub.settle()
  await calls.answer('acknowledgeAlert', { id: (await newAlert()).alertId, version: 1 })
  const withdrawn = await submit(ofDay(4))
  await hub.settle()
  const reason = { reason: 'WRONG_PERSON', words: 'Another of the same name.' }
  await calls.withdraw({ id: withdrawn, key: 'taken-back-at-once' }, reason)
  await hub.settle()
  const sentOnce = await submit(ofDay(5))
  await hub.settle()
  return {
    calls,
    submit,
    ofDay,
    ids: { ...ids, inReview, fedBack, acknowledged, withdrawn, sentOnce },
  }
}

/** The hub as it was when it was lost, and its backup, of which casework is the oldest part. */
const lostHub = async () => {
  const hub = await startSealingHub()
  const folder = await newFolder()
  const { calls, submit, ofDay, ids } = await play(hub)
  const notSent = await submit(ofDay(6))
  await withoutPublishing(hub, () => hub.settle())
  const waiting = await submit(ofDay(7))
  await hub.seal()
  await exportTables(folder, hub, ['casework'])
  hub.advance(minute)
  const afterwards = await submit(ofDay(8))
  const consent = { status: 'WITHDRAWN' }
  await calls.changeConsent({ id: ids.sentOnce, key: 'change-of-consent' }, consent)
  const mistaken = { reason: 'WRONG_PERSON', words: 'Another of the same name.' }
  await calls.withdraw({ id: ids.acknowledged, key: 'taken-back-too-late' }, mistaken)
  await hub.settle()
  await exportTables(folder, hub, ['auditEntries', 'directory', 'tokens', 'register'])
  await hub.seal()
  hub.advance(minute)
  await exportTables(folder, hub, ['intake', 'auditLog'])
  const exportedSize = (await checkpointsOf(hub)).at(-1)?.size ?? 0
  // After the backup: sealed, signed, and given to an auditor.
  await submit(ofDay(9))
  await hub.seal()
  return { hub, folder, exportedSize, ids: { ...ids, notSent, waiting, afterwards } }
}

const checkpointsOf = async (hub: Pick<SealingHub, 'rows'>) =>
  (await hub.rows('auditLog'))
    .filter(({ sk }) => String(sk).startsWith('CHECKPOINT#'))
    .map(({ size, note }) => ({ size: Number(size), note: String(note) }))
    .toSorted((a, b) => a.size - b.size)

/** The leaves of a log in their order, from its rows. */
const leavesOf = async (hub: Pick<SealingHub, 'rows'>) =>
  (await hub.rows('auditLog'))
    .filter(({ day: indexed }) => indexed !== undefined)
    .map(({ leafIndex, entry, salt }) => {
      const sealed = sealableEntrySchema.parse(entry)
      const leaf = leafOf({ ...placesOf(sealed), entry: sealed, salt: String(salt) })
      return { at: Number(leafIndex), leaf }
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ leaf }) => leaf)

describe('a hub restored from its backup', () => {
  let lost: Awaited<ReturnType<typeof lostHub>>
  let tables: Tables
  let restored: Awaited<ReturnType<typeof startHubOver>>
  let killed: Awaited<ReturnType<typeof runHub>>
  let done: Awaited<ReturnType<typeof runHub>>

  beforeAll(async () => {
    lost = await lostHub()
    tables = await freshTables()
    const line = restoreLine(lost.folder, lost.hub)
    killed = await runHub(line, tables, 'casework: file 2 of')
    done = await runHub(line, tables)
    restored = await startHubOver({ tables, keyIds: lost.hub.keyIds })
    restored.advance(lost.hub.now().getTime() - restored.now().getTime())
  }, 240_000)

  it('was put back by a second run where the first was killed', () => {
    expect(killed.code).toBe(null)
    expect(killed.out).toBe('')
    expect(done.code, done.said).toBe(0)
    expect(done.said).toContain('casework: file 3 of')
    expect(done.said).not.toContain('casework: file 1 of')
    expect(done.out).toContain('of what was received wait again')
  })

  it('lost what had its effect between the exports, until that was made to wait again', async () => {
    const { afterwards } = lost.ids
    const arrived = (await restored.rows('intake')).filter(({ pk }) =>
      String(pk).startsWith(`ARRIVED#CONCERN#${afterwards}`),
    )
    expect(arrived).toHaveLength(1)
    expect(await actionsAbout(restored, afterwards)).toMatchObject({ CONCERN_SUBMITTED: 1 })
  })

  it('adds up once its sweeps have run, with nothing but rows to go by', async () => {
    for (let run = 0; run < 4; run += 1) await restored.settle()
    const { store, now } = restored
    const { scan } = openTablesOver(dynamodb, new KMSClient(emulator()), tables)
    const { committed, terms, faulty } = await countConservation({ store, tables, scan, now })
    expect(faulty).toEqual([])
    expect(committed).toBe(Object.keys(lost.ids).length)
    expect(terms).toMatchObject({ held: 1, 'in-review': 1, withdrawn: 2 })
  })

  it('sends the alerts that had not left, and none of those twice that had', async () => {
    const about = async (concernId: string): Promise<readonly string[]> => {
      const alerts = (await restored.rows('casework')).filter(
        ({ sk, alert }) =>
          sk === 'ALERT' && (alert as { concernId: string }).concernId === concernId,
      )
      return alerts.map(({ alertId }) => String(alertId))
    }
    const raised = restored.published.map(
      ({ message }) => (JSON.parse(message) as { id: string }).id,
    )
    for (const concernId of [lost.ids.notSent, lost.ids.waiting, lost.ids.afterwards]) {
      const [alertId] = await about(concernId)
      expect(raised).toContain(`${alertId}#1`)
    }
    for (const concernId of [lost.ids.sentOnce, lost.ids.fedBack]) {
      const [alertId] = await about(concernId)
      expect(raised).not.toContain(`${alertId}#1`)
    }
  })

  it('lets take effect what was changed between the exports', async () => {
    const rows = await restored.rows('casework')
    const standing = (id: string) =>
      rows.find(({ pk, sk }) => pk === `CONCERN#${id}` && sk === 'CONCERN')?.['standing']
    expect(standing(lost.ids.sentOnce)).toMatchObject({
      consentNow: { consent: { status: 'WITHDRAWN' } },
    })
    expect(standing(lost.ids.acknowledged)).toMatchObject({ state: 'WITHDRAWN' })
  })

  it('goes on with its log under another name, and says from where', async () => {
    await restored.seal()
    const leaves = await leavesOf(restored)
    const [last] = (await checkpointsOf(restored)).slice(-1)
    const own = textOfNote(last?.note ?? '').split('\n')
    expect(own[2]).toBe(rootOf(leaves).toString('base64'))
    expect(Number(own[1])).toBe(leaves.length)
    const entries = (await restored.rows('auditLog')).flatMap(({ entry, day: indexed }) =>
      indexed === undefined ? [] : [entry as { action: string; codes?: Record<string, string> }],
    )
    const [from] = entries.filter(({ action }) => action === 'LOG_RESTORED')
    expect(from?.codes?.['size']).toBe(String(lost.exportedSize))
    expect(from?.codes?.['root']).toBe(
      rootOf(leaves.slice(0, lost.exportedSize)).toString('base64'),
    )
    expect(entries.map(({ action }) => action)).toContain('HUB_RESTORED')
  })

  it('never signs a size that was signed before with another root', async () => {
    const before = await checkpointsOf(lost.hub)
    const after = await checkpointsOf(restored)
    const origins = (notes: typeof before) =>
      new Map(notes.map(({ note }) => [textOfNote(note).split('\n')[1], textOfNote(note)]))
    const [old, own] = [origins(before), origins(after)]
    const signedTwice = [...own].filter(([size, text]) => {
      const former = old.get(size)
      return (
        former !== undefined && former !== text && former.split('\n')[0] === text.split('\n')[0]
      )
    })
    expect(before.at(-1)?.size).toBeGreaterThan(lost.exportedSize)
    expect(signedTwice).toEqual([])
  })

  it('has every entry of the log that it was exported with, at its place', async () => {
    const before = (await leavesOf(lost.hub)).slice(0, lost.exportedSize)
    const after = (await leavesOf(restored)).slice(0, lost.exportedSize)
    expect(after).toEqual(before)
  })
})
