/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.metadata.MetadataTarget;
import org.modan.runtime.plan.Corpus;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.plan.Task;
import org.modan.spi.MetadataField;
import org.modan.spi.Sample;

/** Says what the images of a plan are: the target of each corpus, and the classes of each task. */
final class DataReport {

    private DataReport() {}

    static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>();
        corpora(plan)
                .forEach(
                        (shared, cells) -> {
                            lines.add("");
                            lines.addAll(describe(cells.get(0).corpus().orElseThrow()));
                            lines.addAll(PositivesReport.of(cells));
                        });
        for (Task task : tasks(plan)) {
            lines.add("");
            lines.addAll(describe(task));
        }
        return lines;
    }

    /** What is trained on each corpus, once for each choice of fields. */
    private static Map<String, List<PretrainCell>> corpora(Plan plan) {
        return plan.pretraining().stream()
                .filter(cell -> cell.corpus().isPresent())
                .collect(
                        Collectors.groupingBy(
                                DataReport::corpus, LinkedHashMap::new, Collectors.toList()));
    }

    private static String corpus(PretrainCell cell) {
        Corpus corpus = cell.corpus().orElseThrow();
        return corpus.dataset().digest().index() + corpus.target().corpusInfo().fields();
    }

    /** Each task once, however often a matrix repeats it. */
    private static List<Task> tasks(Plan plan) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        plan.tasks()
                .values()
                .forEach(
                        task ->
                                tasks.putIfAbsent(
                                        task.id()
                                                + task.dataset().digest().index()
                                                + task.folds().digest(0),
                                        task));
        return List.copyOf(tasks.values());
    }

    private static List<String> describe(Corpus corpus) {
        MetadataTarget target = corpus.target();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %d images (%s)"
                        .formatted(
                                corpus.dataset().name(),
                                corpus.dataset().samples().size(),
                                corpus.dataset().info().description()));
        lines.addAll(skipped(corpus.dataset()));
        List<MetadataField> fields = target.corpusInfo().fields();
        if (fields.isEmpty()) {
            lines.add("  no metadata field is chosen");
            return lines;
        }
        lines.add(
                "  target of %d values: %s"
                        .formatted(
                                target.corpusInfo().metadataWidth(),
                                String.join(
                                        ", ", fields.stream().map(MetadataField::name).toList())));
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.RIGHT);
        table.row("  field", "value", "images");
        for (MetadataField field : fields) {
            Map<String, Integer> counts = target.counts().get(field.name());
            for (String value : field.values()) {
                table.row("  " + field.name(), value, Integer.toString(counts.get(value)));
            }
            int missing = target.imagesWithout(field.name());
            if (missing > 0) {
                table.row("  " + field.name(), "(missing)", Integer.toString(missing));
            }
        }
        lines.addAll(table.lines());
        int without = target.imagesWithoutMetadata();
        lines.add(
                "  %d images without metadata (%s)"
                        .formatted(without, ShareText.of(without, target.corpusInfo().images())));
        return lines;
    }

    private static List<String> describe(Task task) {
        List<String> classes = task.dataset().info().classes();
        int images = task.dataset().samples().size();
        List<String> counts =
                IntStream.range(0, classes.size())
                        .mapToObj(
                                label ->
                                        "%d %s"
                                                .formatted(
                                                        IntStream.range(0, images)
                                                                .filter(i -> task.label(i) == label)
                                                                .count(),
                                                        classes.get(label)))
                        .toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %d images (%s)"
                        .formatted(task.id(), images, task.dataset().info().description()));
        lines.addAll(skipped(task.dataset()));
        lines.add(
                "  %s; %d folds, %d %s"
                        .formatted(
                                String.join(", ", counts),
                                task.folds().folds(),
                                task.folds().repeats(),
                                task.folds().repeats() == 1 ? "repeat" : "repeats"));
        lines.add("  groups: " + groups(task.dataset().samples()));
        return lines;
    }

    private static String groups(List<Sample> samples) {
        long groups =
                samples.stream().flatMap(sample -> sample.group().stream()).distinct().count();
        return groups == 0
                ? "none known: nothing says which images are of one patient"
                : Long.toString(groups);
    }

    private static List<String> skipped(OpenDataset dataset) {
        int images = dataset.skipped().size();
        return images == 0
                ? List.of()
                : List.of("  %d more cannot be read, left out".formatted(images));
    }
}
