import { type Unit, type Units, units } from './units.ts'

/** The price of one unit, in US dollars without tax and without any free tier, and where AWS publishes it. */
type Price = { readonly dollars: number; readonly source: string }

const million = 1_000_000
const dynamodb = 'https://aws.amazon.com/dynamodb/pricing/on-demand/'
const kms = 'https://aws.amazon.com/kms/pricing/'
const s3 = 'https://aws.amazon.com/s3/pricing/'
const lambda = 'https://aws.amazon.com/lambda/pricing/'

/** List prices of London (eu-west-2), on demand, as known on this day. Change day and prices together. */
export const pricesAsOf = '2026-11-26'

export const prices = {
  tableWrites: { dollars: 0.7423 / million, source: dynamodb },
  indexWrites: { dollars: 0.7423 / million, source: dynamodb },
  reads: { dollars: 0.1485 / million, source: dynamodb },
  symmetricKeyCalls: { dollars: 0.03 / 10_000, source: kms },
  asymmetricKeyCalls: { dollars: 0.15 / 10_000, source: kms },
  objectPuts: { dollars: 5.3 / million, source: s3 },
  objectGets: { dollars: 0.42 / million, source: s3 },
  publications: { dollars: 0.5 / million, source: 'https://aws.amazon.com/sns/pricing/' },
  queueRequests: { dollars: 0.4 / million, source: 'https://aws.amazon.com/sqs/pricing/' },
  gatewayRequests: {
    dollars: 3.5 / million,
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  invocations: { dollars: 0.2 / million, source: lambda },
  gigabyteSeconds: { dollars: 0.000_013_333_4, source: lambda },
  logBytes: { dollars: 0.5985 / 1_000 ** 3, source: 'https://aws.amazon.com/cloudwatch/pricing/' },
  traces: { dollars: 5 / million, source: 'https://aws.amazon.com/xray/pricing/' },
} as const satisfies Record<Unit, Price>

/** Of a gigabyte kept for a month: the rows, and the point in time to which they can be restored. */
export const storagePrice = {
  dollars: 0.297_15 + 0.2377,
  source: dynamodb,
} as const satisfies Price

/** A rate to plan with, not one that anybody was quoted. */
export const poundsPerDollar = { rate: 0.76, asOf: '2026-11-26' } as const

export const poundsOf = (unit: Unit, counted: number): number =>
  counted * prices[unit].dollars * poundsPerDollar.rate

export const poundsOfAll = (counted: Units): number =>
  units.reduce((sum, unit) => sum + poundsOf(unit, counted[unit]), 0)
