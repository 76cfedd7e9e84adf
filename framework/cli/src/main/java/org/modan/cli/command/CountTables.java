/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.check.FieldTally;

/** Lays out how many images there are of each class and of each value of the metadata. */
final class CountTables {

    private static final String INDENT = "  ";
    private static final int SHOWN_CLASSES = 40;
    private static final int SHOWN_VALUES = 12;
    private static final int WIDEST = 40;
    private static final String CUT = "..";
    private static final double LARGEST_WHOLE = 1e15;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private CountTables() {}

    static List<String> classes(DatasetReport report) {
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.row(INDENT + "class", "images", "share");
        report.classes().entrySet().stream()
                .limit(SHOWN_CLASSES)
                .forEach(one -> addClass(table, cut(one.getKey()), one.getValue(), report));
        int others = report.classes().size() - SHOWN_CLASSES;
        if (others > 0) {
            addClass(table, more(others), beyond(SHOWN_CLASSES, report.classes()), report);
        }
        if (report.unlabelled() > 0) {
            addClass(table, "(none)", report.unlabelled(), report);
        }
        return table.lines();
    }

    static List<String> fields(DatasetReport report) {
        if (report.fields().isEmpty()) {
            return List.of(INDENT + "no metadata");
        }
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.row(INDENT + "metadata", "value", "images", "share");
        report.fields().forEach(field -> addField(table, field, report));
        return table.lines();
    }

    private static void addField(TextTable table, FieldTally field, DatasetReport report) {
        String name = INDENT + field.name();
        for (Map.Entry<String, Integer> row : rows(field)) {
            addValue(table, name, row.getKey(), row.getValue(), report);
            name = "";
        }
    }

    private static List<Map.Entry<String, Integer>> rows(FieldTally field) {
        List<Map.Entry<String, Integer>> rows = new ArrayList<>();
        int others = field.images().size() - SHOWN_VALUES;
        if (others > 0 && isNumeric(field)) {
            rows.add(Map.entry(range(field), beyond(0, field.images())));
        } else {
            field.images().entrySet().stream()
                    .limit(SHOWN_VALUES)
                    .forEach(value -> rows.add(Map.entry(cut(value.getKey()), value.getValue())));
            if (others > 0) {
                rows.add(Map.entry(more(others), beyond(SHOWN_VALUES, field.images())));
            }
        }
        if (field.missing() > 0) {
            rows.add(Map.entry("(missing)", field.missing()));
        }
        return rows;
    }

    /** Of many numbers, such as ages, the range says more than the commonest. */
    private static String range(FieldTally field) {
        double[] numbers =
                field.images().keySet().stream().mapToDouble(Double::parseDouble).toArray();
        return "%d numbers, %s to %s"
                .formatted(
                        numbers.length,
                        number(Arrays.stream(numbers).min().getAsDouble()),
                        number(Arrays.stream(numbers).max().getAsDouble()));
    }

    private static boolean isNumeric(FieldTally field) {
        return field.images().keySet().stream().allMatch(value -> NUMBER.matcher(value).matches());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void addClass(TextTable table, String name, int images, DatasetReport report) {
        table.row(INDENT + name, Integer.toString(images), share(images, report));
    }

    private static void addValue(
            TextTable table, String field, String value, int images, DatasetReport report) {
        table.row(field, value, Integer.toString(images), share(images, report));
    }

    private static String share(int images, DatasetReport report) {
        return ShareText.of(images, report.images());
    }

    private static String more(int others) {
        return "(%d more)".formatted(others);
    }

    private static int beyond(int shown, Map<String, Integer> counts) {
        return counts.values().stream().skip(shown).mapToInt(Integer::intValue).sum();
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - CUT.length()) + CUT;
    }
}
