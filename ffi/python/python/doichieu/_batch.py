"""Many reports at once, over Arrow: no Python object for a row."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Optional, Tuple

from ._errors import ArgumentError
from ._native import Inspector, recompute_columns

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

# Rows of one call of the engine. Reports are some kilobytes of JSON each, and Arrow's plain texts end at 2 GiB a column.
_ROWS = 65_536

_Column = Tuple[object, object, object]


def inspect_batch(table: pa.Table, inspector: Inspector, *, threads: Optional[int] = None) -> pa.Table:
    """Computes the report of each row again, from what was lawfully kept, and gives a table of the same rows.

    Columns of ``table``:

    ========================= ======================================================================================
    ``frame`` binary          what was shown: :meth:`Inspector.unsealed`
    ``at`` timestamp or int   when it was inspected; an int is in seconds since 1970
    ``salt`` binary           16 bytes: :attr:`EncounterSeed.salt` of its encounter
    ``extract`` binary        :meth:`Report.memory_extract`
    ``challenge`` string      the challenge it answers; null: it was shown unprompted
    ``purpose`` string        why; needed where there is no challenge
    ``question`` string       the question asked instead of fields, unprompted; may be left out
    ``basis`` string          the legal basis it was asked on; may be left out
    ========================= ======================================================================================

    Columns of the result: ``verdict``, ``headline``, ``codes`` (a list, of the showing and of its papers), ``json`` (the report,
    canonical), ``error``. A row that is no document or lacks something has an ``error`` and null in the others; it never
    stops the batch. No value of a paper stands in the result. What was asked beside a vehicle or a plate cannot be
    computed again from these columns.

    ``threads``: all cores, if left out. Raises :class:`ArgumentError` for a table without a column or with one of another
    type.
    """
    import pyarrow as pa

    missing = [name for name in ("frame", "at", "salt", "extract") if name not in table.column_names]
    if missing:
        raise ArgumentError("argument.table", f"thiếu cột {missing[0]}", f"the column {missing[0]} is missing")
    workers = threads if threads is not None else os.cpu_count() or 1
    batches = [_batch(batch, inspector, workers) for batch in table.combine_chunks().to_batches(max_chunksize=_ROWS)]
    return pa.Table.from_batches(batches, schema=schema())


def schema() -> pa.Schema:
    """The schema of what :func:`inspect_batch` gives."""
    import pyarrow as pa

    text = pa.string()
    return pa.schema([("verdict", text), ("headline", text), ("codes", pa.list_(text)), ("json", text), ("error", text)])


def _batch(batch: pa.RecordBatch, inspector: Inspector, threads: int) -> pa.RecordBatch:
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    rows = batch.num_rows

    def column(name: str, kind: pa.DataType) -> _Column:
        if name not in batch.schema.names:
            return bytes(4 * (rows + 1)), b"", bytes(rows)
        try:
            of = batch.column(name).cast(kind)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            raise ArgumentError("argument.table", f"cột {name} không phải {kind}", f"the column {name} is not {kind}") from None
        # Copied to begin at its first row, whatever it is a part of.
        of = pa.concat_arrays([of, of.slice(0, 0)])
        _, offsets, data = of.buffers()
        there = pc.is_valid(of).cast(pa.uint8())
        return _view(offsets, 4 * (of.offset + rows + 1)), _view(data, 0), _view(there.buffers()[1], rows)

    out = recompute_columns(
        inspector,
        rows,
        threads,
        column("frame", pa.binary()),
        _seconds(batch.column("at")),
        column("purpose", pa.string()),
        column("salt", pa.binary()),
        column("challenge", pa.string()),
        column("question", pa.string()),
        column("basis", pa.string()),
        column("extract", pa.binary()),
    )
    verdict, headline, starts, codes, json, error = out
    error_texts = _texts(error, rows)
    refused = pc.not_equal(error_texts, "")
    none = pa.scalar(None, pa.string())
    count = int.from_bytes(starts[-4:], "little")
    lists = pa.Array.from_buffers(pa.list_(pa.string()), rows, [None, pa.py_buffer(starts)], children=[_texts(codes, count)])
    blank = [pc.if_else(refused, none, _texts(of, rows)) for of in (verdict, headline, json)]
    columns = [
        blank[0],
        blank[1],
        pc.if_else(refused, pa.scalar(None, pa.list_(pa.string())), lists),
        blank[2],
        pc.if_else(refused, error_texts, none),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema())


def _view(buffer: Optional[pa.Buffer], least: int) -> object:
    return bytes(least) if buffer is None else memoryview(buffer).cast("B")


def _seconds(of: pa.Array) -> object:
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        seconds = of.cast(pa.timestamp("s", of.type.tz), safe=False) if pa.types.is_timestamp(of.type) else of
        if pa.types.is_timestamp(of.type) and of.type.tz is None:
            raise ArgumentError("argument.table", "cột at không có múi giờ", "the column at has no time zone")
        whole = pc.fill_null(seconds.cast(pa.int64()), -1)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        raise ArgumentError("argument.table", "cột at không phải thời gian", "the column at is no time") from None
    whole = pa.concat_arrays([whole, whole.slice(0, 0)])
    return _view(whole.buffers()[1], 0)


def _texts(of: Tuple[bytes, bytes], rows: int) -> pa.Array:
    import pyarrow as pa

    return pa.Array.from_buffers(pa.string(), rows, [None, pa.py_buffer(of[0]), pa.py_buffer(of[1])])
