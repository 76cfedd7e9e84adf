/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.Digests;

/** Encoders judged by every evaluator that scores folds, beside controls, by the distribution. */
@DisabledOnOs(OS.WINDOWS)
class ProbesIT {

    private static final String EXPERIMENT =
            """
            name: probes
            seed: 3
            image-size: 16
            corpus: {dataset: phantom, task: corpus, patients: 48, images-per-patient: 1, size: 16}
            pretrain:
              - {strategy: mulsupcon, epochs: 1, batch-size: 16}
              - {strategy: scratch}
            tasks:
              - {dataset: phantom, id: lesions, task: lesion, patients: 24, images-per-patient: 2, size: 16}
            evaluators:
              - {evaluator: fine-tune, epochs: 1, batch-size: 16}
              - linear-probe
              - {evaluator: knn, k: 5}
              - {evaluator: logistic, penalties: [1, 100], inner-folds: 2}
              - majority
              - metadata-only
            protocol: {profile: rigorous, folds: 2, repeats: 2}
            """;

    private static final String ARM = "(mulsupcon|scratch),\\1,lesions,%s,%d,%d,auc,.*,done,.*";
    private static final String CONTROL = "%1$s,control,lesions,%1$s,%2$d,%3$d,auc,.*,done,.*";

    @TempDir private static Path shared;
    private static Command first;
    @TempDir private Path scratch;

    @BeforeAll
    static void runOnce() throws Exception {
        Files.writeString(shared.resolve("probes.yaml"), EXPERIMENT);
        first = run(shared.resolve("out"));
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    @Test
    void everyProbeJudgesEveryArmAndControlsAreRunOnceForAll() throws IOException {
        List<String> rows = Files.readAllLines(shared.resolve("out/results.csv"));

        for (int repeat = 0; repeat < 2; repeat++) {
            for (int fold = 0; fold < 2; fold++) {
                for (String probe : List.of("fine-tune", "linear-probe", "knn", "logistic")) {
                    assertThat(matching(rows, ARM.formatted(probe, repeat, fold))).hasSize(2);
                }
                assertThat(matching(rows, CONTROL.formatted("majority", repeat, fold)))
                        .singleElement()
                        .asString()
                        .contains(",auc,0.5,");
                assertThat(matching(rows, CONTROL.formatted("metadata-only", repeat, fold)))
                        .hasSize(1);
            }
        }
        assertThat(first.err()).contains("22 cells to run");
        assertThat(shared.resolve("out/predictions/majority.lesions.majority.csv"))
                .content()
                .hasLineCount(97);
    }

    @Test
    void featuresAreComputedOnceForEachEncoder() throws IOException {
        assertThat(Pattern.compile("features of tasks.lesions: 48 images").matcher(first.err()))
                .satisfies(matcher -> assertThat(matcher.results().count()).isEqualTo(2));
        assertThat(features(shared.resolve("out")))
                .hasSize(2)
                .allSatisfy(
                        (name, digest) ->
                                assertThat(name)
                                        .matches("[0-9a-f]{16}-[0-9a-f]{16}-16px\\.safetensors"));
    }

    @Test
    void featuresThatWereDeletedOrDamagedAreMadeAgainAndGiveTheSameResults() throws Exception {
        Path out = scratch.resolve("out");
        copy(shared.resolve("out"), out);
        Map<String, String> made = features(out);
        List<String> names = List.copyOf(made.keySet());
        Files.delete(out.resolve("features").resolve(names.get(0)));
        Path damaged = out.resolve("features").resolve(names.get(1));
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged, bytes);

        Command nothing = run(out);
        assertThat(nothing.err()).contains("22 of 22 cells already done, nothing to run");
        assertThat(features(out)).doesNotContainKey(names.get(0));

        deleteCells(out, "knn");
        Command again = run(out);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err())
                .contains("18 of 22 cells already done, 4 to run")
                .contains(names.get(1) + " is damaged (its digest differs) and is made again");
        assertThat(features(out)).isEqualTo(made);
        assertThat(out.resolve("results.csv"))
                .hasSameTextualContentAs(shared.resolve("out/results.csv"));
    }

    private static List<String> matching(List<String> rows, String pattern) {
        return rows.stream().filter(row -> row.matches(pattern)).toList();
    }

    private static Command run(Path out) throws IOException, InterruptedException {
        return Distribution.assembled()
                .modan(
                        shared,
                        List.of(
                                "run",
                                shared.resolve("probes.yaml").toString(),
                                "--out",
                                out.toString()));
    }

    /** The digest of each file of features, by name. */
    private static Map<String, String> features(Path out) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("features"))) {
            for (Path file : files.toList()) {
                digests.put(file.getFileName().toString(), Digests.ofFile(file));
            }
        }
        return digests;
    }

    private static void deleteCells(Path out, String evaluator) throws IOException {
        List<Path> cells;
        try (Stream<Path> listed = Files.list(out.resolve("cells"))) {
            cells = listed.toList();
        }
        int deleted = 0;
        for (Path cell : cells) {
            String result = Files.readString(cell.resolve("result.json"));
            if (result.contains("\"title\" : \"%s ".formatted(evaluator))) {
                delete(cell);
                deleted++;
            }
        }
        assertThat(deleted).isEqualTo(4);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
