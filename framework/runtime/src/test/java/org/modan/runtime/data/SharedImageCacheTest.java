/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cache.CacheContents;
import org.modan.runtime.cache.CacheFile.State;
import org.modan.runtime.cache.Clearing;

/** One folder of decoded images, and several processes. */
class SharedImageCacheTest {

    private record User(Process process, Path out, Path err) {}

    @TempDir Path scratch;
    private final List<User> users = new ArrayList<>();

    @AfterEach
    void end() {
        users.forEach(user -> user.process().destroyForcibly());
    }

    @Test
    @Timeout(300) // of processes that wait for each other for ever
    void twoProcessesAreWellWhileAThirdClearsIt() throws Exception {
        Path folder = scratch.resolve("images");
        users.add(start(folder, "first"));
        users.add(start(folder, "second"));
        CacheContents contents = new CacheContents(folder, List.of(new DecodedImages()));

        int cleared = 0;
        while (users.stream().anyMatch(user -> user.process().isAlive())) {
            Clearing clearing = Clearing.of(contents.glance(), file -> true);
            assertThat(clearing.failed()).isEmpty();
            assertThat(clearing.deleted()).allMatch(file -> file.state() == State.WHOLE);
            cleared += clearing.deleted().size();
        }

        int decoded = 0;
        for (User user : users) {
            assertThat(user.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(user.err()).isEmptyFile();
            assertThat(user.process().exitValue()).isZero();
            decoded += Integer.parseInt(Files.readString(user.out()).strip());
        }
        assertThat(cleared).isPositive();
        assertThat(decoded).isBetween(2, 2 * CacheUser.ROUNDS);
        assertThat(contents.verified()).allMatch(file -> file.state() == State.WHOLE);
    }

    private User start(Path folder, String name) throws IOException {
        Path out = scratch.resolve(name + ".out");
        Path err = scratch.resolve(name + ".err");
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(CacheUser.class.getName(), folder.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        return new User(builder.start(), out, err);
    }
}
