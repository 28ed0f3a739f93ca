const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Dropped from the front of given names: they say nothing about who a person is. */
export const titles = words(
  'mr mrs ms miss mx dr prof professor rev reverend fr sir dame lord lady master capt sgt cllr imam sheikh haji hajji',
)

/** Dropped from the end of either half. */
export const suffixes = words('jr jnr junior sr snr senior esq phd md ii iii obe mbe')

/** Links inside a name. They stay in what is compared and are left out of keys, where one side often omits them. */
export const particles = words(
  'bin ibn ben bint binti al el ul ur abu umm de da do dos das del della di la le van von der den ter ten af av ap ab ferch y e',
)

/** Written apart or together at random, so they are joined to the word that follows. */
export const joiners = words('mc mac o st fitz')

/** Written where no name is known; a word of this kind is never a name. */
export const placeholders = words(
  'baby babyboy babygirl infant newborn unborn unknown unkown unnamed anonymous twin triplet male female notknown ' +
    'nfn nfa fnu lnu none null nil undefined tbc tba xx xxx xxxx unspecified undisclosed',
)

/** Whole values, after folding, that mean "missing". */
export const missingValues = words(
  'n-a not-known not-stated not-given no-name not-applicable x boy girl nk',
)

/** What may follow "twin" or "baby" without being a name either. */
export const placeholderTails = words('boy girl male female one two three a b c 1 2 3 of')
