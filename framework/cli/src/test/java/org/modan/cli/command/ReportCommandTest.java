/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.Cli;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;

class ReportCommandTest {

    @TempDir Path temp;
    private Environment environment;
    private Path work;

    @BeforeEach
    void install() throws IOException {
        environment = AcmeInstallation.in(temp);
        work = Files.createDirectories(environment.workingDirectory());
    }

    @Test
    void makesTheReportOfARunWithoutItsDataAndPlugins() throws IOException {
        Path out = Files.createDirectories(work.resolve("out"));
        Files.writeString(
                out.resolve("experiment.yaml"),
                """
                name: elsewhere
                seed: 7
                corpus: {dataset: nowhere, root: /no/such/folder}
                pretrain:
                - {id: a, strategy: none-that-is-installed}
                - {id: b, strategy: none-that-is-installed}
                tasks:
                - {id: t, dataset: nowhere}
                evaluators:
                - {id: e, evaluator: none-that-is-installed}
                protocol: {profile: rigorous, folds: 2, repeats: 1}
                compare: {reference: b, alternative: two-sided}
                """);
        Files.writeString(
                out.resolve("results.csv"),
                """
                arm,strategy,dataset,evaluator,repeat,fold,metric,value,n_train,n_test,status,cell
                a,x,t,e,0,0,auc,0.8,10,10,done,c1
                a,x,t,e,0,1,auc,0.7,10,10,done,c1
                b,x,t,e,0,0,auc,0.6,10,10,done,c2
                b,x,t,e,0,1,auc,0.6,10,10,done,c2
                """);
        Printed printed = new Printed();

        assertThat(run(printed, "report", "out")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .matches(
                        "out/report\\.html, with \\d tables in tables/ and 1 figures in figures/\n");
        assertThat(printed.told()).contains("warning: There is one repeat: ");
        assertThat(out.resolve("report.html")).content().contains("<h1>elsewhere</h1>");
        assertThat(out.resolve("comparisons.csv")).content().contains("t,e,auc,a,b,0.75,");
        assertThat(out.resolve("tables/results.e.tex")).exists();
    }

    @Test
    void refusesWhatIsNoOutputFolder() throws IOException {
        Files.createDirectories(work.resolve("empty"));
        Printed printed = new Printed();

        assertThat(run(printed, "report", "nowhere")).isEqualTo(ExitCode.USAGE);
        assertThat(run(printed, "report", "empty")).isEqualTo(ExitCode.USAGE);
        assertThat(run(printed, "report")).isEqualTo(ExitCode.USAGE);
        assertThat(run(printed, "report", "a", "b")).isEqualTo(ExitCode.USAGE);

        assertThat(printed.told())
                .contains("nowhere is not there; give the folder a run wrote to")
                .contains(
                        "empty is no output folder: it has neither experiment.yaml nor results.csv")
                .contains("modan report: DIR is missing")
                .contains("modan report: expected one DIR, not a b");
    }

    private ExitCode run(Printed printed, String... words) {
        return new Cli(environment).run(words, printed.console());
    }
}
