/** The rooms whose fast tests are tried, and which of their files are mutated. */
export const rooms = {
  kernel: ['shared/kernel/**/*.ts'],
  calendar: ['shared/calendar/**/*.ts'],
  codes: ['shared/codes/**/*.ts'],
  audit: ['shared/audit/**/*.ts'],
  matching: [
    'shared/matching/{settle-identity,trial,usable-hits}.ts',
    'shared/matching/scoring/{decide-band,guards}.ts',
  ],
  agencies: ['shared/agencies/**/*.ts'],
  household: ['shared/household/**/*.ts'],
  sharing: ['shared/sharing/**/*.ts'],
  outbox: ['shared/outbox/**/*.ts'],
  chronology: ['shared/chronology/**/*.ts'],
  alerts: ['shared/alerts/**/*.ts'],
  reviews: ['shared/reviews/**/*.ts'],
  assessing: ['shared/assessing/**/*.ts'],
  casework: ['shared/casework/**/*.ts'],
  http: ['shared/http/{guard,parse,pipeline,problem,tokens}.ts'],
} as const satisfies Record<string, readonly string[]>
export type Room = keyof typeof rooms
export const roomNames = Object.keys(rooms) as Room[]

/** Of the mutants that a test runs at all, the percentage that some test must notice, in every room. */
export const bar = 90
