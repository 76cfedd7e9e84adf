/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled distribution as people meet it first. */
@DisabledOnOs(OS.WINDOWS)
class CommandLineIT {
    private final Distribution distribution = Distribution.assembled();

    /** Unpacking the engine's libraries takes seconds, and once is enough. */
    @TempDir private static Path unpacked;

    @TempDir private Path scratch;

    @Test
    void helpsWithoutUnpackingTheEngine() throws Exception {
        Command help = modan("--help");

        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).contains("usage: modan COMMAND", "demo", "run", "list");
        assertThat(help.err()).isEmpty();
        assertThat(scratch.resolve("cache")).doesNotExist();
    }

    @Test
    void refusesAnUnknownCommandAsAMistakeOfUse() throws Exception {
        Command unknown = modan("rum");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("rum", "run");
    }

    @Test
    void listsWhatTheBuiltInPluginsOffer() throws Exception {
        Command list = modan("list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out())
                .contains("mulsupcon", "scratch", "folder", "busi", "phantom", "fine-tune");
    }

    @Test
    void showsAndClearsTheCacheWithoutTheEngine() throws Exception {
        Path cache = Files.createDirectory(scratch.resolve("home"));
        Path images = Files.createDirectory(cache.resolve("images"));
        Path decoded = Files.write(images.resolve("a".repeat(64) + ".u8"), new byte[5]);
        Path mine = Files.writeString(images.resolve("notes.u8"), "mine");
        Map<String, String> environment = Map.of("MODAN_CACHE", cache.toString());

        Command shown = modan(environment, "cache");
        Command cleared = modan(environment, "cache", "clear");

        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .startsWith(images + "\n")
                .contains("aaaaaaaaaaaa is damaged: it ends after 5 bytes")
                .doesNotContain("notes", "native libraries");
        assertThat(cleared.exitCode()).as(cleared.err()).isZero();
        assertThat(cleared.out()).startsWith("Deleted 1 file, 5 bytes, from");
        assertThat(decoded).doesNotExist();
        assertThat(mine).exists();
        assertThat(cache.resolve("natives")).doesNotExist();
    }

    @Test
    void aDoctorFindsNothingWrongWithAFreshInstallation() throws Exception {
        Command doctor = modan(Map.of("MODAN_CACHE", unpacked.toString()), "doctor");

        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        assertThat(doctor.out())
                .contains("plugins  ok       pretrain ", "gradient come out right on the CPU")
                .containsPattern("\n\nNo problems(?: found|, \\d warnings?)\\.\n$");
        assertThat(doctor.err()).isEmpty();
    }

    @Test
    void aDoctorGoesOnWhereNothingCanBeUnpacked() throws Exception {
        Path file = Files.writeString(scratch.resolve("file"), "in the way");

        Command doctor = modan(Map.of("MODAN_CACHE", file.resolve("cache").toString()), "doctor");

        assertThat(doctor.exitCode()).isEqualTo(2);
        assertThat(doctor.out())
                .contains(
                        "cache    problem  decoded images:",
                        "plugins  ok       pretrain ",
                        "engine   problem  the training engine cannot start: ",
                        "remedy: set MODAN_CACHE",
                        "threads  unknown  ")
                .endsWith("\n\n3 problems.\n");
        assertThat(doctor.out() + doctor.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void aDoctorSaysWhichLibtorchIsAskedForAndNotThere() throws Exception {
        Command doctor =
                modan(
                        Map.of(
                                "PYTORCH_LIBRARY_PATH", "/nowhere",
                                "PYTORCH_VERSION", "2.7.1",
                                "PYTORCH_FLAVOR", "cpu"),
                        "doctor");

        assertThat(doctor.exitCode()).isEqualTo(2);
        assertThat(doctor.out())
                .contains("engine   problem  PYTORCH_LIBRARY_PATH=/nowhere holds no ")
                .endsWith("\n\n1 problem.\n");
    }

    @Test
    void aDoctorBlamesABrokenPluginWithTheExitCodeOfPlugins() throws Exception {
        Path plugins = Files.createDirectory(scratch.resolve("plugins"));
        Files.writeString(plugins.resolve("bad.jar"), "this is no jar");

        Command doctor =
                modan(
                        Map.of("MODAN_CACHE", unpacked.toString()),
                        "doctor",
                        "--plugins",
                        plugins.toString());

        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("plugins  problem  ", "bad.jar", "remedy: copy or download it again");
    }

    @Test
    void aGraphicsCardThatIsNotThereIsToldBeforeAnythingIsMade() throws Exception {
        Command demo =
                modan(
                        Map.of("MODAN_CACHE", unpacked.toString()),
                        "demo",
                        "--device",
                        "gpu:99",
                        "--out",
                        "out");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err()).startsWith("modan: --device gpu:99: ").contains("--device cpu");
        assertThat(scratch.resolve("out")).doesNotExist();
    }

    private Command modan(String... arguments) throws IOException, InterruptedException {
        return modan(Map.of(), arguments);
    }

    private Command modan(Map<String, String> changes, String... arguments)
            throws IOException, InterruptedException {
        return distribution.modan(scratch, changes, List.of(arguments));
    }
}
