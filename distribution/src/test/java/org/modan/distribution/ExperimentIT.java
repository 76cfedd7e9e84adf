/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.spi.Digests;
import org.modan.testkit.PluginJar;

/** Whole experiments, small ones, run by the assembled distribution as its users run them. */
@DisabledOnOs(OS.WINDOWS)
class ExperimentIT {

    private static final String EXPERIMENT =
            """
            name: small
            seed: 3
            image-size: 16
            corpus: {dataset: phantom, task: corpus, patients: 48, images-per-patient: 1, size: 16}
            pretrain:
              - {strategy: mulsupcon, epochs: 3, batch-size: 16}
              - {strategy: scratch}
            tasks:
              - {dataset: phantom, id: lesions, task: lesion, patients: 24, images-per-patient: 2, size: 16}
            evaluators: [{evaluator: fine-tune, epochs: 2, batch-size: 16}]
            protocol: {profile: rigorous, folds: 2, repeats: 1}
            """;

    private static final String AFTER_AN_EPOCH = "checkpoint-\\d+-000000\\.safetensors";
    private static final String WITHIN_AN_EPOCH = "checkpoint-\\d+-00000[12]\\.safetensors";
    private static final String[] SAVE_EVERY_STEP = {"--set", "checkpoint.every-minutes=1e-6"};

    @TempDir private static Path shared;
    private static Path cache;
    private static String expectedResults;

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;
    private Path experiment;
    private Path out;

    @BeforeAll
    static void runOnceWithoutInterruption() throws Exception {
        cache = shared.resolve("cache");
        Path file = Files.writeString(shared.resolve("small.yaml"), EXPERIMENT);
        Path results = shared.resolve("out");
        Command run = modan(shared, "run", file.toString(), "--out", results.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        expectedResults = Files.readString(results.resolve("results.csv"));
    }

    @BeforeEach
    void writeExperiment() throws IOException {
        experiment = Files.writeString(scratch.resolve("small.yaml"), EXPERIMENT);
        out = scratch.resolve("out");
    }

    @Test
    void leavesTheFilesThatAreAContract() throws IOException {
        Path results = shared.resolve("out");

        assertThat(expectedResults.lines())
                .first()
                .isEqualTo(
                        "arm,strategy,dataset,evaluator,repeat,fold,metric,value,n_train,n_test,status,cell");
        assertThat(expectedResults.lines())
                .filteredOn(row -> row.contains(",auc,"))
                .hasSize(4)
                .allSatisfy(
                        row ->
                                assertThat(row)
                                        .matches(
                                                "(mulsupcon|scratch),\\1,lesions,fine-tune,0,[01],auc,[01]\\.\\d+,24,24,done,[0-9a-f]{16}"));
        assertThat(expectedResults).contains(",brier,", ",calibration-error,");
        assertThat(Files.readAllLines(results.resolve("comparisons.csv")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "dataset,evaluator,metric,arm,reference,mean,difference,ci_low,ci_high,test,alternative,p,p_holm,effect");
        assertThat(results.resolve("predictions/mulsupcon.lesions.fine-tune.csv"))
                .content()
                .startsWith("sample,group,repeat,fold,label,score\n")
                .hasLineCount(49);
        assertThat(results.resolve("folds/lesions.csv"))
                .content()
                .startsWith("sample,group,label,repeat,fold\n")
                .hasLineCount(49);
        assertThat(results.resolve("experiment.yaml")).content().contains("temperature: 0.07");
        assertThat(Files.readAllLines(results.resolve("encoders.csv")))
                .hasSize(3)
                .startsWith("arm,strategy,encoder")
                .anySatisfy(
                        row ->
                                assertThat(row)
                                        .matches(
                                                "mulsupcon,mulsupcon,cells/[0-9a-f]{16}/encoder\\.safetensors"));
        assertThat(Files.readAllLines(results.resolve("evaluators.csv")))
                .containsExactly("evaluator,kind", "fine-tune,transfer");
        List<Path> cells = cells(results);
        assertThat(cells).hasSize(4);
        assertThat(cells)
                .allSatisfy(
                        cell -> {
                            assertThat(cell.resolve("result.json")).exists();
                            assertThat(cell.resolve("provenance.json"))
                                    .content()
                                    .contains("\"libtorch\"", "\"sha256\"", "\"threads\"");
                        });
        assertThat(cells).filteredOn(cell -> Files.exists(encoder(cell))).hasSize(2);
        assertThat(cells)
                .filteredOn(cell -> Files.exists(cell.resolve("log.csv")))
                .singleElement()
                .satisfies(
                        cell -> assertThat(Files.readAllLines(cell.resolve("log.csv"))).hasSize(4));
    }

    @Test
    void theResolvedExperimentIsTheSameExperiment() throws Exception {
        Path resolved = shared.resolve("out/experiment.yaml");

        Command plan =
                modan(
                        scratch,
                        "run",
                        resolved.toString(),
                        "--out",
                        shared.resolve("out").toString(),
                        "--dry-run");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("4 cells, 4 done, 0 to do");
    }

    @Test
    void doesNothingTheSecondTimeAndRedoesADeletedCellWithTheSameNumbers() throws Exception {
        copy(shared.resolve("out"), out);

        Command again = run();
        assertThat(again.err()).contains("4 of 4 cells already done");

        Path deleted =
                cells(out).stream().filter(ExperimentIT::isEvaluation).findFirst().orElseThrow();
        delete(deleted);
        Command redo = run();
        assertThat(redo.exitCode()).as(redo.err()).isZero();
        assertThat(redo.err()).contains("3 of 4 cells already done");
        assertThat(deleted).exists();
        assertThat(out.resolve("results.csv")).hasContent(expectedResults);
    }

    @Test
    void aKilledRunGoesOnToTheSameResults() throws Exception {
        // Killed once in the pretraining, after an epoch, and once in an evaluation, after a fold.
        killWhen(AFTER_AN_EPOCH);
        killWhen("fold-0\\.csv");

        Command rest = run();

        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(out.resolve("results.csv")).hasContent(expectedResults);
        assertThat(digests(out)).isEqualTo(digests(shared.resolve("out")));
        assertThat(cells(out)).allSatisfy(cell -> assertThat(checkpoints(cell)).isEmpty());
    }

    @Test
    void aTrainingKilledWithinAnEpochGoesOnToTheSameEncoder() throws Exception {
        killWhen(WITHIN_AN_EPOCH, SAVE_EVERY_STEP);

        Command rest = run();

        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(rest.err()).containsPattern("goes on: in epoch \\d, after step [12]\n");
        assertThat(digests(out)).isEqualTo(digests(shared.resolve("out")));
        assertThat(pretrained().resolve("log.csv")).content().hasLineCount(4);
        assertThat(pretrained().resolve("provenance.json"))
                .content()
                .containsPattern("\"where\" : \"in epoch \\d, after step [12]\"");
    }

    @Test
    void aDamagedCheckpointFallsBackToTheOneBefore() throws Exception {
        killWhen("checkpoint-0000[12]-000001\\.safetensors", SAVE_EVERY_STEP);
        List<Path> saved = checkpoints(cells(out).get(0));
        assertThat(saved).hasSizeGreaterThanOrEqualTo(2);
        Path newest = saved.get(saved.size() - 1);
        try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[100]), channel.size() / 2);
        }

        Command rest = run();

        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(rest.err())
                .contains(name(newest) + " is damaged: its checksum differs")
                .contains("goes on: ");
        assertThat(digests(out)).isEqualTo(digests(shared.resolve("out")));
        assertThat(pretrained().resolve("provenance.json"))
                .content()
                .contains("is damaged: its checksum differs");
    }

    @Test
    void aRunWithoutRoomForACheckpointEndsWithTheRoomItNeeds() throws Exception {
        // Files of at most 8 MiB, as under a quota; libraries and images are in the cache already.
        List<String> words =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f 8192; exec \"$@\"", ""));
        words.addAll(command());
        Command run = Command.run(scratch, distribution.environment(cache), words);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .containsPattern(
                        "cannot write \\S+/checkpoint-00001-000000.safetensors: File too large; it needs 92 MB and \\S+ .B are free; make room, or check the folder's permissions; then the same command goes on from the start");
        assertThat(cells(out)).singleElement();
        assertThat(checkpoints(cells(out).get(0))).isEmpty();
    }

    @Test
    void anInterruptedRunEndsWith130AndGoesOnToTheSameResults() throws Exception {
        Process process = start();
        waitFor(AFTER_AN_EPOCH, process);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(scratch.resolve("err.txt")).content().contains("the same command goes on");
        Command rest = run();
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(rest.err()).contains("after epoch");
        assertThat(out.resolve("results.csv")).hasContent(expectedResults);
    }

    @Test
    void aDivergedTrainingFailsItsCellsAloneAndKeepsTheLastGoodState() throws Exception {
        // Fine for an epoch, and beyond all numbers in the next.
        String[] diverging = {
            "--set", "pretrain.mulsupcon.optimizer={name: sgd, lr: 0.01}",
            "--set", "pretrain.mulsupcon.schedule={name: step, step-epochs: 1, gamma: 1.0e38}",
            "--set", "checkpoint.every-minutes=1e-6"
        };
        Command run = run(diverging);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err() + run.out()).containsPattern("in epoch 2, (after )?step 1");
        List<String> rows = Files.readAllLines(out.resolve("results.csv"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("scratch,") && row.contains(",auc,"))
                .hasSize(2);
        assertThat(rows)
                .filteredOn(row -> row.startsWith("mulsupcon,"))
                .singleElement()
                .asString()
                .contains(",failed,");
        Path failed = pretrained();
        assertThat(failed.resolve("result.json"))
                .content()
                .contains(
                        "training diverged", "are kept in the cell's folder as checkpoint-00001-");
        assertThat(checkpoints(failed))
                .isNotEmpty()
                .allSatisfy(
                        kept ->
                                assertThat(Safetensors.read(kept).weights().firstNotFinite())
                                        .isEmpty());
        Command again = run(diverging);
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err()).containsPattern("goes on: (after epoch 1|in epoch 2)");
    }

    @Test
    void refusesTheFolderOfAnotherExperimentAndOneInUse() throws Exception {
        copy(shared.resolve("out"), out);
        Command foreign = run("--set", "name=other");
        assertThat(foreign.exitCode()).isEqualTo(2);
        assertThat(foreign.err()).contains("holds the results of experiment 'small'");

        delete(out);
        Process holder = start();
        waitFor("log\\.csv", holder);
        Command second = run();
        holder.destroyForcibly().waitFor();
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("in use by process " + holder.pid());
    }

    @Test
    void thePluginOfTheReadmeRunsFromAFolder() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("modan.root"), "README.md"));
        Matcher java = Pattern.compile("(?s)```java\n(.*?)```").matcher(readme);
        assertThat(java.find()).isTrue();
        Path plugins = Files.createDirectory(scratch.resolve("plugins"));
        PluginJar.plugin("acme")
                .source("acme.AcmePlugin", java.group(1))
                .provider("acme.AcmePlugin")
                .writeTo(plugins);
        Path weights =
                cells(shared.resolve("out")).stream()
                        .map(ExperimentIT::encoder)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();

        Command run =
                run(
                        "--plugins",
                        plugins.toString(),
                        "--set",
                        "pretrain=[{strategy: acme-encoder, weights: %s}]".formatted(weights),
                        "--set",
                        "compare={}");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out.resolve("results.csv")))
                .filteredOn(row -> row.startsWith("acme-encoder,acme-encoder,lesions,"))
                .filteredOn(row -> row.contains(",auc,"))
                .hasSize(2);
    }

    private Command run(String... more) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("run", experiment.toString(), "--out", out.toString()));
        words.addAll(List.of(more));
        return modan(scratch, words.toArray(String[]::new));
    }

    private static Command modan(Path folder, String... arguments)
            throws IOException, InterruptedException {
        return Distribution.assembled()
                .modan(folder, Map.of("MODAN_CACHE", cache.toString()), List.of(arguments));
    }

    private List<String> command() {
        return distribution.command(List.of("run", experiment.toString(), "--out", out.toString()));
    }

    private Process start(String... more) throws IOException {
        List<String> words = new ArrayList<>(command());
        words.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectOutput(scratch.resolve("out.txt").toFile())
                        .redirectError(scratch.resolve("err.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(distribution.environment(cache));
        return builder.start();
    }

    private void killWhen(String file, String... more) throws Exception {
        Process process = start(more);
        waitFor(file, process);
        process.destroyForcibly().waitFor();
    }

    /** Waits until a cell under way has written a file whose name matches. */
    private void waitFor(String file, Process process) throws Exception {
        for (int i = 0; i < 6000; i++) {
            for (Path cell : cells(out)) {
                if (files(cell).stream().anyMatch(found -> name(found).matches(file))) {
                    return;
                }
            }
            assertThat(process.isAlive()).as("ended before there was a " + file).isTrue();
            Thread.sleep(10);
        }
        throw new AssertionError("no " + file + " after a minute");
    }

    /** The finished cell that was trained. */
    private Path pretrained() throws IOException {
        return cells(out).stream()
                .filter(cell -> Files.exists(cell.resolve("log.csv")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> checkpoints(Path cell) throws IOException {
        return files(cell).stream()
                .filter(file -> name(file).matches("\\.?checkpoint-.*"))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** What is in a folder, sorted; nothing if it has been renamed meanwhile. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static List<Path> cells(Path results) throws IOException {
        Path folder = results.resolve("cells");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> cells = Files.list(folder)) {
            return cells.sorted().toList();
        }
    }

    private static Path encoder(Path cell) {
        return cell.resolve("encoder.safetensors");
    }

    private static boolean isEvaluation(Path cell) {
        return Files.exists(cell.resolve("predictions.csv"));
    }

    private static List<String> digests(Path results) throws IOException {
        List<String> digests = new ArrayList<>();
        for (Path cell : cells(results)) {
            if (Files.exists(encoder(cell))) {
                digests.add(Digests.ofFile(encoder(cell)));
            }
        }
        assertThat(digests).hasSize(2);
        return digests;
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
