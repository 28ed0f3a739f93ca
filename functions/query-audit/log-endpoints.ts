import { receiptText } from '../../shared/audit/tlog-proof.ts'
import { type FollowAuditDeps, followAudit } from '../../shared/casework/follow-audit.ts'
import { type ProveEntryDeps, proveEntry } from '../../shared/casework/prove-entry.ts'
import {
  type AuditQuestion,
  type QueryAuditDeps,
  queryAudit,
  questionText,
} from '../../shared/casework/query-audit.ts'
import {
  proveConsistency,
  type ReadCheckpointDeps,
  readCheckpoint,
} from '../../shared/casework/read-checkpoint.ts'
import { filterOf } from '../../shared/http/audit-filter-of.ts'
import type { Call, Reply } from '../../shared/http/contract.ts'
import { listAuditEntriesContract } from '../../shared/http/contracts/audit.ts'
import {
  proveAuditEntryContract,
  proveConsistencyContract,
  readCheckpointContract,
} from '../../shared/http/contracts/audit-proofs.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { present } from '../../shared/kernel/present.ts'
import { beginsTooLate } from './begins-too-late.ts'

const base64 = (hash: Buffer): string => hash.toString('base64')

type Asked = Call<typeof listAuditEntriesContract>

/** GET /audit/entries */
export const answerEntries = (deps: QueryAuditDeps & FollowAuditDeps): GuardedEndpoint =>
  endpoint('listAuditEntries', listAuditEntriesContract, (call) =>
    call.query.since === undefined ? page(call, deps) : stretch(call, deps),
  )

const page = async ({ by, query }: Asked, deps: QueryAuditDeps): Promise<Reply> => {
  const { cursor, since: _, ...asked } = query
  const question: AuditQuestion = { ...filterOf(asked), limit: Number(asked.limit) }
  const result = await queryAudit({ by, question, cursor }, deps)
  if (result.kind === 'begins-too-late') throw beginsTooLate()
  const { items, next, checkpoint } = result
  const path = `/v1/audit/entries?${questionText(asked)}`
  const links =
    next === undefined ? {} : { next: `${path}&${new URLSearchParams({ cursor: next })}` }
  return { status: 200, body: { items, links, ...present({ checkpoint }) } }
}

const stretch = async ({ by, query }: Asked, deps: FollowAuditDeps): Promise<Reply> => {
  const { cursor: _c, from: _f, to: _t, since, limit, ...filter } = query
  const asked = { by, filter: filterOf(filter), since: Number(since), limit: Number(limit) }
  const { items, missing, next, checkpoint } = await followAudit(asked, deps)
  const path = `/v1/audit/entries?${questionText({ ...filter, since: next, limit })}`
  const counted = missing === 0 ? {} : { missing }
  return {
    status: 200,
    body: { items, links: { next: path }, ...counted, ...present({ checkpoint }) },
  }
}

/** GET /audit/entries/{id}/proof */
export const answerProof = (deps: ProveEntryDeps): GuardedEndpoint =>
  endpoint('proveAuditEntry', proveAuditEntryContract, async ({ by, params }) => {
    const result = await proveEntry({ by, entryId: params.id }, deps)
    if (result.kind === 'not-found')
      throw new HubError('not-found', 'no such entry in the newest checkpoint')
    const { index, size, leaf, leafHash, proof, note } = result
    return {
      status: 200,
      body: {
        index,
        size,
        leaf,
        leafHash: base64(leafHash),
        proof: proof.map(base64),
        checkpoint: note,
        receipt: receiptText({ line: leaf, index, proof, note }),
      },
    }
  })

const nothingSealed = (): HubError => new HubError('not-found', 'nothing has been sealed yet')

/** GET /audit/checkpoint */
export const answerCheckpoint = (deps: ReadCheckpointDeps): GuardedEndpoint =>
  endpoint('readCheckpoint', readCheckpointContract, async ({ by }) => {
    const result = await readCheckpoint({ by }, deps)
    if (result.kind === 'not-found') throw nothingSealed()
    const { note: checkpoint, size, lastEntryAt, ageInSeconds } = result
    return { status: 200, body: { checkpoint, size, ...present({ lastEntryAt, ageInSeconds }) } }
  })

/** GET /audit/consistency */
export const answerConsistency = (deps: ReadCheckpointDeps): GuardedEndpoint =>
  endpoint('proveConsistency', proveConsistencyContract, async ({ by, query }) => {
    const { to, ...sizes } = { from: Number(query.from), to: query.to }
    const asked = { by, ...sizes, ...(to !== undefined && { to: Number(to) }) }
    const result = await proveConsistency(asked, deps)
    if (result.kind === 'not-found') throw nothingSealed()
    if (result.kind === 'too-large')
      throw new HubError('request-invalid', 'the query does not fit its contract', {
        faults: [{ pointer: '/to', detail: 'query: from, to and the newest size in this order' }],
      })
    const { from, proof, note } = result
    return {
      status: 200,
      body: { from, to: result.to, proof: proof.map(base64), checkpoint: note },
    }
  })
