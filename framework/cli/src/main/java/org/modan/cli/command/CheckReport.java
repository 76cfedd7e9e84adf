/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.modan.cli.console.Layout;
import org.modan.runtime.check.CheckOutcome;
import org.modan.runtime.check.ColourMode;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.check.Groups;
import org.modan.runtime.check.Sizes;
import org.modan.runtime.text.Few;

/** Lays out what a check found: what the dataset holds, then what is wrong with it. */
final class CheckReport {

    private static final String INDENT = "  ";
    private static final int NAMED = 3;

    private final int width;
    private final CopiesReport copies;

    /**
     * @param width columns that text is wrapped at
     */
    CheckReport(int width) {
        this.width = width;
        this.copies = new CopiesReport(width);
    }

    List<String> lines(CheckOutcome outcome) {
        List<String> lines = new ArrayList<>();
        for (DatasetReport report : outcome.datasets()) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of("", ""));
            lines.addAll(lines(report));
        }
        if (!outcome.problems().isEmpty() || !outcome.warnings().isEmpty()) {
            lines.add("");
        }
        outcome.problems().forEach(text -> lines.addAll(remark("problem: " + text)));
        outcome.warnings().forEach(text -> lines.addAll(remark("warning: " + text)));
        return lines;
    }

    List<String> lines(DatasetReport report) {
        List<String> lines = new ArrayList<>();
        if (report.images() > 0) {
            lines.addAll(Layout.wrap(title(report), width, ""));
            lines.add("");
            lines.addAll(CountTables.classes(report));
            lines.add("");
            lines.addAll(Layout.definitions(facts(report), width, INDENT));
            lines.add("");
            lines.addAll(CountTables.fields(report));
            lines.add("");
            lines.addAll(copies.lines(report));
            lines.add("");
        }
        report.problems().forEach(text -> lines.addAll(remark("problem: " + text)));
        report.warnings().forEach(text -> lines.addAll(remark("warning: " + text)));
        if (!report.problems().isEmpty() || !report.warnings().isEmpty()) {
            lines.add("");
        }
        lines.add(verdict(report));
        return lines;
    }

    private static String title(DatasetReport report) {
        return "%s: %s (%s)"
                .formatted(report.name(), images(report.images()), report.description());
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
                            "%s with next to nothing to see: %s"
                                    .formatted(
                                            images(report.flat().size()),
                                            Few.of(report.flat(), NAMED))));
        }
        return facts;
    }

    private static String groups(Groups groups) {
        if (groups.groups() == 0) {
            return "none known: nothing says which images are of one patient";
        }
        StringBuilder text = new StringBuilder();
        text.append(
                "%d; images of one: median %s, most %d (group %s)"
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

    private List<String> remark(String text) {
        List<String> wrapped = new ArrayList<>(Layout.wrap(text, width, INDENT));
        wrapped.set(0, wrapped.get(0).strip());
        return wrapped;
    }

    private static String verdict(DatasetReport report) {
        if (!report.isUsable()) {
            return "%s cannot be used as it is.".formatted(report.name());
        }
        int warnings = report.warnings().size();
        if (warnings == 0) {
            return "%s can be used.".formatted(report.name());
        }
        return "%s can be used, with %d warning%s."
                .formatted(report.name(), warnings, warnings == 1 ? "" : "s");
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
