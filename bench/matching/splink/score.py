"""Scores links.csv against the truth and prints JSON.

    score.py --links L.csv --truth T.csv [--self] [--queries Q.csv]

Pairs: precision, recall and F1 at two posteriors, the best F1 over all thresholds (chosen with labels, an upper bound), the
recall before the first wrong pair, and the share of true pairs that were scored at all (pairs completeness).

Without --self also what would be done with each query: its best candidate is accepted automatically at a posterior of at
least .999 and 4 bits clear of the next; otherwise candidates of at least .09 are reviewed; otherwise there is no match.
Shares of queries need their number: it is read from --queries, else only queries seen in links or truth are counted.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

AUTOMATIC_POSTERIOR = 0.999
AUTOMATIC_LEAD_BITS = 4
REVIEW_POSTERIOR = 0.09

Pair = tuple[str, str]  # query and register id; sorted when a register is matched with itself


class Link(NamedTuple):
    pair: Pair
    weight: float
    posterior: float


def main() -> None:
    options = parse_options()
    truth = read_truth(options.truth, within_one=options.self)
    links = read_links(options.links, within_one=options.self)
    result = score_pairs(links, truth)
    if not options.self:
        result["bands"] = score_bands(links, truth, read_queries(options.queries, links, truth))
    print(json.dumps(result, indent=2))


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", required=True, type=Path)
    parser.add_argument("--truth", required=True, type=Path)
    parser.add_argument("--self", action="store_true", help="the register was matched with itself")
    parser.add_argument("--queries", type=Path)
    return parser.parse_args()


def read_rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def read_truth(path: Path, *, within_one: bool) -> set[Pair]:
    """True pairs; the register is on the left of a truth file."""
    return {as_pair(row["right_id"], row["left_id"], within_one=within_one) for row in read_rows(path)}


def read_links(path: Path, *, within_one: bool) -> list[Link]:
    """Links from the strongest on, each pair once."""
    best: dict[Pair, Link] = {}
    for row in read_rows(path):
        pair = as_pair(row["query_id"], row["register_id"], within_one=within_one)
        link = Link(pair, float(row["weight"]), float(row["posterior"]))
        if pair not in best or best[pair].weight < link.weight:
            best[pair] = link
    return sorted(best.values(), key=lambda link: -link.weight)


def as_pair(query: str, register: str, *, within_one: bool) -> Pair:
    return (min(query, register), max(query, register)) if within_one else (query, register)


def read_queries(path: Path | None, links: list[Link], truth: set[Pair]) -> set[str]:
    if path is not None:
        return {row["record_id"] for row in read_rows(path)}
    return {link.pair[0] for link in links} | {query for query, _ in truth}


def score_pairs(links: list[Link], truth: set[Pair]) -> dict:
    return {
        "true_pairs": len(truth),
        "pairs_scored": len(links),
        "pairs_completeness": share(sum(link.pair in truth for link in links), len(truth)),
        "at_.99": at_posterior(links, truth, 0.99),
        "at_.999": at_posterior(links, truth, 0.999),
        **over_thresholds(links, truth),
    }


def at_posterior(links: list[Link], truth: set[Pair], threshold: float) -> dict:
    accepted = [link.pair in truth for link in links if link.posterior >= threshold]
    return quality(sum(accepted), len(accepted), len(truth))


def over_thresholds(links: list[Link], truth: set[Pair]) -> dict:
    """The best F1, and the recall at the lowest threshold that accepts no wrong pair; equal weights stand or fall together."""
    best, clean_recall, right, accepted = quality(0, 0, len(truth)), 0.0, 0, 0
    for weight, tied in groupby(links, key=lambda link: link.weight):
        hits = [link.pair in truth for link in tied]
        right, accepted = right + sum(hits), accepted + len(hits)
        here = quality(right, accepted, len(truth))
        if here["f1"] > best["f1"]:
            best = {**here, "weight": round(weight, 3)}
        if right == accepted:
            clean_recall = here["recall"]
    return {"best": best, "recall_without_false_positives": clean_recall}


def quality(right: int, accepted: int, true_pairs: int) -> dict:
    return {
        "precision": share(right, accepted) if accepted else 1.0,
        "recall": share(right, true_pairs),
        "f1": share(2 * right, accepted + true_pairs),
        "wrong": accepted - right,
    }


def score_bands(links: list[Link], truth: set[Pair], queries: set[str]) -> dict:
    candidates: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        candidates[link.pair[0]].append(link)
    true_of: dict[str, set[str]] = defaultdict(set)
    for query, register in truth:
        true_of[query].add(register)

    counts = {"automatic": 0, "wrong_automatic": 0, "review": 0, "missed": 0}
    for query in queries:
        for outcome in outcomes(candidates[query], true_of[query]):
            counts[outcome] += 1
    with_match = sum(bool(true_of[query]) for query in queries)
    return {
        "queries": len(queries),
        "queries_with_match": with_match,
        **counts,
        "automatic_recall": share(counts["automatic"] - counts["wrong_automatic"], with_match),
        "review_share": share(counts["review"], len(queries)),
        "missed_share": share(counts["missed"], with_match),
    }


def outcomes(candidates: list[Link], true_ids: set[str]) -> list[str]:
    """What happens to one query, whose candidates come best first."""
    offered = [link for link in candidates if link.posterior >= REVIEW_POSTERIOR]
    automatic = is_automatic(candidates)
    shown = {link.pair[1] for link in (candidates[:1] if automatic else offered)}
    found = bool(shown & true_ids)
    happened = []
    if automatic:
        happened += ["automatic"] if found else ["automatic", "wrong_automatic"]
    elif offered:
        happened += ["review"]
    if true_ids and not found:
        happened += ["missed"]
    return happened


def is_automatic(candidates: list[Link]) -> bool:
    if not candidates or candidates[0].posterior < AUTOMATIC_POSTERIOR:
        return False
    return len(candidates) == 1 or candidates[0].weight - candidates[1].weight >= AUTOMATIC_LEAD_BITS


def share(part: int, whole: int) -> float:
    return round(part / whole, 5) if whole else 0.0


if __name__ == "__main__":
    main()
