"""Links people with Splink, for comparison with the hub's own matcher.

Reads the common CSV format (see the README of the shared data), trains without labels as Splink's demos do (u by random
sampling, m by expectation maximisation within blocks, the prior from deterministic rules and a guess of their recall), and
writes every pair that the blocking rules find, with its weight and posterior, to DIR/links.csv; timings go to
DIR/report.json, the trained model to DIR/model.json.

    link.py --register R.csv --queries Q.csv --model uk --out DIR
    link.py --register R.csv --self --model febrl --out DIR --columns given_names,family_name,birth_year,birth_month,birth_day
"""

import argparse
import json
import logging
import time
from pathlib import Path

from splink import DuckDBAPI, Linker, SettingsCreator
from splink.internals.splink_dataframe import SplinkDataFrame

from models import MODELS, Model, blocking_rules

SEED = 20261125
MAX_RANDOM_PAIRS = 2e7
FORMAT = (
    "given_names", "family_name", "sex", "birth_year", "birth_month", "birth_day", "house_number", "street", "town",
    "postcode", "phone", "email", "identifier",
)

# What Splink compares, from the common format: lower case, no spaces within codes, the date of birth whole
# (or null) and once more with underscores for its unknown parts.
DERIVED = {
    "given": "given_names",
    "first_given": "split_part(given_names, ' ', 1)",
    "family": "family_name",
    "full_name": "split_part(given_names, ' ', 1) || ' ' || family_name",
    "sex": "sex",
    "dob": "birth_year || '-' || lpad(birth_month, 2, '0') || '-' || lpad(birth_day, 2, '0')",
    "partial_dob": "nullif(coalesce(lpad(birth_year, 4, '0'), '____') || coalesce(lpad(birth_month, 2, '0'), '__')"
    " || coalesce(lpad(birth_day, 2, '0'), '__'), '________')",
    "house": "house_number",
    "street": "street",
    "town": "town",
    "postcode": "replace(postcode, ' ', '')",
    "phone": "regexp_replace(phone, '[^0-9]', '', 'g')",
    "email": "email",
    "identifier": "replace(identifier, ' ', '')",
}


def main() -> None:
    options = parse_options()
    logging.getLogger("splink").setLevel(logging.ERROR)
    model = MODELS[options.model]
    database = DuckDBAPI()
    began = time.perf_counter()
    tables, columns = load(database, sources_of(options), options.columns)
    linker = Linker(tables, settings_for(model, columns, deduplicate=options.self), log_level=logging.ERROR)

    started = time.perf_counter()
    train(linker, model, columns)
    trained = time.perf_counter()
    predictions = linker.inference.predict(threshold_match_probability=0)
    predicted = time.perf_counter()

    options.out.mkdir(parents=True, exist_ok=True)
    pairs = write_links(database, predictions, options.out / "links.csv")
    linker.misc.save_model_to_json(str(options.out / "model.json"), overwrite=True)
    threads = database.duckdb_con.execute("select current_setting('threads')").fetchall()[0][0]
    report = {
        "seconds_loading": round(started - began, 3),
        "seconds_training": round(trained - started, 3),
        "seconds_predicting": round(predicted - trained, 3),
        "threads": threads,
        "pairs_scored": pairs,
        "pairs_per_second": round(pairs / (predicted - trained)),
    }
    (options.out / "report.json").write_text(json.dumps(report, indent=2) + "\n")


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", required=True, type=Path)
    against = parser.add_mutually_exclusive_group(required=True)
    against.add_argument("--queries", type=Path)
    against.add_argument("--self", action="store_true", help="find duplicates within the register")
    parser.add_argument("--model", required=True, choices=MODELS)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--columns", type=lambda names: names.split(","), default=list(FORMAT))
    options = parser.parse_args()
    if unknown := set(options.columns) - set(FORMAT):
        parser.error(f"not in the common format: {', '.join(sorted(unknown))}")
    return options


def sources_of(options: argparse.Namespace) -> dict[str, Path]:
    register = {"register": options.register}
    return register if options.self else {"queries": options.queries, **register}


def load(
    database: DuckDBAPI, sources: dict[str, Path], visible: list[str]
) -> tuple[list[SplinkDataFrame], set[str]]:
    """The prepared tables, and the columns that are filled in every one of them."""
    tables, filled = [], set(DERIVED)
    for name, path in sources.items():
        database.duckdb_con.execute(f"create table {name} as {prepared(path, visible)}")
        filled &= filled_columns(database, name)
        tables.append(database.register(name, dataset_display_name=name))
    return tables, filled


def prepared(path: Path, visible: list[str]) -> str:
    """The query that cleans one file; a hidden column is null throughout."""
    cleaned = ", ".join(
        f"nullif(trim(lower({name})), '') as {name}" if name in visible else f"null::varchar as {name}" for name in FORMAT
    )
    derived = ", ".join(f"nullif({expression}, '') as {name}" for name, expression in DERIVED.items())
    return (
        f"with cleaned as (select record_id, {cleaned} from read_csv('{path}', all_varchar = true, header = true))"
        f" select record_id as unique_id, {derived} from cleaned"
    )


def filled_columns(database: DuckDBAPI, table: str) -> set[str]:
    counts = ", ".join(f"count({name})" for name in DERIVED)
    (row,) = database.duckdb_con.execute(f"select {counts} from {table}").fetchall()
    return {name for name, count in zip(DERIVED, row) if count > 0}


def settings_for(model: Model, columns: set[str], *, deduplicate: bool) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only" if deduplicate else "link_only",
        comparisons=model.comparisons_for(columns),
        blocking_rules_to_generate_predictions=blocking_rules(model.blocking, columns),
        retain_matching_columns=False,
    )


def train(linker: Linker, model: Model, columns: set[str]) -> None:
    """Estimates the prior, u and m, in the order of Splink's demos."""
    linker.training.estimate_probability_two_random_records_match(
        blocking_rules(model.deterministic, columns), recall=model.recall_guess
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=MAX_RANDOM_PAIRS, seed=SEED)
    for rule in blocking_rules(model.training, columns):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def write_links(database: DuckDBAPI, predictions: SplinkDataFrame, path: Path) -> int:
    """Writes the scored pairs, best first, and counts them. In a self-join either record may be the query."""
    table = predictions.physical_name
    columns = {row[0] for row in database.duckdb_con.execute(f"describe {table}").fetchall()}
    swapped = "source_dataset_l = 'register'" if "source_dataset_l" in columns else "false"
    database.duckdb_con.execute(f"""
        copy (
            select
                case when {swapped} then unique_id_r else unique_id_l end as query_id,
                case when {swapped} then unique_id_l else unique_id_r end as register_id,
                round(match_weight, 6) as weight,
                round(match_probability, 12) as posterior
            from {table}
            order by weight desc, query_id, register_id
        ) to '{path}' (header, delimiter ',')
    """)
    return database.duckdb_con.execute(f"select count(*) from {table}").fetchall()[0][0]


if __name__ == "__main__":
    main()
