/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;

class LatexTableTest {

    @Test
    void writesQuotationMarksThatLatexHasWithoutAnotherFontEncoding() {
        Table table =
                new Table(
                        "quoted",
                        "A \"quoted\" caption",
                        List.of(new Column("", "arm", false)),
                        List.of(new Row(List.of(Cell.of("the \"new\" one")), false)),
                        List.of());

        assertThat(LatexTable.write(table))
                .contains("\\caption{A ''quoted'' caption}")
                .contains("the ''new'' one \\\\");
    }

    @Test
    void leavesCellsEmptyAboveColumnsWithoutAGroup() {
        Table table =
                new Table(
                        "grouped",
                        "Grouped",
                        List.of(
                                new Column("", "arm", false),
                                new Column("", "task", false),
                                new Column("busi", "AUC", true)),
                        List.of(),
                        List.of());

        assertThat(LatexTable.write(table))
                .contains("  &   & \\multicolumn{1}{c}{busi} \\\\\n\\cmidrule(lr){3-3}\n");
    }
}
