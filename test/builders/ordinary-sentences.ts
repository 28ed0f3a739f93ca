/** What reports are full of, and what nothing may be struck from, whoever's house is called Rose House. All invented. */
export const ordinarySentences: readonly string[] = `
The couple have 2 children and a third is expected in the spring.
She has 90 days to appeal against the decision.
He was doing ninety on the motorway with the baby in the back.
The flat was cold and there was no food in the fridge.
The house was clean and the beds were made.
House prices have gone up, so they cannot move.
She said that home is not a safe place for her.
He goes to school every day and likes his teacher.
School reports that his attendance is 84 per cent.
School was closed for two days because of the snow.
The secret is out, she told the midwife.
He asked her to keep it secret now that the worker was there.
They had a row about money in front of the children.
It was the second row this week.
He told nobody of his secret, and they had row after row.
She rose early to take him to nursery.
He rose to his feet and shouted at the nurse.
Rose is nine and helps with her little brother.
I spoke to Rose on Tuesday; Rose was tired.
Rose said that the house was too loud.
The mother told Rose that house rules apply to everybody.
She held a rose that he had picked.
He gave her roses after hitting her.
The house on the corner has been empty for months.
Her house keys were taken from her.
We may lose house and home, she said.
Whose house it was could not be said.
The household income is below the threshold.
The Rose household was visited by the health visitor in May.
He works in a mill and comes home late.
The mill closed, and he lost his work.
They met on the High Street and walked home together.
She sells flowers in the high street on Saturdays.
He took the road to the coast and did not come back for two nights.
The road was icy and the car slid off it.
The gate was open and the toddler was in the road.
The toll of the last weeks is visible in both of them.
He pays the toll every day on the bridge.
A gate at the top of the stairs is missing.
The church gives them a hot meal on Sundays.
She goes to church with her aunt.
The park is where the children play after school.
He sleeps in the park when he has been drinking.
Station staff called the police at midnight.
The close of the meeting was at four.
They are close, and the aunt is a close friend.
The court made an interim order on 4 March.
The case is in court again on Monday.
He is in drive and ambition much as he was.
She may drive again when the tablets are changed.
The lane behind the flats is where the needles were found.
At the end of the terrace there is a shop that sells him alcohol.
The garden is full of broken glass.
The green coat belongs to the older girl.
Hill walking keeps him well, he says.
The view of the father is that nothing happened.
She is on the way to recovery.
The whole way home he shouted.
Place of safety was considered and not needed.
There is no place for him in the refuge.
The refuge has a room from Friday.
She asked for a refuge place and was told to wait.
The women's refuge called back within the hour.
The surgery cancelled his appointment twice.
The surgery went well and she is home.
Her GP practice has not seen the baby since the birth.
A primary concern is the lack of sleep.
The primary school has a breakfast club.
The saint on the wall is her grandmother's picture.
St John Ambulance treated the cut.
It is a 20 minute walk to the nursery.
He drinks 12 cans a day and 2 bottles of wine at the weekend.
She takes 30 mg of methadone a day.
The dose was 90 ml and is now 70 ml.
His blood pressure was 140 over 90.
It is 2 years since he left prison.
They have been together for 14 years.
She was 14 when her own mother died.
Child 2 has a bruise on the left ear.
Number 2 on her list of worries is the rent.
There is no 2nd chance, he told her.
No children were present.
No. She did not want the police.
He said no at first, and then yes.
At 5 he went out; at 7 he was back; at 9 the neighbour called.
On 26/11/2026 at 10:30 she phoned the duty desk.
The incident of 01/02/2026 was reported on 02/02/2026.
The DASH score was 16 and MARAC was told.
NHS number 9998002710 was checked with the mother.
The reference is 2026-11-0042 on our system.
He scored 21 on the questionnaire and 9 the time before.
Oh, he said, that is nothing.
One of them, he did not say which, fell down the stairs.
One, two, three, he counted before he hit the door.
One by one the windows were broken.
Two of the three children have asthma.
Three in a bed is one too many, she joked.
Seven weeks ago she was sober.
Eight people were in two rooms when we came.
Nine months pregnant, she was sleeping in a car.
Nought point five of a gram was found.
Double the dose was taken by mistake.
She has a hundred reasons to stay, she says, and one to go.
A thousand pounds is owed to a man called the Doctor.
I saw him and I heard him.
I. The children. II. The parents. III. The home.
I may come on Friday, may I not?
In May she will be thirty.
She may not will it, but it will happen.
He made his mark on the table with a knife.
There is hope, and she has hope.
Joy and grace were her words, not ours.
He is frank about his drinking.
She is going to sue the landlord.
He pats the dog, and the dog is calm.
Jack in the box is his favourite toy.
The bill was paid by his sister.
The iris of the left eye is damaged.
He came and over the fence he went.
Lina was not told; the aunt was.
Other people in the home were asked too.
The other home is his father's.
Some other home visits were missed.
There is an other-than-usual tone in her voice.
An email at the weekend went unanswered.
The e-mail address on file is out of date.
She prefers to be phoned at the nursery.
Call her on the number on file, not on his.
The example given by the teacher is telling.
He is an example to nobody, he said.
All is well, all in all.
All the children are in one bedroom.
Will be seen again in a week.
It is hard to say at this point; dot your i and cross your t, said the manager.
At home. Then at school. Then at home again.
e.g. crisps, sweets, i.e. no proper meals.
She has a.m. and p.m. carers.
The plan is to share the plan and review it.
A crag above the town is where he was found.
The thorp of his childhood is gone, he said.
The row of houses was built for the miners.
There is a row of empty bottles on the sill.
Row, row, row your boat, they sang.
The secretary of the school phoned.
She was secretive about the row with her mother.
The house of cards fell at last.
The children's home in question is well run.
Home visits are made in twos.
Flat out on the sofa, he did not hear the baby.
The baby was flat on her back and blue.
He lives in a flat with two others.
A flat in the block was raided.
Block booking of the hall is what she wants.
He has a unit in the hospital for his rehabilitation.
The unit is full until Friday.
Room was found for the cot beside the bed.
There is no room in the house for another bed.
The door of the room was broken.
He is breaking the door down now.
He was at the door for an hour.
Near the end she cried.
In near darkness the children ate cereal.
The nearest shop is a mile off.
On the road to recovery, as he calls it.
Next door heard it all.
The ward sister rang at six.
Her sister Rosie has the baby tonight.
Rosemary and thyme grow in the yard.
The primrose household next door complained.
Roseanne, her cousin, drove them.
He works as a housekeeper in a hotel.
Housing has offered them a place.
Her housemate sells tablets.
He has housed three lodgers.
The tollbooth is where he works nights.
She collects tickets for the toll road.
The gatehouse is locked at ten.
The roadside café is her only outing.
The crags are steep and he was drunk.
She combs the hair of the little one.
Wax and combs were found in the bath.
The minutes record 7 actions.
The social worker has 7 visits a day.
7 t of rubble lay in the yard.
I have 7 TT races on tape, he said.
On the M1 the car broke down.
The M3 was closed and she missed contact.
He drives the A90 each day.
Item 1 is housing; item 3 is debt.
He is 41 so she thinks that he should know.
Is 3 in the morning a time to ring?
In 1999 she was born, in 2017 she left care.
The 1st, 2nd and 3rd visits were kept.
It was the 4th time in 6 weeks.
She had 3 A levels and 1 AS level.
The wound needed 11 stitches.
He was seen in A and E at 3 am.
Type 1 diabetes makes it graver.
She takes vitamin B12 and D3.
They share one phone between five.
Her phone was smashed, so write.
Text her before ten or after four.
Mum, dad and baby were seen together.
Mother rang 3 times; father did not.
The oldest reads well, the youngest not at all.
We saw no marks; we saw no fear.
It is not known who has parental responsibility.
The father's view was not sought, since he might harm her.
Consent was not asked because of the risk to the child.
The strategy discussion is on Thursday.
The midwife is worried about bleeding.
She booked late, at 22 weeks.
The baby was born at 36 weeks and is doing well.
He smokes in the room where the baby sleeps.
Two needles were under the cot.
He keeps his methadone in the fridge door.
A locked box was given and is not used.
Police were called 3 times in 14 days.
The neighbour hears shouting most nights.
She flinches when he comes near.
He checks her phone and her purse.
She has no money of her own.
He said that he would find her wherever she goes.
The children asked when they are going home.
The dog bit the postman and was taken away.
There was mould on every wall.
The heating has been off since October.
They eat at the food bank on Wednesdays.
The teacher gave him shoes.
He fell asleep in class again.
She will not speak to men.
An interpreter is needed, not the sister.
The grandmother is ill and cannot help.
He wants help, and asked for it himself.
Nothing else was said.
`
  .trim()
  .split('\n')
