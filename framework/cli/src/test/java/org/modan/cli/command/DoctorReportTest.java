/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modan.runtime.doctor.Area;
import org.modan.runtime.doctor.Diagnosis;
import org.modan.runtime.doctor.Finding;
import org.modan.runtime.doctor.State;

class DoctorReportTest {

    @Test
    void everyLineBeginsWithItsAreaAndItsState() {
        Finding finding = new Finding(Area.JAVA, State.OK, "Java 17", Optional.empty());

        assertThat(new DoctorReport(80).lines(finding))
                .containsExactly("java     ok       Java 17");
    }

    @Test
    void aRemedyStandsBelowWhatItIsFor() {
        Finding finding =
                new Finding(
                        Area.PLUGINS,
                        State.PROBLEM,
                        "bad.jar: is no readable jar, and this goes on for longer than a line",
                        Optional.of("copy or download it again"));

        assertThat(new DoctorReport(60).lines(finding))
                .containsExactly(
                        "plugins  problem  bad.jar: is no readable jar, and this goes",
                        "                  on for longer than a line",
                        "                  remedy: copy or download it again");
    }

    @Test
    void theLastLineCountsWhatIsWrong() {
        assertThat(summary(0, 0)).isEqualTo("No problems found.");
        assertThat(summary(0, 1)).isEqualTo("No problems, 1 warning.");
        assertThat(summary(1, 0)).isEqualTo("1 problem.");
        assertThat(summary(2, 1)).isEqualTo("2 problems, 1 warning.");
    }

    private static String summary(int problems, int warnings) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < problems; i++) {
            findings.add(new Finding(Area.CACHE, State.PROBLEM, "p", Optional.of("r")));
        }
        for (int i = 0; i < warnings; i++) {
            findings.add(new Finding(Area.CACHE, State.WARNING, "w", Optional.of("r")));
        }
        return DoctorReport.summary(new Diagnosis(findings));
    }
}
