import { resolve } from 'node:path'
import * as z from 'zod'
import { forEachTable } from '../shared/aws/dynamodb/tables.ts'

export const placeSchema = z.object({
  endpoint: z.url(),
  /** Where callers without `*.localhost` in their resolver find the API. */
  apiUrl: z.url(),
  /** The API's public address, which tokens and events name. */
  address: z.url(),
  inboxes: z.record(z.string(), z.string()),
  tables: z.object(forEachTable(() => z.string())),
  indexKey: z.string(),
  checkpointKey: z.string(),
  /** What the audit log is called in its checkpoints. */
  logOrigin: z.string(),
  /** The bucket from which nothing can be taken. */
  sealedLog: z.string(),
  /** Where people find the console, and the identity provider that stands in for theirs. */
  consoleUrl: z.url(),
  signIn: z.url(),
  /** Folder of the demo clients' private keys, a PEM file each. */
  clientKeys: z.string(),
  /** Of a hub in one process: by which word the operator's commands reach what it keeps. */
  operatorWord: z.string().optional(),
})

/** A running local hub as data: what a client, a test or the `token` command needs to reach it. */
export type HubPlace = z.infer<typeof placeSchema>

/** The file that says where the hub on this machine is; the `token` command reads it. */
export const placeFile = resolve('.local', 'hub.json')
export const readPlace = (text: string): HubPlace => placeSchema.parse(JSON.parse(text))
