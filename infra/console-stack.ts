import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { type Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { consoleTable } from '../shared/aws/dynamodb/tables.ts'
import { consoleFunction } from '../shared/config/functions.ts'
import { consoleApi } from './constructs/console-api.ts'
import { HubFunction } from './constructs/hub-function.ts'
import { dataKey, pinnedKey } from './constructs/hub-key.ts'
import { HubTable } from './constructs/hub-table.ts'
import { usedBy } from './constructs/key-policy.ts'
import { roleNameOf } from './grants.ts'
import type { KeysStack } from './keys-stack.ts'
import type { Stage } from './stage.ts'

export type ConsoleProps = StackProps & {
  readonly stage: Stage
  readonly at: NonNullable<Stage['consoleAt']>
  readonly keys: KeysStack
  readonly operations: ITopic
}

const role = roleNameOf(consoleFunction)

/**
 * The console: a client of the hub's API as any other, which people use by a browser. It may touch its own table and keys, and nothing of
 * the hub's: whoever takes it over can do what its clients may, and each of that is in the audit log.
 */
export class ConsoleStack extends Stack {
  readonly api: RestApiBase
  private readonly table: HubTable
  /** Signs for its clients of the API, and for itself at the identity provider (ES256). */
  private readonly signing: Key
  /** Makes the keys of its cookies, another each day. */
  private readonly cookies: Key

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id, props)
    const { stage, at, keys } = props
    this.table = new HubTable(this, 'Console', {
      definition: consoleTable,
      key: dataKey(this, 'ConsoleTable', 'what people typed in the console and have not sent'),
    })
    this.signing = pinnedKey(this, 'ConsoleSigning', {
      description: 'Signs for the clients of the console',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      policy: usedBy(this, [{ action: 'Sign', role }]),
    })
    this.cookies = pinnedKey(this, 'ConsoleCookies', {
      description: 'Makes the keys of the console’s cookies',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      policy: usedBy(this, [{ action: 'GenerateMac', role }]),
    })
    const made = this.makeFunction(props)
    made.fn.node.addDependency(this.grant(made, stage))
    this.api = consoleApi(this, 'Api', {
      fn: made.live,
      logKey: keys.logs,
      apiId: at.apiId,
      hidesOwnAddress: stage.edge !== undefined,
    })
    new CfnOutput(this, 'ConsoleAddress', { value: at.url })
    new CfnOutput(this, 'ConsoleApiId', { value: this.api.restApiId })
    new CfnOutput(this, 'ConsoleSigningKeyArn', { value: this.signing.keyArn })
  }

  private makeFunction({
    stage,
    at,
    keys,
    operations,
  }: ConsoleProps): HubFunction<typeof consoleFunction> {
    return new HubFunction(this, 'ServeConsole', {
      name: consoleFunction,
      environment: {
        CONSOLE_URL: at.url,
        API_URL: stage.calledAt,
        ISSUER: stage.address,
        CONSOLE_TABLE: this.table.tableName,
        SIGNING_KEY: this.signing.keyArn,
        COOKIE_KEY: this.cookies.keyArn,
        SIGN_IN_ISSUER: at.signIn.issuer,
        SIGN_IN_CLIENT: at.signIn.clientId,
        SIGN_IN_CREDENTIAL: at.signIn.secretArn ?? '',
        CLIENT_CERTIFICATE: stage.edge?.clientCertificateArn ?? '',
      },
      failureImpact:
        'People cannot send concerns or answer alerts by a browser; they must telephone, and systems go on',
      concurrency: 50,
      // A token and an answer of the API, one after the other; the gateway waits no longer than a second more.
      timeout: Duration.seconds(28),
      logKey: keys.logs,
      operations,
    })
  }

  /** All that it may do: nothing here is the hub's. */
  private grant(made: HubFunction, { edge, consoleAt }: Stage): Policy {
    const secrets = [consoleAt?.signIn.secretArn, edge?.clientCertificateArn].flatMap(
      (arn) => arn ?? [],
    )
    const allow = (service: string, actions: readonly string[], resources: readonly string[]) =>
      new PolicyStatement({
        actions: actions.map((action) => `${service}:${action}`),
        resources: [...resources],
      })
    const encryption = allow(
      'kms',
      ['Decrypt', 'Encrypt', 'GenerateDataKey', 'DescribeKey'],
      [this.table.key.keyArn],
    )
    encryption.addCondition('StringEquals', {
      'kms:ViaService': `dynamodb.${this.region}.amazonaws.com`,
    })
    const statements = [
      allow('dynamodb', ['GetItem', 'PutItem', 'DeleteItem'], [this.table.tableArn]),
      encryption,
      allow('kms', ['Sign', 'GetPublicKey'], [this.signing.keyArn]),
      allow('kms', ['GenerateMac'], [this.cookies.keyArn]),
      ...(secrets.length > 0 ? [allow('secretsmanager', ['GetSecretValue'], secrets)] : []),
    ]
    return new Policy(made, 'Grants', { statements, roles: [made.role] })
  }
}
