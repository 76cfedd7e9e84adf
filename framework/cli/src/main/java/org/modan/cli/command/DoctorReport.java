/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modan.cli.console.Layout;
import org.modan.runtime.doctor.Area;
import org.modan.runtime.doctor.Diagnosis;
import org.modan.runtime.doctor.Finding;
import org.modan.runtime.doctor.State;

/** Lays out what the doctor found: area, state and finding, and below it the remedy. */
final class DoctorReport {

    private static final int AREA = widest(Area.values());
    private static final int STATE = widest(State.values());
    private static final String GAP = "  ";
    private static final String MARGIN = " ".repeat(AREA + STATE + 2 * GAP.length());

    private final int width;

    /**
     * @param width columns that text is wrapped at
     */
    DoctorReport(int width) {
        this.width = width;
    }

    List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>(Layout.wrap(finding.text(), width, MARGIN));
        lines.set(
                0,
                padded(finding.area(), AREA)
                        + padded(finding.state(), STATE)
                        + lines.get(0).strip());
        finding.remedy()
                .ifPresent(remedy -> lines.addAll(Layout.wrap("remedy: " + remedy, width, MARGIN)));
        return lines;
    }

    static String summary(Diagnosis diagnosis) {
        if (diagnosis.problems() == 0 && diagnosis.warnings() == 0) {
            return "No problems found.";
        }
        List<String> counts = new ArrayList<>();
        counts.add(
                diagnosis.problems() == 0 ? "No problems" : count(diagnosis.problems(), "problem"));
        if (diagnosis.warnings() > 0) {
            counts.add(count(diagnosis.warnings(), "warning"));
        }
        return String.join(", ", counts) + ".";
    }

    private static String count(int number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private static String padded(Object word, int columns) {
        return word + " ".repeat(columns - word.toString().length()) + GAP;
    }

    private static int widest(Object[] words) {
        return Arrays.stream(words).mapToInt(word -> word.toString().length()).max().orElse(0);
    }
}
