/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionIT {
    private final Distribution distribution = Distribution.assembled();

    @Test
    void carriesTheHostAndTheEngineInLib() {
        assertThat(distribution.filesIn("lib"))
                .anyMatch(name -> name.startsWith("modan-cli-"))
                .anyMatch(name -> name.startsWith("modan-runtime-"))
                .anyMatch(name -> name.startsWith("modan-nn-"))
                .anyMatch(name -> name.startsWith("modan-spi-"))
                .anyMatch(name -> name.startsWith("pytorch-engine-"))
                .anyMatch(name -> name.startsWith("pytorch-jni-"))
                .anyMatch(name -> name.startsWith("pytorch-native-cpu-"))
                .anyMatch(name -> name.startsWith("logback-classic-"));
    }

    @Test
    void keepsPluginsAndTestLibrariesOutOfTheHostsClassPath() {
        assertThat(distribution.filesIn("lib"))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("modan-plugins-"))
                .noneMatch(name -> name.startsWith("modan-testkit-"))
                .noneMatch(name -> name.startsWith("junit-"))
                .noneMatch(name -> name.startsWith("archunit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pretrain", "datasets", "eval"})
    void givesEachPluginAFolderWithoutTheHostsLibraries(String plugin) {
        assertThat(distribution.filesIn("plugins/" + plugin))
                .filteredOn(name -> name.startsWith("modan-"))
                .singleElement()
                .asString()
                .startsWith("modan-plugins-" + plugin + "-");
        assertThat(distribution.filesIn("plugins/" + plugin))
                .allMatch(name -> name.endsWith(".jar"))
                .noneMatch(name -> name.startsWith("slf4j-api-"))
                .noneMatch(name -> name.matches("api-[0-9.]+\\.jar"))
                .noneMatch(name -> name.startsWith("pytorch-"));
    }

    @Test
    void shipsTheBuiltInPluginsAndNoOther() {
        assertThat(distribution.filesIn("plugins")).containsExactly("datasets", "eval", "pretrain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spi", "nn", "contract", "testkit"})
    void carriesWhatPluginsAreBuiltAgainstAsAMavenRepository(String module) {
        String version = distribution.home().getFileName().toString().substring("modan-".length());
        String file = "modan-%s-%s[0-9.-]*\\.".formatted(module, version.replace("-SNAPSHOT", ""));

        assertThat(distribution.filesIn("sdk/org/modan/modan-%s/%s".formatted(module, version)))
                .anyMatch(name -> name.matches(file + "jar"))
                .anyMatch(name -> name.matches(file + "pom"));
        assertThat(distribution.filesIn("sdk/org/modan/modan-parent/" + version))
                .anyMatch(name -> name.endsWith(".pom"));
    }

    @Test
    void holdsLicenceStartScriptsAndExperiments() throws Exception {
        Path root = Path.of(System.getProperty("modan.root"));
        for (String text : List.of("LICENSE", "NOTICE")) {
            assertThat(distribution.home().resolve(text))
                    .hasSameTextualContentAs(root.resolve(text));
        }
        assertThat(distribution.filesIn("bin")).containsExactly("modan", "modan.cmd");
        assertThat(Files.readString(distribution.home().resolve("bin/modan.cmd"))).contains("\r\n");
        assertThat(distribution.filesIn("experiments")).isNotEmpty();
        assertThat(distribution.filesIn("licenses")).containsExactly("GPL-3.0.txt", "LGPL-3.0.txt");
    }

    @Test
    void namesTheLicenceOfEveryLibraryItBrings() throws Exception {
        Set<String> libraries = new TreeSet<>();
        for (String folder :
                List.of("lib", "plugins/pretrain", "plugins/datasets", "plugins/eval")) {
            distribution.filesIn(folder).stream()
                    .map(jar -> jar.replaceFirst("-\\d.*", ""))
                    .filter(name -> !name.startsWith("modan-"))
                    .forEach(libraries::add);
        }

        Set<String> named =
                Files.readAllLines(distribution.home().resolve("NOTICE")).stream()
                        .filter(line -> line.matches(" {2}\\S+ {2,}\\S.* {2,}https://\\S+.*"))
                        .map(line -> line.strip().split(" ")[0])
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(libraries).hasSizeGreaterThan(20);
        assertThat(named).containsAll(libraries);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void unpacksIntoOneFolderWithAStartScriptThatRuns(@TempDir Path scratch) throws Exception {
        Path archive = distribution.archive(".tar.gz");
        String script = distribution.home().getFileName() + "/bin/modan";

        Command tar =
                Command.run(
                        scratch,
                        Map.of("PATH", System.getenv("PATH")),
                        List.of("tar", "-xzf", archive.toString(), script));

        assertThat(tar.exitCode()).as(tar.err()).isZero();
        assertThat(scratch.resolve(script)).isExecutable();
        assertThat(distribution.archive(".zip")).isNotEmptyFile();
    }
}
