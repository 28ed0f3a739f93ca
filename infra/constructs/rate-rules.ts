import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'

/** Seconds over which WAF counts. */
const window = 300

/**
 * What each may ask in that time. A council stands behind one address with all its systems and a nightly load, so its address says
 * little; a token says which client it is, and is a new one every five minutes.
 */
const limits = {
  /** Thirty a second by one client, for five minutes. */
  token: 9_000,
  /** Of one address: a hundred clients that ask for a token as often as they need one, five times over. */
  tokenRequests: 500,
  /** Of one address, whatever it sends: as many as the gateway lets through of all. */
  address: 60_000,
} as const

/** Told as the hub itself tells it, to whoever comes back too soon. */
const blocked: CfnWebACL.RuleActionProperty = {
  block: {
    customResponse: {
      responseCode: 429,
      responseHeaders: [{ name: 'Retry-After', value: '60' }],
    },
  },
}

const metric = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false, // samples would hold headers and query strings
})

type RateRule = {
  readonly name: string
  readonly statement: Omit<CfnWebACL.RateBasedStatementProperty, 'evaluationWindowSec'>
}

const asSent = [{ priority: 0, type: 'NONE' }]
/** The scheme of a token may be written in any case. */
const inAnyCase = [{ priority: 0, type: 'LOWERCASE' }]

const rules: readonly RateRule[] = [
  {
    name: 'rate-of-a-token',
    statement: {
      aggregateKeyType: 'CUSTOM_KEYS',
      customKeys: [{ header: { name: 'authorization', textTransformations: inAnyCase } }],
      limit: limits.token,
    },
  },
  {
    name: 'rate-of-token-requests',
    statement: {
      aggregateKeyType: 'IP',
      limit: limits.tokenRequests,
      scopeDownStatement: {
        byteMatchStatement: {
          fieldToMatch: { uriPath: {} },
          positionalConstraint: 'EXACTLY',
          searchString: '/v1/token',
          textTransformations: asSent,
        },
      },
    },
  },
  {
    name: 'rate-of-an-address',
    statement: { aggregateKeyType: 'IP', limit: limits.address },
  },
]

/** A client, and not the address that it shares with others, is told to wait. A request without a token counts to no client. */
export const rateRules = (): readonly CfnWebACL.RuleProperty[] =>
  rules.map(({ name, statement }, priority) => ({
    name,
    priority,
    action: blocked,
    statement: { rateBasedStatement: { ...statement, evaluationWindowSec: window } },
    visibilityConfig: metric(name),
  }))
