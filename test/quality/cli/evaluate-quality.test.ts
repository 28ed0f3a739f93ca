import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { link } from '../../../cli/evaluate/link.ts'
import { bandReport, qualityReport } from '../../../cli/evaluate/report.ts'
import { registerAndNotifications, thinRecords } from './generated-files.ts'

// Each estimates a model, about ten seconds of one core.
const patient = { timeout: 240_000 }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quality-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('quality on generated files, without labels', () => {
  it(
    'links a register with real households: nobody confirmed wrongly, few missed',
    patient,
    async () => {
      const { files, truth } = await registerAndNotifications(folder)
      const { linked } = link(files, { seed: 1 })
      const bands = bandReport(linked.links, [...files.queries.keys()], truth)
      const { pairs, pairsCompleteness } = qualityReport(linked, truth)
      expect(pairsCompleteness).toBeGreaterThanOrEqual(0.998)
      expect(bands.wrongAutomatic).toBe(0)
      // One in sixty people here has only a year or a 1 January, or a number beside another forename, away from the home
      // that is registered. Guards send all of these to a person, right as most are.
      expect(bands.automaticRecall).toBeGreaterThanOrEqual(0.875)
      expect(bands.missedRate).toBeLessThanOrEqual(0.0025)
      expect(bands.reviewRate).toBeLessThanOrEqual(0.105)
      expect(pairs.best.f1).toBeGreaterThanOrEqual(0.99)
      expect(pairs.atPosterior99.precision).toBeGreaterThanOrEqual(0.9975)
      expect(pairs.atPosterior99.recall).toBeGreaterThanOrEqual(0.98)
    },
  )

  it('links a small file of thin records to itself', patient, async () => {
    const { files, truth } = await thinRecords(folder)
    const { linked } = link(files, { seed: 1 })
    const { pairs, pairsCompleteness } = qualityReport(linked, truth)
    expect(pairsCompleteness).toBeGreaterThanOrEqual(0.99)
    expect(pairs.best.f1).toBeGreaterThanOrEqual(0.975)
    expect(pairs.recallWithoutFalse).toBeGreaterThanOrEqual(0.9)
    expect(pairs.atPosterior99.recall).toBeGreaterThanOrEqual(0.84)
  })
})
