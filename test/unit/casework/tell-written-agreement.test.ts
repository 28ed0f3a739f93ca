import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import {
  markAgreementToldIn,
  readAgreementClockIn,
} from '../../../shared/aws/dynamodb/agreement-clocks.ts'
import { tellWrittenAgreement } from '../../../shared/casework/tell-written-agreement.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aChild, closedLongAgo } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { createRegister, put } from '../../builders/a-register.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { actionsAbout, allRows, auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { aTrace } from '../../builders/ports.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const childId = childIdSchema.parse(`${westmarch}.C1`)
const agreement = {
  id: 'WA-1',
  agreedOn: '2026-11-20',
  endsOn: '2026-12-01',
  what: 'He does not drink at home.',
  whatFollows: 'A conference.',
} as const
type Child = Parameters<typeof aChild>[0]
type Told = NonNullable<NonNullable<Child>['writtenAgreements']>[number]
const kept = { ...agreement, state: 'KEPT', decidedOn: '2026-11-24' } as const
const broken = { ...kept, state: 'BROKEN' } as const
const extended = { ...agreement, endsOn: '2026-12-08' }
const ending = [`escalations-${westmarch}`, 'agreement.ending', '2026-12-01', '2026-11-26T08']
const overdue = [`escalations-${westmarch}`, 'agreement.overdue', '2026-12-01', '2026-12-02T08']

const hour = 60 * 60_000

/** A hub at which an agreement was recorded on Monday 23 November 2026, swept five minutes past each hour. */
const agreed = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const tell = async (one: Told, child: Child = {}): Promise<void> => {
    const reply = await calls.putChild('C1', aChild({ ...child, writtenAgreements: [one] }))
    expect(reply.status).toBe(200)
  }
  await tell(agreement)
  const sweepUntil = async (end: string): Promise<void> => {
    while (hub.now().getTime() < Date.parse(end)) {
      hub.advance(hour - ((hub.now().getTime() - 5 * 60_000) % hour))
      await hub.sweep()
    }
  }
  const sent = () =>
    hub.published
      .map(({ queue, message }) => ({ queue, ...(JSON.parse(message) as Event) }))
      .map(({ queue, type, time, data }) => [
        queue,
        type.replace(/^uk\.safeguarding-hub\.(.+)\.v1$/, '$1'),
        data.endsOn,
        time.slice(0, 13),
      ])
  const waiting = async () =>
    (await allRows(hub, 'casework')).filter(({ waitingFor }) => waitingFor === 'WRITTEN_AGREEMENT')
  return { hub, calls, tell, sweepUntil, sent, waiting }
}
type Event = {
  readonly type: string
  readonly time: string
  readonly data: { readonly endsOn?: string }
}

describe('a written agreement that runs', () => {
  it('is told of three working days before its end and on the working day after it, each once', async () => {
    const { hub, tell, sweepUntil, sent, waiting } = await agreed()
    await sweepUntil('2026-11-26T07:00:00Z')
    expect(sent()).toEqual([])
    await sweepUntil('2026-11-28T12:00:00Z')
    await tell(agreement, { gp: 'Dr Ode' })
    await sweepUntil('2026-12-02T07:00:00Z')
    expect(sent()).toEqual([ending])
    await sweepUntil('2026-12-05T12:00:00Z')
    expect([sent(), await waiting()]).toEqual([[ending, overdue], []])
    await tell(agreement)
    await sweepUntil('2026-12-07T12:00:00Z')
    expect(sent()).toHaveLength(2)
    expect((await actionsAbout(hub, childId))['WRITTEN_AGREEMENT_TOLD']).toBe(2)
    const told = (await auditEntries(hub)).filter(
      ({ action }) => action === 'WRITTEN_AGREEMENT_TOLD',
    )
    expect(told).toMatchObject([
      { authority: westmarch, codes: { agreementId: 'WA-1', step: 'ending' } },
      { authority: westmarch, codes: { agreementId: 'WA-1', step: 'overdue' } },
    ])
  })

  it('says nothing of what was agreed, nor of whom', async () => {
    const { hub, sweepUntil } = await agreed()
    await sweepUntil('2026-12-03T12:00:00Z')
    for (const { message } of hub.published)
      expect(message).not.toMatch(/drink|conference|Odo|Quillfeather/i)
  })

  it.each([
    ['kept', kept],
    ['broken', broken],
  ])('and is %s is told of no more', async (_, decided) => {
    const { tell, sweepUntil, sent, waiting } = await agreed()
    await sweepUntil('2026-11-27T12:00:00Z')
    await tell(decided)
    await sweepUntil('2026-12-05T12:00:00Z')
    expect([sent(), await waiting()]).toEqual([[ending], []])
  })

  it('and is extended is told of before and after its new end', async () => {
    const { tell, sweepUntil, sent } = await agreed()
    await sweepUntil('2026-11-27T12:00:00Z')
    await tell(extended)
    await sweepUntil('2026-12-12T12:00:00Z')
    expect(sent()).toEqual([
      ending,
      [`escalations-${westmarch}`, 'agreement.ending', '2026-12-08', '2026-12-03T08'],
      [`escalations-${westmarch}`, 'agreement.overdue', '2026-12-08', '2026-12-09T08'],
    ])
  })

  it('is told of no more once the child is deleted', async () => {
    const { hub, sweepUntil, sent, waiting } = await agreed()
    const event = anApiEvent('deleteChild', {
      id: 'C1',
      token: await hub.tokenFor(westmarchRegister),
      headers: { 'If-Match': '"1"' },
      body: { reason: 'Recorded for a test of the new system.' },
    })
    expect((await hub.call('register', event)).status).toBe(204)
    await sweepUntil('2026-12-05T12:00:00Z')
    expect([sent(), await waiting()]).toEqual([[], []])
  })
})

/** An agreement over rows in memory, and what a run tells at a moment; `dying` cuts it off at its mark. */
const aClock = async () => {
  const { store, deps } = createRegister()
  await put(deps, { writtenAgreements: [agreement] })
  const ids: string[] = []
  const mark = markAgreementToldIn(store, { casework: 'casework', auditEntries: 'auditEntries' })
  const { acting } = aTrace()
  const run = (
    now: string,
    { beforeMark = () => Promise.resolve() }: { beforeMark?: () => Promise<void> } = {},
  ) =>
    tellWrittenAgreement(
      { childId, agreementId: 'WA-1' },
      {
        ...acting,
        now: () => new Date(now),
        apiUrl: 'https://hub.example/v1',
        readClock: readAgreementClockIn(store, 'casework'),
        publish: async (_queue, message) =>
          void ids.push((JSON.parse(message) as { id: string }).id),
        markTold: async (...told) => {
          await beforeMark()
          await mark(...told)
        },
      },
    )
  const entries = () =>
    store
      .rows('auditEntries')
      .filter(({ entry }) => (entry as Entry).action === 'WRITTEN_AGREEMENT_TOLD')
  return {
    deps,
    run,
    ids,
    entries,
    clock: () => readAgreementClockIn(store, 'casework')({ childId, agreementId: 'WA-1' }),
  }
}
type Entry = { readonly action: string }

describe('a run that tells of an agreement', () => {
  const die = () => Promise.reject(new Error('died'))

  it.each([
    ['ending', '2026-11-26T08:00:00Z', '2026-11-26T08:01:00Z'],
    ['overdue', '2026-12-02T08:00:00Z', '2026-12-02T08:01:00Z'],
  ] as const)(
    'and dies before it marks that it is %s tells it again under the same id',
    async (step, at, later) => {
      const { run, ids } = await aClock()
      if (step === 'overdue') await run('2026-11-26T08:00:00Z')
      const before = ids.length
      await expect(run(at, { beforeMark: die })).rejects.toThrow('died')
      expect(await run(later)).toEqual({ kind: 'told' })
      expect(await run(later)).toEqual({ kind: 'not-due' })
      const id = `agreement#${westmarch}.C1#WA-1#2026-12-01#${step}`
      expect(ids.slice(before)).toEqual([id, id])
    },
  )

  it('tells nothing a moment before it is due, whatever the index says', async () => {
    const { run, ids } = await aClock()
    expect(await run('2026-11-26T07:59:59.999Z')).toEqual({ kind: 'not-due' })
    expect(ids).toEqual([])
  })

  it('leaves a clock that was moved while it told, and records what it told', async () => {
    const { deps, run, clock, entries } = await aClock()
    await run('2026-11-26T08:00:00Z', {
      beforeMark: async () => void (await put(deps, { writtenAgreements: [extended] })),
    })
    expect(await clock()).toMatchObject({ endsOn: '2026-12-08', step: 'ending' })
    expect(entries()).toHaveLength(1)
  })

  it('leaves one that was stopped while it told', async () => {
    const { deps, run, clock, entries } = await aClock()
    await run('2026-11-26T08:00:00Z', {
      beforeMark: async () => void (await put(deps, { writtenAgreements: [kept] })),
    })
    expect([await clock(), entries().length]).toEqual([undefined, 1])
  })
})

describe('a concern that is held', () => {
  it('is reviewed once a written agreement about the child is recorded', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    const child = aChild({ status: closedLongAgo })
    await calls.putChild('C1', child)
    const early = aConcern({ harm: 'H1', consent: { status: 'REFUSED' } })
    await calls.submit('held-before-agreement', early)
    await hub.settle()
    const rules = async () =>
      (await allRows(hub, 'casework'))
        .filter(({ sk }) => String(sk).startsWith('ASSESSMENT#'))
        .map(({ assessment }) => (assessment as Assessment).decision)
    expect(await rules()).toMatchObject([{ rule: 'R16', decision: 'HOLD' }])
    await calls.putChild('C1', { ...child, writtenAgreements: [agreement] })
    await hub.settle()
    expect((await rules()).map(({ decision }) => decision)).toEqual(['HOLD', 'HUMAN_REVIEW'])
  })
})
type Assessment = { readonly decision: { readonly rule: string; readonly decision: string } }
