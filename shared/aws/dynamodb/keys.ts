import type { MessageKey } from '../../outbox/outbox-message.ts'
import type { Key } from './store.ts'

/** Every key of the directory, tokens, intake, register and casework tables, in one place. Ids in them are opaque; no key holds personal data. */
export const childKey = (childId: string): Key => ({ pk: `CHILD#${childId}`, sk: 'CHILD' })
export const adultKey = (adultId: string): Key => ({ pk: `ADULT#${adultId}`, sk: 'ADULT' })
/** A person's record in the register. */
export const personKey = (of: 'child' | 'adult', id: string): Key =>
  of === 'child' ? childKey(id) : adultKey(id)
/** `hash` is `<key version>#<kind of key>#<HMAC>`. */
export const indexKey = (hash: string, of: 'child' | 'adult', id: string): Key => ({
  pk: `BK#${hash}`,
  sk: personKey(of, id).pk,
})
/** In casework: keys of the index that one attempt to write a record may leave behind. */
export const unfinishedKey = ({
  of,
  id,
  attempt,
}: {
  readonly of: 'child' | 'adult'
  readonly id: string
  readonly attempt: string
}): Key => ({ pk: `REGISTER#${personKey(of, id).pk}`, sk: `INDEX#${attempt}` })
/** In casework: that the keys of this adult's children do not yet follow this version of the adult's record. */
export const rekeyKey = ({
  adultId,
  version,
}: {
  readonly adultId: string
  readonly version: number
}): Key => ({ pk: `REGISTER#${adultKey(adultId).pk}`, sk: `REKEY#${version}` })

/** In casework: how far a load of an authority's register is. */
export const registerLoadKey = (authority: string, digest: string): Key => ({
  pk: `REGISTER#LOAD#${authority}`,
  sk: `LOAD#${digest}`,
})

/** In casework: an import of files into an authority's register. */
export const registerImportKey = (importId: string): Key => ({
  pk: `IMPORT#${importId}`,
  sk: 'IMPORT',
})

/** In intake what was received; in casework where it stands. */
export const concernKey = (concernId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: 'CONCERN',
})
export const assessmentKey = (concernId: string, number: number): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `ASSESSMENT#${String(number).padStart(4, '0')}`,
})
/** Rows of an assessment, or of a version of an alert, that found no room in its transaction, in parts. */
export const leftOverKey = ({
  concernId,
  number,
  part,
  alertId,
}: {
  readonly concernId: string
  readonly number: number
  readonly part: number
  readonly alertId?: string | undefined
}): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: ['LEFT_OVER', number, part, ...(alertId === undefined ? [] : [alertId])].join('#'),
})
/** Marks of all parts that are left over stand together: whoever reads what a part may belong to reads them first. */
export const leftOverMarkPartition = 'LEFT_OVER'
export const leftOverMarkKey = (of: Parameters<typeof leftOverKey>[0]): Key => ({
  pk: leftOverMarkPartition,
  sk: `LEFT_OVER#${of.concernId}#${leftOverKey(of).sk.slice('LEFT_OVER#'.length)}`,
})
/** In intake: that what was received under this key is to be taken up. In a partition of its own, which alone the hub clears. */
export const arrivalKey = ({ pk, sk }: Key): Key => ({ pk: `ARRIVED#${pk}`, sk: `ARRIVED#${sk}` })
/** What arrived, by the key that says so. */
export const receivedKey = ({ pk, sk }: Key): Key => ({
  pk: pk.slice('ARRIVED#'.length),
  sk: sk.slice('ARRIVED#'.length),
})
/** In intake. */
export const consentChangeKey = (concernId: string, changeId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `CONSENT#${changeId}`,
})
/** In intake: how many changes of consent were accepted for the concern. Their order is that of this row's versions. */
export const consentCountKey = (concernId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: 'CONSENTS',
})
/** In intake: which change of consent, or withdrawal, was accepted last. */
export const newestChangeKey = (concernId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: 'CHANGED',
})
/** In intake: a challenge of the silence on a concern, one at each level. */
export const silenceKey = (concernId: string, level: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `SILENCE#${level}`,
})
/** In intake. */
export const withdrawalKey = (concernId: string, changeId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `WITHDRAWAL#${changeId}`,
})
/** In intake: what its sender said of how the subject of a concern stands with it. */
export const engagementKey = (concernId: string, changeId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `ENGAGEMENT#${changeId}`,
})
/** In casework: what waits and fails, all of a function's together, so that one read finds them. */
export const quarantineKey = (by: string, quarantineId: string): Key => ({
  pk: 'QUARANTINE',
  sk: `QUARANTINE#${by}#${quarantineId}`,
})
export const alertKey = (alertId: string): Key => ({ pk: `ALERT#${alertId}`, sk: 'ALERT' })
/** That somebody of the alert's authority opened it: who last, and which version. */
export const openedKey = (alertId: string): Key => ({ pk: `ALERT#${alertId}`, sk: 'OPENED' })
/** That a version of an alert, told by the API's inbox alone, has still to be opened. */
export const unreadKey = ({
  alertId,
  version,
}: {
  readonly alertId: string
  readonly version: number
}): Key => ({ pk: `UNREAD#${alertId}`, sk: `UNREAD#${version}` })
export const reviewKey = (reviewId: string): Key => ({ pk: `REVIEW#${reviewId}`, sk: 'REVIEW' })
/** That one object was asked for in an emergency, and what became of it. */
export const emergencyKey = (accessId: string): Key => ({
  pk: `EMERGENCY#${accessId}`,
  sk: 'EMERGENCY',
})
/** What people said of the matches that a model would have made by itself. */
export const trialKey = (modelVersion: string): Key => ({
  pk: `TRIAL#${modelVersion}`,
  sk: 'TRIAL',
})
/** One message a version of a record and queue; the sort key is constant so that the stream can be filtered on it. */
export const outboxKey = ({ recordId, recordVersion, to }: MessageKey): Key => ({
  pk: `OUTBOX#${recordId}#${recordVersion}#${to}`,
  sk: 'OUTBOX',
})
/** A message that waits for the day's digest; its sort key keeps it from the stream's filter. */
export const digestKey = (authority: string, alertId: string, version: number): Key => ({
  pk: `DIGEST#${authority}#${alertId}#${version}`,
  sk: 'DIGEST',
})
export const chronologyKey = (childId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: 'CHRONOLOGY',
})
export const agreementKey = (agency: string, authority: string): Key => ({
  pk: `AGREEMENT#${agency}`,
  sk: `AUTHORITY#${authority}`,
})
/** In casework: that a household changed with this write of a child's record, or of an adult's. */
export const householdChangeKey = ({
  of,
  id,
  revision,
}: {
  readonly of: 'child' | 'adult'
  readonly id: string
  readonly revision: number
}): Key => ({ pk: `HOUSEHOLD#${personKey(of, id).pk}`, sk: `HOUSEHOLD#${revision}` })
/** In casework: what is to be told next of a written agreement about the child. */
export const agreementClockKey = ({
  childId,
  agreementId,
}: {
  readonly childId: string
  readonly agreementId: string
}): Key => ({ pk: `WRITTEN_AGREEMENT#${childId}`, sk: `WRITTEN_AGREEMENT#${agreementId}` })
/** An entry that the child's authority may see. Entry ids sort by when they were recorded. */
export const entryKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `ENTRY#${entryId}`,
})
/** As {@link entryKey}, for the authority's lead alone. */
export const leadsEntryKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `LEADS#${entryId}`,
})
/** How an adult stands with a service, in the child's chronology: in a range of its own, so that however often one is said, it stands in no alert in the place of something else. */
export const engagedKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `ENGAGED#${entryId}`,
})
/** As {@link engagedKey}, for the authority's lead alone. */
export const leadsEngagedKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `LEADS_ENGAGED#${entryId}`,
})
/** In casework: what the system of an agency was last told of one of its concerns. */
export const changeToldKey = (agency: string, concernId: string): Key => ({
  pk: `CHANGES#${agency}`,
  sk: `TOLD#${concernId}`,
})
/** A concern as its agency told it, by the day that it states: one told again is found there, known family or not. */
export const tellingKey = (agency: string, statedOn: string, concernId: string): Key => ({
  pk: `TOLD#${agency}#${statedOn}`,
  sk: `CONCERN#${concernId}`,
})
/** A concern under one key by which a person of it was sought; ids sort by when it was received. */
export const lookupKey = (hash: string, concernId: string): Key => ({
  pk: `LK#${hash}`,
  sk: `CONCERN#${concernId}`,
})
/** Every key under which a concern stands. */
export const lookupsKey = (concernId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: 'LOOKUPS',
})
/** That another concern of the same household protects what is told of this one. */
export const protectedKey = (concernId: string, by: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `PROTECTED#${by}`,
})
/** That a concern is to be decided again because of another one. */
export const wakeKey = (concernId: string, because: string): Key => ({
  pk: `AGAIN#${concernId}`,
  sk: `AGAIN#${because}`,
})
/** What was disclosed on a day in London without an agreement in force. */
export const unagreedKey = (day: string): Key => ({ pk: `UNAGREED#${day}`, sk: 'UNAGREED' })
/** In intake: how often a client has done what is counted, on a day in London. */
export const quotaKey = (clientId: string, day: string): Key => ({
  pk: `QUOTA#${clientId}#${day}`,
  sk: 'QUOTA',
})
/** When each authority was last sent a checkpoint. */
export const checkpointsSentKey: Key = { pk: 'CHECKPOINTS', sk: 'CHECKPOINTS' }
/** What a lead should look at of a day in London. */
export const watchReportKey = (owner: string, day: string): Key => ({
  pk: `WATCHED#${owner}`,
  sk: `WATCHED#${day}`,
})
/** The last day of which that was looked for. */
export const watchedThroughKey: Key = { pk: 'WATCHED_THROUGH', sk: 'WATCHED_THROUGH' }
/** How far entries of the log whose time is over have been deleted. */
export const expiredThroughKey: Key = { pk: 'EXPIRED_THROUGH', sk: 'EXPIRED_THROUGH' }
/** That a record of this authority is to be reported: another authority has recorded the same person. */
export const elsewhereKey = (authority: string, adultId: string): Key => ({
  pk: `ELSEWHERE#${authority}#${adultId}`,
  sk: 'ELSEWHERE',
})
/** A range of keys of its own: no read of what may be seen passes over it, so neither count nor time can tell of it. */
export const withheldKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `WITHHELD#${entryId}`,
})
/** Says by which entry that may be seen this one was corrected. */
export const supersededKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `SUPERSEDED#${entryId}`,
})
/** As {@link supersededKey}, where what corrected it is for the authority's lead alone. */
export const leadsSupersededKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `LEADS_SUPERSEDED#${entryId}`,
})
/** An alert about a child, in the order in which they were raised. */
export const childAlertKey = (childId: string, alertId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `ALERT#${alertId}`,
})
/** Authorities and agencies stand together: all of them are read at once. */
export const directoryPartition = 'DIRECTORY'
export const authorityKey = (code: string): Key => ({
  pk: directoryPartition,
  sk: `AUTHORITY#${code}`,
})
export const agencyKey = (key: string): Key => ({ pk: directoryPartition, sk: `AGENCY#${key}` })
/** Legal holds stand together: all of them are read at once. */
export const holdsPartition = 'HOLD'
export const holdKey = (holdId: string): Key => ({ pk: holdsPartition, sk: `HOLD#${holdId}` })
/** Which key signs access tokens. */
export const signingKeyKey: Key = { pk: 'SIGNING', sk: 'TOKEN' }
export const clientKey = (clientId: string): Key => ({ pk: `CLIENT#${clientId}`, sk: 'CLIENT' })
export const assertionKey = (clientId: string, jti: string): Key => ({
  pk: `JTI#${clientId}#${jti}`,
  sk: 'JTI',
})
/** In tokens: a public half of the key that signs deliveries. In a partition of its own, which whoever delivers alone writes. */
export const deliveryKeyPartition = 'DELIVERYKEY'
export const deliveryKeyKey = (kid: string): Key => ({ pk: deliveryKeyPartition, sk: `KEY#${kid}` })
export const idempotencyKey = (clientId: string, keyHash: string): Key => ({
  pk: `IDEM#${clientId}#${keyHash}`,
  sk: 'IDEM',
})
