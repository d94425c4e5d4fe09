"""Rules of the markets as tables: trading days and hours, price limits, ticks, ranges, records, each row with its source."""
