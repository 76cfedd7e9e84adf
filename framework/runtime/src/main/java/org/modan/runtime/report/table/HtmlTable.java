/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.report.text.Html;

/** Writes a table into a page. */
public final class HtmlTable {

    /** A longer text is broken into lines. */
    private static final int LONGEST_LINE = 48;

    private HtmlTable() {}

    /** In a box of its own that scrolls where the page is narrow. */
    public static void write(Table table, Html html) {
        html.openScrollBox(table.caption());
        html.open("table");
        html.element("caption", table.caption());
        html.open("thead");
        if (table.hasGroups()) {
            html.open("tr");
            for (Spans.Span span : Spans.of(table)) {
                if (span.group().isEmpty()) {
                    html.open("td", "colspan", Integer.toString(span.columns())).close();
                } else {
                    html.element(
                            "th",
                            span.group(),
                            "scope",
                            "colgroup",
                            "colspan",
                            Integer.toString(span.columns()),
                            "class",
                            "group");
                }
            }
            html.close();
        }
        html.open("tr");
        for (Table.Column column : table.columns()) {
            html.element("th", column.title(), "scope", "col", "class", column.number() ? "n" : "");
        }
        html.close().close();
        html.open("tbody");
        table.rows().forEach(row -> write(table, row, html));
        html.close().close();
        html.close();
        if (!table.notes().isEmpty()) {
            html.element("p", String.join(" ", table.notes()), "class", "note");
        }
    }

    private static void write(Table table, Table.Row row, Html html) {
        html.open("tr", "class", row.apart() ? "apart" : "");
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Cell cell = row.cells().get(i);
            List<String> classes = new ArrayList<>();
            if (table.columns().get(i).number()) {
                classes.add("n");
            }
            if (cell.gap()) {
                classes.add("gap");
            }
            if (cell.text().length() > LONGEST_LINE) {
                classes.add("long");
            }
            if (i == 0) {
                html.element("th", cell.text(), "scope", "row");
                continue;
            }
            html.open("td", "class", String.join(" ", classes));
            if (cell.strong()) {
                html.element("strong", cell.text());
            } else {
                html.text(cell.text());
            }
            html.close();
        }
        html.close();
    }
}
