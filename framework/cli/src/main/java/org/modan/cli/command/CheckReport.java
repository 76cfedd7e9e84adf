/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.modan.cli.console.Layout;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.runtime.check.ColourMode;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.check.FieldTally;
import org.modan.runtime.check.Groups;
import org.modan.runtime.check.Sizes;

/** Lays out what a check found: what the dataset holds, then what is wrong with it. */
final class CheckReport {

    private static final String INDENT = "  ";
    private static final int SHOWN_VALUES = 12;
    private static final int SHOWN_CLASSES = 40;

    private final int width;
    private final CopiesReport copies;

    /**
     * @param width columns that text is wrapped at
     */
    CheckReport(int width) {
        this.width = width;
        this.copies = new CopiesReport(width);
    }

    List<String> lines(DatasetReport report) {
        List<String> lines = new ArrayList<>();
        if (report.images() > 0) {
            lines.addAll(
                    Layout.wrap(
                            "%s: %s (%s)"
                                    .formatted(
                                            report.name(),
                                            images(report.images()),
                                            report.description()),
                            width,
                            ""));
            addClasses(report, lines::add);
            lines.add("");
            lines.addAll(Layout.definitions(facts(report), width, INDENT));
            addFields(report, lines::add);
            copies.add(report, lines::add);
        }
        addRemarks("problem", report.problems(), lines);
        addRemarks("warning", report.warnings(), lines);
        lines.add("");
        lines.add(verdict(report));
        return lines;
    }

    private void addClasses(DatasetReport report, Consumer<String> lines) {
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.row(INDENT + "class", "images", "share");
        report.classes().entrySet().stream()
                .limit(SHOWN_CLASSES)
                .forEach(one -> addCount(table, one.getKey(), one.getValue(), report.images()));
        int others = report.classes().size() - SHOWN_CLASSES;
        if (others > 0) {
            int images =
                    report.classes().values().stream()
                            .skip(SHOWN_CLASSES)
                            .mapToInt(Integer::intValue)
                            .sum();
            addCount(table, "(%d more)".formatted(others), images, report.images());
        }
        if (report.unlabelled() > 0) {
            addCount(table, "(none)", report.unlabelled(), report.images());
        }
        lines.accept("");
        table.lines().forEach(lines);
    }

    private static void addCount(TextTable table, String name, int images, int all) {
        table.row(INDENT + name, Integer.toString(images), ShareText.of(images, all));
    }

    private static List<Map.Entry<String, String>> facts(DatasetReport report) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("groups", groups(report.groups())));
        facts.add(Map.entry("sizes", report.sizes().map(CheckReport::sizes).orElse("unknown")));
        facts.add(Map.entry("colours", colours(report)));
        if (!report.flat().isEmpty()) {
            facts.add(
                    Map.entry(
                            "flat",
                            "%s that show next to nothing: %s"
                                    .formatted(images(report.flat().size()), few(report.flat()))));
        }
        return facts;
    }

    private static String groups(Groups groups) {
        if (groups.groups() == 0) {
            return "none known: nothing says which images are of one patient";
        }
        StringBuilder text = new StringBuilder();
        text.append(
                "%d; images of one: median %s, most %d (%s)"
                        .formatted(
                                groups.groups(),
                                number(groups.medianImages()),
                                groups.mostImages(),
                                groups.largest().orElse("")));
        if (groups.ofSeveralClasses() > 0) {
            text.append("; %d of several classes".formatted(groups.ofSeveralClasses()));
        }
        if (groups.imagesWithout() > 0) {
            text.append("; %s without".formatted(images(groups.imagesWithout())));
        }
        return text.toString();
    }

    private static String sizes(Sizes sizes) {
        if (sizes.different() == 1) {
            return "all %s".formatted(sizes.commonest());
        }
        return "%d different, from %s to %s; most often %s (%s)"
                .formatted(
                        sizes.different(),
                        sizes.smallest(),
                        sizes.largest(),
                        sizes.commonest(),
                        images(sizes.images()));
    }

    private static String colours(DatasetReport report) {
        if (report.colours().isEmpty()) {
            return "unknown";
        }
        return report.colours().entrySet().stream()
                .map(entry -> "%s %d".formatted(mode(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String mode(ColourMode mode) {
        return switch (mode) {
            case GREY -> "grey";
            case RGB -> "RGB";
            case RGB_WITHOUT_COLOUR -> "RGB without colour";
        };
    }

    private void addFields(DatasetReport report, Consumer<String> lines) {
        lines.accept("");
        if (report.fields().isEmpty()) {
            lines.accept(INDENT + "no metadata");
            return;
        }
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.row(INDENT + "metadata", "value", "images", "share");
        for (FieldTally field : report.fields()) {
            String name = INDENT + field.name();
            for (Map.Entry<String, Integer> value : shown(field)) {
                addValue(table, name, cut(value.getKey()), value.getValue(), report.images());
                name = "";
            }
            int others = field.images().size() - SHOWN_VALUES;
            if (others > 0) {
                int images =
                        field.images().values().stream()
                                .skip(SHOWN_VALUES)
                                .mapToInt(Integer::intValue)
                                .sum();
                addValue(table, name, "(%d more)".formatted(others), images, report.images());
            }
            if (field.missing() > 0) {
                addValue(table, name, "(missing)", field.missing(), report.images());
            }
        }
        table.lines().forEach(lines);
    }

    private static List<Map.Entry<String, Integer>> shown(FieldTally field) {
        return field.images().entrySet().stream().limit(SHOWN_VALUES).toList();
    }

    private static void addValue(TextTable table, String name, String value, int images, int all) {
        table.row(name, value, Integer.toString(images), ShareText.of(images, all));
    }

    private void addRemarks(String kind, List<String> remarks, List<String> lines) {
        if (!remarks.isEmpty() && !lines.isEmpty()) {
            lines.add("");
        }
        for (String remark : remarks) {
            List<String> wrapped =
                    Layout.wrap(kind + ": " + remark, width - INDENT.length(), INDENT);
            lines.add(wrapped.get(0).strip());
            lines.addAll(wrapped.subList(1, wrapped.size()));
        }
    }

    private static String verdict(DatasetReport report) {
        int warnings = report.warnings().size();
        String noted =
                warnings == 0
                        ? ""
                        : ", with %d warning%s".formatted(warnings, warnings == 1 ? "" : "s");
        return report.isUsable()
                ? "%s can be used%s.".formatted(report.name(), noted)
                : "%s cannot be used as it is.".formatted(report.name());
    }

    /** The first few, and how many more there are. */
    private static String few(List<String> ids) {
        int shown = Math.min(3, ids.size());
        String rest = ids.size() == shown ? "" : " and %d more".formatted(ids.size() - shown);
        return String.join(", ", ids.subList(0, shown)) + rest;
    }

    private static String cut(String value) {
        return value.length() <= 40 ? value : value.substring(0, 38) + "..";
    }

    private static String number(double median) {
        return median == Math.rint(median)
                ? Long.toString((long) median)
                : String.format(Locale.ROOT, "%.1f", median);
    }

    private static String images(int number) {
        return number == 1 ? "1 image" : number + " images";
    }
}
