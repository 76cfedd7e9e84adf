/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.runtime.metadata.PositivePairs;
import org.modan.runtime.metadata.PositivePairs.Attained;
import org.modan.runtime.metadata.SimilarityText;
import org.modan.runtime.plan.Corpus;
import org.modan.runtime.plan.PretrainCell;

/** Says which images the arms on one corpus pull together. */
final class PositivesReport {

    private static final String TITLE = "pretrain ";

    /** What arms must have in common to be told of at once. */
    private record Shared(String rule, List<Attained> similarities, int views, int batchSize) {}

    private PositivesReport() {}

    /**
     * @param cells trained on the same corpus with the same fields
     */
    static List<String> of(List<PretrainCell> cells) {
        Map<Shared, List<PretrainCell>> alike = new LinkedHashMap<>();
        for (PretrainCell cell : cells) {
            shared(cell)
                    .ifPresent(
                            key -> alike.computeIfAbsent(key, none -> new ArrayList<>()).add(cell));
        }
        List<String> lines = new ArrayList<>();
        alike.forEach(
                (shared, arms) -> {
                    lines.add("");
                    lines.addAll(describe(shared, arms));
                });
        return lines;
    }

    private static Optional<Shared> shared(PretrainCell cell) {
        return cell.corpus()
                .filter(corpus -> cell.usesMetadata())
                .flatMap(Corpus::positives)
                .map(
                        pairs ->
                                new Shared(
                                        pairs.rule(),
                                        pairs.similarities(),
                                        pairs.views(),
                                        cell.recipe().orElseThrow().batchSize()));
    }

    private static List<String> describe(Shared shared, List<PretrainCell> arms) {
        PositivePairs pairs = arms.get(0).corpus().flatMap(Corpus::positives).orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(
                "  %s: positives by %s"
                        .formatted(
                                arms.stream()
                                        .map(PositivesReport::arm)
                                        .collect(Collectors.joining(", ")),
                                shared.rule()));
        long all = shared.similarities().stream().mapToLong(Attained::pairs).sum();
        TextTable table = new TextTable(Side.RIGHT, Side.RIGHT, Side.LEFT);
        table.row("  similarity", "pairs", "positive");
        for (Attained attained : shared.similarities()) {
            table.row(
                    SimilarityText.of(attained.similarity()),
                    ShareText.of(attained.pairs(), all),
                    attained.positive() ? "yes" : "no");
        }
        lines.addAll(table.lines());
        if (!pairs.attainable().isEmpty()) {
            lines.add(
                    "  possible where no field is missing: %s"
                            .formatted(
                                    pairs.attainable().stream()
                                            .map(SimilarityText::of)
                                            .collect(Collectors.joining(", "))));
        }
        lines.add(
                "  %s positives per anchor in batches of %d, other views of its own image included"
                        .formatted(
                                String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        pairs.expectedPerAnchor(shared.batchSize())),
                                shared.batchSize()));
        int alone = pairs.imagesWithoutPositives();
        lines.add("  %d images have no positive but their own views".formatted(alone));
        return lines;
    }

    private static String arm(PretrainCell cell) {
        return cell.title().startsWith(TITLE)
                ? cell.title().substring(TITLE.length())
                : cell.title();
    }
}
