/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table in GitHub's Markdown. */
public final class MarkdownTable {

    private MarkdownTable() {}

    public static String write(Table table) {
        StringBuilder text = new StringBuilder();
        text.append("**").append(escape(table.caption())).append("**\n\n");
        text.append(
                line(
                        table.columns().stream()
                                .map(Flat::title)
                                .map(MarkdownTable::escape)
                                .toList()));
        text.append(line(table.columns().stream().map(c -> c.number() ? "---:" : "---").toList()));
        table.rows()
                .forEach(
                        row ->
                                text.append(
                                        line(
                                                row.cells().stream()
                                                        .map(MarkdownTable::of)
                                                        .toList())));
        table.notes().forEach(note -> text.append('\n').append(escape(note)).append('\n'));
        return text.toString();
    }

    private static String of(Table.Cell cell) {
        String text = escape(cell.text());
        return cell.strong() && !text.isEmpty() ? "**%s**".formatted(text) : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Also what would start HTML, a link or a new row. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replaceAll("([`*_{}\\[\\]<>|#~])", "\\\\$1")
                .replace("&", "&amp;")
                .replaceAll("\\R", " ");
    }
}
