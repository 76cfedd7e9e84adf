/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    private static final Path HOME = Path.of("/home/ada");
    private static final Path WORK = Path.of("/work");

    @Test
    void isWhereTheUserSays() {
        assertThat(cache("Linux", Map.of("MODAN_CACHE", "/scratch/modan")))
                .isEqualTo(Path.of("/scratch/modan"));
    }

    @Test
    void aRelativeOneStartsFromTheWorkingDirectory() {
        assertThat(cache("Linux", Map.of("MODAN_CACHE", "cache"))).isEqualTo(WORK.resolve("cache"));
    }

    @Test
    void followsTheXdgSpecificationOnLinux() {
        assertThat(cache("Linux", Map.of("XDG_CACHE_HOME", "/var/cache/ada")))
                .isEqualTo(Path.of("/var/cache/ada/modan"));
        assertThat(cache("Linux", Map.of())).isEqualTo(HOME.resolve(".cache/modan"));
    }

    @Test
    void ignoresARelativeXdgFolderAsItsSpecificationSays() {
        assertThat(cache("Linux", Map.of("XDG_CACHE_HOME", "cache")))
                .isEqualTo(HOME.resolve(".cache/modan"));
    }

    @Test
    void isAmongTheCachesOfTheMac() {
        assertThat(cache("Mac OS X", Map.of("XDG_CACHE_HOME", "/var/cache/ada")))
                .isEqualTo(HOME.resolve("Library/Caches/modan"));
    }

    @Test
    void isInTheLocalDataOfWindows() {
        assertThat(cache("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/modan"));
        assertThat(cache("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/modan"));
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(cache("Linux", Map.of("MODAN_CACHE", " ")))
                .isEqualTo(HOME.resolve(".cache/modan"));
    }

    private static Path cache(String system, Map<String, String> variables) {
        Map<String, String> properties = new HashMap<>();
        properties.put("os.name", system);
        properties.put("user.home", HOME.toString());
        return CacheFolder.of(new Environment(variables, properties, WORK));
    }
}
