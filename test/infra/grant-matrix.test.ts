import { describe, expect, it } from 'vitest'
import { grantMatrixOf } from './grant-matrix.ts'
import { templatesOf } from './synth.ts'

const lines = grantMatrixOf(templatesOf('production'))

it('lets each role do what was reviewed in grant-matrix.txt, and not one thing more', async () => {
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('grant-matrix.txt')
})

const writing = /dynamodb:(?:Put|Update|Delete)Item/
const counts = 'QUOTA#*'

/** Who may write a table, and which partitions of it where not all; the counts of calls, which every guard keeps, aside. */
const writersOf = (table: string): string[] =>
  lines
    .map((line) => line.split(' | '))
    .filter(([, of, how = '']) => of === table && !how.includes('NEVER') && writing.test(how))
    .map(([role = '', , how = '']) => ({ role, of: /^\(of ([^)]*)\)/.exec(how)?.[1] ?? 'all' }))
    .filter(({ of }) => of !== counts)
    .map(({ role, of }) => `${role}: ${of}`)

describe('a table is written', () => {
  it('as a whole by those whose work it is, and by nobody else', () => {
    expect(writersOf('Directory')).toEqual(['Operator: all'])
    expect(writersOf('Tokens')).toEqual(['DeliverAlerts: DELIVERYKEY', 'IssueToken: JTI#*'])
    expect(writersOf('Register')).toEqual([
      'LoadParts: ADULT#*, BK#*, CHILD#*',
      'MaintainRegister: ADULT#*, BK#*, CHILD#*',
      'RotateIndex: all',
      'TidyRegister: ADULT#*, BK#*, CHILD#*',
    ])
    expect(writersOf('AuditLog')).toEqual(['ExpireEntries: SUBJECT#*', 'SealAudit: all'])
  })

  it('where it is what came in by the doors, by each in partitions of its own', () => {
    expect(writersOf('Intake')).toEqual([
      'AssessConcern: ARRIVED#*',
      'ChallengeAnswer: ARRIVED#*, CONCERN#*, IDEM#*',
      'ChangeConsent: ARRIVED#*, CONCERN#*, IDEM#*',
      'ExpireConcerns: ARRIVED#*, CONCERN#*',
      'SubmitConcern: ARRIVED#*, CONCERN#*, IDEM#*',
      'WatchClocks: ARRIVED#*',
    ])
  })

  it('where it is what the hub makes of it, as a whole by those alone who decide', () => {
    expect(writersOf('Casework')).toEqual([
      'AnswerAlert: ALERT#*, CHILD#*, CONCERN#*, DIGEST#*, LEFT_OVER, OUTBOX#*',
      'AnswerAlert: LEFT_OVER',
      'AssessConcern: LEFT_OVER',
      'AssessConcern: all',
      'ChallengeAnswer: ALERT#*, CONCERN#*, OUTBOX#*',
      'DeliverAlerts: OUTBOX#*',
      'ExpireConcerns: CONCERN#*, LK#*, REVIEW#*, TOLD#*',
      'ExpireConcerns: QUARANTINE',
      'ExpireEntries: EXPIRED_THROUGH',
      'GrantEmergencyAccess: EMERGENCY#*',
      'GrantEmergencyAccess: OUTBOX#*',
      'ImportRegister: IMPORT#*',
      'LoadParts: HOUSEHOLD#*, REGISTER#*',
      'LoadParts: IMPORT#*',
      'LoadParts: WRITTEN_AGREEMENT#*',
      'MaintainRegister: HOUSEHOLD#*, REGISTER#*',
      'MaintainRegister: WRITTEN_AGREEMENT#*',
      'MeasureHub: OUTBOX#*',
      'Operator: QUARANTINE',
      'PublishMessages: CHECKPOINTS, ELSEWHERE#*, QUARANTINE, UNAGREED#*, WATCHED#*, WRITTEN_AGREEMENT#*',
      'PublishMessages: DIGEST#*, OUTBOX#*, UNREAD#*',
      'ReadAlerts: ALERT#*',
      'ReadAlerts: EMERGENCY#*',
      'ReadChronology: EMERGENCY#*',
      'ReadUploads: IMPORT#*',
      'RelayAlerts: DIGEST#*, OUTBOX#*, UNREAD#*',
      'ReportUse: WATCHED#*, WATCHED_THROUGH',
      'ReviewConcerns: LEFT_OVER',
      'ReviewConcerns: all',
      'RotateIndex: CONCERN#*, LK#*',
      'RotateIndex: HOUSEHOLD#*, REGISTER#*',
      'TellSenders: CHANGES#*',
      'TidyRegister: HOUSEHOLD#*, REGISTER#*',
      'TidyRegister: QUARANTINE',
      'WatchClocks: AGAIN#*, LEFT_OVER, QUARANTINE, UNREAD#*',
      'WatchClocks: all',
    ])
  })
})
