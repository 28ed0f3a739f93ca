import { westmarch } from '../../infra/stages/local.ts'
import type { Finding, WatchReport } from '../../shared/audit/watching/watch-report.ts'

/** Somebody looked up twenty within a minute, by the authority's case system. */
export const aFinding = (changed: Partial<Finding> = {}): Finding => ({
  number: 1,
  rule: 'BURST',
  practitioner: 'sw-7',
  clients: ['westmarch-case-system'],
  count: 20,
  first: '2026-11-22T10:00:00.000Z',
  last: '2026-11-22T10:00:30.000Z',
  about: [],
  ...changed,
})

export const aWatchReport = (changed: Partial<WatchReport> = {}): WatchReport => ({
  owner: westmarch,
  day: '2026-11-22',
  version: 1,
  findings: [aFinding()],
  total: 1,
  madeAt: '2026-11-23T07:10:00.000Z',
  ...changed,
})
