import * as z from 'zod'
import { chronologyEntrySchema, entryKinds } from '../../chronology/entry.ts'
import { chronologySchema } from '../../chronology/notification.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'

const ofEntries = [standIn(keysOf(entryKinds), 'CONCERN')]

export const chronologyKind = rowKind({
  name: 'chronology',
  places: ['casework CHILD CHRONOLOGY'],
  content: 'chronology',
  shape: { version: z.number(), chronology: chronologySchema },
})

/** An entry that may be seen, by everybody or by the authority's lead. */
export const entryKind = rowKind({
  name: 'entry',
  places: [
    'casework CHILD ENTRY',
    'casework CHILD LEADS',
    'casework CHILD ENGAGED',
    'casework CHILD LEADS_ENGAGED',
  ],
  content: 'entry',
  shape: { entry: chronologyEntrySchema },
  standIns: ofEntries,
})

/** An entry that nobody sees. */
export const withheldKind = rowKind({
  name: 'withheld-entry',
  places: ['casework CHILD WITHHELD'],
  content: 'withheld',
  shape: { withheld: chronologyEntrySchema },
  standIns: ofEntries,
})

/** By which entry another was corrected. */
export const supersededKind = rowKind({
  name: 'superseded',
  places: ['casework CHILD SUPERSEDED', 'casework CHILD LEADS_SUPERSEDED'],
  shape: { supersededBy: z.string() },
})
