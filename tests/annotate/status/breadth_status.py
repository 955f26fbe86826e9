"""States of talks in the idioms of many conflicts, written before the rules, each read after CONTEXT: (text, [(state, a word of the span)])."""

from __future__ import annotations

CONTEXT = "Mediators said on Tuesday that talks on a ceasefire, on an exchange of prisoners and on the hostages would go on in the capital.\n\n"

Case = tuple[str, list[tuple[str, str]]]

BREADTH: list[Case] = [
    ("The two sides agreed to remain in contact.", [("active", "contact")]),
    ("They agreed to meet again in ten days, the mediator said of the ceasefire talks.", [("active", "meet again")]),
    ("After three hours of talks the sides agreed only to keep talking.", [("active", "keep talking")]),
    ("Earlier understandings between the army and the rebels had collapsed within days.", []),
    ("The mediator set December 15 as a deadline for a deal.", []),
    ("The talks in Oslo broke up without a handshake.", [("stalled|collapsed|suspended", "broke up")]),
    ("Negotiations have ground to a halt over the list of names.", [("stalled", "halt")]),
    ("The envoy said that a deal had never been closer.", [("progress", "closer")]),
    ("No talks are under way, the rebel spokesman said.", [("none", "No talks")]),
    ("Talks between the dockers and the port were put off until Monday.", [("suspended", "put off")]),
    ("The two governments are sounding each other out about a prisoner exchange.", [("exploring", "sounding")]),
    ("The parties shook hands on a deal shortly after midnight.", [("agreed", "deal")]),
    ("The talks are on life support, a diplomat said.", [("stalled", "life support")]),
    ("Peace talks opened in Nairobi on Tuesday.", [("active", "opened")]),
    ("The delegations went home on Friday with nothing to show for a week of talks.", [("stalled", "nothing to show")]),
    ("The talks have gone cold since March.", [("stalled", "cold")]),
    ("The chief negotiator said that all but two points had been settled.", [("progress", "settled")]),
    ("The peace process is dead, the opposition leader said.", [("collapsed", "dead")]),
    ("Contacts between the captors and the family resumed after a month of silence.", [("active", "resumed")]),
    ("The ceasefire talks would be doomed if a hostage died.", []),
    ("The envoys will meet for exploratory talks next week about a truce.", [("exploring", "exploratory")]),
    ("A deal has still not been signed, though both sides say that the text is final.", [("progress", "text is final")]),
    ("The rail talks were adjourned sine die on Thursday.", [("suspended", "adjourned")]),
    ("Both camps say that the channel through Oman is still open.", [("active", "open")]),
    ("Nobody is talking to anybody, the bishop said of the hostage negotiations.", [("none", "talking")]),
    ("The mediator gave up after nine weeks and flew home, saying that the sides would not even share a room.", [("collapsed|suspended|stalled", "gave up")]),
    ("Talks to end the siege have entered their third day.", [("active", "third day")]),
    ("Negotiators hailed a breakthrough over the lists late on Tuesday.", [("progress", "breakthrough")]),
    ("The sides initialled the accord in Lusaka.", [("agreed", "initialled")]),
    ("The owners have broken off contact with the pirates.", [("suspended", "broken off")]),
    ("The rebels have agreed to attend preliminary talks in Asmara.", [("exploring|active", "preliminary talks")]),
    ("There are no negotiations, and there will be none, the minister said.", [("none", "no negotiations")]),
    ("The two governments signed the exchange agreement on Friday.", [("agreed", "signed")]),
    ("The talks are hanging by a thread, a mediator said.", [("stalled", "thread")]),
    ("The process has been frozen since the raid of 4 May.", [("suspended", "frozen")]),
    ("A third meeting, planned for Sunday, was called off.", [("suspended", "called off")]),
    ("If the talks fail, the army will storm the school.", []),
    ("The mediators hope to restart the talks by June.", [("exploring", "restart")]),
    ("The union said that the deal was as good as done.", [("progress|agreed", "done")]),
    ("Talks broke up in the early hours, with each side accusing the other of intransigence.", [("stalled", "broke up")]),
    ("Negotiations had again run into the sand by Thursday night.", [("stalled", "sand")]),
    ("Negotiations adjourned until tomorrow.", [("suspended", "adjourned")]),
    ("The talks are not dead, the spokesman said.", [("active", "not dead")]),
    ('"We are in contact with the kidnappers," the police chief said.', [("active", "contact")]),
    ("Negotiators sat down again on Monday after a break of ten days.", [("active", "again")]),
    ("Talks limp on in Geneva.", [("active", "limp")]),
    ("Before the walkout the sides had settled all but two of eleven chapters.", [("progress", "all but two")]),
    ("The parties have agreed nine of the eleven points.", [("progress", "nine")]),
    ("The court adjourned until Monday.", []),
    ("The company was in contact with its suppliers.", []),
    ("The truce is not dead, the spokesman said.", []),
    ("Ten hours of talks yielded nothing, the governor said.", [("stalled", "nothing")]),
]

NOT_YET: list[Case] = [("After a year of stalemate the talks are moving again.", [("active", "moving")])]
