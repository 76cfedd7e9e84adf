/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.cli.console.Layout;
import org.modan.runtime.check.CopySet;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.check.NearPair;
import org.modan.runtime.check.NearPairs;
import org.modan.runtime.check.Picture;
import org.modan.runtime.check.Unreadable;

/** Lays out which images cannot be read, and which are there more than once. */
final class CopiesReport {

    private static final String INDENT = "  ";
    private static final String MARGIN = INDENT + INDENT;
    private static final int SHOWN = 5;
    private static final int SHOWN_UNREADABLE = 10;

    private final int width;

    CopiesReport(int width) {
        this.width = width;
    }

    void add(DatasetReport report, Consumer<String> lines) {
        lines.accept("");
        addUnreadable(report, lines);
        addCopies(report, lines);
        addNearPairs(report.nearPairs(), lines);
    }

    private void addUnreadable(DatasetReport report, Consumer<String> lines) {
        List<Unreadable> unreadable = report.unreadable();
        if (unreadable.isEmpty()) {
            lines.accept(INDENT + "all images can be read");
            return;
        }
        lines.accept(
                INDENT
                        + "%d of %d images cannot be read"
                                .formatted(unreadable.size(), report.images()));
        unreadable.stream()
                .limit(SHOWN_UNREADABLE)
                .forEach(image -> addItem(image.id() + ": " + image.reason(), lines));
        addRest(unreadable.size() - SHOWN_UNREADABLE, lines);
    }

    private void addCopies(DatasetReport report, Consumer<String> lines) {
        List<CopySet> copies = report.copies();
        if (copies.isEmpty()) {
            lines.accept(INDENT + "no two images have the same bytes");
            return;
        }
        lines.accept(
                INDENT
                        + "%d images have the same bytes as another, in %s%s"
                                .formatted(
                                        report.copiedImages(),
                                        counted(copies.size(), "set"),
                                        across(
                                                count(copies, CopySet::acrossClasses),
                                                count(copies, CopySet::acrossGroups))));
        List<CopySet> gravestFirst = new ArrayList<>(copies);
        gravestFirst.sort(
                Comparator.comparing(CopySet::acrossClasses)
                        .thenComparing(CopySet::acrossGroups)
                        .reversed());
        gravestFirst.stream()
                .limit(SHOWN)
                .forEach(set -> addItem(names(set.pictures(), " = "), lines));
        addRest(copies.size() - SHOWN, lines);
    }

    private void addNearPairs(NearPairs near, Consumer<String> lines) {
        if (near.pairs() == 0) {
            lines.accept(INDENT + "no two images are near-identical");
            return;
        }
        lines.accept(
                INDENT
                        + "%d images are near-identical to another, in %s%s"
                                .formatted(
                                        near.images(),
                                        counted(near.pairs(), "pair"),
                                        across(near.acrossClasses(), near.acrossGroups())));
        near.gravest().stream().limit(SHOWN).forEach(pair -> addItem(text(pair), lines));
        addRest(near.pairs() - SHOWN, lines);
    }

    private static String text(NearPair pair) {
        return String.format(Locale.ROOT, "%.3f ", pair.similarity())
                + names(List.of(pair.first(), pair.second()), " ~ ");
    }

    private static String across(long classes, long groups) {
        List<String> parts = new ArrayList<>();
        if (classes > 0) {
            parts.add(classes + " across classes");
        }
        if (groups > 0) {
            parts.add(groups + " across groups");
        }
        return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
    }

    private static String counted(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private static long count(List<CopySet> copies, Predicate<CopySet> kind) {
        return copies.stream().filter(kind).count();
    }

    private static String names(List<Picture> pictures, String between) {
        String names =
                pictures.stream()
                        .limit(SHOWN)
                        .map(CopiesReport::name)
                        .collect(Collectors.joining(between));
        int rest = pictures.size() - SHOWN;
        return rest > 0 ? names + between + "%d more".formatted(rest) : names;
    }

    /** Class and group, unless the id says them already. */
    private static String name(Picture picture) {
        String known =
                Stream.of(picture.className(), picture.group().map(group -> "group " + group))
                        .flatMap(Optional::stream)
                        .filter(what -> !picture.id().contains(what.replaceFirst("^group ", "")))
                        .collect(Collectors.joining(", "));
        return known.isEmpty() ? picture.id() : "%s [%s]".formatted(picture.id(), known);
    }

    private void addItem(String text, Consumer<String> lines) {
        List<String> wrapped = Layout.wrap(text, width - INDENT.length(), MARGIN);
        lines.accept(wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.accept(INDENT + line));
    }

    private void addRest(long rest, Consumer<String> lines) {
        if (rest > 0) {
            lines.accept(MARGIN + "and %d more".formatted(rest));
        }
    }
}
