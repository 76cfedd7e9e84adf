/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.check.FieldTally;
import org.modan.runtime.check.Groups;
import org.modan.runtime.check.NearPairs;

class CountTablesTest {

    @Test
    void manyNumbersAreARange() {
        Map<String, Integer> ages = new LinkedHashMap<>();
        IntStream.range(20, 40).forEach(age -> ages.put(Integer.toString(age), 4));

        assertThat(CountTables.fields(report(new FieldTally("age", ages, 20))))
                .containsExactly(
                        "  metadata  value                 images  share",
                        "  age       20 numbers, 20 to 39      80  80.0%",
                        "            (missing)                 20  20.0%");
    }

    @Test
    void manyWordsAreCutAfterTheCommonest() {
        Map<String, Integer> sites = new LinkedHashMap<>();
        IntStream.range(0, 20).forEach(site -> sites.put("site " + site, 5));

        assertThat(CountTables.fields(report(new FieldTally("site", sites, 0))))
                .hasSize(14)
                .contains("  site      site 0         5   5.0%")
                .endsWith("            (8 more)      40  40.0%");
    }

    @Test
    void aLongValueIsCut() {
        String site = "a hospital whose name goes on and on and on and on";

        assertThat(CountTables.fields(report(new FieldTally("site", Map.of(site, 100), 0))))
                .contains("  site      a hospital whose name goes on and on a..     100  100.0%");
    }

    private static DatasetReport report(FieldTally field) {
        return new DatasetReport(
                "scans",
                "scanned",
                "",
                100,
                100,
                Map.of(),
                0,
                new Groups(0, 100, 0, 0, Optional.empty(), 0),
                Optional.empty(),
                Map.of(),
                List.of(field),
                List.of(),
                List.of(),
                List.of(),
                new NearPairs(0, 0, 0, 0, List.of()),
                List.of(),
                List.of());
    }
}
