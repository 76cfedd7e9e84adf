/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.modan.runtime.report.stored.ResultLine;
import org.modan.runtime.report.stored.Series;
import org.modan.runtime.report.stored.StoredCell;

/**
 * Which repeats have scores, and which should have but do not.
 *
 * @param expected how many repeats were asked for, over all arms, tasks and evaluators
 * @param gaps those that have no scores
 * @param unseenArms arms of a matrix that have left no trace yet
 */
public record Coverage(int expected, List<Gap> gaps, int unseenArms) {

    public Coverage {
        gaps = List.copyOf(gaps);
    }

    public static Coverage of(Study study) {
        Map<Series, Set<Integer>> done = new LinkedHashMap<>();
        Map<Series, Map<Integer, String>> failed = new LinkedHashMap<>();
        OptionalInt last =
                study.run().results().stream().flatMapToInt(line -> line.repeat().stream()).max();
        for (ResultLine line : study.run().results()) {
            Series series = new Series(line.arm(), line.task(), line.evaluator());
            line.repeat()
                    .ifPresent(
                            repeat -> {
                                if (line.failed()) {
                                    failed.computeIfAbsent(series, s -> new LinkedHashMap<>())
                                            .put(repeat, cause(study, line));
                                } else {
                                    done.computeIfAbsent(series, s -> new LinkedHashSet<>())
                                            .add(repeat);
                                }
                            });
        }
        int repeats =
                study.run().settings().number("protocol", "repeats").orElse(last.orElse(-1) + 1);
        List<Gap> gaps = new ArrayList<>();
        int expected = 0;
        for (Series series : asked(study)) {
            expected += repeats;
            Set<Integer> there = done.getOrDefault(series, Set.of());
            Map<Integer, String> broken = failed.getOrDefault(series, Map.of());
            IntStream.range(0, repeats)
                    .filter(repeat -> !there.contains(repeat))
                    .mapToObj(
                            repeat ->
                                    new Gap(
                                            series,
                                            repeat,
                                            broken.containsKey(repeat),
                                            broken.getOrDefault(repeat, "")))
                    .forEach(gaps::add);
        }
        return new Coverage(expected, gaps, unseen(study));
    }

    private static Set<Series> asked(Study study) {
        Set<Series> asked = new LinkedHashSet<>();
        for (String evaluator : study.evaluators()) {
            for (String task : study.tasks()) {
                study.arms().forEach(arm -> asked.add(study.series(arm, task, evaluator)));
            }
        }
        return asked;
    }

    private static int unseen(Study study) {
        int asked =
                study.run().settings().entries("pretrain").size()
                        * study.run().settings().variants();
        return Math.max(0, asked - study.contestants().size());
    }

    private static String cause(Study study, ResultLine line) {
        StoredCell cell = study.run().cells().get(line.cell());
        return cell == null ? "" : cell.error().orElse("");
    }

    public long failed() {
        return gaps.stream().filter(Gap::failed).count();
    }

    public long missing() {
        return gaps.size() - failed();
    }

    /** Gaps of one arm on one task. */
    public List<Gap> of(Series series) {
        return gaps.stream().filter(gap -> gap.series().equals(series)).toList();
    }
}
