import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { tellUnagreed } from '../../../shared/casework/tell-unagreed.ts'
import type { Unagreed } from '../../../shared/outbox/unagreed-event.ts'
import { aTrace } from '../../builders/ports.ts'

const telling = async (disclosed: Unagreed) => {
  const { acting, port, done, said, keep } = aTrace()
  const result = await tellUnagreed(
    { day: '2026-11-22' },
    {
      ...acting,
      readUnagreed: port('readUnagreed', () => disclosed),
      publish: port('publish', () => undefined),
      markTold: port('markTold', (_day, entries) => keep(entries)),
      apiUrl: 'https://hub.example/v1',
    },
  )
  return { result, done, said }
}

describe('what was disclosed without an agreement', () => {
  it('is told to the partnership lead, then marked, with an entry under each agency', async () => {
    const { result, done, said } = await telling([
      { agency: 'turning-tide', authority: westmarch, count: 2 },
      { agency: 'turning-tide', authority: northmoor, count: 1 },
    ])
    expect([result, done]).toEqual([{ kind: 'told' }, ['readUnagreed', 'publish', 'markTold']])
    expect(said()).toMatchObject([
      {
        action: 'UNAGREED_TOLD',
        subjects: ['turning-tide'],
        codes: { day: '2026-11-22', count: '3' },
      },
    ])
  })

  it('is told once', async () => {
    const { result, done } = await telling([])
    expect([result, done]).toEqual([{ kind: 'already-told' }, ['readUnagreed']])
  })
})
