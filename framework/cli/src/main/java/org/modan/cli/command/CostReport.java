/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.cli.console.TimeText;
import org.modan.runtime.cost.CostEstimate.Item;

/** Says how long what is left of a plan would take. */
final class CostReport {

    private static final Duration NEXT_TO_NOTHING = Duration.ofSeconds(1);

    private CostReport() {}

    static List<String> lines(List<Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", total(items), ""));
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT, Side.LEFT);
        table.row("what", "cells", "time");
        items.forEach(
                item -> table.row(item.what(), Integer.toString(item.cells()), text(item.time())));
        lines.addAll(table.lines());
        return lines;
    }

    /** For where no step can be run. */
    static List<String> unknown(String reason) {
        return List.of("", "How long it takes is not known: " + reason);
    }

    private static String total(List<Item> items) {
        Duration known =
                items.stream()
                        .flatMap(item -> item.time().stream())
                        .reduce(Duration.ZERO, Duration::plus);
        boolean all = items.stream().allMatch(item -> item.time().isPresent());
        return "What is left takes %s%s on this machine, by a few steps that were run just now:"
                .formatted(
                        TimeText.estimate(known), all ? "" : ", and more that cannot be foreseen,");
    }

    private static String text(Optional<Duration> time) {
        return time.map(
                        known ->
                                known.compareTo(NEXT_TO_NOTHING) < 0
                                        ? "next to nothing"
                                        : TimeText.estimate(known))
                .orElse("not known");
    }
}
