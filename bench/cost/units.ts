/** What AWS counts and bills of what the hub does, each in the unit of its price. */
export const units = [
  'tableWrites',
  'indexWrites',
  'reads',
  'symmetricKeyCalls',
  'asymmetricKeyCalls',
  'objectPuts',
  'objectGets',
  'publications',
  'queueRequests',
  'gatewayRequests',
  'invocations',
  'gigabyteSeconds',
  'logBytes',
  'traces',
] as const
export type Unit = (typeof units)[number]
export type Units = Readonly<Record<Unit, number>>

/** The same of every unit. */
export const forEachUnit = (of: (unit: Unit) => number): Units => ({
  tableWrites: of('tableWrites'),
  indexWrites: of('indexWrites'),
  reads: of('reads'),
  symmetricKeyCalls: of('symmetricKeyCalls'),
  asymmetricKeyCalls: of('asymmetricKeyCalls'),
  objectPuts: of('objectPuts'),
  objectGets: of('objectGets'),
  publications: of('publications'),
  queueRequests: of('queueRequests'),
  gatewayRequests: of('gatewayRequests'),
  invocations: of('invocations'),
  gigabyteSeconds: of('gigabyteSeconds'),
  logBytes: of('logBytes'),
  traces: of('traces'),
})

export const sumOf = (all: readonly Units[]): Units =>
  forEachUnit((unit) => all.reduce((sum, each) => sum + each[unit], 0))
