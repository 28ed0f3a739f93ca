import { CliCredentialsStackSynthesizer, type IStackSynthesizer } from 'aws-cdk-lib'
import type { Node } from 'constructs'
import { importStage, type StageFile, stageFileSchema } from './stages/stage-file.ts'

type ConsoleAt = {
  readonly url: string
  readonly apiId: string | undefined
  readonly signIn: {
    readonly issuer: string
    readonly clientId: string
    readonly secretArn: string | undefined
  }
}

/** Everything in which two stages may differ; a test compares their templates and fails on any other difference. */
export type Stage = Omit<StageFile, 'edge'> & {
  /** Where callers find the API: it is also the issuer of access tokens. */
  readonly address: string
  /** Further addresses of the token endpoint that an assertion may be meant for. */
  readonly otherTokenAddresses: readonly string[]
  /** What the first line of every checkpoint of the audit log begins with; the label of its table's stream follows. @see https://c2sp.org/tlog-checkpoint */
  readonly logOrigin: string
  /** Where the hub calls itself, as a client would. */
  readonly calledAt: string
  /** Whether it does so by itself, every five minutes. */
  readonly rehearsesByItself: boolean
  readonly synthesizer: IStackSynthesizer | undefined
  readonly refusesPlainHttp: boolean
  /** Whether a new version is first given to one request in ten, and taken back by itself when it fails. */
  readonly releasesGradually: boolean
  /** Whether the gateway writes a line for each request. */
  readonly logsRequests: boolean
  /** Which addresses receivers of alerts may have. */
  readonly receivers: 'internet' | 'loopback-too'
  readonly edge: StageFile['edge']
  /** The console: where it stands, and how its people sign in; none where the stage's file tells of none. */
  readonly consoleAt: ConsoleAt | undefined
  readonly apiId: string | undefined
  /** Whether each part of a sweep has a schedule of its own. */
  readonly sweepsInParts: boolean
}

const consoleIn = (edge: NonNullable<StageFile['edge']>): ConsoleAt | undefined => {
  if (edge.console === undefined) return undefined
  const { domainName, issuer, clientId, clientSecretArn: secretArn } = edge.console
  const signIn = { issuer, clientId, secretArn }
  return { url: `https://${domainName}/console`, apiId: undefined, signIn }
}

const productionOf = (file: StageFile, edge: NonNullable<StageFile['edge']>): Stage => ({
  ...file,
  address: `https://${edge.domainName}/v1`,
  otherTokenAddresses: [],
  calledAt: `https://${edge.domainName}/v1`,
  rehearsesByItself: true,
  logOrigin: `${edge.domainName}/audit`,
  synthesizer: undefined,
  refusesPlainHttp: true,
  releasesGradually: true,
  logsRequests: true,
  receivers: 'internet',
  edge,
  consoleAt: consoleIn(edge),
  apiId: undefined,
  sweepsInParts: true,
})

/** Id of the local API; MiniStack takes any eight hex digits. */
export const localApiId = 'beac0de5'
export const localConsoleId = 'beac0de6'
export const localConsoleUrl = (port: string | number): string =>
  `http://${localConsoleId}.execute-api.localhost:${port}/console`

/** Nobody’s identity provider: whoever starts the local hub starts it too, and says where. @see local/sign-in */
const localConsole = (port: string, issuer: string): ConsoleAt => ({
  url: localConsoleUrl(port),
  apiId: localConsoleId,
  signIn: { issuer, clientId: 'safeguarding-hub-console', secretArn: undefined },
})

const localOf = (file: StageFile, port: string, issuer: string): Stage => ({
  ...file,
  // No domain name of its own on a laptop; every resolver sends *.localhost to this machine.
  address: `http://${localApiId}.execute-api.localhost:${port}/v1`,
  // Clients whose resolver does not know *.localhost reach the emulator by number.
  otherTokenAddresses: [`http://127.0.0.1:${port}/_aws/execute-api/${localApiId}/v1/token`],
  logOrigin: 'hub.localhost/audit',
  // By number, for the same reason.
  calledAt: `http://127.0.0.1:${port}/_aws/execute-api/${localApiId}/v1`,
  // Its clients are let in by the test that wakes it; a demo tells one story.
  rehearsesByItself: false,
  // Under AUTH=true MiniStack refuses the bootstrap roles their own bucket, so the CLI deploys as its caller.
  synthesizer: new CliCredentialsStackSynthesizer() as IStackSynthesizer,
  // MiniStack speaks plain HTTP and enforces the denials.
  refusesPlainHttp: false,
  // MiniStack knows no AWS::CodeDeploy; an alias it points to another version at once.
  releasesGradually: false,
  // MiniStack's gateway takes the setting and writes nothing.
  logsRequests: false,
  // A receiver under test stands on the same machine.
  receivers: 'loopback-too',
  // MiniStack knows no AWS::WAFv2::WebACLAssociation; domain and trail belong to the same stack.
  edge: undefined,
  consoleAt: file.console && localConsole(port, issuer),
  // MiniStack makes a new id at each deployment unless this tag names one; a fixed id keeps the address.
  apiId: localApiId,
  // A process a part is a dozen a minute, for which a laptop has no work.
  sweepsInParts: false,
})

/** A stage from its file: with an edge it stands on the internet, and without one on this machine, at the port that the context names. */
export const stageOf = (file: unknown, context: Node): Stage => {
  const parsed = stageFileSchema.parse(file)
  return parsed.edge === undefined
    ? localOf(
        parsed,
        String(context.getContext('port')),
        String(context.tryGetContext('issuer') ?? 'http://127.0.0.1:4567'),
      )
    : productionOf(parsed, parsed.edge)
}

/** What the file of the context's `stage`, a path, says. @throws Error when there is no such file */
export const readStageFile = (context: Node): Promise<unknown> =>
  importStage(String(context.getContext('stage')))
