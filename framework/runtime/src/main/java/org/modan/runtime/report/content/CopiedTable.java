/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.List;
import org.modan.runtime.report.stored.CsvFile;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;

/** A table shown as it is stored. */
final class CopiedTable {

    private CopiedTable() {}

    static Table of(String name, String caption, CsvFile file) {
        return new Table(
                name,
                caption,
                file.columns().stream().map(column -> new Column("", column, false)).toList(),
                file.rows().stream()
                        .map(row -> new Row(row.stream().map(Cell::of).toList(), false))
                        .toList(),
                List.of());
    }
}
