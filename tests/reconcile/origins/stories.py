# ruff: noqa: E501 — one paragraph a line
"""Invented reports in four versions: the first text, a rewrite by another hand, another outlet's own report of the same day, a report that only
quotes the same words. The parties and places are made up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """One happening as four reporters would write it."""

    base: str
    rewrite: str
    same_subject: str
    same_words: str


STORIES = (
    Story(
        """The Korle Dawn movement on Tuesday freed 14 miners whom it had held for nine weeks in the hills above Tambo, the interior ministry of Vendara said.
The men were handed to the Red Cross at a bridge 30 kilometres north of the town and flown to the capital, Assel, officials said.
"They are thin but they are well, and tonight they will sleep at home," Interior Minister Lena Sabo told reporters.
A Korle Dawn commander, Idris Malo, said the release was "a gesture for the talks" and that no ransom was paid. Two engineers are still held.
Omani mediators have shuttled between the sides since March. A second meeting is planned for 12 June in Muscat.""",
        """Fourteen miners are free after nine weeks in captivity in the Tambo hills, Vendara's interior ministry announced, following their release on Tuesday by Korle Dawn.
According to officials, the 14 were given into the care of the Red Cross at a bridge some 30 km north of Tambo before being flown to Assel.
Interior Minister Lena Sabo told the press: "They are thin but they are well, and tonight they will sleep at home."
Idris Malo, who commands the group's fighters, denied that a ransom had been paid and described the step as "a gesture for the talks". It still holds two engineers.
Oman has carried messages since March; the next round is due in Muscat on 12 June.""",
        """Families danced in the streets of Assel on Tuesday night as a plane with freed miners landed in heavy rain.
Rosa Timm, 61, said she had waited at the fence since dawn for her son. "I did not believe it until I saw his hat," she said.
The mining company, Vendara Copper, thanked everybody involved and said it would pay the men their full wages for the time of their captivity.
Opposition lawmaker Paul Arden asked why Korle Dawn had been able to hold them so near to an army base. The army did not answer questions.""",
        """What did the government promise? Analysts in Assel were asking on Wednesday whether secret terms lie behind the miners' freedom.
Interior Minister Lena Sabo would only repeat: "They are thin but they are well, and tonight they will sleep at home."
Security researcher Hanna Oruc believes that prisoners of the movement will quietly leave the jail of Port Merin in the coming weeks. She pointed to the visit of a judge there on Sunday.""",
    ),
    Story(
        """Negotiators for the Dockers Union walked out of pay talks with the Harbour Authority of Lisk on Monday after four hours, saying an offer of 3.5 percent was an insult.
Union secretary Mara Quint said 6,200 members would stay on strike until the authority put "real money" on the table.
The authority's director, Tom Veld, said the offer was final and that 41 ships were waiting off the coast.
"Nobody wins while cranes stand still, least of all the people who work them," Veld said.
A judge, Karin Holm, has been asked to mediate on Thursday.""",
        """Pay talks at the port of Lisk collapsed on Monday when the Dockers Union left the room after four hours, calling the Harbour Authority's 3.5 per cent offer an insult.
The strike by 6,200 dockers would go on until there was "real money" to discuss, said Mara Quint, the union's secretary.
Tom Veld, who directs the authority, insisted its offer was final. He put the number of ships waiting at 41.
"Nobody wins while cranes stand still, least of all the people who work them," he added.
Judge Karin Holm is to try to mediate between them on Thursday.""",
        """Bananas are rotting and car plants run short of parts as the strike in Lisk enters its third week.
Grocers say prices of fruit have risen by a fifth. "We pay for a quarrel that is not ours," said shopkeeper Ben Olsen.
The economy minister, Ada Rask, urged the Dockers Union and the Harbour Authority to find a compromise before the holidays.
Shipping line Norsea said it would send its vessels to Hamm instead.""",
        """Leader: the strike at Lisk must end. The dockers have a case, but so has the port.
Director Tom Veld was right to say that "nobody wins while cranes stand still, least of all the people who work them".
The government should call both parties to the ministry, close the doors and bring sandwiches.""",
    ),
    Story(
        """Estmark and Sudria exchanged 96 prisoners of war at the Olva crossing on Saturday, the largest swap since the fighting stopped in January, both defence ministries said.
Each side handed over 48 soldiers. Eleven of the Estmark men were wounded, army doctor Nils Brandt said.
Estmark's President Eva Lind thanked Norway for "patient work behind closed doors".
Sudria's deputy defence minister, Oren Pach, said that 212 of its soldiers were still missing and accused Estmark of hiding lists.
Norwegian envoy Siri Dahl said a further exchange could follow within two weeks if remains were returned first.""",
        """In the biggest exchange since January's halt in the fighting, Estmark and Sudria swapped 96 captured soldiers on Saturday at Olva, according to their defence ministries.
The two armies returned 48 men each; of those who came home to Estmark eleven had wounds, said Nils Brandt, a military doctor.
President Eva Lind praised Norway's "patient work behind closed doors".
But Oren Pach, Sudria's deputy defence minister, charged that Estmark was hiding lists and put the number of Sudrian soldiers still missing at 212.
Another swap may come inside two weeks provided that remains are handed over first, Norwegian envoy Siri Dahl said.""",
        """At the hospital in Kessen nurses had put flowers on every bed. The first bus came shortly before midnight.
Sergeant Jon Mikk had not spoken to his wife for 14 months. "I forgot the sound of our door," he said.
Volunteers handed out telephones and soup. A chaplain read the names of those who did not return.
The prisoners of war will be kept in quarantine for three days, the Estmark health ministry said.""",
        """Norway's role in the war between Estmark and Sudria has been quiet, and that is how Oslo likes it.
President Eva Lind spoke on Saturday of "patient work behind closed doors", words that diplomats in Oslo read with pleasure.
It began with a letter from a fishing club, a former ambassador recalls in a book that appears in the spring.""",
    ),
    Story(
        """Gunmen who seized 73 pupils from a school in Barwa have lowered their demand to 250 million lira, a local chief who speaks to them said on Friday.
Chief Musa Adeko said the kidnappers telephoned him on Thursday at 6 p.m. and let one girl speak for a minute.
"She said that they eat once a day and that the small ones are ill," Adeko said.
The governor of Teme state, Grace Obi, repeated that no money would be paid. Troops have closed three roads into the forest.
Parents have collected 38 million lira. The gang has set a deadline of Wednesday.""",
        """The gang that took 73 schoolchildren in Barwa is now asking for 250 million lira, less than before, according to a chief who is in contact with it.
The kidnappers rang on Thursday at six in the evening, Chief Musa Adeko said on Friday, and allowed a girl to talk for one minute.
"She said that they eat once a day and that the small ones are ill," the chief said.
Governor Grace Obi of Teme state insists that nothing will be paid; soldiers have shut three roads that lead to the forest.
By now parents have raised 38 million lira, and Wednesday is the deadline set by the gunmen.""",
        """Schools across Teme state stay shut on Monday as teachers refuse to work without guards.
Their union wants fences, lamps and two policemen for each of 1,140 schools. The finance commissioner said there was money for half of it.
In Barwa, mothers of the kidnapped pupils held a vigil for the fourth night. They sang until the rain came.
"Our children went to learn to read," said Esther Danju.""",
        """Doctors warn of measles among the children held in the forest of Barwa.
They base their fear on one sentence: "She said that they eat once a day and that the small ones are ill," as Chief Musa Adeko put it.
Dr. Ruth Amadi of the state hospital offered to go in with medicine under a white flag. Nobody had answered her by Saturday noon.""",
    ),
    Story(
        """A truce around the besieged town of Halvar broke down on Sunday less than 20 hours after it began, leaving 1,300 people waiting for buses that turned back.
The People's Guard said government artillery killed five people at the eastern gate. General Tomas Reyl denied it and said Guard snipers had fired first.
"We will not drive into a battle," said Anouk Peeters, who leads the United Nations team.
The agreement, signed on Friday in Geneva, allows 200 wounded to leave each day in return for flour.
Turkish mediators called both commanders to a meeting on Monday.""",
        """Buses turned back and 1,300 people were left waiting when the ceasefire at Halvar, a town under siege, fell apart on Sunday before 20 hours had passed.
According to the People's Guard, five people died at the eastern gate under government shelling, a charge rejected by General Tomas Reyl, who said the Guard's snipers shot first.
"We will not drive into a battle," said the head of the United Nations team, Anouk Peeters.
Under the deal that was signed in Geneva on Friday, 200 of the wounded may go every day and flour is let in.
Mediators from Turkey have summoned the two commanders for Monday.""",
        """Satellite pictures show that a third of Halvar's roofs are gone, researchers at a university said on Sunday.
They counted 412 craters within the old walls. The mill and the water tower burnt in the spring.
Before the war 30,000 people lived in the town. Nobody knows how many remain; the People's Guard says 9,000, the government half of that.
Winter begins in six weeks.""",
        """The insurers of relief convoys have doubled their premiums, charities said.
"We will not drive into a battle," Anouk Peeters of the United Nations said at the weekend, and underwriters in London took her at her word.
A lorry that cost 900 dollars a day in May costs 2,000 now, if a driver can be found at all.""",
    ),
    Story(
        """The foreign ministers of Palmira and Costanza agreed in Quito on Wednesday to pull back troops from a disputed stretch of the Rio Verde within ten days.
Under a two-page paper, each side withdraws 15 kilometres and 60 observers from four countries will be posted along the river.
Palmira's minister, Ines Calder, called it "a fence of eyes instead of guns".
Her counterpart, Hugo Baez, said the fate of nine fishermen in Palmira's hands was left for a second round on 4 March.
Ecuador's president, who hosted the talks, warned that "paper does not swim".""",
        """Palmira and Costanza will withdraw their soldiers from a contested part of the Rio Verde inside ten days, their foreign ministers agreed on Wednesday in the Ecuadorean capital, Quito.
The two-page document provides for a withdrawal of 15 km on both banks and for 60 observers, sent by four countries.
"A fence of eyes instead of guns," is how Ines Calder of Palmira described it.
Nine fishermen held by Palmira were not dealt with and will be discussed on 4 March, said Hugo Baez, her colleague from Costanza.
The host, Ecuador's president, cautioned that "paper does not swim".""",
        """On the Rio Verde nobody fishes any more. Nets hang dry between the huts of San Lazaro.
The widow Marta Lugo sells bread to soldiers of Costanza now. "They pay, but they do not sing," she says.
The quarrel about the river is older than both states. A map of 1867 shows an island that floods have since taken away.
Historians expect little from the ministers' meeting in Quito.""",
        """Will observers be enough? In the parliament of Palmira there were doubts on Thursday.
Deputy Raul Moya mocked the phrase of minister Ines Calder: "a fence of eyes instead of guns" would not stop a single patrol, he said.
The budget committee has not been told what the mission costs. A vote is due after Easter.""",
    ),
    Story(
        """Rebels of the Northern Reform Army presented a new nine-point plan to the government of Kestria on Thursday in which they drop their demand for a state of their own.
Instead the plan asks for a regional parliament, 18 percent of gas revenues and an amnesty for 4,000 fighters, according to a copy.
Chief negotiator Bela Farkas said the government would reply "within a week, and in writing".
"It is the first paper of theirs that begins with the word we," said Swiss mediator Urs Keller.
The army's chief of staff, General Viktor Sand, ruled out any amnesty for those who laid mines.""",
        """In a shift, the Northern Reform Army no longer asks for its own state: a plan of nine points that the rebels gave to Kestria's government on Thursday speaks of autonomy.
A copy shows that they want a parliament for the region, 18 per cent of what gas brings in and an amnesty covering 4,000 fighters.
The government's answer would come "within a week, and in writing", chief negotiator Bela Farkas said.
Mediator Urs Keller of Switzerland noted: "It is the first paper of theirs that begins with the word we."
There can be no amnesty for people who laid mines, said General Viktor Sand, chief of staff of the army.""",
        """Gas prices in Kestria fell by 7 percent on Thursday as traders bet on peace in the north.
Shares in the pipeline company Transkest rose to their highest level for two years. Analyst Petra Novak of Mira Bank called the mood "brave".
Half of the country's gas comes from wells in territory that the Northern Reform Army controls.
Pipelines were blown up eleven times last year.""",
        """Language matters, says the linguist Clara Rein, who has studied letters of rebels in six wars.
She was struck by a remark of the Swiss mediator Urs Keller: "It is the first paper of theirs that begins with the word we."
Pronouns, Rein found, change before demands do. In her archive in Basel she keeps 300 letters.""",
    ),
    Story(
        """Hostage-takers at a bank in the centre of Ruvo released two customers on Monday night in exchange for a doctor and water, police said.
Five people are still inside, among them the manager, Carla Nuti, 54. The men ask for a helicopter and 2 million euros.
"He is calm, he is polite, and that is what worries me," negotiator Dario Fell said of the leader, who calls himself Primo.
Police cut the electricity at 9.40 p.m. and restored it an hour later.
Mayor Silvia Greco has closed schools within 500 metres until Wednesday.""",
        """Two customers were let go on Monday night by the men who hold a bank in central Ruvo; in return they received water and the visit of a doctor, according to the police.
The manager Carla Nuti, who is 54, is one of five people they still have. They demand 2 million euros as well as a helicopter.
Of their leader, known as Primo, negotiator Dario Fell said: "He is calm, he is polite, and that is what worries me."
Power was cut at 9.40 in the evening and came back after an hour.
Until Wednesday no school will open within 500 metres, Mayor Silvia Greco ordered.""",
        """Traffic in Ruvo came to a stand on Tuesday because of the siege of a bank. Trams 4 and 11 turn back at the theatre.
Restaurants brought pasta to the policemen; the baker Aldo Rizzi gave away 200 rolls. "One has to eat," he said.
The opera cancelled its performance for the first time since the flood.
The hostage drama is on every screen.""",
        """How does one speak to a man with a gun? Softly, says the psychologist Nina Weiss.
She quotes Dario Fell in Ruvo: "He is calm, he is polite, and that is what worries me." Calm, she explains, can mean that a decision has been taken.
Weiss has taught 400 policemen in nine years. Her first rule is to listen.""",
    ),
)
