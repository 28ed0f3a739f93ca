/** What goes wrong, and what must hold all the same. The numbers are those of the reliability anchors, §1.6. */
export type Fault = { readonly what: string; readonly holds: string }

export const faults = {
  F1: {
    what: 'intake’s transaction is lost before the table',
    holds: 'no partial rows; the retry makes one concern',
  },
  F2: {
    what: 'intake’s transaction is applied and its reply lost',
    holds: 'the retry is told the same concern',
  },
  F3: { what: 'the key was used before', holds: 'the stored reply, never a second concern' },
  F4: {
    what: 'intake’s transaction meets a conflict that outlasts its client’s tries',
    holds: '503, nothing stored, the key can be used',
  },
  F5: { what: 'a table is throttled', holds: '503, nothing stored; the same call succeeds later' },
  F6: {
    what: 'a first try is still at work when it is said to be turned away, and is applied later',
    holds: 'one concern',
  },
  F7: {
    what: 'the function dies after intake’s transaction',
    holds: 'the concern is delivered without a retry',
  },
  F8: { what: 'one key many times at once', holds: 'one concern, the same answer' },
  F9: { what: 'the key is used again with another body', holds: '422, the first stands' },
  F10: { what: 'a stream’s record comes twice', holds: 'one effect' },
  F11: { what: 'a batch comes again because the function failed', holds: 'one effect a record' },
  F12: {
    what: 'a batch fails in part',
    holds: 'those before it once, it and those after it again',
  },
  F13: {
    what: 'the reply to the stream cannot be read, or is empty',
    holds: 'the batch comes again, or is done',
  },
  F14: { what: 'the stream is trimmed before it is read', holds: 'the sweep does it' },
  F15: {
    what: 'the assessment dies between reading and committing',
    holds: 'one decision, one alert an authority',
  },
  F16: {
    what: 'consent is changed, or the concern withdrawn, between reading and committing',
    holds: 'decided on what then stands',
  },
  F17: { what: 'a message is not taken', holds: 'it stays pending and leaves later' },
  F18: { what: 'a message is taken and the reply lost', holds: 'twice sent, one effect' },
  F19: {
    what: 'the function dies between publishing and marking',
    holds: 'twice sent, one effect',
  },
  F20: {
    what: 'marking fails, or its reply is lost',
    holds: 'twice sent, one effect; it ends as sent',
  },
  F21: {
    what: 'a call for many rows is answered 200 with some of them left out',
    holds: 'the rest is asked for again; a row is never taken for absent',
  },
  F22: {
    what: 'the topic takes a message and loses it',
    holds: 'it is told again, or somebody above is told',
  },
  F23: {
    what: 'the queue refuses the topic',
    holds: 'it lies among the dead letters, and a redrive delivers it',
  },
  F24: {
    what: 'the queue delivers twice, late and in another order',
    holds: 'the newest version stands',
  },
  F25: { what: 'the receiver dies after the effect', holds: 'the next delivery changes nothing' },
  F26: { what: 'a message is seen by two receivers at once', holds: 'one effect' },
  F27: { what: 'a message that nobody can read', holds: 'it is put aside, the others pass' },
  F28: { what: 'dead letters are put back twice, in another order', holds: 'one effect' },
  F29: {
    what: 'an answer is applied and its reply lost, or comes from another authority',
    holds: 'once; legal steps only; 404',
  },
  F30: {
    what: 'a machine’s clock is wrong by up to ten minutes',
    holds: 'order by version, nothing early',
  },
  F31: { what: 'a key is denied', holds: 'fails closed; the same call succeeds later' },
  F32: {
    what: 'the sealer dies at a call, or two seal at once',
    holds: 'no gap, no leaf twice, one root a size',
  },
  F33: { what: 'an index trails by five minutes', holds: 'late, not lost' },
  F34: {
    what: 'a table takes away a row that has expired, or lets it stand',
    holds: 'nothing is lost, done again or found by it',
  },
  F35: {
    what: 'a function freezes in the middle, and goes on after somebody else has done its work',
    holds: 'one effect',
  },
  X1: { what: 'any call is lost, or its reply', holds: 'no half-written family, nothing twice' },
  X3: {
    what: 'a child is recorded as adopted between any two calls of a decision',
    holds: 'nobody is newly told of the child through its birth mother',
  },
  X4: {
    what: 'a row that nobody can read waits among the others',
    holds: 'it stands aside by itself, and all the others go on',
  },
  X5: {
    what: 'functions of the next release run beside this one’s, and write what this one does not know',
    holds: 'all goes on',
  },
  X6: {
    what: 'a reader of a stream comes three days late, while alerts are chased',
    holds: 'nothing is done again, and every clock runs',
  },
  X7: {
    what: 'a receiver does not take what is pushed to it, or takes it and its answer is lost',
    holds: 'it is pushed again, one effect; sealed, signed, and with an entry before it leaves',
  },
  X8: {
    what: 'the register has no key of its index',
    holds: 'fails closed; nobody on a register is taken for nobody',
  },
  X9: {
    what: 'a table is put back to an earlier second (each row of it that had changed)',
    holds: 'the sum names what is missing; no two roots of one size are signed',
  },
  X10: {
    what: 'an alert of a concern is answered between reading the concern and committing what was said of it since',
    holds: 'decided on what then stands; nothing is taken for done that was not',
  },
  X2: { what: 'any function dies at any call', holds: 'no half-written family, nothing twice' },
} as const satisfies Record<string, Fault>
export type FaultName = keyof typeof faults

export type Counts = Partial<Record<FaultName, number>>
