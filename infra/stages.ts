import { CliCredentialsStackSynthesizer, type IStackSynthesizer } from 'aws-cdk-lib'
import type { Node } from 'constructs'
import { readTrial, type TrialSettings } from './read-trial.ts'

/** What the edge needs that only an organisation can supply: its name on the internet and the certificate for it. */
export type EdgeSettings = {
  readonly domainName: string
  readonly certificateArn: string
  /** Version of truststore.pem in the truststore bucket; with it the API asks every caller for a client certificate. */
  readonly truststoreVersion: string | undefined
}

/** Everything in which two stages may differ; a test compares their templates and fails on any other difference. */
export type Stage = {
  readonly name: 'production' | 'local'
  /** Where callers find the API: it is also the issuer of access tokens. */
  readonly address: string
  /** Further addresses of the token endpoint that an assertion may be meant for. */
  readonly otherTokenAddresses: readonly string[]
  /** First line of every checkpoint of the audit log. @see https://c2sp.org/tlog-checkpoint */
  readonly logOrigin: string
  readonly synthesizer: IStackSynthesizer | undefined
  readonly refusesPlainHttp: boolean
  readonly edge: EdgeSettings | undefined
  readonly apiId: string | undefined
  readonly trial: TrialSettings
}

const productionOf = (context: Node): Stage => {
  const domainName = required(context, 'domainName')
  return {
    name: 'production',
    address: `https://${domainName}/v1`,
    otherTokenAddresses: [],
    logOrigin: `${domainName}/audit`,
    synthesizer: undefined,
    refusesPlainHttp: true,
    edge: {
      domainName,
      certificateArn: required(context, 'certificateArn'),
      truststoreVersion: optional(context, 'truststoreVersion'),
    },
    apiId: undefined,
    trial: trialIn(context),
  }
}

/** Id of the local API; MiniStack takes any eight hex digits. */
export const localApiId = 'beac0de5'

const localOf = (context: Node): Stage => ({
  name: 'local',
  // No domain name of its own on a laptop; every resolver sends *.localhost to this machine.
  address: `http://${localApiId}.execute-api.localhost:${required(context, 'port')}/v1`,
  // Clients whose resolver does not know *.localhost reach the emulator by number.
  otherTokenAddresses: [
    `http://127.0.0.1:${required(context, 'port')}/_aws/execute-api/${localApiId}/v1/token`,
  ],
  logOrigin: 'hub.localhost/audit',
  // Under AUTH=true MiniStack refuses the bootstrap roles their own bucket, so the CLI deploys as its caller.
  synthesizer: new CliCredentialsStackSynthesizer() as IStackSynthesizer,
  // MiniStack speaks plain HTTP and enforces the denials.
  refusesPlainHttp: false,
  // MiniStack knows no AWS::WAFv2::WebACLAssociation; domain and trail belong to the same stack.
  edge: undefined,
  // MiniStack makes a new id at each deployment unless this tag names one; a fixed id keeps the address.
  apiId: localApiId,
  trial: trialIn(context),
})

const stages = { production: productionOf, local: localOf } as const

/** @throws Error when the context names no known stage, or lacks what that stage needs */
export const readStage = (context: Node): Stage => {
  const name = required(context, 'stage')
  if (name !== 'production' && name !== 'local') throw new Error(`there is no stage ${name}`)
  return stages[name](context)
}

const trialIn = (context: Node): TrialSettings =>
  readTrial(required(context, 'trialMatches'), required(context, 'trialAuthorities'))

const optional = (context: Node, key: string): string | undefined => {
  const value: unknown = context.tryGetContext(key)
  return value === undefined ? undefined : String(value)
}

const required = (context: Node, key: string): string => {
  const value = optional(context, key)
  if (value === undefined) throw new Error(`context ${key} is missing: set it in cdk.json or by -c`)
  return value
}
