/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.results.EvaluatorFile;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class ReportWriterTest {

    @TempDir Path temp;

    @Test
    void answersInASentenceWhichArmIsBestAndHowSureThatIs() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).images(600).write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(Files.readString(files.page()))
                .contains("With fine-tune, mulsupcon has the highest mean AUC on busi (0.")
                .contains("against the reference scratch +0.");
        assertThat(Files.readString(run.resolve("comparisons.csv")))
                .startsWith(
                        "dataset,evaluator,metric,arm,reference,mean,difference,ci_low,ci_high");
    }

    @Test
    void saysWhenTheIntervalHoldsZero() throws IOException {
        Path run =
                new GeneratedRun(temp.resolve("out")).images(24).protocol("rigorous", 2, 3).write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(Files.readString(files.page()))
                .contains("the 95% interval of a difference holds zero")
                .doesNotContain("The lead is clear");
        assertThat(files.caveats())
                .contains("There are only 2 repeats: spreads and intervals from so few are rough.");
    }

    @Test
    void saysThatALeadOverAnotherArmThanTheReferenceWasNotTested() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).images(600).tasks("busi").write();

        assertThat(Files.readString(ReportWriter.rebuild(run, Question.DECLARED).page()))
                .contains(
                        "On busi it is clear against the reference, but the second arm was not tested")
                .containsPattern("Its lead of 0\\.\\d{3} over simclr was not tested\\.");
    }

    @Test
    void namesEveryPluginThatHadAPartAndTheDigestOfItsJar() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).write();

        ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(Files.readAllLines(run.resolve("tables/provenance.csv")))
                .filteredOn(line -> line.startsWith("plugin,"))
                .containsExactly(
                        "plugin,\"clinic 1.0, SHA-256 %s\"".formatted(Digests.ofText("clinic")),
                        "plugin,\"hybrid 1.0, SHA-256 %s\"".formatted(Digests.ofText("hybrid")));
    }

    @Test
    void saysThatArmsShareTheBestMean() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).tasks("busi").write();
        Path results = run.resolve("results.csv");
        Files.writeString(
                results, Files.readString(results).replaceAll(",auc,0?1?\\.\\d+,", ",auc,0.75,"));

        assertThat(Files.readString(ReportWriter.rebuild(run, Question.DECLARED).page()))
                .contains("On busi the lead is shared.")
                .contains(
                        "On busi, mulsupcon, simclr and scratch share the highest mean AUC, 0.750.");
    }

    @Test
    void comparesTheArmsOfAMatrixWithTheReferenceOfTheirOwnVariant() throws IOException {
        Path run =
                new GeneratedRun(temp.resolve("out"))
                        .arms(
                                "new[size=32]",
                                "scratch[size=32]",
                                "new[size=64]",
                                "scratch[size=64]")
                        .reference("scratch")
                        .tasks("busi")
                        .write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(Files.readAllLines(run.resolve("tables/results.fine-tune.csv")))
                .filteredOn(line -> line.contains(",reference,"))
                .extracting(line -> line.split(",")[0])
                .containsExactly("scratch[size=32]", "scratch[size=64]");
        assertThat(Files.readString(files.page()))
                .contains("difference of mean AUC to each arm&#39;s reference")
                .containsPattern("against the reference scratch\\[size=32\\] \\+0\\.");
    }

    @Test
    void testsTheOthersWhereTheReferenceIsBest() throws IOException {
        Path run =
                new GeneratedRun(temp.resolve("out"))
                        .images(600)
                        .reference("mulsupcon")
                        .tasks("busi")
                        .write();

        assertThat(Files.readString(ReportWriter.rebuild(run, Question.DECLARED).page()))
                .contains("The lead is clear on busi.")
                .contains(
                        "the 95% interval of each difference excludes zero. simclr comes nearest");
    }

    @Test
    void givesThePapersAlternativeAndTheTwoSidedValueBesideIt() throws IOException {
        Path run =
                new GeneratedRun(temp.resolve("out"))
                        .images(600)
                        .protocol("paper", 6, 3)
                        .reference("mulsupcon")
                        .write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(Files.readString(run.resolve("tables/results.fine-tune.csv")))
                .startsWith(
                        "pretraining,busi AUC,busi difference [95% interval],"
                                + "\"busi p, reference greater (Holm)\",\"busi p, two-sided\",thyroid AUC");
        assertThat(files.caveats())
                .anyMatch(caveat -> caveat.startsWith("All repeats share one partition"));
        assertThat(Files.readString(files.page()))
                .contains(
                        "Clear means beyond the noise of training: all repeats share one partition.");
    }

    @Test
    void marksWhatFailedAndWhatIsMissing() throws IOException {
        Path run =
                new GeneratedRun(temp.resolve("out"))
                        .failing("simclr", "busi", 1)
                        .without("mulsupcon", "thyroid", 3)
                        .write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(files.caveats())
                .startsWith(
                        "1 evaluation of 24 failed. The means below are over the others; the same modan run tries them again.",
                        "1 evaluation is not done yet, of 24. The means below are over what is there, and may change.");
        assertThat(Files.readAllLines(run.resolve("tables/missing.csv")))
                .containsExactly(
                        "arm,task,evaluator,repeats,state,cause",
                        "simclr,busi,fine-tune,1,failed,the loss is not a number in epoch 3",
                        "mulsupcon,thyroid,fine-tune,3,not run,");
        assertThat(Files.readString(files.page()))
                .contains("(3 of 4)")
                .contains("2 evaluations are missing, so this may change.");
    }

    @Test
    void warnsOfResultsOfTwoVersions() {
        Path run = new GeneratedRun(temp.resolve("out")).version("simclr", "0.2.0").write();

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .first()
                .isEqualTo(
                        "These results were made by 2 versions of Modan: 0.1.0 (18 cells) and 0.2.0 (9 cells). A difference between arms may be one between versions; run all with one of them.");
    }

    @Test
    void passesOnWhatTheRunWarnedOf() {
        Path run = new GeneratedRun(temp.resolve("out")).warnings("tasks.busi: no groups").write();

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .containsOnlyOnce("tasks.busi: no groups");
    }

    @Test
    void saysThatWhatLooksAtNoImageDoesAsWellAsAnyArm() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).tasks("busi").control().write();
        Path results = run.resolve("results.csv");
        String rows = Files.readString(results);
        Files.writeString(
                results, rows.replaceAll("(?m)^(?<row>metadata-only,.*,auc,)[^,]+", "${row}1.0"));

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .contains(
                        "On busi no arm has a better mean AUC with fine-tune than the control metadata-only (1.000), which looks at no image.");

        Files.writeString(results, rows);

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .noneMatch(text -> text.contains("looks at no image"));
    }

    @Test
    void measuresAControlAgainstTheArmsOfItsOwnVariant() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).arms("weak[seed=2]").control().write();
        Path results = run.resolve("results.csv");
        Files.writeString(
                results,
                Files.readString(results)
                        .replaceAll("(?m)^(?<row>metadata-only,.*,auc,)[^,]+", "${row}1.0"));

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .noneMatch(text -> text.contains("looks at no image"));
    }

    @Test
    void setsControlsApartAndNeverCallsOneBest() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).arms("weak").control().images(600).write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(Files.readAllLines(run.resolve("tables/results.fine-tune.csv")))
                .element(2)
                .asString()
                .startsWith("metadata-only,0.");
        assertThat(Files.readString(files.page()))
                .contains("there is no other arm to compare it with")
                .doesNotContain("With metadata-only")
                .contains("<tr class=\"apart\"><th scope=\"row\">metadata-only</th>");
    }

    @Test
    void missesNoEncodersUnderAStrangersControlThatARunDidNotComeTo() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).control().maps(60).write();
        for (String name : List.of("experiment.yaml", EvaluatorFile.NAME)) {
            Path file = run.resolve(name);
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("metadata-only", "acme-guess")
                            .replace("embedding-map", "acme-map"));
        }
        Path results = run.resolve("results.csv");
        Files.writeString(
                results, Files.readString(results).replaceAll("(?m)^metadata-only.*\n", ""));

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .noneMatch(text -> text.contains("not done yet"));

        Files.delete(run.resolve(EvaluatorFile.NAME));

        assertThat(ReportWriter.rebuild(run, Question.DECLARED).caveats())
                .anyMatch(text -> text.contains("not done yet"));
    }

    @Test
    void writesEveryTableInThreeFormsAndEveryFigureInTwo() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).maps(60).write();

        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);

        assertThat(names(run.resolve("tables"))).hasSize(3 * files.tables());
        assertThat(names(run.resolve("figures")))
                .hasSize(2 * files.figures())
                .contains(
                        "differences.fine-tune.svg",
                        "differences.fine-tune.png",
                        "roc.busi.fine-tune.svg",
                        "loss.simclr.svg",
                        "map.embedding-map.png");
        assertThat(ImageIO.read(run.resolve("figures/roc.busi.fine-tune.png").toFile()).getWidth())
                .isEqualTo(3 * 336);
        assertThat(Files.readString(files.page()))
                .contains(Files.readString(run.resolve("figures/roc.busi.fine-tune.svg")));
    }

    @Test
    void givesTheSameAgain() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).maps(60).write();
        String first = Files.readString(ReportWriter.rebuild(run, Question.DECLARED).page());

        assertThat(Files.readString(ReportWriter.rebuild(run, Question.DECLARED).page()))
                .isEqualTo(first);
    }

    @Test
    void comparesWithAnotherArmIfAskedTo() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).write();
        Question question = new Question(Optional.of("simclr"), Optional.empty());

        ReportFiles files = ReportWriter.rebuild(run, question);

        assertThat(files.caveats())
                .first()
                .isEqualTo(
                        "This is not the comparison that experiment.yaml declares, but one asked for afterwards with the reference simclr: its p-values are for looking, not for proving.");
        assertThat(Files.readString(run.resolve("comparisons.csv")))
                .contains("busi,fine-tune,auc,mulsupcon,simclr,");
        ReportWriter.rebuild(run, Question.DECLARED);
        assertThat(Files.readString(run.resolve("comparisons.csv")))
                .contains("busi,fine-tune,auc,mulsupcon,scratch,");
    }

    @Test
    void keepsTheIntervalsOfPatientsInTheTableThatItMakesAgain() throws IOException {
        Path run = new GeneratedRun(temp.resolve("out")).tasks("busi").write();

        ReportWriter.rebuild(run, Question.DECLARED);

        List<String> lines = Files.readAllLines(run.resolve("comparisons.csv"));
        assertThat(lines.get(0)).endsWith(",n,patients_low,patients_high,note");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(2)
                .allMatch(line -> line.matches(".*,12,-?0\\.\\d+,-?0\\.\\d+,"));
        assertThat(Files.readAllLines(run.resolve("tables/patients.fine-tune.csv")))
                .first()
                .isEqualTo("task,pretraining,reference,difference,95% interval over patients");
        assertThat(Files.readString(run.resolve("tables/patients.fine-tune.csv")))
                .containsPattern("busi,mulsupcon,scratch,\\S+,\"\\[\\S+, \\S+\\]\"");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("<summary>Other patients, with fine-tune</summary>");
    }

    @Test
    void refusesAQuestionTheResultsCannotAnswer() {
        Path run = new GeneratedRun(temp.resolve("out")).write();

        assertThatThrownBy(
                        () ->
                                ReportWriter.rebuild(
                                        run,
                                        new Question(Optional.of("simclrr"), Optional.empty())))
                .hasMessage(
                        "results.csv has no arm simclrr, did you mean simclr?; it has mulsupcon, scratch, simclr");
        assertThatThrownBy(
                        () ->
                                ReportWriter.rebuild(
                                        run, new Question(Optional.empty(), Optional.of("f1"))))
                .hasMessage("results.csv has no metric f1; it has auc");
    }

    @Test
    void refusesWhatIsNoOutputFolder() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        Path empty = Files.createDirectory(temp.resolve("empty"));

        refuses(temp.resolve("nowhere"), "is not there; give the folder a run wrote to");
        refuses(file, "is a file; give the folder a run wrote to");
        refuses(
                empty,
                "is no output folder: it has neither experiment.yaml nor results.csv; give the folder a run wrote to");
        assertThat(names(empty)).isEmpty();
    }

    private static void refuses(Path folder, String message) {
        assertThatThrownBy(() -> ReportWriter.rebuild(folder, Question.DECLARED))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT))
                .hasMessage("%s %s", folder, message);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
