/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.results.EvaluatorFile;

/** Whatever is wrong with a file, the report is made of the others and says what it lacks. */
class DamagedRunTest {

    @TempDir Path temp;
    private Path run;

    @BeforeEach
    void generate() {
        run = new GeneratedRun(temp.resolve("out")).tasks("busi").maps(40).write();
    }

    @Test
    void aTableThatEndsWithinALine() throws IOException {
        Files.writeString(run.resolve("results.csv"), "mulsupcon,mul", StandardOpenOption.APPEND);

        assertThat(warnings())
                .anyMatch(
                        text ->
                                text.matches(
                                        "results\\.csv cannot be read, and is left out: line \\d+ has 2 values for 12 columns\\."))
                .anyMatch(text -> text.startsWith("comparisons.csv is as it was before: "));
    }

    @Test
    void aTableWithOtherColumns() throws IOException {
        Files.writeString(run.resolve("results.csv"), "a,b\n1,2\n");

        assertThat(warnings())
                .contains("results.csv cannot be read, and is left out: it has no column arm.");
    }

    @Test
    void aRecordThatWasCutOff() throws IOException {
        Path record = first(run.resolve("cells")).resolve("provenance.json");
        Files.writeString(record, "{\"modan\": \"0.1");

        assertThat(warnings())
                .anyMatch(
                        text ->
                                text.startsWith(
                                        "cells/%s/provenance.json cannot be read"
                                                .formatted(record.getParent().getFileName())));
    }

    @Test
    void predictionsThatWereCutOff() throws IOException {
        Files.writeString(run.resolve("predictions/simclr.busi.fine-tune.csv"), "sample,group\nx,");

        assertThat(warnings())
                .anyMatch(
                        text ->
                                text.startsWith(
                                        "The predictions of simclr on busi with fine-tune cannot be read, and have no curve: "));
        assertThat(Files.readString(run.resolve("figures/roc.busi.fine-tune.svg")))
                .contains("mulsupcon")
                .doesNotContain("simclr");
        assertThat(Files.readAllLines(run.resolve("comparisons.csv")))
                .filteredOn(line -> line.contains(",simclr,"))
                .singleElement()
                .asString()
                .endsWith(",,no interval of patients: the predictions of simclr cannot be read");
    }

    @Test
    void predictionsThatWereDeleted() throws IOException {
        Files.delete(run.resolve("predictions/simclr.busi.fine-tune.csv"));

        assertThat(warnings())
                .contains(
                        "There are no predictions of simclr on busi with fine-tune: there is no curve, and no interval over patients.");
    }

    @Test
    void anExperimentThatIsNoYaml() throws IOException {
        Files.writeString(run.resolve("experiment.yaml"), "name: [");

        assertThat(warnings()).contains("experiment.yaml holds no experiment; it is left out.");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("mulsupcon has the highest mean AUC on busi");
    }

    @Test
    void cellsThatAreGone() throws IOException {
        Files.writeString(
                run.resolve("encoders.csv"),
                "arm,strategy,encoder\nmulsupcon,mulsupcon,cells/../../secret/x\n");

        assertThat(warnings())
                .anyMatch(
                        text ->
                                text.startsWith(
                                        "1 of 13 cell folders that the tables name are gone"));
    }

    @Test
    void aMapWithoutPlaces() throws IOException {
        Files.writeString(
                run.resolve("embeddings/simclr.embedding-map.csv"), "sample,x,y\nimage,1,NaN\n");
        Files.writeString(
                run.resolve("embeddings/thumbnails.json"),
                "{\"file\": \"../../secret.png\", \"tile\": 8, \"columns\": 2}");

        assertThat(warnings())
                .contains(
                        "embeddings/simclr.embedding-map.csv cannot be read, and is left out: row 1 has no place.",
                        "embeddings/thumbnails.json cannot be read, and is left out: it does not say which picture it is of and how that is laid out.");
    }

    @Test
    void scoresThatAreNoNumbers() throws IOException {
        Path results = run.resolve("results.csv");
        List<String> lines = Files.readAllLines(results);
        Files.writeString(
                results, String.join("\n", lines).replaceFirst("auc,0\\.\\d+", "auc,NaN") + "\n");

        assertThat(warnings())
                .contains("1 fold has no number in results.csv; the means are over the others.");
    }

    @Test
    void aRunThatWasInterruptedBeforeItsFirstResult() throws IOException {
        Path early = Files.createDirectories(temp.resolve("early"));
        for (String name : List.of("experiment.yaml", EvaluatorFile.NAME)) {
            Files.copy(run.resolve(name), early.resolve(name));
        }

        ReportFiles files = ReportWriter.rebuild(early, Question.DECLARED);

        assertThat(files.caveats())
                .startsWith(
                        "12 evaluations are not done yet, of 12. The means below are over what is there, and may change.")
                .contains("There is no results.csv: nothing has been evaluated yet.");
        assertThat(Files.readString(files.page()))
                .contains("With fine-tune, nothing has been measured yet.")
                .contains("not run");
    }

    private List<String> warnings() {
        ReportFiles files = ReportWriter.rebuild(run, Question.DECLARED);
        return Stream.concat(files.caveats().stream(), files.problems().stream()).toList();
    }

    private static Path first(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().findFirst().orElseThrow();
        }
    }
}
