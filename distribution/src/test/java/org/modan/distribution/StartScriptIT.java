/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code bin/modan} hands to Java, shown by a Java home whose java only tells what it was
 * given.
 */
@DisabledOnOs(OS.WINDOWS)
class StartScriptIT {
    private static final String TELLING_JAVA =
            """
            #!/bin/sh
            echo "pid=$$"
            for argument in "$@"; do echo "argument=$argument"; done
            env
            exit 42
            """;

    private final Distribution distribution = Distribution.assembled();
    private final Map<String, String> environment = new HashMap<>();
    @TempDir private Path scratch;

    @BeforeEach
    void startWithALeanEnvironment() {
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", scratch.resolve("home").toString());
    }

    @Test
    void startsTheRealJavaWithoutAWarning() throws Exception {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MODAN_JAVA_OPTS", "--version");

        Command modan = modan();

        assertThat(modan.exitCode()).isZero();
        assertThat(modan.out()).contains(System.getProperty("java.version"));
        assertThat(modan.err()).isEmpty();
    }

    @Test
    void becomesTheJavaProcessAndPassesItsExitCode() throws Exception {
        useJava("17.0.1");

        Command modan = modan();

        assertThat(modan.out()).contains("pid=" + modan.pid() + "\n");
        assertThat(modan.exitCode()).isEqualTo(42);
    }

    @Test
    void passesEveryArgumentAsItWasGiven() throws Exception {
        useJava("17.0.1");

        Command modan = modan("run", "two words", "*", "", "it's \"quoted\"", "$HOME");

        assertThat(modan.out())
                .contains(
                        """
                        argument=org.modan.cli.Main
                        argument=run
                        argument=two words
                        argument=*
                        argument=
                        argument=it's "quoted"
                        argument=$HOME
                        """);
    }

    @Test
    void keepsDjlOfflineAndSilentAndTellsWhereModanIs() throws Exception {
        useJava("17.0.1");

        assertThat(modan().out().lines())
                .contains(
                        "argument=-Dai.djl.offline=true",
                        "argument=-DOPT_OUT_TRACKING=true",
                        "argument=--enable-native-access=ALL-UNNAMED",
                        "argument=-Dmodan.home=" + distribution.home().toRealPath(),
                        "OPT_OUT_TRACKING=true");
    }

    @Test
    void splitsJavaOptionsAtSpacesButExpandsNoPatterns() throws Exception {
        useJava("17.0.1");
        Files.createFile(scratch.resolve("-Da=b"));
        environment.put("MODAN_JAVA_OPTS", "-Xmx3g -Da=*");

        assertThat(modan().out().lines()).contains("argument=-Xmx3g", "argument=-Da=*");
    }

    @Test
    void findsItsFolderThroughALinkToALink() throws Exception {
        useJava("17.0.1");
        Path folder = Files.createDirectory(scratch.resolve("a folder"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), distribution.startScript());
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

        assertThat(first).isSymbolicLink();
        assertThat(run(second).out().lines())
                .contains("argument=-Dmodan.home=" + distribution.home().toRealPath());
    }

    @Test
    void refusesAJavaOlderThan17() throws Exception {
        Path java = useJava("11.0.26");

        Command modan = modan();

        assertThat(modan.exitCode()).isEqualTo(1);
        assertThat(modan.out()).isEmpty();
        assertThat(modan.err())
                .isEqualTo(
                        "modan: needs Java 17 or newer, but %s is Java 11; install a newer one, or set JAVA_HOME to it%n"
                                .formatted(java));
    }

    @Test
    void refusesJava8WhichCallsItself1Point8() throws Exception {
        useJava("1.8.0_452");

        assertThat(modan().err()).contains("is Java 8;");
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        environment.put("JAVA_HOME", scratch.toString());

        Command modan = modan();

        assertThat(modan.exitCode()).isEqualTo(1);
        assertThat(modan.err())
                .isEqualTo(
                        "modan: no bin/java under JAVA_HOME=%s; point JAVA_HOME at a JDK or JRE 17 or newer, or unset it%n"
                                .formatted(scratch));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsNativesInTheUsersCacheFolder() throws Exception {
        useJava("17.0.1");

        assertThat(modan().out().lines())
                .contains("DJL_CACHE_DIR=" + scratch.resolve("home/.cache/modan/natives"));

        environment.put("XDG_CACHE_HOME", "/var/cache/me");
        assertThat(modan().out().lines()).contains("DJL_CACHE_DIR=/var/cache/me/modan/natives");

        environment.put("MODAN_CACHE", "/scratch/modan");
        assertThat(modan().out().lines()).contains("DJL_CACHE_DIR=/scratch/modan/natives");

        environment.put("DJL_CACHE_DIR", "/scratch/djl");
        assertThat(modan().out().lines()).contains("DJL_CACHE_DIR=/scratch/djl");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsFreedMemoryUnlessTheUserDecidedOtherwise() throws Exception {
        useJava("17.0.1");
        environment.put("MALLOC_ARENA_MAX", "4");

        assertThat(modan().out().lines())
                .contains(
                        "MALLOC_ARENA_MAX=4",
                        "MALLOC_MMAP_MAX_=0",
                        "MALLOC_TRIM_THRESHOLD_=-1",
                        "MALLOC_TOP_PAD_=67108864");
    }

    /** Sets JAVA_HOME to a Java of the given version and returns its {@code bin/java}. */
    private Path useJava(String version) throws IOException {
        Path home = scratch.resolve("java home");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, TELLING_JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        environment.put("JAVA_HOME", home.toString());
        return java;
    }

    private Command modan(String... arguments) throws IOException, InterruptedException {
        return run(distribution.startScript(), arguments);
    }

    private Command run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(List.of(arguments));
        return Command.run(scratch, environment, words);
    }
}
