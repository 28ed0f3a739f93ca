/**
 * How often a notification says something else than the register, as shares of notifications unless a line says of
 * what. After the brief of the project, the errors seen between the ONS's census and administrative sets, and the
 * linkage literature; where these say nothing, our own estimate.
 */
export const errorRates = {
  // Names
  nickname: 0.12, // of those whose name has one; with the next line about 7 % of all
  spellingOfOrigin: 0.16, // of names whose spelling is a matter of the clerk: Mohammed, Muhammad
  familySpelling: 0.12, // of surnames that have another spelling: Clark, Clarke; Hussain, Hussein
  typoInGiven: 0.05,
  typoInFamily: 0.05,
  formerOrNewFamily: 0.06, // of women
  halfOfDouble: 0.3, // of surnames of two parts
  shifted: 0.12, // of surnames of two words: the first is taken for a given name
  swapped: 0.025,
  swappedFamilyFirst: 0.12, // of people at whose home the family's name is said first
  initialOnly: 0.02,
  noGiven: 0.015,
  middleDropped: 0.6, // of those with several given names
  ocr: 0.01,
  upperCase: 0.08,
  marksDropped: 0.6, // of names with marks: Łukasz, Lukasz
  // Date of birth and sex; each line of what the lines before left
  dateMissing: 0.1,
  yearOnly: 0.02,
  dayMonthSwapped: 0.015,
  firstOfJanuary: 0.02,
  digitOfDate: 0.03,
  sexMissing: 0.08,
  sexWrong: 0.005,
  // Address
  addressMissing: 0.06,
  moved: 0.15,
  movedNearby: 0.65, // of those who moved
  postcodeMissing: 0.08,
  postcodeTypo: 0.04,
  postcodeUnspaced: 0.1,
  houseMissing: 0.04,
  houseSlip: 0.04,
  streetTypo: 0.05,
  streetAbbreviated: 0.12,
  townMissing: 0.15,
  // Contacts and identifier
  identifierMissing: 0.65,
  identifierTypo: 0.01,
  phoneMissing: 0.45,
  phoneChanged: 0.15, // of all, so of those given more than a quarter
  phoneTypo: 0.01,
  emailMissing: 0.7,
  emailChanged: 0.05,
} as const
