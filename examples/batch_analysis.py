"""Three questions over a batch, answered from its tables; each ``# %%`` is a cell for Jupyter, VS Code and Spyder.

govreply batch fixtures --out check-fixtures
govreply export check-fixtures --to parquet --out tables
python examples/batch_analysis.py tables
"""

# %% The tables: one row for each file, one for each finding
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

folder = Path(sys.argv[1]) if len(sys.argv) == 2 else Path("tables")
documents = pq.read_table(folder / "documents.parquet")
findings = pq.read_table(folder / "findings.parquet")


def show(title: str, table: pa.Table) -> None:
    """Print a table as a notebook would."""
    print(title, " | ".join(table.column_names), sep="\n")
    for row in table.to_pylist():
        print(" | ".join("" if value is None else str(value) for value in row.values()))
    print()


# %% Replies alone, with the organ by its full name, and the year of the number or else of the signature
replies = documents.filter(pc.field("is_reply"))
signed_in = pc.utf8_slice_codeunits(replies["signature_date"], 0, 4).cast("int64")
replies = replies.append_column("organ", pc.coalesce(replies["issuer_canonical"], replies["issuer"]))
replies = replies.append_column("in_year", pc.coalesce(replies["year"], signed_in))

# %% Which organs answer late? Put the last day of your own place here
last_day = "06-30"
day = pc.utf8_slice_codeunits(replies["signature_date"], 5, 10)
answers = pa.table(
    {
        "organ": replies["organ"],
        "letters": pc.is_valid(replies["document"]),
        "late": pc.fill_null(pc.greater(day, last_day), False),
        "undated": pc.is_null(day),
        "latest": replies["signature_date"],
    }
)
counts = [("letters", "sum"), ("late", "sum"), ("undated", "sum"), ("latest", "max")]
late = answers.group_by("organ").aggregate(counts).rename_columns(answers.column_names)
show("late answers", late.sort_by([("late", "descending"), ("latest", "descending"), ("organ", "ascending")]))

# %% Which classes do organs give?
marks = {mark: pc.fill_null(pc.equal(replies["disposition"], mark), False) for mark in "ABCD"}
marks["none"] = pc.is_null(replies["disposition"])
given = pa.table({"organ": replies["organ"], **marks})
classes = given.group_by("organ").aggregate([(mark, "sum") for mark in marks]).rename_columns(given.column_names)
show("classes", classes.sort_by([("none", "ascending"), ("organ", "ascending")]))

# %% Which rules are violated most, by which organ in which year? Infos and what was waived do not count
serious = findings.filter((pc.field("severity") != "info") & ~pc.field("waived"))
serious = serious.join(replies.select(["document", "organ", "in_year"]), "document", join_type="inner")
rules = serious.group_by(["organ", "in_year", "rule"]).aggregate([([], "count_all")])
rules = rules.rename_columns(["organ", "year", "rule", "findings"])
order = [("findings", "descending"), ("organ", "ascending"), ("year", "ascending"), ("rule", "ascending")]
show("rules violated", rules.sort_by(order).slice(0, 20))
