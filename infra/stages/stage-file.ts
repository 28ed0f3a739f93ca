import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import {
  type Authority,
  agencyInFileSchema,
  authorityInFileSchema,
} from '../../shared/agencies/directory.ts'

const moduleSchema = z.object({ stage: z.unknown() })

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length

/** Its alerts are fetched from its queue, as they are; and nothing real is ever left to it. */
const isPlainRehearsal = ({ rehearsal, delivery, sealingKeys = [], until }: Authority): boolean =>
  rehearsal !== true || (delivery === undefined && sealingKeys.length === 0 && until === undefined)

const directorySchema = z
  .object({
    authorities: z.array(authorityInFileSchema).min(1),
    agencies: z.array(agencyInFileSchema),
  })
  .refine(
    ({ authorities }) => unique(authorities.map(({ code }) => code)),
    'an authority stands twice',
  )
  .refine(
    ({ authorities }) => unique(authorities.map(({ key }) => key)),
    'two authorities share a key',
  )
  .refine(({ agencies }) => unique(agencies.map(({ key }) => key)), 'an agency stands twice')
  .refine(
    ({ authorities, agencies }) =>
      [authorities, agencies].every(
        (all) => all.filter(({ rehearsal }) => rehearsal === true).length === 1,
      ),
    'the hub rehearses with one authority and one agency (rehearsal: true)',
  )
  .refine(
    ({ authorities }) => authorities.every(isPlainRehearsal),
    'the authority that the hub rehearses with has a queue, and replaces nobody',
  )
  .refine(
    ({ agencies }) =>
      agencies.every(
        ({ rehearsal, mailDomains }) => rehearsal !== true || mailDomains === undefined,
      ),
    'nobody writes to the agency that the hub rehearses with: it has no mail domains',
  )
  .refine(
    ({ agencies }) =>
      agencies.every(({ rehearsal, delivery }) => rehearsal !== true || delivery === undefined),
    'nobody is told at the agency that the hub rehearses with: it has no delivery',
  )

/**
 * What a deployment is told, one file a stage: whom it serves, and how a model is tried. Whoever is served stays in the file
 * when it ends (`until`, `replacedBy`): its queues may still hold something.
 */
export const stageFileSchema = z
  .object({
    directory: directorySchema,
    /** Stacks over which the queues of agencies spread, some forty each. It moves queues to change it. */
    agencyStacks: z.int().min(1).max(64),
    /** `needed`: matches that people must confirm in a row before a model may act alone, and on whose registers it is on trial. */
    trial: z.object({
      needed: z.int().min(0),
      authorities: z.union([z.literal('ALL'), z.array(z.string())]),
    }),
    /** Which authority answers where: the file that `hub places pack` made, by its path from where the hub is deployed from. */
    places: z.string().optional(),
    /** Hosts, by name, that clients' public keys may be fetched from when the operator says so. */
    jwksHosts: z.array(z.string()).optional(),
    /** Who signs in to the console as what; left out where the deployment has no console. */
    console: z
      .object({
        /** Names of the identity provider’s claims: of the work id, of the person’s name, and of what they are. */
        claims: z.object({ workId: z.string(), name: z.string(), positions: z.string() }),
        /** What each value of that last claim stands for: a role of the console, and the key of the agency or authority. */
        positions: z.record(
          z.string(),
          z.object({ role: z.string(), organisation: z.string().optional() }),
        ),
        /** While the hub is worked on, or late: what the console tells everybody (docs/runbooks/serve-console.md). */
        state: z.enum(['closed', 'behind']).optional(),
        /** Languages beside English that somebody whose own it is has read. */
        languages: z.array(z.enum(['cy'])).optional(),
      })
      .optional(),
    /** What only an organisation can supply: its name on the internet, and the certificate for it. */
    edge: z
      .object({
        /** The AWS account that it is for; no other is deployed to. */
        account: z.string().regex(/^\d{12}$/),
        domainName: z.string(),
        certificateArn: z.string(),
        /** Version of truststore.pem in the truststore bucket; with it the API asks every caller for a client certificate. */
        truststoreVersion: z.string().optional(),
        /** The secret with the certificate that the hub shows when it calls itself; with a truststore, and only then. */
        clientCertificateArn: z
          .string()
          .regex(/^arn:aws:secretsmanager:eu-west-2:\d{12}:secret:[\w/+=.@-]+$/)
          .optional(),
        /** Where the console stands, and the identity provider that its people sign in at. */
        console: z
          .object({
            domainName: z.string(),
            certificateArn: z.string(),
            issuer: z.url({ protocol: /^https$/ }),
            clientId: z.string(),
            /** The secret that the provider gave, where it takes no key. */
            clientSecretArn: z
              .string()
              .regex(/^arn:aws:secretsmanager:eu-west-2:\d{12}:secret:[\w/+=.@-]+$/)
              .optional(),
          })
          .optional(),
        /** Where alarms wake somebody: HTTPS of a paging service. An alarm that nobody hears is none. */
        operationsSubscription: z.url({ protocol: /^https$/ }),
        /** The locked vault in another account to which every backup is copied (docs/deploy.md). */
        backupVaultArn: z
          .string()
          .regex(/^arn:aws:backup:eu-west-2:\d{12}:backup-vault:[A-Za-z0-9_-]{2,50}$/),
      })
      .refine(
        ({ truststoreVersion, clientCertificateArn }) =>
          (truststoreVersion === undefined) === (clientCertificateArn === undefined),
        {
          path: ['clientCertificateArn'],
          error: 'where callers show a certificate the hub shows one too, and nowhere else',
        },
      )
      .optional(),
  })
  .refine(
    ({ console: told, edge }) =>
      edge === undefined || (told === undefined) === (edge.console === undefined),
    {
      path: ['edge', 'console'],
      error: 'a console needs both: who signs in as what, and where it stands',
    },
  )
  .refine(
    ({ trial, directory }) =>
      trial.authorities === 'ALL' ||
      trial.authorities.every((code) => directory.authorities.some((one) => one.code === code)),
    {
      path: ['trial', 'authorities'],
      error: 'an authority is on trial that this hub does not serve',
    },
  )

/** What a stage's file exports as `stage`, not yet read. @throws Error when there is no such file */
export const importStage = async (path: string): Promise<unknown> =>
  moduleSchema.parse(await import(pathToFileURL(resolve(path)).href)).stage

export type StageFile = z.infer<typeof stageFileSchema>
