"""The Splink models that the hub's matcher is compared with.

A model names its comparisons, its blocking rules and how it is trained. Columns that a data set does not have (or that the
caller hides) drop out of it, so one model serves several sets. Which variant is strongest on which set was chosen with
labels, in Splink's favour, and so were the recall guesses; the training itself never sees a label.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import block_on
from splink.internals.blocking_rule_creator import BlockingRuleCreator
from splink.internals.comparison_creator import ComparisonCreator

Rule = tuple[str, ...]  # SQL expressions that must be equal on both sides
MakeComparison = Callable[[], ComparisonCreator]  # Splink changes a comparison while it works, so each run makes its own


@dataclass(frozen=True)
class Model:
    """Everything Splink needs to train and predict, before the columns at hand are known."""

    comparisons: dict[tuple[str, ...], MakeComparison]  # by the columns they read
    blocking: tuple[Rule, ...]
    deterministic: tuple[Rule, ...]  # surely the same person: their count gives the prior
    recall_guess: float  # the share of true pairs that the deterministic rules are thought to find
    training: tuple[Rule, ...]  # the blocks within which EM estimates m

    def comparisons_for(self, columns: set[str]) -> list[ComparisonCreator]:
        return [make() for needed, make in self.comparisons.items() if columns.issuperset(needed)]


def blocking_rules(rules: Iterable[Rule], columns: set[str]) -> list[BlockingRuleCreator]:
    """The rules, as Splink wants them, whose every column is at hand."""
    return [block_on(*rule) for rule in rules if all(columns_in(part) <= columns for part in rule)]


def columns_in(expression: str) -> set[str]:
    """The columns that an SQL expression reads: its words, but for the functions, which a bracket follows."""
    return set(re.findall(r"\b([a-z_]+)\b(?!\()", expression))


def missing_when(condition: str) -> cll.CustomLevel:
    return cll.CustomLevel(condition, "missing").configure(is_null_level=True)


def joint_name() -> ComparisonCreator:
    """Given and family name as one comparison, which sees that they were exchanged."""

    def both_at_least(threshold: float) -> str:
        return f"{similarity('given', 'given')} >= {threshold} and {similarity('family', 'family')} >= {threshold}"

    exchanged = f"coalesce({similarity('given', 'family')}, 0) + coalesce({similarity('family', 'given')}, 0)"
    levels = [
        missing_when("(given_l is null or given_r is null) and (family_l is null or family_r is null)"),
        cll.CustomLevel("given_l = given_r and family_l = family_r", "both exact"),
        cll.CustomLevel(both_at_least(0.9), "both Jaro-Winkler >= .9"),
        cll.CustomLevel(both_at_least(0.7), "both Jaro-Winkler >= .7"),
        cll.ColumnsReversedLevel("given", "family", symmetrical=True),
        cll.CustomLevel(f"{exchanged} >= 1.8", "exchanged, sum >= 1.8"),
        cll.CustomLevel(f"{exchanged} >= 1.4", "exchanged, sum >= 1.4"),
        cll.CustomLevel("given_l = given_r or family_l = family_r", "one exact"),
        cll.CustomLevel("given_l = family_r or family_l = given_r", "one crossed"),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(levels, output_column_name="name")


def tokenised_name() -> ComparisonCreator:
    """Both names as one comparison, by first given name and by the parts of a double-barrelled family name.

    Frequent full names weigh less, by half of the full adjustment. Sharing only the family name, as a household does, is a
    level of its own.
    """

    def parts(side: str) -> str:
        return f"string_split(replace(family_{side}, '-', ' '), ' ')"

    def frequency_of_full_name(level: cll.CustomLevel) -> cll.CustomLevel:
        return level.configure(
            tf_adjustment_column="full_name", tf_adjustment_weight=0.5, disable_tf_exact_match_detection=True
        )

    first, family = similarity("first_given", "first_given"), similarity("family", "family")
    exchanged = f"{similarity('first_given', 'family')} >= .9 and {similarity('family', 'first_given')} >= .9"
    same_initial = "substr(first_given_l, 1, 1) = substr(first_given_r, 1, 1)"
    levels = [
        missing_when("(first_given_l is null or first_given_r is null) and (family_l is null or family_r is null)"),
        frequency_of_full_name(cll.CustomLevel("given_l = given_r and family_l = family_r", "all names exact")),
        frequency_of_full_name(cll.CustomLevel("full_name_l = full_name_r", "first and family name exact")),
        cll.CustomLevel(f"{first} >= .9 and {family} >= .9", "both similar"),
        cll.CustomLevel(f"{first} >= .9 and list_has_any({parts('l')}, {parts('r')})", "first and part of family name"),
        cll.CustomLevel(exchanged, "exchanged"),
        cll.CustomLevel(f"{first} >= .75 and {family} >= .9", "family name, first name somewhat"),
        cll.CustomLevel(f"{same_initial} and {family} >= .9", "family name and initial"),
        cll.CustomLevel("(given_l is null or given_r is null) and family_l = family_r", "family name, given unknown"),
        cll.CustomLevel(f"{first} >= .9", "first name only"),
        cll.CustomLevel(f"{family} >= .9", "family name only"),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(levels, output_column_name="name")


def contact() -> ComparisonCreator:
    """Phone, postcode and house as one comparison: a household shares them together, so they are no separate evidence."""
    levels = [
        missing_when("(phone_l is null or phone_r is null) and (postcode_l is null or postcode_r is null)"),
        cll.CustomLevel("phone_l = phone_r and postcode_l = postcode_r", "phone and postcode"),
        cll.CustomLevel("phone_l = phone_r", "phone"),
        cll.CustomLevel("postcode_l = postcode_r and house_l = house_r", "postcode and house"),
        cll.CustomLevel("postcode_l = postcode_r", "postcode"),
        cll.CustomLevel("damerau_levenshtein(postcode_l, postcode_r) <= 1 and house_l = house_r", "postcode nearly, house"),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(levels, output_column_name="contact")


def similar_email() -> ComparisonCreator:
    return cl.JaroWinklerAtThresholds("email", [0.88])


def similarity(left: str, right: str) -> str:
    return f"jaro_winkler_similarity({left}_l, {right}_r)"


def distant_date() -> ComparisonCreator:
    """A whole date of birth, by edits and by days apart."""
    days_apart = "abs(datediff('day', try_cast(dob_l as date), try_cast(dob_r as date)))"
    levels = [
        cll.NullLevel("dob"),
        cll.ExactMatchLevel("dob"),
        cll.DamerauLevenshteinLevel("dob", 1),
        cll.CustomLevel(f"{days_apart} <= 31", "within a month"),
        cll.DamerauLevenshteinLevel("dob", 2),
        cll.CustomLevel(f"{days_apart} <= 366", "within a year"),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(levels, output_column_name="dob")


def partial_date() -> ComparisonCreator:
    """A date of birth whose unknown parts are underscores, so that LIKE finds the dates it could be."""
    left, right = "partial_dob_l", "partial_dob_r"
    levels = [
        missing_when(f"{left} is null or {right} is null"),
        cll.CustomLevel(f"{left} = {right} and not contains({left}, '_')", "exact"),
        cll.CustomLevel(f"{left} like {right} or {right} like {left}", "compatible"),
        cll.CustomLevel(f"damerau_levenshtein({left}, {right}) <= 1", "one edit"),
        cll.CustomLevel(f"damerau_levenshtein({left}, {right}) <= 2", "two edits"),
        cll.ElseLevel(),
    ]
    return cl.CustomComparison(levels, output_column_name="partial_dob")


def edits(column: str, *thresholds: int, frequency: bool = False) -> MakeComparison:
    def make() -> ComparisonCreator:
        comparison = cl.DamerauLevenshteinAtThresholds(column, list(thresholds))
        return comparison.configure(term_frequency_adjustments=frequency)

    return make


def similar_town() -> ComparisonCreator:
    return cl.JaroWinklerAtThresholds("town", [0.9, 0.8]).configure(term_frequency_adjustments=True)


FEBRL = Model(
    comparisons={
        ("given", "family"): joint_name,
        ("dob",): edits("dob", 1, 2),
        ("identifier",): edits("identifier", 1, 2),
        ("house",): edits("house", 1, frequency=True),
        ("postcode",): edits("postcode", 1, 2, frequency=True),
    },
    blocking=(("identifier",), ("given",), ("family",), ("dob",), ("postcode",)),
    deterministic=(("identifier",), ("given", "family", "dob")),
    recall_guess=0.8,
    training=(("dob",), ("postcode",)),
)

FAKE = Model(
    comparisons={
        ("given", "family"): joint_name,
        ("dob",): distant_date,
        ("email",): lambda: cl.EmailComparison("email"),
        ("town",): similar_town,
    },
    blocking=(
        ("given",),
        ("family",),
        ("dob",),
        ("email",),
        ("substr(given, 1, 3)",),
        ("substr(family, 1, 3)",),
        ("substr(dob, 1, 7)",),
        ("substr(dob, 1, 4)",),
        ("substr(email, 1, 5)",),
        ("substr(town, 1, 3)",),
    ),
    deterministic=(("given", "family"), ("given", "dob"), ("family", "dob"), ("email",)),
    recall_guess=0.6,
    training=(("dob",), ("email",)),
)

UK = Model(
    comparisons={
        ("given",): lambda: cl.NameComparison("given"),
        ("family",): lambda: cl.NameComparison("family"),
        ("partial_dob",): partial_date,
        ("postcode",): edits("postcode", 1, 2),
        ("sex",): lambda: cl.ExactMatch("sex"),
    },
    blocking=(
        ("dob",),
        ("given", "family"),
        ("given", "substr(partial_dob, 1, 6)"),
        ("family", "substr(partial_dob, 1, 6)"),
        ("substr(given, 1, 3)", "substr(partial_dob, 1, 4)"),
        ("substr(family, 1, 3)", "substr(partial_dob, 1, 4)"),
        ("postcode", "house"),
        ("postcode", "substr(given, 1, 1)"),
        ("postcode", "substr(family, 1, 1)"),
        ("postcode", "substr(partial_dob, 1, 4)"),
        ("postcode", "substr(partial_dob, 5, 4)"),
        ("house", "street", "sex"),
        ("house", "street", "substr(given, 1, 1)"),
        ("house", "street", "substr(partial_dob, 1, 4)"),
    ),
    deterministic=(("given", "family", "dob"), ("given", "dob", "postcode"), ("given", "family", "postcode")),
    recall_guess=0.6,
    training=(("partial_dob",), ("given", "family")),
)

GENERATED = Model(
    comparisons={
        ("given", "family"): tokenised_name,
        ("partial_dob",): partial_date,
        ("sex",): lambda: cl.ExactMatch("sex"),
        ("phone", "postcode", "house"): contact,
        ("email",): similar_email,
        ("identifier",): edits("identifier", 1, frequency=True),
    },
    blocking=(
        ("identifier",),
        ("phone",),
        ("email",),
        ("dob",),
        ("full_name",),
        ("first_given", "postcode"),
        ("first_given", "substr(partial_dob, 1, 6)"),
        ("first_given", "substr(partial_dob, 5, 4)"),
        ("family", "substr(partial_dob, 1, 6)"),
        ("family", "substr(partial_dob, 5, 4)"),
        ("substr(family, 1, 4)", "substr(partial_dob, 1, 6)"),
        ("substr(first_given, 1, 3)", "substr(family, 1, 3)", "substr(partial_dob, 1, 4)"),
        ("postcode", "house"),
        ("postcode", "substr(given, 1, 1)"),
        ("postcode", "substr(family, 1, 1)"),
        ("postcode", "substr(partial_dob, 1, 4)"),
        ("house", "street", "town"),
    ),
    deterministic=(("identifier",), ("given", "family", "dob"), ("given", "family", "postcode", "house")),
    recall_guess=0.7,
    training=(("partial_dob",), ("given", "family"), ("identifier",)),
)

MODELS: dict[str, Model] = {"febrl": FEBRL, "fake": FAKE, "uk": UK, "generated": GENERATED}
