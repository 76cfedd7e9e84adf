/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.cli.console.Layout;
import org.modan.runtime.check.CopySet;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.check.NearPair;
import org.modan.runtime.check.NearPairs;
import org.modan.runtime.check.Picture;
import org.modan.runtime.data.Unreadable;

/** Lays out which images cannot be read, and which are there more than once. */
final class CopiesReport {

    private static final String INDENT = "  ";
    private static final int NAMED = 5;
    private static final int NAMED_UNREADABLE = 10;

    private final int width;

    /**
     * @param width columns that text is wrapped at
     */
    CopiesReport(int width) {
        this.width = width;
    }

    List<String> lines(DatasetReport report) {
        List<String> lines = new ArrayList<>();
        lines.addAll(unreadable(report));
        lines.addAll(copies(report));
        lines.addAll(nearPairs(report.nearPairs()));
        return lines;
    }

    private List<String> unreadable(DatasetReport report) {
        List<Unreadable> unreadable = report.unreadable();
        return section(
                unreadable.isEmpty()
                        ? "all images can be read"
                        : "%d of %d images cannot be read"
                                .formatted(unreadable.size(), report.images()),
                unreadable.stream()
                        .limit(NAMED_UNREADABLE)
                        .map(image -> image.id() + ": " + image.reason()),
                unreadable.size() - NAMED_UNREADABLE);
    }

    private List<String> copies(DatasetReport report) {
        List<CopySet> gravestFirst = new ArrayList<>(report.copies());
        gravestFirst.sort(
                Comparator.comparing(CopySet::acrossClasses)
                        .thenComparing(CopySet::acrossGroups)
                        .reversed());
        return section(
                gravestFirst.isEmpty()
                        ? "no two images have the same bytes"
                        : "%d images have the same bytes as another, in %s%s"
                                .formatted(
                                        report.copiedImages(),
                                        counted(gravestFirst.size(), "set"),
                                        across(
                                                count(gravestFirst, CopySet::acrossClasses),
                                                count(gravestFirst, CopySet::acrossGroups))),
                gravestFirst.stream().limit(NAMED).map(set -> names(set.pictures(), " = ")),
                gravestFirst.size() - NAMED);
    }

    private List<String> nearPairs(NearPairs near) {
        return section(
                near.pairs() == 0
                        ? "no two images are near-identical"
                        : "%d images are near-identical to another, in %s%s"
                                .formatted(
                                        near.images(),
                                        counted(near.pairs(), "pair"),
                                        across(near.acrossClasses(), near.acrossGroups())),
                near.gravest().stream().limit(NAMED).map(CopiesReport::text),
                near.pairs() - NAMED);
    }

    private List<String> section(String title, Stream<String> items, long rest) {
        List<String> lines = new ArrayList<>(hanging(title, INDENT));
        items.forEach(item -> lines.addAll(hanging(item, INDENT + INDENT)));
        if (rest > 0) {
            lines.add(INDENT + INDENT + "and %d more".formatted(rest));
        }
        return lines;
    }

    private List<String> hanging(String text, String indent) {
        List<String> lines = new ArrayList<>(Layout.wrap(text, width, indent + INDENT));
        lines.set(0, indent + lines.get(0).strip());
        return lines;
    }

    private static String text(NearPair pair) {
        return String.format(Locale.ROOT, "%.3f ", pair.similarity())
                + names(List.of(pair.first(), pair.second()), " ~ ");
    }

    private static String across(long classes, long groups) {
        List<String> parts = new ArrayList<>();
        if (classes > 0) {
            parts.add(", %d across classes".formatted(classes));
        }
        if (groups > 0) {
            parts.add(", %d across groups".formatted(groups));
        }
        return String.join("", parts);
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
                        .limit(NAMED)
                        .map(CopiesReport::name)
                        .collect(Collectors.joining(between));
        int rest = pictures.size() - NAMED;
        return rest > 0 ? names + between + "%d more".formatted(rest) : names;
    }

    /** Class and group, unless the id says them already. */
    private static String name(Picture picture) {
        String known =
                Stream.of(
                                picture.className().filter(name -> !picture.id().contains(name)),
                                picture.group()
                                        .filter(group -> !picture.id().contains(group))
                                        .map(group -> "group " + group))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return known.isEmpty() ? picture.id() : "%s [%s]".formatted(picture.id(), known);
    }
}
