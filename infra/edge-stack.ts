import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import { type CfnTrail, Trail, type TrailProps } from 'aws-cdk-lib/aws-cloudtrail'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { CfnSamplingRule } from 'aws-cdk-lib/aws-xray'
import type { Construct } from 'constructs'
import { tracedShare } from '../shared/config/traced-share.ts'
import type { ConsoleStack } from './console-stack.ts'
import { watchBucket, watchEndings, watchOutsiders } from './constructs/alarms.ts'
import { accessLogBucket, hubBucket } from './constructs/hub-bucket.ts'
import { onInternet } from './constructs/on-internet.ts'
import { wakeBy } from './constructs/pager.ts'
import { rateRules } from './constructs/rate-rules.ts'
import type { DataStack } from './data-stack.ts'
import { roleHolders, roleNameOf } from './grants.ts'
import type { HubStack } from './hub-stack.ts'
import { keepingAccountOf } from './keeping-account.ts'
import type { KeysStack } from './keys-stack.ts'
import { keptKeyAlias, outsidersFolder, trailBucketOf, trailNames } from './names.ts'
import type { Stage } from './stage.ts'

type EdgeProps = StackProps & {
  readonly edge: NonNullable<Stage['edge']>
  readonly keys: KeysStack
  readonly data: DataStack
  readonly hub: HubStack
  readonly operations: ITopic
  readonly consoles: readonly ConsoleStack[]
}

const metric = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false, // samples would hold headers and query strings
})

const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: metric(name),
})

const ofKind = (kind: 'Data' | 'Management'): CfnTrail.AdvancedFieldSelectorProperty => ({
  field: 'eventCategory',
  equalTo: [kind],
})

const dataEvents = (
  type: string,
  arns: readonly string[],
): CfnTrail.AdvancedFieldSelectorProperty[] => [
  ofKind('Data'),
  { field: 'resources.type', equalTo: [type] },
  { field: 'resources.ARN', startsWith: [...arns] },
]

const table = 'AWS::DynamoDB::Table'

type Selected = Readonly<Record<string, CfnTrail.AdvancedFieldSelectorProperty[]>>

/** The library's construct knows simple selectors only, and makes some of its own; and no key by its alias. */
const select = (trail: Trail, key: string, selectors: Selected): void => {
  const made = trail.node.defaultChild as CfnTrail
  made.kmsKeyId = key
  made.eventSelectors = undefined
  made.advancedEventSelectors = Object.entries(selectors).map(([name, fieldSelectors]) => ({
    name,
    fieldSelectors,
  }))
}

type Outsiders = Pick<EdgeProps, 'data' | 'keys' | 'operations'> & {
  readonly common: TrailProps
  /** ARN of the key under which the files stand. */
  readonly kept: string
  readonly sealed: readonly CfnTrail.AdvancedFieldSelectorProperty[]
}

/** What stands between the internet and the hub, and what watches the hub itself. */
export class EdgeStack extends Stack {
  /** Its own, so that no bucket of this stack changes a policy of a stack that local runs share. */
  private readonly accessLog: IBucket

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id, props)
    this.accessLog = accessLogBucket(this, 'EdgeAccessLog', true)
    this.filterRequests(props)
    this.nameOnTheInternet(props)
    this.traceSome(props)
    this.recordDataEvents(props)
    wakeBy(this, {
      operations: props.operations,
      endpoint: props.edge.operationsSubscription,
      key: props.keys.alerts,
    })
  }

  private filterRequests({ hub, keys, consoles }: EdgeProps): void {
    const rates = rateRules()
    const acl = new CfnWebACL(this, 'Firewall', {
      name: 'hub',
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: metric('hub'),
      rules: [
        ...rates,
        managed('AWSManagedRulesKnownBadInputsRuleSet', rates.length),
        managed('AWSManagedRulesAmazonIpReputationList', rates.length + 1),
      ],
    })
    const { region, account } = this
    const stageArn = ({ restApiId, deploymentStage: { stageName } }: RestApiBase): string =>
      `arn:aws:apigateway:${region}::/restapis/${restApiId}/stages/${stageName}`
    const webAclArn = acl.attrArn
    new CfnWebACLAssociation(this, 'FirewallOfApi', { resourceArn: stageArn(hub.api), webAclArn })
    for (const { api } of consoles)
      new CfnWebACLAssociation(this, 'FirewallOfConsole', {
        resourceArn: stageArn(api),
        webAclArn,
      })
    const log = new LogGroup(this, 'FirewallLog', {
      logGroupName: 'aws-waf-logs-hub',
      encryptionKey: keys.logs,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    new CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [`arn:aws:logs:${region}:${account}:log-group:${log.logGroupName}`],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        // A page of the console is asked for from another, whose query says for which case.
        { singleHeader: { Name: 'referer' } },
        { singleHeader: { Name: 'form-token' } },
        { queryString: {} },
      ],
    })
  }

  /** Without a rule of its own the first request of each second is traced: at an even pace, each. */
  private traceSome({ hub }: EdgeProps): void {
    new CfnSamplingRule(this, 'TracedShare', {
      samplingRule: {
        ruleName: 'hub',
        version: 1,
        priority: 100,
        reservoirSize: 0,
        fixedRate: tracedShare,
        serviceName: `${hub.api.restApiName}/${hub.api.deploymentStage.stageName}`,
        serviceType: 'AWS::ApiGateway::Stage',
        host: '*',
        httpMethod: '*',
        urlPath: '*',
        resourceArn: '*',
      },
    })
  }

  private nameOnTheInternet({ edge, keys, hub, consoles }: EdgeProps): void {
    const truststore = hubBucket(this, 'Truststore', {
      key: keys.logs,
      accessLog: this.accessLog,
      enforceSSL: true,
    })
    const { domainName, certificateArn, truststoreVersion: version } = edge
    const mtls =
      version === undefined ? undefined : { bucket: truststore, key: 'truststore.pem', version }
    const named = { domainName, certificateArn, ...(mtls !== undefined && { mtls }) }
    onInternet(this, '', { api: hub.api, basePath: 'v1', ...named })
    // A name of its own: beside the API’s, a browser would be asked for the certificate that systems show there.
    for (const { api } of consoles)
      if (edge.console !== undefined)
        onInternet(this, 'Console', {
          api,
          basePath: 'console',
          domainName: edge.console.domainName,
          certificateArn: edge.console.certificateArn,
        })
  }

  /**
   * Two trails, into another account, where nothing can be removed (`keeping-stack.ts`): `hub` of whatever its own roles do too to the audit entries, the audit log, its
   * sealed copy and the directory's rows; `hub-outsiders` of whoever is none of these roles and touches any table, and of all that
   * changes the account's resources. It rings for each of the former, and for what of the latter is about the sealed log's bucket.
   */
  private recordDataEvents({ edge, keys, data, operations }: EdgeProps): void {
    const { tables, sealedLog } = data
    const bucket = Bucket.fromBucketName(this, 'TrailLog', trailBucketOf(edge.account))
    const common = { bucket, enableFileValidation: true }
    const kept = `arn:aws:kms:${this.region}:${keepingAccountOf(edge)}:${keptKeyAlias}`
    const sealed = dataEvents('AWS::S3::Object', [`${sealedLog.bucketArn}/`])
    select(
      new Trail(this, 'Trail', { ...common, trailName: trailNames.own, isMultiRegionTrail: false }),
      kept,
      {
        Management: [ofKind('Management')],
        SealedLog: sealed,
        Audit: dataEvents(table, [tables.auditEntries.tableArn, tables.auditLog.tableArn]),
        Directory: [
          ...dataEvents(table, [tables.directory.tableArn]),
          { field: 'readOnly', equalTo: ['false'] },
        ],
      },
    )
    this.recordOutsiders({ common, kept, sealed, data, keys, operations })
  }

  private recordOutsiders({ common, kept, sealed, data, keys, operations }: Outsiders): void {
    const { tables, sealedLog } = data
    const log = new LogGroup(this, 'TrailEvents', {
      logGroupName: 'hub-trail',
      encryptionKey: keys.logs,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    const outsiders = new Trail(this, 'OutsidersTrail', {
      ...common,
      trailName: trailNames.outsiders,
      s3KeyPrefix: outsidersFolder,
      isMultiRegionTrail: false,
      sendToCloudWatchLogs: true,
      cloudWatchLogGroup: log,
    })
    const allTables = Object.values(tables).map(({ tableArn }) => tableArn)
    select(outsiders, kept, {
      Tables: [...dataEvents(table, allTables), this.ofNoOwnRole()],
      SealedLog: [...sealed, this.ofNoOwnRole()],
      Management: [ofKind('Management'), { field: 'readOnly', equalTo: ['false'] }],
    })
    watchBucket(this, log, {
      name: 'hub-sealed-log-changed',
      bucket: sealedLog.bucketName,
      meaning:
        'Somebody changed, or tried to change, the bucket of the sealed log: its lock, its policy, what expires in it. See docs/runbooks/watch-tables.md',
      operations,
    })
    watchEndings(this, log, {
      name: 'hub-trail-changed',
      of: ['trail'],
      meaning:
        'Somebody ended or narrowed a trail, or tried to: what they do next may be written down nowhere. See docs/runbooks/watch-tables.md',
      operations,
    })
    watchOutsiders(this, log, {
      name: 'hub-touched-from-outside',
      meaning:
        'Somebody who is none of the hub’s own roles read or wrote a table of the hub. See docs/runbooks/watch-tables.md',
      operations,
    })
  }

  private ofNoOwnRole(): CfnTrail.AdvancedFieldSelectorProperty {
    const sessions = roleHolders.map(
      (name) => `arn:aws:sts::${this.account}:assumed-role/${roleNameOf(name)}/`,
    )
    return { field: 'userIdentity.arn', notStartsWith: sessions }
  }
}
