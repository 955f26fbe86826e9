"""Sentences of invented reports and the figures that people would take from them: a row a rule."""

from __future__ import annotations

Row = tuple[str, float | None, str, str, str, str | None]
"""Quote, value, comparator, unit, measure, scope."""

TABLE: list[tuple[str, list[Row]]] = [
    ("Gunmen abducted 27 pupils from a school in the north.", [("27 pupils", 27, "exact", "hostages", "taken", "pupils")]),
    ("The rebels are holding at least 40 miners.", [("at least 40 miners", 40, "at_least", "hostages", "held", "miners")]),
    (
        "Eleven sailors remain in captivity, with three feared dead.",
        [("Eleven sailors", 11, "exact", "hostages", "held", "sailors"), ("three feared dead", 3, "exact", "hostages", "feared_dead", None)],
    ),
    ("The two armies exchanged 75 prisoners of war on Friday.", [("75 prisoners of war", 75, "exact", "prisoners", "released", None)]),
    (
        "The ministry said it would free up to 300 detainees in return for 12 soldiers.",
        [("up to 300 detainees", 300, "at_most", "prisoners", "prisoners_to_release", None),
         ("12 soldiers", 12, "exact", "prisoners", "prisoners_to_release", "soldiers")],
    ),
    (
        "Shelling killed between 15 and 20 civilians and wounded dozens more.",
        [("between 15 and 20 civilians", None, "between", "people", "killed", "civilians"), ("dozens more", None, "dozens", "people", "injured", None)],
    ),
    (
        "The kidnappers demanded a ransom of $2 million for the six aid workers.",
        [("$2 million", 2000000.0, "exact", "dollars", "other", None), ("the six aid workers", 6, "exact", "hostages", "held", "aid workers")],
    ),
    ("Half a dozen passengers were freed in a police raid.", [("Half a dozen passengers", 6, "exact", "hostages", "rescued", "passengers")]),
    (
        "So far 31 hostages have been released under the accord, including 14 women.",
        [("31 hostages", 31, "exact", "hostages", "released", None), ("14 women", 14, "exact", "hostages", "released", "women")],
    ),
    ("Nearly 200 prisoners are still held in the camp.", [("Nearly 200 prisoners", 200, "about", "prisoners", "held", None)]),
    (
        "Of the 52 crew members seized in March, nine have died.",
        [("52 crew members", 52, "exact", "hostages", "taken", "crew members"), ("nine have died", 9, "exact", "hostages", "dead", None)],
    ),
    ("The army carried out its 300th airstrike of the campaign.", [("its 300th airstrike", 300, "exact", "airstrikes", "struck", None)]),
    ("It was the third release since the truce began.", [("the third release", 3, "exact", "releases", "other", None)]),
    ("The first exchange took place on Monday.", []),
    ("Two officials familiar with the talks said the deal was close.", []),
    ("The truce would last 48 hours.", [("48 hours", 48, "exact", "hours", "duration", None)]),
    ("They agreed on a 10-day ceasefire.", [("10-day ceasefire", 10, "exact", "days", "duration", None)]),
    ("Colonel Amadi, 54, was captured in 2019.", []),
    ("The 12-year-old girl was released on 14 May.", []),
    ("Under Article 5 of the accord, each side must free 50 prisoners.", [("50 prisoners", 50, "exact", "prisoners", "prisoners_to_release", None)]),
    ("Union leaders said 4,500 workers were on strike.", [("4,500 workers", 4500, "exact", "workers", "other", None)]),
    ("More than 1,200 civilians were evacuated from the besieged town.", [("More than 1,200 civilians", 1200, "more_than", "civilians", "other", None)]),
    ("A third of the hostages are women.", [("A third of the hostages", 33.3, "exact", "percent", "other", "hostages")]),
    (
        "The group freed three of the 19 nurses it had kidnapped.",
        [("three of the 19 nurses", 3, "exact", "hostages", "released", "nurses"), ("19 nurses", 19, "exact", "hostages", "taken", "nurses")],
    ),
    ("He called for the release of all 60 detainees.", [("all 60 detainees", 60, "exact", "prisoners", "prisoners_to_release", None)]),
    (
        "The rebels offered to free 10 hostages a day for four days.",
        [("10 hostages", 10, "exact", "hostages", "to_release", None), ("four days", 4, "exact", "days", "duration", None)],
    ),
    (
        "No fewer than 18 people were killed and 43 injured in the attack.",
        [("No fewer than 18 people", 18, "at_least", "people", "killed", None), ("43 injured", 43, "exact", "people", "injured", None)],
    ),
    ("The blast left 12 dead and 30 wounded.", [("12 dead", 12, "exact", "people", "killed", None), ("30 wounded", 30, "exact", "people", "injured", None)]),
    ("The death toll rose to 212.", [("212", 212, "exact", "people", "killed", None)]),
    ("Seventeen soldiers are missing after the ambush.", [("Seventeen soldiers", 17, "exact", "people", "missing", "soldiers")]),
    ("The bodies of four captives were returned.", [("four captives", 4, "exact", "hostages", "dead", None)]),
    (
        "One woman and two children were let go.",
        [("One woman", 1, "exact", "hostages", "released", "woman"), ("two children", 2, "exact", "hostages", "released", "children")],
    ),
    ("The talks, held at a hotel on Route 60, lasted six hours.", [("six hours", 6, "exact", "hours", "duration", None)]),
    ("Fewer than 50 fighters remain in the plant.", [("Fewer than 50 fighters", 50, "less_than", "fighters", "other", None)]),
    ("Twenty-three hostages are known to be alive.", [("Twenty-three hostages", 23, "exact", "hostages", "alive", None)]),
    (
        "The militia seized 14 lorries and 30 drivers.",
        [("14 lorries", 14, "exact", "lorries", "other", None), ("30 drivers", 30, "exact", "hostages", "taken", "drivers")],
    ),
    ("Rebels fired 40 rockets at the border town.", [("40 rockets", 40, "exact", "rockets", "other", None)]),
    (
        "Of those, 12 were freed in April and another eight escaped.",
        [("12 were freed", 12, "exact", "hostages", "released", None), ("another eight escaped", 8, "exact", "hostages", "other", None)],
    ),
    ("The envoy has 30 days to answer.", [("30 days", 30, "exact", "days", "duration", None)]),
    ("Call 555-0142 for details.", []),
    ("He returned two days later with one of the mediators.", []),
    (
        "The government holds about 2,000 prisoners, 150 of them foreigners.",
        [("about 2,000 prisoners", 2000, "about", "prisoners", "held", None), ("150 of them foreigners", 150, "exact", "prisoners", "held", "foreigners")],
    ),
    (
        "The kidnapped engineers, seven Koreans and two Filipinos, are alive.",
        [("seven Koreans", 7, "exact", "hostages", "alive", "Koreans"), ("two Filipinos", 2, "exact", "hostages", "alive", "Filipinos")],
    ),
    ("In exchange, 30 prisoners would walk free for every captive soldier.", [("30 prisoners", 30, "exact", "prisoners", "prisoners_to_release", None)]),
    ("Some 60 percent of the detainees have been tried.", [("Some 60 percent of the detainees", 60, "about", "percent", "other", "detainees")]),
    ("The two leaders met for the first time in three years.", [("three years", 3, "exact", "years", "duration", None)]),
    ("Troops rescued 11 hostages from the compound on Tuesday.", [("11 hostages", 11, "exact", "hostages", "rescued", None)]),
    ("The list holds the names of 33 captives.", [("33 captives", 33, "exact", "hostages", "held", None)]),
    ("Both sides handed over the remains of 50 soldiers.", [("50 soldiers", 50, "exact", "bodies", "released", "soldiers")]),
    ("At least two dozen villagers were taken captive.", [("At least two dozen villagers", 24, "at_least", "hostages", "taken", "villagers")]),
    ("The swap covered 1.5 million doses.", [("1.5 million doses", 1500000.0, "exact", "doses", "other", None)]),
    ("The army said 300 of its troops had surrendered.", [("300 of its troops", 300, "exact", "prisoners", "taken", "troops")]),
    ("Hundreds of protesters gathered outside parliament.", [("Hundreds of protesters", None, "hundreds", "protesters", "other", None)]),
    ("The pact has a 20-point plan and three phases.", []),
    ("He was jailed for 15 years.", [("15 years", 15, "exact", "years", "duration", None)]),
    (
        "Six Italians and one Swede, all engineers, were snatched in Sirra.",
        [("Six Italians", 6, "exact", "hostages", "taken", "Italians"), ("one Swede", 1, "exact", "hostages", "taken", "Swede")],
    ),
    (
        "The International Committee said 22 prisoners had been repatriated, 15 of whom were wounded.",
        [("22 prisoners", 22, "exact", "prisoners", "released", None), ("15 of whom", 15, "exact", "prisoners", "injured", None)],
    ),
    ("Authorities believe 16 of the captives are dead.", [("16 of the captives", 16, "exact", "hostages", "feared_dead", None)]),
    ("The general put the number of missing at 90.", [("90", 90, "exact", "people", "missing", None)]),
    ("Negotiators spent a fourth day in Geneva.", []),
    (
        "Gunmen drove 94 pupils into the hills; eight came home a week later.",
        [("94 pupils", 94, "exact", "hostages", "taken", "pupils"), ("eight came home", 8, "exact", "hostages", "released", None)],
    ),
    ("Dozens taken in raid on dam", [("Dozens taken", None, "dozens", "hostages", "taken", None)]),
    (
        "In 2021 the rebels freed 12 nurses for 36 prisoners.",
        [("12 nurses", 12, "exact", "hostages", "released", "nurses"), ("36 prisoners", 36, "exact", "prisoners", "released", None)],
    ),
    ("The ministry puts the number of captives at 38.", [("38", 38, "exact", "hostages", "held", None)]),
    ("The army will not hand over the other 16 prisoners.", [("the other 16 prisoners", 16, "exact", "prisoners", "held", None)]),
    ("Nine sailors captured in the strait would be freed if the fine was paid.", [("Nine sailors", 9, "exact", "hostages", "to_release", "sailors")]),
    ("The captives include two cooks.", [("two cooks", 2, "exact", "hostages", "held", "cooks")]),
    ("More than 300 people have died of hunger since May.", [("More than 300 people", 300, "more_than", "people", "dead", None)]),
    ("The rebels undertook to let eight captives go on the fourth day.", [("eight captives", 8, "exact", "hostages", "to_release", None)]),
    (
        "They hold 40 people, 28 of them pupils.",
        [("40 people", 40, "exact", "hostages", "held", None), ("28 of them pupils", 28, "exact", "hostages", "held", "pupils")],
    ),
    ("The shells broke point four of the agreement.", []),
    (
        "Pirates asked for $5m for the 21 crew.",
        [("$5m", 5000000.0, "exact", "dollars", "other", None), ("the 21 crew", 21, "exact", "hostages", "held", "crew")],
    ),
    (
        "Monitors counted 47 violations on Monday, down from 112 on Sunday.",
        [("47 violations", 47, "exact", "violations", "other", None), ("112 on Sunday", 112, "exact", "violations", "other", None)],
    ),
    (
        "Pay would rise by 9 per cent over three years.",
        [("9 per cent", 9, "exact", "per cent", "other", None), ("three years", 3, "exact", "years", "duration", None)],
    ),
    (
        "Convicts seized nine nurses in the prison clinic; six still held",
        [("nine nurses", 9, "exact", "hostages", "taken", "nurses"), ("six still held", 6, "exact", "hostages", "held", None)],
    ),
    ("The navy said pirates seized a trawler with 17 sailors.", [("17 sailors", 17, "exact", "hostages", "taken", "sailors")]),
    ("Hijackers are holding a bus with 22 passengers near the border.", [("22 passengers", 22, "exact", "hostages", "held", "passengers")]),
    (
        "The rebels offered to free two policemen in return for 14 fighters held by the coastguard.",
        [
            ("two policemen", 2, "exact", "prisoners", "prisoners_to_release", "policemen"),
            ("14 fighters", 14, "exact", "prisoners", "prisoners_to_release", "fighters"),
        ],
    ),
    ("A phase covering 80 detainees is to begin next week.", [("80 detainees", 80, "exact", "prisoners", "prisoners_to_release", None)]),
    (
        "Kidnappers took 31 pupils on Monday. Nine others were found dead in the hills.",
        [("31 pupils", 31, "exact", "hostages", "taken", "pupils"), ("Nine others", 9, "exact", "hostages", "dead", None)],
    ),
    ("Eleven hostages have regained their freedom so far.", [("Eleven hostages", 11, "exact", "hostages", "released", None)]),
    ("The Desert Army freed 11 hostages on Monday in exchange for 39 prisoners.",
        [("11 hostages", 11, "exact", "hostages", "released", None), ("39 prisoners", 39, "exact", "prisoners", "released", None)]),
    ("The army freed 11 hostages on Monday in a raid on the camp.", [("11 hostages", 11, "exact", "hostages", "rescued", None)]),
    ("The army carried out air raids on four towns.", [("four towns", 4, "exact", "towns", "struck", None)]),
    ("The siege would begin on Friday and last five days.", [("five days", 5, "exact", "days", "duration", None)]),
    ("Police arrested eight gang leaders after the talks.", [("eight gang leaders", 8, "exact", "prisoners", "taken", "gang leaders")]),
    ("Some 61 percent of members told pollsters they would accept the truce.", [("Some 61 percent of members", 61, "about", "percent", "other", "members")]),
    ("The guerrillas freed them in groups over six weeks after a ransom was paid.", [("six weeks", 6, "exact", "weeks", "duration", None)]),
    ("It was the third mutiny since the truce.", [("the third mutiny", 3, "exact", "mutinies", "other", None)]),
    ("Six of the captives are presumed to be no longer alive.", [("Six of the captives", 6, "exact", "hostages", "feared_dead", None)]),
    ("Two bandits told reporters the truce was over.", []),
    ("A dhow captain was spared, one of the two people, a trader, told the radio.", []),
    (
        "The rebels returned 70 prisoners of war on Sunday, the ministry said. The 70 conscripts were treated in a hospital.",
        [("70 prisoners of war", 70, "exact", "prisoners", "released", None), ("The 70 conscripts", 70, "exact", "prisoners", "released", "conscripts")],
    ),
    (
        "Envoys said four reporters sentenced to death by the rebels would be freed in a first phase.",
        [("four reporters", 4, "exact", "hostages", "to_release", "reporters")],
    ),
]
