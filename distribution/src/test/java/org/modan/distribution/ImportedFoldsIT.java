/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.modan.testkit.SharedFolder;

/** Two tasks of the paper on the folds that RadImageNet published for them. */
@DisabledOnOs(OS.WINDOWS)
@Tag("realdata")
class ImportedFoldsIT {

    private static final String EXPERIMENT =
            """
            name: imported-folds
            seed: 7
            image-size: 16
            encoder: {name: resnet18, stem: 7x7s2}
            corpus:
              dataset: folder
              root: %1$s/mednist/MedNIST
              limit-per-class: 8
              metadata:
                AbdomenCT: {modality: CT, anatomy: abdomen}
                BreastMRI: {modality: MR, anatomy: breast}
                CXR: {modality: XR, anatomy: chest}
                ChestCT: {modality: CT, anatomy: chest}
                Hand: {modality: XR, anatomy: hand}
                HeadCT: {modality: CT, anatomy: head}
            metadata: [modality, anatomy]
            pretrain:
              - {strategy: mulsupcon, epochs: 1, batch-size: 24}
              - scratch
            tasks:
              - {dataset: thyroid, root: %1$s/ddti, folds: {import: %1$s/folds, prefix: thyroid}}
              - {dataset: busi, root: %1$s/busi-256, folds: {import: %1$s/folds, prefix: breast}}
            evaluators: [{evaluator: fine-tune, epochs: 1, batch-size: 128}]
            protocol: {profile: paper, folds: 5, repeats: 1}
            """;

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @Test
    void aMatrixOverThyroidAndBreastTestsEachImageWhereItsListSays() throws Exception {
        Path data = SharedFolder.data();
        Files.writeString(scratch.resolve("folds.yaml"), EXPERIMENT.formatted(data));

        Command run = modan("run", "folds.yaml", "--out", "out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> results = Files.readAllLines(scratch.resolve("out/results.csv"));
        assertThat(results.stream().skip(1)).allMatch(row -> row.contains(",done,"));
        assertThat(results.stream().filter(row -> row.contains(",auc,")))
                .allMatch(row -> row.matches(".*,auc,[01]\\.\\d+,\\d+,\\d+,done,[0-9a-f]{16}"))
                .extracting(row -> row.substring(0, row.indexOf(",auc,")))
                .containsExactlyInAnyOrderElementsOf(expectedRows());
        assertThat(written("thyroid")).hasSize(349).isEqualTo(published(data, "thyroid"));
        assertThat(written("busi")).hasSize(780).isEqualTo(published(data, "breast"));
    }

    private static List<String> expectedRows() {
        List<String> rows = new ArrayList<>();
        for (String arm : List.of("mulsupcon", "scratch")) {
            for (String task : List.of("thyroid", "busi")) {
                for (int fold = 0; fold < 5; fold++) {
                    rows.add("%1$s,%1$s,%2$s,fine-tune,0,%3$d".formatted(arm, task, fold));
                }
            }
        }
        return rows;
    }

    /** File name -> label and fold, as the run wrote them; the second class has the label 1. */
    private Map<String, String> written(String task) throws IOException {
        Map<String, String> folds = new TreeMap<>();
        for (Map<String, String> row : rows(scratch.resolve("out/folds/%s.csv".formatted(task)))) {
            String label = row.get("label");
            folds.put(nameOf(row.get("sample")), label + " in " + row.get("fold"));
        }
        return folds;
    }

    /** The same of the published lists, which count folds from 1. */
    private static Map<String, String> published(Path data, String prefix) throws IOException {
        Map<String, String> folds = new TreeMap<>();
        for (int fold = 0; fold < 5; fold++) {
            String list = "folds/%s_test_fold%d.csv".formatted(prefix, fold + 1);
            for (Map<String, String> row : rows(data.resolve(list))) {
                List<String> cells = List.copyOf(row.values());
                int label = List.of("benign", "malignant").indexOf(cells.get(1));
                folds.put(nameOf(cells.get(0)), label + " in " + fold);
            }
        }
        return folds;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Command modan(String... arguments) throws Exception {
        return distribution.modan(scratch, List.of(arguments));
    }
}
