import { punjabiTail } from './family-tails.ts'
import { familyFrom, fromGiven, givenFrom, type Habit } from './habit.ts'
import { ranked } from './ranked.ts'

const mohammed = ranked('Mohammed, Muhammad, Mohammad, Syed, Abdul, Mohamed', {
  width: 1,
  power: 1,
})
const usual = { origin: 'south-asian', middleShare: 0.08, barrelShare: 0 } as const

const pakistaniGiven = givenFrom({
  women: `Fatima, Ayesha, Shazia, Saima, Nadia, Rukhsana, Shabana, Nasreen, Farzana, Samina, Zainab, Maryam, Sadia,
    Rubina, Hafsa, Iqra, Bushra, Tahira, Kiran, Amina, Noreen, Yasmin, Rashida, Parveen, Shamim, Zahida, Naheed,
    Robina, Uzma, Sobia, Fozia, Shaheen, Nighat, Ghazala, Tasneem, Kalsoom, Mehwish, Asma, Humaira, Naila, Sajida,
    Zubaida`,
  men: `Mohammed, Imran, Asif, Tariq, Khalid, Usman, Bilal, Hamza, Faisal, Zaheer, Nasir, Adnan, Shahid, Waqas, Kashif,
    Rizwan, Zubair, Ibrahim, Yusuf, Aamir, Mohammad, Amjad, Javed, Arshad, Sajid, Naveed, Nadeem, Waseem, Yasir,
    Shabir, Ghulam, Abdul, Zahid, Shafiq, Pervez, Saqib, Haroon, Umar, Aftab, Tanveer, Akram, Ejaz`,
  girls: `Aisha, Zara, Maryam, Fatima, Hafsa, Amina, Zainab, Khadija, Inaya, Hania, Anaya, Aleena, Safa, Iqra, Laiba,
    Eshal, Sumaya, Ayesha, Noor, Mahnoor, Haleema, Alisha`,
  boys: `Muhammad, Mohammed, Ibrahim, Yusuf, Adam, Zain, Ali, Hamza, Musa, Isa, Eesa, Rayyan, Umar, Bilal, Hassan,
    Abdullah, Haris, Ismail, Zakariya, Ayaan, Danyal, Yahya`,
})

/** Women's second names are often titles that no husband or child bears. */
const pakistani: Habit = {
  ...usual,
  share: 40,
  leading: { share: 0.35, names: mohammed },
  takesNameShare: 0.25,
  given: pakistaniGiven,
  family: familyFrom(
    `Khan, Hussain, Ahmed, Ali, Mahmood, Shah, Malik, Iqbal, Akhtar, Mirza, Qureshi, Chaudhry, Butt, Rafiq, Siddiqui,
    Baig, Begum, Raja, Anwar, Aslam, Bashir, Saleem, Rashid, Nawaz, Akram, Sheikh, Ashraf, Hanif, Latif, Yousaf,
    Zaman, Bukhari, Abbasi, Mughal, Janjua, Rehman, Sarwar, Riaz, Kayani, Ansari`,
    { share: 0.25, draw: fromGiven(pakistaniGiven) },
  ),
  familyOfWomen: familyFrom(
    `Bibi, Begum, Akhtar, Khan, Kausar, Parveen, Hussain, Malik, Jabeen, Mirza, Khatoon, Yasmin, Shaheen, Sultana,
    Ahmed`,
  ),
}

const bengaliGiven = givenFrom({
  women: `Rahima, Fatema, Shirin, Nazma, Ruksana, Sultana, Taslima, Nasima, Rehana, Salma, Jannat, Lutfa, Hasina,
    Shahanara, Monwara, Rina, Shefa, Ayesha, Amina, Rokeya, Sufia, Tahmina, Nazia, Farhana, Fahmida, Halima,
    Jahanara, Momtaz, Poly, Syeda`,
  men: `Abdul, Mohammed, Shafiq, Kamal, Rafiqul, Jahangir, Anwar, Habibur, Mizanur, Faruk, Selim, Tofayel, Shah, Nurul,
    Abdur, Ruhul, Aminul, Mahbub, Motiur, Saiful, Shamsul, Syed, Azizur, Jamal, Monir, Nazrul, Tariq, Imran, Rubel,
    Sadik`,
  girls: `Aisha, Maryam, Fatima, Tasnim, Samiha, Nusrat, Tahiya, Zara, Anisa, Safiya, Raisa, Inaya, Sumaiya, Afia`,
  boys: `Muhammad, Yusuf, Ibrahim, Zakaria, Tahmid, Rayan, Adam, Musa, Yahya, Arif, Samir, Tanvir, Ayaan, Isa`,
})

const bengali: Habit = {
  ...usual,
  share: 18,
  leading: {
    share: 0.4,
    names: ranked('Mohammed, Md, Abdul, Syed, Muhammad', { width: 2, power: 1 }),
  },
  takesNameShare: 0.05,
  given: bengaliGiven,
  family: familyFrom(
    `Miah, Rahman, Islam, Uddin, Hossain, Ali, Chowdhury, Haque, Karim, Choudhury, Talukdar, Sikder, Ahmed, Khan,
    Begum, Alam, Hussain, Mia, Bhuiyan, Sarkar, Ullah, Malik, Kabir`,
    { share: 0.25, draw: fromGiven(bengaliGiven) },
  ),
  familyOfWomen: familyFrom(
    'Begum, Khatun, Akter, Bibi, Khanom, Sultana, Parvin, Nessa, Rahman, Ahmed',
  ),
}

const punjabi: Habit = {
  ...usual,
  share: 16,
  takesNameShare: 0.75,
  given: givenFrom({
    women: `Harpreet, Jaspreet, Manpreet, Gurpreet, Kuldeep, Sukhwinder, Parminder, Baljit, Jaswinder, Simran, Navdeep,
    Amandeep, Kulwinder, Surinder, Balbir, Ravinder, Rajinder, Gurmeet, Satwinder, Harjit, Daljit, Kamaljit, Ranjit,
    Sarbjit, Navjot, Rupinder, Kiran, Sukhjit, Jasvir, Amarjit`,
    men: `Gurpreet, Harjinder, Jagdeep, Manjit, Balwinder, Amrit, Sukhdev, Ranjit, Kulwinder, Inderjit, Surjit, Tejinder,
    Harpreet, Jaswinder, Manpreet, Gurdeep, Balbir, Surinder, Kuldeep, Amarjit, Jasvir, Satnam, Harbhajan, Gurmail,
    Mohinder, Parminder, Hardeep, Lakhvir, Avtar, Karnail`,
    girls: `Simran, Jasmine, Kiran, Harleen, Avneet, Jasleen, Anaya, Kavya, Gurleen, Mehar, Ria, Sahib, Asees, Manreet`,
    boys: `Arjan, Jeevan, Harjot, Gurveer, Arjun, Fateh, Karan, Jovan, Veer, Sahib, Angad, Ekam, Zorawar, Rohan`,
  }),
  family: familyFrom(
    `Singh, Singh Gill, Singh Dhillon, Singh Sandhu, Singh Sidhu, Singh Grewal, Singh Bains, Singh Johal,
    Singh Atwal, Gill, Singh Mann, Singh Rai, Sandhu, Dhaliwal, Singh Bassi, Singh Virk, Sidhu, Singh Uppal, Kang,
    Singh Sohal, Basra, Singh Purewal, Singh Dosanjh`,
    { share: 0.25, draw: (random) => `Singh ${punjabiTail(random)}` },
  ),
  feminine: (family) => family.replace('Singh', 'Kaur'),
}

const gujarati: Habit = {
  ...usual,
  share: 16,
  takesNameShare: 0.8,
  middleShare: 0.35,
  given: givenFrom({
    women: `Priya, Anjali, Nisha, Deepika, Meera, Hetal, Bhavna, Rekha, Jyoti, Kavita, Sejal, Lakshmi, Hansa, Pushpa,
    Kokila, Manjula, Nirmala, Usha, Sonal, Asha, Hina, Daksha, Varsha, Minal, Reena, Sunita, Neha, Pooja, Shilpa,
    Divya, Ila, Jayshree`,
    men: `Rajesh, Sanjay, Amit, Vijay, Nikhil, Hitesh, Dipak, Kunal, Mehul, Vikram, Jignesh, Bharat, Suresh, Ramesh,
    Mahesh, Dinesh, Kishor, Mukesh, Ashok, Anil, Jayesh, Kiran, Pravin, Harish, Ketan, Nilesh, Paresh, Sunil, Rahul,
    Hiten, Chirag, Bhavesh`,
    girls: `Anaya, Diya, Aarya, Riya, Isha, Kavya, Maya, Anika, Saanvi, Aanya, Tara, Mira, Nisha, Avani, Shreya`,
    boys: `Aarav, Arjun, Krish, Rohan, Dev, Vivaan, Ishaan, Aryan, Kian, Rishi, Veer, Neil, Jai, Shaan, Dhruv`,
  }),
  family: familyFrom(
    `Patel, Shah, Mistry, Desai, Parmar, Solanki, Sharma, Chauhan, Joshi, Vaghela, Trivedi, Lad, Mehta, Gohil,
    Rathod, Thakkar, Pandya, Kumar, Gupta, Modi, Chavda, Amin, Bhatt, Vyas, Nair, Reddy, Verma, Singh, Kapoor,
    Malhotra, Thomas, George, Iyer, Rao, Das`,
  ),
}

export const southAsianHabits: readonly Habit[] = [pakistani, bengali, punjabi, gujarati]
