import type { IForbiddenRuleType } from 'dependency-cruiser'
import { pureRooms } from './floors.ts'

const domain = `^shared/(${pureRooms.join('|')})/`
const edges = '^shared/(http|streams)/'
const sdk = '^node_modules/(@aws-sdk|@smithy)/'
const outside = '^node_modules/(@aws-sdk|@smithy|@middy|aws-cdk-lib|jose|@aws-lambda-powertools)/'

/** A rule, with an import that breaks it: the test adds that import to a copy and expects the rule to be named. */
export type Rule = IForbiddenRuleType & {
  readonly name: string
  readonly brokenBy: { readonly file: string; readonly imports: string }
}

/**
 * Decisions know nothing. Adapters know decisions. Entry points know adapters. Infra knows names.
 */
export const dependencyRules: readonly Rule[] = [
  {
    name: 'domain-is-pure',
    from: { path: domain },
    to: {
      path: [
        '^shared/(aws|config|files|http|logging|sending|streams)/',
        '^(functions|infra|local|cli|bench|test)/',
        outside,
      ],
    },
    brokenBy: { file: 'shared/alerts/broken.ts', imports: '../aws/new-id.ts' },
  },
  {
    name: 'domain-has-no-io',
    from: { path: domain },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    brokenBy: { file: 'shared/sharing/broken.ts', imports: 'node:fs' },
  },
  {
    name: 'kernel-is-the-bottom',
    from: { path: '^shared/kernel/' },
    to: { path: '^shared/(?!kernel/)' },
    brokenBy: { file: 'shared/kernel/broken.ts', imports: '../people/person.ts' },
  },
  {
    name: 'policy-knows-only-its-facts',
    from: { path: '^shared/sharing/' },
    to: {
      path: '^shared/(?!sharing/|kernel/|codes/)',
    },
    brokenBy: { file: 'shared/sharing/broken.ts', imports: '../register/child.ts' },
  },
  {
    name: 'matching-knows-only-people',
    from: { path: '^shared/matching/' },
    to: { path: '^shared/(?!matching/|people/|kernel/|codes/)' },
    brokenBy: { file: 'shared/matching/broken.ts', imports: '../register/child.ts' },
  },
  {
    name: 'adapters-do-not-know-the-edge',
    from: { path: '^shared/aws/' },
    to: { path: ['^shared/(http|streams)/', '^functions/'] },
    brokenBy: { file: 'shared/aws/broken.ts', imports: './../http/etag.ts' },
  },
  {
    name: 'the-edge-does-not-know-storage',
    from: { path: edges },
    to: { path: ['^shared/aws/', '^functions/', sdk] },
    brokenBy: { file: 'shared/http/broken.ts', imports: '../aws/new-id.ts' },
  },
  {
    name: 'only-entry-points-wire',
    from: { path: '^functions/', pathNot: '^functions/[^/]+/(index|wire)\\.ts$' },
    to: { path: ['^shared/(aws|config)/', sdk] },
    brokenBy: { file: 'functions/submit-concern/broken.ts', imports: '../../shared/aws/new-id.ts' },
  },
  {
    name: 'only-index-makes-clients',
    from: { path: '^functions/[^/]+/wire\\.ts$' },
    to: { path: [sdk, '^shared/aws/(dynamodb/dynamodb-store|kms/kms-keys)\\.ts$'] },
    brokenBy: {
      file: 'functions/submit-concern/wire.ts',
      imports: '../../shared/aws/kms/kms-keys.ts',
    },
  },
  {
    name: 'functions-are-islands',
    from: { path: '^functions/([^/]+)/' },
    to: { path: '^functions/', pathNot: '^functions/$1/' },
    brokenBy: { file: 'functions/submit-concern/broken.ts', imports: '../relay-alerts/handler.ts' },
  },
  {
    name: 'infra-knows-names-only',
    from: { path: '^infra/' },
    to: {
      path: '^(shared|functions|local|cli)/',
      pathNot:
        '^shared/(config/|(kernel/(measures|parsed-json)|aws/dynamodb/tables|aws/places-text|places/packed-places|agencies/(directory|english-authorities|queues)|matching/frozen-model)\\.ts)',
    },
    brokenBy: { file: 'infra/broken.ts', imports: '../shared/sharing/policy.ts' },
  },
  {
    name: 'product-never-imports-what-runs-it',
    from: { path: '^(functions|shared|infra)/' },
    to: { path: '^(test|local|cli|bench|client)/' },
    brokenBy: { file: 'shared/http/broken.ts', imports: '../../test/builders/a-child.ts' },
  },
  {
    name: 'client-knows-what-is-published',
    from: { path: '^client/' },
    to: {
      path: [
        '^(functions|infra|local|cli|bench|test)/',
        '^shared/(?!kernel/|outbox/|config/routes\\.ts$)',
      ],
    },
    brokenBy: { file: 'client/broken.ts', imports: '../shared/concerns/concern.ts' },
  },
  {
    name: 'client-needs-jose-and-zod-alone',
    from: { path: '^client/', pathNot: '^client/build\\.ts$' },
    to: { path: '(^|/)node_modules/(?!(jose|zod)/)' },
    brokenBy: { file: 'client/broken.ts', imports: '@middy/core' },
  },
  {
    name: 'people-know-neither-demo-nor-bench',
    from: { path: '^local/people/' },
    to: { path: '^(local/(?!people/)|bench/|cli/|client/|test/|shared/|functions/|infra/)' },
    brokenBy: { file: 'local/people/broken.ts', imports: '../seed/register.ts' },
  },
  {
    name: 'demo-does-not-know-the-bench',
    from: { path: '^local/' },
    to: { path: '^(bench|cli|test)/' },
    brokenBy: { file: 'local/seed/broken.ts', imports: '../../bench/population/register.ts' },
  },
  {
    name: 'no-cycles',
    from: { path: '^(functions|shared|infra|local|cli|bench|client)/' },
    to: { circular: true },
    brokenBy: { file: 'shared/people/broken.ts', imports: './broken.ts' },
  },
]
