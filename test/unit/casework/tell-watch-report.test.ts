import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { tellWatchReport } from '../../../shared/casework/tell-watch-report.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { aWatchReport } from '../../builders/a-watch-report.ts'
import { aTrace } from '../../builders/ports.ts'

const telling = async (owner: string, directory = aDirectory, isTold = false) => {
  const { acting, port, done, said, keep } = aTrace()
  const places: string[] = []
  const ref = { owner, day: '2026-11-22' }
  const result = await tellWatchReport(ref, {
    ...acting,
    readDirectory: async () => directory,
    readUntold: port('readUntold', () => (isTold ? undefined : aWatchReport(ref))),
    publish: port('publish', (place: string) => void places.push(place)),
    markTold: port('markTold', (_ref, entries) => keep(entries)),
    apiUrl: 'https://hub.example/v1',
  })
  return { result, places, done, said }
}

describe('a report of use', () => {
  it.each([
    [westmarch, `escalations-${westmarch}`],
    ['turning-tide', 'escalations-turning-tide'],
    ['an-agency-without-a-lead', 'escalations-partnership'],
    ['HOLDING', 'escalations-partnership'],
  ])('of %s is told at %s', async (owner, place) => {
    expect((await telling(owner)).places).toEqual([place])
  })

  it('of an authority that has ended is told to whoever took its place', async () => {
    const authorities = aDirectory.authorities.map((one) =>
      one.code === westmarch ? { ...one, until: '2026-11-22', replacedBy: [northmoor] } : one,
    )
    const { places } = await telling(westmarch, { ...aDirectory, authorities })
    expect(places).toEqual([`escalations-${northmoor}`])
  })

  it('is told, then marked, with an entry of its counts', async () => {
    const { result, done, said } = await telling(westmarch)
    expect([result, done]).toEqual([{ kind: 'told' }, ['readUntold', 'publish', 'markTold']])
    expect(said()).toMatchObject([
      {
        action: 'WATCH_REPORT_TOLD',
        subjects: [`${westmarch}.2026-11-22`],
        codes: { day: '2026-11-22', total: '1', BURST: '1' },
      },
    ])
  })

  it('is told once', async () => {
    const { result, done } = await telling(westmarch, aDirectory, true)
    expect([result, done]).toEqual([{ kind: 'already-told' }, ['readUntold']])
  })
})
