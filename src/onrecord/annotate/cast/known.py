"""What is known of a report while its cast is being made; lives only inside one call of `read_cast`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter

from onrecord.annotate.cast.arms import NEAR, arm_in, told_as
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, Token

PLACE = itemgetter(0)


class Known:
    """Clusters, which token belongs to which, and their mentions in the order of the text."""

    def __init__(self, parsed: Parsed, clusters: list[Cluster], home: str | None) -> None:
        self.parsed = parsed
        self.clusters = clusters
        self.home = home
        self.at: dict[int, Cluster] = {}
        self.order: list[tuple[int, Cluster]] = []
        rows = [(m, c) for c in clusters for m in c.mentions]
        for mention, cluster in sorted(rows, key=lambda row: row[0].first - row[0].last, reverse=True):
            for at in range(mention.first, mention.last):
                self.at[at] = cluster
        for mention, cluster in rows:
            for at in range(mention.lead if mention.lead is not None else mention.first, mention.first):
                self.at.setdefault(at, cluster)
        self.order = sorted(((m.last - 1, c) for m, c in rows), key=lambda row: row[0])

    def add(self, cluster: Cluster, mention: Mention) -> None:
        """Adds a mention; the tokens of a mention that is there already stay with it."""
        if not cluster.mentions:
            self.clusters.append(cluster)
        cluster.mentions.append(mention)
        for at in range(mention.first, mention.last):
            if mention.role == "pronoun" or self.parsed.tokens[at].tag != "PRP$":
                self.at.setdefault(at, cluster)
        self.order.insert(bisect_left(self.order, mention.last - 1, key=PLACE), (mention.last - 1, cluster))

    def merge(self, gone: Cluster, kept: Cluster) -> None:
        """Joins one that was met without a name to the one whose name was told later."""
        kept.mentions.extend(gone.mentions)
        self.clusters.remove(gone)
        self.at = {at: kept if c is gone else c for at, c in self.at.items()}
        self.order = [(at, kept if c is gone else c) for at, c in self.order]

    def earlier(self, token: Token) -> Iterator[tuple[int, Cluster]]:
        """Last token and cluster of every mention before *token*, the last one first."""
        order = self.order
        for n in range(bisect_left(order, token.i, key=PLACE) - 1, -1, -1):
            yield order[n]

    def state_beside(self, token: Token) -> str | None:
        """The state that acts or owns nearest before *token* in its paragraph, for an arm told of without a country; the foremost one goes first."""
        if self.home is not None:
            return self.home
        for at, cluster in self.earlier(token):
            other = self.parsed.tokens[at]
            if other.block != token.block:
                return None
            if cluster.kind == "state" and other.dep in ("nsubj", "nsubjpass", "poss"):
                return cluster.side
        return None

    def arm_before(self, token: Token, told: str) -> str | None:
        """The side of the last like arm ("Arda's army" before "an army spokesman") told of with its country, two paragraphs back at most."""
        own = arm_in(told)
        if own is None:
            return None
        for at, cluster in self.earlier(token):
            if token.block - self.parsed.tokens[at].block > NEAR:
                return None
            if cluster.side and not cluster.guessed and not cluster.is_party and arm_in(told_as(cluster)) == own:
                return cluster.side
        return None

    def before(self, token: Token, reach: int) -> list[Cluster]:
        """The clusters told of before *token* within *reach* sentences, the last one first, each once."""
        out: dict[Cluster, None] = {}
        tokens = self.parsed.tokens
        for at, cluster in self.earlier(token):
            if token.sent - tokens[at].sent > reach:
                break
            out.setdefault(cluster)
        return list(out)
