"""Reading on several processes or machines: inputs in partitions → Parquet files of readings, which `onrecord add` takes into a record."""
