const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Never a name: dropped wherever they stand at an end of a half. */
export const titles = words(
  'mr mrs ms miss mx dr prof professor rev reverend revd fr sgt capt cllr engr mstr mme mlle smt pte cpl',
)

/** Dropped from the front of given names where something follows; a name where nothing does. */
export const namelikeTitles = words(
  'sir dame lord lady master madam imam sheikh shaikh sheik haji hajji hadji alhaji alhaj haja hajia hajah pastor ' +
    'chief bishop sister brother sri shri shree mst mosammat mossammat mosammet mosamat mosammath musammat mossamat most ' +
    'maulana moulana mullah',
)

/** Never a name: dropped from the end of either half. */
export const suffixes = words('jr jnr snr esq phd ii iii iv sr obe mbe cbe bsc msc dphil')

/** Dropped from the end of a half where something stands before; a name where nothing does. */
export const namelikeSuffixes = words('junior senior')

/** Links inside a name. They stay in what is compared and are left out of keys, where one side often omits them. */
export const particles = words(
  'bin ibn ben bint binti binte al el ul ur umm um da do dos das de del dela della delle degli dei du des la las los le lo ' +
    'van von vom zu zum zur den der ter ten het te af av ap ab mab ferch verch ould wuld bou oglu ogly kizi qizi zade ' +
    'thi ni nic y e i d l t',
)

/** Those that are links in a given name too: a letter would be an initial there, and Ben or Nic a name. */
export const givenParticles = words(
  'bin ibn bint binti al el ul ur umm um de da do dos das del di du la le van von thi',
)

/** Written apart or together at random, so they are joined to the word that follows. */
export const joiners = words('mc mac o st fitz abu')

/** Spelt in two ways before another word. */
export const otherSpelling: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['ste', 'st'],
  ['sainte', 'st'],
])

/** Written where no name is known; a word of this kind is never a name. */
export const placeholders = words(
  'unknown unkown unknwon unnamed anonymous anon notknown notstated notgiven nfn nfa fnu lnu undefined tbc tba ' +
    'unspecified undisclosed withheld refused redacted unborn newborn babyboy babygirl unidentified nfi',
)

/** Written for a name not known, and borne as one too: a name where nothing else is in that half. */
export const doubtful = words('null nil none nan male female baby infant twin triplet')

/** Those of them that stand beside a name of which they are no part. */
export const beside = words('male female baby infant twin triplet')

/** Said of a child before it has a name. */
export const unnamedChild = words('male female baby infant twin triplet boy girl bump master')

/** Whole values, after folding, that mean "missing". */
export const missingValues = words(
  'n-a not-known not-stated not-given not-recorded not-provided not-disclosed not-available not-supplied not-sure ' +
    'not-yet-known not-yet-named not-named no-name no-names no-surname no-first-name no-last-name no-forename ' +
    'no-family-name no-given-name none-given none-known name-not-known to-be-confirmed to-be-advised dont-know ' +
    'not-applicable x nk nn unk',
)

/** What may stand beside "unknown", "twin" or "baby" without being a name either. */
export const placeholderTails = words(
  'boy girl male female one two three a b c of name names surname forename family given first last yet as child',
)

/** Said of somebody beside a name, in brackets. */
export const notes = words(
  'mother mum mummy father dad daddy mom parent stepmother stepfather stepdad stepmum partner husband wife carer foster ' +
    'guardian son daughter sister brother twin deceased late interpreter pregnant child adult client patient preferred ' +
    'maiden married name old new he she they him her them his hers and or',
)

/** Last names that say "lady", kept, changed or left out at will. */
export const honorifics = words(
  'begum begam begom bagum khatun khatoon khatum bibi khanom khanam khanum akter aktar akther akhter akhtar ' +
    'sultana nessa nesa banu bano bibee',
)
