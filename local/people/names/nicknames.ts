import { formsOfFirst, groupsOf } from './name-groups.ts'

/** English, Irish, Scottish and Welsh names with their short forms and respellings, the likeliest first. */
const groups = `
  Elizabeth Liz Beth Lizzie Betty Libby Eliza Elisabeth / Margaret Maggie Peggy Meg Marg Mags /
  Catherine Katherine Kathryn Cath Kate Katie Kathy Catharine / Susan Sue Susie / Patricia Pat Trish Patsy Tricia /
  Jennifer Jenny Jen Jenni / Christine Chris Chrissie Christina / Christopher Chris Kris Topher / Samantha Sam Sammy /
  Samuel Sam Sammy / Rebecca Becky Becca Bex Rebekah / Victoria Vicky Vicki Tori / Joanne Jo Joanna Joann /
  Nicola Nicky Nikki Nic / Deborah Debbie Debra Deb / Jacqueline Jackie Jacqui Jaqueline / Stephanie Steph Stefanie /
  Alexandra Alex Lexi Sandra / Alexander Alex Sandy Xander Alec / Amanda Mandy / Sarah Sara Sally / Claire Clare Clair /
  Michelle Shelley Chelle Michele / Tracey Tracy Traci / Ann Anne Annie Anna / Helen Nell Ellen Helena /
  Gillian Gill Jill Jillian / Pamela Pam / Barbara Barb Babs / Valerie Val / Maureen Mo Mau / Dorothy Dot Dottie Dolly /
  Kathleen Kath Kathy Cathleen / Judith Judy Jude / Rosemary Rose Rosie / Danielle Dani Danni Daniele /
  Natalie Nat Nathalie / Natasha Tasha Nat / Charlotte Lottie Charlie Char / Abigail Abby Abi Gail /
  Bethany Beth Bethanie / Eleanor Ellie Nora Elinor Elle / Georgina Georgie Gina / Hayley Haley Hailey /
  Lauren Loren Lauryn / Megan Meg Meghan Meagan / Chloe Cloe Khloe / Sophie Sofie Soph / Isabella Bella Izzy Isabel /
  Isabelle Izzy Belle Isobel / Amelia Millie Amy Emilia / Olivia Liv Livvy Alivia / Emily Em Emilie Emmie / Lucy Lucie /
  Holly Hollie / Zoe Zoey Zoë / Kelly Kelley Kellie / Stacey Stacy Stacie / Kirsty Kirstie Kirstin /
  Kayleigh Kaylee Kayley Kaylie / Jessica Jess Jessie / Florence Flo Florrie / Matilda Tilly Tilda /
  Evelyn Eve Evie Evelin / Caitlin Katelyn Kaitlin / Teresa Theresa Terri Tess / Lesley Lesly Les / Leslie Les /
  Robert Rob Bob Bobby Robbie Bert / William Will Bill Billy Liam Willie / Richard Rick Dick Richie Rich /
  James Jim Jimmy Jamie / John Jack Johnny Jon / Jonathan Jon Jonny Johnathan Jonathon /
  Michael Mike Mick Micky Micheal / David Dave Davey / Stephen Steven Steve Stevie / Anthony Tony Antony Ant /
  Thomas Tom Tommy / Andrew Andy Drew / Daniel Dan Danny / Matthew Matt Mathew Matty / Nicholas Nick Nicky Nicolas /
  Benjamin Ben Benji / Joseph Joe Joey / Edward Ed Eddie Ted Ned / Charles Charlie Chas Chuck / Peter Pete /
  Kenneth Ken Kenny / Ronald Ron Ronnie / Gerald Gerry Jerry / Geoffrey Geoff Jeffrey Jeff / Raymond Ray /
  Terence Terry Terrance / Philip Phil Phillip / Gregory Greg / Timothy Tim / Lawrence Larry Laurie Laurence /
  Frederick Fred Freddie Freddy / Albert Bert Albie / Leonard Len Lenny / Donald Don Donny / Douglas Doug Dougie /
  Graham Graeme / Alan Allan Allen Al / Stuart Stewart Stu / Neil Neal / Ian Iain / Keith Kieth / Darren Darran Daz /
  Jason Jay Jayson / Craig Craigy / Gary Garry Gaz / Lee Leigh / Sean Shaun Shawn / Connor Conor Conner /
  Callum Calum Cal / Joshua Josh / Nathan Nate Nathaniel / Zachary Zach Zac Zak / Reece Rhys Reese / Aaron Arron /
  Oliver Ollie Olly / Harry Henry Harold Hal / Archie Archibald / Alfie Alfred Alf / Theo Theodore Teddy / Jacob Jake /
  Luke Lucas Luca / Louis Lewis Louie / Patrick Paddy Pat / Francis Frank Frankie Fran / Martin Marty Martyn /
  Vincent Vince Vinnie / Siobhan Shivaun Chevonne Shiv / Niamh Neve Nieve / Aoife Eefa Aoibhe / Sinead Shinead Sinéad /
  Caoimhe Keeva Kiva / Roisin Rosheen Róisín / Bridget Bridie Breda Bridgit / Ciara Keira Kiera / Ciaran Kieran Keiran /
  Eoin Owen Eoghan / Padraig Patrick Paudie Porrick / Seamus James Shamus / Declan Dec Decky / Tadhg Tim Teague /
  Eilidh Ailie Ayley / Mhairi Mairi Vari / Catriona Katrina Catrina / Alasdair Alistair Alastair Ally / Hamish Hamesh /
  Sian Shan Sharn / Rhiannon Rhian Rhianon / Angharad Haz Anharad / Geraint Ger Gerant / Huw Hugh /
  Dafydd David Dai Daffyd / Owain Owen`

/** Every form of a name, from any of them. */
export const nicknames = groupsOf(groups)
const ofFullNames = formsOfFirst(groups)

/** What friends and workers call somebody of this name, the likeliest first; none for most names. */
export const nicknamesOf = (given: string): readonly string[] =>
  ofFullNames.get((given.split(' ')[0] ?? '').toLowerCase()) ?? []
