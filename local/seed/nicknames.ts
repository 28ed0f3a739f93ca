const table: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `Elizabeth Liz Beth Lizzie/Catherine Cath Kate Katie/Rebecca Becky Bex/Samantha Sam Sammy/Victoria Vicky Tori/
  Jennifer Jenny Jen/Margaret Maggie Peggy/Deborah Debbie Debs/Stephanie Steph/Nicola Nicky Nikki/Jessica Jess Jessie/
  Charlotte Lottie Charlie/Abigail Abi Abby/Georgina Georgie/Melanie Mel/Danielle Dani/Joanne Jo/Natalie Nat/
  Michelle Shell/Katarzyna Kasia/Małgorzata Gosia/Magdalena Magda/Agnieszka Aga/Kathleen Kathy/Bernadette Bernie/
  Rosalind Roz/Vanessa Ness/Hannah Annie/Kelly Kel/Eleanor Ellie/Megan Meg/Rachel Rach/Susan Sue/Josephine Josie Jo/
  Christopher Chris/Daniel Dan Danny/Matthew Matt/Andrew Andy/Michael Mick Mike/Robert Bob Rob/Thomas Tom Tommy/
  Stephen Steve/Jonathan Jonny Jon/Richard Rick Dick/Benjamin Ben/Joshua Josh/Anthony Tony/Samuel Sam/William Bill Will/
  Edward Ted Eddie/Nicholas Nick/Timothy Tim/Philip Phil/Joseph Joe/Terence Terry/David Dave/James Jim Jimmy/Peter Pete/
  Alexander Alex Sandy/Patrick Paddy Pat/Nathaniel Nate/Temitope Temi/Oluwaseun Seun/Sukhwinder Sukhi/Jaswinder Jas`
    .split('/')
    .map((line) => line.trim().split(' '))
    .map(([full = '', ...short]): [string, readonly string[]] => [full, short]),
)

/** What friends and workers call somebody of this name; none for most names. */
export const nicknamesOf = (given: string): readonly string[] =>
  table[given.split(' ')[0] ?? ''] ?? []
