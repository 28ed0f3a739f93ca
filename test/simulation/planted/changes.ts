import type { Plant } from './plant.ts'

const tell = 'shared/casework/tell-senders.ts'
const told = 'shared/concerns/told-change.ts'
const publish = '  await deps.publish(to, JSON.stringify(event))\n'
const mark = '  await deps.markTold(agency, change, { entries, now })\n'

/** Bugs in what the systems of senders are told of, and in what moves in their lists. */
export const changes: Readonly<Record<string, Plant>> = {
  'change marked before it is told': {
    file: tell,
    find: publish,
    replace: `  await deps.markTold(agency, change, { entries: deps.recorder(now)('CHANGE_TOLD', [concernId]), now })\n${publish}`,
    mode: 'none',
  },
  'change told and not marked': { file: tell, find: mark, replace: '', mode: 'none' },
  'change told to another agency': {
    file: tell,
    find: 'const to = changesOf(agency)',
    replace: "const to = changesOf(concernId.endsWith('0') ? 'turning-tide' : agency)",
    mode: 'none',
  },
  'changes of the last two minutes alone': {
    file: told,
    find: 'from: new Date(now.getTime() - lookedBackMilliseconds)',
    replace: 'from: new Date(now.getTime() - 2 * restMilliseconds)',
    mode: 'none',
  },
  'change told at once': {
    file: told,
    find: 'now.getTime() - restMilliseconds',
    replace: 'now.getTime()',
    mode: 'none',
  },
  'change told by its number of signs': {
    file: 'shared/outbox/change-event.ts',
    find: '  data: { concernId },',
    replace: "  data: { concernId, ...(changedAt.endsWith('5Z') && { more: true }) },",
    mode: 'none',
  },
  'known concern told of by its receipt': {
    file: told,
    find: "const known: readonly FollowedStatus[] = ['received']",
    replace: 'const known: readonly FollowedStatus[] = []',
    mode: 'none',
  },
  'told once and never again': {
    file: told,
    find: 'last?.status === status && last.changedAt === changedAt',
    replace: 'last !== undefined',
    mode: 'none',
  },
  'moved in its list by when it is to be forgotten': {
    file: 'shared/concerns/followed-concern.ts',
    find: '    seen?.askedAt,\n',
    replace: '    seen?.askedAt,\n    stored.expiresAt,\n',
    mode: 'none',
  },
}
