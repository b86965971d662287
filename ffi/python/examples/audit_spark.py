"""The same audit for a nation's archive: Spark shares the batches out, and each worker has an engine of its own.

    python audit_spark.py FOLDER

Needs PySpark and Java. FOLDER: as in ``audit_duckdb.py``; here it lies where every worker can read it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import doichieu
import pyarrow as pa
from audit_duckdb import inspector_of, pace
from pyspark.sql import SparkSession

SCHEMA = "verdict string, headline string, codes array<string>, json string, error string"


def audited(folder: str) -> Any:
    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # Of each worker: an inspector crosses no process. One core of Spark's is one thread of the engine's.
        inspector = inspector_of(Path(folder))
        for batch in batches:
            yield from doichieu.inspect_batch(pa.Table.from_batches([batch]), inspector, threads=1).to_batches()

    return work


def main(folder: Path) -> None:
    spark = SparkSession.builder.master("local[2]").appName("doichieu").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    archive = spark.read.parquet(str(folder / "archive.parquet")).repartition(4).cache()
    archive.count()
    begun = time.perf_counter()
    reports = archive.mapInArrow(audited(str(folder)), SCHEMA).cache()
    rows = reports.count()
    took = time.perf_counter() - begun
    reports.selectExpr("coalesce(verdict, error) as came_of_it").groupBy("came_of_it").count().orderBy("count", ascending=False).show(truncate=False)
    pace(rows, took)
    spark.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
