/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table for LaTeX with the package booktabs. */
public final class LatexTable {

    private LatexTable() {}

    public static String write(Table table) {
        StringBuilder text = new StringBuilder();
        text.append("% needs \\usepackage{booktabs}\n");
        text.append("\\begin{table}\n\\centering\n");
        text.append("\\caption{").append(escape(table.caption())).append("}\n");
        text.append("\\begin{tabular}{");
        table.columns().forEach(column -> text.append(column.number() ? 'r' : 'l'));
        text.append("}\n\\toprule\n");
        if (table.hasGroups()) {
            text.append(groups(table));
        }
        text.append(line(table.columns().stream().map(c -> escape(c.title())).toList()));
        text.append("\\midrule\n");
        for (Table.Row row : table.rows()) {
            text.append(row.apart() ? "\\midrule\n" : "");
            text.append(line(row.cells().stream().map(LatexTable::of).toList()));
        }
        text.append("\\bottomrule\n\\end{tabular}\n");
        table.notes()
                .forEach(
                        note ->
                                text.append("\n\\smallskip\\footnotesize ")
                                        .append(escape(note))
                                        .append('\n'));
        return text.append("\\end{table}\n").toString();
    }

    private static String groups(Table table) {
        List<String> cells = new ArrayList<>();
        StringBuilder rules = new StringBuilder();
        for (Spans.Span span : Spans.of(table)) {
            if (span.group().isEmpty()) {
                cells.addAll(Collections.nCopies(span.columns(), " "));
                continue;
            }
            cells.add("\\multicolumn{%d}{c}{%s}".formatted(span.columns(), escape(span.group())));
            rules.append(
                    "\\cmidrule(lr){%d-%d}"
                            .formatted(span.first() + 1, span.first() + span.columns()));
        }
        return line(cells) + rules + "\n";
    }

    private static String of(Table.Cell cell) {
        String text = escape(cell.text());
        return cell.strong() && !text.isEmpty() ? "\\textbf{%s}".formatted(text) : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    /** A text that LaTeX sets as it stands; what only Unicode has is put in commands. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.replaceAll("\\R", " ")
                .codePoints()
                .forEach(
                        point ->
                                safe.append(
                                        switch (point) {
                                            case '\\' -> "\\textbackslash{}";
                                            case '{' -> "\\{";
                                            case '}' -> "\\}";
                                            case '$' -> "\\$";
                                            case '&' -> "\\&";
                                            case '#' -> "\\#";
                                            case '%' -> "\\%";
                                            case '_' -> "\\_";
                                            case '^' -> "\\textasciicircum{}";
                                            case '~' -> "\\textasciitilde{}";
                                            case '<' -> "\\textless{}";
                                            case '>' -> "\\textgreater{}";
                                            case '|' -> "\\textbar{}";
                                            case '"' -> "''"; // the encoding OT1 has no other
                                            case '[' -> "{[}";
                                            case ']' -> "{]}";
                                            case '±' -> "$\\pm$";
                                            case '−' -> "$-$";
                                            case '–' -> "--";
                                            case '…' -> "\\dots{}";
                                            case '·' -> "$\\cdot$";
                                            default -> Character.toString(point);
                                        }));
        return safe.toString();
    }
}
