/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpiVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.2, 1.2, true",
        "1.2, 1.0, true",
        "1.2, 1.3, false",
        "1.2, 2.0, false",
        "2.0, 1.9, false",
        "1.10, 1.9, true"
    })
    void aHostRunsPluginsOfItsMajorVersionAndNoNewerMinorOne(
            String host, String plugin, boolean expected) {
        assertThat(version(host).supports(version(plugin))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1.0.0", "v1.0", "-1.0", "1.0-SNAPSHOT"})
    void readsNothingButMajorAndMinor(String text) {
        assertThat(SpiVersion.parse(text)).isEmpty();
    }

    @Test
    void printsAsItIsWritten() {
        assertThat(version(" 1.10 ")).hasToString("1.10");
        assertThat(SpiVersion.HOST).hasToString("1.1");
    }

    @Test
    void theBuildWritesTheHostsVersionIntoItsOwnPlugins() throws IOException {
        Path pom = Path.of(System.getProperty("modan.root"), "pom.xml");

        assertThat(pom)
                .content()
                .contains("<modan.spi.version>%s</modan.spi.version>".formatted(SpiVersion.HOST));
    }

    private static SpiVersion version(String text) {
        return SpiVersion.parse(text).orElseThrow();
    }
}
