import { keysOf } from '../kernel/keys-of.ts'

type Flaw = {
  readonly wrong: string
  readonly mend: string
  /**
   * `refused`: the record is not loaded, and its rows go to the file of rows to mend. `taken`: it is loaded without what
   * is wrong. `left out`: it is not loaded, and nothing need be mended.
   */
  readonly verdict: 'refused' | 'taken' | 'left out'
}

/** All that can be wrong with what a load tells, by code: what it is, and what whoever keeps the source does about it. */
export const flaws = {
  ROW_UNREADABLE: {
    wrong:
      'The row cannot be read: a quotation mark is not closed, it is no JSON, or its JSON says one thing twice',
    mend: 'Export the row again; do not edit it in a spreadsheet',
    verdict: 'refused',
  },
  CELLS_UNLIKE_HEADER: {
    wrong: 'The row has more cells than the header',
    mend: 'Put text that holds a comma between quotation marks',
    verdict: 'refused',
  },
  ID_MISSING: {
    wrong: 'The row does not say whom it is about',
    mend: 'Fill in the id of the child, or of the adult',
    verdict: 'refused',
  },
  ID_UNFIT: {
    wrong: 'The id holds other signs than letters, digits, - and _, or is longer than 64',
    mend: 'Send the id of the case system as it is, without a name',
    verdict: 'refused',
  },
  ID_LIKE_NHS_NUMBER: {
    wrong: 'The id may be an NHS number, which must not stand in addresses and logs',
    mend: 'Put a letter before the ids of this table and of all others, from the first load on',
    verdict: 'refused',
  },
  PERSON_TWICE: {
    wrong: 'Two rows tell differently of one person',
    mend: 'Leave the row that is right',
    verdict: 'refused',
  },
  PERSON_REPEATED: {
    wrong: 'A row stands twice',
    mend: 'Nothing need be done; look for a join that multiplies rows',
    verdict: 'taken',
  },
  PERSON_UNKNOWN: {
    wrong: 'A row is about somebody of whom no row says who they are',
    mend: 'Send the person’s own row with it',
    verdict: 'refused',
  },
  NAME_MISSING: {
    wrong: 'A child who is born has no name',
    mend: 'Fill in a given or a family name',
    verdict: 'refused',
  },
  NAME_IN_PART: {
    wrong: 'Only one of given and family name is there',
    mend: 'Fill in the other, if the child has it',
    verdict: 'taken',
  },
  NAME_PLACEHOLDER: {
    wrong: 'A word such as UNKNOWN, BABY or TBC stands for a name',
    mend: 'Leave the cell empty until the name is known',
    verdict: 'taken',
  },
  NAME_NOT_LETTERS: {
    wrong: 'A name holds digits',
    mend: 'Take notes and numbers out of the name',
    verdict: 'taken',
  },
  NAME_TOO_LONG: {
    wrong: 'A name is longer than 100 signs',
    mend: 'Take notes out of the name',
    verdict: 'refused',
  },
  BIRTH_MISSING: {
    wrong: 'A child has neither a date of birth nor an expected one',
    mend: 'Fill in one of them',
    verdict: 'refused',
  },
  BIRTH_UNREADABLE: {
    wrong: 'A child’s date of birth is no day of the calendar',
    mend: 'Write it as 2019-04-30 or 30/04/2019',
    verdict: 'refused',
  },
  BIRTH_PLACEHOLDER: {
    wrong: 'A child’s date of birth is 1 January 1900 or another that systems put for none',
    mend: 'Fill in the date, or the expected one',
    verdict: 'refused',
  },
  BIRTH_IN_FUTURE: {
    wrong: 'A child’s date of birth has not come yet',
    mend: 'Put it into the column of the expected date',
    verdict: 'refused',
  },
  BIRTH_AND_EXPECTED: {
    wrong: 'Both a date of birth and an expected one are there (CIN rule 8525)',
    mend: 'Empty the expected date once a child is born; the date of birth is taken',
    verdict: 'taken',
  },
  EXPECTED_UNREADABLE: {
    wrong: 'The expected date is no day of the calendar',
    mend: 'Write it as 2019-04-30 or 30/04/2019',
    verdict: 'refused',
  },
  EXPECTED_LONG_PAST: {
    wrong: 'The child was expected more than four weeks ago',
    mend: 'Record the birth, or that there was none',
    verdict: 'taken',
  },
  EXPECTED_TOO_FAR: {
    wrong: 'The child is expected more than 42 weeks from now',
    mend: 'Look whether the year is right',
    verdict: 'refused',
  },
  NOT_A_CHILD: {
    wrong: 'The person is 18 or over, and no row says whose adult they are',
    mend: 'Nothing need be done; parents are loaded once a relationship names them',
    verdict: 'left out',
  },
  CHILD_DIED: {
    wrong: 'A date of death is recorded of the child',
    mend: 'Close the record by hand: a load does not decide what is to be told of it',
    verdict: 'refused',
  },
  SEX_UNREADABLE: {
    wrong: 'The sex is none of M, F, U, 0, 1, 2 and 9',
    mend: 'Use one of these; U is taken',
    verdict: 'taken',
  },
  SEX_OF_UNBORN: {
    wrong: 'An unborn child has a sex (CIN rule 8750)',
    mend: 'Use U until the birth; U is taken',
    verdict: 'taken',
  },
  NHS_NUMBER_WRONG: {
    wrong: 'An NHS number has not ten digits, or a wrong check digit',
    mend: 'Trace it again; the record is taken without it',
    verdict: 'taken',
  },
  NHS_NUMBER_PLACEHOLDER: {
    wrong: 'A number of one repeated digit stands for the NHS number',
    mend: 'Leave the cell empty',
    verdict: 'taken',
  },
  NHS_NUMBER_OF_ANOTHER: {
    wrong: 'A child and an adult of it have the same NHS number',
    mend: 'Find out whose it is; the adult is taken without it',
    verdict: 'taken',
  },
  UPN_WRONG: {
    wrong: 'The pupil number has not the form A123456789012, or a wrong check letter',
    mend: 'Correct it with the school; the record is taken without it',
    verdict: 'taken',
  },
  POSTCODE_WRONG: {
    wrong: 'The postcode has no form that postcodes have',
    mend: 'Correct it; the rest of the address is taken',
    verdict: 'taken',
  },
  POSTCODE_PSEUDO: {
    wrong: 'The postcode is a ZZ99 code, which stands for no place',
    mend: 'Nothing need be done; the address is taken without it',
    verdict: 'taken',
  },
  ADDRESS_CONFIDENTIAL: {
    wrong: 'The address is marked confidential and left out by the source',
    mend: 'Nothing need be done; the person’s address is restricted from now on',
    verdict: 'taken',
  },
  ADDRESS_EMPTY: {
    wrong: 'An address says no place',
    mend: 'Fill it in, or send no row',
    verdict: 'taken',
  },
  ADDRESS_UNREADABLE: {
    wrong: 'The JSON of an address cannot be read, or a part is too long',
    mend: 'Export the table again; the postcode is taken',
    verdict: 'taken',
  },
  ADDRESS_DATES: {
    wrong: 'A date of an address is no day, or it ends before it begins',
    mend: 'Correct the dates; the address is taken without them',
    verdict: 'taken',
  },
  ADDRESSES_TOO_MANY: {
    wrong: 'More than eight addresses',
    mend: 'Nothing need be done; the newest eight are taken',
    verdict: 'taken',
  },
  STATUS_MISSING: {
    wrong: 'No episode, plan or status says how children’s social care works with the child',
    mend: 'Send the status, or the tables of episodes and plans with it',
    verdict: 'refused',
  },
  STATUS_UNREADABLE: {
    wrong: 'The status is none of those that the hub knows',
    mend: 'Use one of the codes below',
    verdict: 'refused',
  },
  STATUS_DATES: {
    wrong: 'A date of a status is no day, or it ends before it begins',
    mend: 'Correct the dates; the status is taken without them',
    verdict: 'taken',
  },
  STATUS_IN_FUTURE: {
    wrong: 'A status begins after today',
    mend: 'Look whether the year is right; the status is left out until then',
    verdict: 'taken',
  },
  CLOSED_WITHOUT_DATE: {
    wrong: 'A closed case has no date of closure',
    mend: 'Fill in the date',
    verdict: 'refused',
  },
  STATUSES_TOO_MANY: {
    wrong: 'More than twenty earlier statuses',
    mend: 'Nothing need be done; the newest twenty are taken',
    verdict: 'taken',
  },
  RELATION_WITHOUT_CHILD: {
    wrong: 'A relationship names a child that is not in this load',
    mend: 'Send the child’s row with it',
    verdict: 'refused',
  },
  ADULT_OF_TOO_MANY: {
    wrong: 'More than 200 children have one adult, whose id stands for somebody unknown',
    mend: 'Leave out relationships whose adult is not known; the children are taken without this one',
    verdict: 'taken',
  },
  RELATION_WITHOUT_ADULT: {
    wrong: 'A relationship names an adult of whom no row says who they are',
    mend: 'Send the adult’s row, or the adult’s name in the relationship',
    verdict: 'refused',
  },
  RELATION_TO_SELF: {
    wrong: 'A relationship of somebody with themselves',
    mend: 'Correct one of the two ids',
    verdict: 'refused',
  },
  RELATION_TWICE: {
    wrong: 'A relationship stands twice and differs',
    mend: 'Leave the row that is right; the one in force is taken, or the later',
    verdict: 'taken',
  },
  RELATION_UNREADABLE: {
    wrong: 'The relationship is a word that the hub does not know',
    mend: 'Use one of the words below; OTHER is taken',
    verdict: 'taken',
  },
  RELATION_UNSAID: {
    wrong: 'Two people are of one family, and no row says how they are related',
    mend: 'Send the relationships; OTHER is taken',
    verdict: 'taken',
  },
  RELATION_DATES: {
    wrong: 'A date of a relationship is no day, or it ends before it begins',
    mend: 'Correct the dates; the relationship is taken without them',
    verdict: 'taken',
  },
  FAMILY_TOO_LARGE: {
    wrong: 'A family of more than forty people',
    mend: 'Look whether the family id is a default; nobody is related by it',
    verdict: 'taken',
  },
  NO_ADULTS: {
    wrong: 'A child has no adult, so no concern about a parent can find it',
    mend: 'Send the relationships',
    verdict: 'taken',
  },
  ADULTS_TOO_MANY: {
    wrong: 'More than twelve adults of one child',
    mend: 'Nothing need be done; parents and relationships in force are taken first',
    verdict: 'taken',
  },
  ADULT_NAME_MISSING: {
    wrong: 'An adult has no name',
    mend: 'Fill in a given or a family name; the child is taken without the adult',
    verdict: 'taken',
  },
  ADULT_BIRTH_WRONG: {
    wrong: 'An adult’s date of birth is no day, stands for none, or has not come yet',
    mend: 'Correct it; the adult is taken without it',
    verdict: 'taken',
  },
  ADULT_TOLD_DIFFERENTLY: {
    wrong: 'Two rows tell differently of one adult',
    mend: 'Leave what is right; what both say is taken, and of the rest one',
    verdict: 'taken',
  },
  PARENT_TOO_YOUNG: {
    wrong: 'A mother or father is less than eleven years older than the child',
    mend: 'Look whether the relationship or a date of birth is wrong',
    verdict: 'taken',
  },
  ADULT_DIED: {
    wrong: 'A date of death is recorded of an adult',
    mend: 'Nothing need be done; the relationship ends on that day',
    verdict: 'taken',
  },
  YES_OR_NO_UNREADABLE: {
    wrong: 'A cell that takes yes or no says something else',
    mend: 'Use Y or N; UNKNOWN is taken',
    verdict: 'taken',
  },
  RESTRICTED_UNREADABLE: {
    wrong: 'A cell that says whether somebody is restricted says something else than yes or no',
    mend: 'Use Y or N; the address is restricted from now on',
    verdict: 'taken',
  },
  TELEPHONE_WRONG: {
    wrong: 'A telephone number is longer than 20 signs, or holds no digits',
    mend: 'Correct it; the person is taken without it',
    verdict: 'taken',
  },
  EMAIL_WRONG: {
    wrong: 'An e-mail address has no form that such addresses have',
    mend: 'Correct it; the person is taken without it',
    verdict: 'taken',
  },
  TEXT_TOO_LONG: {
    wrong: 'A team, school or practice is longer than 200 signs',
    mend: 'Take notes out of it; the record is taken without it',
    verdict: 'taken',
  },
  PURGED: {
    wrong: 'The source asks that a child be deleted',
    mend: 'Nothing need be done; the case is closed, and the record is deleted by hand or not at all',
    verdict: 'taken',
  },
  FITS_NO_CONTRACT: {
    wrong: 'A whole record does not fit the contract of PUT /v1/children/{id}',
    mend: 'Correct the fields that the file of rows to mend names',
    verdict: 'refused',
  },
} as const satisfies Record<string, Flaw>

export type FlawCode = keyof typeof flaws
export const flawCodes = keysOf(flaws)

export const isRefusing = (code: FlawCode): boolean => flaws[code].verdict === 'refused'
